//! The rows below a header → the KPIs that they list. A total is no KPI, nor is what no row that is
//! used speaks of. Knows the role of each column, not how it was found.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use nendo_model::{Case, Checked, FiscalYear, Origin, Place, Problem};

use crate::alias::Item;
use crate::columns::Columns;
use crate::heading::{RowItem, Vocabulary};
use crate::keys::{Carry, Keys};
use crate::record::Record;
use crate::role::Role;
use crate::table::{Listed, Named, Written};

/// Reads the rows of a table: its KPIs, and which entries of `[columns]` in plan.toml its items use.
pub(crate) fn read<'t>(
    rows: &[Record<'t>],
    columns: &Columns,
    file: &str,
    words: Vocabulary<'_>,
) -> Checked<(Vec<Listed<'t>>, BTreeSet<usize>)> {
    let mut reader = Reader::new(file, columns, words);
    for record in rows {
        reader.row(*record);
    }
    reader.finish()
}

/// The state of reading from row to row.
struct Reader<'a, 't> {
    file: &'a str,
    columns: &'a Columns,
    words: Vocabulary<'a>,
    keys: Keys<'t>,
    /// The KPI that the last row belonged to; `None` where it has none.
    current: Option<usize>,
    listed: Vec<Listed<'t>>,
    /// Where each KPI is in `listed`, by path and name as they are compared.
    index: HashMap<Vec<Rc<str>>, usize>,
    /// The KPIs that some row is used for.
    used: BTreeSet<usize>,
    /// Rows that name a level and have nothing else, until a KPI is named by them.
    headings: BTreeMap<u32, String>,
    /// What the texts of item and year columns were read as.
    items: BTreeMap<&'t str, Option<(RowItem, Option<usize>)>>,
    years: BTreeMap<&'t str, Option<FiscalYear>>,
    settings: BTreeSet<usize>,
    problems: Vec<Problem>,
}

/// Why nothing is read of a row but what it says of all years and items.
struct Unused;

impl<'a, 't> Reader<'a, 't> {
    fn new(file: &'a str, columns: &'a Columns, words: Vocabulary<'a>) -> Self {
        Self {
            file,
            columns,
            words,
            keys: Keys::of(columns),
            current: None,
            listed: Vec::new(),
            index: HashMap::new(),
            used: BTreeSet::new(),
            headings: BTreeMap::new(),
            items: BTreeMap::new(),
            years: BTreeMap::new(),
            settings: BTreeSet::new(),
            problems: Vec::new(),
        }
    }

    fn row(&mut self, record: Record<'t>) {
        if self.columns.header.is_repeated_in(record) {
            return;
        }
        let carry = self.keys.carry(|column| filled(record, column));
        let is_value =
            |role: &Role| !matches!(role, Role::Level | Role::Kpi | Role::Year | Role::Ignored | Role::None);
        if !self.is_filled(record, |role| *role == Role::Kpi || is_value(role)) {
            self.headings.insert(record.row, text(record));
            self.current = None;
            return;
        }
        if carry == Carry::Other || self.current.is_none() {
            self.current = if self.keys.is_total() { None } else { self.kpi(record) };
        }
        match self.current {
            None => self.stray(record, Origin::row(self.file, record.row)),
            Some(at) => {
                if !self.headings.is_empty() {
                    for row in self.keys.rows() {
                        self.headings.remove(&row);
                    }
                }
                self.wide(record, at);
                if self.values(record, at).is_ok() {
                    self.used.insert(at);
                }
            }
        }
    }

    /// The KPI that a row belongs to, listed anew where it is new.
    fn kpi(&mut self, record: Record<'t>) -> Option<usize> {
        let path = self.keys.path();
        let name = self.keys.kpi(|column| Place::new(record.row, column))?;
        if path.is_empty() {
            return None;
        }
        let place = path.iter().chain([&name]).map(|level| level.key.clone()).collect();
        let next = self.listed.len();
        let at = *self.index.entry(place).or_insert(next);
        if at == next {
            self.listed.push(Listed { path: self.shared(path), name, wide: Vec::new(), values: Vec::new() });
        }
        Some(at)
    }

