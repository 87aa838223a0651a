//! What frames the data of a progress chart: grid lines, zero line, the words of ticks and years, the unit, and the key.

use plotters::chart::ChartContext;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{Circle, PathElement, Rectangle};
use plotters::style::FontStyle;
use plotters::style::text_anchor::HPos;

use crate::draw::{Canvas, Drawn, Face, number};
use crate::ink::Ink;
use crate::layout::{self, Layout, SMALL, WIDEST};
use crate::spec::{Mark, Progress, Stage};
use crate::svg::{GRID, LINE, SIZE, Svg, grid};
use crate::width;

/// The plot as plotters sees it: columns from left to right, values upwards.
pub(crate) type Plot<'a> = ChartContext<'a, Svg, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Radius of a marker, in pixels of the grid.
pub(crate) const MARKER: u32 = 50;
/// Widths of lines, in pixels of the grid: a target's, the rim of its marker, the zero line, a grid line.
pub(crate) const LEVEL_LINE: u32 = 25;
pub(crate) const RIM: u32 = 18;
const ZERO_LINE: u32 = 15;
const GRID_LINE: u32 = 10;

/// Where a value lies, in units from the top of the drawing.
pub(crate) fn height(plot: &Plot, value: f64) -> f64 {
    f64::from(plot.plotting_area().map_coordinate(&(0.0, value)).1) / GRID
}

/// Draws the grid lines.
pub(crate) fn grid_lines(chart: &Progress, plot: &Plot) -> Drawn {
    for tick in ticks(chart, plot).filter(|tick| tick.value.abs() > 0.0) {
        level(plot, chart, tick.value, Ink::Grid, GRID_LINE)?;
    }
    Ok(())
}

/// Draws the zero line, the words of the ticks, the unit and the years.
pub(crate) fn axis(chart: &Progress, layout: &Layout, canvas: &Canvas, plot: &Plot) -> Drawn {
    level(plot, chart, 0.0, Ink::Axis, ZERO_LINE)?;
    let small = Face { size: SMALL, ..Face::new(Ink::Muted) };
    let end = layout.left - 8.0;
    let mut taken: Vec<f64> = Vec::new();
    for tick in ticks(chart, plot) {
        let top = height(plot, tick.value) - SMALL * LINE / 2.0;
        if taken.iter().all(|other| (other - top).abs() >= SMALL * LINE) {
            taken.push(top);
            let label = width::fit(&tick.label, SMALL, WIDEST);
            canvas.text(&label, Face { hold: HPos::Right, ..small }, end, top)?;
        }
    }
    let unit = width::fit(&chart.unit, SMALL, layout.width - 8.0);
    // A short unit ends where the numbers end; a long one begins at the edge.
    let start = f64::max(end - width::of(&unit, SMALL), 0.0);
    canvas.text(&unit, Face { hold: HPos::Left, ..small }, start, 4.0)?;
    for (at, period) in chart.periods.iter().enumerate() {
        let weight = if period.stage == Stage::Current { FontStyle::Bold } else { FontStyle::Normal };
        let face = Face { weight, ..Face::new(Ink::Text) };
        canvas.text(&width::fit(&period.label, SIZE, WIDEST), face, layout.middle(at), layout.foot())?;
    }
    Ok(())
}

/// Draws which sign means what: signs and words, so no colour is needed.
pub(crate) fn key(chart: &Progress, layout: &Layout, canvas: &Canvas) -> Drawn {
    let face = Face { size: SMALL, hold: HPos::Left, ..Face::new(Ink::Text) };
    let top = layout.key + 4.0;
    let middle = top + SMALL * LINE / 2.0;
    let word = width::fit(&chart.words.actual, SMALL, WIDEST);
    let mut x = layout.right - layout::key_width(chart);
    let corners = [(x, middle - 6.0), (x + layout::SWATCH, middle + 6.0)];
    canvas.root.draw(&Rectangle::new(corners.map(on_grid), Ink::Actual.fill()))?;
    x += layout::SWATCH + layout::AFTER;
    canvas.text(&word, Face { weight: FontStyle::Bold, ..face }, x, top)?;
    x += width::of(&word, SMALL) + layout::BETWEEN;
    let ends = [(x, middle), (x + layout::STROKE, middle)];
    canvas.root.draw(&PathElement::new(ends.map(on_grid), Ink::Target.line(LEVEL_LINE)))?;
    let center = on_grid((x + layout::STROKE / 2.0, middle));
    canvas.root.draw(&Circle::new(center, MARKER, Ink::TargetMark.line(RIM)))?;
    x += layout::STROKE + layout::AFTER;
    canvas.text(&width::fit(&chart.words.target, SMALL, WIDEST), face, x, top)
}

/// A line from edge to edge.
fn level(plot: &Plot, chart: &Progress, value: f64, ink: Ink, width: u32) -> Drawn {
    let ends = [(0.0, value), (number(chart.periods.len().max(1)), value)];
    plot.plotting_area().draw(&PathElement::new(ends, ink.line(width)))
}

/// The ticks that can be drawn.
fn ticks<'a>(chart: &'a Progress, plot: &Plot) -> impl Iterator<Item = &'a Mark> {
    let range = plot.plotting_area().get_y_range();
    chart.ticks.iter().filter(move |tick| (range.start..=range.end).contains(&tick.value))
}

fn on_grid((x, y): (f64, f64)) -> (i32, i32) {
    (grid(x), grid(y))
}
