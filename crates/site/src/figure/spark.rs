//! Target and actual of a KPI at the size of a word, for the cell of a table.

use nendo_chart::{Kind, Period, Point, Spec, Stage};
use nendo_model::{FiscalYear, Kpi, measured_unit};

use super::{is_drawn, native, progress};
use crate::view::View;

/// The values of a KPI over the years; nothing where it is not drawn, or has no actual yet.
///
/// Its name says them, for the table around it has those of one year alone.
pub(crate) fn spark(view: &View<'_>, kpi: &Kpi) -> Option<Spec> {
    let years = &view.report.years;
    let periods: Vec<Period> = years.iter().map(|year| progress::period(view, kpi, *year)).collect();
    let has_actual = periods.iter().any(|period| matches!(period.actual, Point::Value(_)));
    if !is_drawn(kpi) || !has_actual {
        return None;
    }
    let said = years.iter().zip(&periods).filter_map(|(year, period)| said(view, kpi, *year, period));
    let separator = view.voice.word("list-separator").unwrap_or_default();
    Some(Spec {
        id: format!("spark-{}", kpi.id),
        title: said.collect::<Vec<_>>().join(&separator),
        description: String::new(),
        kind: Kind::Spark(periods),
    })
}

/// A year and its actual, or why there is none: 2022年度 56%.
fn said(view: &View<'_>, kpi: &Kpi, year: FiscalYear, period: &Period) -> Option<String> {
    let actual = kpi.entry(year).and_then(|entry| entry.actual.as_ref());
    let worded = match (&period.actual, progress::level(actual, measured_unit(kpi)?)) {
        (Point::Value(mark), Some(level)) => native(&view.voice.amount(level), &mark.label),
        (Point::Gap { word }, _) if !word.is_empty() && period.stage != Stage::Later => word.clone(),
        _ => return None,
    };
    let args = [("year", period.label.clone().into()), ("value", worded.into())];
    Some(view.voice.fill("spark-part", args).text())
}
