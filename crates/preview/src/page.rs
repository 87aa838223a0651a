//! What a browser is shown at a path: the page on disk with a script that listens to the preview. On disk no byte changes.

use std::fs;
use std::path::Path;

use crate::fingerprint::{Fingerprint, Presence};
use crate::location::{Location, Site};
use crate::outline::{Outline, outline};

/// Where the script is, which no site has anything at.
pub(crate) const SCRIPT_PATH: &str = "/.nendo-preview/page.js";
/// Where it listens.
pub(crate) const EVENTS_PATH: &str = "/.nendo-preview/events";
/// The script.
pub(crate) const SCRIPT: &str = include_str!("page.js");

/// What the script needs, first in the page's policy, as of two directives of a name the first counts. Either quote may stand around it.
const PERMISSION: &[u8] = b"connect-src &#39;self&#39;; ";
/// Where a site has no page for it, or where there is no site yet.
const MISSING: &[u8] =
    b"<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
    <meta name=\"color-scheme\" content=\"light dark\">\n<title>404</title>\n<p>404</p>\n";

/// A page, or what tells that there is none.
#[derive(Debug)]
pub(crate) struct Page {
    /// What it is made of.
    pub(crate) fingerprint: Fingerprint,
    /// Whether it is there.
    pub(crate) presence: Presence,
    html: Vec<u8>,
    outline: Outline,
}

impl Page {
    /// What is shown at a path, unless it is something else than a page.
    pub(crate) fn at(site: &Site, path: &str) -> Option<Page> {
        let (presence, html) = match site.find(path) {
            Location::File(file) if !is_page(&file) => return None,
            Location::File(file) => {
                fs::read(file).map_or((Presence::Missing, missing(site)), |html| (Presence::Found, html))
            }
            Location::Folder => return None,
            Location::Nothing => (Presence::Missing, missing(site)),
        };
        let outline = outline(&html);
        let fingerprint = Fingerprint::of(site, path, presence, &html, &outline);
        Some(Page { fingerprint, presence, html, outline })
    }

    /// The page as a browser gets it.
    pub(crate) fn with_script(&self) -> Vec<u8> {
        let script =
            format!("<script src=\"{SCRIPT_PATH}\" data-page=\"{}\" defer></script>", self.fingerprint);
        let mut additions: Vec<(usize, &[u8])> =
            self.outline.policies.iter().map(|at| (*at, PERMISSION)).collect();
        additions.push((self.outline.end, script.as_bytes()));
        additions.sort_by_key(|(at, _)| *at);
        let mut served = Vec::with_capacity(self.html.len() + script.len() + PERMISSION.len());
        let mut from = 0;
        for (at, addition) in additions {
            served.extend_from_slice(&self.html[from..at]);
            served.extend_from_slice(addition);
            from = at;
        }
        served.extend_from_slice(&self.html[from..]);
        served
    }

    /// The addresses of its style sheets, as it has them.
    pub(crate) fn styles(&self) -> Vec<String> {
        self.outline.styles.iter().map(|style| style.href.clone()).collect()
    }
}

/// Whether a file is one that a script can be put in.
pub(crate) fn is_page(file: &Path) -> bool {
    file.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("html") || ending.eq_ignore_ascii_case("htm"))
}

/// What the site says where it has no page.
pub(crate) fn missing(site: &Site) -> Vec<u8> {
    let own = match site.find("/404.html") {
        Location::File(file) => fs::read(file).ok(),
        Location::Folder | Location::Nothing => None,
    };
    own.unwrap_or_else(|| MISSING.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served(html: &[u8]) -> String {
        let (html, outline) = (html.to_vec(), outline(html));
        let site = Site::new("nowhere".into());
        let fingerprint = Fingerprint::of(&site, "/", Presence::Found, &html, &outline);
        let page = Page { fingerprint, presence: Presence::Found, html, outline };
        String::from_utf8_lossy(&page.with_script()).replace(&fingerprint.to_string(), "")
    }

    /// Cut off and damaged anywhere.
    #[test]
    fn nothing_else_changes_whatever_the_page() {
        let page = "<!DOCTYPE html><meta http-equiv=Content-Security-Policy content=\"a 'b'\"><title>年度</title>\
            <link rel=stylesheet href=a.css><link href='b.css' rel='x stylesheet'><svg><title>&amp;</title><image href=c.png /></svg>\
            <script>'</body>'</script><img srcset='d.png 1x, e.png 2x'></body></html>";
        let script = "<script src=\"/.nendo-preview/page.js\" data-page=\"\" defer></script>";
        for at in 0..page.len() {
            for other in *b"<>\"'=/ &\0\xff" {
                let mut damaged = page.as_bytes().to_vec();
                damaged[at] = other;
                for html in [damaged.as_slice(), &damaged[..=at]] {
                    let served = served(html).replace("connect-src &#39;self&#39;; ", "");
                    assert_eq!(served.replace(script, ""), String::from_utf8_lossy(html));
                    assert_eq!(served.matches(script).count(), 1);
                }
            }
        }
    }

    #[test]
    fn the_script_is_the_last_of_the_body() {
        let script = "<script src=\"/.nendo-preview/page.js\" data-page=\"\" defer></script>";
        assert_eq!(
            served("<p>年度</p></body></html>".as_bytes()),
            format!("<p>年度</p>{script}</body></html>")
        );
        assert_eq!(served("年度".as_bytes()), format!("年度{script}"));
        assert_eq!(served(b""), script);
        let tricky = "<!-- </body> --><script>'</body>'</script><title></body></title><p>年</p>";
        assert_eq!(served(format!("{tricky}</BODY\n>").as_bytes()), format!("{tricky}{script}</BODY\n>"));
        assert_eq!(served(tricky.as_bytes()), format!("{tricky}{script}"));
    }

    #[test]
    fn the_policy_lets_the_script_listen() {
        let policy = |html: &str| served(html.as_bytes()).split("<script").next().map(str::to_owned);
        let with = |text: &str| Some(text.to_owned());
        let before =
            "<title>年度</title><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        let after = "<title>年度</title><meta http-equiv=\"Content-Security-Policy\" content=\"connect-src &#39;self&#39;; default-src 'none'\">";
        assert_eq!(policy(before), with(after));
        assert_eq!(
            policy("<META content = 'img-src *' http-equiv=content-security-POLICY>"),
            with(
                "<META content = 'connect-src &#39;self&#39;; img-src *' http-equiv=content-security-POLICY>"
            )
        );
        let without =
            "<meta charset=\"utf-8\"><!-- <meta http-equiv=\"Content-Security-Policy\" content=\"a\"> -->";
        assert_eq!(policy(without), with(without));
    }
}
