//! Which keys of a server are trusted: the one of a fingerprint, or those that OpenSSH's file of known hosts has.

use std::fs;

use ring::hmac;
use russh::keys::ssh_key::known_hosts::{HostPatterns, KnownHosts, Marker};
use russh::keys::{Algorithm, HashAlg, PublicKey};

use super::super::{Refusal, RefusalKind};
use crate::target::HostKeys;

/// The port that a file of known hosts does not name.
const USUAL_PORT: u16 = 22;

/// What is known of the keys of one server.
#[derive(Clone, Debug)]
pub(super) struct Trust {
    fingerprint: Option<String>,
    known: Vec<PublicKey>,
    revoked: Vec<PublicKey>,
}

impl Trust {
    /// Of this server. A line that is no entry says nothing, as OpenSSH has it.
    pub(super) fn of(keys: &HostKeys, host: &str, port: u16) -> Self {
        let mut trust =
            Self { fingerprint: keys.fingerprint.clone(), known: Vec::new(), revoked: Vec::new() };
        let text = keys.known_hosts.as_ref().and_then(|path| fs::read(path).ok()).unwrap_or_default();
        let text = String::from_utf8_lossy(&text).replace('\t', " ");
        let name = host.to_lowercase();
        let name = if port == USUAL_PORT { name } else { format!("[{name}]:{port}") };
        for entry in KnownHosts::new(&text).flatten().filter(|entry| is_for(entry.host_patterns(), &name)) {
            match entry.marker() {
                None => trust.known.push(entry.public_key().clone()),
                Some(Marker::Revoked) => trust.revoked.push(entry.public_key().clone()),
                // It signs certificates, which are not asked for.
                Some(Marker::CertAuthority) => {}
            }
        }
        trust
    }

    /// Whether a fingerprint alone decides. It may be that of any key of the server.
    pub(super) fn is_pinned(&self) -> bool {
        self.fingerprint.is_some()
    }

    /// These kinds of keys, those that are known of the server first: it is asked for the first that it has.
    pub(super) fn order(&self, kinds: &[Algorithm]) -> Vec<Algorithm> {
        let (mut order, others): (Vec<_>, Vec<_>) =
            kinds.iter().cloned().partition(|kind| self.known.iter().any(|key| is_of(key, kind)));
        order.extend(others);
        order
    }

    /// Whether the server may be trusted that has this key.
    pub(super) fn judge(&self, key: &PublicKey) -> Result<(), Refusal> {
        let fingerprint = key.fingerprint(HashAlg::Sha256).to_string();
        let is_key = |other: &PublicKey| other.key_data() == key.key_data();
        let other = |fingerprint| Refusal::new(RefusalKind::OtherKey { fingerprint }, key.algorithm());
        if self.revoked.iter().any(is_key) {
            return Err(other(fingerprint));
        }
        match &self.fingerprint {
            Some(given) if given.trim_end_matches('=') == fingerprint => Ok(()),
            Some(_) => Err(other(fingerprint)),
            None if self.known.iter().any(is_key) => Ok(()),
            None if self.known.iter().any(|known| known.algorithm() == key.algorithm()) => {
                Err(other(fingerprint))
            }
            None => Err(Refusal::new(RefusalKind::UnknownKey { fingerprint }, key.algorithm())),
        }
    }
}

/// Whether a key is of a kind. One RSA key signs with several hashes, each a kind of its own.
pub(super) fn is_of(key: &PublicKey, kind: &Algorithm) -> bool {
    key.algorithm() == *kind
        || matches!((key.algorithm(), kind), (Algorithm::Rsa { .. }, Algorithm::Rsa { .. }))
}

/// Whether an entry is for a host: `sshd(8)`, `SSH_KNOWN_HOSTS FILE FORMAT`.
fn is_for(patterns: &HostPatterns, name: &str) -> bool {
    match patterns {
        HostPatterns::HashedName { salt, hash } => {
            let salt = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, salt);
            hmac::verify(&salt, name.as_bytes(), hash).is_ok()
        }
        HostPatterns::Patterns(patterns) => {
            let (not, those): (Vec<_>, Vec<_>) =
                patterns.iter().partition(|pattern| pattern.starts_with('!'));
            let fits = |pattern: &str| is_like(name.as_bytes(), pattern.to_lowercase().as_bytes());
            those.iter().any(|pattern| fits(usual(pattern)))
                && !not.iter().any(|pattern| fits(usual(&pattern[1..])))
        }
    }
}

/// A pattern as it is without a port that goes without saying.
fn usual(pattern: &str) -> &str {
    let bare = pattern.strip_prefix('[').and_then(|pattern| pattern.strip_suffix("]:22"));
    bare.unwrap_or(pattern)
}

/// Whether a name is like a pattern of `*` and `?`.
fn is_like(name: &[u8], pattern: &[u8]) -> bool {
    match (pattern.split_first(), name.split_first()) {
        (None, rest) => rest.is_none(),
        (Some((b'*', after)), rest) => {
            is_like(name, after) || rest.is_some_and(|(_, shorter)| is_like(shorter, pattern))
        }
        (Some((b'?', after)), Some((_, rest))) => is_like(rest, after),
        (Some((one, after)), Some((other, rest))) => one == other && is_like(rest, after),
        (Some(_), None) => false,
    }
}
