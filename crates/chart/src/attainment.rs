//! How far each of many targets was attained: a row each, its grade and name above a track, and on the track a dot with its
//! value. A bar joins the dot to the line of the goal, so that its length is what is left or what was gained. What has
//! reached the goal is a disc, what has not a diamond, and what lies beyond the scale an arrow at its end.
//!
//! Without a number there is no dot, and the row has its word where the track would begin. A row without a grade has an
//! outline with a dash for a tile, so that no letter seems to be missing.

use plotters::element::{Circle, Polygon};
use plotters::style::FontStyle;
use plotters::style::text_anchor::HPos;

use crate::canvas::{Canvas, Drawn, Face, SMALL, Sheet, WIDTH, number};
use crate::hatch::Area;
use crate::ink::Ink;
use crate::part::{self, LABEL};
use crate::spec::{Attainment, AttainmentRow, Goal, Grade, Mark};
use crate::svg::{LINE, SIZE, grid};
use crate::width;

/// Draws the chart.
pub(crate) fn sheet(chart: &Attainment) -> Sheet {
    let scale = Scale::of(chart);
    let tile = chart.rows.iter().filter_map(|row| row.grade.as_ref()).map(tile_width).fold(0.0, f64::max);
    let mut rows = Vec::new();
    let mut top = HEAD;
    for row in &chart.rows {
        let row = Row::of(row, top, tile, &scale);
        top = row.bottom() + GAP;
        rows.push(row);
    }
    Sheet::drawn(WIDTH, f64::max(top - GAP, HEAD) + EDGE, |canvas| draw(chart, &scale, &rows, canvas))
}

/// Sizes in units: the edge of the drawing, the row of ticks, the height of a track, the distance of rows.
const EDGE: f64 = 2.0;
const HEAD: f64 = 30.0;
const TRACK: f64 = 24.0;
const GAP: f64 = 10.0;
/// A name takes at most so many lines.
const LINES: usize = 3;
/// The tile of a grade: its least and greatest width, its height, the room beside its letter, the distance to the name.
const TILE: f64 = 20.0;
const WIDEST_TILE: f64 = 150.0;
const INSET: f64 = 5.0;
const AFTER: f64 = 8.0;
/// Half the size of a disc, of a diamond or an arrow; half the height of the bar; the distance of a label from all these.
const DISC: f64 = 6.0;
const DOT: f64 = 7.0;
const BAR: f64 = 2.5;
const CLEAR: f64 = 5.0;
/// Where the scale begins; the room for a label beyond its end, the same in every chart, so that their goals line up.
const START: f64 = EDGE + DOT;
const BESIDE: f64 = 76.0;
/// Widths of lines, in pixels of the grid.
const GRID_LINE: u32 = 10;
const GOAL_LINE: u32 = 25;
const RIM: u32 = 15;

type Line = [(f64, f64); 2];

fn draw(chart: &Attainment, scale: &Scale, rows: &[Row], canvas: &Canvas) -> Drawn {
    canvas.group("grid", || {
        let ticks = chart.ticks.iter().filter_map(Mark::drawable).map(|value| scale.place(value));
        let mut lines: Vec<Line> = rows.iter().flat_map(|row| row.track(scale)).collect();
        for x in ticks.filter(|x| scale.goal() != Some(*x)) {
            lines.extend(rows.iter().filter_map(|row| row.upright(x)));
        }
        canvas.lines(&lines, Ink::Grid, GRID_LINE);
        head(chart, scale, canvas)
    })?;
    canvas.group("target", || {
        let goal = scale.goal().into_iter();
        let lines: Vec<Line> = goal.flat_map(|x| rows.iter().filter_map(move |row| row.upright(x))).collect();
        canvas.lines(&lines, Ink::Target, GOAL_LINE);
        Ok(())
    })?;
    rows.iter().try_for_each(|row| canvas.group("row", || row.draw(canvas, scale)))
}

/// Writes the goal and, as far as there is room beside it, the ticks.
fn head(chart: &Attainment, scale: &Scale, canvas: &Canvas) -> Drawn {
    let (goal, tick) = (Face::new(Ink::Text), Face::new(Ink::Muted));
    let marks = std::iter::once((&chart.goal, goal)).chain(chart.ticks.iter().map(|mark| (mark, tick)));
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for (mark, face) in marks {
        let Some(value) = mark.drawable() else { continue };
        let label = width::fit(&mark.label, SMALL, WIDTH - 2.0 * EDGE);
        let half = width::of(&label, SMALL) / 2.0;
        let middle = scale.place(value).min(WIDTH - EDGE - half).max(EDGE + half);
        if taken.iter().all(|span| span.1 + CLEAR <= middle - half || middle + half + CLEAR <= span.0) {
            taken.push((middle - half, middle + half));
            canvas.text(&label, Face { size: SMALL, ..face }, middle, 2.0)?;
        }
    }
    Ok(())
}

