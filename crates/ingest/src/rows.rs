//! The rows below a header → the KPIs that they list. A total is no KPI, nor is what no row that is
//! used speaks of. Knows the role of each column, not how it was found.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use nendo_model::{Case, Checked, FiscalYear, Origin, Place, Problem};
use rustc_hash::FxHashMap;

use crate::columns::Columns;
use crate::field::{Attribute, Item};
use crate::items::Items;
use crate::keys::{Carry, Keys};
use crate::listed::{Listed, Named};
use crate::record::{Record, Written};
use crate::role::Role;
use crate::vocabulary::{RowItem, Vocabulary};
use crate::years::{RowYear, Years};
use crate::{footnote, sections};

/// Reads the rows of a table: its KPIs, and which entries of `[columns]` in plan.toml its items use.
pub(crate) fn read<'t>(
    rows: &[Record<'t>],
    columns: &Columns<'_>,
    words: Vocabulary<'_>,
) -> Checked<(Vec<Listed<'t>>, BTreeSet<usize>)> {
    let mut reader = Reader::new(rows, columns, words);
    for (at, record) in rows.iter().enumerate() {
        if footnote::is_footnote(*record, columns.header.kpi) {
            let next = rows.get(at + 1);
            if next.is_some_and(|next| footnote::may_be_level(*record, *next, columns.header.kpi)) {
                reader.stray(*record, columns.header.row(*record));
            }
            continue;
        }
        if columns.header.is_another(*record, words) {
            let case = Case::SecondHeader { value: record.text() };
            reader.problems.push(Problem { case, origin: columns.header.row(*record) });
            break;
        }
        reader.row(*record);
    }
    reader.finish()
}

/// The state of reading from row to row.
struct Reader<'a, 't> {
    columns: &'a Columns<'a>,
    /// The columns of values, with what each knows of them, and those of what is said once.
    values: Vec<(usize, Option<FiscalYear>, Option<Item>)>,
    attributes: Vec<(usize, Attribute)>,
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
    headings: BTreeMap<u32, Record<'t>>,
    settings: BTreeSet<usize>,
    /// The KPIs in whose row a level is named.
    first: BTreeSet<usize>,
    /// The KPIs whose number changes from row to row: it is the row's, and of no use.
    renumbered: BTreeSet<usize>,
    items: Items<'t>,
    years: Years<'t>,
    problems: Vec<Problem>,
}

/// Why nothing is read of a row but what it says of all years and items.
struct Unused;

