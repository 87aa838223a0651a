//! A server that speaks FTP, with TLS unless plain FTP was allowed.

mod reply;
mod session;

use std::cell::{Cell, RefCell};

use suppaftp::list::File;
use suppaftp::{FtpError, FtpResult, Status};
use tokio::sync::{Mutex, Semaphore, SemaphorePermit};

use self::reply::{has_status, is_refused, refusal};
use self::session::{Listing, Session, Tls, open, written};
use super::{Entry, Host, Refusal, RefusalKind, Swap};
use crate::target;

/// How many connections there are at once: each carries one file at a time, and hosts allow few.
const CONNECTIONS: usize = 3;
/// Within how many seconds two dates may be the same: those to the second, and those to the minute.
const SECOND: u64 = 2;
const MINUTE: u64 = 120;

/// An FTP server.
pub(crate) struct Ftp {
    target: target::Ftp,
    root: String,
    /// One connection is made at a time. What the first was refused with, all are: several wrong passwords at once would lock
    /// out whoever publishes.
    door: Mutex<Option<Refusal>>,
    tls: RefCell<Option<Tls>>,
    /// Whether the server let in a connection since the last were forgotten.
    entered: Cell<bool>,
    /// Connections that nobody uses now.
    idle: RefCell<Vec<Session>>,
    /// How many may be used.
    turns: Semaphore,
    /// How many fewer that is than there might be, since the server allows no more.
    withheld: Cell<usize>,
    /// How many are in use.
    lent: Cell<usize>,
    grain: Cell<u64>,
}

/// The right to use a connection.
struct Turn<'a> {
    ftp: &'a Ftp,
    permit: Option<SemaphorePermit<'a>>,
}

impl Turn<'_> {
    /// Ends it for good.
    fn withhold(mut self) {
        if let Some(permit) = self.permit.take() {
            permit.forget();
            self.ftp.withheld.update(|withheld| withheld + 1);
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.ftp.lent.update(|lent| lent - 1);
    }
}

impl Ftp {
    pub(crate) fn new(target: &target::Ftp, root: &str) -> Self {
        Self {
            target: target.clone(),
            root: root.to_owned(),
            door: Mutex::default(),
            tls: RefCell::default(),
            entered: Cell::new(false),
            idle: RefCell::default(),
            turns: Semaphore::new(CONNECTIONS),
            withheld: Cell::new(0),
            lent: Cell::new(0),
            grain: Cell::new(MINUTE),
        }
    }

    /// Does something about a path on a connection. One that is lost is thrown away.
    async fn with<T>(
        &self,
        path: &str,
        act: impl AsyncFnOnce(&mut Session, &str) -> FtpResult<T>,
    ) -> Result<T, Refusal> {
        let (mut session, _turn) = self.borrow().await?;
        let place = session.place(&self.root, path);
        let done = act(&mut session, &place).await.map_err(|error| refusal(&error).about(path));
        if done.as_ref().err().is_none_or(|refusal| refusal.kind != RefusalKind::Lost) {
            self.idle.borrow_mut().push(session);
        }
        done
    }

    /// A connection that nobody else uses.
    async fn borrow(&self) -> Result<(Session, Turn<'_>), Refusal> {
        loop {
            let Ok(permit) = self.turns.acquire().await else { unreachable!("it is never closed") };
            self.lent.update(|lent| lent + 1);
            let turn = Turn { ftp: self, permit: Some(permit) };
            let idle = self.idle.borrow_mut().pop();
            let session = match idle {
                Some(session) => Ok(session),
                None => self.open().await,
            };
            match session {
                Ok(session) => return Ok((session, turn)),
                // The server lets in others, but not so many.
                Err(_) if self.entered.get() && self.lent.get() > 1 => turn.withhold(),
                Err(refusal) => return Err(refusal),
            }
        }
    }

