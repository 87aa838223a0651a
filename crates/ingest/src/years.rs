//! The fiscal years that the rows of a table name, where a column says them (年度). One that may be a calendar year is
//! settled by the others. Reads no value.

use nendo_model::{FiscalYear, YearName};
use rustc_hash::FxHashMap;

use crate::columns::Columns;
use crate::dated;
use crate::record::Record;
use crate::role::Role;

/// The years of a table, by the texts that name them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Years<'t>(FxHashMap<&'t str, RowYear>);

/// What a cell of the year column says of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowYear {
    Fiscal(FiscalYear),
    /// A calendar year among fiscal years.
    Civil(FiscalYear),
}

impl<'t> Years<'t> {
    /// Reads the year column, if there is one.
    pub(crate) fn of(rows: &[Record<'t>], columns: &Columns<'_>) -> Self {
        let Some(column) = columns.of(Role::Year).next() else { return Self::default() };
        let mut read: FxHashMap<&str, Option<YearName>> = FxHashMap::default();
        for text in rows.iter().map(|row| row.cell(column)) {
            read.entry(text).or_insert_with(|| YearName::read(text));
        }
        let calendars = || read.values().flatten().map(|name| name.calendar);
        let settled = |name: YearName| {
            let is_civil = dated::is_civil(name.calendar, calendars());
            if is_civil { RowYear::Civil(name.year) } else { RowYear::Fiscal(name.year) }
        };
        Self(read.iter().filter_map(|(text, name)| Some((*text, settled((*name)?)))).collect())
    }

    /// What a cell of the year column names.
    pub(crate) fn year(&self, text: &str) -> Option<RowYear> {
        self.0.get(text).copied()
    }
}
