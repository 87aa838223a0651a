//! A progress table as a list of KPIs with their cells. Reads no value and gives no id.

use std::collections::BTreeSet;

use nendo_model::{Case, Checked, FiscalYear, Problem, Saved};

use crate::columns::Columns;
use crate::listed::Listed;
use crate::record::Grid;
use crate::role::Role;
use crate::rows;
use crate::vocabulary::Vocabulary;

/// What a table holds.
#[derive(Clone, Debug)]
pub(crate) struct Table<'t> {
    /// The fiscal year of its edition.
    pub(crate) year: FiscalYear,
    pub(crate) saved: Saved,
    pub(crate) columns: Columns<'t>,
    pub(crate) listed: Vec<Listed<'t>>,
    /// The entries of `[columns]` in plan.toml that were used.
    pub(crate) settings: BTreeSet<usize>,
}

impl Table<'_> {
    /// The headers of its levels, outermost first.
    pub(crate) fn levels(&self) -> Vec<&str> {
        self.columns.of(Role::Level).map(|at| self.columns.header.cells[at].as_str()).collect()
    }
}

/// Reads a table; `None` where no header is found, or no KPI below it.
pub(crate) fn read<'t>(
    grid: &'t Grid,
    file: &'t str,
    words: Vocabulary<'_>,
    edition: FiscalYear,
) -> Checked<Option<Table<'t>>> {
    let mut problems = Vec::new();
    let records = grid.records();
    let Some(columns) = Columns::read(&records, file, words, edition).unload(&mut problems) else {
        return Checked { value: None, problems };
    };
    let Columns { header, .. } = &columns;
    let (listed, mut settings) =
        rows::read(header.rows_below(&records), &columns, words).unload(&mut problems);
    if listed.is_empty() {
        // A file that was cut short must not pass for a plan that has ended.
        problems.insert(0, Problem { case: Case::NoRows {}, origin: header.row(header.record) });
        return Checked { value: None, problems };
    }
    settings.extend(columns.settings());
    Checked { value: Some(Table { year: edition, saved: grid.saved, columns, listed, settings }), problems }
}
