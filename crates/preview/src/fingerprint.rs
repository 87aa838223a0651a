//! What a page is made of, in a few hashes, and what became of one that a browser shows. No clock and no list of changed files: a browser
//! that was away says what it has, and is told how that differs from what is there now.

use std::fmt;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::str::FromStr;

use serde::Serialize;

use crate::location::{Location, Site};
use crate::outline::Outline;

/// Above how many bytes a file is not read for each page that loads it.
const LARGE: u64 = 8 << 20;

/// What a page is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fingerprint {
    presence: Presence,
    whole: u64,
    /// The page without the addresses of its style sheets.
    unstyled: u64,
    /// What is in its style sheets.
    styles: u64,
    /// What is in all else that it loads.
    parts: u64,
}

/// Whether a page is there, or another tells that it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Found,
    Missing,
}

/// What became of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Change {
    Same,
    /// Its style sheets have to be loaded again, and no more.
    Restyled,
    Changed,
    /// It is no longer there.
    Gone,
}

impl Fingerprint {
    /// Of the page that is shown at a path.
    pub(crate) fn of(
        site: &Site,
        path: &str,
        presence: Presence,
        html: &[u8],
        outline: &Outline,
    ) -> Fingerprint {
        let [mut unstyled, mut styles, mut parts] = [(); 3].map(|()| DefaultHasher::new());
        let mut rest = 0;
        for style in &outline.styles {
            html.get(rest..style.span.start).hash(&mut unstyled);
            rest = rest.max(style.span.end);
            let place = neighbour(path, &style.href).unwrap_or_default();
            let sheet = read(site, &place);
            sheet.hash(&mut styles);
            // A picture that it names would stay the old one if only the style sheet were loaded again.
            for address in addresses(&String::from_utf8_lossy(&sheet.unwrap_or_default())) {
                neighbour(&place, address).map(|path| content(site, &path)).hash(&mut parts);
            }
        }
        html[rest..].hash(&mut unstyled);
        for part in &outline.parts {
            neighbour(path, part).map(|path| content(site, &path)).hash(&mut parts);
        }
        let [unstyled, styles, parts] = [unstyled, styles, parts].map(|hasher| hasher.finish());
        Fingerprint { presence, whole: hash(html), unstyled, styles, parts }
    }

    /// What became of a page that a browser shows, by what is there now.
    pub(crate) fn change(self, now: Fingerprint) -> Change {
        match (self.presence, now.presence) {
            (Presence::Found, Presence::Missing) => Change::Gone,
            (Presence::Missing, Presence::Found) => Change::Changed,
            _ if self == now => Change::Same,
            _ if (self.unstyled, self.parts) == (now.unstyled, now.parts) => Change::Restyled,
            _ => Change::Changed,
        }
    }
}

/// As a page carries it, and gives it back.
impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fingerprint { presence, whole, unstyled, styles, parts } = self;
        let is_found = u8::from(*presence == Presence::Found);
        write!(formatter, "{is_found}-{whole:x}-{unstyled:x}-{styles:x}-{parts:x}")
    }
}

impl FromStr for Fingerprint {
    type Err = ();

    fn from_str(text: &str) -> Result<Fingerprint, ()> {
        let hashes: Option<Vec<u64>> =
            text.split('-').map(|part| u64::from_str_radix(part, 16).ok()).collect();
        let hashes: Option<[u64; 5]> = hashes.and_then(|hashes| hashes.try_into().ok());
        let [is_found, whole, unstyled, styles, parts] = hashes.ok_or(())?;
        let presence = if is_found == 1 { Presence::Found } else { Presence::Missing };
        Ok(Fingerprint { presence, whole, unstyled, styles, parts })
    }
}

/// The same for the same bytes, also after a restart.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

fn read(site: &Site, path: &str) -> Option<Vec<u8>> {
    fs::read(file(site, path)?).ok()
}

/// What is in a file, or for a large one, as a film is, when it was written.
fn content(site: &Site, path: &str) -> Option<u64> {
    let file = file(site, path)?;
    let data = fs::metadata(&file).ok()?;
    if data.len() <= LARGE {
        return Some(hash(&fs::read(file).ok()?));
    }
    let mut hasher = DefaultHasher::new();
    (data.len(), data.modified().ok()).hash(&mut hasher);
    Some(hasher.finish())
}

fn file(site: &Site, path: &str) -> Option<PathBuf> {
    match site.find(path) {
        Location::File(file) => Some(file),
        Location::Folder | Location::Nothing => None,
    }
}

/// The path that an address in the file at a path means; none if it means something elsewhere.
fn neighbour(path: &str, address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let is_elsewhere =
        address.starts_with("//") || address.split('/').next().is_some_and(|start| start.contains(':'));
    if address.is_empty() || is_elsewhere {
        return None;
    }
    let folder = if address.starts_with('/') { "" } else { path.rsplit_once('/')?.0 };
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.trim_start_matches('/').split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    Some(format!("/{}", parts.join("/")))
}

/// What a style sheet loads: `url(a.svg)`, `@import "b.css"`.
fn addresses(sheet: &str) -> impl Iterator<Item = &str> {
    let after = |mark| sheet.split(mark).skip(1);
    let ends = |text: &str| text.find(|letter| "\"')".contains(letter)).unwrap_or(text.len());
    let trimmed =
        after("url(").chain(after("@import ")).map(|text| text.trim_start().trim_start_matches(['"', '\'']));
    trimmed.map(move |text| text[..ends(text)].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_from_its_page() {
        let of = |path, address| neighbour(path, address);
        assert_eq!(of("/dx/ja/index.html", "../../assets/a.css?1#x").as_deref(), Some("/assets/a.css"));
        assert_eq!(of("/dx/ja/", "./b.svg").as_deref(), Some("/dx/ja/b.svg"));
        assert_eq!(of("/dx/", "/c.js").as_deref(), Some("/c.js"));
        assert_eq!(of("/a.html", "../../../etc/passwd").as_deref(), Some("/etc/passwd"), "of the site");
        for elsewhere in ["data:,", "https://example.org/a.js", "//example.org/a.js", "", "#top"] {
            assert_eq!(of("/a.html", elsewhere), None, "{elsewhere}");
        }
    }

    #[test]
    fn a_style_sheet_names_what_it_loads() {
        let sheet = r#"@import "b.css"; a { background: url(a.svg) } b { src: url( "c.woff2" ) format("woff2"), url('d.png') }"#;
        let mut found: Vec<_> = addresses(sheet).collect();
        found.sort_unstable();
        assert_eq!(found, ["a.svg", "b.css", "c.woff2", "d.png"]);
    }

    #[test]
    fn what_became_of_a_page() {
        let was = Fingerprint { presence: Presence::Found, whole: 1, unstyled: 2, styles: 3, parts: 4 };
        assert_eq!(was.to_string().parse(), Ok(was));
        assert_eq!("1-2-3".parse::<Fingerprint>(), Err(()));
        let now = |change: fn(&mut Fingerprint)| {
            let mut now = was;
            change(&mut now);
            was.change(now)
        };
        assert_eq!(now(|_| {}), Change::Same);
        assert_eq!(now(|now| now.whole = 0), Change::Restyled);
        assert_eq!(now(|now| now.styles = 0), Change::Restyled);
        assert_eq!(now(|now| now.unstyled = 0), Change::Changed);
        assert_eq!(now(|now| now.parts = 0), Change::Changed);
        assert_eq!(now(|now| now.presence = Presence::Missing), Change::Gone);
    }
}
