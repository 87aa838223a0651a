//! The folders of an output, as they stood when a build began: each is looked at once, however many files it has.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::route::SitePath;

/// The folders of an output.
#[derive(Debug)]
pub(super) struct Folders {
    out: PathBuf,
    /// By their path in the site.
    known: Mutex<BTreeMap<String, Standing>>,
    staged: Mutex<BTreeSet<PathBuf>>,
}

/// What stands where the folder of a file must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The folder.
    Folder,
    /// Nothing.
    Nothing,
    /// Something that is no folder, here or above: a file, or a link that might lead out of the output.
    Foreign(PathBuf),
}

impl Folders {
    /// Those of this output.
    pub(super) fn of(out: &Path) -> Self {
        Self { out: out.to_owned(), known: Mutex::default(), staged: Mutex::default() }
    }

    /// What stands where the folder of a file must be.
    pub(super) fn standing(&self, file: &SitePath) -> Standing {
        let folder = file.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(standing) = known.get(folder) {
            return standing.clone();
        }
        let standing = self.look(folder);
        known.insert(folder.to_owned(), standing.clone());
        standing
    }

    fn look(&self, folder: &str) -> Standing {
        if !self.out.exists() {
            return Standing::Nothing;
        }
        let mut path = self.out.clone();
        for part in folder.split('/').filter(|part| !part.is_empty()) {
            path.push(part);
            match fs::symlink_metadata(&path) {
                Ok(metadata) if metadata.is_dir() => {}
                Ok(_) => return Standing::Foreign(path),
                Err(_) => return Standing::Nothing,
            }
        }
        Standing::Folder
    }

    /// Makes the folder of a staged file; before the first of them, whatever a build that was killed left in the stage goes.
    ///
    /// # Errors
    /// The disk refuses.
    pub(super) fn make_staged(&self, stage: &Path, file: &Path) -> io::Result<()> {
        let Some(folder) = file.parent() else { return Ok(()) };
        let mut staged = self.staged.lock().unwrap_or_else(PoisonError::into_inner);
        if staged.is_empty() && stage.exists() {
            fs::remove_dir_all(stage)?;
        }
        if !staged.contains(folder) {
            fs::create_dir_all(folder)?;
            staged.insert(folder.to_owned());
        }
        Ok(())
    }
}
