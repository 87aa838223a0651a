//! An FTP session: the connection, TLS, the login, and the commands that the others are made of.

use std::io::ErrorKind;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rustls::ClientConfig;
use rustls::client::Resumption;
use suppaftp::list::{File, ListParser};
use suppaftp::tokio::{AsyncRustlsConnector, AsyncRustlsFtpStream};
use suppaftp::tokio_rustls::TlsConnector;
use suppaftp::types::FileType;
use suppaftp::{FtpError, FtpResult, Mode, Status};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;

use super::super::limit::{ANSWER, CONNECT, transfer, within};
use super::super::tls::{client_config, resuming_config};
use super::super::{Refusal, RefusalKind};
use super::reply::{has_status, is_refused, refusal, wants_newer};
use crate::target::{self, FtpTls};

/// How many bytes a list of a folder may have to come in time.
const LIST: u64 = 1_000_000;
/// How many bytes of a file are waited for at a time.
const CHUNK: u64 = 256 * 1024;
/// How long a server may take to close a connection that all was sent on.
const CLOSING: Duration = Duration::from_secs(1);

/// A session.
pub(super) struct Session {
    stream: AsyncRustlsFtpStream,
    /// The folder of whoever logs in; empty where the server does not tell.
    home: String,
    /// How a folder is listed.
    pub(super) listing: Listing,
}

/// How a folder is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listing {
    /// `MLSD`: RFC 3659, with dates to the second.
    Facts,
    /// `LIST`: lines for people, with dates to the minute.
    Lines,
}

/// How TLS is spoken.
#[derive(Clone)]
pub(super) struct Tls {
    /// As most servers take it: they let in data only on the TLS session of the control connection, and that can be resumed without
    /// end in TLS 1.2 alone. In 1.3 each ticket is for once, and `ProFTPD` gives a few.
    resuming: ClientConfig,
    /// For a server that takes no TLS 1.2.
    newest: ClientConfig,
}

impl Tls {
    pub(super) fn new(authorities: Option<&[u8]>) -> Result<Self, Refusal> {
        Ok(Self { resuming: resuming_config(authorities)?, newest: client_config(authorities)? })
    }
}

/// Connects and logs in.
pub(super) async fn open(target: &target::Ftp, tls: &Tls) -> Result<Session, Refusal> {
    let mut stream = match within(CONNECT, connect(target, &tls.resuming)).await? {
        Err(refusal) if wants_newer(&refusal) => within(CONNECT, connect(target, &tls.newest)).await??,
        stream => stream?,
    };
    let login = within(ANSWER, stream.login(target.user.as_str(), target.password.reveal())).await?;
    login.map_err(|error| without(refusal(&error), target.password.reveal()))?;
    let settled = within(ANSWER, settle(stream, target.tls)).await?;
    settled.map_err(|error| refusal(&error))
}

/// The connection, with TLS as the settings have it.
async fn connect(target: &target::Ftp, tls: &ClientConfig) -> Result<AsyncRustlsFtpStream, Refusal> {
    // Each control connection has TLS sessions of its own.
    let mut tls = tls.clone();
    tls.resumption = Resumption::in_memory_sessions(16);
    let connector = AsyncRustlsConnector::from(TlsConnector::from(Arc::new(tls)));
    let host = target.host.trim_start_matches('[').trim_end_matches(']');
    if target.tls == FtpTls::Implicit {
        let stream =
            AsyncRustlsFtpStream::connect_secure_implicit((host, target.port), connector, host).await;
        return stream.map_err(|error| unmet(&error));
    }
    let socket = TcpStream::connect((host, target.port)).await;
    let socket = socket.map_err(|error| unmet(&FtpError::ConnectionError(error)))?;
    let _ = socket.set_nodelay(true);
    let stream = AsyncRustlsFtpStream::connect_with_stream(socket).await.map_err(|error| unmet(&error))?;
    if target.tls == FtpTls::None {
        return Ok(stream);
    }
    let secure = stream.into_secure(connector, host).await;
    secure.map_err(|error| match refusal(&error) {
        // AUTH, PBSZ or PROT was answered with no.
        no if is_refused(&error) && no.kind != RefusalKind::Lost => {
            Refusal { kind: RefusalKind::NoTls, ..no }
        }
        other => other,
    })
}

