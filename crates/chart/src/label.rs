//! The words in the columns of a progress chart: values beside their bars and markers, parts upon their bars, and the reasons
//! for gaps. Finds out what each column has to say, has [`crate::place`] seat it, and writes it.

use plotters::style::FontStyle;

use crate::area::Area;
use crate::canvas::{Canvas, Drawn, Face, LABEL, SMALL, SMALL_LABEL, number};
use crate::ink::Ink;
use crate::layout::WIDEST;
use crate::place::{Away, Column, Ground, Seat, Upon, Wish};
use crate::plot::Plot;
use crate::spec::Base;
use crate::svg::{LINE, SIZE};
use crate::width;
use crate::year::Year;

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
    top: f64,
    upon: Upon,
}

/// A label in search of its place.
struct Wanted {
    says: Says,
    lines: Vec<String>,
    wish: Wish,
}

/// All labels of a year.
pub(crate) fn labels(plot: &Plot, year: &Year) -> Vec<Label> {
    let mut column = column(plot, year);
    let mut labels = values(plot, year, &mut column);
    labels.extend(earlier(plot, year, &mut column));
    labels.extend(parts(plot, year, &column));
    labels
}

/// Writes those of the labels that tell one of these.
pub(crate) fn write(labels: &[Label], says: &[Says], canvas: &Canvas) -> Drawn {
    for label in labels.iter().filter(|label| says.contains(&label.says)) {
        let ink = match (label.upon, label.says) {
            (Upon::Bar, _) => Ink::OnActual,
            (Upon::Paper, Says::Gap | Says::Earlier) => Ink::Muted,
            (Upon::Paper, Says::Actual | Says::Part | Says::Target) => Ink::Text,
        };
        let (size, weight) = label.says.look();
        canvas.lines_of_text(
            &label.lines,
            Face { size, weight, ..Face::new(ink) },
            label.middle,
            label.top,
        )?;
    }
    Ok(())
}

impl Label {
    /// Its box.
    pub(crate) fn area(&self) -> Area {
        let (size, _) = self.says.look();
        let width = width::widest(self.lines.iter().map(String::as_str), size);
        Area::hanging((self.middle, self.top), width, number(self.lines.len()) * size * LINE)
    }
}