    /// A path, kept once for the KPIs that stand under it one after the other.
    fn shared(&self, path: Vec<Named<'t>>) -> Rc<[Named<'t>]> {
        let keys =
            |path: &'_ [Named<'t>]| path.iter().map(|level| Rc::as_ptr(&level.key)).collect::<Vec<_>>();
        match self.listed.last() {
            Some(last) if keys(&last.path) == keys(&path) => last.path.clone(),
            _ => path.into(),
        }
    }

    /// What is said of a KPI once, though each of its rows may repeat it.
    fn wide(&mut self, record: Record<'t>, at: usize) {
        for (column, role) in self.columns.roles.iter().enumerate() {
            if !matches!(role, Role::KpiId | Role::Unit | Role::Section | Role::Baseline | Role::FinalTarget)
            {
                continue;
            }
            let Some(written) = filled(record, column) else { continue };
            match self.listed[at].wide.iter().find(|(other, _)| other == role) {
                None => self.listed[at].wide.push((*role, written)),
                Some((_, first)) if first.text == written.text => {}
                Some((_, first)) => self.same_value(written, first.place),
            }
        }
    }

    /// Takes up the values of a row: all of them, or what their own columns say the item and the
    /// year of.
    fn values(&mut self, record: Record<'t>, at: usize) -> Result<(), Unused> {
        let columns = self.columns;
        let (item, year) = (self.row_item(record), self.row_year(record));
        let used = if item.is_ok() && year.is_ok() { Ok(()) } else { Err(Unused) };
        let (row_item, row_year) = (item.ok().flatten(), year.ok().flatten());
        for (column, role) in columns.roles.iter().enumerate() {
            let Role::Value { year, item: own } = *role else { continue };
            let (Some(year), Some(item)) = (year.or(row_year), own.or(row_item)) else { continue };
            let written = Written { text: record.cell(column), place: Place::new(record.row, column) };
            let values = &mut self.listed[at].values;
            match values.binary_search_by_key(&(year, item), |(year, item, _)| (*year, *item)) {
                Err(next) => values.insert(next, (year, item, written)),
                Ok(first) if values[first].2.text.is_empty() => values[first].2 = written,
                Ok(first) => {
                    let first = values[first].2;
                    // A grade or note in a column of its own stands for all rows of the KPI.
                    let has_item_rows = || columns.of(Role::Item).next().is_some();
                    let is_repeated = own.is_some() && has_item_rows() && first.text == written.text;
                    if !written.text.is_empty() && !is_repeated {
                        self.same_value(written, first.place);
                    }
                }
            }
        }
        used
    }

    /// The item that a row is of, where a column of values asks for it.
    fn row_item(&mut self, record: Record<'t>) -> Result<Option<Item>, Unused> {
        let Some(key) = self.keys.find(Role::Item) else { return Ok(None) };
        let text = key.carried.as_ref().map(|item| item.written.text).unwrap_or_default();
        let words = self.words;
        if let Some((item, setting)) = *self.items.entry(text).or_insert_with(|| words.item(text)) {
            self.settings.extend(setting);
            return match item {
                RowItem::Item(item) => Ok(Some(item)),
                RowItem::Ignored => Err(Unused),
            };
        }
        let asks = |role: &Role| matches!(role, Role::Value { item: None, .. });
        let case = match text {
            text if !text.is_empty() => Case::UnknownItem { value: text.to_owned() },
            _ if self.is_filled(record, asks) => Case::NoItem {},
            _ => return Ok(None),
        };
        let origin = self.origin(Place::new(record.row, key.column));
        self.problems.push(Problem { case, origin });
        Err(Unused)
    }

    /// The fiscal year that a row is of, where a column of values asks for it.
    fn row_year(&mut self, record: Record<'t>) -> Result<Option<FiscalYear>, Unused> {
        let Some(key) = self.keys.find(Role::Year) else { return Ok(None) };
        let text = key.carried.as_ref().map(|year| year.written.text);
        let year = text.and_then(|text| *self.years.entry(text).or_insert_with(|| FiscalYear::read(text)));
        let asks = |role: &Role| matches!(role, Role::Value { year: None, .. });
        if year.is_none() && (text.is_some() || self.is_filled(record, asks)) {
            self.stray(record, self.origin(Place::new(record.row, key.column)));
            return Err(Unused);
        }
        Ok(year)
    }

    fn finish(mut self) -> Checked<(Vec<Listed<'t>>, BTreeSet<usize>)> {
        // A level that no KPI stands under is more likely a footnote.
        for (row, value) in self.headings {
            let origin = Origin::row(self.file, row);
            self.problems.push(Problem { case: Case::StrayRow { value }, origin });
        }
        let listed = self.listed.into_iter().enumerate().filter(|(at, _)| self.used.contains(at));
        let listed = listed.map(|(_, listed)| listed).collect();
        Checked { value: (listed, self.settings), problems: self.problems }
    }

    fn stray(&mut self, record: Record<'t>, origin: Origin) {
        self.problems.push(Problem { case: Case::StrayRow { value: text(record) }, origin });
    }

    fn same_value(&mut self, written: Written<'t>, first: Place) {
        let case = Case::SameValue { value: written.text.to_owned(), other: first.to_string() };
        self.problems.push(Problem { case, origin: self.origin(written.place) });
    }

    /// Whether any column of such a role is filled.
    fn is_filled(&self, record: Record<'t>, wanted: impl Fn(&Role) -> bool) -> bool {
        let mut cells = self.columns.roles.iter().zip(record.cells());
        cells.any(|(role, cell)| !cell.is_empty() && wanted(role))
    }

    fn origin(&self, place: Place) -> Origin {
        self.columns.header.cell(self.file, place)
    }
}

/// A cell that is filled.
fn filled(record: Record<'_>, column: usize) -> Option<Written<'_>> {
    let text = Some(record.cell(column)).filter(|text| !text.is_empty())?;
    Some(Written { text, place: Place::new(record.row, column) })
}

/// All that a row says.
fn text(record: Record<'_>) -> String {
    let filled: Vec<&str> = record.cells().filter(|cell| !cell.is_empty()).collect();
    filled.join(" ")
}
