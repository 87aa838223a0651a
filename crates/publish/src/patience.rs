//! A host, asked again where the way to it broke off: each time after a longer wait, on a new connection. Whatever is asked of it
//! may be done twice.

use std::cell::Cell;
use std::time::Duration;

use crate::event::{Event, Listener};
use crate::host::{Entry, Host, Refusal, RefusalKind, Swap};

/// The wait before the first new try; each is twice as long as the one before.
const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// What a file is called until all of it has come.
const PART: &str = ".nendo-part";

/// A host, and how often it is asked.
pub(crate) struct Patient<'a, H> {
    host: &'a H,
    retries: u32,
    listener: &'a dyn Listener,
    /// Whether it has ever answered: a name that nobody has is no lost connection.
    answered: Cell<bool>,
}

impl<'a, H: Host> Patient<'a, H> {
    pub(crate) fn new(host: &'a H, retries: u32, listener: &'a dyn Listener) -> Self {
        Self { host, retries, listener, answered: Cell::new(false) }
    }

    /// See [`Host::grain`].
    pub(crate) fn grain(&self) -> u64 {
        self.host.grain()
    }

    /// See [`Host::at_once`].
    pub(crate) fn at_once(&self) -> usize {
        self.host.at_once()
    }

    /// See [`Host::files`].
    pub(crate) async fn files(&self, folder: &str) -> Result<Vec<Entry>, Refusal> {
        self.again(async || self.host.files(folder).await).await
    }

    /// See [`Host::read`].
    pub(crate) async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        self.again(async || self.host.read(path).await).await
    }

    /// Puts a file there, so that whoever looks sees what stood there before or all of what comes.
    pub(crate) async fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        match self.host.swap() {
            Swap::Whole => self.again(async || self.host.write(path, bytes).await).await,
            Swap::Rename => {
                let part = format!("{path}{PART}");
                let put = self.again(async || {
                    self.host.write(&part, bytes).await?;
                    self.host.rename(&part, path).await
                });
                let put = put.await;
                if put.is_err() {
                    let _ = self.host.remove(&part).await;
                }
                put
            }
        }
    }

    /// See [`Host::remove`].
    pub(crate) async fn remove(&self, path: &str) -> Result<(), Refusal> {
        self.again(async || self.host.remove(path).await).await
    }

    /// See [`Host::remove_folder`].
    pub(crate) async fn remove_folder(&self, folder: &str) -> Result<(), Refusal> {
        self.again(async || self.host.remove_folder(folder).await).await
    }

    async fn again<T>(&self, ask: impl AsyncFn() -> Result<T, Refusal>) -> Result<T, Refusal> {
        let mut wait = FIRST_WAIT;
        let mut tried = 0;
        loop {
            let refusal = match ask().await {
                Err(refusal) if self.may_pass(&refusal.kind) && tried < self.retries => refusal,
                answer => {
                    self.answered.set(self.answered.get() || answer.is_ok());
                    return answer;
                }
            };
            tried += 1;
            self.listener.hear(Event::Waits {
                milliseconds: u64::try_from(wait.as_millis()).unwrap_or(u64::MAX),
                tried,
                of: self.retries,
                refusal,
            });
            self.host.disconnect().await;
            tokio::time::sleep(wait).await;
            wait = (wait * 2).min(LONGEST_WAIT);
        }
    }

    fn may_pass(&self, kind: &RefusalKind) -> bool {
        match kind {
            RefusalKind::Lost => true,
            RefusalKind::Unreachable => self.answered.get(),
            _ => false,
        }
    }
}

/// The file that a name stands for while not all of it has come.
pub(crate) fn part_of(name: &str) -> Option<&str> {
    name.strip_suffix(PART)
}
