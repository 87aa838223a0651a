//! What reading costs beside the bare csv crate over the same bytes: a table of 1,000,000 cells as Excel in
//! Japan saves it. Both sides read the file, decode it and keep what they read, in one run.

#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]

mod table;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use table::CELLS;

/// Plans that are read at once, for the run by file with rayon.
const FILES: usize = 8;
const ROUNDS: usize = 9;

fn main() {
    let folder = table::folder();
    let whole = table::write(&folder.join("whole"), 1, CELLS);
    let parts = table::write(&folder.join("parts"), FILES, CELLS / FILES);
    let file = folder.join("whole/plans/plan0/2023.csv");
    let mut fastest = [Duration::MAX; 3];
    // One after the other in each round, so that whatever else the machine does slows all of them.
    for _ in 0..ROUNDS {
        let times = [
            time(|| plain(&file)),
            time(|| nendo_ingest::plan(&folder.join("whole"), &whole[0], None)),
            time(|| {
                parts
                    .par_iter()
                    .map(|plan| nendo_ingest::plan(&folder.join("parts"), plan, None))
                    .collect::<Vec<_>>()
            }),
        ];
        fastest = [0, 1, 2].map(|at| fastest[at].min(times[at]));
    }
    let [bare, own, parted] = fastest;
    let bytes = fs::metadata(&file).map_or(0, |file| file.len());
    let _ = fs::remove_dir_all(&folder);

    let ratio = |time: Duration| time.as_secs_f64() / bare.as_secs_f64();
    let threads = rayon::current_num_threads();
    println!("{CELLS} cells, {bytes} bytes in Windows-31J");
    println!("csv and encoding_rs alone   {bare:>10.1?}   1.0");
    println!("one plan, one thread        {own:>10.1?}  {:>4.1}", ratio(own));
    println!("{FILES} plans, {threads} threads          {parted:>10.1?}  {:>4.1}", ratio(parted));
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
