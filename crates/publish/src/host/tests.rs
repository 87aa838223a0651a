//! Hosts, and servers that are started for them.

mod folder;
#[cfg(unix)]
mod ftp;
#[cfg(unix)]
mod sftp;
#[cfg(unix)]
mod trust;

use super::{Refusal, RefusalKind};

/// Runs what hosts do as the program does: on one thread.
fn run<T>(act: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(act)
}

#[track_caller]
fn kind<T: std::fmt::Debug>(result: Result<T, Refusal>) -> RefusalKind {
    result.expect_err("it is refused").kind
}
