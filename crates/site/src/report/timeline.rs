//! A KPI across all editions of a plan: each cell of a fiscal year as the latest edition that has one tells it. It knows no language and
//! no page.

use std::collections::BTreeSet;

use nendo_model::{Cell, Edition, FiscalYear, Kpi, YearEntry};

use super::{History, Report};

/// A KPI across all editions.
pub(crate) struct Timeline<'a> {
    /// The latest edition that has the KPI, and every fiscal year that any edition has a value for.
    pub(crate) report: Report<'a>,
    /// The KPI as that edition describes it, with what only earlier ones have.
    pub(crate) kpi: Kpi,
    /// The KPI of each edition, the oldest first.
    pub(crate) told: Vec<(&'a Edition, &'a Kpi)>,
}

impl<'a> History<'a> {
    /// The KPI of every id that the plan has or had, in the order of the latest edition that has it, the latest edition first.
    /// Where an id has passed on, it is the later KPI.
    pub(crate) fn timelines(&'a self) -> Vec<Timeline<'a>> {
        let mut seen = BTreeSet::new();
        let kpis = self
            .editions
            .iter()
            .rev()
            .flat_map(|index| index.edition.kpis().map(move |kpi| (index.edition, kpi)));
        let latest = kpis.filter(|(_, kpi)| seen.insert(kpi.id.as_str()));
        latest.filter_map(|(edition, kpi)| self.timeline(edition, kpi)).collect()
    }

    fn timeline(&'a self, edition: &Edition, latest: &Kpi) -> Option<Timeline<'a>> {
        let told = self.editions.iter().filter_map(|index| Some((index.edition, index.same_kpi(latest)?)));
        let told: Vec<(&Edition, &Kpi)> = told.collect();
        let mut kpi = latest.clone();
        for (_, earlier) in told.iter().rev() {
            for (year, entry) in &earlier.years {
                fill(kpi.years.entry(*year).or_default(), entry);
            }
        }
        let is_told = |year: &FiscalYear| kpi.entry(*year).is_some_and(YearEntry::has_result);
        let reported = || self.reported.iter().map(|(year, _)| *year);
        let year = reported().filter(is_told).max().or_else(|| reported().max())?;
        let years: BTreeSet<FiscalYear> =
            told.iter().flat_map(|(edition, _)| self.years(edition)).copied().collect();
        let report = Report { years: years.into_iter().collect(), ..self.report(year, edition)? };
        Some(Timeline { report, kpi, told })
    }
}

/// Puts what an earlier edition says of a year where a later one has no cell for it.
pub(super) fn fill(later: &mut YearEntry, earlier: &YearEntry) {
    let YearEntry { target, actual, evaluation, reason, note } = earlier;
    let fill = |cell: &mut Option<Cell>, earlier: &Option<Cell>| {
        if cell.is_none() {
            cell.clone_from(earlier);
        }
    };
    fill(&mut later.target, target);
    fill(&mut later.actual, actual);
    fill(&mut later.note, note);
    later.evaluation = later.evaluation.or(*evaluation);
    // A reason belongs to its grade.
    if later.evaluation == *evaluation {
        fill(&mut later.reason, reason);
    }
}

impl Report<'_> {
    /// Whether the page of this id across all years is that of this KPI: an id may have passed on to another KPI since.
    pub(crate) fn has_timeline(&self, kpi: &Kpi) -> bool {
        let mut editions = self.history.editions.iter().rev();
        let latest = editions.find_map(|index| index.kpis.get(kpi.id.as_str()));
        latest.is_some_and(|(latest, _)| self.index.same_kpi(latest).is_some())
    }
}