/// Where values lie, in units from the left.
struct Scale {
    low: f64,
    high: f64,
    end: f64,
    aim: Option<f64>,
}

impl Scale {
    /// Reaches over all ticks and the goal, and leaves room at its end for the label of a value.
    fn of(chart: &Attainment) -> Self {
        let aim = chart.goal.drawable();
        let values = || chart.ticks.iter().filter_map(Mark::drawable).chain(aim);
        let end = WIDTH - EDGE - DOT - CLEAR - BESIDE;
        let low = values().reduce(f64::min).unwrap_or(0.0);
        Self { low, high: values().reduce(f64::max).unwrap_or(low), end, aim }
    }

    /// Where a value lies; what is beyond the scale lies at its end.
    fn place(&self, value: f64) -> f64 {
        let part = (value - self.low) / (self.high - self.low);
        match self.beyond(value) {
            Some(Beyond::Low) => START,
            Some(Beyond::High) => self.end,
            None if part.is_finite() => START + part * (self.end - START),
            None => f64::midpoint(START, self.end),
        }
    }

    fn beyond(&self, value: f64) -> Option<Beyond> {
        let high = (value > self.high).then_some(Beyond::High);
        high.or((value < self.low).then_some(Beyond::Low))
    }

    /// Where the goal lies.
    fn goal(&self) -> Option<f64> {
        self.aim.map(|value| self.place(value))
    }
}

/// At which end a value leaves the scale.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beyond {
    Low,
    High,
}

/// A row with its place.
struct Row<'a> {
    content: &'a AttainmentRow,
    name: Vec<String>,
    top: f64,
    /// Width of the tiles of all rows.
    tile: f64,
    note: Note,
}

/// What is written upon a track, from where to where.
struct Note {
    words: String,
    span: (f64, f64),
    /// The end that is nearer to the dot, which no font may widen the words beyond.
    hold: HPos,
}

impl<'a> Row<'a> {
    fn of(row: &'a AttainmentRow, top: f64, tile: f64, scale: &Scale) -> Self {
        let start = if tile > 0.0 { EDGE + tile + AFTER } else { EDGE };
        let name = width::wrap(&row.label, SIZE, WIDTH - EDGE - start, LINES);
        let note = match row.attained.drawable() {
            Some((value, label)) => Note::beside(label, value, scale),
            None => Note::from(EDGE, width::fit(row.attained.word(), SMALL, WIDTH - 2.0 * EDGE), SMALL),
        };
        Self { content: row, name, top, tile, note }
    }

    /// Height of the middle of the track.
    fn middle(&self) -> f64 {
        self.top + number(self.name.len().max(1)) * LABEL + TRACK / 2.0
    }

    fn bottom(&self) -> f64 {
        self.middle() + TRACK / 2.0
    }

    /// The line of the track, parted by what is written upon it; none where there is no value.
    fn track(&self, scale: &Scale) -> Vec<Line> {
        let (from, to) = (self.note.span.0 - CLEAR, self.note.span.1 + CLEAR);
        let runs = [(START, scale.end.min(from)), (START.max(to), scale.end)];
        let runs = if from < to { &runs[..] } else { &[(START, scale.end)] };
        let valued = self.content.attained.drawable().is_some();
        let runs = runs.iter().filter(|run| valued && run.0 < run.1);
        runs.map(|run| [(run.0, self.middle()), (run.1, self.middle())]).collect()
    }

    /// An upright line across the track, unless something is written there.
    fn upright(&self, x: f64) -> Option<Line> {
        let (from, to) = self.note.span;
        let free = x < from - 2.0 || to + 2.0 < x || self.note.words.is_empty();
        free.then_some([(x, self.middle() - TRACK / 2.0), (x, self.middle() + TRACK / 2.0)])
    }