impl Wanted {
    /// Takes its seat in the column of its year.
    fn seated(self, plot: &Plot, year: &Year, column: &mut Column, seat: Seat) -> Label {
        let Self { says, lines, wish } = self;
        column.taken.push((seat.top, seat.top + wish.height));
        Label { says, lines, middle: plot.layout.middle(year.at), top: seat.top, upon: seat.upon }
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

/// The labels of the actual and of the target, or the reasons why they are missing.
fn values(plot: &Plot, year: &Year, column: &mut Column) -> Vec<Label> {
    let wanted = wanted(plot, year);
    let seats = column.seats(wanted.each_ref().map(|label| label.as_ref().map(|label| &label.wish)));
    let are_stacked = matches!(&seats, [Some(one), Some(other)] if are_stacked(one, other));
    let mut labels = Vec::new();
    for (wanted, seat) in wanted.into_iter().zip(seats) {
        let (Some(mut wanted), Some(seat)) = (wanted, seat) else { continue };
        if are_stacked {
            let room = match seat.upon {
                Upon::Bar => plot.layout.bar - 6.0,
                Upon::Paper => plot.layout.band - 8.0,
            };
            name(&mut wanted, plot, room);
        }
        labels.push(wanted.seated(plot, year, column, seat));
    }
    labels
}

/// Do two labels stand upon each other? Then their places do not tell which is which.
fn are_stacked(one: &Seat, other: &Seat) -> bool {
    (one.top - other.top).abs() < LABEL + LEVEL
}

/// Puts the word of a value before it, where there is room for both.
fn name(wanted: &mut Wanted, plot: &Plot, room: f64) {
    let word = match wanted.says {
        Says::Actual => plot.chart.words.actual.trim(),
        Says::Target => plot.chart.words.target.trim(),
        Says::Part | Says::Earlier | Says::Gap => "",
    };
    for line in wanted.lines.iter_mut().filter(|_| !word.is_empty()) {
        let longer = format!("{word} {line}");
        if width::of(&longer, SIZE) <= room {
            *line = longer;
        }
    }
}

/// What a year has to say about its actual and its target.
fn wanted(plot: &Plot, year: &Year) -> [Option<Wanted>; 2] {
    let clear = match plot.chart.base {
        Base::Zero => 1.0,
        Base::Broken => POINT + 0.5,
    };
    // Upon a part of a bar, the value of the whole would be taken for the part's.
    let ground = if year.layers.is_empty() { Ground::Any } else { Ground::Paper };
    let value = |says: Says, clear: f64, (value, label): (f64, &str)| {
        let wish = Wish { anchor: plot.height(value), clear, height: LABEL, away: away(plot, value), ground };
        let line = width::fit(label, SIZE, WIDEST);
        (!line.is_empty()).then(|| Wanted { says, lines: vec![line], wish })
    };
    let [actual, target] = year.points();
    // One word for both is said once.
    let word = if target.word() == actual.word() { "" } else { target.word() };
    [
        year.actual.map_or_else(|| gap(plot, actual.word()), |actual| value(Says::Actual, clear, actual)),
        year.target.map_or_else(|| gap(plot, word), |target| value(Says::Target, LEVEL + 0.5, target)),
    ]
}

/// The word for a missing value, at the base line, where a bar would begin.
fn gap(plot: &Plot, word: &str) -> Option<Wanted> {
    let lines = width::wrap(word, SMALL, plot.layout.band - 8.0, 2);
    let wish = Wish {
        anchor: plot.base(),
        clear: 2.0,
        height: number(lines.len()) * SMALL_LABEL,
        away: Away::Up,
        ground: Ground::Paper,
    };
    (!lines.is_empty()).then_some(Wanted { says: Says::Gap, lines, wish })
}

/// The target before it was revised: beside its marker, or else in its title alone.
fn earlier(plot: &Plot, year: &Year, column: &mut Column) -> Option<Label> {
    let (value, label) = year.earlier?;
    let line = width::fit(label, SMALL, WIDEST.min(plot.layout.band - 8.0));
    let wish = Wish {
        anchor: plot.height(value),
        clear: LEVEL + 0.5,
        height: SMALL_LABEL,
        away: away(plot, value),
        ground: Ground::Any,
    };
    let seat = column.beside(&wish).filter(|_| !line.is_empty())?;
    Some(Wanted { says: Says::Earlier, lines: vec![line], wish }.seated(plot, year, column, seat))
}

/// The values of the parts of a bar, each upon its own.
fn parts<'a>(plot: &'a Plot, year: &'a Year, column: &'a Column) -> impl Iterator<Item = Label> + 'a {
    year.layers.iter().filter(|layer| !layer.label.trim().is_empty()).filter_map(|layer| {
        let top = column.within((plot.height(layer.to), plot.height(layer.from)), LABEL)?;
        let lines = vec![width::fit(layer.label, SIZE, WIDEST)];
        let middle = plot.layout.middle(year.at);
        Some(Label { says: Says::Part, lines, middle, top, upon: Upon::Bar })
    })
}

/// What stands in a year's column before there are labels.
fn column(plot: &Plot, year: &Year) -> Column {
    let about =
        |half: f64| move |(value, _): (f64, &str)| (plot.height(value) - half, plot.height(value) + half);
    let base = plot.base();
    let bar = year.actual.map(|(value, _)| (plot.height(value).min(base), plot.height(value).max(base)));
    let (bar, point) = match plot.chart.base {
        Base::Zero => (bar, None),
        Base::Broken => (None, year.actual.map(about(POINT))),
    };
    let [target, earlier] = [year.target, year.earlier].map(|value| value.map(about(LEVEL)));
    Column {
        limits: plot.layout.limits,
        base,
        bar,
        taken: [target, earlier, point].into_iter().flatten().collect(),
    }
}

/// Which way leads away from zero.
fn away(plot: &Plot, value: f64) -> Away {
    if value < 0.0 && plot.chart.base == Base::Zero { Away::Down } else { Away::Up }
}
