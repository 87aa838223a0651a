//! The rows below a header → the KPIs that they list. A total is no KPI, nor is what no row that is
//! used speaks of. Knows the role of each column, not how it was found.

use std::collections::{BTreeMap, BTreeSet};

use nendo_model::{Case, Checked, FiscalYear, Origin, Problem};

use crate::alias::Item;
use crate::columns::Columns;
use crate::heading::{RowItem, Vocabulary};
use crate::keys::Keys;
use crate::record::Record;
use crate::role::Role;
use crate::table::{Listed, Written, place};

/// Reads the rows of a table: its KPIs, and which entries of `[columns]` in plan.toml its items use.
pub(crate) fn read(
    rows: &[Record],
    columns: &Columns,
    file: &str,
    words: Vocabulary<'_>,
) -> Checked<(Vec<Listed>, BTreeSet<usize>)> {
    let mut reader = Reader::new(file, columns, words);
    for record in rows {
        reader.row(record);
    }
    reader.finish()
}

/// The state of reading from row to row.
struct Reader<'a> {
    file: &'a str,
    columns: &'a Columns,
    words: Vocabulary<'a>,
    keys: Keys,
    listed: Vec<Listed>,
    /// Where each KPI is in `listed`, by path and name as they are compared.
    index: BTreeMap<Vec<String>, usize>,
    /// The KPIs that some row is used for.
    used: BTreeSet<usize>,
    /// Rows that name a level and have nothing else, and the rows that a KPI is named by.
    headings: Vec<(u32, String)>,
    named: BTreeSet<u32>,
    settings: BTreeSet<usize>,
    problems: Vec<Problem>,
}

/// Why nothing is read of a row but what it says of all years and items.
struct Unused;

impl<'a> Reader<'a> {
    fn new(file: &'a str, columns: &'a Columns, words: Vocabulary<'a>) -> Self {
        Self {
            file,
            columns,
            words,
            keys: Keys::of(columns),
            listed: Vec::new(),
            index: BTreeMap::new(),
            used: BTreeSet::new(),
            headings: Vec::new(),
            named: BTreeSet::new(),
            settings: BTreeSet::new(),
            problems: Vec::new(),
        }
    }

    fn row(&mut self, record: &Record) {
        if record.cells.iter().all(String::is_empty) || self.columns.header.is_repeated_in(&record.cells) {
            return;
        }
        self.keys.carry(|column| filled(self.columns, self.file, record, column));
        let is_value =
            |role: &Role| !matches!(role, Role::Level | Role::Kpi | Role::Year | Role::Ignored | Role::None);
        if !self.is_filled(record, |role| *role == Role::Kpi || is_value(role)) {
            self.headings.push((record.row, text(record)));
            return;
        }
        let kpi = if self.keys.is_total() { None } else { self.kpi(record) };
        match kpi {
            None => self.stray(record, Origin::row(self.file, record.row)),
            Some(at) => {
                self.wide(record, at);
                if self.values(record, at).is_ok() {
                    self.used.insert(at);
                }
            }
        }
    }

    /// The KPI that a row belongs to, listed anew where it is new.
    fn kpi(&mut self, record: &Record) -> Option<usize> {
        let path = self.keys.path();
        let name = self.keys.kpi(|column| self.columns.header.cell(self.file, record.row, column))?;
        if path.is_empty() {
            return None;
        }
        self.named.extend(self.keys.rows());
        let place = path.iter().chain([&name]).map(Written::key).collect();
        let next = self.listed.len();
        let at = *self.index.entry(place).or_insert(next);
        if at == next {
            self.listed.push(Listed { path, name, wide: Vec::new(), years: BTreeMap::new() });
        }
        Some(at)
    }

    /// What is said of a KPI once, though each of its rows may repeat it.
    fn wide(&mut self, record: &Record, at: usize) {
        for (column, role) in self.columns.roles.iter().enumerate() {
            if !matches!(role, Role::KpiId | Role::Unit | Role::Section | Role::Baseline | Role::FinalTarget)
            {
                continue;
            }
            let Some(written) = filled(self.columns, self.file, record, column) else { continue };
            match self.listed[at].wide.iter().find(|(other, _)| other == role) {
                None => self.listed[at].wide.push((*role, written)),
                Some((_, first)) if first.text == written.text => {}
                Some((_, first)) => {
                    let other = place(&first.origin);
                    self.same_value(written, other);
                }
            }
        }
    }

