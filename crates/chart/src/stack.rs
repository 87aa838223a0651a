//! The geometry of moves: how high the parts of two stacks are, and where the band of a flow leaves one and enters the other.
//! All lengths are in units of the drawing; nothing is drawn here.

use crate::canvas::number;
use crate::part;
use crate::spec::{Flow, Moves};

/// Two stacks of the same KPIs, and the ways between them.
pub(crate) struct Stacks {
    /// The parts of the earlier year, and of the later one, top to bottom.
    pub(crate) parts: [Vec<Part>; 2],
    pub(crate) bands: Vec<Band>,
}

/// So many of one grade.
pub(crate) struct Part {
    /// By its place in the list of grades.
    pub(crate) grade: usize,
    pub(crate) count: usize,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

/// A flow as a band between the stacks.
pub(crate) struct Band {
    pub(crate) flow: Flow,
    /// Its upper and lower edge where it leaves the earlier stack, and where it enters the later one.
    pub(crate) ends: [(f64, f64); 2],
}

/// The grade of a flow in this stack, and in the other.
type Ends = fn(&Flow) -> (usize, usize);

/// A KPI is at most so high; a stack too, unless a little more lets all words stand in their parts.
const TALLEST: f64 = 22.0;
const STACK: f64 = 240.0;
const STRETCHED: f64 = 300.0;
/// Distance between two parts, and of all of them together at most.
const GAP: f64 = 4.0;
const GAPS: f64 = 48.0;
/// A band is drawn in pieces, the more the farther it rises or falls.
const PIECES: [(f64, u32); 4] = [(0.1, 1), (30.0, 6), (80.0, 9), (f64::MAX, 14)];

impl Stacks {
    /// Stacks the grades in their order, the first at `top`. What counts none, or names no grade, is left out.
    pub(crate) fn of(chart: &Moves, top: f64) -> Self {
        let grades = chart.grades.len();
        let there = |flow: &&Flow| flow.count > 0 && flow.from < grades && flow.to < grades;
        let flows: Vec<Flow> = chart.flows.iter().filter(there).copied().collect();
        let sides: [Ends; 2] = [|flow| (flow.from, flow.to), |flow| (flow.to, flow.from)];
        let unit = unit(&flows, sides);
        let mut bands: Vec<Band> =
            flows.iter().map(|flow| Band { flow: *flow, ends: [(top, top); 2] }).collect();
        let mut parts = [Vec::new(), Vec::new()];
        for (side, place) in sides.into_iter().enumerate() {
            // Bands leave a part in the order in which they arrive at the other side, so that they cross least.
            bands.sort_by_key(|band| place(&band.flow));
            let mut stack: Vec<Part> = Vec::new();
            let gap = GAP.min(GAPS / number(grades));
            for band in &mut bands {
                let grade = place(&band.flow).0;
                let height = number(band.flow.count) * unit;
                let start = match stack.last_mut() {
                    Some(part) if part.grade == grade => {
                        part.count = part.count.saturating_add(band.flow.count);
                        part.bottom += height;
                        part.bottom - height
                    }
                    last => {
                        let start = last.map_or(top, |part| part.bottom + gap);
                        stack.push(Part {
                            grade,
                            count: band.flow.count,
                            top: start,
                            bottom: start + height,
                        });
                        start
                    }
                };
                band.ends[side] = (start, start + height);
            }
            parts[side] = stack;
        }
        Self { parts, bands }
    }

    /// The lower end of the longer stack.
    pub(crate) fn bottom(&self) -> f64 {
        self.parts.iter().flatten().map(|part| part.bottom).fold(0.0, f64::max)
    }
}

impl Part {
    pub(crate) fn height(&self) -> f64 {
        self.bottom - self.top
    }
}

impl Band {
    /// Upper and lower edge, so far on the way: 0 where it leaves, 1 where it enters.
    pub(crate) fn at(&self, way: f64) -> (f64, f64) {
        let [from, to] = self.ends;
        let eased = way * way * (3.0 - 2.0 * way);
        (from.0 + (to.0 - from.0) * eased, from.1 + (to.1 - from.1) * eased)
    }

    /// The corners of the band between these two edges of the stacks.
    pub(crate) fn corners(&self, left: f64, right: f64) -> Vec<(f64, f64)> {
        let fall = (self.ends[0].0 - self.ends[1].0).abs();
        let pieces = PIECES.iter().find(|(most, _)| fall < *most).map_or(1, |(_, pieces)| *pieces);
        let ways = || (0..=pieces).map(|piece| f64::from(piece) / f64::from(pieces));
        let upper = ways().map(|way| (left + (right - left) * way, self.at(way).0));
        let lower = ways().rev().map(|way| (left + (right - left) * way, self.at(way).1));
        upper.chain(lower).collect()
    }
}

/// The height of one KPI: such that the lowest part can hold its words, if the stacks do not grow too long by that.
fn unit(flows: &[Flow], sides: [Ends; 2]) -> f64 {
    let total: f64 = flows.iter().map(|flow| number(flow.count)).sum();
    let of = |side: Ends, grade: usize| {
        flows.iter().filter(|flow| side(flow).0 == grade).map(|flow| number(flow.count)).sum::<f64>()
    };
    let parts = sides.into_iter().flat_map(|side| flows.iter().map(move |flow| of(side, side(flow).0)));
    let lowest = parts.fold(f64::MAX, f64::min);
    let unit = TALLEST.min(STACK / total.max(1.0));
    let legible = part::LEAST / lowest;
    if unit < legible && total * legible <= STRETCHED { legible } else { unit }
}
