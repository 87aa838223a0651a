//! Draws a chart specification as accessible SVG text.
//!
//! A [`Spec`] is plain numbers and words; [`svg()`] gives one `<svg>` element. The crate knows no plan, no CSV and no page:
//! whoever calls it has worded every label and chosen the language. Coordinates, series and elements are plotters'; the
//! elements are written by this crate's own backend, which speaks in classes and never in colours, so that dark mode, print
//! and forced colours remain the stylesheet's affair. The classes are listed in `ink.rs`.
//!
//! Any input gives a well-formed picture, and the same input gives the same bytes.

mod area;
mod attainment;
mod axis;
mod canvas;
mod document;
mod draw;
mod hatch;
mod ink;
mod key;
mod label;
mod layout;
mod moves;
mod part;
mod place;
mod plot;
mod progress;
mod scale;
mod share;
mod sign;
mod spark;
mod spec;
mod stack;
mod svg;
mod ticks;
mod width;
mod year;

pub use document::escaped;
pub use draw::{Chart, svg};
pub use spec::{
    Attainment, AttainmentRow, Base, Flow, Goal, Grade, Kind, Mark, Moves, Period, Point, Progress, Run,
    Segment, ShareRow, Spec, Stage, Tone, Trend, Words,
};
pub use ticks::{ticks, ticks_within};
