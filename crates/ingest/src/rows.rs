//! The rows below a header → the KPIs that they list. A total is no KPI, nor is what no row that is
//! used speaks of. Knows the role of each column, not how it was found.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use nendo_model::{Calendar, Case, Checked, FiscalYear, Origin, Place, Problem, YearName};
use rustc_hash::FxHashMap;

use crate::alias::Item;
use crate::columns::Columns;
use crate::heading::{RowItem, RowWord, Vocabulary};
use crate::items::Items;
use crate::keys::{Carry, Keys};
use crate::record::Record;
use crate::role::Role;
use crate::table::{self, Listed, Named, Written};
use crate::{dated, footnote, sections};

/// Reads the rows of a table: its KPIs, and which entries of `[columns]` in plan.toml its items use.
pub(crate) fn read<'t>(
    rows: &[Record<'t>],
    columns: &Columns,
    file: &str,
    words: Vocabulary<'_>,
) -> Checked<(Vec<Listed<'t>>, BTreeSet<usize>)> {
    let mut reader = Reader::new(file, columns, words);
    let years = columns.of(Role::Year).next().into_iter();
    let years = years.flat_map(|column| rows.iter().map(move |row| row.cell(column)));
    reader.has_fiscal = years.filter_map(YearName::read).any(|name| name.calendar == Calendar::Fiscal);
    reader.items = Items::of(rows, columns, words);
    for (at, record) in rows.iter().enumerate() {
        if footnote::is_footnote(*record, columns.header.kpi) {
            let next = rows.get(at + 1);
            if next.is_some_and(|next| footnote::may_be_level(*record, *next, columns.header.kpi)) {
                reader.stray(*record, Origin::row(file, record.row));
            }
            continue;
        }
        if columns.header.is_another(*record, words) {
            let case = Case::SecondHeader { value: text(*record) };
            reader.problems.push(Problem { case, origin: Origin::row(file, record.row) });
            break;
        }
        reader.row(*record);
    }
    reader.finish()
}

/// The roles of what is said of a KPI once.
const WIDE: [Role; 8] = [
    Role::KpiId,
    Role::KpiNumber,
    Role::Unit,
    Role::Section,
    Role::Counting,
    Role::Direction,
    Role::Baseline,
    Role::FinalTarget,
];

/// The state of reading from row to row.
struct Reader<'a, 't> {
    file: &'a str,
    columns: &'a Columns,
    /// The columns of values, with what each knows of them, and those of what is said once.
    values: Vec<(usize, Option<FiscalYear>, Option<Item>)>,
    wide: Vec<(usize, Role)>,
    words: Vocabulary<'a>,
    keys: Keys<'t>,
    /// What last stood in the columns of what is said once.
    above: FxHashMap<usize, &'t str>,
    /// The KPI that the last row belonged to; `None` where it has none.
    current: Option<usize>,
    listed: Vec<Listed<'t>>,
    /// Where each KPI is in `listed`, by path and name as they are compared.
    index: FxHashMap<Vec<Rc<str>>, usize>,
    /// The KPIs that some row is used for.
    used: BTreeSet<usize>,
    /// Rows that name a level and have nothing else, until a KPI is named by them.
    headings: BTreeMap<u32, String>,
    /// What the texts of item and year columns were read as.
    words_read: FxHashMap<&'t str, Option<RowWord>>,
    years_read: FxHashMap<&'t str, Option<YearName>>,
    settings: BTreeSet<usize>,
    /// The KPIs in whose row a level is named.
    first: BTreeSet<usize>,
    /// Whether some row names its year as a fiscal one (年度).
    has_fiscal: bool,
    items: Items,
    problems: Vec<Problem>,
}

/// Why nothing is read of a row but what it says of all years and items.
struct Unused;

impl<'a, 't> Reader<'a, 't> {
    fn new(file: &'a str, columns: &'a Columns, words: Vocabulary<'a>) -> Self {
        let roles = || columns.roles.iter().enumerate();
        let value = |(column, role): (usize, &Role)| match *role {
            Role::Value { year, item } => Some((column, year, item)),
            _ => None,
        };
        Self {
            file,
            columns,
            values: roles().filter_map(value).collect(),
            wide: roles()
                .filter(|(_, role)| WIDE.contains(role))
                .map(|(column, role)| (column, *role))
                .collect(),
            words,
            keys: Keys::of(columns),
            above: FxHashMap::default(),
            current: None,
            listed: Vec::new(),
            index: FxHashMap::default(),
            used: BTreeSet::new(),
            headings: BTreeMap::new(),
            words_read: FxHashMap::default(),
            years_read: FxHashMap::default(),
            settings: BTreeSet::new(),
            first: BTreeSet::new(),
            has_fiscal: false,
            items: Items::default(),
            problems: Vec::new(),
        }
    }

