//! The memory that reading takes at its peak, beside the size of the file. It is counted by an allocator that
//! would slow the benchmark of time.

#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]
#![expect(clippy::cast_precision_loss, reason = "megabytes to one decimal")]

mod table;

use std::fs;
use std::hint::black_box;

use peak_alloc::PeakAlloc;

use table::CELLS;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fn main() {
    let folder = table::folder();
    let plans = table::write(&folder, 1, CELLS);
    let bytes = fs::metadata(folder.join("plans/plan0/2023.csv")).map_or(0, |file| file.len());
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    black_box(nendo_ingest::plan(&folder, &plans[0], None));
    let peak = (MEMORY.peak_usage() - before) as f64;
    let _ = fs::remove_dir_all(&folder);
    println!("{CELLS} cells, {bytes} bytes in Windows-31J");
    println!("peak memory {:.1} MB, {:.1} times the file", peak / 1e6, peak / bytes as f64);
}
