//! How plan.toml is laid out, as serde reads it: names and types only. What the values may be is
//! the business of [`crate::desk`], which takes this apart.

use std::collections::BTreeMap;
use std::fmt;

use nendo_model::{Localized, Wording};
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use toml::Spanned;

/// The file. Every value keeps where it stands.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct PlanToml {
    pub(crate) title: Option<Spanned<Text>>,
    #[serde(default)]
    pub(crate) levels: Vec<Spanned<Text>>,
    #[serde(default)]
    pub(crate) slugs: BTreeMap<Spanned<String>, Spanned<String>>,
    pub(crate) scale: Option<Spanned<ScaleToml>>,
    pub(crate) fiscal_year_start: Option<Spanned<i64>>,
    /// `2024-06-28`, a date of TOML.
    pub(crate) publish_after: Option<Spanned<toml::Value>>,
    #[serde(default)]
    pub(crate) kpi: BTreeMap<Spanned<String>, KpiToml>,
    #[serde(default)]
    pub(crate) columns: BTreeMap<Spanned<String>, Spanned<String>>,
    /// `"A" = 99.5`, of which the digits as written count, whatever TOML makes of them.
    pub(crate) audit: Option<BTreeMap<Spanned<String>, Spanned<toml::Value>>>,
    /// `"2023" = 2024-06-28`, as a date of TOML or as text.
    #[serde(default)]
    pub(crate) published: BTreeMap<Spanned<String>, Spanned<toml::Value>>,
    #[serde(default)]
    pub(crate) corrections: Vec<CorrectionToml>,
}

/// `[[corrections]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct CorrectionToml {
    /// As a number or as text.
    pub(crate) edition: Spanned<toml::Value>,
    /// As a date of TOML or as text.
    pub(crate) date: Spanned<toml::Value>,
    pub(crate) text: Spanned<Text>,
}

/// `[kpi."service-1-1"]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct KpiToml {
    pub(crate) direction: Option<Spanned<String>>,
    pub(crate) unit: Option<String>,
    pub(crate) chart: Option<Spanned<String>>,
    pub(crate) label: Option<String>,
}

/// `scale = "a-d"`, or a table for each grade.
pub(crate) enum ScaleToml {
    Preset(String),
    Grades(Vec<Spanned<GradeToml>>),
}

/// `[[scale]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct GradeToml {
    pub(crate) grade: Spanned<String>,
    pub(crate) meaning: Option<Text>,
    pub(crate) rank: Option<Spanned<i64>>,
    pub(crate) tone: Option<Spanned<String>>,
    pub(crate) counted: Option<bool>,
    #[serde(default)]
    pub(crate) aliases: Vec<Spanned<String>>,
}

/// `"柱"`, or `{ ja = "柱", en = "Pillar" }`.
pub(crate) struct Text(pub(crate) Wording);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Form;
        impl<'de> Visitor<'de> for Form {
            type Value = Text;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a text, or a table with a text for each language")
            }

            fn visit_str<E>(self, text: &str) -> Result<Text, E> {
                Ok(Text(Wording::Source(text.to_owned())))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Text, A::Error> {
                let texts = BTreeMap::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Text(Wording::Given(Localized(texts))))
            }
        }
        deserializer.deserialize_any(Form)
    }
}

impl<'de> Deserialize<'de> for ScaleToml {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Form;
        impl<'de> Visitor<'de> for Form {
            type Value = ScaleToml;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("the name of a scale, or a table for each grade")
            }

            fn visit_str<E>(self, name: &str) -> Result<ScaleToml, E> {
                Ok(ScaleToml::Preset(name.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, grades: A) -> Result<ScaleToml, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(grades)).map(ScaleToml::Grades)
            }
        }
        deserializer.deserialize_any(Form)
    }
}
