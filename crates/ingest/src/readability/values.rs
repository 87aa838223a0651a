//! Judges of numbers: one in a cell, nothing but digits, each with a unit, and no sign that nobody explains.

use nendo_model::Reading;

use super::layout::{Kind, Layout, is_numeric};
use super::subject::{Spot, Standing, Subject, place};
use crate::{reading, spelling};

/// L1-07: several quantities in a cell of values (`男:3件 女:4件`, `12(うち新規3)`), several grades in a cell of grades.
pub(crate) fn several_values(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let is_several = |cell: &str| match reading::read(cell) {
        Reading::Several(_) => true,
        Reading::Quantity(quantity) => !quantity.breakdown.is_empty(),
        _ => false,
    };
    let mut found = cells(layout, is_several);
    for column in layout.of_kind(Kind::Grade) {
        let known: Vec<&str> = layout.filled(column).map(|(_, cell)| cell).collect();
        let is_list = |cell: &str| {
            let parts: Vec<&str> =
                cell.split(['、', ',', '，', '/', '／', '\n', ';']).map(str::trim).collect();
            parts.len() > 1 && parts.iter().all(|part| known.contains(part))
        };
        found.extend(
            layout.filled(column).filter(|(_, cell)| is_list(cell)).map(|(row, _)| Spot::cell(row, column)),
        );
    }
    found
}

/// L2-01: numbers with a unit, a comma, a note or other letters, in columns of values.
pub(crate) fn impure_numbers(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    cells(layout, |cell| is_numeric(cell) && !is_plain(cell))
}

/// L3-03: signs without a letter (`—`, `***`) among numbers, which no note beside the table explains.
pub(crate) fn unexplained_signs(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let notes: Vec<&str> = layout
        .around
        .iter()
        .flat_map(|row| layout.rows[*row].iter().map(|field| field.text.as_str()))
        .collect();
    let is_sign = |cell: &str| {
        !cell.contains(char::is_alphanumeric)
            && !notes.iter().any(|note| note.trim() != cell && note.contains(cell))
    };
    cells(layout, is_sign)
}

/// L3-04: numbers without a unit: none in the cell, in the name of its column or of its row, in a column of its own
/// (`target_unit` beside `target_value`) or above the table.
pub(crate) fn without_unit(subject: &Subject<'_>) -> Vec<Spot> {
    let Subject { layout, standing, .. } = subject;
    if layout.has_units {
        return Vec::new();
    }
    let columns = layout.of_kind(Kind::Value).filter(|at| !has_unit(layout, *at));
    let found = columns.flat_map(|column| {
        let plain = layout.filled(column).filter(|(_, cell)| is_plain(cell));
        let plain = plain.filter(move |(row, _)| !layout.grades.contains(&place(*row, column)));
        plain.filter(|(row, _)| !names_unit(layout, *row)).map(move |(row, _)| Spot::cell(row, column))
    });
    match standing {
        Standing::Input { .. } => found.collect(),
        // What holds of one cell of a file that a program wrote holds of its column.
        Standing::Published { .. } => {
            let mut columns: Vec<Spot> = found.map(column_of).collect();
            columns.dedup();
            columns
        }
    }
}

/// The cells of values that are such.
fn cells(layout: &Layout, is_such: impl Fn(&str) -> bool) -> Vec<Spot> {
    let mut found = Vec::new();
    for column in layout.of_kind(Kind::Value) {
        let such = layout.filled(column).filter(|(_, cell)| is_such(cell)).map(|(row, _)| row);
        let such = such.filter(|row| !layout.grades.contains(&place(*row, column)));
        found.extend(such.map(|row| Spot::cell(row, column)));
    }
    found
}

/// Whether a program takes a text for a number as it stands.
fn is_plain(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the name of a column gives a unit in brackets, or another column does.
fn has_unit(layout: &Layout, at: usize) -> bool {
    let name = spelling::folded(&layout.columns[at].name).to_lowercase();
    let unit = match name.strip_suffix("value") {
        Some(stem) => format!("{stem}unit"),
        None => format!("{name}_unit"),
    };
    let names = layout.columns.iter().map(|column| spelling::folded(&column.name).to_lowercase());
    ends_in_brackets(&name) || names.into_iter().any(|other| other == unit || other == "単位")
}

/// Whether the name of the row, or of the merged one that it belongs to, ends with a unit in brackets.
fn names_unit(layout: &Layout, row: usize) -> bool {
    let keys = (0..layout.columns.len()).filter(|at| layout.columns[*at].is_key);
    let name = |at: usize| layout.filled(at).take_while(|(other, _)| *other <= row).last();
    keys.filter_map(name).any(|(_, name)| ends_in_brackets(&spelling::folded(name)))
}

fn ends_in_brackets(name: &str) -> bool {
    name.ends_with(')') && name.contains('(')
}

fn column_of(spot: Spot) -> Spot {
    match spot {
        Spot::Cell(place) => Spot::Column(place.column),
        other => other,
    }
}
