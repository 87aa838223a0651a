//! Target and actual by fiscal year: a bar a year for the actual, and for the target a level line across the year's column
//! with a marker. Neighbouring levels are joined by an upright step, never across a gap, so no line slants through a label.
//! Bars that count from the start of the plan touch, as stairs; one that says its parts is stacked of them; where the axis
//! does not begin with zero the actual is a point, as a bar would lie about its length.

use plotters::chart::ChartBuilder;
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::series::LineSeries;

use crate::axis::{self, Plot};
use crate::canvas::{Canvas, Drawn, Sheet, number};
use crate::hatch::{self, Area};
use crate::ink::Ink;
use crate::label::{self, Label, Says};
use crate::layers::layers;
use crate::layout::Layout;
use crate::sign::{LEVEL_LINE, MARKER, POINT, RIM, diamond};
use crate::spec::{Base, Mark, Period, Progress, Stage};
use crate::svg::grid;

/// Draws the chart.
pub(crate) fn sheet(chart: &Progress) -> Sheet {
    let layout = Layout::of(chart);
    Sheet::drawn(layout.width, layout.height, |canvas| draw(chart, &layout, canvas))
}

fn draw(chart: &Progress, layout: &Layout, canvas: &Canvas) -> Drawn {
    let area = canvas.root.margin(
        grid(layout.top),
        grid(layout.height - layout.bottom),
        grid(layout.left),
        grid(layout.width - layout.right),
    );
    let columns = number(chart.periods.len().max(1));
    let values = layout.range.0..layout.range.1;
    let mut plot = ChartBuilder::on(&area).build_cartesian_2d(0.0..columns, values)?;
    let columns = 0..chart.periods.len();
    let labels: Vec<Vec<Label>> =
        columns.map(|at| label::labels(chart, at, layout, |value| axis::height(&plot, value))).collect();
    let written = |says: &[Says]| labels.iter().try_for_each(|labels| label::write(labels, says, canvas));

    canvas.group("grid", || axis::grid_lines(chart, &plot))?;
    canvas.group("axis", || axis::axis(chart, layout, canvas, &plot))?;
    canvas.group("key", || layout.key.draw(canvas))?;
    canvas.group("actual", || {
        for ((at, period), labels) in chart.periods.iter().enumerate().zip(&labels) {
            actual(chart, period, Place { at, layout, canvas, plot: &plot }, labels)?;
        }
        written(&[Says::Actual, Says::Part])
    })?;
    canvas.group("target", || {
        for (steps, ink) in runs(&chart.periods) {
            plot.draw_series(LineSeries::new(steps, ink.line(LEVEL_LINE)))?;
        }
        markers(chart, canvas, &plot)?;
        written(&[Says::Target])
    })?;
    if chart.periods.iter().any(|period| period.earlier.is_some()) {
        canvas.group("earlier", || {
            earlier(chart, canvas, &plot)?;
            written(&[Says::Earlier])
        })?;
    }
    canvas.group("gap", || written(&[Says::Gap]))
}

/// Where a year is drawn.
#[derive(Clone, Copy)]
struct Place<'a, 'b> {
    at: usize,
    layout: &'a Layout,
    canvas: &'a Canvas,
    plot: &'a Plot<'b>,
}

/// The actual value of a year: a bar, whole or stacked, or a point.
fn actual(chart: &Progress, period: &Period, place: Place<'_, '_>, labels: &[Label]) -> Drawn {
    let Some((value, label)) = period.actual.drawable() else { return Ok(()) };
    let Place { at, layout, canvas, plot } = place;
    let middle = number(at) + 0.5;
    let half = layout.bar / layout.band / 2.0;
    let bar = |from: f64, to: f64, ink: Ink| {
        let corners = [(middle - half, from), (middle + half, to)];
        plot.plotting_area().draw(&Rectangle::new(corners, ink.fill()))
    };
    if chart.base == Base::Broken {
        canvas.title(&[&period.label, &chart.words.actual, label]);
        return plot.plotting_area().draw(&Circle::new((middle, value), POINT, Ink::ActualMark.fill()));
    }
    let Some(layers) = layers(chart, period) else {
        canvas.title(&[&period.label, &chart.words.actual, label]);
        return bar(0.0, value, Ink::Actual);
    };
    let free: Vec<Area> = labels.iter().map(Label::area).collect();
    for layer in layers {
        canvas.title(&[&period.label, &chart.words.actual, layer.name, layer.label]);
        bar(layer.from, layer.to, layer.ink)?;
        if let Some(pattern) = layer.pattern {
            let (left, right) = (layout.middle(at) - layout.bar / 2.0, layout.middle(at) + layout.bar / 2.0);
            let (top, bottom) = (axis::height(plot, layer.to), axis::height(plot, layer.from));
            hatch::draw(canvas, Area { left, top, right, bottom }, pattern, &free);
        }
    }
    Ok(())
}

fn markers(chart: &Progress, canvas: &Canvas, plot: &Plot) -> Drawn {
    for (at, period) in chart.periods.iter().enumerate() {
        if let Some((value, label)) = period.target.drawable() {
            let centre = (number(at) + 0.5, value);
            canvas.title(&[&period.label, &chart.words.target, label]);
            plot.plotting_area().draw(&Circle::new(centre, MARKER, marker(period).line(RIM)))?;
        }
    }
    Ok(())
}

/// The targets that have been revised: a dotted level and a hollow diamond.
fn earlier(chart: &Progress, canvas: &Canvas, plot: &Plot) -> Drawn {
    for (at, period) in chart.periods.iter().enumerate() {
        let Some(mark) = period.earlier.as_ref() else { continue };
        let Some(value) = Mark::drawable(mark) else { continue };
        let ends = [(number(at), value), (number(at + 1), value)];
        plot.plotting_area().draw(&PathElement::new(ends, Ink::Earlier.line(RIM)))?;
        let centre = plot.plotting_area().map_coordinate(&(number(at) + 0.5, value));
        canvas.title(&[&period.label, &chart.words.earlier, &mark.label]);
        canvas.root.draw(&Polygon::new(diamond(centre), Ink::EarlierMark.line(RIM)))?;
    }
    Ok(())
}

/// The target's line in pieces of one ink: a level a year, and the step that leads to it from the year before.
fn runs(periods: &[Period]) -> Vec<(Vec<(f64, f64)>, Ink)> {
    let mut runs: Vec<(Vec<(f64, f64)>, Ink)> = Vec::new();
    let mut before: Option<f64> = None;
    for (at, period) in periods.iter().enumerate() {
        let value = period.target.drawable().map(|(value, _)| value);
        if let Some(value) = value {
            let (start, end) = (number(at), number(at + 1));
            match (before, runs.last_mut()) {
                (Some(_), Some((steps, last))) if *last == ink(period) => {
                    steps.extend([(start, value), (end, value)]);
                }
                (Some(level), _) => {
                    runs.push((vec![(start, level), (start, value), (end, value)], ink(period)));
                }
                (None, _) => runs.push((vec![(start, value), (end, value)], ink(period))),
            }
        }
        before = value;
    }
    runs
}

fn marker(period: &Period) -> Ink {
    match period.stage {
        Stage::Past | Stage::Current => Ink::TargetMark,
        Stage::Later => Ink::LaterMark,
    }
}

fn ink(period: &Period) -> Ink {
    match period.stage {
        Stage::Past | Stage::Current => Ink::Target,
        Stage::Later => Ink::Later,
    }
}
