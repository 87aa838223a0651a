//! Target and actual of a KPI at the size of a word, for the cell of a table.

use nendo_chart::{Kind, Period, Point, Spec, Stage};
use nendo_model::{FiscalYear, Kpi, Series};

use super::period;
use crate::narrator::Narrator;

/// The values of a KPI over the years; nothing where it is not drawn, or has no actual yet.
///
/// Its name says them, for the table around it has those of one year alone.
pub(crate) fn spec(narrator: Narrator<'_>, kpi: &Kpi) -> Option<Spec> {
    let series = kpi.drawn()?;
    let periods = period::periods(narrator, series);
    if !periods.iter().any(|period| matches!(period.actual, Point::Value(_))) {
        return None;
    }
    let years = narrator.report.years.iter().zip(&periods);
    let said = years.filter_map(|(year, period)| said(narrator, series, *year, period));
    Some(Spec {
        id: format!("spark-{}", kpi.id),
        title: said.collect::<Vec<_>>().join(&narrator.voice.word("list-separator")),
        description: String::new(),
        kind: Kind::Spark(periods),
    })
}

/// A year and its actual, or why there is none: 2022年度 56%.
fn said(
    Narrator { voice, .. }: Narrator<'_>,
    series: Series<'_>,
    year: FiscalYear,
    period: &Period,
) -> Option<String> {
    let worded = match (&period.actual, series.actual(year)) {
        (Point::Value(mark), Some(actual)) => voice.amount(actual).native_or(&mark.label),
        (Point::Gap { word }, _) if !word.is_empty() && period.stage != Stage::Later => word.clone(),
        _ => return None,
    };
    Some(voice.line("spark-part", [("year", &period.label), ("value", &worded)]))
}
