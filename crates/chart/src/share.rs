//! How many of a whole have each grade: a stacked bar a row on one scale, its name above, letter and count in each part. A
//! part too narrow for its words has them above it.

use plotters::style::text_anchor::HPos;

use crate::area::Area;
use crate::canvas::{Canvas, Drawn, Face, LABEL, Sheet, WIDTH, number};
use crate::ink::Ink;
use crate::part;
use crate::spec::{Segment, ShareRow};
use crate::svg::SIZE;
use crate::width;

/// Draws the chart.
pub(crate) fn sheet(content: &[ShareRow]) -> Sheet {
    let most = content.iter().map(total).fold(1.0, f64::max);
    let mut rows = Vec::new();
    let mut top = 0.0;
    for row in content {
        let row = Row::of(row, top, most);
        top = row.bottom() + GAP;
        rows.push(row);
    }
    Sheet::drawn(WIDTH, f64::max(top - GAP + EDGE, 1.0), |canvas| {
        rows.iter().try_for_each(|row| canvas.group("row", || row.draw(canvas, most)))
    })
}

/// Sizes in units: the edge of the drawing, a bar; the distance between rows, between labels.
const EDGE: f64 = 2.0;
const BAR: f64 = 32.0;
const GAP: f64 = 18.0;
const SPACE: f64 = 8.0;
/// A name takes at most so many lines.
const LINES: usize = 3;
/// Width of the line that the bars stand on, in pixels of the grid.
const ZERO_LINE: u32 = 15;

/// A row with its place.
struct Row<'a> {
    content: &'a ShareRow,
    name: Vec<String>,
    top: f64,
    /// Labels that stand above the bar, each with its middle.
    outside: Vec<(String, f64)>,
}

impl<'a> Row<'a> {
    fn of(row: &'a ShareRow, top: f64, most: f64) -> Self {
        let name = width::wrap(&row.label, SIZE, WIDTH - 2.0 * EDGE, LINES);
        Self { content: row, name, top, outside: outside(row, most) }
    }

    /// Upper edge of the bar.
    fn bar(&self) -> f64 {
        let outside = if self.outside.is_empty() { 0.0 } else { LABEL };
        self.top + number(self.name.len()) * LABEL + outside
    }

    fn bottom(&self) -> f64 {
        self.bar() + BAR
    }

    fn draw(&self, canvas: &Canvas, most: f64) -> Drawn {
        let words = Face { hold: HPos::Left, ..Face::new(Ink::Text) };
        canvas.lines_of_text(&self.name, words, EDGE, self.top)?;
        for (segment, start) in parts(self.content) {
            let Segment { grade, count } = segment;
            let (left, right) = (place(start, most), place(start + number(*count), most));
            let area = Area { left, top: self.bar(), right, bottom: self.bottom() };
            canvas.title(&[&self.content.label, part::name(grade), &count.to_string()]);
            part::draw(canvas, area, grade.tone, &words_of(segment))?;
        }
        canvas.lines(&[[(EDGE, self.bar()), (EDGE, self.bottom())]], Ink::Axis, ZERO_LINE);
        for (label, middle) in &self.outside {
            canvas.text(label, part::beside(), *middle, self.bar() - LABEL)?;
        }
        Ok(())
    }
}

/// The labels of parts too narrow for them, side by side above the bar: each as near to its part as its neighbours let
/// it, and left out when there is no more room, for then its title has to do.
fn outside(row: &ShareRow, most: f64) -> Vec<(String, f64)> {
    let narrow = parts(row).filter(|(segment, _)| !fits(segment, most));
    let labels = narrow.map(|(part, start)| (words_of(part), place(start + number(part.count) / 2.0, most)));
    part::spread(labels.collect(), |label| width::of(label, SIZE), (EDGE, WIDTH - EDGE), SPACE)
}

/// The parts that are drawn, each with the count before it.
fn parts(row: &ShareRow) -> impl Iterator<Item = (&Segment, f64)> {
    let drawn = row.segments.iter().filter(|segment| segment.count > 0);
    drawn.scan(0.0, |before, segment| {
        let start = *before;
        *before += number(segment.count);
        Some((segment, start))
    })
}

fn total(row: &ShareRow) -> f64 {
    row.segments.iter().map(|segment| number(segment.count)).sum()
}

/// Where a count ends, in units from the left.
fn place(count: f64, most: f64) -> f64 {
    EDGE + count / most * (WIDTH - 2.0 * EDGE)
}

fn words_of(segment: &Segment) -> String {
    part::words(&segment.grade, segment.count)
}

fn fits(segment: &Segment, most: f64) -> bool {
    part::fits(&words_of(segment), place(number(segment.count), most) - EDGE, BAR)
}
