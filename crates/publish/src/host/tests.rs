//! Hosts, and servers that are started for them.

mod folder;
#[cfg(unix)]
mod ftp;
#[cfg(unix)]
mod server;
#[cfg(unix)]
mod sftp;
#[cfg(unix)]
mod trust;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

use super::{Refusal, RefusalKind};

/// A folder of one test.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("nendo-publish-{}-{number}", process::id()));
        fs::create_dir_all(folder.join("site")).expect("a folder");
        Self(folder.canonicalize().expect("it is there"))
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    fn text(&self, path: &str) -> String {
        self.path(path).to_str().expect("a path in UTF-8").to_owned()
    }

    /// The folder that is served.
    fn site(&self) -> PathBuf {
        self.path("site")
    }

    fn put(&self, path: &str, text: impl AsRef<[u8]>) -> PathBuf {
        fs::write(self.path(path), text).expect(path);
        self.path(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Runs what hosts do as the program does: on one thread.
fn run<T>(act: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(act)
}

#[track_caller]
fn kind<T: std::fmt::Debug>(result: Result<T, Refusal>) -> RefusalKind {
    result.expect_err("it is refused").kind
}

/// A folder of this crate's tests.
fn hosts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hosts")
}
