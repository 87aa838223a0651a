//! Why a watch cannot go by events. It knows what systems lack, and not who asks.

use std::fmt;

/// Why the system cannot tell of changes. Polling is possible all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// There are more folders than the system watches at once (Linux: `fs.inotify.max_user_watches`).
    TooManyFolders,
    /// The folder lies on a file system that tells nothing of what other machines save.
    Silent {
        /// Its kind, as the system calls it: `cifs`.
        file_system: String,
    },
    /// The system refused.
    NoEvents {
        /// What it said.
        message: String,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooManyFolders => write!(to, "more folders than the system watches at once"),
            Self::Silent { file_system } => {
                write!(to, "a file system that tells of no changes ({file_system})")
            }
            Self::NoEvents { message } => write!(to, "{message}"),
        }
    }
}

impl std::error::Error for Refusal {}
