//! What stands in parentheses or after ※ beside a number: a qualifier, a breakdown, or a remark. A second
//! number there that might be the true one, or a unit, leaves the whole cell unread.

use nendo_model::{Bound, Magnitude, Part, Quantity, Reading};

use super::label::{self, Kind};
use super::source::{Text, continues_word};
use super::tail::Qualifier;
use super::{Fault, comparison, date, digits, fraction, measure, phrase, prose, unit};

/// Remarks with a number after which the number outside is not, or no longer, the value.
const CORRECTIONS: [&str; 10] =
    ["累計", "累積", "合計", "総計", "修正", "訂正", "変更", "見直", "正誤", "誤り"];

/// A difference beside a value is no longer, in characters.
const LONGEST_DIFFERENCE: usize = 40;

/// Times that are not that of the cell, and kinds of values that may be.
const OTHER_TIMES: [&str; 14] = [
    "前年度",
    "前年",
    "昨年度",
    "昨年",
    "一昨年度",
    "前々年度",
    "前回",
    "前期",
    "前月",
    "基準",
    "現状",
    "現況",
    "当初",
    "策定時",
];
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
const NO_PARTS: [&str; 14] = [
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
    "参考",
    "全国",
    "平均",
    "基準",
];

/// Words that make a bound of the value, without saying whether it is one.
const LIMITS: [&str; 12] =
    ["以上", "以下", "以内", "未満", "超", "上限", "下限", "最大", "最小", "最高", "最低", "まで"];

/// Reads a parenthesis into the quantity before it.
pub(super) fn aside(inner: Text<'_>, quantity: &mut Quantity) -> Result<(), Fault> {
    if inner.is_empty() {
        return Err(Fault::Unread);
    }
    if qualified(inner, quantity)? {
        return Ok(());
    }
    let short = inner.len() <= LONGEST_DIFFERENCE;
    let difference = short && (comparison::compares(inner) || phrase::phrase(inner) == Ok(Reading::Change));
    if difference || date::strip_taken(inner).is_some_and(Text::is_empty) {
        return note(inner, quantity);
    }
    if let Some(agrees) = fraction::agrees(inner, quantity).or_else(|| fits_scale(inner, quantity)) {
        return if agrees { note(inner, quantity) } else { Err(Fault::Unread) };
    }
    if is_rival(inner) || LIMITS.contains(&inner.folded().as_str()) {
        return Err(Fault::Unread);
    }
    if let Some(parts) = breakdown(inner, quantity)? {
        if !quantity.breakdown.is_empty() {
            return Err(Fault::Unread);
        }
        quantity.breakdown = parts;
        return Ok(());
    }
    let date = date::strip(inner).is_some_and(Text::is_empty);
    let bare = !date
        && inner.any(|letter| letter.is_ascii_digit())
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
    if text.is_empty() || corrects || text.contains_any(&OUTDATED) || unit::scales(text) {
        return Err(Fault::Unread);
    }
    quantity.notes.push(text.written());
    Ok(())
}

/// `(5点満点)`, `(5段階評価)`, `(満点5点)`: whether the value lies on the scale; `None` if it is another remark.
fn fits_scale(inner: Text<'_>, quantity: &Quantity) -> Option<bool> {
    let start = inner.strip("満点").map(|rest| rest.strip(":").unwrap_or(rest));
    let (amount, rest) = digits::amount(start.unwrap_or(inner)).ok()?;
    let named =
        if start.is_some() { rest.folded() == "点" } else { SCALES.contains(&rest.folded().as_str()) };
    let scored = SCORED.contains(&quantity.unit.as_str()) && quantity.value <= amount.value;
    named.then_some(scored && !quantity.value.is_negative())
}

/// `(R4:56%)`, `(前年度6件)`, `(実績79%)`: the value of another year or kind, either of which may be the cell's.
fn is_rival(inner: Text<'_>) -> bool {
    let dated = date::strip_dated(inner).or_else(|| date::strip(inner));
    let other = inner.strip_any(&OTHER_TIMES).map(|(_, rest)| rest);
    let kind = inner.strip_any(&OTHER_KINDS).map(|(_, rest)| rest);
    [dated, other, kind].into_iter().flatten().any(|rest| {
        let rest = rest.trim_start();
        let rest = rest.strip_any(&OTHER_KINDS).map_or(rest, |(_, rest)| rest);
        // 前年度+5件 is a difference; 前年度▲3件 may be what was lost then.
        let difference = matches!(rest.first(), Some('+' | '±'));
        !difference && prose::is_valued(rest.strip_any(&["値", "は"]).map_or(rest, |(_, rest)| rest))
    })
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
        // 45.5万人(市内:40、市外:5.5): whether 40 means 40万 is anybody's guess; 86%(回答数:1,234) is a count.
        let bare = measure.unit.is_empty();
        let scaled = measure.magnitude == Magnitude::One && whole.magnitude != Magnitude::One;
        if bare && (scaled || whole.unit == "%") {
            return Err(Fault::Unread);
        }
        let unit = if bare { whole.unit.clone() } else { measure.unit };
        parts.push(Part { name: name.written(), value: measure.value, unit });
        rest = after_separator;
    }
    Ok(Some(parts))
}
