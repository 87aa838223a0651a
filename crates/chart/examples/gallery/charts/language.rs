//! The languages of the gallery: each text of its data stands in both.

use nendo_chart::{Kind, Spec};

/// A text in both languages, Japanese first.
pub(crate) type Both = [&'static str; 2];

/// The language of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl Language {
    /// Both, in the order of the data.
    pub(crate) const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// Its tag, as in `lang`.
    pub(crate) fn tag(self) -> &'static str {
        self.of(["ja", "en"])
    }

    /// This language's of two texts.
    pub(crate) fn of(self, [ja, en]: Both) -> &'static str {
        match self {
            Self::Ja => ja,
            Self::En => en,
        }
    }

    /// A chart under its name.
    pub(crate) fn chart(self, id: &str, name: Both, description: String, kind: Kind) -> Spec {
        Spec { id: format!("{id}-{}", self.tag()), title: self.of(name).to_owned(), description, kind }
    }
}
