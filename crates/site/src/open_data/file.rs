//! A file of a data folder: its name, what it is, and its bytes.

use super::table::Subject;

/// A file of a data folder.
#[derive(Debug)]
pub(crate) struct DataFile {
    pub(crate) name: String,
    pub(crate) content: Content,
    pub(crate) bytes: Vec<u8>,
}

/// What a file of a data folder is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// A table, as CSV.
    Table(Subject),
    /// The same, nested, as JSON.
    Json,
    /// What that JSON may be.
    JsonSchema,
    /// What the columns of the tables are, as CSV on the Web has it.
    Csvw,
    /// The same, as a data package.
    DataPackage,
    /// What the whole is, as catalogues have it.
    Dcat,
    /// All of that for people, in the language of a tag.
    Readme(String),
}

impl Content {
    /// The kind of file, as servers call it.
    pub(crate) fn media_type(&self) -> &'static str {
        match self {
            Self::Table(_) => "text/csv",
            Self::Json | Self::DataPackage => "application/json",
            Self::JsonSchema => "application/schema+json",
            Self::Csvw => "application/csvm+json",
            Self::Dcat => "application/ld+json",
            Self::Readme(_) => "text/plain",
        }
    }
}
