//! How grades moved from one year to the next: two stacks of the same KPIs, best first, and between them a band for each way
//! from a grade to a grade. A band is as high as its count. What moved carries its count, and what fell is hatched, so that
//! both are seen without colour.

use plotters::style::text_anchor::HPos;

use crate::area::Area;
use crate::canvas::{Canvas, Drawn, Face, LABEL, Sheet, WIDTH, number};
use crate::hatch;
use crate::ink::Ink;
use crate::part;
use crate::spec::{Moves, Trend};
use crate::stack::{Band, Part, Stacks};
use crate::svg::SIZE;
use crate::width;

/// Draws the chart.
pub(crate) fn sheet(chart: &Moves) -> Sheet {
    let names = [&chart.before, &chart.after].map(|name| width::wrap(name, SIZE, NAME, LINES));
    let top = number(names[0].len().max(names[1].len())) * LABEL + AFTER;
    let stacks = Stacks::of(chart, top);
    let layout = Layout::of(&stacks, top);
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
        bands.iter().try_for_each(|band| draw_band(band, layout, &labels, canvas))?;
        labels.iter().try_for_each(|label| {
            canvas.text(&label.words, part::beside(), label.area.middle().0, label.area.top)
        })
    })?;
    let years = [(&chart.before, HPos::Left, EDGE), (&chart.after, HPos::Right, layout.width - EDGE)];
    for (side, (year, hold, edge)) in years.into_iter().enumerate() {
        canvas.group("row", || {
            let face = Face { hold, ..Face::new(Ink::Text) };
            canvas.lines_of_text(&names[side], face, edge, 0.0)?;
            let (left, right) = layout.stacks[side];
            for part in &stacks.parts[side] {
                canvas.title(&[year, part::name(part.grade), &part.count.to_string()]);
                let area = Area { left, top: part.top, right, bottom: part.bottom };
                part::draw(canvas, area, part.grade.tone, &part::words(part.grade, part.count))?;
            }
            for (words, middle) in &layout.outside[side] {
                canvas.text(words, Face { hold, ..part::beside() }, edge, middle - LABEL / 2.0)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn draw_band(band: &Band, layout: &Layout, labels: &[Label], canvas: &Canvas) -> Drawn {
    let [from, to] = band.grades.map(part::name);
    let ink = match band.flow.trend {
        Trend::Up => Ink::FlowUp,
        Trend::Down => Ink::FlowDown,
        Trend::Level => Ink::FlowLevel,
    };
    let corners = band.corners(layout.stacks[0].1, layout.stacks[1].0);
    canvas.title(&[from, "→", to, &band.flow.count.to_string()]);
    canvas.polygon(&corners, ink)?;
    if band.flow.trend == Trend::Down {
        let free: Vec<Area> = labels.iter().map(|label| label.area).collect();
        hatch::band(canvas, &corners, &free);
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
    fn of(stacks: &Stacks, top: f64) -> Self {
        let words = |part: &Part| part::words(part.grade, part.count);
        let wide = |words: &str| width::of(words, SIZE);
        let inside = stacks.parts.iter().flatten().map(|part| wide(&words(part)) + SPACE);
        let stack = inside.filter(|wide| *wide <= WIDEST).fold(STACK, f64::max);
        let outside = stacks.parts.each_ref().map(|parts| {
            let outside = parts
                .iter()
                .map(|part| (part, words(part)))
                .filter(|(part, words)| !part::fits(words, stack, part.height()) && wide(words) <= WIDEST);
            outside.map(|(part, words)| (words, f64::midpoint(part.top, part.bottom))).collect::<Vec<_>>()
        });
        let bottom = stacks.bottom().max(top);
        let outside = outside.map(|labels| part::spread(labels, |_| LABEL, (top, bottom), 0.0));
        let room = |side: usize| {
            let widest = width::widest(outside[side].iter().map(|(words, _)| &**words), SIZE);
            EDGE + if widest > 0.0 { widest + SPACE } else { 0.0 }
        };
        let width = f64::max(WIDTH, room(0) + room(1) + 2.0 * stack + SHORTEST).ceil();
        let (left, right) = (room(0), width - room(1));
        Self { width, stacks: [(left, left + stack), (right - stack, right)], outside, bottom }
    }
}

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
        let wide = width::of(&words, SIZE);
        let areas = PLACES.iter().filter_map(|way| {
            let (middle, edges) = (left + (right - left) * way, band.at(*way));
            let top = f64::midpoint(edges.0, edges.1) - LABEL / 2.0;
            let area = Area::hanging((middle, top), wide, LABEL);
            let inside = left + 2.0 <= area.left
                && area.right <= right - 2.0
                && top >= 0.0
                && area.bottom <= layout.bottom;
            (inside && !labels.iter().any(|label| meet(&label.area, &area))).then_some(area)
        });
        let others = |area: &Area| {
            let ways = [area.left, area.middle().0, area.right].map(|x| (x - left) / (right - left));
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
