//! The static files of a theme as they are published. The name of a style sheet or script changes with what it says, so that
//! a browser never shows a page with an old one; what a style sheet names, as fonts and pictures, keeps its name.

use std::borrow::Cow;
use std::collections::BTreeMap;

use nendo_model::FiscalYear;

use crate::hash::hash;
use crate::route::{self, SitePath};
use crate::script;
use crate::style::{self, Style};
use crate::theme::Theme;

const FOLDER: &str = "static/";

/// The published files by the name that a theme knows them by: `style.css`.
pub(crate) struct Assets(BTreeMap<String, Asset>);

/// A file with the name that it is published by.
struct Asset {
    name: String,
    bytes: Vec<u8>,
}

impl Assets {
    /// The static files of a theme, its style sheet as put together.
    pub(crate) fn of(theme: &Theme, style: &Style) -> Self {
        let asset = |(path, bytes): (&str, &[u8])| {
            let known = &path[FOLDER.len()..];
            let bytes = match std::str::from_utf8(bytes) {
                _ if path == style::FILE => style.text.clone().into_bytes(),
                Ok(text) if kind(path) == "js" => script::compact(text).into_bytes(),
                _ => bytes.to_vec(),
            };
            (known.to_owned(), Asset { name: published(known, &bytes).into_owned(), bytes })
        };
        Self(theme.under(FOLDER).map(asset).collect())
    }

    /// The files by the names that they are published by.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.values().map(|asset| (asset.name.as_str(), asset.bytes.as_slice()))
    }

    /// Where a file stands, for the whole site.
    pub(crate) fn path(&self, known: &str) -> Option<SitePath> {
        self.0.get(known).map(|asset| route::asset(None, &asset.name))
    }

    /// How a page names each file, for the whole site or for one year's self-contained part of it.
    pub(crate) fn links(
        &self,
        here: &SitePath,
        folder: Option<(&str, FiscalYear)>,
    ) -> BTreeMap<String, String> {
        let link = |(known, asset): (&String, &Asset)| {
            (known.clone(), here.link_to(&route::asset(folder, &asset.name)))
        };
        self.0.iter().map(link).collect()
    }
}

fn kind(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, kind)| kind)
}

/// `kpis.js` with a part of its hash: `kpis.0a1b2c3d.js`.
fn published<'a>(name: &'a str, bytes: &[u8]) -> Cow<'a, str> {
    match name.rsplit_once('.') {
        Some((stem, kind @ ("css" | "js"))) => format!("{stem}.{}.{kind}", &hash(bytes)[..8]).into(),
        _ => name.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::published;

    #[test]
    fn only_style_sheets_and_scripts_are_named_by_what_they_say() {
        assert_eq!(published("a/b.c.js", b""), "a/b.c.e3b0c442.js");
        assert_eq!(published("style.css", b""), "style.e3b0c442.css");
        for kept in ["icon.svg", "font.woff2", "css", "a.css/licence"] {
            assert_eq!(published(kept, b""), kept);
        }
    }
}
