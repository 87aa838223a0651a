//! A folder of this machine, or of a share that is connected to it.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::time::{Duration, UNIX_EPOCH};

use tokio::fs;

use super::{Entry, Host, Refusal, RefusalKind, Swap};

/// How often a file that another program holds open is tried again.
const TRIES: u32 = 10;

/// A folder.
pub(crate) struct Folder {
    root: PathBuf,
}

impl Folder {
    pub(crate) fn new(root: &str) -> Self {
        Self { root: PathBuf::from(root) }
    }

    fn place(&self, path: &str) -> PathBuf {
        self.root.join(path.split('/').filter(|part| !part.is_empty()).collect::<PathBuf>())
    }
}

impl Host for Folder {
    fn swap(&self) -> Swap {
        Swap::Rename
    }

    fn grain(&self) -> u64 {
        // FAT has dates of two seconds.
        2
    }

    fn at_once(&self) -> usize {
        4
    }

    async fn files(&self, folder: &str) -> Result<Vec<Entry>, Refusal> {
        let place = self.place(folder);
        let mut found = match fs::read_dir(&place).await {
            Err(error) if is_absent(&error) => return Ok(Vec::new()),
            found => found.map_err(|error| refusal(&error, folder))?,
        };
        let mut files = Vec::new();
        while let Some(entry) = found.next_entry().await.map_err(|error| refusal(&error, folder))? {
            let Ok(about) = entry.metadata().await else { continue };
            let Ok(name) = entry.file_name().into_string() else { continue };
            if about.is_file() {
                let since = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
                let mark = since.map(|since| format!("{}.{:09}", since.as_secs(), since.subsec_nanos()));
                files.push(Entry {
                    name,
                    bytes: about.len(),
                    mark,
                    written: since.map(|since| since.as_secs()),
                });
            }
        }
        Ok(files)
    }

    async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        match fs::read(self.place(path)).await {
            Err(error) if is_absent(&error) => Ok(None),
            read => read.map(Some).map_err(|error| refusal(&error, path)),
        }
    }

    async fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        let place = self.place(path);
        let written = match fs::write(&place, bytes).await {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let made = match place.parent() {
                    Some(folder) => fs::create_dir_all(folder).await,
                    None => Ok(()),
                };
                match made {
                    Ok(()) => fs::write(&place, bytes).await,
                    refused => refused,
                }
            }
            written => written,
        };
        written.map_err(|error| refusal(&error, path))
    }

    async fn rename(&self, from: &str, to: &str) -> Result<(), Refusal> {
        let (from, target) = (self.place(from), self.place(to));
        let renamed = patiently(|| fs::rename(&from, &target)).await;
        renamed.map_err(|error| refusal(&error, to))
    }

    async fn remove(&self, path: &str) -> Result<(), Refusal> {
        let place = self.place(path);
        match patiently(|| fs::remove_file(&place)).await {
            Err(error) if !is_absent(&error) => Err(refusal(&error, path)),
            _ => Ok(()),
        }
    }

    async fn remove_folder(&self, folder: &str) -> Result<(), Refusal> {
        let _ = fs::remove_dir(self.place(folder)).await;
        Ok(())
    }

    async fn disconnect(&self) {}
}

/// Tries again what another program stands against for a moment: on Windows, a file that a scanner or a web server has open.
async fn patiently<T>(mut act: impl AsyncFnMut() -> std::io::Result<T>) -> std::io::Result<T> {
    for tried in 1.. {
        match act().await {
            Err(error) if cfg!(windows) && error.kind() == ErrorKind::PermissionDenied && tried < TRIES => {
                tokio::time::sleep(Duration::from_millis(50 * u64::from(tried))).await;
            }
            done => return done,
        }
    }
    unreachable!("the loop has no end of its own")
}

fn is_absent(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn refusal(error: &std::io::Error, path: &str) -> Refusal {
    let kind = match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => RefusalKind::Denied,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => RefusalKind::Full,
        ErrorKind::NetworkDown
        | ErrorKind::NetworkUnreachable
        | ErrorKind::HostUnreachable
        | ErrorKind::TimedOut
        | ErrorKind::StaleNetworkFileHandle
        | ErrorKind::ResourceBusy => RefusalKind::Lost,
        _ => RefusalKind::Other,
    };
    Refusal::new(kind, error).about(path)
}
