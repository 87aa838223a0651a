//! What a build costs beside `cp -r` of the site that it makes, from one plan as large as the example's to four hundred:
//! the first build, one that finds nothing changed, and one that finds one cell changed. The site stands on a file system
//! in memory where there is one, so that no disk is measured, and goes away in the end.
//!
//! Numbers among the arguments say how many plans; `NENDO` in the environment names another program to measure.

#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]
#![expect(clippy::cast_precision_loss, reason = "figures of a few digits")]

#[path = "../tests/synthetic/mod.rs"]
mod synthetic;

use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, process};

use synthetic::Sizes;
use wait4::Wait4;

/// How many plans, unless arguments say it.
const PLANS: [usize; 3] = [1, 40, 400];
/// How often everything is measured, unless it takes longer than [`PATIENCE`].
const ROUNDS: usize = 5;
const PATIENCE: Duration = Duration::from_mins(2);
/// A file system in memory, on Linux.
const MEMORY: &str = "/dev/shm";
/// Room for the content of a plan, its site and a copy of that, and then some: in KiB.
const ROOM: u64 = 20 * 1024;

fn main() {
    let asked: Vec<usize> = env::args().filter_map(|argument| argument.parse().ok()).collect();
    let in_memory = Path::new(MEMORY).is_dir();
    let base = if in_memory { MEMORY.into() } else { env::temp_dir() };
    let nendo = env::var_os("NENDO").unwrap_or_else(|| env!("CARGO_BIN_EXE_nendo").into());
    println!(
        "{} on {}{}; medians, each share beside the one that it names",
        Path::new(&nendo).display(),
        base.display(),
        if in_memory { "" } else { ", which may be a disk" }
    );
    for plans in if asked.is_empty() { PLANS.to_vec() } else { asked } {
        match room(&base, in_memory) {
            Some(room) if room < plans as u64 * ROOM => {
                println!("\n{plans} plans: skipped, as there is room for {} MiB only", room / 1024);
            }
            _ => Bench::new(&base, &nendo, plans).run(),
        }
    }
}

/// The room of a folder in KiB, where the system tells it.
fn room(folder: &Path, in_memory: bool) -> Option<u64> {
    let told = Command::new("df").arg("-Pk").arg(folder).output().ok()?;
    let told = String::from_utf8(told.stdout).ok()?;
    let free: u64 = told.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()?;
    let memory = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let memory = memory
        .lines()
        .find_map(|line| line.strip_prefix("MemAvailable:")?.split_whitespace().next()?.parse().ok());
    Some(memory.filter(|_| in_memory).map_or(free, |memory: u64| memory.min(free)))
}

/// What a command cost.
#[derive(Clone, Copy, Default)]
struct Cost {
    wall: Duration,
    processor: Duration,
    /// The memory that it held at most, in bytes.
    memory: u64,
}

/// A content folder with its site, and the program that makes it. They are removed in the end.
struct Bench {
    folder: PathBuf,
    nendo: OsString,
    sizes: Sizes,
    /// Pages as the program counts them.
    pages: u64,
}

impl Bench {
    fn new(base: &Path, nendo: &OsString, plans: usize) -> Self {
        let folder = base.join(format!("nendo-bench-{}-{plans}", process::id()));
        let sizes = Sizes::like_the_example(plans);
        synthetic::write(&folder.join("content"), sizes);
        Self { folder, nendo: nendo.clone(), sizes, pages: 0 }
    }

    fn run(mut self) {
        let (site, copy) = (self.folder.join("site"), self.folder.join("copy"));
        let mut costs: [Vec<Cost>; 4] = Default::default();
        // One after the other in each round, so that whatever else the machine does slows all of them.
        let begun = Instant::now();
        while costs[0].len() < ROUNDS && (costs[0].is_empty() || begun.elapsed() < PATIENCE) {
            remove(&site);
            costs[0].push(self.build());
            costs[1].push(ran(Command::new("cp").arg("-r").args([&site, &copy])).0);
            remove(&copy);
            costs[2].push(self.build());
            let content = self.folder.join("content");
            synthetic::change_a_cell(&content, self.sizes, self.sizes.plans / 2, costs[0].len());
            costs[3].push(self.build());
        }
        let rounds = costs[0].len();
        let [cold, copied, unchanged, changed] = costs.map(|costs| median(&costs));
        let (files, bytes) = weight(&site);
        println!(
            "\n{} plan(s): {} pages, {files} files, {bytes} bytes, {} bytes a page; {rounds} rounds",
            self.sizes.plans,
            self.pages,
            bytes / self.pages.max(1)
        );
        println!("                     wall   processor      memory   share of wall and of processor");
        tell("cp -r", copied, None);
        tell("first build", cold, Some((copied, "cp -r")));
        tell("nothing changed", unchanged, Some((cold, "first")));
        tell("one cell changed", changed, Some((cold, "first")));
    }

    fn build(&mut self) -> Cost {
        let mut command = Command::new(&self.nendo);
        let site = ["build", "--format", "json", "--content", "content", "--out", "site"];
        let (cost, said) = ran(command.args(site).current_dir(&self.folder));
        let line: serde_json::Value =
            serde_json::from_str(&said).expect("one line, as there is no problem to tell");
        self.pages = line["summary"]["pages"].as_u64().expect("a count");
        cost
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        remove(&self.folder);
    }
}

/// Runs a command that has to succeed: what it cost, and what it said.
fn ran(command: &mut Command) -> (Cost, String) {
    let begun = Instant::now();
    let mut child = command.stdout(Stdio::piped()).spawn().expect("a program that runs");
    let mut said = String::new();
    child.stdout.take().expect("a pipe").read_to_string(&mut said).expect("UTF-8");
    let ended = child.wait4().expect("an end");
    let wall = begun.elapsed();
    assert!(ended.status.success(), "{command:?}: {said}");
    let used = ended.rusage;
    (Cost { wall, processor: used.utime + used.stime, memory: used.maxrss }, said)
}

fn median(costs: &[Cost]) -> Cost {
    fn middle<T: Ord + Copy>(costs: &[Cost], of: impl Fn(&Cost) -> T) -> T {
        let mut values: Vec<T> = costs.iter().map(of).collect();
        values.sort_unstable();
        values[values.len() / 2]
    }
    Cost {
        wall: middle(costs, |cost| cost.wall),
        processor: middle(costs, |cost| cost.processor),
        memory: middle(costs, |cost| cost.memory),
    }
}

fn tell(name: &str, cost: Cost, beside: Option<(Cost, &str)>) {
    let share = beside.map(|(other, name)| {
        let share = |of: fn(&Cost) -> Duration| of(&cost).as_secs_f64() / of(&other).as_secs_f64();
        format!("  {:>7.3} {:>7.3} of {name}", share(|cost| cost.wall), share(|cost| cost.processor))
    });
    println!(
        "{name:<16} {:>7.3} s  {:>8.3} s  {:>7.1} MB{}",
        cost.wall.as_secs_f64(),
        cost.processor.as_secs_f64(),
        cost.memory as f64 / 1e6,
        share.unwrap_or_default()
    );
}

/// How many files are in a folder, and how many bytes they have.
fn weight(folder: &Path) -> (u64, u64) {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    let weights = entries.map(|entry| {
        let about = entry.metadata().expect("a file or folder");
        if about.is_dir() { weight(&entry.path()) } else { (1, about.len()) }
    });
    weights.fold((0, 0), |(files, bytes), weight| (files + weight.0, bytes + weight.1))
}

fn remove(folder: &Path) {
    let _ = fs::remove_dir_all(folder);
}
