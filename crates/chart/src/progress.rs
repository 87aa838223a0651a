//! Target and actual by fiscal year: a bar a year for the actual, and for the target a level line across the year's column
//! with a marker. Neighbouring levels are joined by an upright step, never across a gap, so no line slants through a label.

use plotters::chart::ChartBuilder;
use plotters::element::{Circle, Rectangle};
use plotters::series::LineSeries;

use crate::axis::{self, LEVEL_LINE, MARKER, Plot, RIM};
use crate::draw::{Canvas, Drawn, Sheet, number};
use crate::ink::Ink;
use crate::label::{self, Says};
use crate::layout::Layout;
use crate::spec::{Period, Progress, Stage};
use crate::svg::grid;

/// Draws the chart.
pub(crate) fn sheet(chart: &Progress) -> Sheet {
    let layout = Layout::of(chart);
    let canvas = Canvas::new(layout.width, layout.height);
    // An error ends the drawing where it is; what stands so far is whole.
    let _ = draw(chart, &layout, &canvas);
    canvas.sheet()
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
    let labels = label::labels(chart, layout, |value| axis::height(&plot, value));

    canvas.group("grid", || axis::grid_lines(chart, &plot))?;
    canvas.group("axis", || axis::axis(chart, layout, canvas, &plot))?;
    canvas.group("key", || axis::key(chart, layout, canvas))?;
    canvas.group("actual", || {
        bars(chart, layout, canvas, &plot)?;
        label::write(&labels, Says::Actual, canvas)
    })?;
    canvas.group("target", || {
        for (steps, ink) in runs(&chart.periods) {
            plot.draw_series(LineSeries::new(steps, ink.line(LEVEL_LINE)))?;
        }
        markers(chart, canvas, &plot)?;
        label::write(&labels, Says::Target, canvas)
    })?;
    canvas.group("gap", || label::write(&labels, Says::Gap, canvas))
}

fn bars(chart: &Progress, layout: &Layout, canvas: &Canvas, plot: &Plot) -> Drawn {
    let half = layout.bar / layout.band / 2.0;
    for (at, period) in chart.periods.iter().enumerate() {
        if let Some((value, label)) = period.actual.drawable() {
            let middle = number(at) + 0.5;
            let corners = [(middle - half, 0.0), (middle + half, value)];
            canvas.title(&[&period.label, &chart.words.actual, label]);
            plot.plotting_area().draw(&Rectangle::new(corners, Ink::Actual.fill()))?;
        }
    }
    Ok(())
}

fn markers(chart: &Progress, canvas: &Canvas, plot: &Plot) -> Drawn {
    for (at, period) in chart.periods.iter().enumerate() {
        if let Some((value, label)) = period.target.drawable() {
            let center = (number(at) + 0.5, value);
            canvas.title(&[&period.label, &chart.words.target, label]);
            plot.plotting_area().draw(&Circle::new(center, MARKER, marker(period).line(RIM)))?;
        }
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
