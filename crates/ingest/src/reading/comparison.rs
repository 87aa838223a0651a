//! Cells that name what they compare with: 前年度比5%減, 2013年度より3件増. They state a change.

use super::source::Text;
use super::tail::{self, Ending};
use super::{closed, measure};

const ANCHORS: [&str; 26] = [
    "前年度同期",
    "前年同期",
    "前年同月",
    "前年度",
    "前年",
    "昨年度",
    "昨年",
    "一昨年",
    "前回調査",
    "前回",
    "前期",
    "前月",
    "先月",
    "基準年度",
    "基準年",
    "基準値",
    "当初計画",
    "計画当初",
    "当初",
    "計画策定時",
    "策定時",
    "導入前",
    "現状値",
    "現状",
    "計画",
    "目標",
];

/// With these, the number is a comparison whatever follows it.
const RATIOS: [&str; 5] = ["対比", "同期比", "同月比", "比較", "比"];

/// With these it is one only where a word such as 減 follows: 2022年度から3校で実施 is none.
const FROM: [&str; 6] = ["に比べて", "に比べ", "に対して", "に対し", "より", "から"];

/// What a comparison is made with, and how.
struct Base<'a> {
    against: bool,
    ratio: bool,
    rest: Text<'a>,
}

/// Whether the whole text states a change against something that it names.
pub(super) fn compares(text: Text<'_>) -> bool {
    let Some(Base { against, ratio, rest }) = base(text) else { return false };
    let rest = rest.strip("で").unwrap_or(rest).trim_start();
    let rest = rest.strip(":").unwrap_or(rest).trim_start();
    let signed = rest.first().is_some_and(|sign| matches!(sign, '+' | '-' | '▲' | '△'));
    let Ok((measure, rest)) = measure::measure(rest) else { return false };
    match tail::follow(rest, &mut measure.into_quantity()) {
        Ok(Ending::Change) => true,
        Ok(Ending::Level) => ratio || (against && signed),
        Err(_) => false,
    }
}

/// Whether a remark says that the number before it is a change: `(前年度比)`.
pub(super) fn is_base(text: Text<'_>) -> bool {
    base(text).is_some_and(|base| base.rest.is_empty())
}

fn base(text: Text<'_>) -> Option<Base<'_>> {
    let against = text.strip("対");
    let text = against.unwrap_or(text);
    let anchored = text.strip_any(&ANCHORS).map(|(_, rest)| rest);
    let rest = anchored.or_else(|| closed::year(text).map(|(_, rest)| rest))?;
    let against = against.is_some();
    if let Some((_, rest)) = rest.strip_any(&RATIOS) {
        return Some(Base { against, ratio: true, rest });
    }
    let from = rest.strip_any(&FROM);
    (against || from.is_some()).then(|| Base {
        against,
        ratio: false,
        rest: from.map_or(rest, |(_, rest)| rest),
    })
}
