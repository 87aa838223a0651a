//! A cell as data: what became of it, its value and unit, and the whole of it in words.

use nendo_model::{Cell, Reading, is_dash};

use crate::phrase::Phrase;
use crate::voice::Voice;

/// What became of a value.
pub(super) fn status(cell: Option<&Cell>) -> &'static str {
    match cell.map(|cell| &*cell.reading) {
        None | Some(Reading::NotSet { .. }) => "not_set",
        Some(Reading::Closed { .. }) => "closed",
        Some(Reading::Unread | Reading::Broken) => "unread",
        Some(_) if cell.and_then(Cell::revision).is_some() => "revised",
        Some(_) => "reported",
    }
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

/// A cell that is not set, with every placeholder dash as the same one.
fn dash_as_one(written: &str) -> String {
    let rest = written.trim_start_matches(|letter| is_dash(letter) || matches!(letter, '?' | '？'));
    if rest.len() < written.len() { format!("—{rest}") } else { written.to_owned() }
}
