//! A connection to an SFTP server whose key is trusted.

use std::sync::Arc;
use std::time::Duration;

use russh::Preferred;
use russh::client::{self, Handle};
use russh::keys::{Algorithm, PublicKey, PublicKeyOrCertificate};
use tokio::net::TcpStream;

use super::super::limit::{CONNECT, within};
use super::super::{Refusal, RefusalKind};
use super::trust::{Trust, is_of};
use crate::target;

/// How long nothing may come before a sign of life is asked for; firewalls forget a silent connection in a few minutes.
const SILENCE: Duration = Duration::from_secs(30);

/// Why there is no connection.
#[derive(Debug)]
pub(super) enum Stop {
    /// The key of the server, of this kind, is not trusted.
    Key(Refusal, Box<PublicKey>),
    Ssh(russh::Error),
}

impl From<russh::Error> for Stop {
    fn from(error: russh::Error) -> Self {
        Self::Ssh(error)
    }
}

/// Who looks at the key of the server.
pub(super) struct Client(Trust);

impl client::Handler for Client {
    type Error = Stop;

    async fn check_server_key(&mut self, key: &PublicKeyOrCertificate) -> Result<bool, Stop> {
        let key = key.public_key();
        self.0.judge(&key).map_err(|refusal| Stop::Key(refusal, Box::new(key)))?;
        Ok(true)
    }
}

/// A connection to the server that is trusted. It has a key of each of several kinds and shows one; a fingerprint may be that of
/// another, so that the others are looked at too.
pub(super) async fn meet(target: &target::Sftp, trust: &Trust) -> Result<Handle<Client>, Refusal> {
    let mut kinds = trust.order(&Preferred::DEFAULT.key);
    let mut first = None;
    loop {
        match shake(target, trust, kinds.clone()).await? {
            Ok(ssh) => return Ok(ssh),
            Err(Stop::Key(refusal, key)) => {
                kinds.retain(|kind| !is_of(&key, kind));
                let first = first.get_or_insert(refusal);
                if !trust.is_pinned() || kinds.is_empty() {
                    return Err(first.clone());
                }
            }
            Err(Stop::Ssh(error)) => return Err(first.unwrap_or_else(|| refusal(&error))),
        }
    }
}

/// A connection on which the keys of these kinds are asked for.
async fn shake(
    target: &target::Sftp,
    trust: &Trust,
    kinds: Vec<Algorithm>,
) -> Result<Result<Handle<Client>, Stop>, Refusal> {
    let socket = dial(&target.host, target.port).await?;
    let config = client::Config {
        preferred: Preferred { key: kinds.into(), ..Preferred::DEFAULT },
        keepalive_interval: Some(SILENCE),
        ..client::Config::default()
    };
    within(CONNECT, client::connect_stream(Arc::new(config), socket, Client(trust.clone()))).await
}

/// A connection to a port of a host.
async fn dial(host: &str, port: u16) -> Result<TcpStream, Refusal> {
    let unreachable = |said: &dyn std::fmt::Display| Refusal::new(RefusalKind::Unreachable, said);
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let socket = match within(CONNECT, TcpStream::connect((host, port))).await {
        Ok(socket) => socket.map_err(|error| unreachable(&error))?,
        Err(silent) => return Err(unreachable(&silent.said)),
    };
    // A request is sent when it is made, and does not wait for the next.
    let _ = socket.set_nodelay(true);
    Ok(socket)
}

/// What is wrong with a connection.
pub(super) fn refusal(error: &russh::Error) -> Refusal {
    use russh::Error as Ssh;
    let kind = match error {
        Ssh::IO(_)
        | Ssh::HUP
        | Ssh::ConnectionTimeout
        | Ssh::Disconnect
        | Ssh::SendError
        | Ssh::RecvError
        | Ssh::KeepaliveTimeout
        | Ssh::InactivityTimeout => RefusalKind::Lost,
        _ => RefusalKind::Other,
    };
    Refusal::new(kind, error)
}
