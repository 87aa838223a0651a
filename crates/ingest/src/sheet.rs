//! A table as its file has it, to be saved again as it was: every row and cell, whether nendo uses it or not, with the
//! encoding, delimiter, line ends and quotes of the file. Knows no header, and not what a cell says.

use std::iter::Peekable;
use std::path::Path;
use std::str::Chars;

use nendo_model::{Case, Delimiter, Encoding, Origin, Place, Problem, Saved};

use crate::encode::{encode, mark};
use crate::{file, record};

/// A table as its file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// How it is saved.
    pub form: Form,
    /// Its rows from the first one that a spreadsheet shows; a blank line is a row with one empty cell. They may differ
    /// in length.
    pub rows: Vec<Vec<Field>>,
}

/// How the rows of a sheet become bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Encoding and delimiter.
    pub saved: Saved,
    /// What ends a row: `\r\n`, `\n` or `\r`.
    pub line_end: &'static str,
    /// The first line where it names the delimiter (`sep=;`), which a spreadsheet does not show.
    pub first_line: Option<String>,
    /// Whether the last row ends as the others do.
    pub last_row: LastRow,
}

/// How the last row ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastRow {
    /// As the others do.
    Ended,
    /// With the file.
    Open,
}

/// A cell as its file has it: all white space is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    quotes: Quotes,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Quotes {
    /// Where the text needs them.
    #[default]
    AsNeeded,
    /// The file has them, needed or not.
    Kept,
}

impl Field {
    /// A cell with this text, in quotes if it needs them.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), quotes: Quotes::AsNeeded }
    }

    /// Its text, without quotes.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The cell with another text, in quotes as it was.
    pub fn set(&mut self, text: impl Into<String>) {
        self.text = text.into();
    }

    fn written(&self, delimiter: char) -> String {
        let is_special = |letter| letter == delimiter || matches!(letter, '"' | '\n' | '\r');
        if self.quotes == Quotes::Kept || self.text.contains(is_special) {
            format!("\"{}\"", self.text.replace('"', "\"\""))
        } else {
            self.text.clone()
        }
    }
}

impl Form {
    /// That of a new file: what Excel opens and saves without harm in every country.
    #[must_use]
    pub fn new() -> Self {
        let saved = Saved { encoding: Encoding::Utf8Bom, delimiter: Delimiter::Comma };
        Self { saved, line_end: "\r\n", first_line: None, last_row: LastRow::Ended }
    }
}

impl Default for Form {
    fn default() -> Self {
        Self::new()
    }
}

impl Sheet {
    /// Reads a file of the content folder; `None` where there is none.
    ///
    /// # Errors
    ///
    /// That it cannot be read, or that its encoding is not known.
    pub fn read(content: &Path, file: &str) -> Result<Option<Self>, Problem> {
        Ok(file::decoded(content, file)?.map(|(text, encoding)| Self::of(&text, encoding)))
    }

    /// The sheet that a text is; `encoding` is what it was read from.
    pub(crate) fn of(text: &str, encoding: Encoding) -> Self {
        let (delimiter, names_it) = record::delimiter(text);
        let mut reader = Reader {
            letters: text.chars().peekable(),
            delimiter: char::from(delimiter.byte()),
            line_end: None,
        };
        let first_line = names_it.then(|| reader.line());
        let (mut rows, mut last_row) = (Vec::new(), LastRow::Ended);
        while reader.letters.peek().is_some() {
            let (row, end) = reader.row();
            rows.push(row);
            last_row = end;
        }
        let line_end = reader.line_end.unwrap_or("\r\n");
        Self { form: Form { saved: Saved { encoding, delimiter }, line_end, first_line, last_row }, rows }
    }

