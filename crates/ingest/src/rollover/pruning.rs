//! The rows of KPIs that are left out. What stood in them for others too, as merged cells do, moves to the next row that
//! stays. Knows no year.

use std::collections::BTreeSet;

use nendo_model::Place;

use crate::listed::Listed;
use crate::record::{Record, Written};
use crate::sheet::Sheet;
use crate::table::Table;

/// Moves what others need out of the rows of the KPIs that are dropped, and gives those rows. They stay in the sheet.
pub(super) fn pruned(
    sheet: &mut Sheet,
    table: &Table<'_>,
    records: &[Record<'_>],
    dropped: &BTreeSet<usize>,
) -> BTreeSet<u32> {
    let of = |wanted: bool| {
        table
            .listed
            .iter()
            .enumerate()
            .filter(move |(at, _)| dropped.contains(at) == wanted)
            .map(|(_, kpi)| kpi)
    };
    let mut rows: BTreeSet<u32> = of(true).flat_map(|kpi| kpi.rows.iter().copied()).collect();
    let used: BTreeSet<u32> =
        of(false).flat_map(|kpi| kpi.rows.iter().copied().chain(path_rows(kpi))).collect();
    // A row that names a level alone goes with the last KPI under it.
    rows.extend(of(true).flat_map(path_rows).filter(|row| !used.contains(row)));
    let mut moved = BTreeSet::new();
    for kpi in of(false) {
        let Some(first) = kpi.rows.first() else { continue };
        let named = kpi.path.iter().chain([&kpi.name]).map(|name| name.written);
        for Written { text, place } in named.chain(kpi.attributes.iter().map(|(_, written)| *written)) {
            let here = Place { row: *first, ..place };
            if rows.contains(&place.row) && moved.insert(place) && stands_for_above(here, records) {
                sheet.set(here, text);
            }
        }
        for (_, written) in &kpi.attributes {
            if stands_for_above(written.place, records)
                && source(written.place, records).is_some_and(|row| rows.contains(&row))
            {
                sheet.set(written.place, written.text);
            }
        }
    }
    rows
}

fn path_rows<'a>(kpi: &'a Listed<'_>) -> impl Iterator<Item = u32> + use<'a> {
    kpi.path.iter().map(|level| level.written.place.row)
}

/// Whether a cell is blank, or says that it is as the one above.
fn stands_for_above(place: Place, records: &[Record<'_>]) -> bool {
    let written = written(place, records);
    written.is_none_or(|written| written.text.is_empty() || written.is_ditto())
}

/// The row of the nearest cell above that says something of its own.
fn source(place: Place, records: &[Record<'_>]) -> Option<u32> {
    let above = records.iter().rev().filter(|record| record.row < place.row).map(|record| record.row);
    let mut cells = above.filter_map(|row| written(Place { row, ..place }, records));
    cells.find(|cell| !cell.text.is_empty() && !cell.is_ditto()).map(|cell| cell.place.row)
}

fn written<'t>(place: Place, records: &[Record<'t>]) -> Option<Written<'t>> {
    let at = records.binary_search_by_key(&place.row, |record| record.row).ok()?;
    Some(records[at].written(usize::try_from(place.column).ok()?))
}
