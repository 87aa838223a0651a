//! How large the parts of a progress chart are, found from the widths of its texts before anything is drawn: the drawing
//! widens rather than let two labels meet. All lengths are in units of the drawing.

use crate::canvas::{SMALL, WIDTH, number};
use crate::key::{Key, ROW};
use crate::spec::{Base, Mark, Point, Progress, Run};
use crate::svg::{LINE, SIZE};
use crate::width;

/// No label is wider than this.
pub(crate) const WIDEST: f64 = 200.0;

/// The parts of a progress chart.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// The whole drawing.
    pub(crate) width: f64,
    /// The whole drawing.
    pub(crate) height: f64,
    /// Edges of the plot.
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    pub(crate) key: Key,
    /// Upper edge of the row with the unit and which way is better, or of the first of two.
    pub(crate) head: f64,
    /// Upper edge of the row that says which way is better.
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
/// Distance between the labels of two years; room for a label within its bar.
const GAP: f64 = 10.0;
const INSET: f64 = 5.0;

impl Layout {
    /// Measures a chart.
    pub(crate) fn of(chart: &Progress) -> Self {
        let count = number(chart.periods.len().max(1));
        let range = range(chart);
        let ticks = chart.ticks.iter().map(|tick| width::of(&tick.label, SMALL).min(WIDEST));
        let left = ticks.fold(16.0, f64::max) + 10.0;
        let right = 2.0;

        let points = || chart.periods.iter().flat_map(|period| [&period.target, &period.actual]);
        let values = points().filter_map(Point::drawable).map(|(_, label)| label);
        let parts = chart.periods.iter().flat_map(|period| &period.parts).map(|mark| mark.label.as_str());
        let widest = |labels: &mut dyn Iterator<Item = &str>, size: f64| {
            labels.map(|label| width::of(label, size).min(WIDEST)).fold(0.0, f64::max)
        };
        let value = widest(&mut values.chain(parts), SIZE);
        let year = widest(&mut chart.periods.iter().map(|period| period.label.as_str()), SIZE);
        let piece = |point: &Point| width::longest_piece(point.word(), SMALL).min(WIDEST);
        let word = widest(&mut points().map(Point::word), SMALL)
            .min(BAR)
            .max(points().map(piece).fold(0.0, f64::max));
        let needed = f64::max(year.max(word) + GAP, (value + 2.0 * INSET) * 1.06);

        let width = f64::max(WIDTH, (left + right + count * needed).ceil());
        let band = (width - left - right) / count;
        let bar = match chart.run {
            Run::Yearly => (band * 0.56).min(BAR).max(value + 2.0 * INSET),
            Run::Cumulative => band,
        };

        let key = Key::of(chart, width);
        let head = key.height();
        let [unit, better] = [&chart.unit, &chart.words.better].map(|word| width::of(word, SMALL).min(width));
        let rows = match (unit > 0.0, better > 0.0) {
            (false, false) => 0.0,
            (true, true) if f64::max(left, unit) + better + 16.0 > width => 2.0,
            _ => 1.0,
        };
        // No label of a whole stands upon its parts.
        let above = if chart.parts.is_empty() { HEAD } else { HEADS };
        let top = head + rows * ROW + above;
        let bottom = top + PLOT;
        let sunk = match chart.base {
            Base::Broken => BREAK,
            Base::Zero if range.0 < 0.0 => HEAD,
            Base::Zero => 0.0,
        };
        Self {
            width,
            height: bottom + sunk + FOOT,
            left,
            right: width - right,
            top,
            bottom,
            key,
            head,
            better: if rows > 1.0 { head + ROW } else { head },
            limits: (top - above + 2.0, if chart.base == Base::Broken { bottom } else { bottom + sunk }),
            band,
            bar,
            range,
        }
    }

    /// The middle of the column number `at`.
    pub(crate) fn middle(&self, at: usize) -> f64 {
        self.left + (number(at) + 0.5) * self.band
    }

    /// Upper edge of the row of years.
    pub(crate) fn foot(&self) -> f64 {
        self.height - FOOT + 6.0
    }
}

/// Height of the box of so many small lines.
pub(crate) fn small_lines(count: usize) -> f64 {
    number(count) * SMALL * LINE
}

/// The values that the axis spans: all ticks and all data and, unless the axis is broken, zero, on which the bars stand.
fn range(chart: &Progress) -> (f64, f64) {
    let ticks = chart.ticks.iter().filter_map(Mark::drawable);
    let points = chart.periods.iter().flat_map(|period| [&period.target, &period.actual]);
    let values = points.filter_map(Point::drawable).map(|(value, _)| value);
    let earlier = chart.periods.iter().filter_map(|period| period.earlier.as_ref()?.drawable());
    let all = ticks.chain(values).chain(earlier);
    let zero = match chart.base {
        Base::Zero => Some(0.0),
        Base::Broken => None,
    };
    let span = all.chain(zero).fold(None, |span: Option<(f64, f64)>, value| {
        Some(span.map_or((value, value), |(low, high)| (low.min(value), high.max(value))))
    });
    match span {
        Some((low, high)) if high - low > 1e-300 => (low, high),
        Some((low, _)) => (low, low + low.abs().max(1.0)),
        None => (0.0, 1.0),
    }
}
