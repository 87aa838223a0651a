//! What is told of how a table was understood: its columns, its KPIs, its cells.

use std::sync::Arc;

use nendo_model::{Direction, FiscalYear, Place, Reading, Saved};

use crate::field::{Attribute, Item};

/// How a table was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The file, relative to the content folder.
    pub file: String,
    /// How it was saved.
    pub saved: Saved,
    /// The row of the header as a spreadsheet counts it; the lower one of two.
    pub header_row: u32,
    /// The columns, from A.
    pub columns: Vec<ColumnExplained>,
    /// The KPIs, in the order of the table.
    pub kpis: Vec<KpiExplained>,
    /// Every filled cell below the header, row by row.
    pub cells: Vec<CellExplained>,
}

/// What a column is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnExplained {
    /// The header, of both rows where there are two.
    pub header: String,
    /// What the column holds.
    pub purpose: Purpose,
    /// The fiscal year of its values, where the column knows it.
    pub year: Option<FiscalYear>,
}

/// A KPI, by the names it has in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KpiExplained {
    /// Its id.
    pub id: String,
    /// The levels it stands under, outermost first, and its own name, all as written.
    pub names: Vec<String>,
    /// The unit in which it is measured, if it is numeric.
    pub unit: Option<String>,
    /// Which way is better.
    pub direction: Direction,
}

/// What a cell was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellExplained {
    /// Where it stands.
    pub place: Place,
    /// What stands in it.
    pub written: String,
    /// The id of the KPI it is about, if it is about one.
    pub kpi: Option<String>,
    /// What it says.
    pub purpose: Purpose,
    /// The fiscal year it says it of.
    pub year: Option<FiscalYear>,
    /// What was understood.
    pub meaning: Meaning,
}

/// What a column or a cell is for. Where plan.toml can say so under `[columns]`, by the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A level of the plan, 1 the outermost.
    Level(usize),
    /// The name of the KPI.
    Kpi,
    /// The item of the row.
    RowItem,
    /// The fiscal year of the row.
    RowYear,
    /// Values whose item the row says.
    Values,
    /// Values of an item.
    Item(Item),
    /// What is said of the KPI once.
    Attribute(Attribute),
    /// A figure made of others (達成率), which is not used.
    Derived,
    /// Values of a calendar year, which are not used.
    CalendarYear,
    /// Known, and of no use.
    Ignored,
    /// What the text beside it was read as, in published data.
    Attested,
    /// Nothing is known of it.
    Unknown,
}

/// What was understood of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A value or words.
    Reading(Arc<Reading>),
    /// A grade of the scale, by its code; none where the cell has no grade.
    Grade(Option<String>),
    /// A name, an item, a year: what the purpose says.
    Plain,
    /// The cell is not used.
    Unused,
}

impl Purpose {
    /// Its name in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Level(_) => "level",
            Self::Kpi => "kpi",
            Self::RowItem => "item",
            Self::RowYear => "year",
            Self::Values => "values",
            Self::Item(item) => item.name(),
            Self::Attribute(attribute) => attribute.name(),
            Self::Derived => "derived",
            Self::CalendarYear => "calendar-year",
            Self::Ignored => "ignored",
            Self::Attested => "attested",
            Self::Unknown => "unknown",
        }
    }
}
