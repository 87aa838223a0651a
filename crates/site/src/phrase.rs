//! Words for a page, each run of them in a known language, so that a text without a translation
//! can stand on a page of another language and say so.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use tera::Value;

use crate::inert::inert;
use crate::markup::escape;

/// A text of one or more runs. A template has it as HTML in which each run that is not in the language of the page says which
/// one it is in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Phrase(Vec<Run>);

/// A stretch of text in one language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Run {
    /// The text.
    pub(crate) text: String,
    /// Its language tag where that is not the page's own, else empty.
    pub(crate) lang: String,
    /// What was looked up to say this, if anything was.
    pub(crate) asked: Option<Asked>,
    /// What is said in its place where no language can be marked; where nothing is given, a text in another
    /// language is left out.
    stand_in: Option<String>,
}

/// What is looked up, by what it is in the language of the tables.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Asked {
    /// A text, in the translations.
    Text(String),
    /// A counter, among the units.
    Unit(String),
}

impl Phrase {
    /// A text in the language of the page, made by the program or formatted.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self::run(text.into(), "", None)
    }

    /// What was looked up, and found.
    pub(crate) fn translated(text: impl Into<String>, asked: Asked) -> Self {
        Self::run(text.into(), "", Some(asked))
    }

    /// What was looked up and not found, in its own language.
    pub(crate) fn foreign(asked: Asked, lang: &str) -> Self {
        let (Asked::Text(text) | Asked::Unit(text)) = &asked;
        Self::run(text.clone(), lang, Some(asked))
    }

    /// Every text that a page says comes through here, whoever typed it.
    fn run(text: String, lang: &str, asked: Option<Asked>) -> Self {
        let text = match inert(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(inert) => inert,
        };
        Self(vec![Run { text, lang: lang.to_owned(), asked, stand_in: None }])
    }

    /// The phrase with what is said in its place where no language can be marked, unless all of it is in the
    /// language of the page.
    pub(crate) fn with_stand_in(mut self, stand_in: impl Into<String>) -> Self {
        if !self.is_native() {
            let mut stand_in = Some(stand_in.into());
            self.0.iter_mut().for_each(|run| run.stand_in = Some(stand_in.take().unwrap_or_default()));
        }
        self
    }

    /// The phrase and another after it.
    pub(crate) fn then(mut self, next: Self) -> Self {
        for run in next.0 {
            match self.0.last_mut() {
                _ if run.text.is_empty() => {}
                Some(last) if last.is_plain() && run.is_plain() => last.text.push_str(&run.text),
                _ => self.0.push(run),
            }
        }
        self
    }

    /// Adds a text in the language of the page that is [`inert`] as it is.
    pub(crate) fn push_inert(&mut self, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.is_plain() => last.text.push_str(text),
            _ => {
                self.0.push(Run { text: text.to_owned(), lang: String::new(), asked: None, stand_in: None });
            }
        }
    }

    /// Phrases with a separator between them.
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
    pub(crate) fn runs(&self) -> &[Run] {
        &self.0
    }

    /// The text as HTML, each run that is not in the language of the page marked with its own.
    pub(crate) fn html(&self) -> String {
        let mut html = String::with_capacity(self.0.iter().map(|run| run.text.len()).sum());
        for Run { text, lang, .. } in &self.0 {
            if lang.is_empty() {
                escape(text, |piece| html.push_str(piece));
                continue;
            }
            html.push_str("<span lang=\"");
            escape(lang, |piece| html.push_str(piece));
            html.push_str("\">");
            escape(text, |piece| html.push_str(piece));
            html.push_str("</span>");
        }
        html
    }

    /// The text alone, in whatever languages it is.
    pub(crate) fn text(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }

    /// The text for where no language can be marked, as in a picture: each part that is in another language gives
    /// way to what stands in for it, or is left out with the space before it.
    pub(crate) fn native_text(&self) -> String {
        let mut text = String::new();
        for run in &self.0 {
            match &run.stand_in {
                Some(stand_in) => text.push_str(stand_in),
                None if run.lang.is_empty() => text.push_str(&run.text),
                None => text.truncate(text.trim_end().len()),
            }
        }
        text
    }

    /// The text, if all of it is in the language of the page.
    pub(crate) fn native_or(&self, otherwise: &str) -> String {
        if self.is_native() { self.text() } else { otherwise.to_owned() }
    }

    /// The language to mark the whole of [`Phrase::text`] with: that of a foreign run, if any.
    pub(crate) fn lang(&self) -> &str {
        self.0.iter().map(|run| run.lang.as_str()).find(|lang| !lang.is_empty()).unwrap_or_default()
    }

    /// Whether it says nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|run| run.text.is_empty())
    }

    /// Whether all of it is in the language of the page.
    pub(crate) fn is_native(&self) -> bool {
        self.lang().is_empty()
    }
}

impl Run {
    /// Whether it is in the language of the page and nothing more is known of it.
    fn is_plain(&self) -> bool {
        self.lang.is_empty() && self.asked.is_none() && self.stand_in.is_none()
    }
}

impl Serialize for Phrase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::safe_string(&self.html()).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use tera::Value;

    use super::{Asked, Phrase};

    #[test]
    fn html_marks_what_is_in_another_language_and_is_not_escaped_again() {
        let foreign = Phrase::foreign(Asked::Text("<計>".to_owned()), "ja");
        let phrase =
            Phrase::plain("a & ").then(foreign).then(Phrase::plain(" \"b\"")).then(Phrase::plain("c"));
        let html = "a &amp; <span lang=\"ja\">&lt;計&gt;</span> &quot;b&quot;c";
        assert_eq!((phrase.html().as_str(), phrase.runs().len()), (html, 3));
        assert_eq!(phrase.text(), "a & <計> \"b\"c");
        let value = Value::from_serializable(&phrase);
        assert!(value.is_safe() && value.as_str() == Some(html), "{value:?}");
        assert_eq!(Value::from_serializable(&Phrase::default()), Value::from(""));
    }
}
