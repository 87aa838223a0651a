//! Builds into a folder where a site stands already: whatever was edited, damaged or cut short since, the site that a
//! build leaves is the one that a fresh folder would get, byte for byte. So is the one that is served while files are edited.
//!
//! The edits are drawn from seeds. `NENDO_SCRIPTS`, `NENDO_KILLS` and `NENDO_SERVES` say how many seeds are tried, from 0
//! on; with `NENDO_SEED` it is that seed alone.

mod content;
mod files;
mod ground;
mod interrupt;
mod kill;
mod look;
mod output;
mod script;
mod served;
mod settings;
mod structure;
#[path = "../synthetic/mod.rs"]
mod synthetic;
mod table;

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::{env, thread};

/// Tries each seed on all cores, and panics with what went wrong.
fn each_seed(number: &str, usual: u64, try_one: impl Fn(u64) -> Result<(), String> + Sync) {
    let asked = |name: &str| env::var(name).ok().map(|text| text.parse::<u64>().expect("a number"));
    let seeds = match asked("NENDO_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..asked(number).unwrap_or(usual),
    };
    let (next, failures) = (AtomicU64::new(seeds.start), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= seeds.end || failures.lock().expect("a lock").len() > 2 {
                        break;
                    }
                    if let Err(told) = try_one(seed) {
                        failures.lock().expect("a lock").push(format!("NENDO_SEED={seed}\n{told}"));
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().expect("a lock");
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}
