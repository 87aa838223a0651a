//! How a publish ended.

use crate::host::Refusal;
use crate::lock::{Held, Unlocked};
use crate::survey::Unseen;

/// What came of a publish.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Files that were sent.
    pub sent: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Files that were removed.
    pub removed: usize,
}

/// Why a publish did not end. What was there before, or what came instead of it, stands whole; the next publish goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// The host, or the way to it, has something against it.
    Refused(Refusal),
    /// Files of others stand in the way.
    Conflicts,
    /// Somebody else publishes.
    Busy(Held),
    /// The lock ran out, and somebody else publishes.
    LockLost,
    /// Somebody else has published since the host was looked at.
    Outdated,
    /// A newer nendo has published there, and keeps what this one cannot read.
    Newer,
    /// This file of the site changed while it was published.
    Altered(String),
    /// Whoever publishes wants to stop.
    Asked,
}

impl From<Refusal> for Stopped {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Unlocked> for Stopped {
    fn from(unlocked: Unlocked) -> Self {
        match unlocked {
            Unlocked::Refused(refusal) => Self::Refused(refusal),
            Unlocked::Busy(held) => Self::Busy(held),
            Unlocked::Lost => Self::LockLost,
        }
    }
}

impl From<Unseen> for Stopped {
    fn from(unseen: Unseen) -> Self {
        match unseen {
            Unseen::Refused(refusal) => Self::Refused(refusal),
            Unseen::Newer => Self::Newer,
        }
    }
}
