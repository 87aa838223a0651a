//! How grades moved from one year to the next: two stacks of the same KPIs, best first, and between them a band for each way
//! from a grade to a grade. A band is as high as its count. What moved carries its count, and what fell is hatched, so that
//! both are seen without colour.

use plotters::element::Polygon;
use plotters::style::text_anchor::HPos;

use crate::canvas::{Canvas, Drawn, Face, Sheet, WIDTH, number};
use crate::hatch::{self, Area, Pattern};
use crate::ink::Ink;
use crate::part::{self, LABEL};
use crate::spec::{Moves, Trend};
use crate::stack::{Band, Part, Stacks};
use crate::svg::{SIZE, grid};
use crate::width;

/// Draws the chart.
pub(crate) fn sheet(chart: &Moves) -> Sheet {
    let names = [&chart.before, &chart.after].map(|name| width::wrap(name, SIZE, NAME, LINES));
    let top = number(names[0].len().max(names[1].len())) * LABEL + AFTER;
    let stacks = Stacks::of(chart, top);
    let layout = Layout::of(chart, &stacks, top);
    Sheet::drawn(layout.width, layout.bottom + EDGE, |canvas| draw(chart, &names, &stacks, &layout, canvas))
}

/// Sizes in units: the edge of the drawing, the name of a year, the distance to what it names.
const EDGE: f64 = 2.0;
const NAME: f64 = 172.0;
const LINES: usize = 2;
const AFTER: f64 = 4.0;
/// A stack is at least as wide as the first, words upon or beside it at most as the second.
const STACK: f64 = 56.0;
const WIDEST: f64 = 200.0;
/// The bands are no shorter than this; the drawing widens rather.
const SHORTEST: f64 = 120.0;
/// Distance of words from their part, from the edges of their band, and from each other.
const SPACE: f64 = 6.0;
/// Where on its way a band may carry its count, the best place first.
const PLACES: [f64; 9] = [0.5, 0.35, 0.65, 0.25, 0.75, 0.15, 0.85, 0.08, 0.92];

