//! Bytes of a file → plan, as the program reads it: the law of `crates/ingest/tests/law` holds.

#![no_main]

#[path = "../../crates/ingest/tests/law/mod.rs"]
mod law;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use nendo_ingest::PlanFolder;

/// The longest file that is held to the law, in bytes.
const LONGEST: usize = 8192;

/// A content folder in memory, where the system has such.
static CONTENT: LazyLock<PathBuf> = LazyLock::new(|| {
    let memory = Path::new("/dev/shm");
    let base = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    let content = base.join(format!("nendo-fuzz-{}", std::process::id()));
    fs::create_dir_all(content.join("plans/dx")).expect("a folder");
    fs::write(content.join("plans/dx/plan.toml"), "scale = 'a-d'\n").expect("a file");
    content
});

fuzz_target!(|bytes: &[u8]| {
    fs::write(CONTENT.join("plans/dx/2023.csv"), bytes).expect("a file");
    let checked = nendo_ingest::plan(&CONTENT, &PlanFolder { slug: "dx".to_owned() }, None);
    // The law goes over the table again for each cell; the reader alone must bear more.
    if let Some(plan) = checked.value.filter(|_| bytes.len() <= LONGEST) {
        for edition in &plan.editions {
            if let Err(breach) = law::holds(edition, bytes) {
                panic!("{breach}");
            }
        }
    }
});
