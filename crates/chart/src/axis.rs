//! What frames the data of a progress chart: grid lines, the base line with its break, the words of ticks and years, the
//! unit, and which way is better.

use plotters::chart::ChartContext;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::element::PathElement;
use plotters::style::FontStyle;
use plotters::style::text_anchor::HPos;

use crate::canvas::{Canvas, Drawn, Face, SMALL, number};
use crate::ink::Ink;
use crate::layout::{Layout, WIDEST};
use crate::spec::{Base, Mark, Progress, Stage};
use crate::svg::{GRID, LINE, SIZE, Svg, grid};
use crate::width;

/// The plot as plotters sees it: columns from left to right, values upwards.
pub(crate) type Plot<'a> = ChartContext<'a, Svg, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Widths of lines, in pixels of the grid: the base line, a grid line.
const BASE_LINE: u32 = 15;
const GRID_LINE: u32 = 10;
/// Teeth of the line that marks a break, in units: from tip to tip, and their height. Then how far it lies below the lowest
/// value, and the base line below it.
const TOOTH: f64 = 6.0;
const TEETH: f64 = 5.0;
const TORN: f64 = 10.0;
const BELOW: f64 = 20.0;

/// Where a value lies, in units from the top of the drawing.
pub(crate) fn height(plot: &Plot, value: f64) -> f64 {
    f64::from(plot.plotting_area().map_coordinate(&(0.0, value)).1) / GRID
}

/// Draws the grid lines.
pub(crate) fn grid_lines(chart: &Progress, plot: &Plot) -> Drawn {
    for tick in ticks(chart, plot).filter(|tick| chart.base == Base::Broken || tick.value.abs() > 0.0) {
        let ends = [(0.0, tick.value), (number(chart.periods.len().max(1)), tick.value)];
        plot.plotting_area().draw(&PathElement::new(ends, Ink::Grid.line(GRID_LINE)))?;
    }
    Ok(())
}

/// Draws the base line, the words of the ticks, the unit, which way is better, and the years.
pub(crate) fn axis(chart: &Progress, layout: &Layout, canvas: &Canvas, plot: &Plot) -> Drawn {
    base_line(chart, layout, canvas, plot)?;
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
    let unit = width::fit(&chart.unit, SMALL, layout.width - 2.0);
    // A short unit ends where the numbers end; a long one begins at the edge.
    let start = f64::max(end - width::of(&unit, SMALL), 0.0);
    canvas.text(&unit, Face { hold: HPos::Left, ..small }, start, layout.head + 2.0)?;
    let better = width::fit(&chart.words.better, SMALL, layout.width - 2.0);
    canvas.text(&better, Face { hold: HPos::Right, ..small }, layout.right, layout.better + 2.0)?;
    for (at, period) in chart.periods.iter().enumerate() {
        let weight = if period.stage == Stage::Current { FontStyle::Bold } else { FontStyle::Normal };
        let face = Face { weight, ..Face::new(Ink::Text) };
        canvas.text(&width::fit(&period.label, SIZE, WIDEST), face, layout.middle(at), layout.foot())?;
    }
    Ok(())
}

/// The line on which bars stand; where the axis does not begin with zero, a torn line above it says so.
fn base_line(chart: &Progress, layout: &Layout, canvas: &Canvas, plot: &Plot) -> Drawn {
    let across = |points: Vec<(f64, f64)>| {
        let points: Vec<_> = points.into_iter().map(|(x, y)| (grid(x), grid(y))).collect();
        canvas.root.draw(&PathElement::new(points, Ink::Axis.line(BASE_LINE)))
    };
    let level = |y: f64| vec![(layout.left, y), (layout.right, y)];
    match chart.base {
        Base::Zero => across(level(height(plot, 0.0))),
        Base::Broken => {
            let mut torn = vec![(layout.left, layout.bottom + TORN)];
            let mut tip = TEETH;
            while let Some((x, y)) = torn.last().copied().filter(|(x, _)| x + TOOTH <= layout.right) {
                torn.push((x + TOOTH, y + tip));
                tip = -tip;
            }
            across(torn)?;
            across(level(layout.bottom + BELOW))
        }
    }
}

/// The ticks that can be drawn.
fn ticks<'a>(chart: &'a Progress, plot: &Plot) -> impl Iterator<Item = &'a Mark> {
    let range = plot.plotting_area().get_y_range();
    chart.ticks.iter().filter(move |tick| (range.start..=range.end).contains(&tick.value))
}
