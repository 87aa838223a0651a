//! What stands for the program that makes pages, so that a build by another one makes all of them again: the sources of this
//! crate and of those that it draws on, and the libraries that the lock file names. A version number would not do between releases.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// From the folder of this crate.
const SOURCES: [&str; 4] = ["src", "../chart/src", "../model/src", "../../Cargo.lock"];

fn main() {
    let mut hasher = DefaultHasher::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        hash(Path::new(source), &mut hasher);
    }
    println!("cargo::rustc-env=NENDO_SOURCE={:016x}", hasher.finish());
}

/// Every file under a path, in the order of their names. What cannot be read is not there: the compiler will tell.
fn hash(path: &Path, hasher: &mut impl Hasher) {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    entries.sort();
    for entry in entries {
        hash(&entry, hasher);
    }
    if let Ok(bytes) = fs::read(path) {
        bytes.hash(hasher);
    }
}
