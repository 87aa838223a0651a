//! The signs of a progress chart, as it draws them and as its key shows them. Lengths are in pixels of the grid.

use crate::svg::grid;

/// Radius of a target's marker; of a point, on which the marker leaves a ring; half the width of a diamond.
pub(crate) const MARKER: u32 = 50;
pub(crate) const POINT: u32 = 75;
const DIAMOND: i32 = 60;

/// Widths of lines: a target's, the rim of its marker.
pub(crate) const LEVEL_LINE: u32 = 25;
pub(crate) const RIM: u32 = 18;

/// The corners of a diamond about a place.
pub(crate) fn diamond((x, y): (i32, i32)) -> [(i32, i32); 4] {
    [(x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y)]
}

/// A place in units on the grid.
pub(crate) fn on_grid((x, y): (f64, f64)) -> (i32, i32) {
    (grid(x), grid(y))
}