fn draw(chart: &Moves, names: &[Vec<String>; 2], stacks: &Stacks, layout: &Layout, canvas: &Canvas) -> Drawn {
    let labels = labels(stacks, layout);
    let mut bands: Vec<&Band> = stacks.bands.iter().collect();
    // What moved lies upon what stayed, and the small upon the great.
    bands.sort_by_key(|band| (band.flow.from != band.flow.to, std::cmp::Reverse(band.flow.count)));
    canvas.group("flow", || {
        bands.iter().try_for_each(|band| draw_band(chart, band, layout, &labels, canvas))?;
        labels.iter().try_for_each(|label| {
            let middle = f64::midpoint(label.area.left, label.area.right);
            canvas.text(&label.words, part::beside(), middle, label.area.top)
        })
    })?;
    let years = [(&chart.before, HPos::Left, EDGE), (&chart.after, HPos::Right, layout.width - EDGE)];
    for (side, (year, hold, edge)) in years.into_iter().enumerate() {
        canvas.group("row", || {
            let face = Face { hold, ..Face::new(Ink::Text) };
            for (at, line) in names[side].iter().enumerate() {
                canvas.text(line, face, edge, number(at) * LABEL)?;
            }
            let (left, right) = layout.stacks[side];
            for part in &stacks.parts[side] {
                let Some(grade) = chart.grades.get(part.grade) else { continue };
                canvas.title(&[year, part::name(grade), &part.count.to_string()]);
                let area = Area { left, top: part.top, right, bottom: part.bottom };
                part::draw(canvas, area, grade.tone, &part::words(grade, part.count))?;
            }
            for (words, middle) in &layout.outside[side] {
                canvas.text(words, Face { hold, ..part::beside() }, edge, middle - LABEL / 2.0)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn draw_band(chart: &Moves, band: &Band, layout: &Layout, labels: &[Label], canvas: &Canvas) -> Drawn {
    let [Some(from), Some(to)] = [band.flow.from, band.flow.to].map(|grade| chart.grades.get(grade)) else {
        return Ok(());
    };
    let ink = match band.flow.trend {
        Trend::Up => Ink::FlowUp,
        Trend::Down => Ink::FlowDown,
        Trend::Level => Ink::FlowLevel,
    };
    let corners = band.corners(layout.stacks[0].1, layout.stacks[1].0);
    let pixels: Vec<_> = corners.iter().map(|(x, y)| (grid(*x), grid(*y))).collect();
    canvas.title(&[part::name(from), "→", part::name(to), &band.flow.count.to_string()]);
    canvas.root.draw(&Polygon::new(pixels, ink.fill()))?;
    if band.flow.trend == Trend::Down {
        let free: Vec<Area> = labels.iter().map(|label| label.area).collect();
        hatch::band(canvas, &corners, Pattern::Slash, &free);
    }
    Ok(())
}

/// Where the stacks stand, found from the widths of their words.
struct Layout {
    width: f64,
    /// Left and right edge of each stack.
    stacks: [(f64, f64); 2],
    /// The words that find no room in their part, beside their stack, each with its middle.
    outside: [Vec<(String, f64)>; 2],
    /// Lower edge of all.
    bottom: f64,
}

impl Layout {
    fn of(chart: &Moves, stacks: &Stacks, top: f64) -> Self {
        let words = |part: &Part| chart.grades.get(part.grade).map(|grade| part::words(grade, part.count));
        let wide = |words: &String| width::of(words, SIZE);
        let inside = stacks.parts.iter().flatten().filter_map(words).map(|words| wide(&words) + SPACE);
        let stack = inside.filter(|wide| *wide <= WIDEST).fold(STACK, f64::max);
        let outside = [0, 1].map(|side: usize| {
            let parts = stacks.parts[side].iter().filter_map(|part| Some((part, words(part)?)));
            let outside = parts.filter(|(part, words)| !part::fits(words, stack, part.height()));
            let outside = outside.filter(|(_, words)| wide(words) <= WIDEST);
            outside.map(|(part, words)| (words, f64::midpoint(part.top, part.bottom))).collect::<Vec<_>>()
        });
        let most = number(outside[0].len().max(outside[1].len()));
        let bottom = stacks.bottom().max(top + (most * LABEL).min(LONGEST));
        let outside = outside.map(|labels| part::spread(labels, |_| LABEL, (top, bottom), 0.0));
        let room = |side: usize| {
            let widest = outside[side].iter().map(|(words, _)| wide(words)).fold(0.0, f64::max);
            EDGE + if widest > 0.0 { widest + SPACE } else { 0.0 }
        };
        let width = f64::max(WIDTH, room(0) + room(1) + 2.0 * stack + SHORTEST).ceil();
        let (left, right) = (room(0), width - room(1));
        Self { width, stacks: [(left, left + stack), (right - stack, right)], outside, bottom }
    }
}

/// Words beside a stack make the drawing no longer than this.
const LONGEST: f64 = 300.0;

/// The count of a band at its place.
struct Label {
    words: String,
    area: Area,
}

/// The counts of what moved, each upon its band where the fewest others pass; none where it would meet another.
fn labels(stacks: &Stacks, layout: &Layout) -> Vec<Label> {
    let (left, right) = (layout.stacks[0].1, layout.stacks[1].0);
    let mut labels: Vec<Label> = Vec::new();
    for (at, band) in stacks.bands.iter().enumerate().filter(|(_, band)| band.flow.from != band.flow.to) {
        let words = band.flow.count.to_string();
        let half = width::of(&words, SIZE) / 2.0;
        let areas = PLACES.iter().filter_map(|way| {
            let (middle, edges) = (left + (right - left) * way, band.at(*way));
            let top = f64::midpoint(edges.0, edges.1) - LABEL / 2.0;
            let area = Area { left: middle - half, top, right: middle + half, bottom: top + LABEL };
            let inside = left + 2.0 <= area.left
                && area.right <= right - 2.0
                && top >= 0.0
                && area.bottom <= layout.bottom;
            (inside && !labels.iter().any(|label| meet(&label.area, &area))).then_some(area)
        });
        let others = |area: &Area| {
            let ways = [area.left, f64::midpoint(area.left, area.right), area.right]
                .map(|x| (x - left) / (right - left));
            let passes = |other: &Band| {
                ways.iter().any(|way| other.at(*way).0 < area.bottom && area.top < other.at(*way).1)
            };
            stacks.bands.iter().enumerate().filter(|(other, band)| *other != at && passes(band)).count()
        };
        if let Some(area) = areas.min_by_key(others) {
            labels.push(Label { words, area });
        }
    }
    labels
}

/// Do two labels of one line each meet?
fn meet(one: &Area, other: &Area) -> bool {
    one.left < other.right && other.left < one.right && (one.top - other.top).abs() < LABEL
}
