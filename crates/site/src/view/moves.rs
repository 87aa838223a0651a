//! How each KPI's grade moved since the year before: counted, listed and drawn from here.

use nendo_model::{GradeIndex, Kpi, Movement, movement};

use super::View;

/// A KPI with its grades.
pub(crate) struct Move<'a> {
    pub(crate) kpi: &'a Kpi,
    pub(crate) before: Option<GradeIndex>,
    pub(crate) now: Option<GradeIndex>,
    /// Absent where the year has no grade.
    pub(crate) movement: Option<Movement>,
}

impl<'a> View<'a> {
    /// How every KPI moved, in the order of the table.
    pub(crate) fn moves(&self) -> Vec<Move<'a>> {
        let report = self.report;
        let made = |kpi: &'a Kpi| {
            let (before, now) = (report.grade_before(kpi), kpi.evaluation(report.year));
            Move { kpi, before, now, movement: movement(&report.plan.scale, before, now) }
        };
        report.edition.kpis().map(made).collect()
    }
}