    fn row(&mut self, record: Record<'t>) {
        if self.columns.header.is_repeated_in(record) {
            return;
        }
        let named = |column| filled(record, column).filter(|written| !is_ditto(written.text));
        let carry = self.keys.carry(named);
        if !self.is_filled(record, |role| *role == Role::Kpi || role.is_said_of_kpi()) {
            self.headings.insert(record.row, text(record));
            self.current = None;
            return;
        }
        if self.is_row_without_name(record) {
            self.stray(record, Origin::row(self.file, record.row));
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

    /// Whether a row has values and says of no KPI, in a table where each KPI has one row: what tells it
    /// from the row above may be a column that is not known (男性, 女性).
    fn is_row_without_name(&self, record: Record<'t>) -> bool {
        let is_value = |role: &Role| {
            matches!(role, Role::Value { item: Some(Item::Target | Item::Actual | Item::Evaluation), .. })
        };
        self.keys.find(Role::Item).is_none()
            && self.keys.find(Role::Year).is_none()
            && !self.is_filled(record, |role| matches!(role, Role::Level | Role::Kpi))
            && self.is_filled(record, is_value)
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
            if self.is_filled(record, |role| *role == Role::Level) {
                self.first.insert(at);
            }
            // One KPI has about as many values as another.
            let values = Vec::with_capacity(self.listed.last().map_or(0, |last| last.values.len()));
            self.listed.push(Listed { path: self.shared(path), name, wide: Vec::new(), values });
        }
        Some(at)
    }

    /// A path, kept once for the KPIs that stand under it one after the other.
    fn shared(&self, path: Vec<Named<'t>>) -> Rc<[Named<'t>]> {
        match self.listed.last() {
            Some(last) if table::is_same(&last.path, &path) => last.path.clone(),
            _ => path.into(),
        }
    }

    /// What is said of a KPI once, though each of its rows may repeat it.
    fn wide(&mut self, record: Record<'t>, at: usize) {
        for index in 0..self.wide.len() {
            let (column, role) = self.wide[index];
            let Some(mut written) = filled(record, column) else { continue };
            if is_ditto(written.text) {
                let Some(above) = self.above.get(&column) else { continue };
                written = Written { text: above, ..written };
            }
            self.above.insert(column, written.text);
            let is_own = |known: Role| known == role || known == Role::Ignored && role == Role::KpiNumber;
            match self.listed[at].wide.iter_mut().find(|(known, _)| is_own(*known)) {
                Some((Role::Ignored, _)) => {}
                None => self.listed[at].wide.push((role, written)),
                Some((_, first)) if first.text == written.text => {}
                // A number that changes from row to row is the row's, and of no use.
                Some((known @ Role::KpiNumber, _)) => *known = Role::Ignored,
                Some((_, first)) => {
                    let first = first.place;
                    self.same_value(written, first);
                }
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
        for index in 0..self.values.len() {
            let (column, year, own) = self.values[index];
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
        let asks = |role: &Role| matches!(role, Role::Value { item: None, .. });
        let items = &self.items;
        if let Some(word) = *self.words_read.entry(text).or_insert_with(|| items.item(text)) {
            self.settings.extend(word.setting);
            return match word.item {
                RowItem::Item(item) => Ok(Some(item)),
                RowItem::Progress | RowItem::Derived | RowItem::Ignored => Err(Unused),
            };
        }
        let case = match text {
            text if !text.is_empty() => {
                Case::UnknownItem { nearest: self.words.nearest_item(text), value: text.to_owned() }
            }
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
        let name = key.carried.as_ref().and_then(|year| {
            let text = year.written.text;
            *self.years_read.entry(text).or_insert_with(|| YearName::read(text))
        });
        let asks = |role: &Role| matches!(role, Role::Value { year: None, .. });
        match (name, &key.carried) {
            (Some(name), Some(carried)) if dated::is_civil(name.calendar, self.beside()) => {
                let Written { text, place } = carried.written;
                if place.row == record.row {
                    let case = Case::CalendarYear { value: text.to_owned(), year: name.year.to_string() };
                    let origin = self.origin(place);
                    self.problems.push(Problem { case, origin });
                }
                Err(Unused)
            }
            (None, carried) if carried.is_some() || self.is_filled(record, asks) => {
                self.stray(record, self.origin(Place::new(record.row, key.column)));
                Err(Unused)
            }
            (name, _) => Ok(name.map(|name| name.year)),
        }
    }

    /// What the years of other rows are said to be.
    fn beside(&self) -> impl Iterator<Item = Calendar> + use<> {
        self.has_fiscal.then_some(Calendar::Fiscal).into_iter()
    }

    fn finish(mut self) -> Checked<(Vec<Listed<'t>>, BTreeSet<usize>)> {
        sections::carry(&mut self.listed, &self.first);
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

/// Whether a cell says that it is as the one above.
fn is_ditto(text: &str) -> bool {
    matches!(text, "〃" | "同上" | "″" | "”" | "\"")
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
