//! A progress table as a list of KPIs with their cells. Reads no value and gives no id.

use std::collections::{BTreeMap, BTreeSet};

use nendo_model::{Case, Checked, FiscalYear, Origin, Problem, column_letters};

use crate::alias::Item;
use crate::columns::Columns;
use crate::heading::Vocabulary;
use crate::record::Record;
use crate::role::Role;
use crate::{rows, spelling};

/// A cell as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) text: String,
    pub(crate) origin: Origin,
}

/// A KPI with its cells.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    /// The levels it stands under, outermost first; at least one.
    pub(crate) path: Vec<Written>,
    /// Its name; blank or a dash where it has none.
    pub(crate) name: Written,
    /// What is said of it once, by role: unit, section, baseline …
    pub(crate) wide: Vec<(Role, Written)>,
    pub(crate) years: BTreeMap<FiscalYear, BTreeMap<Item, Written>>,
}

/// What a table holds.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) columns: Columns,
    pub(crate) listed: Vec<Listed>,
    /// The entries of `[columns]` in plan.toml that were used.
    pub(crate) settings: BTreeSet<usize>,
}

impl Written {
    /// The text as names are compared; that of a dash is empty.
    pub(crate) fn key(&self) -> String {
        if nendo_model::is_placeholder(&self.text) { String::new() } else { spelling::folded(&self.text) }
    }
}

impl Table {
    /// The headers of its levels, outermost first.
    pub(crate) fn levels(&self) -> Vec<&str> {
        self.columns.of(Role::Level).map(|at| self.columns.header.cells[at].as_str()).collect()
    }
}

/// Where a cell stands, as spreadsheets say it: `D12`.
pub(crate) fn place(origin: &Origin) -> String {
    let column = origin.column.map(column_letters).unwrap_or_default();
    let row = origin.row.map(|row| row.to_string()).unwrap_or_default();
    format!("{column}{row}")
}

/// Reads a table; `None` where no header is found, or no KPI below it.
pub(crate) fn read(
    records: &[Record],
    file: &str,
    words: Vocabulary<'_>,
    edition: FiscalYear,
) -> Checked<Option<Table>> {
    let mut problems = Vec::new();
    let Some(columns) = Columns::read(records, file, words, edition).unload(&mut problems) else {
        return Checked { value: None, problems };
    };
    let body = records.get(columns.header.body..).unwrap_or_default();
    let (listed, mut settings) = rows::read(body, &columns, file, words).unload(&mut problems);
    if listed.is_empty() {
        // A file that was cut short must not pass for a plan that has ended.
        problems.insert(0, Problem { case: Case::NoRows {}, origin: Origin::row(file, columns.header.row) });
        return Checked { value: None, problems };
    }
    settings.extend(&columns.settings);
    Checked { value: Some(Table { columns, listed, settings }), problems }
}
