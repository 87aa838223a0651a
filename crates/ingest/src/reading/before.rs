//! Words right before a number that say how it was counted, and leave it the level that it is: 延べ1,200人,
//! 合計86件, 年平均4.2点, (累計)86窓口. 最大5件 is not here: it may set a limit or tell what was reached. Nor is
//! (目標)5件: it may be a copy of another column.

use super::measure;
use super::source::Text;

/// What is counted, longest first.
const COUNTED: [&str; 12] =
    ["合計", "総計", "総数", "総額", "総延長", "計", "全", "延べ人数", "延べ", "のべ", "延", "平均"];

/// Averages over a time: 月平均5件 is 5件 a month, and 年平均2% a growth.
pub(super) const AVERAGES: [&str; 8] =
    ["年間平均", "年度平均", "年平均", "月間平均", "月平均", "週間平均", "週平均", "日平均"];

/// Units of what is a level over any time: 年平均4.2点.
const SCORED: [&str; 3] = ["点", "歳", "℃"];

/// What may stand in brackets besides: how final the value is, and what it holds.
const REMARKS: [&str; 20] = [
    "速報値",
    "速報",
    "暫定値",
    "暫定",
    "見込み値",
    "見込値",
    "見込み",
    "見込",
    "推計値",
    "推計",
    "概算値",
    "概算",
    "概数",
    "確定値",
    "確定",
    "再掲",
    "実数",
    "税込",
    "税込み",
    "税抜",
];

const SO_FAR: [&str; 3] = ["累計値", "累計", "累積"];

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
        SCORED.contains(&unit) || !self.word.is_some_and(|word| AVERAGES.contains(&word.folded().as_str()))
    }
}

/// Takes the words off the start of a text, each kind at most once, and gives what follows.
pub(super) fn before(text: Text<'_>) -> (Before<'_>, Text<'_>) {
    let mut found = Before::default();
    let mut rest = text;
    while let Some((word, after)) = word(rest) {
        let so_far = SO_FAR.contains(&word.folded().as_str());
        match so_far {
            true if !found.cumulative => found.cumulative = true,
            false if found.word.is_none() => found.word = Some(word),
            _ => break,
        }
        rest = after;
    }
    (found, rest)
}

/// Whether a number follows such words. 全86施設 is what a number is one of.
pub(super) fn counts(text: Text<'_>) -> bool {
    let (_, rest) = before(text);
    rest.len() < text.len() && text.first() != Some('全') && measure::measure(rest).is_ok()
}

fn word(text: Text<'_>) -> Option<(Text<'_>, Text<'_>)> {
    let known = |word: Text<'_>| {
        let word = word.folded();
        [&SO_FAR[..], &AVERAGES, &COUNTED, &REMARKS].iter().any(|words| words.contains(&word.as_str()))
    };
    let (word, rest) = if let Some((inner, rest)) = text.parenthesis() {
        (inner.trim(), rest)
    } else {
        let (_, rest) = [&SO_FAR[..], &AVERAGES, &COUNTED].iter().find_map(|words| text.strip_any(words))?;
        (text.before(rest), rest.strip("で").unwrap_or(rest))
    };
    known(word).then_some((word, rest.trim_start()))
}
