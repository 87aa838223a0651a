//! What a number is compared with, said before it: 前年度比5%減, 2013年度より3件増.

use super::date;
use super::source::Text;

/// Times that are not that of the cell.
pub(super) const OTHER_TIMES: [&str; 24] = [
    "前年度同期",
    "前年同期",
    "前年同月",
    "前年度",
    "前年",
    "昨年度",
    "昨年",
    "一昨年度",
    "一昨年",
    "前々年度",
    "前回調査",
    "前回",
    "前期",
    "前月",
    "先月",
    "基準年度",
    "基準年",
    "基準値",
    "基準",
    "当初",
    "策定時",
    "現状値",
    "現状",
    "現況",
];

/// What else a number is compared with.
const ANCHORS: [&str; 6] = ["計画当初", "計画策定時", "当初計画", "導入前", "計画", "目標"];

/// With these, the number is a comparison whatever follows it.
const RATIOS: [&str; 5] = ["対比", "同期比", "同月比", "比較", "比"];

/// With these it is one only where a word such as 減 follows: 2022年度から3校で実施 is none.
const FROM: [&str; 6] = ["に比べて", "に比べ", "に対して", "に対し", "より", "から"];

/// How a text names what it compares with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// 前年度比, 対前年度比.
    Ratio,
    /// 対前年度.
    Against,
    /// 前年度より.
    From,
}

/// The base that a text starts with, and what follows.
pub(super) fn base(text: Text<'_>) -> Option<(Base, Text<'_>)> {
    let against = text.strip("対");
    let text = against.unwrap_or(text);
    let anchored = text.strip_any(&ANCHORS).or_else(|| text.strip_any(&OTHER_TIMES));
    let rest = anchored.or_else(|| date::year(text).map(|(_, rest)| rest))?;
    if let Some(rest) = rest.strip_any(&RATIOS) {
        return Some((Base::Ratio, rest));
    }
    match rest.strip_any(&FROM) {
        from if against.is_some() => Some((Base::Against, from.unwrap_or(rest))),
        from => Some((Base::From, from?)),
    }
}
