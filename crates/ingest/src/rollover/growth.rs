//! What a table gets for its new year: columns, or rows, like those of the year before and empty. Whatever was foretold for
//! that year and can only be known later is emptied.

use std::collections::{BTreeMap, BTreeSet};

use nendo_model::{FiscalYear, Place};

use crate::field::Item;
use crate::listed::Listed;
use crate::record::{Record, Written};
use crate::redating::{redated, redated_short};
use crate::role::Role;
use crate::sheet::{Field, Sheet};
use crate::table::Table;

/// The step from one year to another.
pub(super) struct Step<'a, 't> {
    pub(super) table: &'a Table<'t>,
    pub(super) records: &'a [Record<'t>],
    pub(super) from: FiscalYear,
    pub(super) to: FiscalYear,
    /// The KPIs that are left out, by where they are listed.
    pub(super) dropped: &'a BTreeSet<usize>,
}

impl<'t> Step<'_, 't> {
    /// The KPIs that stay.
    pub(super) fn staying(&self) -> impl Iterator<Item = &Listed<'t>> {
        let listed = self.table.listed.iter().enumerate();
        listed.filter(|(at, _)| !self.dropped.contains(at)).map(|(_, kpi)| kpi)
    }

    /// Whether only the file says of which year the values are.
    pub(super) fn is_undated(&self) -> bool {
        !self.has_year_rows() && !self.columns_of_year(|_| true).any(|_| true)
    }

    /// Whether a column is of the year of its file because it names none.
    pub(super) fn is_of_file(&self, column: usize) -> bool {
        let names_year = self.year(column).is_some();
        match self.table.columns.roles.get(column) {
            Some(Role::Value { year: Some(_), .. }) => !names_year,
            Some(Role::Derived) => !names_year && !self.has_year_rows(),
            _ => false,
        }
    }

    /// The columns that are of the year of their file, and are emptied; or the notes among them, which stay: one may be
    /// true of every year.
    pub(super) fn columns_of_file(&self, is_note: impl Fn(Option<Item>) -> bool) -> Vec<usize> {
        let item = |at: &usize| match self.table.columns.roles.get(*at) {
            Some(Role::Value { item, .. }) => *item,
            _ => None,
        };
        (0..self.table.columns.roles.len()).filter(|at| self.is_of_file(*at) && is_note(item(at))).collect()
    }

    /// The year that a value of the table has in the new one; `None` where that leaves it open.
    pub(super) fn kept_as(&self, year: FiscalYear, item: Item, written: Written<'_>) -> Option<FiscalYear> {
        let is_of_file = usize::try_from(written.place.column).is_ok_and(|column| self.is_of_file(column));
        if is_of_file {
            return (item == Item::Note).then_some(self.to);
        }
        let is_open = year == self.to && item != Item::Target && nendo_model::is_placeholder(written.text);
        (!is_open).then_some(year)
    }

    /// Empties what is of the year of the file, and dashes where the new year is still open.
    pub(super) fn clear(&self, sheet: &mut Sheet) {
        let columns = self.columns_of_file(|item| item != Some(Item::Note));
        for kpi in self.staying() {
            let open = kpi
                .values
                .iter()
                .filter(|(year, item, written)| self.kept_as(*year, *item, *written).is_none())
                .map(|(_, _, written)| written.place);
            let cells = kpi.rows.iter().flat_map(|row| columns.iter().map(|at| Place::new(*row, *at)));
            for place in open.chain(cells) {
                sheet.set_filled(place, "");
            }
        }
    }

    /// Adds the rows of the new year, and takes away those that are not wanted.
    pub(super) fn rows(&self, sheet: &mut Sheet, unwanted: &BTreeSet<u32>) {
        let mut added: BTreeMap<u32, Vec<Vec<Field>>> = BTreeMap::new();
        if self.has_year_rows() {
            let is_merged = self.is_merged();
            for kpi in self.staying() {
                if let Some((after, rows)) = self.rows_of(kpi, sheet, is_merged) {
                    added.entry(after).or_default().extend(rows);
                }
            }
        }
        let rows = (1..).zip(std::mem::take(&mut sheet.rows));
        for (number, row) in rows {
            if !unwanted.contains(&number) {
                sheet.rows.push(row);
            }
            sheet.rows.extend(added.remove(&number).unwrap_or_default());
        }
    }

    /// The rows of a KPI for the new year, and after which row they stand.
    fn rows_of(
        &self,
        kpi: &Listed<'_>,
        sheet: &mut Sheet,
        is_merged: bool,
    ) -> Option<(u32, Vec<Vec<Field>>)> {
        let rows = |wanted: FiscalYear| {
            let of_year = kpi.values.iter().filter(move |(year, _, _)| *year == wanted);
            of_year.map(|(_, item, written)| (written.place.row, *item))
        };
        let years = kpi.values.iter().map(|(year, _, _)| *year).filter(|year| *year < self.to);
        let like = if rows(self.from).next().is_some() { self.from } else { years.clone().max()? };
        let there: BTreeSet<Item> = rows(self.to).map(|(_, item)| item).collect();
        let templates: BTreeSet<u32> =
            rows(like).filter(|(_, item)| !there.contains(item)).map(|(row, _)| row).collect();
        let last = if there.is_empty() { rows(years.clone().max()?).max() } else { rows(self.to).max() };
        let first = *kpi.rows.first()?;
        let falls =
            there.is_empty() && self.falls() && rows(years.clone().max()?).any(|(row, _)| row == first);
        let made: Vec<Vec<Field>> = templates
            .iter()
            .enumerate()
            .filter_map(|(at, row)| {
                let fields = sheet.rows.get(usize::try_from(*row).ok()?.checked_sub(1)?)?;
                let is_first = is_merged && *row == first && !(falls && at == 0);
                Some(self.row(fields, like, is_first, at == 0 && there.is_empty()))
            })
            .collect();
        if !falls {
            return Some((last?.0, made));
        }
        // What names the KPI in its first row alone stands in the new one.
        for column in self.named().filter(|_| is_merged) {
            sheet.set_filled(Place::new(first, column), "");
        }
        Some((first.checked_sub(1)?, made))
    }

    /// Whether the rows of a KPI begin with its newest year.
    fn falls(&self) -> bool {
        let row = |(_, _, written): &(FiscalYear, Item, Written<'_>)| written.place.row;
        let ends = |kpi: &Listed<'_>| Some((row(kpi.values.first()?), row(kpi.values.last()?)));
        self.table.listed.iter().filter_map(ends).any(|(oldest, newest)| newest < oldest)
    }

    /// The columns that name a KPI or say something of it once.
    fn named(&self) -> impl Iterator<Item = usize> {
        let roles = self.table.columns.roles.iter().enumerate();
        roles
            .filter(|(_, role)| matches!(role, Role::Level | Role::Kpi | Role::Attribute(_)))
            .map(|(at, _)| at)
    }

    /// A row like another, with the new year and without values.
    fn row(&self, like: &[Field], year: FiscalYear, is_first: bool, names_year: bool) -> Vec<Field> {
        let fields = like.iter().enumerate().map(|(column, field)| {
            let mut field = field.clone();
            let text = field.text().to_owned();
            field.set(match self.table.columns.roles.get(column) {
                Some(Role::Year) if text.trim().is_empty() && names_year => format!("{}年度", self.to),
                Some(Role::Year) => self.redated(&text, year).unwrap_or(text),
                Some(Role::Level | Role::Kpi | Role::Attribute(_)) if !is_first => text,
                Some(Role::Item) => text,
                _ => String::new(),
            });
            field
        });
        fields.collect()
    }

    /// Whether the names of a KPI stand in the first of its rows alone.
    fn is_merged(&self) -> bool {
        let kpi = self.table.columns.header.kpi;
        let is_blank = |row: &u32| {
            let at = self.records.binary_search_by_key(row, |record| record.row);
            at.is_ok_and(|at| self.records[at].cell(kpi).is_empty())
        };
        let mut further = self.table.listed.iter().filter(|listed| !listed.name.written.text.is_empty());
        further.any(|listed| listed.rows.iter().skip(1).any(is_blank))
    }

    /// Adds the columns of the new year.
    pub(super) fn columns(&self, sheet: &mut Sheet) {
        let Some(like) = self.like().filter(|_| !self.has_year_rows()) else { return };
        let mut added: Vec<(usize, usize)> = self
            .columns_of_year(|year| year == like)
            .filter(|at| !self.has_new(*at, like))
            .map(|at| (self.before(at), at))
            .collect();
        added.sort_unstable();
        let header: Vec<u32> =
            self.table.columns.header.own(self.records).iter().map(|row| row.row).collect();
        let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut texts = Vec::new();
        for (_, at) in &added {
            let cells = header.iter().map(|row| sheet.text(Place::new(*row, *at)).to_owned());
            texts.push(cells.map(|text| self.redated(&text, like).unwrap_or(text)).collect::<Vec<_>>());
        }
        for ((before, _), texts) in added.iter().zip(texts).rev() {
            for row in &mut sheet.rows {
                // A row that is as long as the table is filled up by the program that saved it.
                if row.len() > *before || row.len() == width {
                    row.insert(*before, Field::default());
                }
            }
            for (row, text) in header.iter().zip(texts) {
                sheet.set_filled(Place::new(*row, *before), text);
            }
        }
    }

    /// The year whose columns are the pattern: that of the table or, where it has none, the last one before the new one.
    fn like(&self) -> Option<FiscalYear> {
        let years = || self.columns_of_year(|year| year < self.to).filter_map(|at| self.year(at));
        years().find(|year| *year == self.from).or_else(|| years().max())
    }

    /// Whether the new year has a column like this one.
    fn has_new(&self, at: usize, year: FiscalYear) -> bool {
        let columns = &self.table.columns;
        let cell = |text: &str| self.redated(text, year);
        match columns.roles[at] {
            Role::Value { item, .. } => columns.roles.contains(&Role::Value { year: Some(self.to), item }),
            _ => cell(&columns.header.cells[at]).is_none_or(|text| columns.header.cells.contains(&text)),
        }
    }

    /// Where the new column like this one stands: beside those of its item where the years of each item stand together, else
    /// beside those of its year or of the last one before.
    fn before(&self, at: usize) -> usize {
        let item = |column: usize| {
            self.table.columns.roles.get(column).map(|role| match role {
                Role::Value { item, .. } => *item,
                _ => None,
            })
        };
        let years: Vec<(usize, FiscalYear)> = self
            .columns_of_year(|year| year <= self.to)
            .filter_map(|at| Some((at, self.year(at)?)))
            .collect();
        let is_beside = |other: usize| {
            other.abs_diff(at) == 1 && item(other) == item(at) && self.year(other) != self.year(at)
        };
        let by_item = self.columns_of_year(|_| true).any(is_beside);
        let mine = years.iter().filter(|(other, _)| !by_item || item(*other) == item(at));
        let last = mine.clone().map(|(_, year)| *year).max();
        let group = mine.filter(|(_, year)| Some(*year) == last).map(|(other, _)| *other);
        let falls = years.first().map(|(_, year)| year) > years.last().map(|(_, year)| year);
        let there = last == Some(self.to);
        if falls && !there { group.min().unwrap_or(at) } else { group.max().unwrap_or(at) + 1 }
    }

    /// The columns of values, or of what is made of them, that name such a year.
    fn columns_of_year(&self, is_wanted: impl Fn(FiscalYear) -> bool) -> impl Iterator<Item = usize> {
        let roles = self.table.columns.roles.iter().enumerate();
        let valued = roles.filter(|(_, role)| matches!(role, Role::Value { .. } | Role::Derived));
        valued.map(|(at, _)| at).filter(move |at| self.year(*at).is_some_and(&is_wanted))
    }

    fn year(&self, column: usize) -> Option<FiscalYear> {
        self.table.columns.header.headings.get(column)?.year()
    }

    fn has_year_rows(&self) -> bool {
        self.table.columns.roles.contains(&Role::Year)
    }

    /// A text of one year as it is for the new one.
    fn redated(&self, text: &str, of: FiscalYear) -> Option<String> {
        let later =
            |year: FiscalYear| FiscalYear::new((year.number() + self.to.number()).checked_sub(of.number())?);
        redated(text, later).or_else(|| redated_short(text, of, self.to))
    }
}
