//! How large the parts of a progress chart are, found from the widths of its texts before anything is drawn: the drawing
//! widens rather than let two labels meet. All lengths are in units of the drawing.

use crate::area::Area;
use crate::canvas::{SMALL, WIDTH, number};
use crate::key::{Key, ROW};
use crate::spec::{Base, Mark, Point, Progress, Run};
use crate::svg::SIZE;
use crate::width;
use crate::year::Year;

/// No label is wider than this.
pub(crate) const WIDEST: f64 = 200.0;

/// The parts of a progress chart.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// The whole drawing.
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// Where the values lie.
    pub(crate) plot: Area,
    pub(crate) key: Key,
    /// Upper edge of the row with the unit, and of the one that says which way is better.
    pub(crate) unit: f64,
    pub(crate) better: f64,
    /// Highest and lowest place a label may reach.
    pub(crate) limits: (f64, f64),
    /// Width of a fiscal year's column.
    pub(crate) band: f64,
    /// Width of a bar.
    pub(crate) bar: f64,
    /// The lowest and highest value of the axis, in its own unit.
    pub(crate) range: (f64, f64),
}

/// Height of the plot, of the room for a label above it and for two, of the row of years, and of the break of an axis.
const PLOT: f64 = 200.0;
const HEAD: f64 = 33.0;
const HEADS: f64 = 60.0;
const FOOT: f64 = 33.0;
const BREAK: f64 = 28.0;
/// A bar is at most this wide, unless a label upon it is wider.
const BAR: f64 = 76.0;
/// Distance between the labels of two years; room for a label within its bar; what is free to the right of the plot.
const GAP: f64 = 10.0;
const INSET: f64 = 5.0;
const EDGE: f64 = 2.0;

impl Layout {
    /// Measures a chart.
    pub(crate) fn of(chart: &Progress, years: &[Year]) -> Self {
        let count = number(years.len().max(1));
        let range = range(chart, years);
        let left = widest(chart.ticks.iter().map(|tick| &*tick.label), SMALL).max(16.0) + 10.0;
        let upon = value_width(years) + 2.0 * INSET;
        let column = f64::max(words_width(years) + GAP, upon * 1.06);
        let width = f64::max(WIDTH, (left + EDGE + count * column).ceil());
        let band = (width - left - EDGE) / count;
        let bar = match chart.run {
            Run::Yearly => (band * 0.56).min(BAR).max(upon),
            Run::Cumulative => band,
        };

        let key = Key::of(chart, years, width);
        let unit = key.height();
        let rows = head_rows(chart, left, width);
        let better = if rows > 1.0 { unit + ROW } else { unit };
        // No label of a whole stands upon its parts.
        let above = if chart.parts.is_empty() { HEAD } else { HEADS };
        let top = unit + rows * ROW + above;
        let plot = Area { left, top, right: width - EDGE, bottom: top + PLOT };
        let sunk = match chart.base {
            Base::Broken => BREAK,
            Base::Zero if range.0 < 0.0 => HEAD,
            Base::Zero => 0.0,
        };
        let lowest = if chart.base == Base::Broken { plot.bottom } else { plot.bottom + sunk };
        let limits = (top - above + EDGE, lowest);
        let height = plot.bottom + sunk + FOOT;
        Self { width, height, plot, key, unit, better, limits, band, bar, range }
    }

    /// The middle of the column number `at`.
    pub(crate) fn middle(&self, at: usize) -> f64 {
        self.plot.left + (number(at) + 0.5) * self.band
    }

    /// Upper edge of the row of years.
    pub(crate) fn foot(&self) -> f64 {
        self.height - FOOT + 6.0
    }
}

/// Width of the widest label.
fn widest<'a>(labels: impl IntoIterator<Item = &'a str>, size: f64) -> f64 {
    width::widest(labels, size).min(WIDEST)
}

/// Width of the widest value, also of a part.
fn value_width(years: &[Year]) -> f64 {
    let values = years.iter().flat_map(|year| [year.actual, year.target]).flatten().map(|(_, label)| label);
    let parts = years.iter().flat_map(|year| &year.layers).map(|layer| layer.label);
    widest(values.chain(parts), SIZE)
}

/// Width that the names of the years and the words of gaps need; those can be wrapped, as far as they have more than one piece.
fn words_width(years: &[Year]) -> f64 {
    let words = || years.iter().flat_map(Year::points).map(Point::word);
    let piece = words().map(|word| width::longest_piece(word, SMALL)).fold(0.0, f64::max).min(WIDEST);
    let word = widest(words(), SMALL).min(BAR).max(piece);
    widest(years.iter().map(|year| &*year.period.label), SIZE).max(word)
}

/// How many rows the unit and which way is better take above the plot.
fn head_rows(chart: &Progress, left: f64, width: f64) -> f64 {
    let [unit, better] = [&chart.unit, &chart.words.better].map(|word| width::of(word, SMALL).min(width));
    match (unit > 0.0, better > 0.0) {
        (false, false) => 0.0,
        (true, true) if f64::max(left, unit) + better + 16.0 > width => 2.0,
        _ => 1.0,
    }
}

/// The values that the axis spans: all ticks and all data and, unless the axis is broken, zero, on which the bars stand.
fn range(chart: &Progress, years: &[Year]) -> (f64, f64) {
    let ticks = chart.ticks.iter().filter_map(Mark::drawable);
    let values = years.iter().flat_map(|year| [year.actual, year.target, year.earlier]).flatten();
    let zero = (chart.base == Base::Zero).then_some(0.0);
    let all: Vec<f64> = ticks.chain(values.map(|(value, _)| value)).chain(zero).collect();
    let low = all.iter().copied().reduce(f64::min).unwrap_or(0.0);
    let high = all.iter().copied().reduce(f64::max).unwrap_or(0.0);
    (low, if low < high { high } else { low + 1.0 })
}
