//! One publish at a time. Whoever publishes puts a file of its own beside the ledgers, then looks for others: of two that begin at
//! once at least one sees the other, and goes away. No host needs more for this than to write and to list. A lock ends by the clock of
//! who holds it, which renews it meanwhile; a publish that was killed leaves one, which the same output folder may take away at once.

use std::cell::Cell;

use serde::{Deserialize, Serialize};

use crate::event::{Event, Listener};
use crate::host::{Host, Refusal};
use crate::ledger::FOLDER;
use crate::patience::Patient;

/// How long a lock holds, in seconds.
const LEASE: u64 = 600;
/// How long it is left alone, in seconds.
const RENEWAL: u64 = 60;

/// Who publishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    /// What stands for the output folder, of which one publish runs at a time; its earlier locks are dead.
    pub output: String,
    /// What stands for this run alone: letters, digits and hyphens.
    pub run: String,
}

/// A lock that is held.
pub(crate) struct Lock<'a> {
    path: String,
    output: &'a str,
    renewed: Cell<u64>,
}

/// A lock of somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// When they began, in seconds since 1970 by their clock.
    pub since: u64,
    /// When it ends, unless they renew it.
    pub until: u64,
}

/// A lock as it stands on a host.
#[derive(Serialize, Deserialize)]
struct Paper {
    output: String,
    #[serde(flatten)]
    held: Held,
}

/// Why there is no lock, or no longer.
#[derive(Debug)]
pub(crate) enum Unlocked {
    Refused(Refusal),
    /// Somebody else publishes.
    Busy(Held),
    /// It ran out, and somebody took it away.
    Lost,
}

impl From<Refusal> for Unlocked {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl<'a> Lock<'a> {
    /// Locks the site on a host.
    pub(crate) async fn take(
        host: &Patient<'_, impl Host>,
        publisher: &'a Publisher,
        listener: &dyn Listener,
    ) -> Result<Self, Unlocked> {
        let Publisher { output, run } = publisher;
        let path = format!("{FOLDER}/lock-{run}.json");
        if let Some(held) = others(host, &path, output, listener).await? {
            return Err(Unlocked::Busy(held));
        }
        let lock = Self { path, output, renewed: Cell::new(listener.now()) };
        lock.write(host, listener.now()).await?;
        match others(host, &lock.path, output, listener).await {
            Ok(None) => Ok(lock),
            seen => {
                lock.release(host).await;
                Err(seen.map_or_else(Unlocked::Refused, |held| held.map_or(Unlocked::Lost, Unlocked::Busy)))
            }
        }
    }

    /// Makes it last, if it is time for that; whoever asks does so often.
    pub(crate) async fn keep(
        &self,
        host: &Patient<'_, impl Host>,
        listener: &dyn Listener,
    ) -> Result<(), Unlocked> {
        if listener.now() < self.renewed.get() + RENEWAL {
            return Ok(());
        }
        self.renew(host, listener).await
    }

    /// Makes it last, and its date on the host new.
    pub(crate) async fn renew(
        &self,
        host: &Patient<'_, impl Host>,
        listener: &dyn Listener,
    ) -> Result<(), Unlocked> {
        // Noted first: others that ask meanwhile have nothing to do.
        let since = self.renewed.replace(listener.now());
        if host.read(&self.path).await?.is_none() {
            return Err(Unlocked::Lost);
        }
        Ok(self.write(host, since).await?)
    }

    /// The file that it is.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Gives it back; what cannot be removed runs out.
    pub(crate) async fn release(&self, host: &Patient<'_, impl Host>) {
        let _ = host.remove(&self.path).await;
    }

    async fn write(&self, host: &Patient<'_, impl Host>, since: u64) -> Result<(), Refusal> {
        let held = Held { since, until: self.renewed.get() + LEASE };
        let paper = Paper { output: self.output.to_owned(), held };
        host.put(&self.path, &serde_json::to_vec(&paper).unwrap_or_default()).await
    }
}

/// The lock of somebody else that still holds; those that do not are removed.
async fn others(
    host: &Patient<'_, impl Host>,
    own: &str,
    output: &str,
    listener: &dyn Listener,
) -> Result<Option<Held>, Refusal> {
    for entry in host.files(FOLDER).await? {
        let path = format!("{FOLDER}/{}", entry.name);
        let run = entry.name.strip_prefix("lock-").and_then(|name| name.strip_suffix(".json"));
        if run.is_none() || path == own {
            continue;
        }
        let Some(bytes) = host.read(&path).await? else { continue };
        let paper: Option<Paper> = serde_json::from_slice(&bytes).ok();
        match paper {
            Some(Paper { output: other, .. }) if other == output => {}
            Some(Paper { held, .. }) if listener.now() < held.until => return Ok(Some(held)),
            _ => listener.hear(Event::LockExpired),
        }
        host.remove(&path).await?;
    }
    Ok(None)
}
