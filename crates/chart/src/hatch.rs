//! Hatching: what tells one part from its neighbour without colour. Plain lines in one element, for a `<pattern>` needs an id
//! that is unique on the page, and office programs do not follow it.
//!
//! The lines lie on a raster that begins at the corner of the drawing, so that neighbours hatched alike go on in each other.

use crate::area::Area;
use crate::canvas::Canvas;
use crate::ink::Ink;

/// Which way the lines run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// As `/`.
    Slash,
    /// As `\`.
    Back,
    /// From left to right.
    Level,
    /// From top to bottom.
    Upright,
}

/// Hatches an area, except where labels stand in it.
pub(crate) fn draw(canvas: &Canvas, area: Area, pattern: Pattern, free: &[Area]) {
    let area = area.grown(-INSET);
    if area.left < area.right && area.top < area.bottom {
        canvas.lines(&pieces(&area.corners(), pattern, free), Ink::Hatch, STROKE);
    }
}

/// Hatches a band of a flow within these corners, except where labels stand in it.
pub(crate) fn band(canvas: &Canvas, corners: &[(f64, f64)], free: &[Area]) {
    canvas.lines(&pieces(corners, Pattern::Slash, free), Ink::FlowHatch, STROKE);
}

/// Distance between two lines, along an edge that they cross: 7 units apart, whichever way they run.
const LEVEL_STEP: f64 = 7.0;
const SLANT_STEP: f64 = 10.0;
/// An area has no fewer lines and no more, as far as it can: the raster is made finer or coarser by halves.
const FEWEST: u32 = 2;
const MOST: u32 = 60;
const FINEST: f64 = 3.0;
/// Width of a line, in pixels of the grid.
const STROKE: u32 = 15;
/// Distance from the edge of the area and from a label, and the shortest line, in units.
const INSET: f64 = 1.0;
const MARGIN: f64 = 3.0;
const SHORTEST: f64 = 1.5;

/// The ends of the lines.
fn pieces(corners: &[(f64, f64)], pattern: Pattern, free: &[Area]) -> Vec<[(f64, f64); 2]> {
    let mut pieces = Vec::new();
    for at in raster(pattern, corners) {
        let mut runs = pattern.runs(at, corners);
        for taken in free.iter().flat_map(|label| pattern.runs(at, &label.grown(MARGIN).corners())) {
            let parted =
                runs.iter().flat_map(|run| [(run.0, run.1.min(taken.0)), (run.0.max(taken.1), run.1)]);
            runs = parted.collect();
        }
        runs.retain(|(start, end)| end - start >= SHORTEST);
        pieces.extend(runs.iter().map(|(start, end)| [pattern.point(at, *start), pattern.point(at, *end)]));
    }
    pieces
}

/// Which lines cross an area, each by its distance from the first line of the drawing.
fn raster(pattern: Pattern, corners: &[(f64, f64)]) -> Vec<f64> {
    let places = || corners.iter().map(|corner| pattern.place(*corner).0);
    let (from, to) = (places().fold(f64::MAX, f64::min), places().fold(f64::MIN, f64::max));
    let lines = |step: f64| (to / step).floor() - (from / step).ceil() + 1.0;
    let mut step = match pattern {
        Pattern::Slash | Pattern::Back => SLANT_STEP,
        Pattern::Level | Pattern::Upright => LEVEL_STEP,
    };
    while lines(step) < f64::from(FEWEST) && step > FINEST {
        step /= 2.0;
    }
    while lines(step) > f64::from(MOST) {
        step *= 2.0;
    }
    let first = (from / step).ceil();
    (0..MOST).map(|at| (first + f64::from(at)) * step).take_while(|at| *at <= to).collect()
}

impl Pattern {
    /// On which line a point lies, and how far along it.
    fn place(self, (x, y): (f64, f64)) -> (f64, f64) {
        match self {
            Self::Slash => (x + y, x),
            Self::Back => (x - y, x),
            Self::Level => (y, x),
            Self::Upright => (x, y),
        }
    }

    /// The point on this line, so far along it.
    fn point(self, at: f64, along: f64) -> (f64, f64) {
        match self {
            Self::Slash => (along, at - along),
            Self::Back => (along, along - at),
            Self::Level => (along, at),
            Self::Upright => (at, along),
        }
    }

