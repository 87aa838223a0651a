//! The parts that a bar is stacked of: which bars can be, and how each part is told from the others.

use crate::hatch::Pattern;
use crate::ink::Ink;
use crate::spec::{Period, Progress};

/// One part of a bar.
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

/// The parts of a year's bar from the bottom up, if it can be stacked: all are there, none is negative, and together
/// they are the whole.
pub(crate) fn layers<'a>(chart: &'a Progress, period: &'a Period) -> Option<Vec<Layer<'a>>> {
    let (whole, _) = period.actual.drawable()?;
    if chart.parts.is_empty() || chart.parts.len() > LOOKS.len() || chart.parts.len() != period.parts.len() {
        return None;
    }
    let mut from = 0.0;
    let mut layers = Vec::with_capacity(chart.parts.len());
    for ((name, mark), (ink, pattern)) in chart.parts.iter().zip(&period.parts).zip(LOOKS) {
        let value = mark.drawable().filter(|value| *value >= 0.0)?;
        layers.push(Layer { from, to: from + value, name, label: &mark.label, ink, pattern });
        from += value;
    }
    ((from - whole).abs() <= 1e-9 * whole.abs()).then_some(layers)
}

/// How the parts look, from the bottom up.
pub(crate) const LOOKS: [(Ink, Option<Pattern>); 5] = [
    (Ink::Part1, None),
    (Ink::Part2, Some(Pattern::Slash)),
    (Ink::Part3, Some(Pattern::Level)),
    (Ink::Part4, Some(Pattern::Back)),
    (Ink::Part5, Some(Pattern::Upright)),
];