    /// The sheet as bytes of a file.
    ///
    /// # Errors
    ///
    /// The first letter that the encoding cannot hold, and where it stands.
    pub fn bytes(&self) -> Result<Vec<u8>, (Case, Place)> {
        let Form { saved: Saved { encoding, delimiter }, line_end, first_line, last_row } = &self.form;
        let delimiter = char::from(delimiter.byte());
        let lacks = |letter: char, place| {
            (
                Case::LetterNotInEncoding { value: letter.to_string(), encoding: encoding.name().to_owned() },
                place,
            )
        };
        let mut bytes = mark(*encoding).to_vec();
        let mut write = |text: &str, place: Place| {
            encode(text, *encoding, &mut bytes).map_err(|letter| lacks(letter, place))
        };
        if let Some(line) = first_line {
            write(&format!("{line}{line_end}"), Place::new(1, 0))?;
        }
        let mut number = 0;
        for row in &self.rows {
            if number > 0 {
                write(line_end, Place::new(number, 0))?;
            }
            number += 1;
            for (column, field) in row.iter().enumerate() {
                let place = Place::new(number, column);
                if column > 0 {
                    write(delimiter.encode_utf8(&mut [0; 4]), place)?;
                }
                write(&field.written(delimiter), place)?;
            }
        }
        if number > 0 && *last_row == LastRow::Ended {
            write(line_end, Place::new(number, 0))?;
        }
        Ok(bytes)
    }

    /// Puts the sheet in the place of a file of the content folder, all of it or nothing.
    ///
    /// # Errors
    ///
    /// That the file is open elsewhere or cannot be written, or a letter that the encoding cannot hold.
    pub fn replace(&self, content: &Path, file: &str) -> Result<(), Problem> {
        file::replace(content, file, &self.bytes_for(file)?)
    }

    /// Makes a new file of the content folder.
    ///
    /// # Errors
    ///
    /// That there is such a file already or it cannot be written, or a letter that the encoding cannot hold.
    pub fn create(&self, content: &Path, file: &str) -> Result<(), Problem> {
        file::create(content, file, &self.bytes_for(file)?)
    }

    fn bytes_for(&self, file: &str) -> Result<Vec<u8>, Problem> {
        self.bytes().map_err(|(case, place)| Problem { case, origin: Origin::cell(file, &[], place) })
    }
}

/// Reads a text letter by letter, by the rules by which its cells are read elsewhere, and keeps what is passed over there:
/// blank lines, white space, and which line breaks stand in a cell.
struct Reader<'t> {
    letters: Peekable<Chars<'t>>,
    delimiter: char,
    /// The first line end outside a cell.
    line_end: Option<&'static str>,
}

impl Reader<'_> {
    fn row(&mut self) -> (Vec<Field>, LastRow) {
        let mut row = Vec::new();
        loop {
            row.push(self.field());
            match self.letters.next() {
                Some(letter) if letter == self.delimiter => {}
                Some(letter) => {
                    self.end(letter);
                    return (row, LastRow::Ended);
                }
                None => return (row, LastRow::Open),
            }
        }
    }

    /// A cell, up to what parts it from the next one or ends the row.
    fn field(&mut self) -> Field {
        let mut field = Field::default();
        if self.letters.next_if_eq(&'"').is_some() {
            field.quotes = Quotes::Kept;
            self.quoted(&mut field.text);
        }
        let delimiter = self.delimiter;
        while let Some(letter) =
            self.letters.next_if(|letter| *letter != delimiter && !matches!(letter, '\n' | '\r'))
        {
            field.text.push(letter);
        }
        field
    }

    /// The text up to the quote that closes it, or all that is left.
    fn quoted(&mut self, text: &mut String) {
        while let Some(letter) = self.letters.next() {
            if letter == '"' && self.letters.next_if_eq(&'"').is_none() {
                return;
            }
            text.push(letter);
        }
    }

    /// The rest of the line.
    fn line(&mut self) -> String {
        let mut line = String::new();
        while let Some(letter) = self.letters.next() {
            if matches!(letter, '\n' | '\r') {
                self.end(letter);
                break;
            }
            line.push(letter);
        }
        line
    }

    fn end(&mut self, first: char) {
        let end = match first {
            '\n' => "\n",
            _ if self.letters.next_if_eq(&'\n').is_some() => "\r\n",
            _ => "\r",
        };
        self.line_end.get_or_insert(end);
    }
}
