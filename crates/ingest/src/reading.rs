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
mod fraction;
mod kanji;
mod label;
mod list;
mod measure;
mod pair;
mod phrase;
mod prose;
mod rate;
mod source;
mod tail;
mod unit;

#[cfg(test)]
mod tests;

use nendo_model::Reading;

use source::{Source, Text};

/// Why a text is no quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// It does not start as a number does.
    Words,
    /// It does, but it cannot be read with certainty.
    Unread,
    /// It is a number that some program or hand has damaged.
    Broken,
}

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
    unit::one_spelling(&Source::new(written).text().folded())
}

fn numeric(text: Text<'_>) -> Reading {
    // Most sentences hold nothing that could be a number.
    if !text.any(|letter| letter.is_ascii_digit() || prose::KANJI_DIGITS.contains(letter)) {
        return Reading::Text;
    }
    if comparison::compares(text.enclosed().unwrap_or(text)) {
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
    if fault == Fault::Words {
        return if prose::hides_number(text) { Reading::Unread } else { Reading::Text };
    }
    if prose::is_prose(label::split(text).body) {
        return Reading::Text;
    }
    if fault == Fault::Broken { Reading::Broken } else { Reading::Unread }
}
