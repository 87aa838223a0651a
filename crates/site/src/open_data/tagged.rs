//! Texts of the descriptions in each language of the site, in the forms that JSON has for them. They are written as plainly as the data is.

use serde_json::{Map, Value, json};

use super::plain::plain;
use crate::phrase::Phrase;
use crate::site::Site;
use crate::voice::Voice;

/// A text in the languages that have it, each with its tag, that of the tables first.
#[derive(Clone, Debug, Default)]
pub(super) struct Tagged(Vec<(String, String)>);

impl Tagged {
    /// What is said in each language; one in which not all of it can be said has nothing.
    pub(super) fn phrases<'a>(site: &'a Site, phrase: impl Fn(Voice<'a>) -> Phrase) -> Self {
        Self::texts(site, |voice| phrase(voice).native_or(""))
    }

    /// The text of each language; an empty one is none.
    pub(super) fn texts<'a>(site: &'a Site, text: impl Fn(Voice<'a>) -> String) -> Self {
        let texts = site.voices().map(|voice| (voice.tag().to_owned(), plain(&text(voice))));
        Self(texts.filter(|(_, text)| !text.is_empty()).collect())
    }

    /// Whether no language has it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// For readers who know of one language only: that of the tables, or the first that has it.
    pub(super) fn first(&self) -> &str {
        self.0.first().map_or("", |(_, text)| text)
    }

    /// `{"ja": "年度", "en": "Fiscal year"}`.
    pub(super) fn by_language(&self) -> Map<String, Value> {
        self.0.iter().map(|(tag, text)| (tag.clone(), json!(text))).collect()
    }

    /// `[{"@value": "年度", "@language": "ja"}]`.
    pub(super) fn values(&self) -> Value {
        self.0.iter().map(|(tag, text)| json!({ "@value": text, "@language": tag })).collect()
    }
}

/// A record with those of these properties that have a value.
pub(super) fn with<const N: usize>(mut record: Value, properties: [(&str, Option<Value>); N]) -> Value {
    for (name, value) in properties {
        if let Some(value) = value {
            record[name] = value;
        }
    }
    record
}
