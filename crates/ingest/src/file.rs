//! The files of a content folder: what is there, and the text or the rows of one. The only module
//! that touches the disk; an origin names a file as the rest of nendo does, with `/` everywhere.

use std::fs;
use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

use nendo_model::{Case, Encoding, Origin, Problem, is_left_over};

use crate::decode::decode;
use crate::record::Grid;

/// What is in a folder, by name.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    pub(crate) folders: Vec<String>,
    pub(crate) files: Vec<String>,
}

/// What is in a folder, sorted by name; an absent folder is empty. Hidden files and what programs
/// leave behind are passed over.
pub(crate) fn listing(content: &Path, folder: &str) -> Result<Listing, Problem> {
    let io = |error: Error| problem(folder, &error);
    let mut listing = Listing::default();
    let entries = match fs::read_dir(path(content, folder)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(listing),
        entries => entries.map_err(io)?,
    };
    for entry in entries {
        let entry = entry.map_err(io)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || is_left_over(&name) {
            continue;
        }
        let kind =
            fs::metadata(entry.path()).map_err(|error| problem(&format!("{folder}/{name}"), &error))?;
        let list = if kind.is_dir() { &mut listing.folders } else { &mut listing.files };
        list.push(name);
    }
    listing.folders.sort_unstable();
    listing.files.sort_unstable();
    Ok(listing)
}

/// A file's name without its extension, and the extension in lower case.
pub(crate) fn parts(name: &str) -> (&str, String) {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    (stem, extension.to_ascii_lowercase())
}

/// A file or folder that looks as if it were meant for the site, and is not used.
pub(crate) fn unused(path: String, name: String) -> Problem {
    Problem { case: Case::UnusedFile { value: name }, origin: Origin::file(path) }
}

/// The text of a file, in whatever encoding it is; `None` where there is no such file.
pub(crate) fn text(content: &Path, file: &str) -> Result<Option<String>, Problem> {
    Ok(decoded(content, file)?.map(|(text, _)| text))
}

/// The text of a file and its encoding.
pub(crate) fn decoded(content: &Path, file: &str) -> Result<Option<(String, Encoding)>, Problem> {
    let bytes = match fs::read(path(content, file)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        bytes => bytes.map_err(|error| problem(file, &error))?,
    };
    let undecodable = || Problem { case: Case::Undecodable {}, origin: Origin::file(file) };
    decode(&bytes).map(Some).ok_or_else(undecodable)
}

/// The cells of a CSV; a file that is not there has none.
pub(crate) fn grid(content: &Path, file: &str) -> Result<Grid, Problem> {
    let Some((text, encoding)) = decoded(content, file)? else { return Ok(Grid::default()) };
    let mut grid = Grid::of(text);
    grid.saved.encoding = encoding;
    Ok(grid)
}

/// Makes a file that is not there yet. What was begun and could not be ended is removed.
pub(crate) fn create(content: &Path, file: &str, bytes: &[u8]) -> Result<(), Problem> {
    let target = path(content, file);
    let opened = fs::OpenOptions::new().write(true).create_new(true).open(&target);
    let mut opened = opened.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Problem { case: Case::FileExists {}, origin: Origin::file(file) },
        _ => problem(file, &error),
    })?;
    opened.write_all(bytes).and_then(|()| opened.sync_all()).map_err(|error| {
        let _ = fs::remove_file(&target);
        problem(file, &error)
    })
}

/// Puts bytes in the place of a file, all of them or none: they are written beside it first.
pub(crate) fn replace(content: &Path, file: &str, bytes: &[u8]) -> Result<(), Problem> {
    let target = path(content, file);
    let held = || Problem { case: Case::FileHeld {}, origin: Origin::file(file) };
    let old = fs::metadata(&target).map_err(|error| problem(file, &error))?.permissions();
    if old.readonly() {
        return Err(held());
    }
    // No listing shows what begins with a dot.
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    let beside = path(content, folder).join(format!(".{name}.{}.tmp", std::process::id()));
    let written = fs::write(&beside, bytes).and_then(|()| fs::set_permissions(&beside, old));
    let replaced = written.map_err(|error| problem(file, &error)).and_then(|()| {
        fs::rename(&beside, &target)
            .map_err(|error| if is_held(&error) { held() } else { problem(file, &error) })
    });
    if replaced.is_err() {
        let _ = fs::remove_file(&beside);
    }
    replaced
}

/// Whether a system refuses to replace a file because a program has it open, as Excel has.
fn is_held(error: &Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    error.kind() == ErrorKind::PermissionDenied
        || cfg!(windows) && error.raw_os_error() == Some(SHARING_VIOLATION)
}

fn path(content: &Path, file: &str) -> PathBuf {
    file.split('/').fold(content.to_owned(), |path, part| path.join(part))
}

fn problem(file: &str, error: &Error) -> Problem {
    Problem { case: Case::Io { message: error.to_string() }, origin: Origin::file(file) }
}
