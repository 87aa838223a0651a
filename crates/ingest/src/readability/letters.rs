//! Judges of the letters of cells: white space that makes a text look well, and characters that not every machine has.

use super::raw::Field;
use super::subject::{Spot, Subject};

/// L1-06: white space at the ends of a cell, two spaces in a row, a space between single letters (`合　計`), and line
/// breaks in the header.
pub(crate) fn spaced(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let is_wrong = |row: usize, field: &Field| {
        let text = &field.text;
        let is_padded = text.trim() != text;
        let is_broken = layout.header.contains(&row) && text.contains('\n');
        is_padded || is_broken || has_run_of_spaces(text) || is_spaced_out(text)
    };
    let cells =
        layout.rows.iter().enumerate().flat_map(|(row, fields)| {
            fields.iter().enumerate().map(move |(column, field)| (row, column, field))
        });
    cells
        .filter(|(row, _, field)| is_wrong(*row, field))
        .map(|(row, column, _)| Spot::cell(row, column))
        .collect()
}

/// L1-08: characters that stand for several, or that machines know by several numbers. Ideographs are left alone:
/// names of people and places need them.
pub(crate) fn of_some_machines(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let cells =
        layout.rows.iter().enumerate().flat_map(|(row, fields)| {
            fields.iter().enumerate().map(move |(column, field)| (row, column, field))
        });
    let wrong = cells.filter(|(_, _, field)| field.text.contains(is_of_some_machines));
    wrong.map(|(row, column, _)| Spot::cell(row, column)).collect()
}

fn is_of_some_machines(letter: char) -> bool {
    matches!(
        letter,
        '\u{2160}'..='\u{2188}' // Ⅳ
        | '\u{2460}'..='\u{24FF}' // ① ⑴ ⒈ Ⓐ
        | '\u{2776}'..='\u{2793}' // ❶
        | '\u{3200}'..='\u{33FF}' // ㈱ ㋿ ㎡ ㍻
        | '\u{FE30}'..='\u{FE4F}' // signs for writing downwards
        | '\u{FF61}'..='\u{FF9F}' // half-width katakana
        | '〜' | '～' // one sign of Shift JIS, two of Unicode
        | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'.. // made by each machine for itself
    )
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{3000}' | '\t' | '\u{A0}')
}

fn has_run_of_spaces(text: &str) -> bool {
    let mut before = false;
    text.chars().any(|letter| std::mem::replace(&mut before, is_space(letter)) && before)
}

/// Whether single Japanese letters stand apart, and nothing else.
fn is_spaced_out(text: &str) -> bool {
    let pieces: Vec<&str> = text.split(is_space).collect();
    let is_letter = |piece: &&str| {
        let mut letters = piece.chars();
        letters.next().is_some_and(|letter| letter >= '\u{3041}' && letter.is_alphabetic())
            && letters.next().is_none()
    };
    pieces.len() > 1 && pieces.iter().all(is_letter)
}
