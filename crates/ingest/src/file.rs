//! The files of a content folder: what is there, and the text or the rows of one. The only module
//! that touches the disk; an origin names a file as the rest of nendo does, with `/` everywhere.

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use nendo_model::{Case, Origin, Problem};

use crate::decode::decode;
use crate::record::{Record, records};

/// What is in a folder, by name.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    pub(crate) folders: Vec<String>,
    pub(crate) files: Vec<String>,
}

/// What is in a folder, sorted by name; an absent folder is empty. Hidden files and what office
/// programs leave beside an open file are passed over.
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
        if name.starts_with('.') || name.starts_with("~$") {
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

/// The text of a file, in whatever encoding it is; `None` where there is no such file.
pub(crate) fn text(content: &Path, file: &str) -> Result<Option<String>, Problem> {
    let bytes = match fs::read(path(content, file)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        bytes => bytes.map_err(|error| problem(file, &error))?,
    };
    let undecodable = || Problem { case: Case::Undecodable {}, origin: Origin::file(file) };
    decode(&bytes).map(Some).ok_or_else(undecodable)
}

/// The rows of a CSV; `None` where there is no such file.
pub(crate) fn rows(content: &Path, file: &str) -> Result<Option<Vec<Record>>, Problem> {
    Ok(text(content, file)?.map(|text| records(&text)))
}

fn path(content: &Path, file: &str) -> PathBuf {
    file.split('/').fold(content.to_owned(), |path, part| path.join(part))
}

fn problem(file: &str, error: &Error) -> Problem {
    Problem { case: Case::Io { message: error.to_string() }, origin: Origin::file(file) }
}
