//! Text of a cell → [`Reading`]. Where two readings are possible, or one that might be wrong, the cell is
//! left unread: a wrong number is far worse. Knows the words that offices put around numbers; does not know
//! which column, KPI or year the cell belongs to, so the same text always reads the same.

mod aside;
mod before;
mod blank;
mod closed;
mod comparison;
mod counters;
mod damage;
mod date;
mod digits;
mod duration;
mod ending;
mod fault;
mod fraction;
mod hidden;
mod kanji;
mod label;
mod list;
mod measure;
mod number;
mod pair;
mod phrase;
mod prose;
mod rate;
mod source;
mod unit;

#[cfg(test)]
mod tests;

use nendo_model::Reading;

use fault::Fault;
use source::{Source, Text};

/// What a cell says. Never fails; white space at the ends does not count.
pub(crate) fn read(written: &str) -> Reading {
    let source = Source::new(written);
    let text = source.text().trim();
    if damage::is_damaged(text) {
        return Reading::Broken;
    }
    blank::not_set(text)
        .or_else(|| closed::closed(text))
        .or_else(|| list::list(text))
        .unwrap_or_else(|| numeric(text))
}

/// A unit that stands by itself, spelled as the units of quantities are.
pub(crate) fn unit_spelling(written: &str) -> String {
    unit::spelled(Source::new(written).text())
}

fn numeric(text: Text<'_>) -> Reading {
    // Most sentences hold nothing that could be a number.
    if !text.any(|letter| letter.is_ascii_digit() || kanji::is_numeral(letter)) {
        return Reading::Text;
    }
    if phrase::compares(text.enclosed().unwrap_or(text)) {
        return Reading::Change;
    }
    let fault = match phrase::phrase(text) {
        Ok(reading) => return reading,
        Err(fault) => fault,
    };
    if let Some(range) = pair::range(text) {
        return Reading::Range(Box::new(range));
    }
    if let Some(several) = pair::several(text) {
        return Reading::Several(several);
    }
    match fault {
        Fault::Words if hidden::hides_number(text) => Reading::Unread,
        Fault::Words => Reading::Text,
        _ if prose::is_prose(label::split(text).1) => Reading::Text,
        Fault::Broken => Reading::Broken,
        Fault::Unread => Reading::Unread,
    }
}
