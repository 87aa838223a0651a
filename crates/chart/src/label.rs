//! The words in the columns of a progress chart: values beside their bars and markers, parts upon their bars, and the reasons
//! for gaps. Finds out what each column has to say, has [`crate::place`] seat it, and writes it.

use plotters::style::FontStyle;

use crate::canvas::{Canvas, Drawn, Face, SMALL};
use crate::hatch::Area;
use crate::ink::Ink;
use crate::layers::layers;
use crate::layout::{Layout, WIDEST, small_lines};
use crate::place::{Away, Column, Ground, Nearness, Seat, Upon, Wish};
use crate::spec::{Base, Mark, Period, Point, Progress};
use crate::svg::{LINE, SIZE};
use crate::width;

/// Half the height kept free around a target's line and around a point, in units.
const LEVEL: f64 = 5.5;
const POINT: f64 = 8.0;

/// What a label tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    Actual,
    Part,
    Target,
    Earlier,
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

/// All labels of the column number `at`; `height` tells where a value lies, in units from the top.
pub(crate) fn labels(
    chart: &Progress,
    at: usize,
    layout: &Layout,
    height: impl Fn(f64) -> f64,
) -> Vec<Label> {
    let Some(period) = chart.periods.get(at) else { return Vec::new() };
    let middle = layout.middle(at);
    let mut column = column(chart, period, layout, &height);
    let [actual, target] = wanted(chart, period, layout, &height);
    let seats =
        column.seats(actual.as_ref().map(|label| &label.wish), target.as_ref().map(|label| &label.wish));
    let stacked = matches!((seats.0, seats.1), (Some(one), Some(other)) if are_stacked(&one, &other));
    let mut all = Vec::new();
    for (wanted, seat) in [(actual, seats.0), (target, seats.1)] {
        let (Some(Wanted { says, mut lines, wish }), Some(seat)) = (wanted, seat) else { continue };
        if stacked {
            name(
                &mut lines,
                says,
                chart,
                if seat.upon == Upon::Bar { layout.bar - 6.0 } else { layout.band - 8.0 },
            );
        }
        column.taken.push((seat.top, seat.top + wish.height));
        all.push(Label { says, lines, middle, seat });
    }
    all.extend(earlier(chart, period, layout, &mut column, &height).map(|(line, seat)| Label {
        says: Says::Earlier,
        lines: vec![line],
        middle,
        seat,
    }));
    for layer in layers(chart, period).into_iter().flatten().filter(|layer| !layer.label.trim().is_empty()) {
        if let Some(top) = column.within((height(layer.to), height(layer.from)), SIZE * LINE) {
            let seat = Seat { top, nearness: Nearness::Beside, upon: Upon::Bar };
            all.push(Label {
                says: Says::Part,
                lines: vec![width::fit(layer.label, SIZE, WIDEST)],
                middle,
                seat,
            });
        }
    }
    all
}

/// Writes those of the labels that tell one of these.
pub(crate) fn write(labels: &[Label], says: &[Says], canvas: &Canvas) -> Drawn {
    for label in labels.iter().filter(|label| says.contains(&label.says)) {
        let ink = match (label.seat.upon, label.says) {
            (Upon::Bar, _) => Ink::OnActual,
            (Upon::Paper, Says::Gap | Says::Earlier) => Ink::Muted,
            (Upon::Paper, Says::Actual | Says::Part | Says::Target) => Ink::Text,
        };
        let (size, weight) = label.says.look();
        let mut top = label.seat.top;
        for line in &label.lines {
            canvas.text(line, Face { size, weight, ..Face::new(ink) }, label.middle, top)?;
            top += size * LINE;
        }
    }
    Ok(())
}

impl Label {
    /// Its box.
    pub(crate) fn area(&self) -> Area {
        let (size, _) = self.says.look();
        let half = self.lines.iter().map(|line| width::of(line, size)).fold(0.0, f64::max) / 2.0;
        let top = self.seat.top;
        let bottom = self.lines.iter().fold(top, |bottom, _| bottom + size * LINE);
        Area { left: self.middle - half, top, right: self.middle + half, bottom }
    }
}

impl Says {
    fn look(self) -> (f64, FontStyle) {
        match self {
            Self::Actual => (SIZE, FontStyle::Bold),
            Self::Target | Self::Part => (SIZE, FontStyle::Normal),
            Self::Earlier | Self::Gap => (SMALL, FontStyle::Normal),
        }
    }
}

/// Do two labels stand upon each other, one of them away from its value? Then their places no longer tell which is which.
fn are_stacked(one: &Seat, other: &Seat) -> bool {
    let apart = [one, other].iter().any(|seat| seat.nearness == Nearness::Apart);
    apart && (one.top - other.top).abs() < SIZE * LINE + LEVEL
}

