//! Whichever host a target is.

use super::bucket::S3;
use super::folder::Folder;
use super::ftp::Ftp;
use super::sftp::Sftp;
use super::web_dav::WebDav;
use super::{Entry, Host, Refusal, Swap};
use crate::target::{Service, Target};

/// A host of any kind.
#[expect(clippy::large_enum_variant, reason = "there is one in a run")]
pub(crate) enum Any {
    Folder(Folder),
    Sftp(Sftp),
    Ftp(Ftp),
    WebDav(WebDav),
    S3(S3),
}

macro_rules! whichever {
    ($any:expr, $host:ident => $ask:expr) => {
        match $any {
            Any::Folder($host) => $ask,
            Any::Sftp($host) => $ask,
            Any::Ftp($host) => $ask,
            Any::WebDav($host) => $ask,
            Any::S3($host) => $ask,
        }
    };
}

impl Any {
    /// The host of a target; it is reached when it is asked something.
    pub(crate) fn of(target: &Target) -> Result<Self, Refusal> {
        let root = &target.root;
        Ok(match &target.service {
            Service::Folder => Self::Folder(Folder::new(root)),
            Service::Sftp(sftp) => Self::Sftp(Sftp::new(sftp, root)),
            Service::Ftp(ftp) => Self::Ftp(Ftp::new(ftp, root)),
            Service::WebDav(dav) => Self::WebDav(WebDav::new(dav, root)?),
            Service::S3(bucket) => Self::S3(S3::new(bucket, root)?),
        })
    }
}

impl Host for Any {
    fn swap(&self) -> Swap {
        whichever!(self, host => host.swap())
    }

    fn grain(&self) -> u64 {
        whichever!(self, host => host.grain())
    }

    fn at_once(&self) -> usize {
        whichever!(self, host => host.at_once())
    }

    async fn files(&self, folder: &str) -> Result<Vec<Entry>, Refusal> {
        whichever!(self, host => host.files(folder).await)
    }

    async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        whichever!(self, host => host.read(path).await)
    }

    async fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        whichever!(self, host => host.write(path, bytes).await)
    }

    async fn rename(&self, from: &str, to: &str) -> Result<(), Refusal> {
        whichever!(self, host => host.rename(from, to).await)
    }

    async fn remove(&self, path: &str) -> Result<(), Refusal> {
        whichever!(self, host => host.remove(path).await)
    }

    async fn remove_folder(&self, folder: &str) -> Result<(), Refusal> {
        whichever!(self, host => host.remove_folder(folder).await)
    }

    async fn disconnect(&self) {
        whichever!(self, host => host.disconnect().await);
    }
}
