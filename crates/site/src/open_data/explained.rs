//! Files and columns explained for people: what they are called and what they are, for the page and the readme alike.

use super::column::Column;
use super::dataset::Dataset;
use super::file::Content;
use super::table::Subject;
use crate::voice::Voice;

/// Columns that differ in nothing but language or level, explained at once.
pub(crate) struct Explained {
    /// Their headers.
    pub(crate) names: Vec<String>,
    /// What people call them.
    pub(crate) title: String,
    /// What their values mean.
    pub(crate) about: String,
}

/// Every column of a table, in order.
pub(crate) fn explained(columns: &[Column], voice: Voice<'_>) -> Vec<Explained> {
    let alike = columns.chunk_by(Column::is_of_same_field);
    let explained = alike.filter_map(|columns| {
        let mut titles: Vec<String> = columns.iter().map(|column| column.called(voice)).collect();
        titles.dedup();
        Some(Explained {
            names: columns.iter().map(|column| column.name.clone()).collect(),
            title: titles.join(&voice.word("list-separator")),
            about: columns.first()?.about(voice),
        })
    });
    explained.collect()
}

impl Content {
    /// What people call the file.
    pub(crate) fn title(&self, voice: Voice<'_>) -> String {
        voice.word(&format!("file-{}", self.id()))
    }

    /// The same with the name of the language that it is in, which goes by this tag.
    pub(crate) fn title_in(&self, voice: Voice<'_>, tag: &str) -> String {
        let language = Voice::all(voice.words).find(|voice| voice.tag() == tag);
        let language = language.map(|language| language.word("language-name")).unwrap_or_default();
        voice.line("column-in-language", [("column", &self.title(voice)), ("language", &language)])
    }

    /// What it is, in a sentence.
    pub(crate) fn about(&self, dataset: &Dataset<'_>, voice: Voice<'_>) -> String {
        match self {
            Self::Table(Subject::Progress) if dataset.year().is_none() => {
                voice.word("what-progress-all-years")
            }
            _ => voice.word(&format!("what-{}", self.id())),
        }
    }

    /// The kind of file, as people call it.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Table(_) => "CSV",
            Self::Readme(_) => "TXT",
            Self::Json | Self::JsonSchema | Self::Csvw | Self::DataPackage | Self::Dcat => "JSON",
        }
    }

    /// As the words of the theme name it.
    fn id(&self) -> &'static str {
        match self {
            Self::Table(Subject::Progress) => "progress",
            Self::Table(Subject::EvaluationCodes) => "evaluation-codes",
            Self::Table(Subject::Breakdown) => "breakdown",
            Self::Table(Subject::Updates) => "updates",
            Self::Json => "json",
            Self::JsonSchema => "json-schema",
            Self::Csvw => "csvw",
            Self::DataPackage => "data-package",
            Self::Dcat => "dcat",
            Self::Readme(_) => "readme",
        }
    }
}
