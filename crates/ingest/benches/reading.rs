//! What reading costs beside the bare csv crate over the same bytes, and the memory it needs: a table of
//! 1,000,000 cells as Excel in Japan saves it. Both sides read the file, decode it and keep what they read, in one run.

#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]
#![expect(clippy::cast_precision_loss, reason = "megabytes to one decimal")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use nendo_ingest::PlanFolder;
use peak_alloc::PeakAlloc;
use rayon::prelude::*;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const CELLS: usize = 1_000_000;
/// Plans that are read at once, for the run by file with rayon.
const FILES: usize = 8;
const ROUNDS: usize = 9;

fn main() {
    let folder = std::env::temp_dir().join(format!("nendo-bench-{}", std::process::id()));
    let whole = write(&folder.join("whole"), 1, CELLS);
    let parts = write(&folder.join("parts"), FILES, CELLS / FILES);

    let table = folder.join("whole/plans/plan0/2023.csv");
    let mut fastest = [Duration::MAX; 3];
    // One after the other in each round, so that whatever else the machine does slows all of them.
    for _ in 0..ROUNDS {
        let times = [
            time(|| plain(&table)),
            time(|| nendo_ingest::plan(&folder.join("whole"), &whole[0])),
            time(|| {
                parts
                    .par_iter()
                    .map(|plan| nendo_ingest::plan(&folder.join("parts"), plan))
                    .collect::<Vec<_>>()
            }),
        ];
        fastest = [0, 1, 2].map(|at| fastest[at].min(times[at]));
    }
    let [bare, own, parted] = fastest;
    let peak = peak_of(|| nendo_ingest::plan(&folder.join("whole"), &whole[0]));
    let bytes = fs::metadata(&table).map_or(0, |file| file.len());
    let _ = fs::remove_dir_all(&folder);

    let ratio = |time: Duration| time.as_secs_f64() / bare.as_secs_f64();
    let threads = rayon::current_num_threads();
    println!("{CELLS} cells, {bytes} bytes in Windows-31J");
    println!("csv and encoding_rs alone   {bare:>10.1?}   1.0");
    println!("one plan, one thread        {own:>10.1?}  {:>4.1}", ratio(own));
    println!("{FILES} plans, {threads} threads          {parted:>10.1?}  {:>4.1}", ratio(parted));
    println!(
        "peak memory                 {:>7.1} MB  {:>4.1} times the file",
        peak / 1e6,
        peak / bytes as f64
    );
}

/// The records of a file, decoded and kept.
fn plain(file: &Path) -> Vec<csv::StringRecord> {
    let bytes = fs::read(file).expect("the file");
    let (text, _, _) = encoding_rs::SHIFT_JIS.decode(&bytes);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().collect::<Result<_, _>>().expect("a table")
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

/// The bytes allocated at most while something is made, with what was made.
fn peak_of<T>(work: impl FnOnce() -> T) -> f64 {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    black_box(work());
    (MEMORY.peak_usage() - before) as f64
}

/// Writes plans of so many cells each.
fn write(content: &Path, plans: usize, cells: usize) -> Vec<PlanFolder> {
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
    let example = include_str!("../../../content/plans/dx/2023.csv").trim_start_matches('\u{FEFF}');
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
