//! Where the new folder goes: a place with nothing in it. All files are written, or none; nothing is ever overwritten.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use nendo_model::{Case, Origin, Problem};

/// Whether a folder is still to be made, or has nothing in it.
pub(crate) fn is_free(folder: &Path) -> Result<bool, Problem> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(error) => Err(problem(folder, &error)),
    }
}

/// Writes files, by their paths with `/`, into a folder.
pub(crate) fn write(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Problem> {
    let mut made = Vec::new();
    for (file, bytes) in files {
        let path = file.split('/').fold(folder.to_owned(), |path, part| path.join(part));
        if let Err(error) = write_one(&path, bytes, &mut made) {
            undo(&made);
            return Err(problem(&path, &error));
        }
    }
    Ok(())
}

fn write_one(path: &Path, bytes: &[u8], made: &mut Vec<PathBuf>) -> io::Result<()> {
    let above: Vec<&Path> =
        path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()).collect();
    for folder in above.into_iter().rev() {
        match fs::create_dir(folder) {
            Ok(()) => made.push(folder.to_owned()),
            Err(_) if folder.is_dir() => {}
            Err(error) => return Err(error),
        }
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    made.push(path.to_owned());
    file.write_all(bytes)?;
    file.sync_all()
}

/// Removes what was made, the last first.
fn undo(made: &[PathBuf]) {
    for path in made.iter().rev() {
        let _ = fs::remove_file(path).or_else(|_| fs::remove_dir(path));
    }
}

fn problem(path: &Path, error: &io::Error) -> Problem {
    Problem { case: Case::Io { message: error.to_string() }, origin: Origin::file(path.to_string_lossy()) }
}
