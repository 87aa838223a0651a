//! What publishing keeps beside the output, in `.nendo/publish`: who publishes, one at a time, and the receipts. Builds leave it
//! alone.

use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

use nendo_publish::Publisher;

use super::obstacle::Obstacle;

const FOLDER: &str = ".nendo/publish";

/// The desk of one publish; no other has it meanwhile.
pub(super) struct Desk {
    folder: PathBuf,
    publisher: Publisher,
    /// Locked as long as this stands, also if the program is killed.
    _lock: File,
}

impl Desk {
    /// Sits down at it, unless somebody does.
    pub(super) fn open(out: &Path) -> Result<Self, Obstacle> {
        let folder = out.join(FOLDER);
        let failed = |error: std::io::Error| Obstacle::Desk {
            path: folder.to_string_lossy().into_owned(),
            said: error.to_string(),
        };
        fs::create_dir_all(&folder).map_err(failed)?;
        let lock = File::create(folder.join("lock")).map_err(failed)?;
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(Obstacle::BusyHere),
            // A share that knows no locks: the lock on the host is left.
            Err(TryLockError::Error(_)) | Ok(()) => {}
        }
        let output = id(&folder.join("id")).map_err(failed)?;
        let run = unique();
        Ok(Self { folder, publisher: Publisher { output, run }, _lock: lock })
    }

    /// Who publishes.
    pub(super) fn publisher(&self) -> &Publisher {
        &self.publisher
    }

    /// Where it stands.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the receipt of the last publish to a target is kept.
    pub(super) fn receipt(&self, target: &str) -> PathBuf {
        self.folder.join(format!("{target}.json"))
    }
}

/// What stands for the output; made once.
fn id(file: &Path) -> std::io::Result<String> {
    let is_id = |text: &String| text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if let Some(known) = fs::read_to_string(file).ok().filter(is_id) {
        return Ok(known);
    }
    let made = unique();
    File::create(file)?.write_all(made.as_bytes())?;
    Ok(made)
}

/// What nobody else has: 32 digits.
fn unique() -> String {
    use std::hash::{BuildHasher, RandomState};
    // The seeds come from the system's source of randomness, one for each state.
    let number = |_| RandomState::new().hash_one((std::process::id(), std::time::SystemTime::now()));
    [0, 1].map(number).map(|number| format!("{number:016x}")).concat()
}
