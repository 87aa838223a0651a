//! A progress table as a list of KPIs with their cells. Reads no value and gives no id.

use std::collections::BTreeSet;
use std::rc::Rc;

use nendo_model::{Case, Checked, FiscalYear, Origin, Place, Problem};

use crate::alias::Item;
use crate::columns::Columns;
use crate::heading::Vocabulary;
use crate::record::Record;
use crate::role::Role;
use crate::{rows, spelling};

/// A cell as it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Written<'t> {
    pub(crate) text: &'t str,
    pub(crate) place: Place,
}

/// A cell that names something.
#[derive(Clone, Debug)]
pub(crate) struct Named<'t> {
    pub(crate) written: Written<'t>,
    /// Its text as names are compared. A table keeps each once.
    pub(crate) key: Rc<str>,
}

/// A KPI with its cells.
#[derive(Clone, Debug)]
pub(crate) struct Listed<'t> {
    /// The levels it stands under, outermost first; at least one.
    pub(crate) path: Rc<[Named<'t>]>,
    /// Its name; blank or a dash where it has none.
    pub(crate) name: Named<'t>,
    /// What is said of it once, by role: unit, section, baseline …
    pub(crate) wide: Vec<(Role, Written<'t>)>,
    /// What is said of each year, in the order of years and items.
    pub(crate) values: Vec<(FiscalYear, Item, Written<'t>)>,
}

/// What a table holds.
#[derive(Clone, Debug)]
pub(crate) struct Table<'t> {
    pub(crate) columns: Columns,
    pub(crate) listed: Vec<Listed<'t>>,
    /// The entries of `[columns]` in plan.toml that were used.
    pub(crate) settings: BTreeSet<usize>,
}

impl Written<'_> {
    /// The text as names are compared; that of a dash is empty.
    pub(crate) fn key(self) -> Rc<str> {
        if nendo_model::is_placeholder(self.text) {
            Rc::default()
        } else {
            spelling::folded(self.text).into()
        }
    }
}

impl Table<'_> {
    /// The headers of its levels, outermost first.
    pub(crate) fn levels(&self) -> Vec<&str> {
        self.columns.of(Role::Level).map(|at| self.columns.header.cells[at].as_str()).collect()
    }
}

/// Whether two paths are the same. A table keeps each key once.
pub(crate) fn is_same(one: &[Named<'_>], other: &[Named<'_>]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| Rc::ptr_eq(&one.key, &other.key))
}

/// Reads a table; `None` where no header is found, or no KPI below it.
pub(crate) fn read<'t>(
    records: &[Record<'t>],
    file: &str,
    words: Vocabulary<'_>,
    edition: FiscalYear,
) -> Checked<Option<Table<'t>>> {
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
