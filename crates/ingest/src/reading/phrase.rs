//! A number with all that may stand around it:
//! `サテライトオフィス設置: 86窓口(累計)に導入 (直営施設:66、 指定管理施設:20) ※新たに58窓口`. What follows the measure
//! comes in any order, and only words that are known are taken; any other leaves the cell unread. A bracket or a
//! comparison (前年度比5%減) may hold another such number, so that their readings are one.

use nendo_model::{Bound, Quantity, Reading};

use super::before::{self, Before};
use super::comparison::{self, Base};
use super::ending::{ACTIONS, CHANGES, CUMULATIVE, Qualifier, STATES, strip_bound};
use super::fault::Fault;
use super::label::{self, Kind, Label};
use super::source::Text;
use super::{aside, date, fraction, measure};

/// A difference beside a value is no longer, in characters.
const LONGEST_DIFFERENCE: usize = 40;

/// What the number is reached by, after に only.
const REACHED: [&str; 3] = ["拡大", "拡充", "対応"];

/// What a quantity turned out to be at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// A level.
    Level,
    /// A difference: 5%減.
    Change,
}

/// Reads the whole text as a quantity or a change.
pub(super) fn phrase(text: Text<'_>) -> Result<Reading, Fault> {
    let (label, body) = label::split(text);
    let (before, number) = before::before(body);
    let (mut quantity, rest) = fraction::fraction(number).map_or_else(|| measure::measure(number), Ok)?;
    // In 合計-5件 the hyphen parts a name from its number.
    if number.len() < body.len() && matches!(number.first(), Some('-' | '+' | '±')) {
        return Err(Fault::Unread);
    }
    let Before { cumulative, word } = before;
    quantity.cumulative = cumulative || label.is_some_and(|label| label.text.contains_any(&CUMULATIVE));
    let ending = follow(rest, &mut quantity)?;
    match label.map(|label| label.kind) {
        Some(Kind::Sentence) => return Err(Fault::Words),
        Some(Kind::Doubted) => return Err(Fault::Unread),
        Some(Kind::Change) => return Ok(Reading::Change),
        Some(Kind::Name | Kind::Cumulative) | None => {}
    }
    if ending == Outcome::Change {
        return Ok(Reading::Change);
    }
    if !before.keeps(&quantity.unit) {
        return Err(Fault::Unread);
    }
    let name = label.and_then(Label::name);
    if let (Some(_), Some(word)) = (name, word) {
        quantity.notes.insert(0, word.written());
    }
    quantity.label = name.or(word).map(Text::written);
    Ok(Reading::Quantity(quantity))
}

/// Whether the whole text states a change against something that it names: 前年度比5%減.
pub(super) fn compares(text: Text<'_>) -> bool {
    let Some((base, rest)) = comparison::base(text) else { return false };
    let rest = rest.without(&["で"]).trim_start().without(&[":"]).trim_start();
    let signed = rest.first().is_some_and(|sign| matches!(sign, '+' | '-' | '▲' | '△'));
    let Ok((mut quantity, rest)) = measure::measure(rest) else { return false };
    match follow(rest, &mut quantity) {
        Ok(Outcome::Change) => true,
        Ok(Outcome::Level) => base == Base::Ratio || base == Base::Against && signed,
        Err(_) => false,
    }
}

/// Reads everything after a measure into the quantity.
fn follow(text: Text<'_>, quantity: &mut Quantity) -> Result<Outcome, Fault> {
    let mut ending = Outcome::Level;
    let mut rest = text.trim_start();
    while !rest.is_one_of(&["", "。"]) {
        let (found, after) = step(rest, quantity)?;
        if found == Outcome::Change {
            ending = found;
        }
        rest = after.trim_start();
    }
    Ok(ending)
}

/// Reads one thing after a measure, and gives what follows.
fn step<'a>(text: Text<'a>, quantity: &mut Quantity) -> Result<(Outcome, Text<'a>), Fault> {
    if let Some((inner, rest)) = text.parenthesis() {
        return Ok((bracket(inner.trim(), quantity)?, rest));
    }
    if let Some(rest) = change(text, quantity) {
        return Ok((Outcome::Change, rest));
    }
    if let Some((qualifier, rest)) = Qualifier::strip(text) {
        qualifier.apply(quantity)?;
        return Ok((Outcome::Level, rest));
    }
    if let Some((bound, rest)) = strip_bound(text) {
        if quantity.bound != Bound::Exact && quantity.bound != bound {
            return Err(Fault::Unread);
        }
        quantity.bound = bound;
        return Ok((Outcome::Level, rest));
    }
    if let Some((note, rest)) = remark(text) {
        aside::note(note, quantity)?;
        return Ok((Outcome::Level, rest));
    }
    let rest = action(text).filter(|_| quantity.tail.is_none()).ok_or(Fault::Unread)?;
    quantity.tail = Some(text.before(rest).written());
    Ok((Outcome::Level, rest))
}

/// Reads what stands in brackets.
fn bracket(inner: Text<'_>, quantity: &mut Quantity) -> Result<Outcome, Fault> {
    let compared = comparison::base(inner).is_some_and(|(_, rest)| rest.is_empty());
    if compared || inner.is_one_of(&CHANGES) {
        return Ok(Outcome::Change);
    }
    let short = inner.len() <= LONGEST_DIFFERENCE;
    if short && (compares(inner) || phrase(inner) == Ok(Reading::Change)) {
        aside::note(inner, quantity)?;
    } else {
        aside::aside(inner, quantity)?;
    }
    Ok(Outcome::Level)
}

/// What follows を削減 and its like. 1.2倍に増加 is a change, 50%に削減 is a level that only a reader can tell.
fn change<'a>(text: Text<'a>, quantity: &Quantity) -> Option<Text<'a>> {
    let to = text.strip_any(&["に", "へ", "まで"]);
    let rest = to.unwrap_or_else(|| text.without(&["を", "の"])).strip_any(&CHANGES)?;
    let rest = rest.without(&["する"]);
    (rest.ends_word() && (to.is_none() || quantity.unit == "倍")).then_some(rest)
}

/// A remark without brackets, and what follows: ※新たに2件, 見込み, 3月末時点, 前年度比5%減.
fn remark(text: Text<'_>) -> Option<(Text<'_>, Text<'_>)> {
    if let Some(note) = text.strip("※") {
        let end = note.find(|letter| matches!(letter, '※' | '\n' | '\r')).unwrap_or(note.len());
        return Some((note.take(end).trim(), note.skip(end)));
    }
    let state = text.strip_any(&STATES).or_else(|| date::strip_taken(text)).filter(|rest| rest.ends_word());
    let compared = || (text.len() <= LONGEST_DIFFERENCE && compares(text)).then(|| text.skip(text.len()));
    let rest = state.or_else(compared)?;
    Some((text.before(rest), rest))
}

/// What follows に導入 and its like.
fn action(text: Text<'_>) -> Option<Text<'_>> {
    let reached = text.strip("に").and_then(|rest| rest.strip_any(&REACHED));
    let rest = text.without(&["に", "を", "で", "の", "へ"]).strip_any(&ACTIONS).or(reached)?;
    Some(rest.without(&["済み", "済", "する"])).filter(|rest| rest.ends_word())
}
