//! Text → records → columns → rows: every cell of a KPI is the cell of the record that its place names.

#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use nendo_ingest::fuzz;

fuzz_target!(|text: &str| {
    let records = fuzz::records(text);
    assert!(records.windows(2).all(|pair| pair[0].0 < pair[1].0), "rows out of order");
    assert!(records.iter().all(|(_, cells)| cells.last().is_some_and(|cell| !cell.is_empty())));
    let rows: BTreeMap<u32, Vec<String>> = records.into_iter().collect();
    for (text, place) in fuzz::cells(text) {
        let row = rows.get(&place.row).expect("a row that is there");
        let cell = row.get(place.column as usize).cloned().unwrap_or_default();
        // A sign for "as above" stands for the text above it.
        assert!(cell == text || matches!(&*cell, "〃" | "同上" | "″" | "”" | "\""), "{place}");
    }
});
