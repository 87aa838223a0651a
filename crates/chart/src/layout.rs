//! How large the parts of a progress chart are, found from the widths of its texts before anything is drawn: the drawing
//! widens rather than let two labels meet. All lengths are in units of the drawing.

use crate::draw::number;
use crate::spec::{Point, Progress};
use crate::svg::{LINE, SIZE};
use crate::width;

/// Font size of what is said beside the data: ticks, unit, key, gaps.
pub(crate) const SMALL: f64 = 14.0;

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
    /// Upper edge of the key, which takes a row of its own when the unit is long.
    pub(crate) key: f64,
    /// Highest and lowest place a label may reach.
    pub(crate) limits: (f64, f64),
    /// Width of a fiscal year's column.
    pub(crate) band: f64,
    /// Width of a bar.
    pub(crate) bar: f64,
    /// The lowest and highest value of the axis, in its own unit.
    pub(crate) range: (f64, f64),
}

/// The drawing is as wide as this unless its labels need more.
const WIDTH: f64 = 480.0;
/// Height of the plot, of the row with unit and key, of the room for a label above and of the row of years.
const PLOT: f64 = 200.0;
const ROW: f64 = 24.0;
const HEAD: f64 = 30.0;
const FOOT: f64 = 28.0;
/// A bar is at most this wide, unless a label upon it is wider.
const BAR: f64 = 84.0;
/// Distance between the labels of two years; room for a label within its bar.
const GAP: f64 = 12.0;
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
        let values =
            points().filter_map(Point::drawable).map(|(_, label)| width::of(label, SIZE).min(WIDEST));
        let value = values.fold(0.0, f64::max);
        let years = chart.periods.iter().map(|period| width::of(&period.label, SIZE).min(WIDEST));
        let words = points().map(|point| width::of(point.word(), SMALL).min(BAR));
        let widest = years.chain(words).fold(0.0, f64::max);
        let needed = f64::max(widest + GAP, (value + 2.0 * INSET) * 1.12);

        let width = f64::max(WIDTH, (left + right + count * needed).ceil());
        let band = (width - left - right) / count;
        let bar = (band * 0.56).min(BAR).max(value + 2.0 * INSET);

        let key = if width::of(&chart.unit, SMALL).min(width) + key_width(chart) + 24.0 > width {
            ROW
        } else {
            0.0
        };
        let top = key + ROW + HEAD;
        let bottom = top + PLOT;
        let sunk = if range.0 < 0.0 { HEAD } else { 0.0 };
        Self {
            width,
            height: bottom + sunk + FOOT,
            left,
            right: width - right,
            top,
            bottom,
            key,
            limits: (top - HEAD + 2.0, bottom + sunk),
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
        self.height - FOOT + 8.0
    }
}

/// Widths of the signs in the key, and the room after a sign and between two entries.
pub(crate) const SWATCH: f64 = 14.0;
pub(crate) const STROKE: f64 = 30.0;
pub(crate) const AFTER: f64 = 6.0;
pub(crate) const BETWEEN: f64 = 20.0;

/// Width of the key.
pub(crate) fn key_width(chart: &Progress) -> f64 {
    let word = |word: &str| width::of(word, SMALL).min(WIDEST);
    SWATCH + word(&chart.words.actual) + STROKE + word(&chart.words.target) + 2.0 * AFTER + BETWEEN
}

/// Height of the box of so many small lines.
pub(crate) fn small_lines(count: usize) -> f64 {
    number(count) * SMALL * LINE
}

/// The values that the axis spans: all ticks and all data, and zero, on which the bars stand.
fn range(chart: &Progress) -> (f64, f64) {
    let ticks = chart.ticks.iter().map(|tick| tick.value).filter(|value| value.abs() <= 1e300);
    let points = chart.periods.iter().flat_map(|period| [&period.target, &period.actual]);
    let values = points.filter_map(Point::drawable).map(|(value, _)| value);
    let (low, high) = ticks
        .chain(values)
        .fold((0.0, 0.0), |(low, high): (f64, f64), value| (low.min(value), high.max(value)));
    if high - low > 1e-300 { (low, high) } else { (0.0, 1.0) }
}
