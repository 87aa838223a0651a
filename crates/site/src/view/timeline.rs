//! A KPI across all years, on a page of its own, with what each edition had as its target.

use nendo_model::{Edition, FiscalYear, Kpi};
use serde::Serialize;

use super::part::KpiSection;
use super::{Link, View};
use crate::narrator::Narrator;
use crate::report::timeline::Timeline;
use crate::spoken::Spoken;

/// The content of a KPI's page.
#[derive(Debug, Hash, Serialize)]
pub(crate) struct TimelineView {
    path: Vec<Link>,
    kpi: KpiSection,
    /// The targets of each edition, where there are several editions; the years are those of the KPI's own table.
    editions: Vec<EditionTargets>,
}

/// The targets that one edition gave, a cell for each fiscal year.
#[derive(Debug, Hash, Serialize)]
struct EditionTargets {
    edition: String,
    targets: Vec<Spoken>,
}

impl View<'_> {
    /// A KPI across all years.
    pub(crate) fn timeline(&self, timeline: &Timeline<'_>) -> TimelineView {
        let report = self.narrator.report;
        let told = if timeline.told.len() > 1 { timeline.told.as_slice() } else { &[] };
        TimelineView {
            path: report.path(&timeline.kpi).iter().map(|branch| self.branch_link(branch)).collect(),
            kpi: self.kpi_section(&timeline.kpi),
            editions: told.iter().map(|(edition, kpi)| self.targets(edition, kpi)).collect(),
        }
    }

    fn targets(&self, edition: &Edition, kpi: &Kpi) -> EditionTargets {
        let Narrator { report, voice } = self.narrator;
        let target = |year: &FiscalYear| match kpi.entry(*year) {
            Some(entry) => self.value(kpi, *year, entry.target.as_ref()),
            None => Spoken::word(voice.fill("not-set", [])),
        };
        EditionTargets {
            edition: voice.year(edition.year),
            targets: report.years.iter().map(target).collect(),
        }
    }
}
