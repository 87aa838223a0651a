//! Puts a built site on the host that a city has: a folder on a share, SFTP, FTP with TLS, WebDAV, S3, or an archive for a contractor.
//!
//! It knows files, hosts and what was published there before. It knows neither plans nor how a site is made, and says nothing to
//! anybody: what it finds and does is told to whoever asked. It reads neither the clock nor the environment.

mod archive;
mod event;
mod host;
mod ledger;
mod lock;
mod media;
mod outcome;
mod patience;
mod plan;
mod send;
mod server_snippets;
mod session;
mod site;
mod survey;
mod target;
mod verify;

pub use archive::{Covering, Handover, Packed};
pub use event::{Amount, Event, Listener};
pub use host::{Refusal, RefusalKind};
pub use lock::{Held, Publisher};
pub use outcome::{Done, Stopped};
pub use plan::{Conflict, Conflicts, Plan, Step, Whose};
pub use server_snippets::snippets;
pub use session::Session;
pub use site::{Site, Sum};
pub use target::{Bucket, Credentials, Ftp, FtpTls, HostKeys, Secret, Service, Sftp, Target, WebDav};
pub use verify::{Advice, Difference, Found, Lack, Sent, Verified, verify};

#[cfg(test)]
mod tests;
