//! The file that the path of a request names, and none outside of the site's folder. It knows no HTTP.
//!
//! A path is decoded once and taken apart; a part that any system could read as more than a plain name is refused everywhere. What it
//! then names is looked up with every link followed, and must lie in the folder.

use std::fs;
use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;

/// What begins the names that are the builder's and the preview's own, and never published.
const OWN: &str = ".nendo";

/// The folder of a built site. It need not exist yet.
#[derive(Debug, Clone)]
pub(crate) struct Site {
    root: PathBuf,
}

/// What is at a path.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Location {
    /// This file, which is in the folder.
    File(PathBuf),
    /// A folder with a page, whose path lacks its last slash.
    Folder,
    /// Nothing.
    Nothing,
}

impl Site {
    pub(crate) fn new(root: PathBuf) -> Site {
        Site { root }
    }

    /// What the path of a request, as it was sent, names.
    pub(crate) fn find(&self, path: &str) -> Location {
        self.within(path).unwrap_or(Location::Nothing)
    }

    fn within(&self, path: &str) -> Option<Location> {
        let path = path.strip_prefix('/')?;
        let (folders, name) =
            path.rsplit_once('/').map_or((None, path), |(folders, name)| (Some(folders), name));
        let folders = folders.into_iter().flat_map(|folders| folders.split('/')).map(plain);
        let name = if name.is_empty() { "index.html".to_owned() } else { plain(name)? };
        // Anew each time: the folder may have been made or replaced since.
        let root = fs::canonicalize(&self.root).ok()?;
        let mut wanted = root.clone();
        for folder in folders {
            wanted.push(folder?);
        }
        let found = published(&root, &wanted.join(name))?;
        if found.is_file() {
            return Some(Location::File(found));
        }
        let index = published(&root, &found.join("index.html"))?;
        index.is_file().then_some(Location::Folder)
    }
}

/// A file or folder with its links followed, if it is in the site and not the builder's own.
fn published(root: &Path, wanted: &Path) -> Option<PathBuf> {
    let found = fs::canonicalize(wanted).ok()?;
    let is_plain = |part: Component| matches!(part, Component::Normal(name) if name.to_str().is_some_and(|name| !is_own(name)));
    found.strip_prefix(root).ok()?.components().all(is_plain).then_some(found)
}

/// A part of a path, decoded, if it is a plain name on every system.
fn plain(part: &str) -> Option<String> {
    let name = percent_decode_str(part).decode_utf8().ok()?;
    // Separators, drives and streams (`C:`, `a.html::$DATA`), patterns; and what Windows leaves out at the end of a name.
    let is_odd = |letter: char| letter.is_control() || r#"/\:*?"<>|"#.contains(letter);
    let is_plain = !name.is_empty() && !name.contains(is_odd) && !name.ends_with(['.', ' ']);
    (is_plain && !is_own(&name) && !is_device(&name)).then(|| name.into_owned())
}

/// In any case, as there are systems to which that is the same.
fn is_own(name: &str) -> bool {
    name.get(..OWN.len()).is_some_and(|start| start.eq_ignore_ascii_case(OWN))
}

/// Names that Windows takes for devices in every folder, with any ending.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let port = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    let is_port = port.is_some_and(|number| number.chars().count() == 1 && "0123456789¹²³".contains(number));
    is_port || ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&stem.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_names_pass_and_others_do_not() {
        for name in [
            "index.html",
            "%E5%B9%B4%E5%BA%A6.csv",
            "a%20b",
            "a%2520b",
            "console.js",
            "com.js",
            "COM10",
            ".well-known",
            "a+b&c=d;e",
        ] {
            assert!(plain(name).is_some(), "{name}");
        }
        let refused = [
            "",
            ".",
            "..",
            "%2e%2E",
            "a%2Fb",
            "a%5Cb",
            "a\\b",
            "%00",
            "a%0Ab",
            "C:",
            "C%3A",
            "a.html::$DATA",
            "a.",
            "a%20",
            "...",
            "con",
            "NUL.txt",
            "aux%20.c",
            "com1",
            "LPT%C2%B9.csv",
            "%FF",
            "%C0%AE",
            ".nendo",
            ".NENDO-preview",
            "a*",
            "%3F",
        ];
        for name in refused {
            assert_eq!(plain(name), None, "{name}");
        }
        assert_eq!(plain("%252e%252e").as_deref(), Some("%2e%2e"), "decoded once");
    }
}
