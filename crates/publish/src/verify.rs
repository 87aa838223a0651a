//! Whether readers get what was published: every file is asked for over HTTP, as a browser would.

mod advice;

use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream;
use reqwest::header::{ACCEPT_ENCODING, HeaderMap, LOCATION};
use reqwest::{Client, StatusCode, Url};
use sha2::{Digest, Sha256};
use tokio::runtime::Builder;

pub use self::advice::{Advice, Lack, Sent};
use crate::host::http::{address, answer, client, in_time, meaning, next, place};
use crate::host::{Refusal, RefusalKind};
use crate::site::hexadecimal;

/// How many files are on their way at once.
const AT_ONCE: usize = 8;

/// How often a file is asked for, where the connection breaks off or the server says to come back later.
const TRIES: u32 = 3;

/// How long to wait before the second time; twice as long before the third.
const PAUSE: Duration = Duration::from_millis(500);

/// The bytes that a reader is to get as they are.
const PLAIN: &str = "identity";

/// A page that no site has.
const NOWHERE: &str = "nendo-verify/no-such-page.html";

/// The page that a site has for those that it has not.
const NOT_FOUND: &str = "404.html";

/// The page that a folder shows.
const INDEX: &str = "index.html";

/// What readers get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many files they get as they were published.
    pub same: usize,
    /// The others, in the order of the files.
    pub differing: Vec<Difference>,
    /// What the server might say better.
    pub headers: Vec<Advice>,
}

/// A file that readers do not get as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The file; empty for the folder of the site, which is to show its `index.html`.
    pub path: String,
    /// What they get.
    pub found: Found,
}

/// What readers get in place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// No file: a status of HTTP, such as 404.
    Missing(u16),
    /// They are sent elsewhere.
    Elsewhere {
        /// The status of HTTP, such as 301.
        status: u16,
        /// Where to, as the server says it.
        to: String,
    },
    /// Other bytes.
    Other {
        /// How many.
        bytes: u64,
    },
}

/// What came of one question.
struct Visit {
    status: StatusCode,
    headers: HeaderMap,
    bytes: u64,
    sha256: String,
}

/// Asks for every file of a site, and looks at what is said with them. `url` is the address of its folder; `authorities` are
/// certificates in PEM that are trusted besides those of the system. `told` hears how many files have come.
///
/// # Errors
///
/// Where nobody answers at this address, where a certificate is not trusted, and where the connection broke off too often.
pub fn verify(
    url: &str,
    files: &[Sent],
    authorities: Option<&[u8]>,
    told: impl FnMut(usize),
) -> Result<Verified, Refusal> {
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Refusal::new(RefusalKind::Other, error))?;
    runtime.block_on(look(url, files, authorities, told))
}

/// The same, within a runtime.
pub(crate) async fn look(
    url: &str,
    files: &[Sent],
    authorities: Option<&[u8]>,
    mut told: impl FnMut(usize),
) -> Result<Verified, Refusal> {
    let root = address(url)?;
    let client = client(authorities)?;
    let mut coming = stream::iter(files.iter().enumerate())
        .map(|(at, file)| {
            let (client, root) = (&client, &root);
            async move { visit(client, root, &file.path, PLAIN).await.map(|visit| (at, visit)) }
        })
        .buffer_unordered(AT_ONCE);
    let mut visits = Vec::with_capacity(files.len());
    while let Some(visit) = coming.next().await {
        visits.push(visit?);
        told(visits.len());
    }
    visits.sort_by_key(|(at, _)| *at);

    let mut advice = advice::Gathered::default();
    let mut same = 0;
    let mut differing = Vec::new();
    for (at, visit) in &visits {
        let file = &files[*at];
        match visit.against(file) {
            None => {
                same += 1;
                advice.of_headers(&file.path, &visit.headers);
            }
            Some(found) => differing.push(Difference { path: file.path.clone(), found }),
        }
    }
    let file = |path: &str| files.iter().find(|file| file.path == path);
    if let Some(index) = file(INDEX) {
        let shown = visit(&client, &root, "", PLAIN).await?;
        differing.extend(shown.against(index).map(|found| Difference { path: String::new(), found }));
    }
    for path in advice::worth_compressing(files) {
        let visit = visit(&client, &root, path, "gzip").await?;
        advice.of_compression(path, visit.status, &visit.headers);
    }
    let nowhere = visit(&client, &root, NOWHERE, PLAIN).await?;
    let page = file(NOT_FOUND).is_none_or(|page| page.sha256 == nowhere.sha256);
    advice.of_absence(NOWHERE, nowhere.status, page);
    Ok(Verified { same, differing, headers: advice.listed() })
}

impl Visit {
    /// What came in place of this file, if it did not come itself.
    fn against(&self, file: &Sent) -> Option<Found> {
        let status = self.status.as_u16();
        if self.status.is_redirection() {
            let to = self.headers.get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default();
            return Some(Found::Elsewhere { status, to: to.to_owned() });
        }
        if self.status != StatusCode::OK {
            return Some(Found::Missing(status));
        }
        let same = self.bytes == file.bytes && self.sha256 == file.sha256;
        (!same).then_some(Found::Other { bytes: self.bytes })
    }
}

/// Asks until there is an answer.
async fn visit(client: &Client, root: &Url, path: &str, encoding: &str) -> Result<Visit, Refusal> {
    let mut tried = 1;
    loop {
        let visit = visit_once(client, place(root, path), encoding).await;
        let again = match &visit {
            Ok(visit) => meaning(visit.status) == RefusalKind::Lost,
            Err(refusal) => refusal.kind == RefusalKind::Lost,
        };
        if !again || tried == TRIES {
            return visit.map_err(|refusal| refusal.about(path));
        }
        tokio::time::sleep(PAUSE * tried).await;
        tried += 1;
    }
}

async fn visit_once(client: &Client, url: Url, encoding: &str) -> Result<Visit, Refusal> {
    let request = client.get(url).header(ACCEPT_ENCODING, encoding);
    let mut response = in_time(0, answer(request)).await?;
    let mut hash = Sha256::new();
    let mut bytes = 0;
    while let Some(part) = in_time(0, next(&mut response)).await? {
        hash.update(part.as_ref());
        bytes += part.as_ref().len() as u64;
    }
    let sha256 = hexadecimal(&hash.finalize());
    Ok(Visit { status: response.status(), headers: response.headers().clone(), bytes, sha256 })
}

#[cfg(test)]
mod tests;
