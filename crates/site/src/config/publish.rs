//! Where site.toml says that the site is published: `[publish.NAME]`. It looks whether each setting can be, and knows no host.
//! It is long because each service needs other settings, and refuses those of the others.

use std::collections::BTreeMap;
use std::net::IpAddr;

use nendo_model::{Case, Problem};
use serde::Deserialize;
use toml::Spanned;

use crate::text;

/// How often something that a lost connection broke off is tried again, where nothing is said.
const RETRIES: u32 = 5;

/// A place that the site is published to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishTarget {
    /// Its name: `[publish.web]` is `web`.
    pub name: String,
    /// How it is reached.
    pub service: Service,
    /// The folder there that becomes the site; empty where nothing is said, and where a login leads is meant.
    pub root: String,
    /// How often something that a lost connection broke off is tried again.
    pub retries: u32,
    /// A file of certificates in PEM that are trusted besides those of the system, as it was written.
    pub authorities: Option<String>,
}

/// How a place is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Service {
    /// A folder of this machine or of a share.
    Folder,
    /// An archive in a folder, for somebody else to put on a host.
    Zip(Contents),
    /// SFTP.
    Sftp {
        /// Where.
        address: Address,
        /// Who publishes.
        user: String,
        /// The file of a private key, as it was written.
        key: Option<String>,
        /// The fingerprint of the server's key: `SHA256:…`.
        host_key: Option<String>,
    },
    /// FTP.
    Ftp {
        /// Where.
        address: Address,
        /// How the connection is kept secret.
        tls: FtpTls,
        /// Who publishes.
        user: String,
    },
    /// WebDAV.
    WebDav {
        /// Its address.
        endpoint: String,
        /// Who publishes, if anybody is asked.
        user: Option<String>,
    },
    /// S3.
    S3 {
        /// The bucket.
        bucket: String,
        /// The address of the service.
        endpoint: String,
        /// Its region.
        region: String,
    },
}

/// The address of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Its name or number.
    pub host: String,
    /// Its port.
    pub port: u16,
}

/// How an FTP connection is kept secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FtpTls {
    /// After the greeting.
    Explicit,
    /// From the first byte.
    Implicit,
    /// Not at all, as the settings allow.
    None,
}

/// What an archive has in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Contents {
    /// The whole site.
    #[default]
    Whole,
    /// What changed since the last archive.
    Changed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Name {
    Fs,
    Sftp,
    Ftp,
    Webdav,
    S3,
    Zip,
}

/// A table of site.toml.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Settings {
    service: Name,
    endpoint: Option<Spanned<String>>,
    root: Option<Spanned<String>>,
    user: Option<Spanned<String>>,
    key: Option<Spanned<String>>,
    host_key: Option<Spanned<String>>,
    bucket: Option<Spanned<String>>,
    region: Option<Spanned<String>>,
    ca: Option<Spanned<String>>,
    contents: Option<Spanned<Contents>>,
    #[serde(default)]
    allow_plain: bool,
    retries: Option<Spanned<u8>>,
    password: Option<Spanned<String>>,
    passphrase: Option<Spanned<String>>,
    access_key_id: Option<Spanned<String>>,
    secret_access_key: Option<Spanned<String>>,
    session_token: Option<Spanned<String>>,
}

