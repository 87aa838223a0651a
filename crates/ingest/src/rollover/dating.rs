//! The headers that name no year in a table whose other headers do: each gets the year that its values have, as the new
//! year will have columns of the same name.

use nendo_model::{Place, YearName};

use super::growth::Step;
use crate::field::Item;
use crate::redating::redated_but_dates;
use crate::sheet::Sheet;

/// The table with these headers named by its year, and in which columns they are; `None` where there are none.
pub(super) fn dated(step: &Step<'_, '_>, sheet: &Sheet) -> Option<(Sheet, Vec<usize>)> {
    let columns = step.columns_of_file(|item| item != Some(Item::Note));
    if columns.is_empty() || step.is_undated() {
        return None;
    }
    let rows: Vec<u32> = step.table.columns.header.own(step.records).iter().map(|row| row.row).collect();
    let name = name(step, sheet, &rows);
    let mut sheet = sheet.clone();
    for column in &columns {
        let places = rows.iter().rev().map(|row| Place::new(*row, *column));
        let lowest = places.into_iter().find(|place| !sheet.text(*place).trim().is_empty())?;
        let text = format!("{name}{}", sheet.text(lowest).trim_start());
        sheet.set(lowest, text);
    }
    Some((sheet, columns))
}

/// The name of the year before an item, as the other headers have it: `R5`, `令和5年度`, `FY2023 `.
fn name(step: &Step<'_, '_>, sheet: &Sheet, rows: &[u32]) -> String {
    let columns = 0..step.table.columns.roles.len();
    let texts =
        rows.iter().flat_map(|row| columns.clone().map(|column| sheet.text(Place::new(*row, column)).trim()));
    let named = texts.filter_map(|text| {
        let (YearName { year, .. }, after) = YearName::read_start(text)?;
        let gap: String = after.chars().take(1).filter(|letter| letter.is_whitespace()).collect();
        let name = text[..text.len() - after.len()].trim_end();
        let other = || redated_but_dates(name, |_| Some(step.from));
        let name = if year == step.from { Some(name.to_owned()) } else { other() };
        Some((year != step.from, name? + &gap))
    });
    let nearest = named.min_by_key(|(is_other, _)| *is_other);
    nearest.map_or_else(|| format!("{}年度", step.from), |(_, name)| name)
}
