//! What is told while a site is published.

use crate::host::Refusal;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// So many of so many folders and files of the host were looked at.
    Looked {
        /// How many.
        done: usize,
        /// Of how many.
        of: usize,
    },
    /// So much was sent.
    Sent(Amount),
    /// So many of so many files were removed.
    Removed {
        /// How many.
        done: usize,
        /// Of how many.
        of: usize,
    },
    /// The way to the host broke off; it is tried again.
    Waits {
        /// After this time.
        milliseconds: u64,
        /// Which try that will be, from 1.
        tried: u32,
        /// Of how many.
        of: u32,
        /// What broke off.
        refusal: Refusal,
    },
    /// Another publish has left its lock there and not come back; its time is over.
    LockExpired,
    /// What nendo kept there of the last publish is damaged. Nothing that stands there is taken for its own.
    LedgerDamaged,
}

/// How much of how much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// Files that are done.
    pub files: usize,
    /// All of them.
    pub of_files: usize,
    /// Bytes that are done.
    pub bytes: u64,
    /// All of them.
    pub of_bytes: u64,
}

/// Who publishes: is told what happens, has a clock, and may want to stop.
pub trait Listener {
    /// Something happened.
    fn hear(&self, event: Event);

    /// The time, in seconds since 1970.
    fn now(&self) -> u64;

    /// Whether to stop as soon as nothing is half done.
    fn stops(&self) -> bool;
}
