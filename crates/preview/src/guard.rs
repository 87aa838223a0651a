//! Who may ask. A website that a reader visits could give its own name the address of this machine, and then read the preview as its own;
//! its name is what betrays it.

use std::net::IpAddr;

use axum::http::Uri;
use axum::http::header::{HOST, HeaderMap};
use axum::http::uri::Authority;

/// Whether a request is for this machine by a name that only it can have. Tools may leave the name out.
pub(crate) fn is_for_us(uri: &Uri, headers: &HeaderMap) -> bool {
    let hosts = headers.get_all(HOST).iter().map(|host| host.to_str().unwrap_or_default());
    hosts.chain(uri.authority().map(Authority::as_str)).all(is_ours)
}

fn is_ours(host: &str) -> bool {
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    let name = host.rsplit_once(':').filter(|(_, port)| is_port(port)).map_or(host, |(name, _)| name);
    let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    name.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok()
}
