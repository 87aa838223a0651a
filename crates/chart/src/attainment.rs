//! How far each of many targets was attained: a row each.

use crate::draw::{Canvas, Sheet};
use crate::spec::Attainment;

/// Draws the chart.
pub(crate) fn sheet(_chart: &Attainment) -> Sheet {
    Canvas::new(360.0, 10.0).sheet()
}
