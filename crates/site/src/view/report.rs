//! The whole year on one page, in the order of a printed report: what the other pages show, one after another.

use nendo_model::{Branch, Kpi};
use serde::Serialize;

use super::View;
use super::lists::{BehindView, StructureView};
use super::part::KpiSection;
use super::summary::SummaryView;
use crate::phrase::Phrase;

/// The content of the report.
#[derive(Debug, Hash, Serialize)]
pub(crate) struct ReportView {
    structure: StructureView,
    summary: SummaryView,
    behind: BehindView,
    chapters: Vec<Chapter>,
}

/// A level of the plan, whatever its depth, with its own KPIs; those of the levels under it follow in chapters of their own.
#[derive(Debug, Hash, Serialize)]
struct Chapter {
    id: String,
    title: Phrase,
    /// How deep the heading is: 2 for a top level.
    heading: usize,
    kpis: Vec<KpiSection>,
}

/// HTML has no heading below the sixth; a KPI stands one below its level.
const DEEPEST: usize = 5;

impl View<'_> {
    /// The whole year.
    pub(crate) fn report(&self) -> ReportView {
        let edition = self.narrator.report.edition;
        ReportView {
            structure: self.structure(),
            summary: self.summary(),
            behind: self.behind(),
            chapters: edition.paths().into_iter().filter_map(|path| self.chapter(&path)).collect(),
        }
    }

    fn chapter(&self, path: &[&Branch]) -> Option<Chapter> {
        let branch = path.last()?;
        let kpi = |kpi: &Kpi| self.kpi_section(kpi);
        Some(Chapter {
            id: Self::chapter_id(branch),
            title: self.narrator.branch_name(branch),
            heading: (path.len() + 1).min(DEEPEST),
            kpis: branch.kpis.iter().map(kpi).collect(),
        })
    }

    /// Where a level stands on the page. A KPI that is alone in its level has the same id, without the underscore.
    pub(super) fn chapter_id(branch: &Branch) -> String {
        format!("{}_", branch.id)
    }
}
