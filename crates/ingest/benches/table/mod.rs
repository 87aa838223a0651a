//! Tables to measure with: the example's own, as often as it takes.

use std::fs;
use std::path::{Path, PathBuf};

use nendo_ingest::PlanFolder;

/// How many cells the table of a benchmark has.
pub(crate) const CELLS: usize = 1_000_000;

/// A folder for the tables of a benchmark.
pub(crate) fn folder() -> PathBuf {
    std::env::temp_dir().join(format!("nendo-bench-{}", std::process::id()))
}

/// Writes plans of so many cells each.
pub(crate) fn write(content: &Path, plans: usize, cells: usize) -> Vec<PlanFolder> {
    let bytes = encoded(&table(cells));
    let write = |at: usize| {
        let slug = format!("plan{at}");
        let folder = content.join("plans").join(&slug);
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("2023.csv"), &bytes).expect("a file");
        fs::write(folder.join("plan.toml"), "scale = \"a-d\"\n").expect("a file");
        PlanFolder { slug }
    };
    (0..plans).map(write).collect()
}

/// The bytes that Excel in Japan saves, which knows no em dash.
fn encoded(text: &str) -> Vec<u8> {
    let text = text.replace('—', "―");
    encoding_rs::SHIFT_JIS.encode(&text).0.into_owned()
}

/// The example's table again and again under other pillars, until there are so many cells. From one to the
/// next the numbers change, but for their first digits.
fn table(cells: usize) -> String {
    let example = include_str!("../../../../content/plans/dx/2023.csv").trim_start_matches('\u{FEFF}');
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(example.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().collect::<Result<_, _>>().expect("the example");
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(&rows[0]).expect("a header");
    let body = rows[1..].iter().map(csv::StringRecord::len).sum::<usize>();
    for copy in 0..cells / body {
        for row in &rows[1..] {
            let pillar = row.get(0).filter(|pillar| !pillar.is_empty());
            let pillar = pillar.map(|pillar| format!("{pillar}({copy})")).unwrap_or_default();
            let cells = row.iter().enumerate().skip(1);
            let cells = cells.map(|(at, cell)| if at < 4 { cell.to_owned() } else { changed(cell, copy) });
            table.write_record([pillar].into_iter().chain(cells)).expect("a row");
        }
    }
    String::from_utf8(table.into_inner().expect("a table")).expect("UTF-8")
}

/// A text with other digits after the first one of each number.
fn changed(text: &str, copy: usize) -> String {
    let mut before = ' ';
    let mut seed = copy;
    let change = |letter: char| {
        let digit = letter.to_digit(10).filter(|_| before.is_ascii_digit() || matches!(before, '.' | ','));
        before = letter;
        let Some(digit) = digit else { return letter };
        let changed = (digit + u32::try_from(seed % 10).unwrap_or(0)) % 10;
        seed /= 10;
        char::from_digit(changed, 10).unwrap_or(letter)
    };
    text.chars().map(change).collect()
}
