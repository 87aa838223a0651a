//! A part of a stack, wherever stacks are drawn: how many have one grade, in its tone, with its letter and their number.

use plotters::style::FontStyle;

use crate::area::Area;
use crate::canvas::{Canvas, Drawn, Face, LABEL};
use crate::hatch::{self, Pattern};
use crate::ink::Ink;
use crate::spec::{Grade, Tone};
use crate::svg::SIZE;
use crate::width;

/// A part that holds a label is at least so high, so that the next part's label is a line away.
pub(crate) const LEAST: f64 = 20.0;

/// A letter wider than this is shortened.
const WIDEST: f64 = 150.0;
/// Room for a label within its part.
const INSET: f64 = 3.0;
/// Less than this is an error of adding up.
const ROUNDED: f64 = 1e-6;

/// The letter and the number, as in A 6; after a number, which the count would seem to go on, as in 5: 6.
pub(crate) fn words(grade: &Grade, count: usize) -> String {
    let code = width::fit(&grade.code, SIZE, WIDEST);
    let colon = if code.ends_with(char::is_numeric) { ":" } else { "" };
    format!("{code}{colon} {count}").trim().to_owned()
}

/// What a grade is called: its words, or its letter if there are none.
pub(crate) fn name(grade: &Grade) -> &str {
    if grade.title.trim().is_empty() { &grade.code } else { &grade.title }
}

/// Is there room for these words in a part of this size?
pub(crate) fn fits(words: &str, width: f64, height: f64) -> bool {
    width::of(words, SIZE) + 2.0 * INSET <= width + ROUNDED && LEAST <= height + ROUNDED
}

/// How words beside their part are set.
pub(crate) fn beside() -> Face {
    Face { weight: FontStyle::Bold, ..Face::new(Ink::Text) }
}

/// Draws a part, and its words if they fit. What is behind its target is hatched, and so is what has no grade: those that
/// are neither differ by letter and shade.
pub(crate) fn draw(canvas: &Canvas, area: Area, tone: Tone, words: &str) -> Drawn {
    canvas.rectangle(area, Ink::from(tone))?;
    let (middle, level) = area.middle();
    let top = level - LABEL / 2.0;
    let words = if fits(words, area.width(), area.height()) { words } else { "" };
    let taken = Area::hanging((middle, top), width::of(words, SIZE), LABEL);
    let free = if words.is_empty() { &[][..] } else { &[taken] };
    match tone {
        Tone::Behind => hatch::draw(canvas, area, Pattern::Slash, free),
        Tone::None => hatch::draw(canvas, area, Pattern::Level, free),
        Tone::Ahead | Tone::On => {}
    }
    canvas.text(words, Face { weight: FontStyle::Bold, ..Face::new(Ink::OnTone) }, middle, top)
}

/// Sets labels in a row, each as near to its place as its neighbours let it, and leaves out those for which there is no room
/// between the two ends; `length` is that of a label's words, and places are the middles of labels.
pub(crate) fn spread(
    mut labels: Vec<(String, f64)>,
    length: impl Fn(&str) -> f64,
    (from, to): (f64, f64),
    space: f64,
) -> Vec<(String, f64)> {
    let mut free = from;
    for (label, middle) in &mut labels {
        let half = length(label) / 2.0;
        *middle = middle.max(free + half);
        free = *middle + half + space;
    }
    let mut free = to;
    for (label, middle) in labels.iter_mut().rev() {
        let half = length(label) / 2.0;
        *middle = middle.min(free - half);
        free = *middle - half - space;
    }
    labels.retain(|(label, middle)| middle - length(label) / 2.0 >= from - ROUNDED);
    labels
}
