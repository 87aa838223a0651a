//! How grades move from year to year.

use std::cmp::Ordering;

use crate::scale::{GradeIndex, Scale};

/// How a grade moved against the year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// To a better rung.
    Up,
    /// To a worse rung.
    Down,
    /// The same grade.
    Same,
    /// Evaluated for the first time.
    New,
    /// Between grades that the scale does not rank against each other.
    Other,
}

/// How a KPI's grade moved between two years; `None` where the later year has no grade.
#[must_use]
pub fn movement(scale: &Scale, before: Option<GradeIndex>, now: Option<GradeIndex>) -> Option<Movement> {
    let now = now?;
    let Some(before) = before else { return Some(Movement::New) };
    if before == now {
        return Some(Movement::Same);
    }
    let rank = |index| scale.grade(index).and_then(|grade| grade.rank);
    Some(match (rank(before), rank(now)) {
        (Some(before), Some(now)) => match now.cmp(&before) {
            Ordering::Less => Movement::Up,
            Ordering::Greater => Movement::Down,
            Ordering::Equal => Movement::Same,
        },
        _ => Movement::Other,
    })
}