/// Puts the word of a value before it, where there is room for both.
fn name(lines: &mut [String], says: Says, chart: &Progress, room: f64) {
    let word = match says {
        Says::Actual => chart.words.actual.trim(),
        Says::Target => chart.words.target.trim(),
        Says::Part | Says::Earlier | Says::Gap => "",
    };
    for line in lines.iter_mut().filter(|_| !word.is_empty()) {
        let longer = format!("{word} {line}");
        if width::of(&longer, SIZE) <= room {
            *line = longer;
        }
    }
}

/// A label in search of its place.
struct Wanted {
    says: Says,
    lines: Vec<String>,
    wish: Wish,
}

/// What a year has to say about its actual and its target.
fn wanted(
    chart: &Progress,
    period: &Period,
    layout: &Layout,
    height: impl Fn(f64) -> f64,
) -> [Option<Wanted>; 2] {
    let words = [period.actual.word(), period.target.word()];
    let actual = match chart.base {
        Base::Zero => 1.0,
        Base::Broken => POINT + 0.5,
    };
    // Upon a part of a bar, the value of the whole would be taken for the part's.
    let ground = if layers(chart, period).is_some() { Ground::Paper } else { Ground::Any };
    let points = [(&period.actual, Says::Actual, actual), (&period.target, Says::Target, LEVEL + 0.5)];
    let [actual, target] = points.map(|(point, says, clear)| match point.drawable() {
        Some((value, label)) => value_label(label).map(|line| {
            let wish =
                Wish { anchor: height(value), clear, height: SIZE * LINE, away: away(chart, value), ground };
            Wanted { says, lines: vec![line], wish }
        }),
        None => gap(chart, point, layout, &height),
    });
    // One word for both is said once.
    let target = target.filter(|label| label.says != Says::Gap || words[0] != words[1]);
    [actual, target]
}

fn value_label(label: &str) -> Option<String> {
    let label = label.trim();
    (!label.is_empty()).then(|| width::fit(label, SIZE, WIDEST))
}

/// The target before it was revised: beside its marker, or else in its title alone.
fn earlier(
    chart: &Progress,
    period: &Period,
    layout: &Layout,
    column: &mut Column,
    height: impl Fn(f64) -> f64,
) -> Option<(String, Seat)> {
    let mark: &Mark = period.earlier.as_ref()?;
    let (value, line) = (mark.drawable()?, value_label(&mark.label)?);
    let line = width::fit(&line, SMALL, layout.band - 8.0);
    let away = away(chart, value);
    let wish =
        Wish { anchor: height(value), clear: LEVEL + 0.5, height: SMALL * LINE, away, ground: Ground::Any };
    let seat = column.seat(&wish).filter(|seat| seat.nearness == Nearness::Beside)?;
    column.taken.push((seat.top, seat.top + wish.height));
    Some((line, seat))
}

/// The word for a missing value, at the base line, where a bar would begin.
fn gap(chart: &Progress, point: &Point, layout: &Layout, height: impl Fn(f64) -> f64) -> Option<Wanted> {
    let lines = width::wrap(point.word(), SMALL, layout.band - 8.0, 2);
    let wish = Wish {
        anchor: base(chart, layout, height),
        clear: 2.0,
        height: small_lines(lines.len()),
        away: Away::Up,
        ground: Ground::Paper,
    };
    (!lines.is_empty()).then_some(Wanted { says: Says::Gap, lines, wish })
}

/// What stands in a year's column before there are labels.
fn column(chart: &Progress, period: &Period, layout: &Layout, height: impl Fn(f64) -> f64) -> Column {
    let base = base(chart, layout, &height);
    let about = |value: f64, half: f64| (height(value) - half, height(value) + half);
    let actual = period.actual.drawable().map(|(value, _)| value);
    let target = period.target.drawable().map(|(value, _)| about(value, LEVEL));
    let earlier = period.earlier.as_ref().and_then(Mark::drawable).map(|value| about(value, LEVEL));
    let (bar, point) = match chart.base {
        Base::Zero => (actual.map(|value| (height(value).min(base), height(value).max(base))), None),
        Base::Broken => (None, actual.map(|value| about(value, POINT))),
    };
    Column {
        limits: layout.limits,
        base,
        bar: bar.filter(|(top, bottom)| top < bottom),
        taken: [target, earlier, point].into_iter().flatten().collect(),
    }
}

/// Where bars stand, or would.
fn base(chart: &Progress, layout: &Layout, height: impl Fn(f64) -> f64) -> f64 {
    match chart.base {
        Base::Zero => height(0.0),
        Base::Broken => layout.bottom,
    }
}

fn away(chart: &Progress, value: f64) -> Away {
    if value < 0.0 && chart.base == Base::Zero { Away::Down } else { Away::Up }
}