    async fn open(&self) -> Result<Session, Refusal> {
        let mut door = self.door.lock().await;
        if let Some(refusal) = &*door {
            return Err(refusal.clone());
        }
        let session = match self.tls() {
            Ok(tls) => open(&self.target, &tls).await,
            Err(refusal) => Err(refusal),
        };
        match &session {
            Ok(session) => {
                self.entered.set(true);
                self.grain.set(if session.listing == Listing::Facts { SECOND } else { MINUTE });
            }
            Err(refusal) if !self.entered.get() => *door = Some(refusal.clone()),
            Err(_) => {}
        }
        session
    }

    /// How TLS is spoken; what the system trusts is read once.
    fn tls(&self) -> Result<Tls, Refusal> {
        if let Some(tls) = &*self.tls.borrow() {
            return Ok(tls.clone());
        }
        let tls = Tls::new(self.target.authorities.as_deref())?;
        Ok(self.tls.borrow_mut().insert(tls).clone())
    }
}

impl Host for Ftp {
    fn swap(&self) -> Swap {
        Swap::Rename
    }

    fn grain(&self) -> u64 {
        self.grain.get()
    }

    fn at_once(&self) -> usize {
        CONNECTIONS
    }

    async fn files(&self, folder: &str) -> Result<Vec<Entry>, Refusal> {
        let files = self.with(folder, async |session, place| match session.list(place).await? {
            None if session.stands(place).await? => Ok(None),
            files => Ok(Some(files.unwrap_or_default())),
        });
        match files.await? {
            Some(files) => Ok(files.iter().filter(|file| file.is_file()).map(entry).collect()),
            None => Err(Refusal::new(RefusalKind::Denied, "the server does not list it").about(folder)),
        }
    }

    async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let read = self.with(path, async |session, place| match session.get(place).await {
            Err(error) if is_refused(&error) && !session.stands(place).await? => Ok(None),
            read => read.map(Some),
        });
        read.await
    }

    async fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        let written = self.with(path, async |session, place| match session.put(place, bytes).await {
            Err(error) if may_lack_folder(&error) => {
                if let Some((folder, _)) = place.rsplit_once('/').filter(|(folder, _)| !folder.is_empty()) {
                    session.make(folder).await?;
                }
                session.put(place, bytes).await
            }
            written => written,
        });
        written.await
    }

    async fn rename(&self, from: &str, to: &str) -> Result<(), Refusal> {
        let renamed = self.with(to, async |session, new| {
            let old = session.place(&self.root, from);
            match session.rename(&old, new).await {
                Err(error)
                    if is_refused(&error) && session.stands(&old).await? && session.stands(new).await? =>
                {
                    session.remove(new).await?;
                    session.rename(&old, new).await
                }
                renamed => renamed,
            }
        });
        renamed.await
    }

    async fn remove(&self, path: &str) -> Result<(), Refusal> {
        let removed = self.with(path, async |session, place| match session.remove(place).await {
            Err(error) if is_refused(&error) && !session.stands(place).await? => Ok(()),
            removed => removed,
        });
        removed.await
    }

    async fn remove_folder(&self, folder: &str) -> Result<(), Refusal> {
        let removed = self.with(folder, async |session, place| match session.remove_folder(place).await {
            Err(error) if is_refused(&error) => Ok(()),
            removed => removed,
        });
        removed.await
    }

    async fn disconnect(&self) {
        *self.door.lock().await = None;
        self.entered.set(false);
        self.idle.borrow_mut().clear();
        self.turns.add_permits(self.withheld.take());
    }
}

/// Whether a file may have been refused because its folder is not there: servers do not tell that from what is not allowed.
fn may_lack_folder(error: &FtpError) -> bool {
    [Status::FileUnavailable, Status::BadFilename, Status::ActionAborted, Status::RequestFileActionIgnored]
        .into_iter()
        .any(|status| has_status(error, status))
}

fn entry(file: &File) -> Entry {
    let written = written(file);
    Entry {
        name: file.name().to_owned(),
        bytes: file.size() as u64,
        mark: written.map(|since| format!("{}.{:09}", since.as_secs(), since.subsec_nanos())),
        written: written.map(|since| since.as_secs()),
    }
}
