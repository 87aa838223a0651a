//! The words in the columns of a progress chart: values beside their bars and markers, and the reasons for gaps. Finds out
//! what each column has to say, has [`crate::place`] seat it, and writes it.

use plotters::style::FontStyle;

use crate::draw::{Canvas, Drawn, Face};
use crate::ink::Ink;
use crate::layout::{Layout, SMALL, WIDEST, small_lines};
use crate::place::{Away, Column, Ground, Nearness, Seat, Upon, Wish};
use crate::spec::{Period, Point, Progress};
use crate::svg::{LINE, SIZE};
use crate::width;

/// Half the height kept free around a target's line, in units.
const LEVEL: f64 = 7.0;

/// What a label tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    Actual,
    Target,
    Gap,
}

/// A label at its place.
#[derive(Debug, Clone)]
pub(crate) struct Label {
    says: Says,
    lines: Vec<String>,
    middle: f64,
    seat: Seat,
}

/// All labels of a chart; `height` tells where a value lies, in units from the top.
pub(crate) fn labels(chart: &Progress, layout: &Layout, height: impl Fn(f64) -> f64) -> Vec<Label> {
    let mut all = Vec::new();
    for (at, period) in chart.periods.iter().enumerate() {
        let [actual, target] = wanted(period, layout, &height);
        let seats = column(period, layout, &height)
            .seats(actual.as_ref().map(|label| &label.wish), target.as_ref().map(|label| &label.wish));
        let stacked = matches!((seats.0, seats.1), (Some(one), Some(other)) if are_stacked(&one, &other));
        for (wanted, seat) in [(actual, seats.0), (target, seats.1)] {
            let (Some(Wanted { says, mut lines, .. }), Some(seat)) = (wanted, seat) else { continue };
            // Two values that had to be stacked are told apart by their words, where there is room for them.
            let word = match says {
                Says::Actual if stacked => chart.words.actual.trim(),
                Says::Target if stacked => chart.words.target.trim(),
                Says::Actual | Says::Target | Says::Gap => "",
            };
            let room = if seat.upon == Upon::Bar { layout.bar - 6.0 } else { layout.band - 8.0 };
            for line in lines.iter_mut().filter(|_| !word.is_empty()) {
                let longer = format!("{word} {line}");
                if width::of(&longer, SIZE) <= room {
                    *line = longer;
                }
            }
            all.push(Label { says, lines, middle: layout.middle(at), seat });
        }
    }
    all
}

/// Writes those of the labels that tell this.
pub(crate) fn write(labels: &[Label], says: Says, canvas: &Canvas) -> Drawn {
    for label in labels.iter().filter(|label| label.says == says) {
        let ink = match (label.seat.upon, says) {
            (Upon::Bar, _) => Ink::OnActual,
            (Upon::Paper, Says::Gap) => Ink::Muted,
            (Upon::Paper, Says::Actual | Says::Target) => Ink::Text,
        };
        let (size, weight) = match says {
            Says::Actual => (SIZE, FontStyle::Bold),
            Says::Target => (SIZE, FontStyle::Normal),
            Says::Gap => (SMALL, FontStyle::Normal),
        };
        let mut top = label.seat.top;
        for line in &label.lines {
            canvas.text(line, Face { size, weight, ..Face::new(ink) }, label.middle, top)?;
            top += size * LINE;
        }
    }
    Ok(())
}

/// Do two labels stand upon each other, one of them away from its value? Then their places no longer tell which is which.
fn are_stacked(one: &Seat, other: &Seat) -> bool {
    let apart = [one, other].iter().any(|seat| seat.nearness == Nearness::Apart);
    apart && (one.top - other.top).abs() < SIZE * LINE + LEVEL
}

/// A label in search of its place.
struct Wanted {
    says: Says,
    lines: Vec<String>,
    wish: Wish,
}

/// What a year has to say about its actual and its target.
fn wanted(period: &Period, layout: &Layout, height: impl Fn(f64) -> f64) -> [Option<Wanted>; 2] {
    let words = [period.actual.word(), period.target.word()];
    let points = [(&period.actual, Says::Actual, 3.0), (&period.target, Says::Target, LEVEL + 0.5)];
    let [actual, target] = points.map(|(point, says, clear)| match point.drawable() {
        Some((value, label)) => value_label(label).map(|lines| {
            let away = if value < 0.0 { Away::Down } else { Away::Up };
            let wish = Wish { anchor: height(value), clear, height: SIZE * LINE, away, ground: Ground::Any };
            Wanted { says, lines, wish }
        }),
        None => gap(point, layout, &height),
    });
    // One word for both is said once.
    let target = target.filter(|label| label.says != Says::Gap || words[0] != words[1]);
    [actual, target]
}

fn value_label(label: &str) -> Option<Vec<String>> {
    let label = label.trim();
    (!label.is_empty()).then(|| vec![width::fit(label, SIZE, WIDEST)])
}

/// The word for a missing value, at the zero line, where a bar would begin.
fn gap(point: &Point, layout: &Layout, height: impl Fn(f64) -> f64) -> Option<Wanted> {
    let lines = width::wrap(point.word(), SMALL, layout.band - 8.0, 2);
    let wish = Wish {
        anchor: height(0.0),
        clear: 4.0,
        height: small_lines(lines.len()),
        away: Away::Up,
        ground: Ground::Paper,
    };
    (!lines.is_empty()).then_some(Wanted { says: Says::Gap, lines, wish })
}

/// What stands in a year's column before there are labels.
fn column(period: &Period, layout: &Layout, height: impl Fn(f64) -> f64) -> Column {
    let zero = height(0.0);
    let bar = period.actual.drawable().map(|(value, _)| (height(value).min(zero), height(value).max(zero)));
    let line = period.target.drawable().map(|(value, _)| (height(value) - LEVEL, height(value) + LEVEL));
    Column { limits: layout.limits, zero, bar: bar.filter(|(top, bottom)| top < bottom), line }
}
