//! A box of the drawing, in units from its corner. Knows neither what is in it nor how it is drawn.

/// A box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Area {
    /// A box that hangs from the middle of its upper edge, as a label does.
    pub(crate) fn hanging((middle, top): (f64, f64), width: f64, height: f64) -> Self {
        Self { left: middle - width / 2.0, top, right: middle + width / 2.0, bottom: top + height }
    }

    pub(crate) fn width(self) -> f64 {
        self.right - self.left
    }

    pub(crate) fn height(self) -> f64 {
        self.bottom - self.top
    }

    pub(crate) fn middle(self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    /// The corners, one after the other.
    pub(crate) fn corners(self) -> [(f64, f64); 4] {
        let Self { left, top, right, bottom } = self;
        [(left, top), (right, top), (right, bottom), (left, bottom)]
    }

    /// The box with its edges moved outwards.
    pub(crate) fn grown(self, by: f64) -> Self {
        let Self { left, top, right, bottom } = self;
        Self { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
    }
}
