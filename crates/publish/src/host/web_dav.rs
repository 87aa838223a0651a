//! A WebDAV server: RFC 4918.

mod listing;

use http::header::HeaderValue;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode, Url};

use self::listing::Member;
use super::http::{address, answer, broken, client, in_time, next, place, refused};
use super::{Entry, Host, Refusal, RefusalKind, Swap};
use crate::target::{self, Secret};

/// Asks for what an [`Entry`] is made of, and no more.
const WANTED: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/><getlastmodified/><getetag/></prop></propfind>"#;

/// A WebDAV server, and a folder of it.
pub(crate) struct WebDav {
    client: Client,
    endpoint: Url,
    /// With a `/` at its end, unless it is empty.
    root: String,
    user: Option<String>,
    password: Option<Secret>,
}

impl WebDav {
    pub(crate) fn new(target: &target::WebDav, root: &str) -> Result<Self, Refusal> {
        let root = root.trim_matches('/');
        Ok(Self {
            client: client(target.authorities.as_deref())?,
            endpoint: address(&target.endpoint)?,
            root: if root.is_empty() { String::new() } else { format!("{root}/") },
            user: target.user.clone(),
            password: target.password.clone(),
        })
    }

    /// The address of a file, or, with `/` at its end, of a folder.
    fn place(&self, path: &str) -> Url {
        place(&self.endpoint, &format!("{}{path}", self.root))
    }

    fn request(&self, method: &[u8], place: Url) -> RequestBuilder {
        let method = Method::from_bytes(method).expect("methods are of letters");
        let request = self.client.request(method, place);
        match &self.user {
            Some(user) => request.basic_auth(user, self.password.as_ref().map(Secret::reveal)),
            None => request,
        }
    }

    async fn put(&self, path: &str, bytes: &[u8]) -> Result<Response, Refusal> {
        let request = self.request(b"PUT", self.place(path)).body(bytes.to_vec());
        in_time(bytes.len(), answer(request)).await.map_err(|refusal| refusal.about(path))
    }

    /// Makes the folders that a path goes through, as far as the server lets it: one that is there already may refuse to be made in
    /// many ways. Gives what was said about the last of them, if it was not made.
    async fn make_folders(&self, path: &str) -> Result<Option<Refusal>, Refusal> {
        let whole = format!("{}{path}", self.root);
        let mut last = None;
        for (end, _) in whole.match_indices('/') {
            let request = self.request(b"MKCOL", place(&self.endpoint, &whole[..=end]));
            let response = in_time(0, answer(request)).await.map_err(|refusal| refusal.about(path))?;
            last = (!response.status().is_success()).then(|| refused(&response).about(path));
        }
        Ok(last)
    }

    async fn moved(&self, from: &str, to: &str) -> Result<Response, Refusal> {
        let there = HeaderValue::from_str(self.place(to).as_str())
            .map_err(|error| Refusal::new(RefusalKind::Other, error).about(to))?;
        let request =
            self.request(b"MOVE", self.place(from)).header("Destination", there).header("Overwrite", "T");
        in_time(0, answer(request)).await.map_err(|refusal| refusal.about(to))
    }

    /// What stands in a folder, and the folder itself; nothing where there is none.
    async fn members(&self, folder: &str) -> Result<Vec<Member>, Refusal> {
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let request = self.request(b"PROPFIND", self.place(&folder));
        let request = request.header("Depth", "1").header("Content-Type", "application/xml").body(WANTED);
        let listed = in_time(0, async {
            let response = answer(request).await?;
            match response.status() {
                StatusCode::MULTI_STATUS => Ok(Some(response.bytes().await.map_err(|error| broken(&error))?)),
                StatusCode::NOT_FOUND | StatusCode::GONE => Ok(None),
                // What Apache says of a folder with an index page, if it is not told otherwise.
                StatusCode::METHOD_NOT_ALLOWED => Err(Refusal::new(RefusalKind::Other, UNLISTED)),
                _ => Err(refused(&response)),
            }
        });
        match listed.await {
            Ok(Some(text)) => listing::members(&text),
            Ok(None) => Ok(Vec::new()),
            Err(refusal) => Err(refusal),
        }
        .map_err(|refusal| refusal.about(&folder))
    }
}

