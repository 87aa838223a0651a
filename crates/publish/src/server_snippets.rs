//! Settings of web servers with which [`crate::verify()`] has no advice to give.

/// The names of the files, and their texts: for Apache and for nginx.
#[must_use]
pub fn snippets() -> [(&'static str, &'static str); 2] {
    [
        (".htaccess", include_str!("server_snippets/apache.htaccess")),
        ("nginx.conf", include_str!("server_snippets/nginx.conf")),
    ]
}
