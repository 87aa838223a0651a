//! What a page says of itself to those who have not opened it: search engines, feed readers, sites where it is shared.
//! An address is said only where it is known in full.

use serde::Serialize;
use serde_json::Value;

use crate::phrase::Phrase;
use crate::route::{self, SitePath};
use crate::script;
use crate::site::Site;
use crate::voice::Voice;

/// The part of a page's head that is for others.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub(crate) struct Sharing {
    title: Said,
    /// What the page says, in a sentence or two.
    description: Said,
    site_name: Said,
    locale: String,
    other_locales: Vec<String>,
    /// The address of the page; like all addresses here empty where the site's is not known.
    canonical: String,
    /// The page in every language, where it has one for each.
    alternates: Vec<Alternate>,
    /// The theme's picture for shared pages, else its logo.
    image: String,
    feeds: Vec<Alternate>,
    /// JSON-LD as it may stand in an element `script`; empty where there is nothing to say.
    linked_data: String,
}

/// A text, and its language where that is not the page's own.
#[derive(Clone, Debug, Default, Hash, Serialize)]
struct Said {
    text: String,
    lang: String,
}

#[derive(Clone, Debug, Default, Hash, Serialize)]
struct Alternate {
    lang: String,
    href: String,
}

/// What differs between pages.
pub(super) struct Shared<'a> {
    pub(super) here: &'a SitePath,
    pub(super) title: Phrase,
    pub(super) description: Phrase,
    pub(super) site_name: Phrase,
    /// The languages of the site, that of the page first.
    pub(super) locales: Vec<Voice<'a>>,
    /// The page in every language; empty where it holds them all.
    pub(super) languages: Vec<(String, SitePath)>,
    /// The languages that have a feed of what the page is about.
    pub(super) feeds: Vec<Voice<'a>>,
    pub(super) linked_data: Vec<Value>,
}

impl Sharing {
    pub(super) fn new(site: &Site, shared: Shared<'_>) -> Self {
        let Shared { here, title, description, site_name, locales, languages, feeds, linked_data } = shared;
        let alternate =
            |(lang, path): (String, &SitePath)| site.address(path).map(|href| Alternate { lang, href });
        let default = languages.first().map(|(_, path)| ("x-default".to_owned(), path));
        let all = languages.iter().map(|(tag, path)| (tag.clone(), path)).chain(default);
        let image = ["og.png", "logo.png"].iter().find_map(|known| site.assets.path(known));
        let feed = |voice: Voice<'_>| Alternate {
            lang: voice.tag().to_owned(),
            href: here.link_to(&route::feed(voice.tag())),
        };
        let said = |phrase: &Phrase| Said { text: phrase.text(), lang: phrase.lang().to_owned() };
        let mut locales = locales.iter().map(|voice| voice.word("og-locale"));
        Self {
            title: said(&title),
            description: said(&description),
            site_name: said(&site_name),
            locale: locales.next().unwrap_or_default(),
            other_locales: locales.collect(),
            canonical: site.address(here).unwrap_or_default(),
            alternates: all.filter_map(alternate).collect(),
            image: image.and_then(|path| site.address(&path)).unwrap_or_default(),
            feeds: feeds.into_iter().map(feed).collect(),
            linked_data: script_text(&linked_data),
        }
    }
}

/// Things of schema.org as the text of an element `script`.
fn script_text(graph: &[Value]) -> String {
    if graph.is_empty() {
        return String::new();
    }
    script::data(&serde_json::json!({ "@context": "https://schema.org", "@graph": graph }))
}
