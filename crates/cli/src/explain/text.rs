//! How a table was understood, as a table for people: its columns, each KPI with its cells, and the
//! cells that are not used.

use std::fmt::Write as _;

use nendo_ingest::{CellExplained, ColumnExplained, Explanation, KpiExplained, Meaning, Purpose};
use nendo_model::{Direction, column_letters};
use unicode_width::UnicodeWidthStr;

use super::said;
use crate::visible;
use crate::words::Voice;

/// The most columns of a terminal that a header, and a text of a cell, take.
const HEADER: usize = 24;
const WRITTEN: usize = 44;

/// The whole of it.
pub(super) fn text(explained: &Explanation, voice: Voice<'_>) -> String {
    let Explanation { file, saved, header_row, columns, kpis, cells } = explained;
    let told = [
        ("file", visible::line(file, usize::MAX).into()),
        ("encoding", saved.encoding.name().into()),
        ("delimiter", saved.delimiter.name().into()),
        ("row", (*header_row).into()),
    ];
    let mut text = voice.say("explained-table", &told) + "\n\n";
    text += &section(voice.word("explained-columns"), rows(columns, voice));
    text += &(voice.word("explained-cells") + "\n\n");
    for kpi in kpis {
        let own = cells.iter().filter(|cell| cell.kpi.as_ref() == Some(&kpi.id));
        text += &section(heading(kpi, voice), own.map(|cell| row(cell, voice)).collect());
    }
    let unused: Vec<[String; 4]> =
        cells.iter().filter(|cell| is_unused(cell)).map(|cell| row(cell, voice)).collect();
    if !unused.is_empty() {
        text += &section(voice.word("explained-unused"), unused);
    }
    text
}

fn is_unused(cell: &CellExplained) -> bool {
    cell.kpi.is_none() && cell.meaning == Meaning::Unused
}

/// `service-1-1  サービス › ①オンライン化 › ①-1 利用率 (numeric, in %; higher is better)`.
fn heading(KpiExplained { id, names, unit, direction }: &KpiExplained, voice: Voice<'_>) -> String {
    let names: Vec<String> = names.iter().map(|name| visible::line(name, WRITTEN)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    let kind = match unit {
        Some(unit) => {
            // Fluent has no variant for an empty text.
            let unit = if unit.is_empty() { 0.into() } else { visible::line(unit, WRITTEN).into() };
            // Data have no word for what is only taken so.
            let direction = if *direction == Direction::Assumed { "assumed" } else { direction.name() };
            let told = [("unit", unit), ("direction", direction.into())];
            voice.say("explained-numeric", &told)
        }
        None => voice.word("explained-words"),
    };
    format!("{id}  {} {kind}", names.join(" › "))
}

fn rows(columns: &[ColumnExplained], voice: Voice<'_>) -> Vec<[String; 4]> {
    let row = |(at, column): (usize, &ColumnExplained)| {
        let letters = column_letters(u32::try_from(at).unwrap_or(u32::MAX));
        let purpose = said::purpose(column.purpose, column.year, voice);
        [letters, visible::line(&column.header, HEADER), String::new(), purpose]
    };
    columns.iter().enumerate().map(row).collect()
}

/// `F4`, what it is, what stands there, and what was understood.
fn row(cell: &CellExplained, voice: Voice<'_>) -> [String; 4] {
    let CellExplained { place, written, kpi: _, purpose, year, meaning } = cell;
    let what = match (meaning, purpose) {
        (Meaning::Unused, Purpose::Unknown) => said::purpose(Purpose::Unknown, None, voice),
        _ => said::purpose(*purpose, *year, voice),
    };
    [place.to_string(), what, visible::line(written, WRITTEN), said::meaning(meaning, voice)]
}

/// A heading and rows under it, each column as wide as its widest cell.
fn section(heading: String, rows: Vec<[String; 4]>) -> String {
    let mut widths = [0; 4];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let mut text = heading + "\n";
    for row in rows {
        let mut line = " ".to_owned();
        for (cell, width) in row.iter().zip(widths).filter(|(_, width)| *width > 0) {
            // Writing to a String cannot fail.
            let _ = write!(line, " {cell}{} ", " ".repeat(width.saturating_sub(cell.width())));
        }
        text += line.trim_end();
        text.push('\n');
    }
    text + "\n"
}
