//! Text of a CSV → records with the row at which a spreadsheet shows them. Finds out whether comma, tab or
//! semicolon parts the cells. Does not know what a header or a progress table is.

use std::iter;

use csv::{Reader, ReaderBuilder, StringRecord, Terminator};
use nendo_model::{Delimiter, Origin, Place, Saved};

/// The cells of a file, all in one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Grid {
    /// How the file was saved, as far as its text tells.
    pub(crate) saved: Saved,
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<usize>,
    /// The row of each record as a spreadsheet counts it, and its cells among those of the file.
    rows: Vec<(u32, usize, usize)>,
}

/// One row of a table that has something in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record<'t> {
    /// The row as a spreadsheet counts it, from 1: blank lines are rows, and a quoted line break makes none.
    pub(crate) row: u32,
    grid: &'t Grid,
    first: usize,
    end: usize,
}

/// A cell as it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Written<'t> {
    pub(crate) text: &'t str,
    pub(crate) place: Place,
}

impl Written<'_> {
    /// Whether it says that it is as the cell above.
    pub(crate) fn is_ditto(self) -> bool {
        matches!(self.text, "〃" | "同上" | "″" | "”" | "\"")
    }
}

/// The delimiters told apart, likeliest first where the text decides nothing: a tab never stands in a cell
/// unquoted, a semicolon now and then does.
const DELIMITERS: [Delimiter; 3] = [Delimiter::Tab, Delimiter::Comma, Delimiter::Semicolon];

/// How many records are looked at to find the delimiter.
const SAMPLE: usize = 64;

impl Grid {
    /// The rows of a CSV that have at least one cell, in order. Rows may differ in length.
    pub(crate) fn of(text: String) -> Self {
        let text = with_line_feeds(text);
        let (text, delimiter) = match said(&text) {
            Some((delimiter, rest)) => (rest, delimiter),
            None => (text.as_str(), likeliest(&text)),
        };
        let mut grid = Self { text: String::with_capacity(text.len()), ..Self::default() };
        grid.saved.delimiter = delimiter;
        let mut rows = Rows::of(text, delimiter);
        let mut record = StringRecord::new();
        while let Some(row) = rows.next(&mut record) {
            let first = grid.ends.len();
            let mut end = first;
            for cell in &record {
                let before = grid.text.len();
                push(cell, &mut grid.text);
                grid.ends.push(grid.text.len());
                if grid.text.len() > before {
                    end = grid.ends.len();
                }
            }
            grid.ends.truncate(end);
            if end > first {
                grid.rows.push((row, first, end));
            }
        }
        grid
    }

    /// Whether another file has the same cells in the same rows.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        (&self.text, &self.ends, &self.rows) == (&other.text, &other.ends, &other.rows)
    }

    /// The rows.
    pub(crate) fn records(&self) -> Vec<Record<'_>> {
        self.rows.iter().map(|&(row, first, end)| Record { row, grid: self, first, end }).collect()
    }
}

impl<'t> Record<'t> {
    /// The cells from column A, without white space at their ends and with `\n` for any line break. Empty
    /// cells at the end of the row are dropped, so the last one is never empty.
    pub(crate) fn cells(self) -> impl ExactSizeIterator<Item = &'t str> + DoubleEndedIterator + Clone {
        (self.first..self.end).map(move |at| self.at(at))
    }

    /// The cell of a column, empty beyond the last one.
    pub(crate) fn cell(self, column: usize) -> &'t str {
        match self.first.checked_add(column) {
            Some(at) if at < self.end => self.at(at),
            _ => "",
        }
    }

    /// A cell of a column that is filled.
    pub(crate) fn filled(self, column: usize) -> Option<Written<'t>> {
        Some(self.written(column)).filter(|written| !written.text.is_empty())
    }

    /// The cell of a column, with its place.
    pub(crate) fn written(self, column: usize) -> Written<'t> {
        Written { text: self.cell(column), place: self.place(column) }
    }

    /// Where the cell of a column stands.
    pub(crate) fn place(self, column: usize) -> Place {
        Place::new(self.row, column)
    }

    /// The whole row.
    pub(crate) fn origin(self, file: &str) -> Origin {
        Origin::row(file, self.row)
    }

    /// All that it says.
    pub(crate) fn text(self) -> String {
        self.cells().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// How many cells there are.
    pub(crate) fn len(self) -> usize {
        self.end - self.first
    }

    fn at(self, at: usize) -> &'t str {
        let start = at.checked_sub(1).and_then(|before| self.grid.ends.get(before)).copied().unwrap_or(0);
        self.grid.ends.get(at).and_then(|end| self.grid.text.get(start..*end)).unwrap_or_default()
    }
}

