//! The folder of one test.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

/// A folder that goes with the test: what a server needs, and `site`, which it serves.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// A folder of its own, with an empty `site`.
    #[allow(clippy::new_without_default, reason = "it makes a folder")]
    pub fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("nendo-servers-{}-{number}", process::id()));
        fs::create_dir_all(folder.join("site")).expect("a folder");
        Self(folder.canonicalize().expect("it is there"))
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// A path in it.
    pub fn path(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    /// The same as text.
    pub fn text(&self, path: &str) -> String {
        self.path(path).to_str().expect("a path in UTF-8").to_owned()
    }

    /// The folder that is served.
    pub fn site(&self) -> PathBuf {
        self.path("site")
    }

    /// Writes a file, and the folders above it.
    pub fn put(&self, path: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let file = self.path(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("folders");
        fs::write(&file, bytes).expect(path);
        file
    }

    /// A file that is text.
    pub fn get(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
