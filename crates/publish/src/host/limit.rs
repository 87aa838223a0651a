//! How long a host is waited for, and what its words tell where its codes do not.

use std::time::Duration;

use super::{Refusal, RefusalKind};

/// For a connection to come about.
pub(super) const CONNECT: Duration = Duration::from_secs(20);
/// For an answer.
pub(super) const ANSWER: Duration = Duration::from_mins(1);
/// Bytes a second that a slow line carries.
const SLOWEST: u64 = 10_000;

/// For an answer to this many bytes, or with them.
pub(super) fn transfer(bytes: u64) -> Duration {
    ANSWER + Duration::from_secs(bytes / SLOWEST)
}

/// What comes within this time; a connection that is silent for longer is lost.
pub(super) async fn within<T>(limit: Duration, act: impl Future<Output = T>) -> Result<T, Refusal> {
    let silent = || Refusal::new(RefusalKind::Lost, format!("no answer within {} seconds", limit.as_secs()));
    tokio::time::timeout(limit, act).await.map_err(|_| silent())
}

/// Whether a server says that there is no room left. SFTP 3 has no code for it, and FTP servers use several.
pub(super) fn tells_of_space(said: &str) -> bool {
    let said = said.to_ascii_lowercase();
    ["no space left", "disk full", "quota"].iter().any(|words| said.contains(words))
}