/// The records of a text with their rows. The csv crate passes over blank lines in silence, so the line ends
/// between the end of one record and the start of the next are counted here.
struct Rows<'a> {
    text: &'a [u8],
    reader: Reader<&'a [u8]>,
    row: u32,
}

impl<'a> Rows<'a> {
    fn of(text: &'a str, delimiter: Delimiter) -> Self {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter.byte())
            .terminator(Terminator::Any(b'\n'))
            .from_reader(text.as_bytes());
        Self { text: text.as_bytes(), reader, row: 0 }
    }

    /// Reads the next record and gives its row.
    fn next(&mut self, record: &mut StringRecord) -> Option<u32> {
        let start = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        let blank = self.text.get(start..)?.iter().take_while(|byte| **byte == b'\n').count();
        self.row = self.row.saturating_add(u32::try_from(blank).unwrap_or(u32::MAX)).saturating_add(1);
        // Reading text from memory has no error left to report.
        self.reader.read_record(record).unwrap_or(false).then_some(self.row)
    }
}

/// What parts the cells of a text, and whether its first line names it.
pub(crate) fn delimiter(text: &str) -> (Delimiter, bool) {
    let text = with_line_feeds(text.to_owned());
    said(&text).map_or_else(|| (likeliest(&text), false), |(delimiter, _)| (delimiter, true))
}

/// A text with one character for any line end.
fn with_line_feeds(mut text: String) -> String {
    for end in ["\r\n", "\r"] {
        if text.contains(end) {
            text = text.replace(end, "\n");
        }
    }
    text
}

fn push(cell: &str, text: &mut String) {
    let cell = unguarded(cell.trim());
    let is_break = |letter| matches!(letter, '\u{B}' | '\u{C}' | '\u{2028}' | '\u{2029}');
    // Each of them begins with one of three bytes, two of which no other text has.
    if cell.bytes().any(|byte| matches!(byte, 0xB | 0xC | 0xE2)) {
        text.extend(cell.chars().map(|letter| if is_break(letter) { '\n' } else { letter }));
    } else {
        text.push_str(cell);
    }
}

/// A text without the `'` that stands guard before what a spreadsheet would run as a formula.
pub(crate) fn unguarded(text: &str) -> &str {
    let guarded = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\'']));
    guarded.unwrap_or(text)
}

/// The delimiter that the first line names (`sep=;`), and what follows that line. Excel shows no row
/// for it.
fn said(text: &str) -> Option<(Delimiter, &str)> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let first = first.trim_matches('"');
    let (word, named) = (first.get(..4)?, first.get(4..)?);
    // A program that saves the file anew fills the line up to the width of the table.
    let delimiter = DELIMITERS.into_iter().find(|known| named.bytes().next() == Some(known.byte()))?;
    let is_alone = named.bytes().all(|byte| byte == delimiter.byte() || byte == b'"');
    (word.eq_ignore_ascii_case("sep=") && is_alone).then_some((delimiter, rest))
}

/// The delimiter that gives the largest part of the records the same number of columns, of two or more. The
/// number alone says little: under a wrong one, each line of a long cell is a record.
fn likeliest(text: &str) -> Delimiter {
    let mut best = (0, 1, 0, Delimiter::Comma);
    for delimiter in DELIMITERS {
        let mut rows = Rows::of(text, delimiter);
        let mut record = StringRecord::new();
        let widths = iter::from_fn(|| rows.next(&mut record).map(|_| record.len()));
        let mut widths: Vec<usize> = widths.take(SAMPLE).collect();
        widths.sort_unstable();
        let runs = widths.chunk_by(|a, b| a == b).filter(|run| run[0] > 1);
        let (count, width) = runs.map(|run| (run.len(), run[0])).max().unwrap_or_default();
        let (best_count, best_total, best_width, _) = best;
        if (count * best_total, width) > (best_count * widths.len(), best_width) {
            best = (count, widths.len(), width, delimiter);
        }
    }
    best.3
}

#[cfg(test)]
mod tests {
    use super::Grid;

    fn shown(text: &str) -> Vec<(u32, Vec<String>)> {
        let grid = Grid::of(text.to_owned());
        let shown = |record: super::Record<'_>| (record.row, record.cells().map(str::to_owned).collect());
        grid.records().into_iter().map(shown).collect()
    }

