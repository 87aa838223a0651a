//! Texts in the languages of a site: what was given in settings, and what translations say.

use std::collections::BTreeMap;

use crate::place::Origin;

/// A text by language tag: `{ ja = "柱", en = "Pillar" }`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Localized(pub BTreeMap<String, String>);

impl Localized {
    /// The text in this language.
    #[must_use]
    pub fn get(&self, language: &str) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }
}

/// A text that a page shows in its own language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Wording {
    /// Words of the source language; translations.csv has the others.
    Source(String),
    /// Given for each language in the settings.
    Given(Localized),
}

/// One row of translations.csv.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Translation {
    /// The text in the source language.
    pub source: String,
    /// The text in the others; a blank cell is absent.
    pub targets: Localized,
    /// Where the row stands.
    pub origin: Origin,
}

/// One row of units.csv: how a counter is said in another language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnitName {
    /// The counter as the city writes it: 基.
    pub unit: String,
    /// The language it is said in.
    pub language: String,
    /// By plural category of CLDR: `one`, `other` and so on.
    pub forms: BTreeMap<String, String>,
}