    /// Takes up the values of a row: all of them, or what their own columns say the item and the
    /// year of.
    fn values(&mut self, record: &Record, at: usize) -> Result<(), Unused> {
        let columns = self.columns;
        let (item, year) = (self.row_item(record), self.row_year(record));
        let used = if item.is_ok() && year.is_ok() { Ok(()) } else { Err(Unused) };
        let (row_item, row_year) = (item.ok().flatten(), year.ok().flatten());
        let has_item_rows = columns.of(Role::Item).next().is_some();
        for (column, role) in columns.roles.iter().enumerate() {
            let Role::Value { year, item: own } = *role else { continue };
            let (Some(year), Some(item)) = (year.or(row_year), own.or(row_item)) else { continue };
            let text = record.cells.get(column).cloned().unwrap_or_default();
            let written = Written { text, origin: self.origin(record, column) };
            let entry = self.listed[at].years.entry(year).or_default();
            let Some(first) = entry.get(&item).filter(|first| !first.text.is_empty()) else {
                entry.insert(item, written);
                continue;
            };
            // A grade or note in a column of its own stands for all rows of the KPI.
            let is_repeated = has_item_rows && own.is_some() && first.text == written.text;
            if !written.text.is_empty() && !is_repeated {
                let other = place(&first.origin);
                self.same_value(written, other);
            }
        }
        used
    }

    /// The item that a row is of, where a column of values asks for it.
    fn row_item(&mut self, record: &Record) -> Result<Option<Item>, Unused> {
        let Some(key) = self.keys.find(Role::Item) else { return Ok(None) };
        let text = key.carried.as_ref().map(|item| item.text.clone()).unwrap_or_default();
        if let Some((item, setting)) = self.words.item(&text) {
            self.settings.extend(setting);
            return match item {
                RowItem::Item(item) => Ok(Some(item)),
                RowItem::Ignored => Err(Unused),
            };
        }
        let asks = |role: &Role| matches!(role, Role::Value { item: None, .. });
        let case = match text {
            text if !text.is_empty() => Case::UnknownItem { value: text },
            _ if self.is_filled(record, asks) => Case::NoItem {},
            _ => return Ok(None),
        };
        let origin = self.origin(record, key.column);
        self.problems.push(Problem { case, origin });
        Err(Unused)
    }

    /// The fiscal year that a row is of, where a column of values asks for it.
    fn row_year(&mut self, record: &Record) -> Result<Option<FiscalYear>, Unused> {
        let Some(key) = self.keys.find(Role::Year) else { return Ok(None) };
        let year = key.carried.as_ref().and_then(|year| FiscalYear::read(&year.text));
        let asks = |role: &Role| matches!(role, Role::Value { year: None, .. });
        if year.is_none() && (key.carried.is_some() || self.is_filled(record, asks)) {
            self.stray(record, self.origin(record, key.column));
            return Err(Unused);
        }
        Ok(year)
    }

    fn finish(mut self) -> Checked<(Vec<Listed>, BTreeSet<usize>)> {
        // A level that no KPI stands under is more likely a footnote.
        for (row, value) in self.headings {
            if !self.named.contains(&row) {
                let origin = Origin::row(self.file, row);
                self.problems.push(Problem { case: Case::StrayRow { value }, origin });
            }
        }
        let listed = self.listed.into_iter().enumerate().filter(|(at, _)| self.used.contains(at));
        let listed = listed.map(|(_, listed)| listed).collect();
        Checked { value: (listed, self.settings), problems: self.problems }
    }

    fn stray(&mut self, record: &Record, origin: Origin) {
        self.problems.push(Problem { case: Case::StrayRow { value: text(record) }, origin });
    }

    fn same_value(&mut self, written: Written, other: String) {
        let case = Case::SameValue { value: written.text, other };
        self.problems.push(Problem { case, origin: written.origin });
    }

    /// Whether any column of such a role is filled.
    fn is_filled(&self, record: &Record, wanted: impl Fn(&Role) -> bool) -> bool {
        let mut cells = self.columns.roles.iter().zip(&record.cells);
        cells.any(|(role, cell)| !cell.is_empty() && wanted(role))
    }

    fn origin(&self, record: &Record, column: usize) -> Origin {
        self.columns.header.cell(self.file, record.row, column)
    }
}

/// A cell that is filled.
fn filled(columns: &Columns, file: &str, record: &Record, column: usize) -> Option<Written> {
    let text = record.cells.get(column).filter(|text| !text.is_empty())?.clone();
    Some(Written { text, origin: columns.header.cell(file, record.row, column) })
}

/// All that a row says.
fn text(record: &Record) -> String {
    let filled: Vec<&str> = record.cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    filled.join(" ")
}
