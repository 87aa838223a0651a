//! Real servers on free ports of this machine, each for as long as a test holds it. For tests alone: what is not as expected panics.
//!
//! `tests/install.sh` and `tests/publish/install.sh` install what is started here.
#![cfg(unix)]
#![allow(clippy::missing_panics_doc, reason = "a test that cannot have its server fails")]
#![allow(clippy::must_use_candidate, reason = "what is made is of use by itself")]

mod ftp;
mod scratch;
mod server;
mod sftp;
mod storage;
mod web;

pub use self::ftp::{proftpd, pyftpdlib};
pub use self::scratch::Scratch;
pub use self::server::{PASSWORD, Server, USER, free_port, output};
pub use self::sftp::{asyncssh, fingerprint, login, make_key, sshd, sshd_at};
pub use self::storage::{BUCKET, Storage, moto};
pub use self::web::{apache, certificates, dav, dav_at, give_to_the_server, nginx};
