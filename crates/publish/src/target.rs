//! Where a site is published, and with which secrets. What is here was looked at: the settings of [`crate`]'s user make it.

use std::fmt;
use std::path::PathBuf;

/// A place to publish to, with what opens it.
#[derive(Clone, Debug)]
pub struct Target {
    /// Its name in the settings.
    pub name: String,
    /// How it is reached.
    pub service: Service,
    /// The folder there that becomes the site. On a host it is a path with `/`; it may be empty.
    pub root: String,
    /// How often something that a lost connection broke off is tried again.
    pub retries: u32,
}

/// How a place is reached.
#[derive(Clone, Debug)]
pub enum Service {
    /// A folder of this machine, or of a share that is connected to it: [`Target::root`] is its path.
    Folder,
    /// SFTP.
    Sftp(Sftp),
    /// FTP, over TLS unless plain FTP was allowed.
    Ftp(Ftp),
    /// WebDAV.
    WebDav(WebDav),
    /// A bucket of a service that speaks S3.
    S3(Bucket),
}

/// An SFTP server.
#[derive(Clone, Debug)]
pub struct Sftp {
    /// Its name or address.
    pub host: String,
    /// Its port; 22 as a rule.
    pub port: u16,
    /// Who publishes.
    pub user: String,
    /// What opens it: the text of a private key, whose passphrase is the password, or a password.
    pub credentials: Credentials,
    /// Which keys of the server are trusted.
    pub host_keys: HostKeys,
}

/// Which keys of an SFTP server are trusted.
#[derive(Clone, Debug, Default)]
pub struct HostKeys {
    /// The fingerprint of the one that is, as OpenSSH writes it: `SHA256:` and Base64 without padding.
    pub fingerprint: Option<String>,
    /// OpenSSH's file of hosts and their keys, which need not exist.
    pub known_hosts: Option<PathBuf>,
}

/// What proves who publishes.
#[derive(Clone, Debug, Default)]
pub struct Credentials {
    /// A password, or the passphrase of the key.
    pub password: Option<Secret>,
    /// The text of a private key, in OpenSSH's or a PEM format.
    pub key: Option<Secret>,
}

/// An FTP server.
#[derive(Clone, Debug)]
pub struct Ftp {
    /// Its name or address; the certificate must be for it.
    pub host: String,
    /// Its port; 21 as a rule.
    pub port: u16,
    /// How the connection is kept secret.
    pub tls: FtpTls,
    /// Who publishes.
    pub user: String,
    /// Their password.
    pub password: Secret,
    /// Certificates in PEM that are trusted besides those that the system trusts.
    pub authorities: Option<Vec<u8>>,
}

/// How an FTP connection is kept secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FtpTls {
    /// `AUTH TLS` after the greeting, and TLS for data too: RFC 4217.
    Explicit,
    /// TLS from the first byte, on a port of its own; 990 as a rule.
    Implicit,
    /// Not at all: allowed by the settings.
    None,
}

/// A WebDAV server.
#[derive(Clone, Debug)]
pub struct WebDav {
    /// The address of its root, `https://` unless `http://` was allowed.
    pub endpoint: String,
    /// Who publishes, if anybody is asked.
    pub user: Option<String>,
    /// Their password.
    pub password: Option<Secret>,
    /// Certificates in PEM that are trusted besides those that the system trusts.
    pub authorities: Option<Vec<u8>>,
}

/// A bucket of a service that speaks S3.
#[derive(Clone, Debug)]
pub struct Bucket {
    /// Its name.
    pub name: String,
    /// The address of the service, `https://` unless `http://` was allowed.
    pub endpoint: String,
    /// The region, as the service calls it; `auto` or `us-east-1` where it has none.
    pub region: String,
    /// The id of the access key.
    pub key_id: Secret,
    /// Its secret.
    pub secret: Secret,
    /// The token of a session, where the keys are for one.
    pub session: Option<Secret>,
    /// Certificates in PEM that are trusted besides those that the system trusts.
    pub authorities: Option<Vec<u8>>,
}

/// A text that is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Keeps a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text, for whoever is to be convinced by it.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
