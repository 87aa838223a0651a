//! What a spreadsheet leaves in a cell when a formula or a column width fails, and characters lost on the
//! way. Such a cell is never a number and never words, whatever else stands in it.

use super::source::Text;

/// Errors of the spreadsheets that offices use. `#N/A` is one of them; `N/A` alone is not.
const ERRORS: [&str; 12] = [
    "#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#ERROR!",
    "#FIELD!", "#BUSY!",
];

pub(super) fn is_damaged(text: Text<'_>) -> bool {
    let too_narrow = text.len() >= 2 && text.chars().all(|letter| letter == '#');
    too_narrow || text.any(|letter| letter == char::REPLACEMENT_CHARACTER) || has_error(text)
}

fn has_error(text: Text<'_>) -> bool {
    let Some(at) = text.find(|letter| letter == '#') else { return false };
    let upper = text.skip(at).folded().to_ascii_uppercase();
    ERRORS.iter().any(|error| upper.contains(error))
}
