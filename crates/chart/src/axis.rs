//! What frames the data of a progress chart: grid lines, the base line with its break, the words of ticks and years, the
//! unit, and which way is better.

use plotters::element::PathElement;
use plotters::style::FontStyle;
use plotters::style::text_anchor::HPos;

use crate::canvas::{Drawn, Face, SMALL, SMALL_LABEL, number};
use crate::ink::Ink;
use crate::layout::WIDEST;
use crate::plot::Plot;
use crate::spec::{Base, Mark, Stage};
use crate::svg::SIZE;
use crate::width;

/// How what is said beside the data is set.
const FACE: Face = Face { ink: Ink::Muted, size: SMALL, weight: FontStyle::Normal, hold: HPos::Right };
/// Widths of lines, in pixels of the grid: the base line, a grid line.
const BASE_LINE: u32 = 15;
const GRID_LINE: u32 = 10;
/// Teeth of the line that marks a break, in units: from tip to tip, and their height. Then how far it lies below the lowest
/// value, and the base line below it.
const TOOTH: f64 = 6.0;
const TEETH: f64 = 5.0;
const TORN: f64 = 10.0;
const BELOW: f64 = 20.0;

/// Draws the grid lines.
pub(crate) fn grid_lines(plot: &Plot) -> Drawn {
    let is_base = |value: f64| plot.chart.base == Base::Zero && value.abs() <= 0.0;
    for (value, _) in ticks(plot).filter(|(value, _)| !is_base(*value)) {
        let ends = [(0.0, value), (number(plot.chart.periods.len().max(1)), value)];
        plot.area.draw(&PathElement::new(ends, Ink::Grid.line(GRID_LINE)))?;
    }
    Ok(())
}

/// Draws the base line, and what is said about the axes.
pub(crate) fn axis(plot: &Plot) -> Drawn {
    base_line(plot)?;
    tick_words(plot)?;
    head(plot)?;
    let Plot { chart, layout, canvas, .. } = plot;
    for (at, period) in chart.periods.iter().enumerate() {
        let weight = if period.stage == Stage::Current { FontStyle::Bold } else { FontStyle::Normal };
        let face = Face { weight, ..Face::new(Ink::Text) };
        canvas.text(&width::fit(&period.label, SIZE, WIDEST), face, layout.middle(at), layout.foot())?;
    }
    Ok(())
}

/// Writes the ticks, as far as none meets another.
fn tick_words(plot: &Plot) -> Drawn {
    let mut taken: Vec<f64> = Vec::new();
    for (value, label) in ticks(plot) {
        let top = plot.height(value) - SMALL_LABEL / 2.0;
        if taken.iter().all(|other| (other - top).abs() >= SMALL_LABEL) {
            taken.push(top);
            plot.canvas.text(&width::fit(label, SMALL, WIDEST), FACE, end(plot), top)?;
        }
    }
    Ok(())
}

/// Writes the unit and which way is better. A short unit ends where the ticks end; a long one begins at the edge.
fn head(plot: &Plot) -> Drawn {
    let Plot { chart, layout, canvas, .. } = plot;
    let [unit, better] =
        [&chart.unit, &chart.words.better].map(|word| width::fit(word, SMALL, layout.width - 2.0));
    let start = f64::max(end(plot) - width::of(&unit, SMALL), 0.0);
    canvas.text(&unit, Face { hold: HPos::Left, ..FACE }, start, layout.unit + 2.0)?;
    canvas.text(&better, FACE, layout.plot.right, layout.better + 2.0)
}

/// The line on which bars stand; where the axis does not begin with zero, a torn line above it says so.
fn base_line(plot: &Plot) -> Drawn {
    let area = plot.layout.plot;
    let draw = |points: &[(f64, f64)]| plot.canvas.path(points, Ink::Axis.line(BASE_LINE));
    let level = |y: f64| draw(&[(area.left, y), (area.right, y)]);
    match plot.chart.base {
        Base::Zero => level(plot.height(0.0)),
        Base::Broken => {
            let mut torn = vec![(area.left, area.bottom + TORN)];
            let mut tip = TEETH;
            while let Some((x, y)) = torn.last().copied().filter(|(x, _)| x + TOOTH <= area.right) {
                torn.push((x + TOOTH, y + tip));
                tip = -tip;
            }
            draw(&torn)?;
            level(area.bottom + BELOW)
        }
    }
}

/// The ticks that can be drawn.
fn ticks<'a>(plot: &Plot<'a>) -> impl Iterator<Item = (f64, &'a str)> {
    plot.chart.ticks.iter().filter_map(Mark::labelled)
}

/// Where the words of ticks end.
fn end(plot: &Plot) -> f64 {
    plot.layout.plot.left - 8.0
}
