//! What stands before a colon, or in brackets: `サテライトオフィス設置:`, `【目標】`. Some words there change what the
//! number means, and then it must not pass for the value of the cell.

use super::before::{self, AVERAGES, LIMITS};
use super::comparison::OTHER_TIMES;
use super::ending::CUMULATIVE;
use super::source::{self, Text};
use super::{date, measure, unit};

/// What stands before a number, and what it does to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label<'a> {
    pub text: Text<'a>,
    pub kind: Kind,
}

/// What a label does to the number after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Names what is counted.
    Name,
    /// 累計.
    Cumulative,
    /// Says that the number is a difference.
    Change,
    /// Names another year or column, sets a limit, or holds the unit.
    Doubted,
    /// The same, and is so long that it is rather a sentence with a colon in it.
    Sentence,
}

/// A name is no longer than this, and one in doubt no longer than that.
const LONGEST: usize = 40;
const LONGEST_DOUBTED: usize = 20;

/// No colon is looked for further on.
const FARTHEST: usize = 160;

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

/// Columns that a value may be a copy of.
const COLUMNS: [&str; 5] = ["目標", "数値目標", "予定", "計画", "実績"];

/// Units that are not in ones: 歳入 千円.
const SCALED: [&str; 6] = ["千円", "万円", "億円", "千人", "万人", "千件"];

const DIFFERENCES: [&str; 6] = ["増加", "減少", "増", "減", "短縮", "差"];

impl<'a> Label<'a> {
    /// The label, where it names what is counted.
    pub(super) fn name(self) -> Option<Text<'a>> {
        (self.kind == Kind::Name).then_some(self.text)
    }

    fn read(text: Text<'a>) -> Self {
        let kind = match text {
            _ if is_doubted(text) => return Self::doubted(text),
            _ if text.is_one_of(&CUMULATIVE) => Kind::Cumulative,
            _ if text.ends_with_any(&DIFFERENCES) => Kind::Change,
            _ => Kind::Name,
        };
        Self { text, kind }
    }

    fn doubted(text: Text<'a>) -> Self {
        Self { text, kind: if text.len() > LONGEST_DOUBTED { Kind::Sentence } else { Kind::Doubted } }
    }
}

/// Parts a text at its first colon outside brackets, or after the brackets that it starts with. Where there is
/// neither, or a number stands in their place, there is no label.
pub(super) fn split(text: Text<'_>) -> (Option<Label<'_>>, Text<'_>) {
    let mut depth = 0_i32;
    let colon = text.take(FARTHEST).find(|letter| {
        depth += source::depth(letter);
        depth == 0 && letter == ':'
    });
    let found = match colon {
        Some(at) => unless_number(text.take(at)).map(|label| (Label::read(label), text.skip(at + 1))),
        None => bracketed(text),
    };
    found.map_or((None, text), |(label, body)| (Some(label), body.trim_start()))
}

/// What follows a labelled number and what parts it from the next; `None` where nothing does.
pub(super) fn next(after: Text<'_>) -> Option<Text<'_>> {
    let next = after.skip_while(|letter| letter.is_whitespace() || matches!(letter, '、' | ',' | ';' | '/'));
    (after.is_empty() || next.len() < after.len()).then_some(next)
}

/// `【登録者数】5件`. In parentheses there is rather a number of an enumeration, or a remark.
fn bracketed(text: Text<'_>) -> Option<(Label<'_>, Text<'_>)> {
    let (inner, rest) = text.parenthesis().filter(|_| text.first() != Some('('))?;
    let label = unless_number(inner).filter(|_| !rest.is_empty())?;
    let unit = unit::scales(label) || unit::is_common(label);
    Some((if unit { Label::doubted(label) } else { Label::read(label) }, rest))
}

/// The label; `None` where a number stands first, with or without words such as 計.
fn unless_number(label: Text<'_>) -> Option<Text<'_>> {
    let label = label.trim();
    (!label.is_empty() && !measure::leads(before::before(label).1)).then_some(label)
}

fn is_doubted(label: Text<'_>) -> bool {
    label.len() > LONGEST
        || label.any(|letter| matches!(letter, '\n' | '\r' | '。' | '、' | ',' | ';' | '!' | '?' | '※' | '='))
        || holds_number(label)
        || label.contains_any(&ELSEWHERE)
        || is_column(label)
        || label.ends_with_any(&AVERAGES)
        || label.contains_any(&SCALED)
        || !label.any(char::is_alphanumeric)
        || date::year(label).is_some()
        || holds_unit(label)
}

/// 目標, 目標値, 最大値, 現状値: the whole of a label that tells which column a value is a copy of, or may set a limit.
fn is_column(label: Text<'_>) -> bool {
    let words = [&COLUMNS[..], &LIMITS, &OTHER_TIMES];
    words.into_iter().filter_map(|words| label.strip_any(words)).any(|rest| rest.is_one_of(&["", "値", "数"]))
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
    let mut remarks = (0..label.len()).filter_map(|at| label.skip(at).parenthesis());
    remarks.any(|(inner, _)| unit::is_named_by(inner.trim()))
}
