//! The words that may follow a number and its unit: a bound, 累計, 上方修正, 見込み, に導入, 減. Knows where a unit
//! ends before them, not what they make of the number.

use nendo_model::{Bound, Quantity, Revision};

use super::fault::Fault;
use super::source::{Text, is_katakana};

const BOUNDS: [(&str, Bound); 13] = [
    ("以上", Bound::AtLeast),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("未満", Bound::LessThan),
    ("を超える", Bound::MoreThan),
    ("超える", Bound::MoreThan),
    ("超え", Bound::MoreThan),
    ("超", Bound::MoreThan),
    ("程度", Bound::About),
    ("前後", Bound::About),
    ("ほど", Bound::About),
    ("くらい", Bound::About),
    ("ぐらい", Bound::About),
];

/// Words by which a value is counted from the start of the plan.
pub(super) const CUMULATIVE: [&str; 3] = ["累計値", "累計", "累積"];

const REVISED: [(&str, Revision); 7] = [
    ("上方修正", Revision::Upward),
    ("下方修正", Revision::Downward),
    ("見直し", Revision::Unspecified),
    ("見直", Revision::Unspecified),
    ("修正後", Revision::Unspecified),
    ("修正", Revision::Unspecified),
    ("改定", Revision::Unspecified),
];

/// How final the value is.
pub(super) const STATES: [&str; 12] = [
    "見込み値",
    "見込値",
    "見込み",
    "見込",
    "速報値",
    "速報",
    "暫定値",
    "推計値",
    "概算値",
    "概数",
    "再掲",
    "確定値",
];

/// What is done with the number counted. 拡大 is not here: 86窓口を拡大 may add 86.
pub(super) const ACTIONS: [&str; 25] = [
    "導入", "設置", "実施", "維持", "達成", "開催", "確保", "整備", "配置", "配備", "作成", "策定", "公開",
    "運用", "掲載", "開設", "養成", "育成", "締結", "開始", "提供", "配布", "受講", "参加", "継続",
];

/// What makes the number a difference.
pub(super) const CHANGES: [&str; 29] = [
    "増加",
    "増員",
    "増額",
    "増",
    "減少",
    "減員",
    "減額",
    "減",
    "削減",
    "短縮",
    "向上",
    "改善",
    "低減",
    "縮減",
    "縮小",
    "上昇",
    "低下",
    "引上げ",
    "引き上げ",
    "引下げ",
    "引き下げ",
    "伸び",
    "アップ",
    "ダウン",
    "UP",
    "DOWN",
    "上回る",
    "下回る",
    "延伸",
];

/// A word that changes how the value is counted or dated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Qualifier {
    Cumulative,
    Revised(Revision),
}

impl Qualifier {
    /// The qualifier that a text starts with, and what follows.
    pub(super) fn strip(text: Text<'_>) -> Option<(Self, Text<'_>)> {
        if let Some(rest) = text.strip_any(&CUMULATIVE) {
            return Some((Self::Cumulative, rest));
        }
        REVISED.into_iter().find_map(|(word, revision)| Some((Self::Revised(revision), text.strip(word)?)))
    }

    /// The qualifier that the whole text is.
    pub(super) fn whole(text: Text<'_>) -> Option<Self> {
        Self::strip(text).filter(|(_, rest)| rest.is_empty()).map(|(qualifier, _)| qualifier)
    }

    /// Notes it on the quantity; two that contradict each other are refused.
    pub(super) fn apply(self, quantity: &mut Quantity) -> Result<(), Fault> {
        match self {
            Self::Cumulative => quantity.cumulative = true,
            Self::Revised(revision) if quantity.revision.is_none_or(|earlier| earlier == revision) => {
                quantity.revision = Some(revision);
            }
            Self::Revised(_) => return Err(Fault::Unread),
        }
        Ok(())
    }
}

/// The bound that a text starts with, and what follows.
pub(super) fn strip_bound(text: Text<'_>) -> Option<(Bound, Text<'_>)> {
    BOUNDS.into_iter().find_map(|(word, bound)| Some((bound, text.strip(word)?)))
}

/// Whether a unit ends before this text, which follows the character `before`.
pub(super) fn stops(text: Text<'_>, before: Option<char>) -> bool {
    // バックアップ holds アップ, and 5バックアップ is no change.
    if text.first().is_some_and(is_katakana) && before.is_some_and(is_katakana) {
        return before == Some('ト') && text.strip_any(&["アップ", "ダウン"]).is_some();
    }
    [&ACTIONS[..], &CHANGES, &STATES].into_iter().any(|words| text.strip_any(words).is_some())
        || Qualifier::strip(text).is_some()
        || strip_bound(text).is_some()
}
