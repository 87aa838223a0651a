//! The geometry of moves: how high the parts of two stacks are, and where the band of a flow leaves one and enters the other.
//! All lengths are in units of the drawing; nothing is drawn here.

use crate::canvas::number;
use crate::part;
use crate::spec::{Flow, Grade, Moves};

/// Two stacks of the same KPIs, and the ways between them.
pub(crate) struct Stacks<'a> {
    /// The parts of the earlier year, and of the later one, top to bottom.
    pub(crate) parts: [Vec<Part<'a>>; 2],
    pub(crate) bands: Vec<Band<'a>>,
}

/// So many of one grade.
pub(crate) struct Part<'a> {
    pub(crate) grade: &'a Grade,
    pub(crate) count: usize,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    /// The place of the grade in the list of grades.
    at: usize,
}

/// A flow as a band between the stacks.
pub(crate) struct Band<'a> {
    pub(crate) flow: Flow,
    /// The earlier grade and the later one.
    pub(crate) grades: [&'a Grade; 2],
    /// Its upper and lower edge where it leaves the earlier stack, and where it enters the later one.
    pub(crate) ends: [(f64, f64); 2],
}

/// A KPI is at most so high; a stack too, unless a little more lets all words stand in their parts.
const TALLEST: f64 = 22.0;
const STACK: f64 = 240.0;
const STRETCHED: f64 = 300.0;
/// Distance between two parts, and of all of them together at most.
const GAP: f64 = 4.0;
const GAPS: f64 = 48.0;
/// A band is drawn in pieces, the more the farther it rises or falls.
const PIECES: [(f64, u32); 4] = [(0.1, 1), (30.0, 6), (80.0, 9), (f64::MAX, 14)];

impl<'a> Stacks<'a> {
    /// Stacks the grades in their order, the first at `top`. What counts none, or names no grade, is left out.
    pub(crate) fn of(chart: &'a Moves, top: f64) -> Self {
        let band = |flow: &Flow| {
            let grades = [chart.grades.get(flow.from)?, chart.grades.get(flow.to)?];
            (flow.count > 0).then_some(Band { flow: *flow, grades, ends: [(top, top); 2] })
        };
        let mut bands: Vec<Band> = chart.flows.iter().filter_map(band).collect();
        let unit = unit(&bands);
        let gap = GAP.min(GAPS / number(chart.grades.len()));
        let parts = [0, 1].map(|side| {
            // Bands leave a part in the order in which they arrive at the other side, so that they cross least.
            bands.sort_by_key(|band| (band.place(side), band.place(1 - side)));
            let mut stack: Vec<Part> = Vec::new();
            for band in &mut bands {
                let (at, grade) = (band.place(side), band.grades[side]);
                let start = match stack.last() {
                    Some(part) if part.at == at => part.bottom,
                    last => {
                        let top = last.map_or(top, |part| part.bottom + gap);
                        stack.push(Part { grade, count: 0, top, bottom: top, at });
                        top
                    }
                };
                band.ends[side] = (start, start + number(band.flow.count) * unit);
                if let Some(part) = stack.last_mut() {
                    part.count = part.count.saturating_add(band.flow.count);
                    part.bottom = band.ends[side].1;
                }
            }
            stack
        });
        Self { parts, bands }
    }

    /// The lower end of the longer stack.
    pub(crate) fn bottom(&self) -> f64 {
        self.parts.iter().flatten().map(|part| part.bottom).fold(0.0, f64::max)
    }
}

impl Part<'_> {
    pub(crate) fn height(&self) -> f64 {
        self.bottom - self.top
    }
}

impl Band<'_> {
    /// The place of its grade in this stack in the list of grades.
    fn place(&self, side: usize) -> usize {
        [self.flow.from, self.flow.to][side]
    }

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
fn unit(bands: &[Band]) -> f64 {
    let sum = |bands: &mut dyn Iterator<Item = &Band>| bands.map(|band| number(band.flow.count)).sum::<f64>();
    let total = sum(&mut bands.iter());
    let parts = [0, 1].into_iter().flat_map(|side| {
        bands.iter().map(move |one| sum(&mut bands.iter().filter(|band| band.place(side) == one.place(side))))
    });
    let lowest = parts.fold(f64::MAX, f64::min);
    let unit = TALLEST.min(STACK / total.max(1.0));
    let legible = part::LEAST / lowest;
    if unit < legible && total * legible <= STRETCHED { legible } else { unit }
}
