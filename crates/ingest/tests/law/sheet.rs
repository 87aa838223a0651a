//! A file as a spreadsheet shows it: bytes → cells by row and column, taken apart without the crate's own code.

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};
use unicode_normalization::UnicodeNormalization;

/// The cells of a file under one delimiter.
pub(crate) struct Sheet(Vec<Vec<Shown>>);

/// A cell.
#[derive(Default)]
struct Shown {
    text: String,
    /// As names are compared.
    key: String,
}

/// The delimiters that a table may have.
pub(crate) const DELIMITERS: [char; 3] = [',', '\t', ';'];

/// A text as names are compared.
pub(crate) fn folded(text: &str) -> String {
    text.nfkc()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '\u{200b}' | '\u{2060}'))
        .collect()
}

/// A name as it is compared; that of a dash is empty.
fn key(text: &str) -> String {
    if nendo_model::is_placeholder(text) { String::new() } else { folded(text) }
}

/// The text of a file: UTF-8, UTF-16 with a byte order mark, Windows-31J.
pub(crate) fn text(bytes: &[u8]) -> String {
    let (text, _, is_lossy) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => encoding.decode(&bytes[length..]),
        None => UTF_8.decode(bytes),
    };
    let text = if is_lossy { SHIFT_JIS.decode(bytes).0 } else { text };
    let seen = text.chars().filter(|letter| !is_unseen(*letter));
    let shown: String = seen.map(|letter| if is_control(letter) { ' ' } else { letter }).collect();
    shown.replace("\r\n", "\n").replace('\r', "\n")
}

impl Sheet {
    /// The cells of a text. A quote opens a cell only at its start, and in it stands twice for one.
    pub(crate) fn of(text: &str, delimiter: char) -> Self {
        let mut rows = vec![vec![String::new()]];
        let (mut is_open, mut is_start) = (false, true);
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            let row = rows.last_mut().expect("a row");
            let cell = row.last_mut().expect("a cell");
            match letter {
                '"' if is_open && letters.peek() == Some(&'"') => cell.extend(letters.next()),
                '"' if is_open => is_open = false,
                '"' if is_start => is_open = true,
                _ if is_open => cell.push(letter),
                '\n' => rows.push(vec![String::new()]),
                _ if letter == delimiter => row.push(String::new()),
                _ => cell.push(letter),
            }
            is_start = !is_open && (letter == '\n' || letter == delimiter);
        }
        let shown = |cell: String| {
            let text = shown(&cell);
            Shown { key: key(&text), text }
        };
        Self(rows.into_iter().map(|row| row.into_iter().map(shown).collect()).collect())
    }

    /// The cells, row by row.
    #[allow(dead_code, reason = "each test file uses its own part")]
    pub(crate) fn into_rows(self) -> Vec<Vec<String>> {
        self.0.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    }

    /// The rows, from 1, and the columns, from 0.
    pub(crate) fn rows(&self) -> impl Iterator<Item = u32> {
        1..=u32::try_from(self.0.len()).expect("few rows")
    }

    pub(crate) fn width(&self, row: u32) -> u32 {
        u32::try_from(self.0[row as usize - 1].len()).expect("few columns")
    }

    /// A cell; one that the row does not have is empty.
    pub(crate) fn cell(&self, row: u32, column: u32) -> &str {
        self.shown(row, column).map_or("", |shown| &shown.text)
    }

    /// A cell as names are compared.
    pub(crate) fn key(&self, row: u32, column: u32) -> &str {
        self.shown(row, column).map_or("", |shown| &shown.key)
    }

    fn shown(&self, row: u32, column: u32) -> Option<&Shown> {
        self.0.get(row as usize - 1)?.get(column as usize)
    }

    /// The nearest row with a filled cell in a column, from `row` upwards, but below `top`.
    pub(crate) fn nearest(&self, row: u32, column: u32, top: u32) -> Option<u32> {
        (top + 1..=row).rev().find(|row| !self.cell(*row, column).is_empty())
    }
}

/// A cell as it is shown: without white space at its ends and the `'` that guards a formula.
pub(crate) fn shown(cell: &str) -> String {
    let text = cell.trim();
    let is_guarded = text.starts_with('\'') && text[1..].starts_with(['=', '+', '-', '@', '\'']);
    text[usize::from(is_guarded)..].replace(['\u{B}', '\u{C}', '\u{2028}', '\u{2029}'], "\n")
}

fn is_control(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}')
}

/// What decoding takes out: byte order marks, marks of direction, what is no character.
fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{FEFF}' | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
            | '\u{FDD0}'..='\u{FDEF}'
    ) || u32::from(letter) & 0xFFFE == 0xFFFE
}
