//! How many of a whole have each grade: a stacked bar a row on one scale, its name above, letter and count in each part. A
//! part too narrow for its words has them above it.

use plotters::chart::ChartBuilder;
use plotters::element::{PathElement, Rectangle};
use plotters::style::FontStyle;
use plotters::style::text_anchor::HPos;

use crate::draw::{Canvas, Drawn, Face, Sheet, number};
use crate::ink::Ink;
use crate::spec::{Segment, ShareRow};
use crate::svg::{GRID, LINE, SIZE, grid};
use crate::width;

/// Draws the chart.
pub(crate) fn sheet(content: &[ShareRow]) -> Sheet {
    let most = content.iter().map(total).fold(1.0, f64::max);
    let mut rows = Vec::new();
    let mut top = EDGE;
    for row in content {
        let row = Row::of(row, top, most);
        top = row.bottom() + GAP;
        rows.push(row);
    }
    let canvas = Canvas::new(WIDTH, f64::max(top - GAP + EDGE, 1.0));
    // An error ends the drawing where it is; what stands so far is whole.
    let _ = rows.iter().try_for_each(|row| canvas.group("row", || row.draw(&canvas, most)));
    canvas.sheet()
}

/// Sizes in units: the drawing and its edge, a line of a row's name, a bar; the distance between rows, between labels.
const WIDTH: f64 = 480.0;
const EDGE: f64 = 2.0;
const NAME: f64 = 22.0;
const BAR: f64 = 32.0;
const GAP: f64 = 18.0;
const SPACE: f64 = 8.0;
/// Room for a label within its part.
const INSET: f64 = 6.0;

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
        let name = width::wrap(&row.label, SIZE, WIDTH - 2.0 * EDGE, 2);
        Self { content: row, name, top, outside: outside(row, most) }
    }

    /// Upper edge of the bar.
    fn bar(&self) -> f64 {
        let outside = if self.outside.is_empty() { 0.0 } else { SIZE * LINE + 3.0 };
        self.top + number(self.name.len()) * NAME + outside
    }

    fn bottom(&self) -> f64 {
        self.bar() + BAR
    }

    fn draw(&self, canvas: &Canvas, most: f64) -> Drawn {
        let words = Face { hold: HPos::Left, ..Face::new(Ink::Text) };
        for (at, line) in self.name.iter().enumerate() {
            canvas.text(line, words, EDGE, self.top + number(at) * NAME)?;
        }
        let below = f64::from(canvas.root.dim_in_pixel().1) / GRID - self.bottom();
        let area = canvas.root.margin(grid(self.bar()), grid(below), grid(EDGE), grid(EDGE));
        let plot = ChartBuilder::on(&area).build_cartesian_2d(0.0..most, 0.0..1.0)?;
        for (segment, start) in parts(self.content) {
            let corners = [(start, 0.0), (start + number(segment.count), 1.0)];
            canvas.title(&[&self.content.label, &segment.grade.title, &segment.count.to_string()]);
            plot.plotting_area().draw(&Rectangle::new(corners, Ink::from(segment.grade.tone).fill()))?;
        }
        plot.plotting_area().draw(&PathElement::new([(0.0, 0.0), (0.0, 1.0)], Ink::Axis.line(15)))?;
        let inside = Face { weight: FontStyle::Bold, ..Face::new(Ink::OnTone) };
        for (segment, start) in parts(self.content).filter(|(segment, _)| fits(segment, most)) {
            let middle = place(start + number(segment.count) / 2.0, most);
            canvas.text(&words_of(segment), inside, middle, self.bar() + (BAR - SIZE * LINE) / 2.0)?;
        }
        let above = Face { weight: FontStyle::Bold, ..Face::new(Ink::Text) };
        for (label, middle) in &self.outside {
            canvas.text(label, above, *middle, self.bar() - SIZE * LINE - 3.0)?;
        }
        Ok(())
    }
}

/// The labels of parts too narrow for them, side by side above the bar: each as near to its part as its neighbours let
/// it, and left out when there is no more room, for then its title has to do.
fn outside(row: &ShareRow, most: f64) -> Vec<(String, f64)> {
    let mut labels: Vec<(String, f64)> = Vec::new();
    let mut free = EDGE;
    for (segment, start) in parts(row).filter(|(segment, _)| !fits(segment, most)) {
        let label = words_of(segment);
        let half = width::of(&label, SIZE) / 2.0;
        let middle = place(start + number(segment.count) / 2.0, most).max(free + half);
        free = middle + half + SPACE;
        labels.push((label, middle));
    }
    let mut free = WIDTH - EDGE;
    for (label, middle) in labels.iter_mut().rev() {
        let half = width::of(label, SIZE) / 2.0;
        *middle = middle.min(free - half);
        free = *middle - half - SPACE;
    }
    labels.retain(|(label, middle)| middle - width::of(label, SIZE) / 2.0 >= 0.0);
    labels
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
    format!("{} {}", width::fit(&segment.grade.code, SIZE, WIDTH / 4.0), segment.count).trim().to_owned()
}

fn fits(segment: &Segment, most: f64) -> bool {
    width::of(&words_of(segment), SIZE) + INSET <= place(number(segment.count), most) - EDGE
}
