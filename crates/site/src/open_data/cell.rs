//! A cell as data: what became of it, its value and unit, and the whole of it in words.

use nendo_model::{Cell, Decimal, Reading, is_dash};

use crate::phrase::Phrase;
use crate::voice::Voice;

/// What may have become of a value.
pub(super) const STATUSES: [&str; 5] = ["reported", "not_set", "closed", "revised", "unread"];

/// A named part of a value.
pub(super) struct Piece<'a> {
    /// Its name as written.
    pub(super) name: &'a str,
    /// Its value in `unit`.
    pub(super) value: Decimal,
    /// Its unit; empty where there is none.
    pub(super) unit: &'a str,
}

/// What became of a value, one of [`STATUSES`].
pub(super) fn status(cell: Option<&Cell>) -> &'static str {
    cell.map_or("not_set", |cell| cell.reading.status())
}

/// The whole of a cell in a language: as written in its own, as said in another. What cannot be said
/// whole is not said.
pub(super) fn text(voice: Voice<'_>, cell: Option<&Cell>) -> String {
    let Some(cell) = cell else { return String::new() };
    match &*cell.reading {
        Reading::NotSet { reason } if voice.is_source() || reason.is_none() => dash_as_one(&cell.written),
        _ if voice.is_source() => cell.written.to_string(),
        _ => {
            let lines = voice.cell(cell).lines;
            let is_whole = lines.iter().all(Phrase::is_native);
            let lines: Vec<String> = lines.iter().filter(|_| is_whole).map(Phrase::text).collect();
            lines.join("\n")
        }
    }
}

/// A name in a language; empty where it has none.
pub(super) fn name(voice: Voice<'_>, source: Option<&str>) -> String {
    source.map(|source| voice.phrase(source).native_or("")).unwrap_or_default()
}

/// The digits of a cell that is a single quantity; else nothing.
pub(super) fn value(cell: Option<&Cell>) -> String {
    cell.and_then(Cell::quantity).map(|quantity| quantity.value.to_string()).unwrap_or_default()
}

/// The unit of a cell that is a single quantity; else nothing.
pub(super) fn unit(cell: Option<&Cell>) -> String {
    cell.and_then(Cell::quantity).map(|quantity| quantity.unit.clone()).unwrap_or_default()
}

/// The parts that a cell names: those of its quantity, and where it has several, each of them but the one that is their total.
pub(super) fn pieces(cell: Option<&Cell>) -> Vec<Piece<'_>> {
    let parts = cell.and_then(Cell::quantity).into_iter().flat_map(|quantity| &quantity.breakdown);
    let parts = parts.map(|part| Piece { name: &part.name, value: part.value, unit: &part.unit });
    let several = match cell.map(|cell| &*cell.reading) {
        Some(Reading::Several(several)) => several.quantities.as_slice(),
        _ => &[],
    };
    let total = cell.and_then(Cell::quantity);
    let others = several.iter().filter(|quantity| total.is_none_or(|total| !std::ptr::eq(*quantity, total)));
    let others = others.filter_map(|quantity| {
        Some(Piece { name: quantity.label.as_deref()?, value: quantity.value, unit: &quantity.unit })
    });
    parts.chain(others).collect()
}

/// A cell that is not set, with every placeholder dash as the same one.
fn dash_as_one(written: &str) -> String {
    let rest = written.trim_start_matches(|letter| is_dash(letter) || matches!(letter, '?' | '？'));
    if rest.len() < written.len() { format!("—{rest}") } else { written.to_owned() }
}
