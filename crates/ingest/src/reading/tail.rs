//! What follows a measure: 累計, 上方修正, another bound, に導入, notes and parentheses in any order, or a word
//! that makes the whole a change. Only words on the lists below are taken; any other leaves the cell unread.

use nendo_model::{Bound, Quantity, Revision};

use super::measure::{BOUNDS, strip_bound};
use super::source::{Text, continues_word, is_katakana};
use super::{Fault, aside, comparison, date};

/// What a quantity turned out to be at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// A level.
    Level,
    /// A difference: 5%減.
    Change,
}

/// What is done with the number counted. 拡大 is not here: 86窓口を拡大 may add 86.
const ACTIONS: [&str; 25] = [
    "導入", "設置", "実施", "維持", "達成", "開催", "確保", "整備", "配置", "配備", "作成", "策定", "公開",
    "運用", "掲載", "開設", "養成", "育成", "締結", "開始", "提供", "配布", "受講", "参加", "継続",
];

/// What the number is reached by, after に only.
const REACHED: [&str; 3] = ["拡大", "拡充", "対応"];

/// A comparison after a value is short.
const LONGEST_COMPARISON: usize = 40;

/// How final the value is.
const STATES: [&str; 12] = [
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

const CHANGES: [&str; 29] = [
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

const QUALIFIERS: [(&str, Qualifier); 10] = [
    ("累計値", Qualifier::Cumulative),
    ("累計", Qualifier::Cumulative),
    ("累積", Qualifier::Cumulative),
    ("上方修正", Qualifier::Revised(Revision::Upward)),
    ("下方修正", Qualifier::Revised(Revision::Downward)),
    ("見直し", Qualifier::Revised(Revision::Unspecified)),
    ("見直", Qualifier::Revised(Revision::Unspecified)),
    ("修正後", Qualifier::Revised(Revision::Unspecified)),
    ("修正", Qualifier::Revised(Revision::Unspecified)),
    ("改定", Qualifier::Revised(Revision::Unspecified)),
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
        QUALIFIERS.into_iter().find_map(|(word, qualifier)| Some((qualifier, text.strip(word)?)))
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

/// Reads everything after a measure into the quantity.
pub(super) fn follow(text: Text<'_>, quantity: &mut Quantity) -> Result<Ending, Fault> {
    let mut ending = Ending::Level;
    let mut rest = text.trim_start();
    while !rest.is_empty() && rest.folded() != "。" {
        let (after, found) = step(rest, quantity)?;
        if found == Ending::Change {
            ending = found;
        }
        rest = after.trim_start();
    }
    Ok(ending)
}

/// Whether a unit ends before this text, which follows the character `before`.
pub(super) fn stops(text: Text<'_>, before: Option<char>) -> bool {
    // バックアップ holds アップ, and 5バックアップ is no change.
    if text.first().is_some_and(is_katakana) && before.is_some_and(is_katakana) {
        let points = text.strip_any(&["アップ", "ダウン"]).is_some() && before == Some('ト');
        return points;
    }
    text.strip_any(&ACTIONS).is_some()
        || text.strip_any(&CHANGES).is_some()
        || Qualifier::strip(text).is_some()
        || text.strip_any(&STATES).is_some()
        || BOUNDS.iter().any(|(word, _)| text.strip(word).is_some())
}

fn step<'a>(text: Text<'a>, quantity: &mut Quantity) -> Result<(Text<'a>, Ending), Fault> {
    let level = |rest| Ok((rest, Ending::Level));
    if let Some(note) = text.strip("※") {
        let end = note.find(|letter| matches!(letter, '※' | '\n' | '\r')).unwrap_or(note.len());
        aside::note(note.take(end).trim(), quantity)?;
        return level(note.skip(end));
    }
    if let Some((inner, rest)) = text.parenthesis() {
        let inner = inner.trim();
        if comparison::is_base(inner) || CHANGES.contains(&inner.folded().as_str()) {
            return Ok((rest, Ending::Change));
        }
        aside::aside(inner, quantity)?;
        return level(rest);
    }
    if let Some((qualifier, rest)) = Qualifier::strip(text) {
        qualifier.apply(quantity)?;
        return level(rest);
    }
    if let Some((bound, rest)) = strip_bound(text) {
        if quantity.bound != Bound::Exact && quantity.bound != bound {
            return Err(Fault::Unread);
        }
        quantity.bound = bound;
        return level(rest);
    }
    if let Some(rest) = state(text) {
        aside::note(text.before(rest), quantity)?;
        return level(rest);
    }
    if text.len() <= LONGEST_COMPARISON && comparison::compares(text) {
        aside::note(text, quantity)?;
        return level(text.skip(text.len()));
    }
    if let Some(rest) = change(text, quantity)? {
        return Ok((rest, Ending::Change));
    }
    let rest = action(text).filter(|_| quantity.tail.is_none()).ok_or(Fault::Unread)?;
    quantity.tail = Some(text.before(rest).written());
    level(rest)
}

/// What follows 見込み, or 3月末時点.
fn state(text: Text<'_>) -> Option<Text<'_>> {
    let word = text.strip_any(&STATES).map(|(_, rest)| rest);
    word.or_else(|| date::strip_taken(text)).and_then(ends_word)
}

/// What follows に導入 and its like.
fn action(text: Text<'_>) -> Option<Text<'_>> {
    let particle = text.strip_any(&["に", "を", "で", "の", "へ"]);
    let (word, rest) = particle.unwrap_or(("", text));
    let reached = if word == "に" { rest.strip_any(&REACHED) } else { None };
    let (_, rest) = rest.strip_any(&ACTIONS).or(reached)?;
    let rest = rest.strip_any(&["済み", "済", "する"]).map_or(rest, |(_, rest)| rest);
    ends_word(rest)
}

/// What follows を削減 and its like. 1.2倍に増加 is a change, 50%に削減 is a level that only a reader can tell.
fn change<'a>(text: Text<'a>, quantity: &Quantity) -> Result<Option<Text<'a>>, Fault> {
    let to = text.strip_any(&["に", "へ", "まで"]);
    let particle = to.or_else(|| text.strip_any(&["を", "の"]));
    let rest = particle.map_or(text, |(_, rest)| rest);
    let Some((_, rest)) = rest.strip_any(&CHANGES) else { return Ok(None) };
    let rest = rest.strip("する").unwrap_or(rest);
    if to.is_some() && quantity.unit != "倍" {
        return Err(Fault::Unread);
    }
    Ok(ends_word(rest))
}

fn ends_word(rest: Text<'_>) -> Option<Text<'_>> {
    rest.first().is_none_or(|next| !continues_word(next)).then_some(rest)
}
