//! Target and actual of a KPI by fiscal year.

use std::cmp::Ordering;

use nendo_chart::{Base, Kind, Mark, Period, Point, Progress, Run, Spec, Stage, Words};
use nendo_model::{
    Cell, Counting, Direction, FiscalYear, Kpi, Quantity, Reading, YearEntry, completed, measured_unit,
};

use super::{axis, kpi_name, native, parts};
use crate::view::View;
use crate::voice::Voice;

/// Longer texts of a cell do not fit in the place of a bar.
const LONGEST_GAP_WORD: usize = 6;

/// Target and actual of a KPI by fiscal year.
pub(crate) fn progress(view: &View<'_>, kpi: &Kpi, years: &[FiscalYear]) -> Spec {
    let voice = view.voice;
    let unit = measured_unit(kpi).unwrap_or_default();
    let mut periods: Vec<Period> = years.iter().map(|year| period(view, kpi, *year)).collect();
    let magnitude = axis::magnitude(kpi);
    let base = axis::base(unit, &periods);
    let names = match base {
        Base::Zero => parts::stack(voice, kpi, unit, years, &mut periods),
        Base::Broken => Vec::new(),
    };
    let word = |id: &str| voice.word(id).unwrap_or_default();
    let chart = Progress {
        unit: axis::unit(voice, unit, magnitude),
        words: Words {
            target: word("target"),
            actual: word("actual"),
            earlier: word("earlier-target"),
            better: match kpi.direction {
                Direction::Higher => word("better-higher"),
                Direction::Lower => word("better-lower"),
                Direction::Assumed | Direction::Unclear => String::new(),
            },
        },
        ticks: axis::marks(voice, base, &periods, magnitude),
        base,
        run: run(kpi, unit),
        parts: names,
        periods,
    };
    Spec {
        id: format!("chart-{}", kpi.id),
        title: voice.fill("chart-title", [("name", kpi_name(view, kpi).into())]).text(),
        description: view.progress_caption(kpi).spoken,
        kind: Kind::Progress(chart),
    }
}

/// A year of a KPI: target, actual, or the word for its absence.
pub(super) fn period(view: &View<'_>, kpi: &Kpi, year: FiscalYear) -> Period {
    let unit = measured_unit(kpi).unwrap_or_default();
    let entry = kpi.entry(year);
    let stage = match year.cmp(&view.report.year) {
        Ordering::Less => Stage::Past,
        Ordering::Equal => Stage::Current,
        Ordering::Greater => Stage::Later,
    };
    let target = entry.and_then(|entry| entry.target.as_ref());
    let actual = entry.and_then(|entry| entry.actual.as_ref());
    let gap = match stage {
        Stage::Later if completed(kpi, year).is_none() => String::new(),
        _ => gap_word(view, kpi, year),
    };
    Period {
        label: view.voice.year(year),
        target: point(view.voice, level(target, unit), no_target(view, kpi, level(actual, unit))),
        earlier: earlier(view, kpi, year, unit),
        actual: point(view.voice, level(actual, unit), gap),
        parts: Vec::new(),
        stage,
    }
}

/// The word for a target that an actual lacks, where other years of the KPI have one.
fn no_target(view: &View<'_>, kpi: &Kpi, actual: Option<&Quantity>) -> String {
    let has_target = |entry: &YearEntry| entry.target.as_ref().is_some_and(Cell::is_set);
    let lacks_it = actual.is_some() && kpi.years.values().any(|entry| has_target(entry));
    if lacks_it { view.voice.word("no-target").unwrap_or_default() } else { String::new() }
}

/// What stands in the place of an actual that cannot be drawn: the cell's own word where it is a short one (集計中), else
/// that the KPI is completed, where to look where the cell says more, or that there is nothing.
pub(super) fn gap_word(view: &View<'_>, kpi: &Kpi, year: FiscalYear) -> String {
    let cell = kpi.entry(year).and_then(|entry| entry.actual.as_ref());
    let said = cell.and_then(|cell| match &*cell.reading {
        Reading::Text => Some(&*cell.written),
        Reading::NotSet { reason } => reason.as_deref(),
        _ => None,
    });
    let id = if completed(kpi, year).is_some() {
        "completed"
    } else if cell.is_some_and(Cell::is_set) {
        "gap-in-table"
    } else {
        "gap"
    };
    let word = view.voice.word(id).unwrap_or_default();
    let short = said.filter(|text| text.chars().count() <= LONGEST_GAP_WORD);
    short.map_or_else(|| word.clone(), |text| native(&view.voice.phrase(text), &word))
}

/// What a cell says in a unit.
pub(super) fn level<'a>(cell: Option<&'a Cell>, unit: &str) -> Option<&'a Quantity> {
    cell?.level().filter(|quantity| quantity.unit == unit)
}

fn point(voice: Voice<'_>, level: Option<&Quantity>, gap: String) -> Point {
    level.map_or(Point::Gap { word: gap }, |quantity| Point::Value(mark(voice, quantity)))
}

fn mark(voice: Voice<'_>, quantity: &Quantity) -> Mark {
    Mark { value: quantity.value.to_f64(), label: axis::label(voice, quantity) }
}

/// The target before it was revised, where it lies elsewhere on the same axis.
fn earlier(view: &View<'_>, kpi: &Kpi, year: FiscalYear, unit: &str) -> Option<Mark> {
    let now = level(kpi.entry(year)?.target.as_ref(), unit)?;
    let before = level(view.report.earlier_target(kpi, year), unit)?;
    (before.value != now.value).then(|| mark(view.voice, before))
}

/// Whether the years add up: as the city says of the KPI or, where it says nothing, as its values do, more than one of them.
/// The first year of a series counts from the start of the plan by itself; each year after it must say so.
fn run(kpi: &Kpi, unit: &str) -> Run {
    let series = |pick: fn(&YearEntry) -> &Option<Cell>| -> Vec<bool> {
        let levels = kpi.years.values().filter_map(|entry| level(pick(entry).as_ref(), unit));
        levels.map(|quantity| quantity.cumulative).collect()
    };
    let both = [series(|entry| &entry.target), series(|entry| &entry.actual)];
    let says_so = both.iter().flatten().filter(|cumulative| **cumulative).count() > 1;
    let agrees = both.iter().all(|series| series.iter().skip(1).all(|cumulative| *cumulative));
    match kpi.counting {
        Counting::Cumulative => Run::Cumulative,
        Counting::Unstated if says_so && agrees => Run::Cumulative,
        Counting::Unstated | Counting::Yearly | Counting::PointInTime => Run::Yearly,
    }
}
