//! Target and actual of a KPI by fiscal year.

use std::cmp::Ordering;

use nendo_chart::{Base, Kind, Progress, Run, Words};
use nendo_model::{Counting, Direction, FiscalYear, Kpi, Quantity, Series};

use super::{Figure, axis, parts, period};
use crate::narrator::Narrator;
use crate::phrase::Phrase;

/// Target and actual of a KPI by fiscal year; nothing where it is not drawn.
pub(crate) fn figure(narrator: Narrator<'_>, kpi: &Kpi) -> Option<Figure> {
    let series = kpi.drawn()?;
    let Narrator { report, voice } = narrator;
    let mut periods = period::periods(narrator, series);
    let magnitude = axis::magnitude(series);
    let base = axis::base(series.unit(), &periods);
    let parts = match base {
        Base::Zero => parts::stack(voice, series, &report.years, &mut periods),
        Base::Broken => Vec::new(),
    };
    let chart = Progress {
        unit: axis::unit(voice, series.unit(), magnitude),
        words: Words {
            target: voice.word("target"),
            actual: voice.word("actual"),
            earlier: voice.word("earlier-target"),
            better: match kpi.direction {
                Direction::Higher => voice.word("better-higher"),
                Direction::Lower => voice.word("better-lower"),
                Direction::Assumed | Direction::Unclear => String::new(),
            },
        },
        ticks: axis::marks(voice, base, &periods, magnitude),
        base,
        run: run(series),
        parts,
        periods,
    };
    let title = voice.fill("chart-title", [("name", narrator.kpi_name(kpi).into())]);
    let kind = Kind::Progress(chart);
    Some(Figure::new(format!("chart-{}", kpi.id), &title, caption(narrator, series), kind))
}

/// Whether the years add up: as the city says of the KPI or, where it says nothing, as its values do, more than one of them.
/// The first year of a series counts from the start of the plan by itself; each year after it must say so.
fn run(series: Series<'_>) -> Run {
    let years = || series.kpi().years.keys();
    let says_so = |level: &Quantity| level.cumulative;
    let targets: Vec<bool> = years().filter_map(|year| series.target(*year).map(says_so)).collect();
    let actuals: Vec<bool> = years().filter_map(|year| series.actual(*year).map(says_so)).collect();
    let both = [targets, actuals];
    let says_so = both.iter().flatten().filter(|cumulative| **cumulative).count() > 1;
    let agrees = both.iter().all(|series| series.iter().skip(1).all(|cumulative| *cumulative));
    match series.kpi().counting {
        Counting::Cumulative => Run::Cumulative,
        Counting::Unstated if says_so && agrees => Run::Cumulative,
        Counting::Unstated | Counting::Yearly | Counting::PointInTime => Run::Yearly,
    }
}

/// The latest actual against its target and against the year before, and which way is better.
fn caption(narrator: Narrator<'_>, series: Series<'_>) -> Phrase {
    let (Narrator { report, voice }, kpi) = (narrator, series.kpi());
    let mut until_now = kpi.years.range(..=report.year).rev().map(|(year, _)| *year);
    let latest = until_now.find(|year| series.actual(*year).is_some());
    let mut sentences = Vec::new();
    if let Some(completion) = kpi.completion(report.year) {
        sentences.push(narrator.completed(completion));
    } else if latest != Some(report.year) {
        let said = narrator.figures(kpi, report.year);
        let nothing = || voice.fill("caption-no-actual", [("year", voice.year(report.year).into())]);
        sentences.push(if said.is_empty() && latest.is_some() { nothing() } else { said });
    }
    sentences.extend(latest.map(|latest| narrator.figures(kpi, latest)));
    sentences.extend(latest.and_then(|latest| revised(narrator, kpi, latest)));
    if sentences.iter().all(Phrase::is_empty) {
        let mut said = kpi.years.keys().map(|year| narrator.figures(kpi, *year));
        sentences.extend(said.find(|sentence| !sentence.is_empty()));
    }
    sentences.extend(latest.and_then(|latest| moved(narrator, series, latest)));
    sentences.extend(match kpi.direction {
        Direction::Higher => Some(voice.fill("caption-higher", [])),
        Direction::Lower => Some(voice.fill("caption-lower", [])),
        Direction::Assumed | Direction::Unclear => None,
    });
    voice.paragraph(sentences)
}

/// What the target of a year was before it was revised.
fn revised(Narrator { report, voice }: Narrator<'_>, kpi: &Kpi, year: FiscalYear) -> Option<Phrase> {
    let before = report.earlier_target(kpi, year)?.quantity()?;
    Some(voice.fill("caption-revised", [("before", voice.amount(before).into())]))
}

/// The actual of a year beside that of the year before.
fn moved(narrator: Narrator<'_>, series: Series<'_>, year: FiscalYear) -> Option<Phrase> {
    let found = series.trend(year)?;
    let id = match found.order {
        Ordering::Greater => "trend-up",
        Ordering::Equal => "trend-same",
        Ordering::Less => "trend-down",
    };
    let voice = narrator.voice;
    let args = [
        ("year", voice.year(year.previous()).into()),
        ("before", voice.value(found.before).into()),
        ("gap", narrator.gap(found.gap, [found.now, found.before]).into()),
    ];
    Some(voice.fill(id, args))
}
