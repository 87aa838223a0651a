//! The Atom feed of a site in a language: an entry for each edition of a plan whose day of publication is known (RFC 4287 wants
//! a day, and no clock is read). Thirty lines of XML, which need no crate of their own.

use nendo_chart::escaped;
use nendo_model::Date;

use crate::route::{self, SitePath};
use crate::voice::Voice;

/// What a feed says of an edition.
pub(crate) struct Entry {
    pub(crate) title: String,
    pub(crate) summary: String,
    /// The page that it leads to.
    pub(crate) page: SitePath,
    pub(crate) published: Date,
}

/// What a feed says of its site.
pub(crate) struct Feed<'a> {
    pub(crate) base: &'a str,
    pub(crate) voice: Voice<'a>,
    pub(crate) title: String,
    /// Who publishes the site; its title where nobody is named, as a feed must name someone.
    pub(crate) author: String,
}

impl Feed<'_> {
    /// The file; none without entries.
    pub(crate) fn file(&self, mut entries: Vec<Entry>) -> Option<(SitePath, Vec<u8>)> {
        let updated = entries.iter().map(|entry| entry.published).max()?;
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.published));
        let path = route::feed(self.voice.tag());
        let here = path.at(self.base);
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
             {}{}{}{}{}<author>{}</author>\n<generator>nendo</generator>\n{}</feed>\n",
            escaped(self.voice.tag()),
            element("id", &here),
            element("title", &self.title),
            element("updated", &moment(updated)),
            link("self", "application/atom+xml", &here),
            link("alternate", "text/html", &route::home().at(self.base)),
            element("name", &self.author).trim_end(),
            entries.iter().map(|entry| self.entry(entry)).collect::<String>(),
        );
        Some((path, text.into_bytes()))
    }

    fn entry(&self, entry: &Entry) -> String {
        let address = entry.page.at(self.base);
        let moment = moment(entry.published);
        format!(
            "<entry>\n{}{}{}{}{}{}</entry>\n",
            element("id", &address),
            element("title", &entry.title),
            element("updated", &moment),
            element("published", &moment),
            link("alternate", "text/html", &address),
            element("summary", &entry.summary),
        )
    }
}

fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>\n", escaped(text))
}

fn link(rel: &str, kind: &str, address: &str) -> String {
    format!("<link rel=\"{rel}\" type=\"{kind}\" href=\"{}\"/>\n", escaped(address))
}

/// The beginning of a day. It is the same day in Japan, nine hours ahead.
fn moment(date: Date) -> String {
    format!("{date}T00:00:00Z")
}
