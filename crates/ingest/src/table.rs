//! A progress table as a list of KPIs with their cells. Reads no value and gives no id.

use std::collections::BTreeSet;

use nendo_model::{Case, Checked, FiscalYear, Problem, Saved};

use crate::columns::Columns;
use crate::listed::Listed;
use crate::published::{self, Published};
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
    pub(crate) source: Source,
}

/// Whose table it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The city's own.
    City,
    /// One that nendo published.
    Published,
}

impl Table<'_> {
    /// The headers of its levels, outermost first. Those of published data are no names for people, and empty.
    pub(crate) fn levels(&self) -> Vec<&str> {
        let headers = self.columns.of(Role::Level).map(|at| self.columns.header.cells[at].as_str());
        headers.map(|header| if self.source == Source::Published { "" } else { header }).collect()
    }
}

/// Reads a table. `edition` is its year where it does not say it of itself, as published data does. `None` where no header is found, or no KPI below it.
pub(crate) fn read<'t>(
    grid: &'t Grid,
    file: &'t str,
    words: Vocabulary<'_>,
    edition: FiscalYear,
) -> Checked<Option<Table<'t>>> {
    let mut problems = Vec::new();
    let records = grid.records();
    if let Some(published) = published::read(&records, file, words.language, edition) {
        let made = |Published { year, columns, listed }| {
            let (saved, settings, source) = (grid.saved, BTreeSet::new(), Source::Published);
            Table { year, saved, columns, listed, settings, source }
        };
        let Checked { value, problems } = published;
        return Checked { value: value.map(made), problems };
    }
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
    let (saved, source) = (grid.saved, Source::City);
    Checked { value: Some(Table { year: edition, saved, columns, listed, settings, source }), problems }
}
