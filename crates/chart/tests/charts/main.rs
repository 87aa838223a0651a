//! Charts, read back: what the drawing shows must be what the specification says.

#![allow(clippy::unwrap_used)]

mod attainment;
mod hostile;
mod key;
mod kinds;
mod labels;
mod moves;
mod picture;
mod progress;
mod series;
mod share;
mod spark;
mod stand_alone;
