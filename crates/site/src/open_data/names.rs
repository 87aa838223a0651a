//! What the files of a data folder are called, and where they stand. It knows no content, so that a page may name the files of a
//! folder that it does not have.

use nendo_model::FiscalYear;

use super::table::Subject;
use crate::route::{self, SitePath};
use crate::site::Site;

/// The JSON of every folder.
pub(crate) const JSON: &str = "progress.json";

/// The names in the folder of a fiscal year, or of all years of a plan.
#[derive(Clone, Copy)]
pub(crate) struct Names<'a> {
    pub(crate) site: &'a Site,
    /// The plan, as URLs name it.
    pub(crate) slug: &'a str,
    /// None for all years.
    pub(crate) year: Option<FiscalYear>,
}

impl Names<'_> {
    /// A file in the folder.
    pub(crate) fn path(self, name: &str) -> SitePath {
        route::data(self.slug, self.year, name)
    }

    /// What the names of tables and of the archive begin with: `221309_dx_2023`.
    pub(crate) fn stem(self) -> String {
        let year = self.year.map(|year| year.to_string());
        let parts = [self.site.config.municipality_code.as_deref(), Some(self.slug), year.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join("_")
    }

    /// The file of a table.
    pub(crate) fn table(self, subject: Subject) -> String {
        format!("{}_{}.csv", self.stem(), subject.name())
    }

    /// The file that holds all the others.
    pub(crate) fn archive(self) -> String {
        format!("{}.zip", self.stem())
    }

    /// The description for people in a language.
    pub(crate) fn readme(tag: &str) -> String {
        format!("readme.{tag}.txt")
    }
}