/// What is said of a folder that the server does not list.
const UNLISTED: &str =
    "405 Method Not Allowed to PROPFIND; Apache needs `DirectoryIndex disabled` where WebDAV is on";

impl Host for WebDav {
    fn swap(&self) -> Swap {
        Swap::Rename
    }

    fn grain(&self) -> u64 {
        // HTTP has dates of a second.
        1
    }

    fn at_once(&self) -> usize {
        4
    }

    async fn files(&self, folder: &str) -> Result<Vec<Entry>, Refusal> {
        let members = self.members(folder.trim_matches('/')).await?;
        Ok(members.into_iter().filter_map(|member| member.file).collect())
    }

    async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        // A server that compresses would give other bytes than those that were written.
        let request = self.request(b"GET", self.place(path)).header("Accept-Encoding", "identity");
        let read = async {
            let mut response = in_time(0, answer(request)).await?;
            match response.status() {
                StatusCode::NOT_FOUND | StatusCode::GONE => return Ok(None),
                status if !status.is_success() => return Err(refused(&response)),
                _ => {}
            }
            let mut bytes = Vec::new();
            while let Some(part) = in_time(0, next(&mut response)).await? {
                bytes.extend_from_slice(part.as_ref());
            }
            Ok(Some(bytes))
        };
        read.await.map_err(|refusal: Refusal| refusal.about(path))
    }

    async fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        let mut response = self.put(path, bytes).await?;
        let mut folder = None;
        // RFC 4918 says 409 where the folder is missing; some say 404.
        if matches!(response.status(), StatusCode::NOT_FOUND | StatusCode::CONFLICT) {
            folder = self.make_folders(path).await?;
            response = self.put(path, bytes).await?;
        }
        match response.status() {
            status if status.is_success() => Ok(()),
            StatusCode::NOT_FOUND | StatusCode::CONFLICT => {
                Err(folder.unwrap_or_else(|| refused(&response).about(path)))
            }
            _ => Err(refused(&response).about(path)),
        }
    }

    async fn rename(&self, from: &str, to: &str) -> Result<(), Refusal> {
        let mut response = self.moved(from, to).await?;
        // A server that overwrites nothing.
        if response.status() == StatusCode::PRECONDITION_FAILED {
            self.remove(to).await?;
            response = self.moved(from, to).await?;
        }
        done(&response).map_err(|refusal| refusal.about(to))
    }

    async fn remove(&self, path: &str) -> Result<(), Refusal> {
        let removed = in_time(0, answer(self.request(b"DELETE", self.place(path)))).await;
        match removed {
            Ok(response) if matches!(response.status(), StatusCode::NOT_FOUND | StatusCode::GONE) => Ok(()),
            removed => removed.and_then(|response| done(&response)).map_err(|refusal| refusal.about(path)),
        }
    }

    async fn remove_folder(&self, folder: &str) -> Result<(), Refusal> {
        let folder = folder.trim_matches('/');
        // `DELETE` takes all that is in a folder with it.
        let members = self.members(folder).await?;
        if !folder.is_empty() && matches!(members.as_slice(), [Member { file: None }]) {
            let _ = in_time(0, answer(self.request(b"DELETE", self.place(&format!("{folder}/"))))).await?;
        }
        Ok(())
    }

    async fn disconnect(&self) {
        // Each request takes a connection that still stands, or makes one.
    }
}

fn done(response: &Response) -> Result<(), Refusal> {
    // Of many things, some were not done.
    let all = response.status().is_success() && response.status() != StatusCode::MULTI_STATUS;
    if all { Ok(()) } else { Err(refused(response)) }
}

#[cfg(test)]
mod tests;
