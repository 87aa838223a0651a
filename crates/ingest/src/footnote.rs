//! Notes about a table that stand below it or among its rows: `※ 令和5年度は速報値`, `注1）…`.

use crate::record::Record;
use crate::spelling;

/// Signs that begin a note.
const SIGNS: [char; 2] = ['※', '*'];

/// Words that begin one where a number or a sign follows.
const WORDS: [&str; 6] = ["注", "(注", "[注", "(※", "出典", "資料"];

/// Whether a row is text about the table: one cell up to the KPI's column, which begins as notes do.
pub(crate) fn is_footnote(record: Record<'_>, kpi: usize) -> bool {
    let mut filled = record.cells().enumerate().filter(|(_, cell)| !cell.is_empty());
    let (Some((at, text)), None) = (filled.next(), filled.next()) else { return false };
    let text = spelling::folded(text);
    let after = |word: &str| text.strip_prefix(word).and_then(|rest| rest.chars().next());
    let is_mark = |next: char| next.is_ascii_digit() || ")].:、".contains(next);
    at <= kpi && (text.starts_with(SIGNS) || WORDS.iter().any(|word| after(word).is_some_and(is_mark)))
}

/// Whether a note may be a level after all: the row below names a KPI and no level of its own.
pub(crate) fn may_be_level(note: Record<'_>, next: Record<'_>, kpi: usize) -> bool {
    !next.cell(kpi).is_empty() && next.cells().take(note.len()).all(str::is_empty)
}
