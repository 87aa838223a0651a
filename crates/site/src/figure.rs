//! KPI → chart specification: plain numbers and words, in the language of the page.

use nendo_chart::{
    Base, Grade, Kind, Mark, Period, Point, Progress, Run, Segment, ShareRow, Spec, Stage, Words, ticks,
};
use nendo_model::{
    Branch, Cell, Decimal, FiscalYear, Kpi, Magnitude, Quantity, Reading, Tone, completed, measured_unit,
};

use crate::phrase::Phrase;
use crate::view::View;
use crate::voice::Voice;

/// Longer texts of a cell do not fit in the place of a bar.
const LONGEST_GAP_WORD: usize = 6;

/// Target and actual of a KPI by fiscal year.
pub(crate) fn progress(view: &View<'_>, kpi: &Kpi, years: &[FiscalYear]) -> Spec {
    let voice = view.voice;
    let unit = measured_unit(kpi).unwrap_or_default();
    let periods: Vec<Period> = years.iter().map(|year| period(view, kpi, *year, unit)).collect();
    let magnitude = magnitude(kpi);
    let named = Some(view.kpi_number(kpi)).filter(|number| !number.is_empty()).unwrap_or(&kpi.id);
    let title = voice.fill("chart-title", [("name", native(&view.kpi_name(kpi), named).into())]);
    let word = |id: &str| voice.word(id).unwrap_or_default();
    let chart = Progress {
        unit: axis_unit(voice, unit, magnitude),
        words: Words { target: word("target"), actual: word("actual"), ..Words::default() },
        ticks: axis(voice, &periods, magnitude),
        base: Base::Zero,
        run: Run::Yearly,
        parts: Vec::new(),
        periods,
    };
    Spec {
        id: format!("chart-{}", kpi.id),
        title: title.text(),
        description: native(&view.sentence(kpi, view.report.year), ""),
        kind: Kind::Progress(chart),
    }
}

/// How many KPIs have each grade, by pillar.
pub(crate) fn share(view: &View<'_>) -> Spec {
    let voice = view.voice;
    let word = |id: &str| voice.word(id).unwrap_or_default();
    let row = |(at, branch): (usize, &Branch)| {
        let tally = view.tally(branch.all_kpis());
        let mut segments: Vec<Segment> = tally
            .grades
            .iter()
            .filter_map(|(index, count)| {
                let grade = view.report.plan.scale.grade(*index)?;
                let meaning =
                    grade.meaning.as_ref().map(|meaning| voice.wording(meaning)).unwrap_or_default();
                Some(Segment {
                    grade: Grade {
                        code: native(&view.voice.phrase(&grade.code), &native(&meaning, "")),
                        title: native(&meaning, ""),
                        tone: match grade.tone {
                            Tone::Ahead => nendo_chart::Tone::Ahead,
                            Tone::On => nendo_chart::Tone::On,
                            Tone::Behind => nendo_chart::Tone::Behind,
                            Tone::None => nendo_chart::Tone::None,
                        },
                    },
                    count: *count,
                })
            })
            .collect();
        segments.push(Segment {
            grade: Grade { code: word("not-set"), title: word("unevaluated"), tone: nendo_chart::Tone::None },
            count: tally.unevaluated,
        });
        let fallback = format!("{} {}", native(&view.level_name(0), ""), at + 1);
        ShareRow { label: native(&view.branch_name(branch), fallback.trim()), segments }
    };
    Spec {
        id: "chart-summary".to_owned(),
        title: voice.fill("summary-chart-title", [("year", voice.year(view.report.year).into())]).text(),
        description: word("summary-chart-description"),
        kind: Kind::Share(view.report.edition.branches.iter().enumerate().map(row).collect()),
    }
}

/// A picture has no place to mark a language: a text that is not in the page's gives way.
fn native(phrase: &Phrase, otherwise: &str) -> String {
    if phrase.is_native() { phrase.text() } else { otherwise.to_owned() }
}

