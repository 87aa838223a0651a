//! The key of a progress chart: which sign means what, in signs and words, so that no colour is needed. The entries flow in
//! rows, as many as their words want.

use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::style::FontStyle;
use plotters::style::text_anchor::HPos;

use crate::canvas::{Canvas, Drawn, Face, SMALL};
use crate::hatch::{self, Area};
use crate::ink::Ink;
use crate::layers;
use crate::sign::{LEVEL_LINE, MARKER, RIM, diamond, on_grid};
use crate::spec::{Base, Progress};
use crate::svg::LINE;
use crate::width;

/// Height of a row.
pub(crate) const ROW: f64 = 24.0;

/// The entries of a key at their places, in units from the drawing's corner.
#[derive(Debug, Clone, Default)]
pub(crate) struct Key {
    entries: Vec<Entry>,
    rows: u32,
}

#[derive(Debug, Clone)]
struct Entry {
    sign: Sign,
    word: String,
    left: f64,
    row: u32,
}

/// What stands before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// Nothing: the parts that follow belong to the word.
    None,
    Bar,
    Point,
    Part(usize),
    Target,
    Earlier,
}

/// Where a row begins: letters may hang over the edge of their box.
const EDGE: f64 = 2.0;
/// Widths of the signs, and the room after a sign and between two entries.
const SWATCH: f64 = 14.0;
const STROKE: f64 = 30.0;
const AFTER: f64 = 6.0;
const BETWEEN: f64 = 18.0;

impl Key {
    /// Lays the entries of a chart out in rows of this width.
    pub(crate) fn of(chart: &Progress, width: f64) -> Self {
        let mut key = Self::default();
        let mut left = EDGE;
        for (sign, word) in entries(chart) {
            let word = width::fit(word, SMALL, width - EDGE - sign.width());
            let wide = sign.width() + width::of(&word, SMALL);
            if left > EDGE && left + wide > width {
                left = EDGE;
                key.rows += 1;
            }
            key.entries.push(Entry { sign, word, left, row: key.rows });
            left += wide + BETWEEN;
        }
        key.rows += 1;
        key
    }

    /// Its height in units.
    pub(crate) fn height(&self) -> f64 {
        f64::from(self.rows) * ROW
    }

    /// Draws it.
    pub(crate) fn draw(&self, canvas: &Canvas) -> Drawn {
        for Entry { sign, word, left, row } in &self.entries {
            let top = f64::from(*row) * ROW + 2.0;
            sign.draw(canvas, *left, top + SMALL * LINE / 2.0)?;
            let weight = if sign.is_actual() { FontStyle::Bold } else { FontStyle::Normal };
            let face = Face { size: SMALL, hold: HPos::Left, weight, ..Face::new(Ink::Text) };
            canvas.text(word, face, left + sign.width(), top)?;
        }
        Ok(())
    }
}

/// What a chart shows, each with its word.
fn entries(chart: &Progress) -> Vec<(Sign, &str)> {
    let words = &chart.words;
    let (stacked, whole): (Vec<_>, Vec<_>) = chart
        .periods
        .iter()
        .filter(|period| period.actual.drawable().is_some())
        .partition(|period| layers::layers(chart, period).is_some());
    let actual = match chart.base {
        Base::Broken => Sign::Point,
        Base::Zero if whole.is_empty() && !stacked.is_empty() => Sign::None,
        Base::Zero => Sign::Bar,
    };
    let mut entries = vec![(actual, words.actual.as_str())];
    if !stacked.is_empty() {
        entries.extend(chart.parts.iter().enumerate().map(|(at, name)| (Sign::Part(at), name.as_str())));
    }
    if chart.periods.iter().any(|period| period.target.drawable().is_some()) {
        entries.push((Sign::Target, &words.target));
    }
    if chart
        .periods
        .iter()
        .any(|period| period.earlier.as_ref().is_some_and(|mark| mark.drawable().is_some()))
    {
        entries.push((Sign::Earlier, &words.earlier));
    }
    entries
}

impl Sign {
    /// The room it takes, in units.
    fn width(self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::Bar | Self::Point | Self::Part(_) | Self::Earlier => SWATCH + AFTER,
            Self::Target => STROKE + AFTER,
        }
    }

    fn is_actual(self) -> bool {
        matches!(self, Self::None | Self::Bar | Self::Point)
    }

    fn draw(self, canvas: &Canvas, left: f64, middle: f64) -> Drawn {
        let (right, centre) = (left + SWATCH, on_grid((left + SWATCH / 2.0, middle)));
        let (top, bottom) = (middle - 6.0, middle + 6.0);
        let corners = [on_grid((left, top)), on_grid((right, bottom))];
        match self {
            Self::None => Ok(()),
            Self::Bar => canvas.root.draw(&Rectangle::new(corners, Ink::Actual.fill())),
            Self::Point => canvas.root.draw(&Circle::new(centre, MARKER, Ink::ActualMark.line(RIM))),
            Self::Part(at) => {
                let Some((ink, pattern)) = layers::LOOKS.get(at).copied() else { return Ok(()) };
                canvas.root.draw(&Rectangle::new(corners, ink.fill()))?;
                let area = Area { left, top, right, bottom };
                if let Some(pattern) = pattern {
                    hatch::draw(canvas, area, pattern, &[]);
                }
                Ok(())
            }
            Self::Target => {
                let ends = [on_grid((left, middle)), on_grid((left + STROKE, middle))];
                canvas.root.draw(&PathElement::new(ends, Ink::Target.line(LEVEL_LINE)))?;
                let centre = on_grid((left + STROKE / 2.0, middle));
                canvas.root.draw(&Circle::new(centre, MARKER, Ink::TargetMark.line(RIM)))
            }
            Self::Earlier => canvas.root.draw(&Polygon::new(diamond(centre), Ink::EarlierMark.line(RIM))),
        }
    }
}
