//! A server that speaks SFTP: version 3, as all do, with OpenSSH's extensions where there are.

mod connection;
mod login;
mod reply;
mod session;
mod trust;

use std::rc::Rc;

use russh_sftp::client::error::Error;
use russh_sftp::client::rawsession::SftpResult;
use russh_sftp::protocol::{File, StatusCode};
use tokio::sync::Mutex;

use self::reply::{has_code, is_absent, parent, refusal, sayable};
use self::session::{Session, open};
use super::limit::{transfer, within};
use super::{Entry, Host, Refusal, RefusalKind, Swap};
use crate::target;

/// The kind of a file in the mode of a file, and that of a regular one: POSIX `S_IFMT` and `S_IFREG`.
const KIND: u32 = 0o170_000;
const REGULAR: u32 = 0o100_000;

/// An SFTP server.
pub(crate) struct Sftp {
    target: target::Sftp,
    root: String,
    /// A refusal stays until it is forgotten too: eight wrong passwords at once would lock out whoever publishes.
    session: Mutex<Option<Result<Rc<Session>, Refusal>>>,
}

impl Sftp {
    pub(crate) fn new(target: &target::Sftp, root: &str) -> Self {
        let root = if root.starts_with('/') && root.trim_end_matches('/').is_empty() {
            "/"
        } else {
            root.trim_end_matches('/')
        };
        Self { target: target.clone(), root: root.to_owned(), session: Mutex::new(None) }
    }

    async fn session(&self) -> Result<Rc<Session>, Refusal> {
        let mut held = self.session.lock().await;
        if held.is_none() {
            *held = Some(open(&self.target).await.map(Rc::new));
        }
        held.clone().unwrap_or_else(|| unreachable!("it was opened"))
    }

    /// Where a path is on the server. A relative one is in the folder of whoever logs in.
    fn place(&self, path: &str) -> String {
        match (self.root.as_str(), path) {
            ("", "") => ".".to_owned(),
            ("", _) => path.to_owned(),
            (_, "") => self.root.clone(),
            ("/", _) => format!("/{path}"),
            (root, _) => format!("{root}/{path}"),
        }
    }
}

impl Host for Sftp {
    fn swap(&self) -> Swap {
        Swap::Rename
    }

    fn grain(&self) -> u64 {
        // Dates are whole seconds, and a clock may be read late.
        2
    }

    fn at_once(&self) -> usize {
        8
    }

    async fn files(&self, folder: &str) -> Result<Vec<Entry>, Refusal> {
        let session = self.session().await?;
        match listed(&session, &self.place(folder)).await {
            Err(error) if is_absent(&error) => Ok(Vec::new()),
            Err(error) => Err(refusal(&error).about(folder)),
            Ok(files) => Ok(files.into_iter().filter(is_file).map(entry).collect()),
        }
    }

    async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        match self.session().await?.get(&self.place(path)).await {
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(refusal(&error).about(path)),
            Ok(bytes) => Ok(Some(bytes)),
        }
    }

    async fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        let session = self.session().await?;
        let place = self.place(path);
        let size = bytes.len() as u64;
        let sent = within(transfer(size), async {
            match session.put(&place, bytes).await {
                Err(error) if is_absent(&error) => match parent(&place) {
                    Some(folder) => {
                        session.make(folder).await?;
                        session.put(&place, bytes).await
                    }
                    None => Err(error),
                },
                sent => sent,
            }
        });
        let Err(error) = sent.await.map_err(|silent| silent.about(path))? else { return Ok(()) };
        let mut refusal = refusal(&error).about(path);
        if has_code(&error, StatusCode::Failure) && session.is_full(&place, size).await {
            refusal.kind = RefusalKind::Full;
        }
        Err(refusal)
    }

    async fn rename(&self, from: &str, to: &str) -> Result<(), Refusal> {
        let session = self.session().await?;
        let (old, new) = (self.place(from), self.place(to));
        let renamed = if session.posix_rename {
            session.replace(&old, &new).await
        } else {
            match session.sftp.rename(&old, &new).await {
                Err(error)
                    if has_code(&error, StatusCode::Failure) && stand(&session, &[&old, &new]).await =>
                {
                    match session.sftp.remove(&new).await {
                        Ok(_) => session.sftp.rename(&old, &new).await.map(|_| ()),
                        Err(error) => Err(error),
                    }
                }
                renamed => renamed.map(|_| ()),
            }
        };
        renamed.map_err(|error| refusal(&error).about(to))
    }

    async fn remove(&self, path: &str) -> Result<(), Refusal> {
        match self.session().await?.sftp.remove(self.place(path)).await {
            Err(error) if !is_absent(&error) => Err(refusal(&error).about(path)),
            _ => Ok(()),
        }
    }

    async fn remove_folder(&self, folder: &str) -> Result<(), Refusal> {
        match self.session().await?.sftp.rmdir(self.place(folder)).await {
            Ok(_) | Err(Error::Status(_)) => Ok(()),
            Err(error) => Err(refusal(&error).about(folder)),
        }
    }

    async fn disconnect(&self) {
        *self.session.lock().await = None;
    }
}

/// All that stands in a folder.
async fn listed(session: &Session, folder: &str) -> SftpResult<Vec<File>> {
    let handle = sayable(session.sftp.opendir(folder).await?.handle)?;
    let mut files = Vec::new();
    let end = loop {
        match session.sftp.readdir(&handle).await {
            Ok(some) => files.extend(some.files),
            Err(error) if has_code(&error, StatusCode::Eof) => break Ok(files),
            Err(error) => break Err(error),
        }
    };
    session.sftp.close(&handle).await?;
    end
}

/// Whether all of these stand there.
async fn stand(session: &Session, places: &[&str]) -> bool {
    for place in places {
        if session.sftp.lstat(*place).await.is_err() {
            return false;
        }
    }
    true
}

/// Whether something is a file, and no link to one. A server that gives no mode tells by the line that `ls -l` would have.
fn is_file(file: &File) -> bool {
    match file.attrs.permissions.map(|mode| mode & KIND) {
        None | Some(0) => file.longname.starts_with('-') || file.longname.is_empty(),
        Some(kind) => kind == REGULAR,
    }
}

fn entry(file: File) -> Entry {
    let written = file.attrs.mtime;
    Entry {
        name: file.filename,
        bytes: file.attrs.size.unwrap_or(0),
        mark: written.map(|at| at.to_string()),
        written: written.map(u64::from),
    }
}
