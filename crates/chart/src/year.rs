//! What of a fiscal year can be drawn, found out once: its numbers, and the layers that its bar is stacked of.

use crate::hatch::Pattern;
use crate::ink::Ink;
use crate::spec::{Base, Mark, Period, Point, Progress};

/// A fiscal year of a progress chart. Values have their labels.
#[derive(Debug, Clone)]
pub(crate) struct Year<'a> {
    /// The number of its column, from the left.
    pub(crate) at: usize,
    pub(crate) period: &'a Period,
    pub(crate) actual: Option<(f64, &'a str)>,
    pub(crate) target: Option<(f64, &'a str)>,
    pub(crate) earlier: Option<(f64, &'a str)>,
    /// From the bottom up; none where the bar is whole, or there is no bar.
    pub(crate) layers: Vec<Layer<'a>>,
}

/// A part of a bar.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layer<'a> {
    /// Where it begins and ends, in the unit of the axis.
    pub(crate) from: f64,
    pub(crate) to: f64,
    pub(crate) name: &'a str,
    pub(crate) label: &'a str,
    pub(crate) ink: Ink,
    pub(crate) pattern: Option<Pattern>,
}

/// How the parts look, from the bottom up.
pub(crate) const LOOKS: [(Ink, Option<Pattern>); 5] = [
    (Ink::Part1, None),
    (Ink::Part2, Some(Pattern::Slash)),
    (Ink::Part3, Some(Pattern::Level)),
    (Ink::Part4, Some(Pattern::Back)),
    (Ink::Part5, Some(Pattern::Upright)),
];

impl<'a> Year<'a> {
    /// The years of a chart.
    pub(crate) fn all(chart: &'a Progress) -> Vec<Self> {
        let year = |(at, period): (usize, &'a Period)| Self {
            at,
            period,
            actual: period.actual.drawable(),
            target: period.target.drawable(),
            earlier: period.earlier.as_ref().and_then(Mark::labelled),
            layers: layers(chart, period).unwrap_or_default(),
        };
        chart.periods.iter().enumerate().map(year).collect()
    }

    /// The actual and the target, or why they are missing.
    pub(crate) fn points(&self) -> [&'a Point; 2] {
        [&self.period.actual, &self.period.target]
    }
}

/// The parts of a bar, if it can be stacked: all are there, none is negative, and together they are the whole.
fn layers<'a>(chart: &'a Progress, period: &'a Period) -> Option<Vec<Layer<'a>>> {
    let (whole, _) = period.actual.drawable().filter(|_| chart.base == Base::Zero)?;
    if chart.parts.len() > LOOKS.len() || chart.parts.len() != period.parts.len() {
        return None;
    }
    let mut from = 0.0;
    let mut layers = Vec::new();
    for ((name, mark), (ink, pattern)) in chart.parts.iter().zip(&period.parts).zip(LOOKS) {
        let value = mark.drawable().filter(|value| *value >= 0.0)?;
        layers.push(Layer { from, to: from + value, name, label: &mark.label, ink, pattern });
        from += value;
    }
    ((from - whole).abs() <= 1e-9 * whole.abs()).then_some(layers)
}
