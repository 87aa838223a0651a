//! A target of the settings, with all that opens it. Files and folders of this machine that the settings name are looked for beside
//! the content folder, as themes are.

use std::fs;
use std::path::{Path, PathBuf};

use nendo_publish as host;
use nendo_site::{Contents, FtpTls, PublishTarget, Service};

use super::bar::Bar;
use super::obstacle::Obstacle;
use super::secrets::Secrets;
use crate::job::Job;

/// The target as it is reached.
pub(super) fn target(job: &Job, target: &PublishTarget, bar: &Bar<'_>) -> Result<host::Target, Obstacle> {
    let secrets = Secrets::of(target, bar.voice());
    let authorities = authorities(target, &job.content)?;
    let service = match &target.service {
        // An archive goes into a folder of this machine.
        Service::Folder | Service::Zip(Contents::Whole | Contents::Changed) => host::Service::Folder,
        Service::Sftp { address, user, key, host_key } => host::Service::Sftp(host::Sftp {
            host: address.host.clone(),
            port: address.port,
            user: user.clone(),
            credentials: credentials(key.as_deref(), &secrets, &job.content)?,
            host_keys: host::HostKeys {
                fingerprint: host_key.clone(),
                known_hosts: std::env::home_dir().map(|home| home.join(".ssh").join("known_hosts")),
            },
        }),
        Service::Ftp { address, tls, user } => host::Service::Ftp(host::Ftp {
            host: address.host.clone(),
            port: address.port,
            tls: match tls {
                FtpTls::Explicit => host::FtpTls::Explicit,
                FtpTls::Implicit => host::FtpTls::Implicit,
                FtpTls::None => host::FtpTls::None,
            },
            user: user.clone(),
            password: secrets.needed("PASSWORD")?,
            authorities,
        }),
        Service::WebDav { endpoint, user } => host::Service::WebDav(host::WebDav {
            endpoint: endpoint.clone(),
            user: user.clone(),
            password: user.is_some().then(|| secrets.needed("PASSWORD")).transpose()?,
            authorities,
        }),
        Service::S3 { bucket, endpoint, region } => host::Service::S3(host::Bucket {
            name: bucket.clone(),
            endpoint: endpoint.clone(),
            region: region.clone(),
            key_id: secrets.needed("ACCESS_KEY_ID")?,
            secret: secrets.needed("SECRET_ACCESS_KEY")?,
            session: secrets.given("SESSION_TOKEN"),
            authorities,
        }),
    };
    Ok(host::Target {
        name: target.name.clone(),
        service,
        root: root(target, &job.content),
        retries: target.retries,
    })
}

/// The certificates that are trusted besides those of the system.
pub(super) fn authorities(target: &PublishTarget, content: &Path) -> Result<Option<Vec<u8>>, Obstacle> {
    target.authorities.as_deref().map(|file| read("ca", file, content)).transpose()
}

/// The root of a target: a folder of this machine stands where its path says, seen from the content folder.
pub(super) fn root(target: &PublishTarget, content: &Path) -> String {
    match target.service {
        Service::Folder | Service::Zip(_) => beside(content, &target.root).to_string_lossy().into_owned(),
        _ => target.root.clone(),
    }
}

/// A key, with its passphrase if there is one; else a password.
fn credentials(
    key: Option<&str>,
    secrets: &Secrets<'_>,
    content: &Path,
) -> Result<host::Credentials, Obstacle> {
    let key = match (secrets.given("KEY"), key) {
        (Some(text), _) => Some(text),
        (None, Some(file)) => {
            let text = read("key", file, content)?;
            Some(host::Secret::new(String::from_utf8_lossy(&text)))
        }
        (None, None) => None,
    };
    let password = if key.is_some() { secrets.given("PASSWORD") } else { Some(secrets.needed("PASSWORD")?) };
    Ok(host::Credentials { password, key })
}

fn beside(content: &Path, path: &str) -> PathBuf {
    let above = content.file_name().and(content.parent());
    above.map_or_else(|| content.join(".."), Path::to_owned).join(path)
}

fn read(setting: &'static str, file: &str, content: &Path) -> Result<Vec<u8>, Obstacle> {
    let path = match file.strip_prefix("~/").zip(std::env::home_dir()) {
        Some((rest, home)) => home.join(rest),
        None => beside(content, file),
    };
    fs::read(&path).map_err(|error| Obstacle::NoFile {
        setting,
        path: path.to_string_lossy().into_owned(),
        said: error.to_string(),
    })
}
