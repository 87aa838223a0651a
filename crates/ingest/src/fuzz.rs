//! Doors for the fuzz targets under `fuzz/`, which see no private module. Compiled with `--cfg fuzzing`, and
//! with the tests so that a door never goes stale; the crate that ships has none of it.

use nendo_model::{FiscalYear, Place, Reading};

use crate::listed::Listed;
use crate::record::{Grid, Written};
use crate::table;
use crate::vocabulary::Vocabulary;

/// Bytes → text.
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<String> {
    crate::decode::decode(bytes).map(|(text, _)| text)
}

/// Text → records, each with its row.
#[must_use]
pub fn records(text: &str) -> Vec<(u32, Vec<String>)> {
    let grid = Grid::of(text.to_owned());
    let records = grid.records().into_iter();
    records.map(|record| (record.row, record.cells().map(str::to_owned).collect())).collect()
}

/// Text → the cells of every KPI that its table lists.
#[must_use]
pub fn cells(text: &str) -> Vec<(String, Place)> {
    let grid = Grid::of(text.to_owned());
    let table = FiscalYear::new(2023)
        .and_then(|year| table::read(&grid, "2023.csv", Vocabulary::new(&[], None), year).value);
    let cells = |Listed { path, name, attributes, values, rows: _, attested: _ }: Listed<'_>| {
        let names = path.iter().chain([&name]).map(|name| name.written);
        let attributes = attributes.into_iter().map(|(_, written)| written);
        let values = values.into_iter().map(|(_, _, written)| written);
        let cells = names.chain(attributes).chain(values);
        cells.map(|Written { text, place }| (text.to_owned(), place)).collect::<Vec<_>>()
    };
    table.into_iter().flat_map(|table| table.listed).flat_map(cells).collect()
}

/// Text of a cell → what it says.
#[must_use]
pub fn reading(text: &str) -> Reading {
    crate::reading::read(text)
}
