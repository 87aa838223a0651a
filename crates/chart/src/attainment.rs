//! How far each of many targets was attained: a row each, its grade and name above a track, and on the track a dot with its
//! value. A bar joins the dot to the line of the goal, so that its length is what is left or what was gained. What has
//! reached the goal is a disc, what has not a diamond, and what lies beyond the scale an arrow at its end.
//!
//! Without a number there is no dot, and the row has its word where the track would begin. A row without a grade has an
//! outline with a dash for a tile, so that no letter seems to be missing.

use std::cmp::Ordering;

use plotters::element::Circle;
use plotters::style::FontStyle;
use plotters::style::text_anchor::HPos;

use crate::area::Area;
use crate::canvas::{Canvas, Drawn, Face, LABEL, SMALL, Sheet, WIDTH, number};
use crate::ink::Ink;
use crate::scale::Scale;
use crate::sign::diamond;
use crate::spec::{Attainment, AttainmentRow, Goal, Mark};
use crate::svg::{LINE, SIZE, grid, on_grid};
use crate::width;

/// Draws the chart.
pub(crate) fn sheet(chart: &Attainment) -> Sheet {
    let scale = Scale::of(chart, (START, END));
    let letters = chart.rows.iter().filter_map(|row| row.grade.as_ref());
    let tile = letters.map(|grade| tile_width(&grade.code)).fold(0.0, f64::max);
    let mut rows: Vec<Row> = Vec::new();
    for row in &chart.rows {
        let top = rows.last().map_or(HEAD, |row| row.bottom() + GAP);
        rows.push(Row::of(row, top, tile, &scale));
    }
    let bottom = rows.last().map_or(HEAD, Row::bottom);
    Sheet::drawn(WIDTH, bottom + EDGE, |canvas| draw(chart, &scale, &rows, canvas))
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
/// Where the scale begins, and where it ends: with the room for a label, the same in every chart, so that their goals line up.
const START: f64 = EDGE + DOT;
const END: f64 = WIDTH - EDGE - DOT - CLEAR - 76.0;
/// Widths of lines, in pixels of the grid.
const GRID_LINE: u32 = 10;
const GOAL_LINE: u32 = 25;
const RIM: u32 = 15;

type Line = [(f64, f64); 2];

fn draw(chart: &Attainment, scale: &Scale, rows: &[Row], canvas: &Canvas) -> Drawn {
    let uprights = |x: f64| rows.iter().filter_map(move |row| row.upright(x));
    canvas.group("grid", || {
        let ticks = chart.ticks.iter().filter_map(Mark::drawable).map(|value| scale.place(value));
        let uprights = ticks.filter(|x| scale.goal != Some(*x)).flat_map(uprights);
        let lines: Vec<Line> = rows.iter().flat_map(Row::track).chain(uprights).collect();
        canvas.lines(&lines, Ink::Grid, GRID_LINE);
        head(chart, scale, canvas)
    })?;
    canvas.group("target", || {
        let lines: Vec<Line> = scale.goal.into_iter().flat_map(uprights).collect();
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

/// A row with its place.
struct Row<'a> {
    content: &'a AttainmentRow,
    name: Vec<String>,
    top: f64,
    /// Width of the tiles of all rows; zero, where no row has a grade.
    tile: f64,
    note: Note,
}

/// What is written upon a track, from where to where.
struct Note {
    words: String,
    span: (f64, f64),
    /// It is held at the end that is nearer to the dot, which no font may widen the words beyond.
    face: Face,
}

impl<'a> Row<'a> {
    fn of(row: &'a AttainmentRow, top: f64, tile: f64, scale: &Scale) -> Self {
        let name = width::wrap(&row.label, SIZE, WIDTH - EDGE - start(tile), LINES);
        let note = match row.attained.drawable() {
            Some((value, label)) => Note::beside(label.trim(), value, scale),
            None => Note::instead(row.attained.word()),
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
    fn track(&self) -> impl Iterator<Item = Line> {
        let (from, to) = self.note.span;
        let runs = [(START, END.min(from - CLEAR)), (START.max(to + CLEAR), END)];
        let is_valued = self.content.attained.drawable().is_some();
        let runs = runs.into_iter().filter(move |(from, to)| is_valued && from < to);
        runs.map(|(from, to)| [(from, self.middle()), (to, self.middle())])
    }

    /// An upright line across the track, unless something is written there.
    fn upright(&self, x: f64) -> Option<Line> {
        let (from, to) = self.note.span;
        let free = x < from - 2.0 || to + 2.0 < x || self.note.words.is_empty();
        free.then_some([(x, self.middle() - TRACK / 2.0), (x, self.middle() + TRACK / 2.0)])
    }

    fn draw(&self, canvas: &Canvas, scale: &Scale) -> Drawn {
        if self.tile > 0.0 {
            self.tile(canvas)?;
        }
        let face = Face { hold: HPos::Left, ..Face::new(Ink::Text) };
        canvas.lines_of_text(&self.name, face, start(self.tile), self.top + (TILE - LABEL) / 2.0)?;
        if let Some((value, label)) = self.content.attained.drawable() {
            self.bar(canvas, value, scale)?;
            canvas.title(&[&self.content.label, label]);
            self.dot(canvas, value, scale)?;
        }
        let Note { words, span, face } = &self.note;
        let x = if matches!(face.hold, HPos::Left) { span.0 } else { span.1 };
        canvas.text(words, *face, x, self.middle() - face.size * LINE / 2.0)
    }

    /// The tile with the letter of the grade.
    fn tile(&self, canvas: &Canvas) -> Drawn {
        let area = Area { left: EDGE, top: self.top, right: EDGE + self.tile, bottom: self.top + TILE };
        let (middle, level) = area.middle();
        let Some(grade) = &self.content.grade else {
            let [one, two, three, four] = area.corners();
            let dash = [(middle - 3.0, level), (middle + 3.0, level)];
            canvas.lines(&[[one, two], [two, three], [three, four], [four, one], dash], Ink::Axis, RIM);
            return Ok(());
        };
        canvas.title(&[&grade.title]);
        canvas.rectangle(area, Ink::from(grade.tone))?;
        let face = Face { weight: FontStyle::Bold, ..Face::new(Ink::OnTone) };
        let letter = width::fit(&grade.code, SIZE, self.tile - 2.0 * INSET);
        canvas.text(&letter, face, middle, level - LABEL / 2.0)
    }

    /// The bar from the goal to the dot.
    fn bar(&self, canvas: &Canvas, value: f64, scale: &Scale) -> Drawn {
        let Some(goal) = scale.goal else { return Ok(()) };
        let dot = scale.place(value);
        let (top, bottom) = (self.middle() - BAR, self.middle() + BAR);
        canvas.rectangle(Area { left: goal.min(dot), top, right: goal.max(dot), bottom }, Ink::Actual)
    }

    /// The sign at the value: its shape tells whether the goal was reached, and whether the scale does not.
    fn dot(&self, canvas: &Canvas, value: f64, scale: &Scale) -> Drawn {
        let (x, y) = (scale.place(value), self.middle());
        let ink = Ink::ActualMark;
        let arrow = |way: f64| [(x - way, y - DOT), (x + way, y), (x - way, y + DOT)];
        match (scale.side(value), self.content.goal) {
            (Ordering::Greater, _) => canvas.polygon(&arrow(DOT), ink),
            (Ordering::Less, _) => canvas.polygon(&arrow(-DOT), ink),
            (Ordering::Equal, Goal::Missed) => canvas.polygon(&diamond((x, y), DOT), ink),
            (Ordering::Equal, Goal::Reached) => {
                canvas.root.draw(&Circle::new(on_grid((x, y)), grid(DISC).unsigned_abs(), ink.fill()))
            }
        }
    }
}

impl Note {
    /// The label of a value: beside its dot, away from the goal, or else on the far side of the goal, which the bar leads to.
    fn beside(label: &str, value: f64, scale: &Scale) -> Self {
        let dot = scale.place(value);
        let goal = scale.goal.unwrap_or(dot);
        let (left, right) = (goal.min(dot - DOT) - CLEAR, goal.max(dot + DOT) + CLEAR);
        let rooms = (left - EDGE, WIDTH - EDGE - right);
        let wide = width::of(label, SIZE);
        let leftwards = if dot < goal {
            wide <= rooms.0 || rooms.1 < rooms.0
        } else {
            wide > rooms.1 && rooms.1 < rooms.0
        };
        let face = Face { weight: FontStyle::Bold, ..Face::new(Ink::Text) };
        if leftwards {
            let words = width::fit(label, SIZE, rooms.0);
            let span = (left - width::of(&words, SIZE), left);
            Self { words, span, face: Face { hold: HPos::Right, ..face } }
        } else {
            Self::from(right, width::fit(label, SIZE, rooms.1), face)
        }
    }

    /// The word for a missing value, where the track would begin.
    fn instead(word: &str) -> Self {
        let face = Face { size: SMALL, ..Face::new(Ink::Muted) };
        Self::from(EDGE, width::fit(word, SMALL, WIDTH - 2.0 * EDGE), face)
    }

    fn from(start: f64, words: String, face: Face) -> Self {
        let span = (start, start + width::of(&words, face.size));
        Self { words, span, face: Face { hold: HPos::Left, ..face } }
    }
}

/// Where names begin, beside tiles of this width.
fn start(tile: f64) -> f64 {
    if tile > 0.0 { EDGE + tile + AFTER } else { EDGE }
}

/// Width of a tile with this letter.
fn tile_width(code: &str) -> f64 {
    (width::of(code, SIZE) + 2.0 * INSET).clamp(TILE, WIDEST_TILE)
}
