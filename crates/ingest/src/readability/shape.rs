//! Judges of the shape of a file: one table, whole, with a header in its first row, and a record on each line.

use std::collections::BTreeMap;

use super::layout::Layout;
use super::raw::Field;
use super::subject::{Spot, Subject};
use crate::spelling;

/// L1-02: rows below the header that repeat its names are the header of another table.
pub(crate) fn several_tables(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let keys = |row: usize| -> Vec<(usize, String)> {
        let fields = layout.rows[row].iter().enumerate().filter(|(_, field)| !field.is_blank());
        fields.map(|(at, field)| (at, spelling::header(&field.text))).collect()
    };
    let headers: Vec<_> = layout.header.iter().map(|row| keys(*row)).filter(|keys| keys.len() > 1).collect();
    let repeats = |row: &&usize| headers.contains(&keys(**row));
    layout.body.iter().filter(repeats).map(|row| Spot::row(*row)).collect()
}

/// L1-03: blank rows within the table, and blank columns among its columns.
pub(crate) fn parted(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let (Some(first), Some(last)) = (layout.header.first(), layout.body.last()) else { return Vec::new() };
    let table = layout.rows.get(*first..=*last).unwrap_or_default();
    let rows = (*first..*last).filter(|row| layout.rows[*row].iter().all(Field::is_blank)).map(Spot::row);
    let is_blank = |column: usize| table.iter().all(|row| is_blank_at(row, column));
    let width = table.iter().map(Vec::len).max().unwrap_or(0);
    let filled = || (0..width).filter(|column| !is_blank(*column));
    let columns = filled().next().zip(filled().next_back()).into_iter().flat_map(|(from, to)| from..to);
    rows.chain(columns.filter(|column| is_blank(*column)).map(Spot::column)).collect()
}

/// L1-04: titles, dates and notes around the table.
pub(crate) fn around(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let cells = |row: &usize| {
        let row = *row;
        let filled = layout.rows[row].iter().enumerate().filter(|(_, field)| !field.is_blank());
        filled.map(move |(column, _)| Spot::cell(row, column)).collect::<Vec<_>>()
    };
    layout.around.iter().flat_map(cells).collect()
}

/// L1-05: columns with cells and without a name, or with one that says nothing: `3`, `Column3`, `Unnamed: 3`.
pub(crate) fn unnamed(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let Some(names) = layout.names() else { return Vec::new() };
    let says_nothing = |at: &usize| {
        let column = &layout.columns[*at];
        column.year.is_none() && is_empty_name(&spelling::header(&column.name))
    };
    let used = (0..layout.columns.len()).filter(|at| layout.filled(*at).next().is_some());
    used.filter(says_nothing).map(|at| Spot::cell(names, at)).collect()
}

/// L1-14: cells with a line break in them.
pub(crate) fn broken_lines(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    spots(layout, |field| field.text.contains('\n'))
}

/// L1-15: fields with a quote out of place, and rows with more fields than the header: a comma stands in one of them.
pub(crate) fn unquoted(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let mut found = spots(layout, |field| field.is_misquoted);
    if let Some(width) = layout.names().map(|row| layout.rows[row].len()) {
        let longer = layout.body.iter().filter(|row| layout.rows[**row].len() > width);
        found.extend(longer.map(|row| Spot::row(*row)));
    }
    found
}

/// L2-03: names that come twice in the row that programs take for the header, or stand in the row above it.
pub(crate) fn ambiguous_names(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let Some(names) = layout.names() else { return Vec::new() };
    let mut columns: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, column) in layout.columns.iter().enumerate().filter(|(_, column)| !column.name.is_empty()) {
        let key = spelling::folded(layout.cell(names, at));
        if key.is_empty() && column.name.is_empty() {
            continue;
        }
        columns.entry(key).or_default().push(at);
    }
    let is_ambiguous = |(key, columns): &(String, Vec<usize>)| key.is_empty() || columns.len() > 1;
    let ambiguous = columns.into_iter().filter(is_ambiguous).flat_map(|(_, columns)| columns);
    ambiguous.map(|at| Spot::cell(names, at)).collect()
}

/// L3-01: rows above the header, a header of more than one row, and blank rows before the first record.
pub(crate) fn late_header(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let (Some(first), Some(last)) = (layout.header.first(), layout.names()) else { return Vec::new() };
    let body = layout.body.first().copied().unwrap_or(last + 1);
    (0..*first).chain(first + 1..body.max(last + 1)).map(Spot::row).collect()
}

fn spots(layout: &Layout, is_wrong: impl Fn(&Field) -> bool) -> Vec<Spot> {
    let mut found = Vec::new();
    for (row, fields) in layout.rows.iter().enumerate() {
        let wrong = fields.iter().enumerate().filter(|(_, field)| is_wrong(field));
        found.extend(wrong.map(|(column, _)| Spot::cell(row, column)));
    }
    found
}

fn is_blank_at(row: &[Field], column: usize) -> bool {
    row.get(column).is_none_or(Field::is_blank)
}

fn is_empty_name(key: &str) -> bool {
    let bare = ["unnamed:", "column", "field", "列", "f"].into_iter().find_map(|word| key.strip_prefix(word));
    !bare.unwrap_or(key).chars().any(char::is_alphabetic)
}
