//! Words right before a number that say how it was counted, and leave it the level that it is: 延べ1,200人,
//! 合計86件, 年平均4.2点, (累計)86窓口. 最大5件 is not here: it may set a limit or tell what was reached. Nor is
//! (目標)5件: it may be a copy of another column.

use super::ending::{CUMULATIVE, STATES};
use super::source::Text;

/// What is counted, longest first.
const COUNTED: [&str; 12] =
    ["合計", "総計", "総数", "総額", "総延長", "計", "全", "延べ人数", "延べ", "のべ", "延", "平均"];

/// Averages over a time: 月平均5件 is 5件 a month, and 年平均2% a growth.
pub(super) const AVERAGES: [&str; 8] =
    ["年間平均", "年度平均", "年平均", "月間平均", "月平均", "週間平均", "週平均", "日平均"];

/// Units of what is a level over any time: 年平均4.2点.
const LEVELS: [&str; 3] = ["点", "歳", "℃"];

/// What may stand in brackets besides.
const REMARKS: [&str; 8] = ["暫定", "推計", "概算", "確定", "実数", "税込", "税込み", "税抜"];

/// Words that may set a limit to a number, or tell what was reached.
pub(super) const LIMITS: [&str; 8] = ["最大", "最小", "最高", "最低", "最多", "最少", "上限", "下限"];

/// What stood before the number.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Before<'a> {
    /// 累計.
    pub cumulative: bool,
    /// 延べ and its like, to be shown with the number.
    pub word: Option<Text<'a>>,
}

impl Before<'_> {
    /// Whether a number in this unit is the level that it seems.
    pub(super) fn keeps(&self, unit: &str) -> bool {
        LEVELS.contains(&unit) || !self.word.is_some_and(|word| word.is_one_of(&AVERAGES))
    }
}

/// Takes the words off the start of a text, each kind at most once, and gives what follows.
pub(super) fn before(text: Text<'_>) -> (Before<'_>, Text<'_>) {
    let mut found = Before::default();
    let mut rest = text;
    while let Some((word, after)) = word(rest) {
        match word.is_one_of(&CUMULATIVE) {
            true if !found.cumulative => found.cumulative = true,
            false if found.word.is_none() => found.word = Some(word),
            _ => break,
        }
        rest = after;
    }
    (found, rest)
}

fn word(text: Text<'_>) -> Option<(Text<'_>, Text<'_>)> {
    let plain = [&CUMULATIVE[..], &AVERAGES, &COUNTED];
    if let Some((inner, rest)) = text.parenthesis() {
        let word = inner.trim();
        let known = plain.into_iter().chain([&STATES[..], &REMARKS]).any(|words| word.is_one_of(words));
        return known.then_some((word, rest.trim_start()));
    }
    let rest = plain.into_iter().find_map(|words| text.strip_any(words))?;
    Some((text.before(rest), rest.without(&["で"]).trim_start()))
}