/// What is wrong before there is a session: a connection that does not come about is no lost one.
fn unmet(error: &FtpError) -> Refusal {
    let broken = |kind| {
        use ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
        matches!(kind, BrokenPipe | ConnectionAborted | ConnectionReset | UnexpectedEof)
    };
    match error {
        FtpError::ConnectionError(io) if !broken(io.kind()) => Refusal::new(RefusalKind::Unreachable, io),
        _ => refusal(error),
    }
}

/// A refusal whose words do not have a secret in them that the server repeated.
fn without(refusal: Refusal, secret: &str) -> Refusal {
    match secret {
        "" => refusal,
        _ => Refusal { said: refusal.said.replace(secret, "…"), ..refusal },
    }
}

/// Asks what the server can do, and sets the session to that.
async fn settle(mut stream: AsyncRustlsFtpStream, tls: FtpTls) -> FtpResult<Session> {
    if tls == FtpTls::Implicit {
        for command in ["PBSZ 0", "PROT P"] {
            tolerated(stream.custom_command(command, &[Status::CommandOk]).await)?;
        }
    }
    let features = tolerated(stream.feat().await)?.unwrap_or_default();
    let has = |name: &str| features.keys().any(|feature| feature.eq_ignore_ascii_case(name));
    if has("UTF8") {
        tolerated(stream.opts("UTF8", Some("ON")).await)?;
    }
    stream.transfer_type(FileType::Binary).await?;
    let home = tolerated(stream.pwd().await)?.unwrap_or_default();
    // The port alone is taken from the answer: behind NAT, servers tell addresses that lead nowhere.
    stream.set_passive_nat_workaround(true);
    let extended = stream.custom_command("EPSV", &[Status::ExtendedPassiveMode]).await;
    stream.set_mode(tolerated(extended)?.map_or(Mode::Passive, |_| Mode::ExtendedPassive));
    let listing = if has("MLST") || has("MLSD") { Listing::Facts } else { Listing::Lines };
    Ok(Session { stream, home, listing })
}

/// What a server may well refuse.
fn tolerated<T>(answer: FtpResult<T>) -> FtpResult<Option<T>> {
    match answer {
        Err(FtpError::BadResponse) => Ok(None),
        Err(error) if is_refused(&error) && !has_status(&error, Status::NotAvailable) => Ok(None),
        answer => answer.map(Some),
    }
}

/// What comes in time.
async fn timed<T>(bytes: u64, act: impl Future<Output = FtpResult<T>>) -> FtpResult<T> {
    let silent = |refusal: Refusal| std::io::Error::new(ErrorKind::TimedOut, refusal.said);
    let answer = within(transfer(bytes), act).await;
    answer.unwrap_or_else(|refusal| Err(FtpError::ConnectionError(silent(refusal))))
}

impl Session {
    /// Where a path from the root of the site is on the server.
    pub(super) fn place(&self, root: &str, path: &str) -> String {
        let start = if root.starts_with('/') { "" } else { self.home.trim_end_matches('/') };
        let parts = [start, root.trim_matches('/'), path];
        let place = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
        let is_absolute = root.starts_with('/') || self.home.starts_with('/');
        if is_absolute && !place.starts_with('/') { format!("/{place}") } else { place }
    }

    /// What stands in a folder; none where the server does not list it.
    pub(super) async fn list(&mut self, folder: &str) -> FtpResult<Option<Vec<File>>> {
        let lines = match self.listing {
            Listing::Facts => {
                timed(LIST, self.stream.mlsd(Some(folder).filter(|folder| !folder.is_empty()))).await
            }
            // Many servers take what follows LIST for options and patterns.
            Listing::Lines => {
                match timed(0, self.stream.cwd(if folder.is_empty() { "." } else { folder })).await {
                    Ok(()) => timed(LIST, self.stream.list(None)).await,
                    Err(error) => Err(error),
                }
            }
        };
        let parse = |line: &String| match self.listing {
            Listing::Facts => ListParser::parse_mlsd(line).ok(),
            Listing::Lines => File::try_from(line.as_str()).ok(),
        };
        match lines {
            // So some servers say that a folder is empty.
            Err(error) if has_status(&error, Status::RequestFileActionIgnored) => Ok(Some(Vec::new())),
            Err(error) if is_refused(&error) && refusal(&error).kind != RefusalKind::Lost => Ok(None),
            lines => Ok(Some(lines?.iter().filter_map(parse).collect())),
        }
    }

