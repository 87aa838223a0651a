//! An SFTP session: the connection, the key of the server, the login, and the requests that the others are made of.

use futures_util::stream::{self, StreamExt, TryStreamExt};
use russh::ChannelMsg;
use russh::client::Handle;
use russh_sftp::client::RawSftpSession;
use russh_sftp::client::error::Error;
use russh_sftp::client::rawsession::SftpResult;
use russh_sftp::protocol::{FileAttributes, OpenFlags, Packet, StatusCode};

use super::super::limit::{ANSWER, within};
use super::super::{Refusal, RefusalKind};
use super::connection::{Client, meet, refusal};
use super::login;
use super::reply::{self, has_code, is_absent, parent, sayable};
use super::trust::Trust;
use crate::target;

/// A rename over a file that is there: OpenSSH's PROTOCOL, 4.3.
const POSIX_RENAME: &str = "posix-rename@openssh.com";
/// How much room there is: OpenSSH's PROTOCOL, 4.4.
const STATVFS: &str = "statvfs@openssh.com";
/// How many bytes travel in a request: every server takes them.
const CHUNK: usize = 32 * 1024;
/// How many requests about one file are on their way at once.
const AT_ONCE: usize = 4;

/// A session.
pub(super) struct Session {
    /// Keeps the connection.
    _ssh: Handle<Client>,
    pub(super) sftp: RawSftpSession,
    /// Whether a rename over a file that is there is one step.
    pub(super) posix_rename: bool,
    statvfs: bool,
}

/// Connects and logs in.
pub(super) async fn open(target: &target::Sftp) -> Result<Session, Refusal> {
    let key = login::key(&target.credentials)?;
    let trust = Trust::of(&target.host_keys, &target.host, target.port);
    let mut ssh = meet(target, &trust).await?;
    within(ANSWER, login::prove(&mut ssh, target, key)).await??;
    within(ANSWER, start(ssh)).await?
}

/// Starts SFTP on a connection.
async fn start(ssh: Handle<Client>) -> Result<Session, Refusal> {
    let mut channel = ssh.channel_open_session().await.map_err(|error| refusal(&error))?;
    channel.request_subsystem(true, "sftp").await.map_err(|error| refusal(&error))?;
    loop {
        match channel.wait().await {
            Some(ChannelMsg::Success) => break,
            Some(ChannelMsg::Failure | ChannelMsg::Close) => {
                return Err(Refusal::new(RefusalKind::Other, "the server has no SFTP"));
            }
            None => return Err(Refusal::new(RefusalKind::Lost, "the connection was closed")),
            Some(_) => {}
        }
    }
    let config = russh_sftp::client::Config {
        request_timeout_secs: ANSWER.as_secs(),
        ..russh_sftp::client::Config::default()
    };
    let sftp = RawSftpSession::new_with_config(channel.into_stream(), config);
    let version = sftp.init().await.map_err(|error| reply::refusal(&error))?;
    let offers = |name| version.extensions.contains_key(name);
    Ok(Session { _ssh: ssh, sftp, posix_rename: offers(POSIX_RENAME), statvfs: offers(STATVFS) })
}

impl Session {
    /// Makes a file of these bytes, or of one that is there.
    pub(super) async fn put(&self, place: &str, bytes: &[u8]) -> SftpResult<()> {
        let flags = OpenFlags::WRITE | OpenFlags::CREATE | OpenFlags::TRUNCATE;
        let handle = sayable(self.sftp.open(place, flags, FileAttributes::empty()).await?.handle)?;
        let sent = stream::iter((0_u64..).step_by(CHUNK).zip(bytes.chunks(CHUNK)))
            .map(|(offset, chunk)| self.sftp.write(&handle, offset, chunk.to_vec()))
            .buffer_unordered(AT_ONCE)
            .try_for_each(async |_| Ok(()))
            .await;
        // Some servers say what went wrong only now.
        let closed = self.sftp.close(&handle).await;
        sent.and(closed.map(|_| ()))
    }

    /// All that a file has.
    pub(super) async fn get(&self, place: &str) -> SftpResult<Vec<u8>> {
        let handle = sayable(self.sftp.open(place, OpenFlags::READ, FileAttributes::empty()).await?.handle)?;
        let read = self.content(&handle).await;
        self.sftp.close(&handle).await?;
        read
    }

    async fn content(&self, handle: &str) -> SftpResult<Vec<u8>> {
        let size = self.sftp.fstat(handle).await?.attrs.size.unwrap_or(0);
        let chunks: Vec<Vec<u8>> = stream::iter((0..size).step_by(CHUNK))
            .map(|offset| self.chunk(handle, offset..size.min(offset + CHUNK as u64)))
            .buffered(AT_ONCE)
            .try_collect()
            .await?;
        Ok(chunks.concat())
    }

    /// A part of a file; servers may give less than is asked for.
    async fn chunk(&self, handle: &str, part: std::ops::Range<u64>) -> SftpResult<Vec<u8>> {
        let mut bytes = Vec::new();
        loop {
            let offset = part.start + bytes.len() as u64;
            let wanted = u32::try_from(part.end.saturating_sub(offset)).unwrap_or(u32::MAX);
            if wanted == 0 {
                return Ok(bytes);
            }
            match self.sftp.read(handle, offset, wanted).await {
                Ok(data) if data.data.is_empty() => return Ok(bytes),
                Ok(data) => bytes.extend(data.data),
                Err(error) if has_code(&error, StatusCode::Eof) => return Ok(bytes),
                Err(error) => return Err(error),
            }
        }
    }

    /// Makes a folder, and those that it stands in; one that stands is no error.
    pub(super) async fn make(&self, folder: &str) -> SftpResult<()> {
        let mut made = self.sftp.mkdir(folder, FileAttributes::empty()).await;
        if let (Err(error), Some(above)) = (&made, parent(folder))
            && is_absent(error)
        {
            Box::pin(self.make(above)).await?;
            made = self.sftp.mkdir(folder, FileAttributes::empty()).await;
        }
        match made {
            Err(refused) => match self.sftp.stat(folder).await {
                Ok(about) if about.attrs.is_dir() => Ok(()),
                _ => Err(refused),
            },
            Ok(_) => Ok(()),
        }
    }

    /// Gives a file another name, over one that has it, in one step.
    pub(super) async fn replace(&self, from: &str, to: &str) -> SftpResult<()> {
        let mut names = Vec::new();
        for name in [from, to] {
            names.extend(u32::try_from(name.len()).unwrap_or(u32::MAX).to_be_bytes());
            names.extend(name.as_bytes());
        }
        match self.sftp.extended(POSIX_RENAME, names).await? {
            Packet::Status(status) if status.status_code == StatusCode::Ok => Ok(()),
            Packet::Status(status) => Err(Error::Status(status)),
            _ => Err(Error::UnexpectedPacket),
        }
    }

    /// Whether there is too little room for so many bytes where a file stands, as far as the server tells.
    pub(super) async fn is_full(&self, place: &str, bytes: u64) -> bool {
        if !self.statvfs {
            return false;
        }
        let room = self.sftp.statvfs(parent(place).unwrap_or(".")).await;
        room.is_ok_and(|room| {
            room.blocks_avail.saturating_mul(room.fragment_size) < bytes
                || (room.inodes > 0 && room.inodes_avail == 0)
        })
    }
}
