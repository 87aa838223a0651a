//! The answer to a request for something of the site: a file byte for byte, or a page with the script for a browser that goes to it.
//!
//! Files change several times within a second, and some keep their names. So none has a date, which counts seconds, and may be kept by a
//! browser only to be asked for again by the hash of its bytes.

use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

use axum::body::{Body, Bytes};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, Response, StatusCode, Uri};
use http_range_header::parse_range_header;

use crate::fingerprint::{Presence, hash};
use crate::location::{Location, Site};
use crate::page::{Page, is_page, missing};

/// What a page is served as.
const HTML: &str = "text/html; charset=utf-8";

/// Answers a GET or a HEAD; who sends it leaves out the body for the latter. Reads files.
pub(crate) fn answer(site: &Site, method: &Method, uri: &Uri, headers: &HeaderMap) -> Response<Body> {
    let path = uri.path();
    if method == Method::GET
        && is_navigation(headers)
        && let Some(page) = Page::at(site, path)
    {
        return shown(&page);
    }
    match site.find(path) {
        Location::File(file) => match fs::read(&file) {
            Ok(bytes) => whole_or_part(&file, bytes.into(), method, headers),
            Err(_) => not_found(site),
        },
        Location::Folder => {
            let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
            let location = HeaderValue::try_from(format!("{path}/{query}"));
            let mut answer = plain(StatusCode::FOUND, "", "no-store");
            answer.headers_mut().extend(location.map(|location| (header::LOCATION, location)));
            answer
        }
        Location::Nothing => not_found(site),
    }
}

/// A short answer in text.
pub(crate) fn plain(status: StatusCode, text: &'static str, keeping: &'static str) -> Response<Body> {
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, keeping)];
    response(status, headers, text)
}

/// An answer of something that is built in, which may differ after the next start.
pub(crate) fn built_in(kind: &'static str, text: &'static str) -> Response<Body> {
    response(StatusCode::OK, [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")], text)
}

fn shown(page: &Page) -> Response<Body> {
    let status = match page.presence {
        Presence::Found => StatusCode::OK,
        Presence::Missing => StatusCode::NOT_FOUND,
    };
    let headers =
        [(header::CONTENT_TYPE, HTML), (header::CACHE_CONTROL, "no-store"), (header::VARY, "Accept")];
    response(status, headers, page.with_script())
}

fn not_found(site: &Site) -> Response<Body> {
    let headers =
        [(header::CONTENT_TYPE, HTML), (header::CACHE_CONTROL, "no-store"), (header::VARY, "Accept")];
    response(StatusCode::NOT_FOUND, headers, missing(site))
}

/// What a browser asks for when a reader goes somewhere, and tools do not.
fn is_navigation(headers: &HeaderMap) -> bool {
    let accepts = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let mut kinds =
        accepts.flat_map(|value| value.split(',')).map(|kind| kind.split(';').next().unwrap_or_default());
    !headers.contains_key(header::RANGE) && kinds.any(|kind| kind.trim().eq_ignore_ascii_case("text/html"))
}

fn whole_or_part(file: &Path, bytes: Bytes, method: &Method, headers: &HeaderMap) -> Response<Body> {
    let tag = format!("\"{:016x}\"", hash(&bytes));
    let mut answer = if has_it(headers, &tag) {
        response(StatusCode::NOT_MODIFIED, [], Body::empty())
    } else {
        let mut answer = match wanted_part(method, headers, &tag, bytes.len()) {
            Ok(None) => response(StatusCode::OK, [], bytes),
            Ok(Some(part)) => {
                let told = format!("bytes {}-{}/{}", part.start(), part.end(), bytes.len());
                let mut answer = response(StatusCode::PARTIAL_CONTENT, [], bytes.slice(part));
                answer
                    .headers_mut()
                    .extend(HeaderValue::try_from(told).map(|told| (header::CONTENT_RANGE, told)));
                answer
            }
            Err(()) => {
                let mut answer = plain(StatusCode::RANGE_NOT_SATISFIABLE, "", "no-store");
                let told = HeaderValue::try_from(format!("bytes */{}", bytes.len()));
                answer.headers_mut().extend(told.map(|told| (header::CONTENT_RANGE, told)));
                return answer;
            }
        };
        answer.headers_mut().insert(header::CONTENT_TYPE, kind(file));
        answer
    };
    let own = answer.headers_mut();
    own.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    own.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    own.extend(HeaderValue::try_from(tag).map(|tag| (header::ETAG, tag)));
    if is_page(file) {
        own.insert(header::VARY, HeaderValue::from_static("Accept"));
    }
    answer
}

/// Whether who asks says that these bytes are there already. If-Modified-Since is not asked: a second is too long.
fn has_it(headers: &HeaderMap, tag: &str) -> bool {
    let tags = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut tags = tags.flat_map(|value| value.split(',')).map(str::trim);
    tags.any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

/// The part that is asked for, if one is; an error if there is none such.
fn wanted_part(
    method: &Method,
    headers: &HeaderMap,
    tag: &str,
    length: usize,
) -> Result<Option<RangeInclusive<usize>>, ()> {
    let is_of_this = headers.get(header::IF_RANGE).is_none_or(|of| of.as_bytes() == tag.as_bytes());
    let range = headers
        .get(header::RANGE)
        .and_then(|range| range.to_str().ok())
        .filter(|_| is_of_this && method == Method::GET);
    // One that makes no sense is not heeded (RFC 9110, 14.2).
    let Some(ranges) = range.and_then(|range| parse_range_header(range).ok()) else { return Ok(None) };
    let parts = ranges.validate(length as u64).map_err(|_| ())?;
    // All may be sent to who asks for several.
    let [part] = parts.as_slice() else { return Ok(None) };
    let ends = (usize::try_from(*part.start()), usize::try_from(*part.end()));
    if let (Ok(start), Ok(end)) = ends { Ok(Some(start..=end)) } else { Err(()) }
}

/// A content type by the name of a file. All text of a site is UTF-8.
fn kind(file: &Path) -> HeaderValue {
    let guessed = mime_guess::from_path(file).first_raw().unwrap_or("application/octet-stream");
    let is_text = guessed.starts_with("text/")
        || ["json", "xml", "javascript"].iter().any(|kind| guessed.ends_with(kind));
    let is_text = is_text || guessed == "application/manifest+json";
    let kind = if is_text {
        HeaderValue::try_from(format!("{guessed}; charset=utf-8"))
    } else {
        HeaderValue::try_from(guessed)
    };
    kind.unwrap_or_else(|_| HeaderValue::from_static("application/octet-stream"))
}

fn response<const N: usize>(
    status: StatusCode,
    headers: [(HeaderName, &'static str); N],
    body: impl Into<Body>,
) -> Response<Body> {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let headers = headers.map(|(name, value)| (name, HeaderValue::from_static(value)));
    response.headers_mut().extend(headers);
    // A type that is wrong shows here, and not only at a host that says the same.
    response.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
