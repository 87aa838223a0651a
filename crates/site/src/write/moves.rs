//! Moves within an output, on systems where another program may hold a file for a moment.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often, and how long apart, a move is tried again: on Windows a viewer, an indexer or a
/// virus scanner may hold a file for a moment.
const TRIES: u32 = 6;
const PAUSE: Duration = Duration::from_millis(80);

/// Moves all that a folder holds into another. What is not there yet comes in one piece.
///
/// # Errors
/// The first path that the disk refuses, and why.
pub(super) fn move_into(staged: &Path, target: &Path) -> Result<(), (PathBuf, io::Error)> {
    let at = |error| (target.to_owned(), error);
    for entry in fs::read_dir(staged).map_err(at)? {
        let entry = entry.map_err(at)?;
        let (from, to) = (entry.path(), target.join(entry.file_name()));
        let is_folder = entry.file_type().map_err(at)?.is_dir();
        if is_folder && fs::symlink_metadata(&to).is_ok() {
            move_into(&from, &to)?;
        } else {
            let moved = patiently(|| fs::rename(&from, &to));
            match moved {
                // Where the system holds on to a folder, its files may still go one by one.
                Err(error) if is_folder => {
                    fs::create_dir(&to).map_err(|_| (to.clone(), error))?;
                    move_into(&from, &to)?;
                }
                moved => moved.map_err(|error| (to, error))?,
            }
        }
    }
    Ok(())
}

/// Acts, and tries again while another program holds the file.
///
/// # Errors
/// As the last try.
pub(super) fn patiently(mut act: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    for _ in 1..TRIES {
        match act() {
            Err(error) if is_held(&error) => std::thread::sleep(PAUSE),
            done => return done,
        }
    }
    act()
}

/// Whether another program holds the file: Windows calls that a sharing or a lock violation (32, 33),
/// or denies access.
fn is_held(error: &io::Error) -> bool {
    error.kind() == ErrorKind::PermissionDenied
        || (cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)))
}
