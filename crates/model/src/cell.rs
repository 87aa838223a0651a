//! A cell of the progress table: what stands there, what was read from it, and where it stands.

use std::sync::Arc;

use crate::place::Place;
use crate::quantity::{Quantity, Range, Revision, Several};
use crate::year::FiscalYear;

/// One cell. `written` travels to the page and `place` to every message, whatever was read. Cells that say
/// the same share their text and its reading.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// The city's own text, without white space at its ends, a `'` that guards a formula's sign, control characters
    /// and marks of direction. Any line break is `\n`.
    pub written: Arc<str>,
    /// What was understood.
    pub reading: Arc<Reading>,
    /// Where the cell stands in its edition; see [`Edition::origin`](crate::Edition::origin).
    pub place: Place,
}

/// What a cell says. Where in doubt a cell is left [`Reading::Unread`]: a wrong number is worse.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// One quantity, fit to be compared and drawn.
    Quantity(Quantity),
    /// A lower and an upper end.
    Range(Box<Range>),
    /// A change against something else (前年度比5%減): no level, and never drawn as one.
    Change,
    /// Several named quantities.
    Several(Several),
    /// Words.
    Text,
    /// The items of a list, without their marks.
    List(Vec<String>),
    /// Nothing is set: empty, a dash, 未定; with the reason the cell gives, if any.
    NotSet {
        /// The text that stood beside the dash.
        reason: Option<String>,
    },
    /// The target was completed and is no longer followed.
    Closed {
        /// The year at whose end it was completed, where the cell names it.
        year: Option<FiscalYear>,
    },
    /// A spreadsheet error or a damaged number; shown as written, never a number.
    Broken,
    /// Looks like a number and could not be read with certainty; shown as written.
    Unread,
}

impl Reading {
    /// The one quantity that it comes to: its own, or the one named as total.
    #[must_use]
    pub fn quantity(&self) -> Option<&Quantity> {
        match self {
            Self::Quantity(quantity) => Some(quantity),
            Self::Several(several) => several.quantities.get(several.total?),
            _ => None,
        }
    }

    /// How the value was revised, where the cell says that it was.
    #[must_use]
    pub fn revision(&self) -> Option<Revision> {
        match self {
            Self::Quantity(quantity) => quantity.revision,
            Self::Range(range) => range.lowest.revision,
            Self::Several(several) => several.quantities.iter().find_map(|quantity| quantity.revision),
            _ => None,
        }
    }

    /// The word in data for what became of the value: `reported`, `not_set`, `closed`, `revised`, `unread`.
    #[must_use]
    pub fn status(&self) -> &'static str {
        match self {
            Self::NotSet { .. } => "not_set",
            Self::Closed { .. } => "closed",
            Self::Unread | Self::Broken => "unread",
            _ if self.revision().is_some() => "revised",
            _ => "reported",
        }
    }
}

impl Cell {
    /// Whether it says nothing: it is empty, or a dash without a reason.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self.reading == Reading::NotSet { reason: None }
    }

    /// The quantity to compare and to draw: the cell's own, or the one named as total.
    #[must_use]
    pub fn quantity(&self) -> Option<&Quantity> {
        self.reading.quantity()
    }

    /// How the value was revised, where the cell says that it was.
    #[must_use]
    pub fn revision(&self) -> Option<Revision> {
        self.reading.revision()
    }

    /// Whether it gives another value than an earlier edition did, and not the same in other words.
    #[must_use]
    pub fn is_revised_from(&self, before: &Self) -> bool {
        match (self.quantity(), before.quantity()) {
            (Some(now), Some(before)) => {
                (now.value, &now.unit, now.bound) != (before.value, &before.unit, before.bound)
            }
            _ => self.reading != before.reading || self.written != before.written,
        }
    }

    /// Whether the cell is blank or has an amount alone, without a remark, and so can stand in a column of numbers.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        match &*self.reading {
            Reading::NotSet { reason } => reason.is_none(),
            Reading::Quantity(Quantity { label, tail, notes, breakdown, .. }) => {
                label.is_none() && tail.is_none() && notes.is_empty() && breakdown.is_empty()
            }
            Reading::Range(_) => true,
            _ => false,
        }
    }

    /// Whether the cell says anything: it is neither unset nor closed.
    #[must_use]
    pub fn is_set(&self) -> bool {
        !matches!(*self.reading, Reading::NotSet { .. } | Reading::Closed { .. })
    }
}
