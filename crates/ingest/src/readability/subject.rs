//! A file that is judged: what stands in it, and around it. And the spots that a judge points at.

use std::collections::BTreeMap;
use std::fmt;

use nendo_model::{Place, column_letters};

use super::layout::Layout;

/// A CSV and its surroundings.
pub(crate) struct Subject<'a> {
    pub(crate) layout: &'a Layout,
    pub(crate) standing: Standing<'a>,
    /// The table of the year before, if there is one.
    pub(crate) before: Option<&'a Layout>,
}

/// Where a file stands.
#[derive(Clone, Copy)]
pub(crate) enum Standing<'a> {
    /// In the content folder.
    Input {
        /// Whether the plan says what its grades mean.
        meanings: Meanings,
    },
    /// Among the published files of its folder, by their names.
    Published {
        /// All of them, with itself.
        beside: &'a BTreeMap<&'a str, &'a [u8]>,
    },
}

/// Whether it is said what grades mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meanings {
    /// plan.toml has a scale.
    Said,
    /// Nothing does.
    Unsaid,
}

/// What a judge points at. It is shown as spreadsheets name it: `B2`, `5:5` a row, `C:C` a column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// The whole file.
    File,
    /// A column, from 0.
    Column(u32),
    /// A row as a spreadsheet counts it, from 1.
    Row(u32),
    /// A cell.
    Cell(Place),
    /// A file that should lie beside it.
    Missing(&'static str),
}

impl Spot {
    /// A cell whose row is counted from 0.
    pub(crate) fn cell(row: usize, column: usize) -> Self {
        Self::Cell(place(row, column))
    }

    /// A row that is counted from 0.
    pub(crate) fn row(row: usize) -> Self {
        Self::Row(place(row, 0).row)
    }

    /// A column.
    pub(crate) fn column(column: usize) -> Self {
        Self::Column(place(0, column).column)
    }
}

/// The place of a cell whose row is counted from 0.
pub(crate) fn place(row: usize, column: usize) -> Place {
    Place::new(u32::try_from(row).unwrap_or(u32::MAX).saturating_add(1), column)
}

impl fmt::Display for Spot {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => Ok(()),
            Self::Column(column) => write!(out, "{0}:{0}", column_letters(*column)),
            Self::Row(row) => write!(out, "{row}:{row}"),
            Self::Cell(place) => write!(out, "{place}"),
            Self::Missing(name) => out.write_str(name),
        }
    }
}