    fn draw(&self, canvas: &Canvas, scale: &Scale) -> Drawn {
        let words = Face { hold: HPos::Left, ..Face::new(Ink::Text) };
        if self.tile > 0.0 {
            self.tile(canvas)?;
        }
        let start = if self.tile > 0.0 { EDGE + self.tile + AFTER } else { EDGE };
        for (at, line) in self.name.iter().enumerate() {
            canvas.text(line, words, start, self.top + number(at) * LABEL + (TILE - LABEL) / 2.0)?;
        }
        let face = if let Some((value, label)) = self.content.attained.drawable() {
            self.bar(canvas, value, scale)?;
            canvas.title(&[&self.content.label, label]);
            self.dot(canvas, value, scale)?;
            Face { weight: FontStyle::Bold, ..words }
        } else {
            Face { size: SMALL, ..Face { ink: Ink::Muted, ..words } }
        };
        let Note { words, span, hold } = &self.note;
        let x = if matches!(hold, HPos::Left) { span.0 } else { span.1 };
        canvas.text(words, Face { hold: *hold, ..face }, x, self.middle() - face.size * LINE / 2.0)
    }

    /// The tile with the letter of the grade.
    fn tile(&self, canvas: &Canvas) -> Drawn {
        let area = Area { left: EDGE, top: self.top, right: EDGE + self.tile, bottom: self.top + TILE };
        let middle = f64::midpoint(area.left, area.right);
        let Some(grade) = &self.content.grade else {
            let level = f64::midpoint(area.top, area.bottom);
            let dash = [(middle - 3.0, level), (middle + 3.0, level)];
            let [one, two, three, four] = area.corners();
            canvas.lines(&[[one, two], [two, three], [three, four], [four, one], dash], Ink::Axis, RIM);
            return Ok(());
        };
        canvas.title(&[&grade.title]);
        part::rectangle(canvas, area, Ink::from(grade.tone))?;
        let face = Face { weight: FontStyle::Bold, ..Face::new(Ink::OnTone) };
        let letter = width::fit(&grade.code, SIZE, self.tile - 2.0 * INSET);
        canvas.text(&letter, face, middle, area.top + (TILE - LABEL) / 2.0)
    }

    /// The bar from the goal to the dot.
    fn bar(&self, canvas: &Canvas, value: f64, scale: &Scale) -> Drawn {
        let Some(goal) = scale.goal() else { return Ok(()) };
        let dot = scale.place(value);
        let (top, bottom) = (self.middle() - BAR, self.middle() + BAR);
        part::rectangle(canvas, Area { left: goal.min(dot), top, right: goal.max(dot), bottom }, Ink::Actual)
    }

    /// The sign at the value: its shape tells whether the goal was reached, and whether the scale does not.
    fn dot(&self, canvas: &Canvas, value: f64, scale: &Scale) -> Drawn {
        let (x, y) = (scale.place(value), self.middle());
        let corners = match scale.beyond(value) {
            Some(Beyond::High) => vec![(x - DOT, y - DOT), (x + DOT, y), (x - DOT, y + DOT)],
            Some(Beyond::Low) => vec![(x + DOT, y - DOT), (x - DOT, y), (x + DOT, y + DOT)],
            None if self.content.goal == Goal::Missed => {
                vec![(x, y - DOT), (x + DOT, y), (x, y + DOT), (x - DOT, y)]
            }
            None => {
                let disc = Circle::new((grid(x), grid(y)), grid(DISC).unsigned_abs(), Ink::ActualMark.fill());
                return canvas.root.draw(&disc);
            }
        };
        let corners: Vec<_> = corners.into_iter().map(|(x, y)| (grid(x), grid(y))).collect();
        canvas.root.draw(&Polygon::new(corners, Ink::ActualMark.fill()))
    }
}

impl Note {
    /// The label of a value: beside its dot, away from the goal, or else on the far side of the goal, which the bar leads to.
    fn beside(label: &str, value: f64, scale: &Scale) -> Self {
        let label = label.trim();
        let dot = scale.place(value);
        let goal = scale.goal().unwrap_or(dot);
        let (left, right) = (goal.min(dot - DOT) - CLEAR, goal.max(dot + DOT) + CLEAR);
        let rooms = (left - EDGE, WIDTH - EDGE - right);
        let wide = width::of(label, SIZE);
        let leftwards = if dot < goal {
            wide <= rooms.0 || rooms.1 < rooms.0
        } else {
            wide > rooms.1 && rooms.1 < rooms.0
        };
        if leftwards {
            let words = width::fit(label, SIZE, rooms.0);
            Self { span: (left - width::of(&words, SIZE), left), words, hold: HPos::Right }
        } else {
            Self::from(right, width::fit(label, SIZE, rooms.1), SIZE)
        }
    }

    fn from(start: f64, words: String, size: f64) -> Self {
        Self { span: (start, start + width::of(&words, size)), words, hold: HPos::Left }
    }
}

fn tile_width(grade: &Grade) -> f64 {
    (width::of(&grade.code, SIZE) + 2.0 * INSET).clamp(TILE, WIDEST_TILE)
}
