//! Target and actual by fiscal year at the size of a word: a bar a year, the target a level line across it. There are no
//! words; each bar has its value as a title.
//!
//! A value of zero is a bar as thin as it can be, and a year without a value has a dot that stands clear of the base line:
//! zero is never a blank.

use crate::area::Area;
use crate::canvas::{Canvas, Drawn, Sheet, number};
use crate::ink::Ink;
use crate::spec::{Period, Point, Stage};

/// Draws the chart.
pub(crate) fn sheet(periods: &[Period]) -> Sheet {
    Sheet::drawn(WIDTH, HEIGHT, |canvas| draw(periods, canvas))
}

/// Sizes in units: the drawing, the room above and below the values, a year's column at most.
const WIDTH: f64 = 80.0;
const HEIGHT: f64 = 24.0;
const EDGE: f64 = 2.0;
const COLUMN: f64 = 20.0;
/// How much of a column a bar takes, and a target's line.
const BAR: f64 = 0.6;
const LEVEL: f64 = 0.9;
/// The lowest bar, and the size of a dot.
const LEAST: f64 = 1.0;
const DOT: f64 = 2.5;
/// Widths of lines, in pixels of the grid.
const BASE_LINE: u32 = 10;
const LEVEL_LINE: u32 = 20;
const DOT_LINE: u32 = 25;

fn draw(periods: &[Period], canvas: &Canvas) -> Drawn {
    let points = periods.iter().flat_map(|year| [&year.actual, &year.target]).filter_map(Point::drawable);
    let values: Vec<f64> = points.map(|(value, _)| value).collect();
    let end = |pick: fn(f64, f64) -> f64| values.iter().copied().fold(0.0, pick);
    let (low, high) = (end(f64::min), end(f64::max));
    let height = |value: f64| {
        let part = if low < high { (high - value) / (high - low) } else { 1.0 };
        EDGE + part * (HEIGHT - 2.0 * EDGE)
    };
    let zero = height(0.0);
    let column = (WIDTH / number(periods.len().max(1))).min(COLUMN);
    let middle = |at: usize| (number(at) + 0.5) * column;

    canvas.lines(&[[(0.0, zero), (number(periods.len()) * column, zero)]], Ink::Grid, BASE_LINE);
    for (at, year) in periods.iter().enumerate() {
        let half = column * BAR / 2.0;
        let (left, right) = (middle(at) - half, middle(at) + half);
        if let Some((value, label)) = year.actual.drawable() {
            let end = height(value);
            let (top, bottom) =
                if value < 0.0 { (zero, end.max(zero + LEAST)) } else { (end.min(zero - LEAST), zero) };
            let ink = if year.stage == Stage::Current { Ink::ActualMark } else { Ink::Actual };
            canvas.title(&[&year.label, label]);
            canvas.rectangle(Area { left, top, right, bottom }, ink)?;
        } else if year.stage != Stage::Later {
            let half = DOT.min(column) / 2.0;
            let level = dot(zero, year.target.drawable().map(|(value, _)| height(value)));
            canvas.lines(&[[(middle(at) - half, level), (middle(at) + half, level)]], Ink::Axis, DOT_LINE);
        }
    }
    for (at, year) in periods.iter().enumerate() {
        if let Some((value, _)) = year.target.drawable() {
            let half = column * LEVEL / 2.0;
            let ink = if year.stage == Stage::Later { Ink::Later } else { Ink::Target };
            let level = [(middle(at) - half, height(value)), (middle(at) + half, height(value))];
            canvas.lines(&[level], ink, LEVEL_LINE);
        }
    }
    Ok(())
}

/// The height of a dot: near the base line, and apart from the year's target.
fn dot(zero: f64, target: Option<f64>) -> f64 {
    let is_apart = |level: &f64| target.is_none_or(|target| (level - target).abs() > DOT + 1.0);
    let mut levels = [-2.0, -4.0, -6.0, 2.0, 4.0, 6.0].map(|steps| zero + steps * DOT).into_iter();
    levels.find(|level| *level >= EDGE && is_apart(level)).unwrap_or(zero)
}