    /// Whether something stands there: servers say the same of what is not there and of what may not be touched. What cannot
    /// be looked at stands.
    pub(super) async fn stands(&mut self, place: &str) -> FtpResult<bool> {
        let Some((folder, name)) = place.trim_end_matches('/').rsplit_once('/') else { return Ok(true) };
        match self.list(if folder.is_empty() { "/" } else { folder }).await? {
            Some(files) => Ok(files.iter().any(|file| file.name() == name)),
            None => Box::pin(self.stands(folder)).await,
        }
    }

    /// The bytes of a file.
    pub(super) async fn get(&mut self, place: &str) -> FtpResult<Vec<u8>> {
        let mut data = timed(0, self.stream.retr_as_stream(place)).await?;
        let mut bytes = Vec::new();
        loop {
            let mut chunk = (&mut data).take(CHUNK);
            let read = timed(CHUNK, async {
                chunk.read_to_end(&mut bytes).await.map_err(FtpError::ConnectionError)
            });
            if read.await? == 0 {
                break;
            }
        }
        timed(0, data.finish()).await?;
        Ok(bytes)
    }

    /// Makes a file of these bytes, or of one that is there.
    pub(super) async fn put(&mut self, place: &str, bytes: &[u8]) -> FtpResult<()> {
        timed(bytes.len() as u64, async {
            // Not as the library would: where the server hangs up, it tells that alone, and not what the server said.
            let command = format!("STOR {place}");
            let begun = [Status::AboutToSend, Status::AlreadyOpen];
            let (_, mut data) = self.stream.custom_data_command(command, &begun).await?;
            let sent = send(&mut data, bytes).await;
            match (sent, data.finish().await) {
                (Err(error), Ok(())) => Err(FtpError::ConnectionError(error)),
                (_, finished) => finished,
            }
        })
        .await
    }

    /// Makes a folder, and those that it stands in; one that stands is no error.
    pub(super) async fn make(&mut self, folder: &str) -> FtpResult<()> {
        match timed(0, self.stream.mkdir(folder)).await {
            Err(error) if is_refused(&error) => {}
            made => return made,
        }
        match timed(0, self.stream.cwd(folder)).await {
            Err(error) if is_refused(&error) => {}
            stands => return stands,
        }
        if let Some((above, _)) = folder.rsplit_once('/').filter(|(above, _)| !above.is_empty()) {
            Box::pin(self.make(above)).await?;
        }
        match timed(0, self.stream.mkdir(folder)).await {
            // Another connection may have made it meanwhile.
            Err(error) if is_refused(&error) => timed(0, self.stream.cwd(folder)).await.map_err(|_| error),
            made => made,
        }
    }

    pub(super) async fn rename(&mut self, from: &str, to: &str) -> FtpResult<()> {
        timed(0, self.stream.rename(from, to)).await
    }

    pub(super) async fn remove(&mut self, place: &str) -> FtpResult<()> {
        timed(0, self.stream.rm(place)).await
    }

    pub(super) async fn remove_folder(&mut self, place: &str) -> FtpResult<()> {
        timed(0, self.stream.rmdir(place)).await
    }
}

/// Sends these bytes and their end, and waits until the server closes: what it still had to say of TLS would be cut off.
async fn send(data: &mut (impl AsyncRead + AsyncWrite + Unpin), bytes: &[u8]) -> std::io::Result<()> {
    data.write_all(bytes).await?;
    data.shutdown().await?;
    let mut rest = Vec::new();
    let _ = tokio::time::timeout(CLOSING, data.read_to_end(&mut rest)).await;
    Ok(())
}

/// When a file was written, in seconds since 1970, if the server told.
pub(super) fn written(file: &File) -> Option<Duration> {
    Some(file.modified()).filter(|at| *at != SystemTime::UNIX_EPOCH)?.duration_since(UNIX_EPOCH).ok()
}
