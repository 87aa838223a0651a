//! The site as it stands on this machine, on its way to a host.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The files of a built site.
#[derive(Clone, Debug)]
pub struct Site {
    root: PathBuf,
    files: BTreeMap<String, Sum>,
}

/// What tells the bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Sum {
    /// How many there are.
    pub bytes: u64,
    /// Their SHA-256 (FIPS 180-4), in lower-case hexadecimal digits.
    pub sha256: String,
}

impl Site {
    /// Reads these files below a folder. Their paths are relative to it, with `/`.
    ///
    /// # Errors
    /// The first file that cannot be read, and why.
    pub fn read<'p>(
        root: &Path,
        paths: impl IntoIterator<Item = &'p str>,
    ) -> Result<Self, (String, io::Error)> {
        let files = paths.into_iter().map(|path| {
            let bytes = std::fs::read(place(root, path)).map_err(|error| (path.to_owned(), error))?;
            Ok((path.to_owned(), Sum::of(&bytes)))
        });
        Ok(Self { root: root.to_owned(), files: files.collect::<Result<_, _>>()? })
    }

    /// Its files, by path.
    #[must_use]
    pub fn files(&self) -> &BTreeMap<String, Sum> {
        &self.files
    }

    /// The bytes of one of its files, if they still are what was read.
    pub(crate) fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        let bytes = std::fs::read(place(&self.root, path)).ok()?;
        (self.files.get(path) == Some(&Sum::of(&bytes))).then_some(bytes)
    }
}

impl Sum {
    /// That of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let sha256 = hexadecimal(&Sha256::digest(bytes));
        Self { bytes: bytes.len() as u64, sha256 }
    }
}

/// Bytes as digits, two for each.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn place(root: &Path, path: &str) -> PathBuf {
    root.join(path.split('/').collect::<PathBuf>())
}

/// The folder of a file; the root is the empty path.
pub(crate) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Whether this is a page, which shows other files and leads to other pages.
pub(crate) fn is_page(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending == "html")
}