/// The places that the tables name, by name.
pub(super) fn targets(
    tables: BTreeMap<Spanned<String>, Settings>,
    file: &str,
    text: &str,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, PublishTarget> {
    let targets = tables.into_iter().filter_map(|(name, settings)| {
        let mut desk = Desk { name: name.as_ref(), at: name.span().start, file, text, problems: Vec::new() };
        if !is_name(name.as_ref()) {
            desk.refuse("publish", name.as_ref(), name.span().start);
        }
        let target = settings.check(&mut desk);
        let sound = desk.problems.is_empty();
        problems.append(&mut desk.problems);
        target.filter(|_| sound).map(|target| (name.into_inner(), target))
    });
    targets.collect()
}

impl Settings {
    fn check(self, desk: &mut Desk<'_>) -> Option<PublishTarget> {
        let Self {
            service,
            endpoint,
            root,
            user,
            key,
            host_key,
            bucket,
            region,
            ca,
            contents,
            allow_plain,
            retries,
            password,
            passphrase,
            access_key_id,
            secret_access_key,
            session_token,
        } = self;
        for (setting, secret) in [
            ("password", password),
            ("passphrase", passphrase),
            ("access-key-id", access_key_id),
            ("secret-access-key", secret_access_key),
            ("session-token", session_token),
        ] {
            desk.keep_out(setting, secret);
        }
        let host_key = desk.sound("host-key", host_key, |key| key.starts_with("SHA256:"));
        let mut unused = vec![];
        let mut text = |setting: &'static str, value: Option<Spanned<String>>, used: &[Name]| {
            if used.contains(&service) {
                return value;
            }
            unused.extend(value.map(|value| (setting, value)));
            None
        };
        let endpoint = text("endpoint", endpoint, &[Name::Sftp, Name::Ftp, Name::Webdav, Name::S3]);
        let user = text("user", user, &[Name::Sftp, Name::Ftp, Name::Webdav]);
        let key = text("key", key, &[Name::Sftp]).map(Spanned::into_inner);
        let bucket = text("bucket", bucket, &[Name::S3]);
        let region = text("region", region, &[Name::S3]).map(Spanned::into_inner);
        let authorities = text("ca", ca, &[Name::Ftp, Name::Webdav, Name::S3]).map(Spanned::into_inner);
        for (setting, value) in unused {
            desk.refuse(setting, value.as_ref(), value.span().start);
        }
        if let Some(contents) = contents.as_ref().filter(|_| service != Name::Zip) {
            desk.refuse(
                "contents",
                &format!("{:?}", contents.as_ref()).to_lowercase(),
                contents.span().start,
            );
        }
        let root = match service {
            Name::Fs | Name::Zip => desk.needed("root", root)?,
            _ => root.map(Spanned::into_inner).unwrap_or_default(),
        };
        let service = match service {
            Name::Fs => Service::Folder,
            Name::Zip => Service::Zip(contents.map(Spanned::into_inner).unwrap_or_default()),
            Name::Sftp => {
                let endpoint = desk.endpoint(endpoint, allow_plain, &["ssh", "sftp"], &[]);
                let user = desk.needed("user", user);
                let (_, address) = endpoint?;
                Service::Sftp { address: address.address(22)?, user: user?, key, host_key }
            }
            Name::Ftp => {
                let endpoint = desk.endpoint(endpoint, allow_plain, &["ftps"], &["ftp"]);
                let user = desk.needed("user", user);
                let (scheme, address) = endpoint?;
                let address = address.address(21)?;
                let tls = match (scheme.as_str(), address.port) {
                    ("ftp", _) => FtpTls::None,
                    (_, 990) => FtpTls::Implicit,
                    _ => FtpTls::Explicit,
                };
                Service::Ftp { address, tls, user: user? }
            }
            Name::Webdav => {
                let (scheme, rest) = desk.endpoint(endpoint, allow_plain, &["https"], &["http"])?;
                let endpoint = format!("{scheme}://{}", rest.0);
                Service::WebDav { endpoint, user: user.map(Spanned::into_inner) }
            }
            Name::S3 => {
                let bucket = desk.needed("bucket", bucket);
                let endpoint = match (endpoint, &region) {
                    (None, Some(region)) => format!("https://s3.{region}.amazonaws.com"),
                    (endpoint, _) => {
                        let (scheme, rest) = desk.endpoint(endpoint, allow_plain, &["https"], &["http"])?;
                        format!("{scheme}://{}", rest.0)
                    }
                };
                Service::S3 { bucket: bucket?, endpoint, region: region.unwrap_or_else(|| "auto".to_owned()) }
            }
        };
        let retries = retries.map_or(RETRIES, |retries| u32::from(retries.into_inner()));
        Some(PublishTarget { name: desk.name.to_owned(), service, root, retries, authorities })
    }
}

/// What stands behind the scheme of an address.
struct Rest(String);

