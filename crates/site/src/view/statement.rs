//! What is known of the site's accessibility: a draft for a city that has written no page of its own about it. Whether the
//! site conforms to a standard is for the city to say.

use serde::Serialize;

use super::View;
use crate::colours::contrast::{Kind, Look};
use crate::phrase::Phrase;

/// The content of the page.
#[derive(Debug, Hash, Serialize)]
pub(crate) struct StatementView {
    /// What holds for every page, a sentence each.
    facts: Vec<Phrase>,
    publisher: Phrase,
}

/// What a build sees to on every page, whatever a city writes.
const FACTS: [&str; 9] = [
    "fact-structure",
    "fact-tables",
    "fact-charts",
    "fact-grades",
    "fact-languages",
    "fact-keyboard",
    "fact-reflow",
    "fact-script",
    "fact-print",
];

impl View<'_> {
    /// What is known of the site's accessibility.
    pub(crate) fn statement(&self) -> StatementView {
        let voice = self.narrator.voice;
        let mut facts: Vec<Phrase> = FACTS.map(|fact| voice.fill(fact, [])).into();
        facts.extend(self.contrast());
        StatementView { facts, publisher: voice.optional(self.site.config.publisher.as_ref()) }
    }

    /// How far the colours of screens stand out from their grounds, at the least.
    fn contrast(&self) -> Option<Phrase> {
        let voice = self.narrator.voice;
        let lowest = |kind: Kind| {
            let found = self.site.style.colours.lowest(|c| c.pair.kind == kind && c.look != Look::Print)?;
            Some(voice.fill("contrast", [("ratio", found.shown().into())]))
        };
        let args = [("text", lowest(Kind::Text)?.into()), ("graphics", lowest(Kind::Graphics)?.into())];
        Some(voice.fill("fact-contrast", args))
    }
}
