//! What a system says of a file without reading it: its size and its times.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// A file with another stamp may have changed; one with the same stamp has not, unless it is young.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    identity: Identity,
}

/// Which file or folder has a name, as far as the system tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Identity {
    created: Option<SystemTime>,
    #[cfg(unix)]
    device: u64,
    #[cfg(unix)]
    number: u64,
}

impl Stamp {
    pub(crate) fn of(metadata: &Metadata) -> Self {
        let identity = Identity::of(metadata);
        Self { length: metadata.len(), modified: metadata.modified().ok(), identity }
    }

    /// Whether the file was changed so long ago that the next change surely has another time.
    /// The clock is asked only to trust a file less.
    pub(crate) fn is_old(&self) -> bool {
        const OLD: Duration = Duration::from_secs(10);
        let age = self.modified.and_then(|modified| SystemTime::now().duration_since(modified).ok());
        age.is_some_and(|age| age >= OLD)
    }
}

impl Identity {
    pub(crate) fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        use std::os::unix::fs::MetadataExt;
        Self {
            created: metadata.created().ok(),
            #[cfg(unix)]
            device: metadata.dev(),
            #[cfg(unix)]
            number: metadata.ino(),
        }
    }
}
