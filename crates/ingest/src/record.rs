//! Text of a CSV → records with the row at which a spreadsheet shows them. Finds out whether comma, tab or
//! semicolon parts the cells. Does not know what a header or a progress table is.

use csv::{ByteRecord, ReaderBuilder, Terminator};

/// One row of a table that has something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    /// The row as a spreadsheet counts it, from 1: blank lines are rows, and a quoted line break makes none.
    pub row: u32,
    /// The cells from column A, without white space at their ends and with `\n` for any line break. Empty
    /// cells at the end of the row are dropped, so the last one is never empty.
    pub cells: Vec<String>,
}

/// The delimiters told apart, likeliest first where the text decides nothing: a tab never stands in a cell
/// unquoted, a semicolon now and then does.
const DELIMITERS: [u8; 3] = [b'\t', b',', b';'];

/// How many records are looked at to find the delimiter.
const SAMPLE: usize = 64;

/// The rows of a CSV that have at least one cell, in order. Rows may differ in length.
pub(crate) fn records(text: &str) -> Vec<Record> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    rows(&text, delimiter(&text))
        .filter_map(|(row, record)| {
            let mut cells: Vec<String> = record.iter().map(cell).collect();
            let filled = cells.iter().rposition(|cell| !cell.is_empty())? + 1;
            cells.truncate(filled);
            Some(Record { row, cells })
        })
        .collect()
}

/// Every record with its row. The csv crate passes over blank lines in silence, so the line ends between
/// the end of one record and the start of the next are counted here.
fn rows(text: &str, delimiter: u8) -> impl Iterator<Item = (u32, ByteRecord)> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .terminator(Terminator::Any(b'\n'))
        .from_reader(text.as_bytes());
    let mut row = 0_u32;
    std::iter::from_fn(move || {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let blank = text.as_bytes().get(start..)?.iter().take_while(|byte| **byte == b'\n').count();
        row = row.saturating_add(u32::try_from(blank).unwrap_or(u32::MAX)).saturating_add(1);
        let mut record = ByteRecord::new();
        // Reading from memory as bytes has no error left to report.
        reader.read_byte_record(&mut record).unwrap_or(false).then_some((row, record))
    })
}

fn cell(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    unguarded(text.trim()).replace(['\u{B}', '\u{C}', '\u{2028}', '\u{2029}'], "\n")
}

/// A text without the `'` that stands guard before what a spreadsheet would run as a formula.
fn unguarded(text: &str) -> &str {
    let guarded = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\'']));
    guarded.unwrap_or(text)
}

/// The delimiter that gives the most records the same number of columns, of two or more.
fn delimiter(text: &str) -> u8 {
    let mut best = (0, 0, b',');
    for delimiter in DELIMITERS {
        let mut widths: Vec<usize> =
            rows(text, delimiter).take(SAMPLE).map(|(_, record)| record.len()).collect();
        widths.sort_unstable();
        let runs = widths.chunk_by(|a, b| a == b).filter(|run| run[0] > 1);
        let (count, width) = runs.map(|run| (run.len(), run[0])).max().unwrap_or_default();
        if (count, width) > (best.0, best.1) {
            best = (count, width, delimiter);
        }
    }
    best.2
}

#[cfg(test)]
mod tests {
    use super::records;

    fn shown(text: &str) -> Vec<(u32, Vec<String>)> {
        records(text).into_iter().map(|record| (record.row, record.cells)).collect()
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
    }

    #[test]
    fn an_open_quote_takes_the_rest_and_harms_nothing() {
        assert_eq!(shown("a,b\nc,\"d\ne,f"), [row(1, &["a", "b"]), row(2, &["c", "d\ne,f"])]);
    }
}