impl<'a, 't> Reader<'a, 't> {
    fn new(rows: &[Record<'t>], columns: &'a Columns<'a>, words: Vocabulary<'a>) -> Self {
        let roles = || columns.roles.iter().enumerate();
        let value = |(column, role): (usize, &Role)| match *role {
            Role::Value { year, item } => Some((column, year, item)),
            _ => None,
        };
        let attribute = |(column, role): (usize, &Role)| match *role {
            Role::Attribute(attribute) => Some((column, attribute)),
            _ => None,
        };
        Self {
            columns,
            values: roles().filter_map(value).collect(),
            attributes: roles().filter_map(attribute).collect(),
            words,
            keys: Keys::of(columns),
            above: FxHashMap::default(),
            current: None,
            listed: Vec::new(),
            index: FxHashMap::default(),
            used: BTreeSet::new(),
            headings: BTreeMap::new(),
            settings: BTreeSet::new(),
            first: BTreeSet::new(),
            renumbered: BTreeSet::new(),
            items: Items::of(rows, columns, words),
            years: Years::of(rows, columns),
            problems: Vec::new(),
        }
    }

    fn row(&mut self, record: Record<'t>) {
        if self.columns.header.is_repeated_in(record) {
            return;
        }
        let carry = self.keys.carry(record);
        // A year that is still to be reported has nothing else yet.
        let names_year = carry == Carry::Same && self.current.is_some();
        let is_of_kpi =
            |role: &Role| *role == Role::Kpi || role.is_said_of_kpi() || names_year && *role == Role::Year;
        if !self.is_filled(record, is_of_kpi) {
            self.headings.insert(record.row, record);
            self.current = None;
            return;
        }
        if self.is_row_without_name(record) {
            self.stray(record, self.columns.header.row(record));
            return;
        }
        if carry == Carry::Other || self.current.is_none() {
            self.current = if self.keys.is_total() { None } else { self.kpi(record) };
        }
        match self.current {
            None => self.stray(record, self.columns.header.row(record)),
            Some(at) => {
                if !self.headings.is_empty() {
                    for row in self.keys.rows() {
                        self.headings.remove(&row);
                    }
                }
                self.listed[at].rows.push(record.row);
                self.attributes(record, at);
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
        let name = self.keys.kpi(record)?;
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
            self.listed.push(Listed {
                path: path.into(),
                name,
                attributes: Vec::new(),
                values,
                rows: Vec::new(),
                attested: None,
            });
        }
        Some(at)
    }

    /// What is said of a KPI once, though each of its rows may repeat it.
    fn attributes(&mut self, record: Record<'t>, at: usize) {
        for index in 0..self.attributes.len() {
            let (column, attribute) = self.attributes[index];
            let Some(mut written) = record.filled(column) else { continue };
            if written.is_ditto() {
                let Some(above) = self.above.get(&column) else { continue };
                written = Written { text: above, ..written };
            }
            self.above.insert(column, written.text);
            match self.listed[at].attribute(attribute) {
                None => self.listed[at].attributes.push((attribute, written)),
                Some(first) if first.text == written.text => {}
                Some(_) if attribute == Attribute::KpiNumber => {
                    self.renumbered.insert(at);
                }
                Some(first) => self.same_value(written, first.place),
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
            let written = record.written(column);
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
        if let Some(word) = self.items.item(text) {
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
        let origin = self.origin(record.place(key.column));
        self.problems.push(Problem { case, origin });
        Err(Unused)
    }

    /// The fiscal year that a row is of, where a column of values asks for it.
    fn row_year(&mut self, record: Record<'t>) -> Result<Option<FiscalYear>, Unused> {
        let Some(key) = self.keys.find(Role::Year) else { return Ok(None) };
        let Some(Named { written, .. }) = &key.carried else {
            let asks = |role: &Role| matches!(role, Role::Value { year: None, .. });
            if !self.is_filled(record, asks) {
                return Ok(None);
            }
            self.stray(record, self.origin(record.place(key.column)));
            return Err(Unused);
        };
        let Written { text, place } = *written;
        match self.years.year(text) {
            Some(RowYear::Fiscal(year)) => return Ok(Some(year)),
            Some(RowYear::Civil(year)) if place == record.place(key.column) => {
                let case = Case::CalendarYear { value: text.to_owned(), year: year.to_string() };
                self.problems.push(Problem { case, origin: self.origin(place) });
            }
            Some(RowYear::Civil(_)) => {}
            None => self.stray(record, self.origin(record.place(key.column))),
        }
        Err(Unused)
    }

    fn finish(mut self) -> Checked<(Vec<Listed<'t>>, BTreeSet<usize>)> {
        sections::carry(&mut self.listed, &self.first);
        for at in std::mem::take(&mut self.renumbered) {
            self.listed[at].attributes.retain(|(attribute, _)| *attribute != Attribute::KpiNumber);
        }
        // A level that no KPI stands under is more likely a footnote.
        for record in std::mem::take(&mut self.headings).into_values() {
            self.stray(record, self.columns.header.row(record));
        }
        let listed = self.listed.into_iter().enumerate().filter(|(at, _)| self.used.contains(at));
        let listed = listed.map(|(_, listed)| listed).collect();
        Checked { value: (listed, self.settings), problems: self.problems }
    }

    fn stray(&mut self, record: Record<'t>, origin: Origin) {
        self.problems.push(Problem { case: Case::StrayRow { value: record.text() }, origin });
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
        self.columns.header.cell(place)
    }
}
