//! A fiscal year of a KPI as its chart shows it: target and actual, or why there is none.

use std::cmp::Ordering;

use nendo_chart::{Mark, Period, Point, Stage};
use nendo_model::{Cell, FiscalYear, Kpi, Quantity, Reading, Series, YearEntry};

use super::axis;
use crate::narrator::Narrator;
use crate::voice::Voice;

/// Longer texts of a cell do not fit in the place of a bar.
const LONGEST_GAP_WORD: usize = 6;

/// The fiscal years of the report, oldest first.
pub(super) fn periods(narrator: Narrator<'_>, series: Series<'_>) -> Vec<Period> {
    narrator.report.years.iter().map(|year| period(narrator, series, *year)).collect()
}

fn period(narrator: Narrator<'_>, series: Series<'_>, year: FiscalYear) -> Period {
    let Narrator { report, voice } = narrator;
    let stage = match year.cmp(&report.year) {
        Ordering::Less => Stage::Past,
        Ordering::Equal => Stage::Current,
        Ordering::Greater => Stage::Later,
    };
    let (target, actual) = (series.target(year), series.actual(year));
    let gap = match stage {
        Stage::Later if series.kpi().completion(year).is_none() => String::new(),
        _ => gap_word(narrator, series.kpi(), year),
    };
    // A target that an actual lacks is worth a word where other years of the KPI have one.
    let has_target = |entry: &YearEntry| entry.target.as_ref().is_some_and(Cell::is_set);
    let lacks_target = actual.is_some() && series.kpi().years.values().any(|entry| has_target(entry));
    let no_target = if lacks_target { voice.word("no-target") } else { String::new() };
    Period {
        label: voice.year(year),
        target: point(voice, target, no_target),
        earlier: earlier(narrator, series, year),
        actual: point(voice, actual, gap),
        parts: Vec::new(),
        stage,
    }
}

/// What stands in the place of an actual that cannot be drawn: the cell's own word where it is a short one (集計中), else
/// that the KPI is completed, where to look where the cell says more, or that there is nothing.
pub(super) fn gap_word(narrator: Narrator<'_>, kpi: &Kpi, year: FiscalYear) -> String {
    let cell = kpi.entry(year).and_then(|entry| entry.actual.as_ref());
    let said = cell.and_then(|cell| match &*cell.reading {
        Reading::Text => Some(&*cell.written),
        Reading::NotSet { reason } => reason.as_deref(),
        _ => None,
    });
    let id = if kpi.completion(year).is_some() {
        "completed"
    } else if cell.is_some_and(Cell::is_set) {
        "gap-in-table"
    } else {
        "gap"
    };
    let word = narrator.voice.word(id);
    let short = said.filter(|text| text.chars().count() <= LONGEST_GAP_WORD);
    short.map_or_else(|| word.clone(), |text| narrator.voice.phrase(text).native_or(&word))
}

/// The target before it was revised, where it lies elsewhere on the same axis.
fn earlier(narrator: Narrator<'_>, series: Series<'_>, year: FiscalYear) -> Option<Mark> {
    let now = series.target(year)?;
    let before = series.quantity(narrator.report.earlier_target(series.kpi(), year)?)?;
    (before.value != now.value).then(|| mark(narrator.voice, before))
}

fn point(voice: Voice<'_>, level: Option<&Quantity>, gap: String) -> Point {
    level.map_or(Point::Gap { word: gap }, |quantity| Point::Value(mark(voice, quantity)))
}

fn mark(voice: Voice<'_>, quantity: &Quantity) -> Mark {
    Mark { value: quantity.value.to_f64(), label: axis::label(voice, quantity) }
}
