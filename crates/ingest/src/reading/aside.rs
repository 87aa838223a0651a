//! What stands in parentheses or after ※ beside a number: a qualifier, a breakdown, or a remark. A second
//! number there that might be the true one, or a unit, leaves the whole cell unread.

use nendo_model::{Bound, Magnitude, Part, Quantity};

use super::before::LIMITS;
use super::comparison::OTHER_TIMES;
use super::ending::{Qualifier, strip_bound};
use super::fault::Fault;
use super::label::{self, Label};
use super::source::{Text, continues_word};
use super::{date, digits, fraction, measure, prose, unit};

/// Remarks with a number after which the number outside is not, or no longer, the value.
const CORRECTIONS: [&str; 10] =
    ["累計", "累積", "合計", "総計", "修正", "訂正", "変更", "見直", "正誤", "誤り"];

/// Kinds of values of which that of the cell may be another.
const OTHER_KINDS: [&str; 18] = [
    "実績",
    "確定",
    "速報",
    "暫定",
    "推計",
    "見込み",
    "見込",
    "実数",
    "実人数",
    "実人員",
    "実",
    "正",
    "誤",
    "旧",
    "新",
    "訂正",
    "修正後",
    "変更後",
];

/// Remarks after which the number is an old one.
const OUTDATED: [&str; 6] = ["修正前", "変更前", "見直し前", "見直前", "改定前", "訂正前"];

/// Words that give the scale of a score, and the units of one.
const SCALES: [&str; 6] = ["点満点", "点満点中", "点中", "段階評価", "段階", "段階中"];
const SCORED: [&str; 3] = ["点", "ポイント", ""];

/// What stands beside the value, and is no part of it.
const NO_PARTS: [&str; 13] = [
    "目標",
    "実績",
    "計画",
    "見込",
    "達成率",
    "進捗率",
    "対象",
    "母数",
    "回答",
    "定員",
    "全国",
    "平均",
    "基準",
];

/// Reads a parenthesis that holds no difference into the quantity before it.
pub(super) fn aside(inner: Text<'_>, quantity: &mut Quantity) -> Result<(), Fault> {
    if inner.is_empty() {
        return Err(Fault::Unread);
    }
    if qualified(inner, quantity)? {
        return Ok(());
    }
    if date::strip_taken(inner).is_some_and(Text::is_empty) {
        return note(inner, quantity);
    }
    if let Some(agrees) = fraction::agrees(inner, quantity).or_else(|| fits_scale(inner, quantity)) {
        return if agrees { note(inner, quantity) } else { Err(Fault::Unread) };
    }
    if is_rival(inner) || is_limit(inner) {
        return Err(Fault::Unread);
    }
    if let Some(parts) = breakdown(inner, quantity)? {
        if !quantity.breakdown.is_empty() {
            return Err(Fault::Unread);
        }
        quantity.breakdown = parts;
        return Ok(());
    }
    let unit = quantity.unit.is_empty() && unit::is_named_by(inner);
    if is_bare(inner) || unit || prose::looks_numeric(inner) {
        return Err(Fault::Unread);
    }
    note(inner.without(&["※"]).trim(), quantity)
}

/// Keeps a remark, unless it says that the number is not what it seems.
pub(super) fn note(text: Text<'_>, quantity: &mut Quantity) -> Result<(), Fault> {
    let corrects = text.has_digit() && text.contains_any(&CORRECTIONS);
    if text.is_empty() || corrects || text.contains_any(&OUTDATED) || unit::scales(text) {
        return Err(Fault::Unread);
    }
    quantity.notes.push(text.written());
    Ok(())
}

/// `(5点満点)`, `(5段階評価)`, `(満点5点)`: whether the value lies on the scale; `None` if it is another remark.
fn fits_scale(inner: Text<'_>, quantity: &Quantity) -> Option<bool> {
    let start = inner.strip("満点").map(|rest| rest.without(&[":"]));
    let (amount, rest) = digits::amount(start.unwrap_or(inner)).ok()?;
    let named = if start.is_some() { rest.is_one_of(&["点"]) } else { rest.is_one_of(&SCALES) };
    let scored = SCORED.contains(&quantity.unit.as_str()) && quantity.value <= amount.value;
    named.then_some(scored && !quantity.value.is_negative())
}

/// `(R4:56%)`, `(前年度6件)`, `(実績79%)`: the value of another year or kind, either of which may be the cell's.
fn is_rival(inner: Text<'_>) -> bool {
    let dated = date::strip_dated(inner).or_else(|| date::strip(inner));
    let named = [inner.strip_any(&OTHER_TIMES), inner.strip_any(&OTHER_KINDS)];
    named.into_iter().chain([dated]).flatten().any(|rest| {
        let rest = rest.trim_start().without(&OTHER_KINDS);
        // 前年度+5件 is a difference; 前年度▲3件 may be what was lost then.
        let difference = matches!(rest.first(), Some('+' | '±'));
        !difference && prose::is_valued(rest.without(&["値", "は"]))
    })
}

/// `(以上)`, `(まで)`, `(最大)`: makes a bound of the value, without saying which.
fn is_limit(inner: Text<'_>) -> bool {
    inner.is_one_of(&LIMITS)
        || inner.is_one_of(&["まで"])
        || strip_bound(inner).is_some_and(|(_, rest)| rest.is_empty())
}

/// Digits and no word, unless they are a date.
fn is_bare(inner: Text<'_>) -> bool {
    inner.has_digit()
        && !inner.any(|letter| continues_word(letter) && !letter.is_ascii_digit())
        && !date::strip(inner).is_some_and(Text::is_empty)
}

/// `(累計)`, `(累計、上方修正)`: whether the parenthesis is qualifiers and nothing else.
fn qualified(inner: Text<'_>, quantity: &mut Quantity) -> Result<bool, Fault> {
    let pieces = inner.split(|letter| matches!(letter, '、' | ',' | '・' | '/'));
    let qualifiers: Option<Vec<Qualifier>> = pieces.map(|piece| Qualifier::whole(piece.trim())).collect();
    let Some(qualifiers) = qualifiers else { return Ok(false) };
    qualifiers.into_iter().try_for_each(|qualifier| qualifier.apply(quantity))?;
    Ok(true)
}

/// `(直営施設:66、 指定管理施設:20)`. `None` where the parenthesis is something else.
fn breakdown(inner: Text<'_>, whole: &Quantity) -> Result<Option<Vec<Part>>, Fault> {
    let mut parts = Vec::new();
    let mut rest = inner;
    while !rest.is_empty() {
        let (label, body) = label::split(rest);
        let name = label.and_then(Label::name).filter(|name| !name.contains_any(&NO_PARTS));
        let Some(name) = name else { return Ok(None) };
        let (part, after) = match measure::measure(body) {
            Ok(found) => found,
            Err(Fault::Words | Fault::Unread) => return Ok(None),
            Err(Fault::Broken) => return Err(Fault::Unread),
        };
        let next = label::next(after).filter(|_| part.bound == Bound::Exact);
        let Some(next) = next else { return Ok(None) };
        // 45.5万人(市内:40、市外:5.5): whether 40 means 40万 is anybody's guess; 86%(回答数:1,234) is a count.
        let bare = part.unit.is_empty();
        let scaled = part.magnitude == Magnitude::One && whole.magnitude != Magnitude::One;
        if bare && (scaled || whole.unit == "%") {
            return Err(Fault::Unread);
        }
        let unit = if bare { whole.unit.clone() } else { part.unit };
        parts.push(Part { name: name.written(), value: part.value, unit });
        rest = next;
    }
    Ok(Some(parts))
}