    fn row(row: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (row, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn blank_lines_are_rows_and_quoted_line_breaks_are_none() {
        let expected = [row(3, &["a", "b"]), row(4, &["1\n\n2", "3"]), row(6, &["4", "5"])];
        for end in ["\n", "\r\n", "\r"] {
            let text = ["", "", "a,b", "\"1\n\n2\",3", "", "4,5", "", ""].join("\n").replace('\n', end);
            assert_eq!(shown(&text), expected, "{end:?}");
        }
    }

    #[test]
    fn rows_of_empty_cells_count_but_are_no_records() {
        assert_eq!(shown(",,\n　, ,\na,,b,,\n\"\",\"\"\n,c"), [row(3, &["a", "", "b"]), row(5, &["", "c"])]);
        assert_eq!(shown(""), []);
        assert_eq!(shown("\n\n"), []);
        assert_eq!(shown("a"), [row(1, &["a"])]);
    }

    #[test]
    fn a_guard_before_a_formula_goes() {
        assert_eq!(shown("'-5%,'=1+1,''x,'80年代,it's"), [row(1, &["-5%", "=1+1", "'x", "'80年代", "it's"])]);
    }

    #[test]
    fn cells_are_trimmed_and_keep_quotes_and_commas() {
        assert_eq!(
            shown("　 1,\"\n　1,200 \",\"a\"\"b\"\n5\"x,y"),
            [row(1, &["1", "1,200", "a\"b"]), row(2, &["5\"x", "y"])]
        );
    }

    #[test]
    fn the_delimiter_is_found() {
        let header = row(1, &["項目", "目標", "実績"]);
        let first = row(2, &["x;y", "1,305人/年", "980人/年"]);
        let second = row(3, &["z", "1,000", "2,000"]);
        for text in [
            "項目\t目標\t実績\nx;y\t1,305人/年\t980人/年\nz\t1,000\t2,000",
            "項目,目標,実績\nx;y,\"1,305人/年\",980人/年\nz,\"1,000\",\"2,000\"",
            "項目;目標;実績\n\"x;y\";1,305人/年;980人/年\nz;1,000;2,000",
        ] {
            assert_eq!(shown(text), [header.clone(), first.clone(), second.clone()], "{text}");
        }
        assert_eq!(shown("ja,en\n柱,Pillar; part\n取組,Initiative; b\n")[0], row(1, &["ja", "en"]));
        assert_eq!(shown("ja,en\n柱,a;b;c;d\n取組,e\n")[1], row(2, &["柱", "a;b;c;d"]));
        assert_eq!(shown("表題\n\na\tb\nc\td")[1], row(3, &["a", "b"]));
        assert_eq!(shown("a;b,c\nd,e;f\n")[0], row(1, &["a;b", "c"]));
        let lines = "\"1, 2\n3, 4\n5, 6\n7\"";
        assert_eq!(shown(&format!("a\tb\tc\nx\t{lines}\ty\n"))[1].1[1..], ["1, 2\n3, 4\n5, 6\n7", "y"]);
    }

    #[test]
    fn the_first_line_may_name_the_delimiter() {
        let expected = [row(1, &["a,b", "c"]), row(2, &["d,e,f,g", "h"])];
        for first in ["sep=;", "SEP=;", "\"sep=;\"", "sep=;;;"] {
            assert_eq!(shown(&format!("{first}\r\na,b;c\r\nd,e,f,g;h\r\n")), expected, "{first}");
        }
        assert_eq!(shown("sep=x\na,b")[0], row(1, &["sep=x"]));
        assert_eq!(shown("sep=;x\na;b")[0], row(1, &["sep=", "x"]));
        assert_eq!(shown("Plan,,\na,b,c")[0], row(1, &["Plan"]));
        assert_eq!(shown("sep=;"), []);
        assert_eq!(shown("sep="), [row(1, &["sep="])]);
    }

    #[test]
    fn every_line_break_in_a_cell_is_one() {
        let text = "a\u{2028}b,c\u{2029}d,e\u{B}f,g\u{C}h,—\n";
        assert_eq!(shown(text), [row(1, &["a\nb", "c\nd", "e\nf", "g\nh", "—"])]);
    }

    #[test]
    fn an_open_quote_takes_the_rest_and_harms_nothing() {
        assert_eq!(shown("a,b\nc,\"d\ne,f"), [row(1, &["a", "b"]), row(2, &["c", "d\ne,f"])]);
    }
}
