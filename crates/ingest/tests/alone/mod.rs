//! Cells by themselves: what each says in a table of its own, whatever table it came from.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::collections::BTreeMap;
use std::fmt::Write;

use nendo_model::{Cell, Kpi, Reading};

use crate::folder;

/// Cells to be read by themselves, with the units that each might have taken up.
#[derive(Default)]
pub(crate) struct Alone(BTreeMap<(Column, String, Vec<String>), Vec<Reading>>);

/// Where a cell stands in its own table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    Target,
    Note,
}

impl Alone {
    /// Takes up a cell and the units that it may have been given; none is always one of them.
    pub(crate) fn add(&mut self, column: Column, cell: &Cell, units: &[String]) {
        let readings = self.0.entry((column, cell.written.to_string(), units.to_owned())).or_default();
        if !readings.contains(&cell.reading) {
            readings.push((*cell.reading).clone());
        }
    }

    /// The cells that say something else by themselves.
    pub(crate) fn differing(&self) -> Vec<String> {
        let mut asked: Vec<(Column, &str, &str)> = Vec::new();
        for (column, text, units) in self.0.keys() {
            asked.extend(or_none(units).map(|unit| (*column, text.as_str(), unit)));
        }
        asked.sort_unstable();
        asked.dedup();
        let read = read(&asked);
        let said = |column, text: &str, unit: &str| {
            let at = asked.binary_search(&(column, text, unit)).expect("an answer");
            &read[at]
        };
        let mut differing = Vec::new();
        for ((column, text, units), readings) in &self.0 {
            let known: Vec<&Reading> = or_none(units).map(|unit| said(*column, text, unit)).collect();
            for reading in readings.iter().filter(|reading| !known.contains(reading)) {
                differing.push(format!("{column:?} {text:?} is {reading:?}\n  alone {known:?}"));
            }
        }
        differing
    }
}

fn or_none(units: &[String]) -> impl Iterator<Item = &str> {
    [""].into_iter().chain(units.iter().map(String::as_str))
}

/// What cells say, each with its unit and nothing else.
pub(crate) fn read(cells: &[(Column, &str, &str)]) -> Vec<Reading> {
    let mut csv = String::from("柱,KPI,単位,目標,備考\n");
    // Rows as plain as these leave no doubt about the delimiter.
    for number in 0..64 {
        writeln!(csv, "い,n{number},,1,").expect("a row");
    }
    for (number, (column, text, unit)) in cells.iter().enumerate() {
        let [target, note] = match column {
            Column::Target => [*text, ""],
            Column::Note => ["", *text],
        };
        writeln!(csv, "あ,k{number},{},{},{}", quoted(unit), quoted(target), quoted(note)).expect("a row");
    }
    let checked = folder::read("scale = 'a-d'", &csv);
    let plan = checked.value.expect("a plan");
    let kpis: Vec<&Kpi> = plan.editions[0].kpis().skip(64).collect();
    assert_eq!(kpis.len(), cells.len());
    let reading = |(kpi, (column, text, _)): (&&Kpi, &(Column, &str, &str))| {
        let entry = kpi.years.values().next().expect("a year");
        let cell = match column {
            Column::Target => &entry.target,
            Column::Note => &entry.note,
        };
        let cell = cell.as_ref().expect("a cell");
        assert_eq!(&*cell.written, *text);
        (*cell.reading).clone()
    };
    kpis.iter().zip(cells).map(reading).collect()
}

/// A cell as CSV has it. A `'` at its start stands guard over another.
fn quoted(text: &str) -> String {
    let guard = if text.starts_with('\'') { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}