impl Rest {
    /// It as a server alone.
    fn address(&self, port: u16) -> Option<Address> {
        let authority = self.0.trim_end_matches('/');
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, digits)) if !digits.contains(']') => (host, digits.parse().ok()?),
            _ => (authority, port),
        };
        let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
        let is_sound = !host.is_empty() && !host.contains(['/', '@', '?', '#']);
        is_sound.then(|| Address { host: host.to_owned(), port })
    }
}

/// Where the settings of one place are looked at.
struct Desk<'a> {
    name: &'a str,
    /// Where its table begins.
    at: usize,
    file: &'a str,
    text: &'a str,
    problems: Vec<Problem>,
}

impl Desk<'_> {
    /// A scheme among these, and the rest; what sends passwords in the clear only where that is allowed.
    fn endpoint(
        &mut self,
        endpoint: Option<Spanned<String>>,
        allow_plain: bool,
        safe: &[&str],
        plain: &[&str],
    ) -> Option<(String, Rest)> {
        let Some(endpoint) = endpoint else {
            self.miss("endpoint");
            return None;
        };
        let (text, at) = (endpoint.as_ref(), endpoint.span().start);
        let parts = text.split_once("://").filter(|(_, rest)| is_server(rest));
        let known = parts.filter(|(scheme, _)| safe.contains(scheme) || plain.contains(scheme));
        let is_server_alone = |rest: &str| Rest(rest.to_owned()).address(0).is_some();
        let needs_server = !safe.contains(&"https");
        let Some((scheme, rest)) = known.filter(|(_, rest)| !needs_server || is_server_alone(rest)) else {
            self.refuse("endpoint", text, at);
            return None;
        };
        if plain.contains(&scheme) && !allow_plain && !(scheme == "http" && is_here(rest)) {
            self.report(Case::PlainConnection { value: text.to_owned() }, at);
            return None;
        }
        Some((scheme.to_owned(), Rest(rest.trim_end_matches('/').to_owned())))
    }

    fn needed(&mut self, setting: &str, value: Option<Spanned<String>>) -> Option<String> {
        match value {
            None => {
                self.miss(setting);
                None
            }
            value => self.sound(setting, value, |value| !value.trim().is_empty()),
        }
    }

    fn sound(
        &mut self,
        setting: &str,
        value: Option<Spanned<String>>,
        is_sound: impl Fn(&str) -> bool,
    ) -> Option<String> {
        let value = value?;
        if is_sound(value.as_ref()) {
            return Some(value.into_inner());
        }
        self.refuse(setting, value.as_ref(), value.span().start);
        None
    }

    /// A secret does not belong into a file that is shared and kept.
    fn keep_out(&mut self, setting: &str, secret: Option<Spanned<String>>) {
        if let Some(secret) = secret {
            let case = Case::SecretInSettings { setting: setting.to_owned() };
            self.report(case, secret.span().start);
        }
    }

    fn miss(&mut self, setting: &str) {
        let case =
            Case::MissingSetting { setting: setting.to_owned(), value: format!("[publish.{}]", self.name) };
        self.report(case, self.at);
    }

    fn refuse(&mut self, setting: &str, value: &str, at: usize) {
        self.report(Case::BadSetting { setting: setting.to_owned(), value: value.to_owned() }, at);
    }

    fn report(&mut self, case: Case, at: usize) {
        self.problems.push(Problem { case, origin: text::origin(self.file, self.text, at) });
    }
}

/// Whether this can be a name in a command and in the name of a variable of the environment.
fn is_name(name: &str) -> bool {
    let begins = name.starts_with(|first: char| first.is_ascii_lowercase());
    begins && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Whether this is this machine itself, to which nobody listens in.
fn is_here(rest: &str) -> bool {
    let address = Rest(rest.split('/').next().unwrap_or_default().to_owned()).address(0);
    address.is_some_and(|address| {
        let number: Option<IpAddr> = address.host.parse().ok();
        address.host == "localhost" || number.is_some_and(|number| number.is_loopback())
    })
}

/// Whether this names a server, and no user: a name belongs into a setting of its own, and a password into none.
fn is_server(rest: &str) -> bool {
    !rest.is_empty()
        && !rest.starts_with('/')
        && !rest.contains('@')
        && rest.bytes().all(|byte| byte.is_ascii_graphic() && !b"?#\"'<>\\^`{|}".contains(&byte))
}
