//! What stands in parentheses or after ※ beside a number: a qualifier, a breakdown, or a remark. A second
//! number there that might be the true one, or a unit, leaves the whole cell unread.

use nendo_model::{Bound, Magnitude, Part, Quantity};

use super::label::{self, Kind};
use super::source::{Text, continues_word};
use super::tail::Qualifier;
use super::{Fault, measure, prose, unit};

/// Remarks with a number after which the number outside is not, or no longer, the value.
const CORRECTIONS: [&str; 8] = ["累計", "累積", "修正", "訂正", "変更", "見直", "正誤", "誤り"];

/// What stands beside the value, and is no part of it.
const NO_PARTS: [&str; 6] = ["目標", "実績", "計画", "見込", "達成率", "進捗率"];

/// Reads a parenthesis into the quantity before it.
pub(super) fn aside(inner: Text<'_>, quantity: &mut Quantity) -> Result<(), Fault> {
    if inner.is_empty() {
        return Err(Fault::Unread);
    }
    if qualified(inner, quantity)? {
        return Ok(());
    }
    if let Some(parts) = breakdown(inner, quantity)? {
        if !quantity.breakdown.is_empty() {
            return Err(Fault::Unread);
        }
        quantity.breakdown = parts;
        return Ok(());
    }
    let bare = inner.any(|letter| letter.is_ascii_digit())
        && !inner.any(|letter| continues_word(letter) && !letter.is_ascii_digit());
    let unit = quantity.unit.is_empty() && unit::is_named_by(inner);
    if bare || unit || prose::looks_numeric(inner) {
        return Err(Fault::Unread);
    }
    note(inner.strip("※").unwrap_or(inner).trim(), quantity)
}

/// Keeps a remark, unless it says that the number is not what it seems.
pub(super) fn note(text: Text<'_>, quantity: &mut Quantity) -> Result<(), Fault> {
    let corrects = text.any(|letter| letter.is_ascii_digit()) && text.contains_any(&CORRECTIONS);
    if text.is_empty() || corrects || unit::scales(text) {
        return Err(Fault::Unread);
    }
    quantity.notes.push(text.written());
    Ok(())
}

/// `(累計)`, `(累計、上方修正)`: whether the parenthesis is qualifiers and nothing else.
fn qualified(inner: Text<'_>, quantity: &mut Quantity) -> Result<bool, Fault> {
    let pieces = inner.split(|letter| matches!(letter, '、' | ',' | '・' | '/'));
    let qualifiers: Option<Vec<Qualifier>> = pieces
        .map(|piece| {
            Qualifier::strip(piece.trim()).filter(|(_, rest)| rest.is_empty()).map(|(found, _)| found)
        })
        .collect();
    let Some(qualifiers) = qualifiers else { return Ok(false) };
    qualifiers.into_iter().try_for_each(|qualifier| qualifier.apply(quantity))?;
    Ok(true)
}

/// `(直営施設:66、 指定管理施設:20)`. `None` where the parenthesis is something else.
fn breakdown(inner: Text<'_>, whole: &Quantity) -> Result<Option<Vec<Part>>, Fault> {
    let mut parts = Vec::new();
    let mut rest = inner;
    while !rest.is_empty() {
        let labelled = label::split(rest);
        let name = labelled.label.filter(|_| labelled.kind == Kind::Plain);
        let Some(name) = name.filter(|name| !name.contains_any(&NO_PARTS)) else { return Ok(None) };
        let (measure, after) = match measure::measure(labelled.body) {
            Ok(found) => found,
            Err(Fault::Words | Fault::Unread) => return Ok(None),
            Err(Fault::Broken) => return Err(Fault::Unread),
        };
        let after_separator = after.trim_start().skip_while(|letter| {
            matches!(letter, '、' | ',' | ';' | '/' | ' ' | '\n' | '\r' | '\u{3000}' | '\u{A0}')
        });
        let separated = after.is_empty() || after_separator.len() < after.len();
        if !separated || measure.bound != Bound::Exact {
            return Ok(None);
        }
        // 45.5万人(市内:40、市外:5.5): whether 40 means 40万 is anybody's guess.
        let bare = measure.unit.is_empty();
        if bare && measure.magnitude == Magnitude::One && whole.magnitude != Magnitude::One {
            return Err(Fault::Unread);
        }
        let unit = if bare { whole.unit.clone() } else { measure.unit };
        parts.push(Part { name: name.written(), value: measure.value, unit });
        rest = after_separator;
    }
    Ok(Some(parts))
}
