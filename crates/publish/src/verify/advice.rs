//! What a server says with the files of a site, and might say better.

use std::collections::BTreeMap;

use reqwest::StatusCode;
use reqwest::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderName,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};

use crate::media;

/// How long a page may be kept, in seconds: a correction is to be seen on the same day, and at once by most.
const PAGE: u64 = 600;

/// How long a file that never changes is to be kept at least, in seconds: 30 days.
const ASSET: u64 = 30 * 24 * 60 * 60;

/// From how many bytes on it is worth compressing a text.
const WORTH: u64 = 1024;

/// A file that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Where it stands, from the root of the site, with `/`.
    pub path: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// Their SHA-256, as 64 small hexadecimal digits.
    pub sha256: String,
}

/// Something that a server might say better, of so many files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What is lacking.
    pub lack: Lack,
    /// The first file that lacks it.
    pub example: String,
    /// How many do.
    pub count: usize,
}

/// What is lacking.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// Texts of this ending are not said to be in UTF-8.
    Charset {
        /// The ending of their names, without the dot.
        ending: String,
    },
    /// Files of this ending are said to be of another type.
    Type {
        /// The ending of their names, without the dot.
        ending: String,
        /// What they are said to be; empty where nothing is said.
        said: String,
        /// What they are.
        expected: String,
    },
    /// Browsers may show a page that has been replaced.
    PageKept {
        /// For how many seconds; none where nothing is said, so that they guess.
        seconds: Option<u64>,
    },
    /// Browsers ask again for files that never change.
    AssetNotKept,
    /// Texts of this ending are not compressed for those who can read that.
    Compression {
        /// The ending of their names, without the dot.
        ending: String,
    },
    /// Browsers may guess at the type: no `X-Content-Type-Options: nosniff`.
    Sniffing,
    /// Other sites may show a page in a frame: neither `frame-ancestors` nor `X-Frame-Options`.
    Framing,
    /// A page that is not there has another status than 404.
    NotFoundStatus {
        /// The status.
        status: u16,
    },
    /// Who asks for a page that is not there does not get the site's page for that.
    NotFoundPage,
}

/// What was found lacking so far.
#[derive(Default)]
pub(super) struct Gathered(BTreeMap<Lack, (String, usize)>);

impl Gathered {
    /// Looks at what is said with a file.
    pub(super) fn of_headers(&mut self, path: &str, headers: &HeaderMap) {
        self.of_type(path, said(headers, &CONTENT_TYPE));
        let page = ending(path) == "html";
        let keeping = Keeping::read(said(headers, &CACHE_CONTROL));
        if page && keeping.seconds.is_none_or(|seconds| seconds > PAGE) {
            self.add(Lack::PageKept { seconds: keeping.seconds }, path);
        }
        if media::is_kept(path) && keeping.seconds.is_none_or(|seconds| seconds < ASSET) {
            self.add(Lack::AssetNotKept, path);
        }
        if !said(headers, &X_CONTENT_TYPE_OPTIONS).eq_ignore_ascii_case("nosniff") {
            self.add(Lack::Sniffing, path);
        }
        let framed = headers.contains_key(&X_FRAME_OPTIONS)
            || headers.get_all(&CONTENT_SECURITY_POLICY).iter().any(|policy| {
                policy.to_str().is_ok_and(|policy| policy.to_ascii_lowercase().contains("frame-ancestors"))
            });
        if page && !framed {
            self.add(Lack::Framing, path);
        }
    }

    fn of_type(&mut self, path: &str, said: &str) {
        let Some(expected) = media::expected(path) else { return };
        let mut parts = said.split(';').map(str::trim);
        let kind = parts.next().unwrap_or_default();
        if !media::fits(path, kind) {
            let expected = expected.essence_str().to_owned();
            self.add(Lack::Type { ending: ending(path), said: kind.to_owned(), expected }, path);
        }
        let charset = parts
            .filter_map(|part| part.split_once('='))
            .find(|(name, _)| name.eq_ignore_ascii_case("charset"));
        let unicode = charset.is_some_and(|(_, value)| value.trim_matches('"').eq_ignore_ascii_case("utf-8"));
        if media::is_text(path) && !unicode {
            self.add(Lack::Charset { ending: ending(path) }, path);
        }
    }

    /// Looks at what came to a reader who can read gzip.
    pub(super) fn of_compression(&mut self, path: &str, status: StatusCode, headers: &HeaderMap) {
        if status == StatusCode::OK && !headers.contains_key(&CONTENT_ENCODING) {
            self.add(Lack::Compression { ending: ending(path) }, path);
        }
    }

    /// Looks at what came in place of a page that is not there, and whether it was the site's page for that.
    pub(super) fn of_absence(&mut self, path: &str, status: StatusCode, page: bool) {
        if status != StatusCode::NOT_FOUND {
            self.add(Lack::NotFoundStatus { status: status.as_u16() }, path);
        }
        if !page {
            self.add(Lack::NotFoundPage, path);
        }
    }

    /// All of it, in an order that is always the same.
    pub(super) fn listed(self) -> Vec<Advice> {
        self.0.into_iter().map(|(lack, (example, count))| Advice { lack, example, count }).collect()
    }

    fn add(&mut self, lack: Lack, path: &str) {
        self.0.entry(lack).or_insert_with(|| (path.to_owned(), 0)).1 += 1;
    }
}

/// The largest text of each ending, where it is worth compressing.
pub(super) fn worth_compressing(files: &[Sent]) -> Vec<&str> {
    let mut largest: BTreeMap<String, &Sent> = BTreeMap::new();
    for file in files.iter().filter(|file| file.bytes >= WORTH && media::is_text(&file.path)) {
        let found = largest.entry(ending(&file.path)).or_insert(file);
        if file.bytes > found.bytes {
            *found = file;
        }
    }
    largest.into_values().map(|file| file.path.as_str()).collect()
}

/// How long a browser may show a file without asking: RFC 9111, 5.2.2.
struct Keeping {
    /// None where it has to guess.
    seconds: Option<u64>,
}

impl Keeping {
    fn read(said: &str) -> Self {
        let mut seconds = None;
        for part in said.split(',').map(|part| part.trim().to_ascii_lowercase()) {
            match part.split_once('=') {
                None if matches!(part.as_str(), "no-cache" | "no-store") => return Self { seconds: Some(0) },
                Some(("max-age", age)) => seconds = age.trim_matches('"').parse().ok(),
                _ => {}
            }
        }
        Self { seconds }
    }
}

fn said<'a>(headers: &'a HeaderMap, name: &HeaderName) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().trim()
}

/// The ending of a name, without the dot; empty where there is none.
fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase())
}
