//! A number in digits or in kanji.

use super::digits::{self, Amount};
use super::fault::Fault;
use super::kanji;
use super::source::Text;

/// Reads the number that a text starts with, and gives what follows.
pub(super) fn amount(text: Text<'_>) -> Result<(Amount, Text<'_>), Fault> {
    kanji::amount(text).map_or_else(|| digits::amount(text), Ok)
}

/// Whether digits or a count in kanji stand first.
pub(super) fn starts(text: Text<'_>) -> bool {
    text.starts_with_digit() || kanji::amount(text).is_some()
}
