//! The layout of a progress table, as far as the table is understood: a header of two rows, titles and notes, and
//! columns by their roles.

use std::collections::BTreeSet;

use nendo_model::{FiscalYear, Place};

use super::layout::{Column, Kind, Layout};
use super::raw;
use crate::field::{Attribute, Item};
use crate::header::Header;
use crate::record::{Grid, Record};
use crate::role::Role;
use crate::table::{self, Table};
use crate::vocabulary::Vocabulary;
use crate::{footnote, spelling};

/// The layout of the table of an edition; of any table where it cannot be understood.
pub(crate) fn layout(text: &str, file: &str, edition: FiscalYear, words: Vocabulary<'_>) -> Layout {
    let grid = Grid::of(text.to_owned());
    let Some(table) = table::read(&grid, file, words, edition).value else { return Layout::of(text) };
    let records = grid.records();
    let header = &table.columns.header;
    let raw = raw::rows(text);
    let rows = |records: &[Record<'_>]| -> Vec<usize> {
        records.iter().map(|record| at(record.row)).filter(|row| *row < raw.len()).collect()
    };
    let below = header.rows_below(&records);
    let is_note = |record: &Record<'_>| footnote::is_footnote(*record, header.kpi);
    let (notes, body): (Vec<Record<'_>>, Vec<Record<'_>>) = below.iter().copied().partition(is_note);
    let grades = table.listed.iter().flat_map(|kpi| &kpi.values);
    let grades = grades.filter(|(_, item, _)| *item == Item::Evaluation).map(|(_, _, written)| written.place);
    let grades: BTreeSet<Place> = grades.collect();
    Layout {
        header: rows(header.own(&records)),
        body: rows(&body),
        around: [rows(header.above(&records)), rows(&notes)].concat(),
        columns: columns(&table),
        grade: grades.first().copied(),
        has_units: has_units(&table, header, &records),
        grades,
        rows: raw,
    }
}

fn columns(table: &Table<'_>) -> Vec<Column> {
    let Header { cells, headings, .. } = &table.columns.header;
    let columns = cells.iter().zip(headings).zip(&table.columns.roles).map(|((cell, heading), role)| {
        let kind = match role {
            Role::Value { item: None | Some(Item::Target | Item::Actual), .. }
            | Role::Attribute(Attribute::Baseline | Attribute::FinalTarget) => Kind::Value,
            Role::Value { item: Some(Item::Evaluation), .. } => Kind::Grade,
            Role::Year => Kind::Time,
            _ => Kind::Other,
        };
        let is_value = matches!(role, Role::Value { .. });
        Column {
            name: spelling::one_line(cell),
            kind,
            is_key: matches!(role, Role::Level | Role::Kpi | Role::Item | Role::Year),
            year: heading.year().filter(|_| is_value).map(|year| year.to_string()),
        }
    });
    columns.collect()
}

fn has_units(table: &Table<'_>, header: &Header<'_>, records: &[Record<'_>]) -> bool {
    table.columns.roles.contains(&Role::Attribute(Attribute::Unit)) || !header.units_above(records).is_empty()
}

/// A row of a spreadsheet, counted from 0.
fn at(row: u32) -> usize {
    usize::try_from(row).unwrap_or(usize::MAX).saturating_sub(1)
}
