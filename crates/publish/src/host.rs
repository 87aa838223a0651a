//! What every host can do, whatever it speaks: list a folder, read, write, rename and remove a file. Knows no site and no plan of
//! what is to be published.

pub(crate) mod any;
mod bucket;
#[cfg(test)]
mod contract;
mod folder;
mod ftp;
pub(crate) mod http;
mod limit;
#[cfg(test)]
pub(crate) mod memory;
mod sftp;
#[cfg(test)]
mod tests;
mod tls;
mod web_dav;

use std::fmt;

/// A place that files are put on. Paths are relative to the root of the site there, with `/`, and never begin with it; the root
/// itself is the empty path. Nothing is tried twice here: see [`crate::patience`].
pub(crate) trait Host {
    /// How a file comes to stand there.
    fn swap(&self) -> Swap;

    /// Within how many seconds of a write a second one may leave the mark of the file as it was.
    fn grain(&self) -> u64;

    /// How many files may be on their way at once.
    fn at_once(&self) -> usize;

    /// The files that stand directly in a folder, in any order; none where there is no such folder. Folders, links to elsewhere and
    /// devices are no files.
    async fn files(&self, folder: &str) -> Result<Vec<Entry>, Refusal>;

    /// The bytes of a file, if it is there.
    async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Refusal>;

    /// Writes a file, over one that is there, and makes the folders that it needs.
    async fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal>;

    /// Gives a file another name in the same folder, over a file that has it; in one step, where [`Swap::Rename`] is said.
    async fn rename(&self, from: &str, to: &str) -> Result<(), Refusal>;

    /// Removes a file; one that is not there is no error.
    async fn remove(&self, path: &str) -> Result<(), Refusal>;

    /// Removes a folder if it is empty; any other, and one that is not there, is no error.
    async fn remove_folder(&self, folder: &str) -> Result<(), Refusal>;

    /// Forgets the connection, so that the next call makes a new one.
    async fn disconnect(&self);
}

/// How a file comes to stand on a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Swap {
    /// It is written beside, and renamed.
    Rename,
    /// The host shows a file only when all of it has come.
    Whole,
}

/// A file that stands on a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its name within its folder.
    pub(crate) name: String,
    /// How many bytes it has.
    pub(crate) bytes: u64,
    /// What changes when it is written: a date as the host has it, or an `ETag`.
    pub(crate) mark: Option<String>,
    /// When it was last written, by the clock of the host, in seconds since 1970; none where the mark is made of the bytes, and
    /// needs no clock.
    pub(crate) written: Option<u64>,
}

/// What a host, or the way to it, has against what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub kind: RefusalKind,
    /// The file or folder that it was about, if it was about one.
    pub path: Option<String>,
    /// What the host, or the library that speaks to it, said; no secret is in it.
    pub said: String,
}

/// What is wrong with a host, or the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// Nobody answers there: a wrong name or port, or no network.
    Unreachable,
    /// The connection broke off, or the host asks to come back later; it may work the next time.
    Lost,
    /// The name, password or key is wrong.
    Login,
    /// The key of the server is not known.
    UnknownKey {
        /// Its fingerprint.
        fingerprint: String,
    },
    /// The key of the server is another than the one that is known.
    OtherKey {
        /// Its fingerprint.
        fingerprint: String,
    },
    /// The certificate of the server is not trusted.
    Certificate,
    /// The server does not speak TLS.
    NoTls,
    /// This may not be read, or not be written.
    Denied,
    /// The disk, or what is allowed of it, is full.
    Full,
    /// The private key cannot be used: it is none, or its passphrase is wrong.
    Key,
    /// Anything else; it is said.
    Other,
}

impl Refusal {
    /// Of no path that is known.
    pub(crate) fn new(kind: RefusalKind, said: impl fmt::Display) -> Self {
        Self { kind, path: None, said: said.to_string() }
    }

    /// The same about this path.
    #[must_use]
    pub(crate) fn about(self, path: &str) -> Self {
        Self { path: Some(path.to_owned()), ..self }
    }
}
