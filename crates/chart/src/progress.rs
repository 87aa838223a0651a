//! Target and actual by fiscal year: a bar a year for the actual, and for the target a level line across the year's column
//! with a marker. Neighbouring levels are joined by an upright step, never across a gap, so no line slants through a label.
//! Bars that count from the start of the plan touch, as stairs; one that says its parts is stacked of them; where the axis
//! does not begin with zero the actual is a point, as a bar would lie about its length.

use plotters::element::{Circle, PathElement, Rectangle};
use plotters::series::LineSeries;

use crate::area::Area;
use crate::axis;
use crate::canvas::{Drawn, Sheet, number};
use crate::hatch;
use crate::ink::Ink;
use crate::label::{self, Label, Says};
use crate::layout::Layout;
use crate::plot::Plot;
use crate::sign::{DIAMOND, LEVEL_LINE, MARKER, POINT, RIM, diamond};
use crate::spec::{Base, Progress, Stage};
use crate::svg::GRID;
use crate::year::Year;

/// Draws the chart.
pub(crate) fn sheet(chart: &Progress) -> Sheet {
    let years = Year::all(chart);
    let layout = Layout::of(chart, &years);
    Sheet::drawn(layout.width, layout.height, |canvas| draw(&Plot::on(canvas, chart, &layout)?, &years))
}

fn draw(plot: &Plot, years: &[Year]) -> Drawn {
    let canvas = plot.canvas;
    let labels: Vec<Vec<Label>> = years.iter().map(|year| label::labels(plot, year)).collect();
    let written = |says: &[Says]| labels.iter().try_for_each(|labels| label::write(labels, says, canvas));

    canvas.group("grid", || axis::grid_lines(plot))?;
    canvas.group("axis", || axis::axis(plot))?;
    canvas.group("key", || plot.layout.key.draw(canvas))?;
    canvas.group("actual", || {
        years.iter().zip(&labels).try_for_each(|(year, labels)| actual(plot, year, labels))?;
        written(&[Says::Actual, Says::Part])
    })?;
    canvas.group("target", || {
        for (steps, ink) in runs(years) {
            LineSeries::new(steps, ink.line(LEVEL_LINE)).try_for_each(|line| plot.area.draw(&line))?;
        }
        years.iter().try_for_each(|year| target(plot, year))?;
        written(&[Says::Target])
    })?;
    if years.iter().any(|year| year.earlier.is_some()) {
        canvas.group("earlier", || {
            years.iter().try_for_each(|year| earlier(plot, year))?;
            written(&[Says::Earlier])
        })?;
    }
    canvas.group("gap", || written(&[Says::Gap]))
}

/// The actual value of a year: a bar, whole or stacked, or a point.
fn actual(plot: &Plot, year: &Year, labels: &[Label]) -> Drawn {
    let Some((value, label)) = year.actual else { return Ok(()) };
    let Plot { chart, layout, canvas, area } = plot;
    let middle = number(year.at) + 0.5;
    let half = layout.bar / layout.band / 2.0;
    let bar = |from: f64, to: f64, ink: Ink| {
        area.draw(&Rectangle::new([(middle - half, from), (middle + half, to)], ink.fill()))
    };
    if year.layers.is_empty() {
        canvas.title(&[&year.period.label, &chart.words.actual, label]);
        return match chart.base {
            Base::Zero => bar(0.0, value, Ink::Actual),
            Base::Broken => area.draw(&Circle::new((middle, value), POINT, Ink::ActualMark.fill())),
        };
    }
    let free: Vec<Area> = labels.iter().map(Label::area).collect();
    for layer in &year.layers {
        canvas.title(&[&year.period.label, &chart.words.actual, layer.name, layer.label]);
        bar(layer.from, layer.to, layer.ink)?;
        if let Some(pattern) = layer.pattern {
            let (top, bottom) = (plot.height(layer.to), plot.height(layer.from));
            let part = Area::hanging((layout.middle(year.at), top), layout.bar, bottom - top);
            hatch::draw(canvas, part, pattern, &free);
        }
    }
    Ok(())
}

/// The marker of a target.
fn target(plot: &Plot, year: &Year) -> Drawn {
    let Some((value, label)) = year.target else { return Ok(()) };
    let (_, ink) = inks(year);
    plot.canvas.title(&[&year.period.label, &plot.chart.words.target, label]);
    plot.area.draw(&Circle::new((number(year.at) + 0.5, value), MARKER, ink.line(RIM)))
}

/// A target that has been revised: a dotted level and a hollow diamond.
fn earlier(plot: &Plot, year: &Year) -> Drawn {
    let Some((value, label)) = year.earlier else { return Ok(()) };
    let ends = [(number(year.at), value), (number(year.at + 1), value)];
    plot.area.draw(&PathElement::new(ends, Ink::Earlier.line(RIM)))?;
    let (x, y) = plot.area.map_coordinate(&(number(year.at) + 0.5, value));
    let centre = (f64::from(x) / GRID, f64::from(y) / GRID);
    plot.canvas.title(&[&year.period.label, &plot.chart.words.earlier, label]);
    plot.canvas.polygon(&diamond(centre, DIAMOND), Ink::EarlierMark)
}

/// The target's line in pieces of one ink: a level a year, and the step that leads to it from the year before.
fn runs(years: &[Year]) -> Vec<(Vec<(f64, f64)>, Ink)> {
    let mut runs: Vec<(Vec<(f64, f64)>, Ink)> = Vec::new();
    let mut before: Option<f64> = None;
    for year in years {
        let value = year.target.map(|(value, _)| value);
        if let Some(value) = value {
            let level = [(number(year.at), value), (number(year.at + 1), value)];
            let (ink, _) = inks(year);
            match (before, runs.last_mut()) {
                (Some(_), Some((steps, last))) if *last == ink => steps.extend(level),
                (before, _) => {
                    let step = before.map(|before| (number(year.at), before));
                    runs.push((step.into_iter().chain(level).collect(), ink));
                }
            }
        }
        before = value;
    }
    runs
}

/// The inks of a target's line and of its marker.
fn inks(year: &Year) -> (Ink, Ink) {
    match year.period.stage {
        Stage::Past | Stage::Current => (Ink::Target, Ink::TargetMark),
        Stage::Later => (Ink::Later, Ink::LaterMark),
    }
}
