//! What stands before a colon, or in brackets: `サテライトオフィス設置:`, `【目標】`. Some words there change what the number means, and
//! then it must not pass for the value of the cell.

use super::before::AVERAGES;
use super::source::{self, Text};
use super::{before, closed, measure, unit};

/// A text parted at its first colon outside parentheses.
#[derive(Clone, Copy, Debug)]
pub(super) struct Labelled<'a> {
    /// What stands before the colon; absent where there is no colon, or a number before it.
    pub label: Option<Text<'a>>,
    pub kind: Kind,
    /// What follows, or the whole text.
    pub body: Text<'a>,
}

/// What a label does to the number after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Names what is counted, or there is none.
    Plain,
    /// 累計.
    Cumulative,
    /// Says that the number is a difference.
    Change,
    /// Is no name (a sentence), names another year or column, sets a limit, or holds the unit.
    Doubted,
}

/// A name is shorter than this.
const LONGEST: usize = 40;

/// The value of another year, of another kind, or of a copy.
const ELSEWHERE: [&str; 14] = [
    "年度",
    "前年",
    "昨年",
    "前回",
    "前期",
    "当初",
    "参考",
    "単位",
    "修正",
    "見直",
    "変更前",
    "訂正",
    "旧",
    "誤",
];

/// The whole of a label that tells which column a value is a copy of, or may set a limit to it.
const OTHERWISE: [&str; 24] = [
    "目標",
    "目標値",
    "数値目標",
    "予定",
    "予定値",
    "予定数",
    "計画",
    "計画値",
    "計画数",
    "実績",
    "実績値",
    "実績数",
    "最大",
    "最大値",
    "最小",
    "最小値",
    "最高",
    "最高値",
    "最低",
    "最低値",
    "最多",
    "最少",
    "上限",
    "下限",
];

/// Units that are not in ones: 歳入 千円.
const SCALED: [&str; 6] = ["千円", "万円", "億円", "千人", "万人", "千件"];

const DIFFERENCES: [&str; 9] = ["増減", "増加", "減少", "増", "減", "削減", "短縮", "差", "前年比"];

pub(super) fn split(text: Text<'_>) -> Labelled<'_> {
    let whole = Labelled { label: None, kind: Kind::Plain, body: text };
    let mut depth = 0_i32;
    let colon = text.take(4 * LONGEST).find(|letter| {
        depth += source::depth(letter);
        depth == 0 && letter == ':'
    });
    let Some(colon) = colon else { return bracketed(text).unwrap_or(whole) };
    let label = text.take(colon).trim();
    if label.is_empty() || leads(label) {
        return whole;
    }
    Labelled { label: Some(label), kind: kind(label), body: text.skip(colon + 1).trim_start() }
}

/// `【登録者数】5件`. In parentheses there is rather a number of an enumeration, or a remark.
fn bracketed(text: Text<'_>) -> Option<Labelled<'_>> {
    let (inner, rest) = text.parenthesis().filter(|_| text.first() != Some('('))?;
    let label = inner.trim();
    if label.is_empty() || rest.is_empty() || leads(label) {
        return None;
    }
    let kind = if unit::scales(label) || unit::is_common(label) { Kind::Doubted } else { kind(label) };
    Some(Labelled { label: Some(label), kind, body: rest.trim_start() })
}

/// Whether a number stands first, with or without words such as 計.
fn leads(label: Text<'_>) -> bool {
    measure::leads(before::before(label).1)
}

fn kind(label: Text<'_>) -> Kind {
    let ends =
        |word: &str| label.skip(label.len().saturating_sub(word.chars().count())).strip(word).is_some();
    let folded = label.folded();
    let doubted = label.len() > LONGEST
        || label
            .any(|letter| matches!(letter, '\n' | '\r' | '。' | '、' | ',' | ';' | '!' | '?' | '※' | '='))
        || holds_number(label)
        || label.contains_any(&ELSEWHERE)
        || OTHERWISE.contains(&folded.as_str())
        || AVERAGES.into_iter().any(ends)
        || label.contains_any(&SCALED)
        || !label.any(char::is_alphanumeric)
        || closed::year(label).is_some()
        || holds_unit(label);
    if doubted {
        return Kind::Doubted;
    }
    if matches!(folded.as_str(), "累計" | "累積" | "累計値") {
        return Kind::Cumulative;
    }
    if DIFFERENCES.into_iter().any(ends) { Kind::Change } else { Kind::Plain }
}

/// 第2庁舎 and LTE4 are names; 比率1 and 目標85% 実績 are not.
fn holds_number(label: Text<'_>) -> bool {
    let named =
        |before: Option<char>| before.is_some_and(|letter| letter == '第' || letter.is_ascii_alphanumeric());
    let before = std::iter::once(None).chain(label.chars().map(Some));
    let mut pairs = label.chars().zip(before);
    pairs.any(|(letter, before)| letter.is_ascii_digit() && !named(before))
        || label.last().is_some_and(|letter| letter.is_ascii_digit())
}

/// `歳入(千円)`: the number after it is not in ones.
fn holds_unit(label: Text<'_>) -> bool {
    let remarks = (0..label.len()).filter_map(|at| label.skip(at).parenthesis());
    remarks.into_iter().any(|(inner, _)| unit::is_named_by(inner.trim()))
}
