//! The scale of attainments: where a value lies between two ends, and whether it lies beyond them.

use std::cmp::Ordering;

use crate::spec::{Attainment, Mark};

/// Where values lie, in units from the left.
pub(crate) struct Scale {
    /// The lowest and the highest value, and their places.
    values: (f64, f64),
    pub(crate) ends: (f64, f64),
    /// The place of the goal.
    pub(crate) goal: Option<f64>,
}

impl Scale {
    /// Reaches over all ticks and the goal, from one place to another.
    pub(crate) fn of(chart: &Attainment, ends: (f64, f64)) -> Self {
        let goal = chart.goal.drawable();
        let values = || chart.ticks.iter().filter_map(Mark::drawable).chain(goal);
        let low = values().reduce(f64::min).unwrap_or(0.0);
        let high = values().reduce(f64::max).unwrap_or(low);
        let scale = Self { values: (low, high), ends, goal: None };
        Self { goal: goal.map(|goal| scale.place(goal)), ..scale }
    }

    /// Where a value lies; what is beyond the scale lies at its end.
    pub(crate) fn place(&self, value: f64) -> f64 {
        let ((low, high), (start, end)) = (self.values, self.ends);
        match self.side(value) {
            Ordering::Less => start,
            Ordering::Greater => end,
            Ordering::Equal if low < high => start + (value - low) / (high - low) * (end - start),
            Ordering::Equal => f64::midpoint(start, end),
        }
    }

    /// On which side a value lies beyond the scale; equal, where the scale has it.
    pub(crate) fn side(&self, value: f64) -> Ordering {
        match self.values {
            (low, _) if value < low => Ordering::Less,
            (_, high) if value > high => Ordering::Greater,
            _ => Ordering::Equal,
        }
    }
}
