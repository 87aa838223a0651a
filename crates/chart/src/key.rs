//! The key of a progress chart: which sign means what, in signs and words, so that no colour is needed. The entries flow in
//! rows, as many as their words want.

use plotters::element::Circle;
use plotters::style::FontStyle;
use plotters::style::text_anchor::HPos;

use crate::area::Area;
use crate::canvas::{Canvas, Drawn, Face, SMALL, SMALL_LABEL};
use crate::hatch::{self, Pattern};
use crate::ink::Ink;
use crate::sign::{DIAMOND, LEVEL_LINE, MARKER, RIM, diamond};
use crate::spec::{Base, Progress};
use crate::svg::on_grid;
use crate::width;
use crate::year::{LOOKS, Year};

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
    Part(Ink, Option<Pattern>),
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
    pub(crate) fn of(chart: &Progress, years: &[Year], width: f64) -> Self {
        let mut key = Self::default();
        let mut left = EDGE;
        for (sign, word) in entries(chart, years) {
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
            sign.draw(canvas, *left, top + SMALL_LABEL / 2.0)?;
            let weight = if sign.is_actual() { FontStyle::Bold } else { FontStyle::Normal };
            let face = Face { size: SMALL, hold: HPos::Left, weight, ..Face::new(Ink::Text) };
            canvas.text(word, face, left + sign.width(), top)?;
        }
        Ok(())
    }
}

/// What a chart shows, each with its word.
fn entries<'a>(chart: &'a Progress, years: &[Year]) -> Vec<(Sign, &'a str)> {
    let words = &chart.words;
    let is_stacked = years.iter().any(|year| !year.layers.is_empty());
    let is_whole = |year: &Year| year.actual.is_some() && year.layers.is_empty();
    let actual = match chart.base {
        Base::Broken => Sign::Point,
        Base::Zero if is_stacked && !years.iter().any(is_whole) => Sign::None,
        Base::Zero => Sign::Bar,
    };
    let parts = chart.parts.iter().zip(LOOKS).filter(|_| is_stacked);
    let target = years.iter().any(|year| year.target.is_some());
    let earlier = years.iter().any(|year| year.earlier.is_some());
    let mut entries = vec![(actual, &*words.actual)];
    entries.extend(parts.map(|(name, (ink, pattern))| (Sign::Part(ink, pattern), &**name)));
    entries.extend(target.then_some((Sign::Target, &*words.target)));
    entries.extend(earlier.then_some((Sign::Earlier, &*words.earlier)));
    entries
}

impl Sign {
    /// The room it takes, in units.
    fn width(self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::Bar | Self::Point | Self::Part(..) | Self::Earlier => SWATCH + AFTER,
            Self::Target => STROKE + AFTER,
        }
    }

    fn is_actual(self) -> bool {
        matches!(self, Self::None | Self::Bar | Self::Point)
    }

    fn draw(self, canvas: &Canvas, left: f64, middle: f64) -> Drawn {
        let area = Area { left, top: middle - 6.0, right: left + SWATCH, bottom: middle + 6.0 };
        match self {
            Self::None => Ok(()),
            Self::Bar => canvas.rectangle(area, Ink::Actual),
            Self::Point => {
                let point = Circle::new(on_grid(area.middle()), MARKER, Ink::ActualMark.line(RIM));
                canvas.root.draw(&point)
            }
            Self::Part(ink, pattern) => {
                canvas.rectangle(area, ink)?;
                if let Some(pattern) = pattern {
                    hatch::draw(canvas, area, pattern, &[]);
                }
                Ok(())
            }
            Self::Target => {
                canvas.path(&[(left, middle), (left + STROKE, middle)], Ink::Target.line(LEVEL_LINE))?;
                let centre = on_grid((left + STROKE / 2.0, middle));
                canvas.root.draw(&Circle::new(centre, MARKER, Ink::TargetMark.line(RIM)))
            }
            Self::Earlier => canvas.polygon(&diamond(area.middle(), DIAMOND), Ink::EarlierMark),
        }
    }
}
