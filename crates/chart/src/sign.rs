//! The signs of values, as charts draw them and as a key shows them.

/// Radius of a target's marker, and of a point, on which the marker leaves a ring, in pixels of the grid.
pub(crate) const MARKER: u32 = 50;
pub(crate) const POINT: u32 = 75;

/// Widths of lines in pixels of the grid: a target's, the rim of its marker.
pub(crate) const LEVEL_LINE: u32 = 25;
pub(crate) const RIM: u32 = 18;

/// Half the width of the diamond of an earlier target, in units.
pub(crate) const DIAMOND: f64 = 6.0;

/// The corners of a diamond about a place, half its width given.
pub(crate) fn diamond((x, y): (f64, f64), half: f64) -> [(f64, f64); 4] {
    [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
}
