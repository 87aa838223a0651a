//! A bucket of a service that speaks S3.

mod transport;

use opendal::options::WriteOptions;
use opendal::services;
use opendal::{EntryMode, ErrorKind, HttpTransporter, OperationContext, Operator};

use self::transport::{Transport, refusal};
use super::http::{address, client, in_time};
use super::{Entry, Host, Refusal, RefusalKind, Swap};
use crate::media;
use crate::target::{Bucket, Secret};

/// A bucket, and what is under a folder in it.
pub(crate) struct S3 {
    bucket: Operator,
}

impl S3 {
    pub(crate) fn new(target: &Bucket, root: &str) -> Result<Self, Refusal> {
        address(&target.endpoint)?;
        // Without keys the library would look for some.
        if target.key_id.reveal().is_empty() || target.secret.reveal().is_empty() {
            return Err(Refusal::new(RefusalKind::Login, "no key"));
        }
        let service = services::S3::default()
            .root(&format!("/{}", root.trim_matches('/')))
            .bucket(&target.name)
            .endpoint(&target.endpoint)
            .region(&target.region)
            .access_key_id(target.key_id.reveal())
            .secret_access_key(target.secret.reveal())
            .session_token(target.session.as_ref().map_or("", Secret::reveal))
            .disable_config_load()
            .disable_ec2_metadata();
        let transport = Transport::new(client(target.authorities.as_deref())?);
        let context = OperationContext::new().with_http_transport(HttpTransporter::new(transport));
        let bucket = Operator::new(service).map_err(|error| refusal(&error))?;
        Ok(Self { bucket: bucket.with_context(context) })
    }
}

impl Host for S3 {
    fn swap(&self) -> Swap {
        Swap::Whole
    }

    fn grain(&self) -> u64 {
        // The mark is a hash of the bytes.
        0
    }

    fn at_once(&self) -> usize {
        8
    }

    async fn files(&self, folder: &str) -> Result<Vec<Entry>, Refusal> {
        let folder = format!("{}/", folder.trim_matches('/'));
        let listed = in_time(0, async { self.bucket.list(&folder).await.map_err(|error| refusal(&error)) });
        let listed = listed.await.map_err(|refusal| refusal.about(&folder))?;
        let files = listed.into_iter().filter(|entry| entry.metadata().mode() == EntryMode::FILE);
        Ok(files
            .map(|entry| Entry {
                name: entry.name().to_owned(),
                bytes: entry.metadata().content_length(),
                mark: entry.metadata().etag().and_then(hash),
                written: None,
            })
            .collect())
    }

    async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let read = in_time(0, async {
            match self.bucket.read(path).await {
                Ok(bytes) => Ok(Some(bytes.to_vec())),
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
                Err(error) => Err(refusal(&error)),
            }
        });
        read.await.map_err(|refusal| refusal.about(path))
    }

    async fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        // Web hosting out of a bucket says what was said here.
        let kind = media::expected(path).map(|kind| {
            let charset = if media::is_text(path) { "; charset=utf-8" } else { "" };
            format!("{kind}{charset}")
        });
        let keeping = if media::is_kept(path) { "public, max-age=31536000, immutable" } else { "no-cache" };
        let options = WriteOptions {
            content_type: kind,
            cache_control: Some(keeping.to_owned()),
            ..WriteOptions::default()
        };
        let written = in_time(bytes.len(), async {
            let written = self.bucket.write_options(path, bytes.to_vec(), options).await;
            written.map(|_| ()).map_err(|error| refusal(&error))
        });
        written.await.map_err(|refusal| refusal.about(path))
    }

    async fn rename(&self, _: &str, to: &str) -> Result<(), Refusal> {
        Err(Refusal::new(RefusalKind::Other, "S3 has no renaming").about(to))
    }

    async fn remove(&self, path: &str) -> Result<(), Refusal> {
        let removed = in_time(0, async {
            match self.bucket.delete(path).await {
                Err(error) if error.kind() != ErrorKind::NotFound => Err(refusal(&error)),
                _ => Ok(()),
            }
        });
        removed.await.map_err(|refusal| refusal.about(path))
    }

    async fn remove_folder(&self, _: &str) -> Result<(), Refusal> {
        // There are none: a name has `/` in it.
        Ok(())
    }

    async fn disconnect(&self) {
        // Each request takes a connection that still stands, or makes one.
    }
}

/// An `ETag`, if it is the MD5 of the bytes: that of a file written in parts, or encrypted with a key of its own, is not.
fn hash(tag: &str) -> Option<String> {
    let hash = tag.trim_matches('"');
    let is_hash = hash.len() == 32 && hash.bytes().all(|letter| letter.is_ascii_hexdigit());
    is_hash.then(|| hash.to_ascii_lowercase())
}

#[cfg(test)]
mod tests;
