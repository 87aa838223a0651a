//! Words for a page, each run of them in a known language, so that a text without a translation
//! can stand on a page of another language and say so.

use serde::Serialize;

/// A text of one or more runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(crate) struct Phrase(Vec<Run>);

/// A stretch of text in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Run {
    /// The text.
    pub(crate) text: String,
    /// Its language tag where that is not the page's own, else empty.
    pub(crate) lang: String,
    /// What was looked up to say this, if anything was.
    #[serde(skip)]
    pub(crate) asked: Option<Asked>,
}

/// What is looked up, by what it is in the language of the tables.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Asked {
    /// A text, in the translations.
    Text(String),
    /// A counter, among the units.
    Unit(String),
}

impl Phrase {
    /// A text in the language of the page, made by the program or formatted.
    #[must_use]
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self(vec![Run { text: text.into(), lang: String::new(), asked: None }])
    }

    /// What was looked up, and found.
    #[must_use]
    pub(crate) fn translated(text: impl Into<String>, asked: Asked) -> Self {
        Self(vec![Run { text: text.into(), lang: String::new(), asked: Some(asked) }])
    }

    /// What was looked up and not found, in its own language.
    #[must_use]
    pub(crate) fn foreign(asked: Asked, lang: &str) -> Self {
        let (Asked::Text(text) | Asked::Unit(text)) = &asked;
        Self(vec![Run { text: text.clone(), lang: lang.to_owned(), asked: Some(asked) }])
    }

    /// The phrase and another after it.
    #[must_use]
    pub(crate) fn then(mut self, next: Self) -> Self {
        self.0.extend(next.0.into_iter().filter(|run| !run.text.is_empty()));
        self
    }

    /// Phrases with a separator between them.
    #[must_use]
    pub(crate) fn join(phrases: impl IntoIterator<Item = Self>, separator: &str) -> Self {
        let mut joined = Self::default();
        for (at, phrase) in phrases.into_iter().enumerate() {
            if at > 0 {
                joined = joined.then(Self::plain(separator));
            }
            joined = joined.then(phrase);
        }
        joined
    }

    /// Its runs.
    #[must_use]
    pub(crate) fn runs(&self) -> &[Run] {
        &self.0
    }

    /// The text alone, for where no language can be marked.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }

    /// The text without what is in another language, and the space before that.
    #[must_use]
    pub(crate) fn native_text(&self) -> String {
        let mut text = String::new();
        for run in &self.0 {
            if run.lang.is_empty() {
                text.push_str(&run.text);
            } else {
                text.truncate(text.trim_end().len());
            }
        }
        text
    }

    /// The language to mark the whole of [`Phrase::text`] with: that of a foreign run, if any.
    #[must_use]
    pub(crate) fn lang(&self) -> &str {
        self.0.iter().map(|run| run.lang.as_str()).find(|lang| !lang.is_empty()).unwrap_or_default()
    }

    /// Whether all of it is in the language of the page.
    #[must_use]
    pub(crate) fn is_native(&self) -> bool {
        self.lang().is_empty()
    }
}