fn period(view: &View<'_>, kpi: &Kpi, year: FiscalYear, unit: &str) -> Period {
    let entry = kpi.entry(year);
    let stage = match year.cmp(&view.report.year) {
        std::cmp::Ordering::Less => Stage::Past,
        std::cmp::Ordering::Equal => Stage::Current,
        std::cmp::Ordering::Greater => Stage::Later,
    };
    let target = entry.and_then(|entry| entry.target.as_ref());
    let actual = entry.and_then(|entry| entry.actual.as_ref());
    let done = completed(kpi, year).is_some();
    let gap = match (stage, done) {
        (_, true) => gap_word(view, actual, "completed"),
        (Stage::Later, false) => String::new(),
        (Stage::Past | Stage::Current, false) => gap_word(view, actual, "gap"),
    };
    Period {
        label: view.voice.year(year),
        target: point(view.voice, target, unit, String::new()),
        earlier: None,
        actual: point(view.voice, actual, unit, gap),
        parts: Vec::new(),
        stage,
    }
}

fn point(voice: Voice<'_>, cell: Option<&Cell>, unit: &str, gap: String) -> Point {
    match cell.and_then(Cell::level).filter(|quantity| quantity.unit == unit) {
        Some(quantity) => {
            Point::Value(Mark { value: quantity.value.to_f64(), label: label(voice, quantity) })
        }
        None => Point::Gap { word: gap },
    }
}

/// What stands in the place of a value: the cell's own word where it is a short one (集計中).
fn gap_word(view: &View<'_>, cell: Option<&Cell>, otherwise: &str) -> String {
    let said = cell.and_then(|cell| match &*cell.reading {
        Reading::Text => Some(&*cell.written),
        Reading::NotSet { reason } => reason.as_deref(),
        _ => None,
    });
    let short = said.filter(|text| text.chars().count() <= LONGEST_GAP_WORD);
    let word = view.voice.word(otherwise).unwrap_or_default();
    short.map_or_else(|| word.clone(), |text| native(&view.voice.phrase(text), &word))
}

/// The unit stands once at the axis; a label repeats it only where the language writes it as one
/// with the number.
fn label(voice: Voice<'_>, quantity: &Quantity) -> String {
    if voice.is_source() || quantity.unit == "%" {
        native(&voice.amount(quantity), &voice.number(quantity.value))
    } else {
        voice.number(quantity.value)
    }
}

/// The magnitude that most of a KPI's values are written in; the source language's axis has it.
fn magnitude(kpi: &Kpi) -> Magnitude {
    let levels = kpi.years.values().flat_map(|entry| [&entry.target, &entry.actual]).flatten();
    let magnitudes: Vec<Magnitude> = levels.filter_map(|cell| Some(cell.level()?.magnitude)).collect();
    let count = |wanted: &Magnitude| magnitudes.iter().filter(|magnitude| *magnitude == wanted).count();
    magnitudes.iter().copied().max_by_key(count).unwrap_or(Magnitude::One)
}

fn axis_unit(voice: Voice<'_>, unit: &str, magnitude: Magnitude) -> String {
    if voice.is_source() {
        return format!("{}{unit}", magnitude.kanji());
    }
    native(&voice.unit_name(unit), "")
}

fn axis(voice: Voice<'_>, periods: &[Period], magnitude: Magnitude) -> Vec<Mark> {
    let values: Vec<f64> = periods
        .iter()
        .flat_map(|period| [&period.target, &period.actual])
        .filter_map(|point| match point {
            Point::Value(mark) => Some(mark.value),
            Point::Gap { .. } => None,
        })
        .collect();
    let lowest = values.iter().copied().fold(0.0, f64::min);
    let highest = values.iter().copied().fold(0.0, f64::max);
    let worded = |value: f64| {
        let written = format!("{}", value.abs());
        let exact = Decimal::parse(&written)?;
        let exact = if value < 0.0 { exact.negated() } else { exact };
        let shown = if voice.is_source() { exact.in_units_of(magnitude.power())? } else { exact };
        Some(voice.number(shown))
    };
    let tick = |value: f64| Mark { value, label: worded(value).unwrap_or_default() };
    ticks(lowest, highest).into_iter().map(tick).collect()
}
