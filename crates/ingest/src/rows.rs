//! The rows below a header → the KPIs that they list. Blank cells of merged rows take what stands
//! above them, but only under the same parent. Knows the role of each column, not how it was found.

use std::collections::{BTreeMap, BTreeSet};

use nendo_model::{Case, Checked, FiscalYear, Origin, Problem};

use crate::alias::Item;
use crate::columns::Columns;
use crate::heading::Vocabulary;
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
    /// The columns whose blank cells take what stands above: level, KPI, item, year.
    keys: Vec<Key>,
    listed: Vec<Listed>,
    /// Where each KPI is in `listed`, by path and name as they are compared.
    index: BTreeMap<Vec<String>, usize>,
    /// Rows that name a level and have nothing else, and the rows that a KPI is named by.
    headings: Vec<(u32, String)>,
    named: BTreeSet<u32>,
    settings: BTreeSet<usize>,
    problems: Vec<Problem>,
}

struct Key {
    column: usize,
    role: Role,
    carried: Option<Written>,
}

impl<'a> Reader<'a> {
    fn new(file: &'a str, columns: &'a Columns, words: Vocabulary<'a>) -> Self {
        let is_key = |role: &Role| matches!(role, Role::Level | Role::Kpi | Role::Item | Role::Year);
        let roles = columns.roles.iter().enumerate().filter(|(_, role)| is_key(role));
        Self {
            file,
            columns,
            words,
            keys: roles.map(|(column, role)| Key { column, role: *role, carried: None }).collect(),
            listed: Vec::new(),
            index: BTreeMap::new(),
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
        self.carry(record);
        let is_value =
            |role: &Role| !matches!(role, Role::Level | Role::Kpi | Role::Year | Role::Ignored | Role::None);
        if !self.is_filled(record, |role| *role == Role::Kpi || is_value(role)) {
            self.headings.push((record.row, text(record)));
            return;
        }
        match self.kpi(record) {
            None => self.stray(record, Origin::row(self.file, record.row)),
            Some(at) => {
                self.wide(record, at);
                self.values(record, at);
            }
        }
    }

    /// Takes up the filled key cells. One that differs from what stood above ends all to its right.
    fn carry(&mut self, record: &Record) {
        for at in 0..self.keys.len() {
            let Some(written) = self.cell(record, self.keys[at].column) else { continue };
            let same = self.keys[at].carried.as_ref().is_some_and(|above| above.key() == written.key());
            if !same {
                self.keys[at].carried = Some(written);
                self.keys[at + 1..].iter_mut().for_each(|right| right.carried = None);
            }
        }
    }

    /// The KPI that a row belongs to, listed anew where it is new. A lowest level without a KPI
    /// beside it is followed as a KPI without a name.
    fn kpi(&mut self, record: &Record) -> Option<usize> {
        let levels = self.keys.iter().filter(|key| key.role == Role::Level);
        let is_lowest_named =
            levels.clone().next_back()?.carried.as_ref().is_some_and(|level| !level.key().is_empty());
        let path: Vec<Written> =
            levels.filter_map(|key| key.carried.clone()).filter(|level| !level.key().is_empty()).collect();
        let column = self.columns.of(Role::Kpi).next()?;
        let unnamed = || Written { text: String::new(), origin: self.origin(record, column) };
        let kpi = self.keys.iter().position(|key| key.role == Role::Kpi)?;
        let name = match &self.keys[kpi].carried {
            Some(name) => name.clone(),
            None if is_lowest_named => unnamed(),
            None => return None,
        };
        if path.is_empty() {
            return None;
        }
        self.named.extend(self.keys.iter().filter_map(|key| key.carried.as_ref()?.origin.row));
        self.keys[kpi].carried = Some(name.clone());
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
            let Some(written) = self.cell(record, column) else { continue };
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

    fn values(&mut self, record: &Record, at: usize) {
        let columns = self.columns;
        let row_item = self.row_item(record);
        let row_year = self.row_year(record);
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
    }

    /// The item that a row is of, where a column of values asks for it.
    fn row_item(&mut self, record: &Record) -> Option<Item> {
        let key = self.keys.iter().find(|key| key.role == Role::Item)?;
        let text = key.carried.as_ref().map(|item| item.text.clone()).unwrap_or_default();
        if let Some((item, setting)) = self.words.item(&text) {
            self.settings.extend(setting);
            return Some(item);
        }
        let asks = |role: &Role| matches!(role, Role::Value { item: None, .. });
        if !text.is_empty() || self.is_filled(record, asks) {
            let origin = self.origin(record, key.column);
            self.problems.push(Problem { case: Case::UnknownItem { value: text }, origin });
        }
        None
    }

    /// The fiscal year that a row is of, where a column of values asks for it.
    fn row_year(&mut self, record: &Record) -> Option<FiscalYear> {
        let key = self.keys.iter().find(|key| key.role == Role::Year)?;
        let year = key.carried.as_ref().and_then(|year| FiscalYear::read(&year.text));
        let asks = |role: &Role| matches!(role, Role::Value { year: None, .. });
        if year.is_none() && (key.carried.is_some() || self.is_filled(record, asks)) {
            self.stray(record, self.origin(record, key.column));
        }
        year
    }

    fn finish(mut self) -> Checked<(Vec<Listed>, BTreeSet<usize>)> {
        // A level that no KPI stands under is more likely a footnote.
        for (row, value) in self.headings {
            if !self.named.contains(&row) {
                let origin = Origin::row(self.file, row);
                self.problems.push(Problem { case: Case::StrayRow { value }, origin });
            }
        }
        Checked { value: (self.listed, self.settings), problems: self.problems }
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

    /// A cell that is filled.
    fn cell(&self, record: &Record, column: usize) -> Option<Written> {
        let text = record.cells.get(column).filter(|text| !text.is_empty())?.clone();
        Some(Written { text, origin: self.origin(record, column) })
    }

    fn origin(&self, record: &Record, column: usize) -> Origin {
        self.columns.header.cell(self.file, record.row, column)
    }
}

/// All that a row says.
fn text(record: &Record) -> String {
    let filled: Vec<&str> = record.cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    filled.join(" ")
}