    /// From where to where this line runs within these corners: from its first crossing with an edge to the second, and so on.
    fn runs(self, at: f64, corners: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let next = corners.iter().cycle().skip(1);
        let edges = corners.iter().zip(next).map(|(one, other)| (self.place(*one), self.place(*other)));
        let crossed = edges.filter(|(one, other)| (one.0 <= at) != (other.0 <= at));
        let mut crossings: Vec<f64> = crossed
            .map(|(one, other)| one.1 + (other.1 - one.1) * ((at - one.0) / (other.0 - one.0)))
            .collect();
        crossings.sort_by(f64::total_cmp);
        crossings.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{LEVEL_STEP, MARGIN, MOST, Pattern, SHORTEST, SLANT_STEP, draw, pieces};
    use crate::area::Area;
    use crate::canvas::Sheet;

    const PATTERNS: [Pattern; 4] = [Pattern::Slash, Pattern::Back, Pattern::Level, Pattern::Upright];

    fn area(left: f64, top: f64, right: f64, bottom: f64) -> Area {
        Area { left, top, right, bottom }
    }

    /// What is drawn on a sheet of 360 × 100.
    fn drawn(area: Area, pattern: Pattern, free: &[Area]) -> String {
        let drawn = Sheet::drawn(360.0, 100.0, |canvas| {
            draw(canvas, area, pattern, free);
            Ok(())
        });
        drawn.body
    }

    #[test]
    fn lines_lie_on_one_raster_in_one_element() {
        assert_eq!(
            drawn(area(0.0, 0.0, 24.0, 24.0), Pattern::Level, &[]),
            "<path class=\"ink-hatch\" d=\"M1 7H23M1 14H23M1 21H23\" fill=\"none\" stroke-width=\"1.5\"/>"
        );
        assert!(
            drawn(area(0.0, 0.0, 24.0, 24.0), Pattern::Upright, &[])
                .contains("d=\"M7 1V23M14 1V23M21 1V23\"")
        );
        assert!(drawn(area(0.0, 0.0, 11.0, 11.0), Pattern::Slash, &[]).contains("d=\"M1 9L9 1\""));
        assert!(
            drawn(area(0.0, 0.0, 11.0, 11.0), Pattern::Back, &[])
                .contains("\"M1 6L5 10M1 1L10 10M6 1L10 5\"")
        );
    }

    #[test]
    fn lines_stay_in_their_area_and_out_of_labels() {
        let (area, label) = (area(33.0, 12.0, 120.0, 70.0), area(60.0, 30.0, 90.0, 47.6));
        for pattern in PATTERNS {
            let pieces = pieces(&area.corners(), pattern, &[label]);
            assert!(pieces.len() >= 8, "{pattern:?}");
            let length = |ends: &[(f64, f64); 2]| f64::max(ends[1].0 - ends[0].0, ends[1].1 - ends[0].1);
            assert!(pieces.iter().all(|ends| length(ends) >= SHORTEST), "{pattern:?} {pieces:?}");
            for step in (0..=20).map(|step| f64::from(step) / 20.0) {
                for [from, to] in &pieces {
                    let (x, y) = (from.0 + (to.0 - from.0) * step, from.1 + (to.1 - from.1) * step);
                    assert!(x >= area.left && x <= area.right && y >= area.top && y <= area.bottom);
                    let margin = label.grown(MARGIN - 0.001);
                    assert!(
                        x < margin.left || x > margin.right || y < margin.top || y > margin.bottom,
                        "{pattern:?} {x} {y}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_small_area_is_hatched_and_a_great_one_not_without_end() {
        for pattern in PATTERNS {
            for left in [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0] {
                let small = area(left, left, left + 9.0, left + 9.0);
                assert!(!drawn(small, pattern, &[]).is_empty(), "{pattern:?} {left}");
            }
            let usual = match pattern {
                Pattern::Slash | Pattern::Back => SLANT_STEP,
                Pattern::Level | Pattern::Upright => LEVEL_STEP,
            };
            let most = area(0.0, 0.0, 59.5 * LEVEL_STEP, 59.5 * LEVEL_STEP).corners();
            assert!(usual > LEVEL_STEP || pieces(&most, pattern, &[]).len() == 60, "{pattern:?}");
            for side in [500.0, 1e4, 1e7] {
                let great = area(0.0, 0.0, side, side).corners();
                let pieces = pieces(&great, pattern, &[]);
                assert!(pieces.len() <= MOST as usize);
                let steps = pieces.iter().map(|ends| pattern.place(ends[0]).0 / usual);
                assert!(
                    steps.into_iter().all(|step| (step - step.round()).abs() < 1e-6),
                    "on the usual raster"
                );
                let end = great.map(|corner| pattern.place(corner).0).into_iter().fold(0.0, f64::max);
                let last = pieces.last().map(|ends| pattern.place(ends[0]).0);
                assert!(last.is_some_and(|last| last > 0.9 * end), "{pattern:?} ends at {last:?} of {end}");
            }
        }
    }

    #[test]
    fn what_is_no_area_is_not_hatched() {
        for pattern in PATTERNS {
            for (right, bottom) in [(5.0, 9.0), (9.0, 5.0), (7.0, 90.0), (90.0, 7.0), (f64::NAN, 90.0)] {
                assert!(drawn(area(5.0, 5.0, right, bottom), pattern, &[]).is_empty(), "{right} {bottom}");
            }
        }
    }
}
