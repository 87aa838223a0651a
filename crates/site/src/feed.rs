//! The Atom feed of a site in a language: an entry for each edition of a plan whose day of publication is known (RFC 4287 wants
//! a day, and no clock is read). Thirty lines of XML, which need no crate of their own. What is in a feed has a name that does
//! not change where the site moves, or else readers would be told of all of it again.

use nendo_chart::escaped;
use nendo_model::{Date, FiscalYear};

use crate::hash::urn;
use crate::phrase::Phrase;
use crate::route::{self, SitePath};
use crate::voice::Voice;

/// What a feed says of an edition.
pub(crate) struct Entry<'a> {
    /// The folder of the plan.
    pub(crate) plan: &'a str,
    pub(crate) year: FiscalYear,
    pub(crate) title: Phrase,
    pub(crate) summary: Phrase,
    /// The page that it leads to.
    pub(crate) page: SitePath,
    pub(crate) published: Date,
}

/// What a feed says of its site.
pub(crate) struct Feed<'a> {
    pub(crate) base: &'a str,
    /// What the site is called for good.
    pub(crate) site: String,
    pub(crate) voice: Voice<'a>,
    pub(crate) title: Phrase,
    /// Who publishes the site; its title where nobody is named, as a feed must name someone.
    pub(crate) author: Phrase,
}

impl Feed<'_> {
    /// The file; none without entries.
    pub(crate) fn file(&self, mut entries: Vec<Entry<'_>>) -> Option<(SitePath, Vec<u8>)> {
        let updated = entries.iter().map(|entry| entry.published).max()?;
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.published));
        let path = route::feed(self.voice.tag());
        let here = path.at(self.base);
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
             {}{}{}{}{}<author{}>{}</author>\n<generator>nendo</generator>\n{}</feed>\n",
            escaped(self.voice.tag()),
            element("id", &urn(&[&self.site, self.voice.tag()])),
            said("title", &self.title),
            element("updated", &moment(updated)),
            link("self", "application/atom+xml", &here),
            link("alternate", "text/html", &route::home().at(self.base)),
            lang(&self.author),
            element("name", &self.author.text()).trim_end(),
            entries.iter().map(|entry| self.entry(entry)).collect::<String>(),
        );
        Some((path, text.into_bytes()))
    }

    fn entry(&self, entry: &Entry<'_>) -> String {
        let address = entry.page.at(self.base);
        let id = urn(&[&self.site, entry.plan, &entry.year.to_string(), self.voice.tag()]);
        let moment = moment(entry.published);
        format!(
            "<entry>\n{}{}{}{}{}{}</entry>\n",
            element("id", &id),
            said("title", &entry.title),
            element("updated", &moment),
            element("published", &moment),
            link("alternate", "text/html", &address),
            said("summary", &entry.summary),
        )
    }
}

fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>\n", escaped(text))
}

fn said(name: &str, phrase: &Phrase) -> String {
    format!("<{name}{}>{}</{name}>\n", lang(phrase), escaped(&phrase.text()))
}

/// Says the language of what is not in that of the feed.
fn lang(phrase: &Phrase) -> String {
    if phrase.is_native() { String::new() } else { format!(" xml:lang=\"{}\"", escaped(phrase.lang())) }
}

fn link(rel: &str, kind: &str, address: &str) -> String {
    format!("<link rel=\"{rel}\" type=\"{kind}\" href=\"{}\"/>\n", escaped(address))
}

/// The beginning of a day. It is the same day in Japan, nine hours ahead.
fn moment(date: Date) -> String {
    format!("{date}T00:00:00Z")
}
