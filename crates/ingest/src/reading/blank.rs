//! Cells where nothing is set: empty, a dash, 未定, with the reason where one is given. なし and 該当なし are
//! not here: as an actual they may mean zero, and neither reading of them is certain.

use nendo_model::Reading;

use super::closed::closed;
use super::phrase::compares;
use super::source::{Text, is_dash};
use super::{prose, unit};

/// Words that say that there is no value, and by themselves say why.
const WORDS: [&str; 24] = [
    "未定",
    "未集計",
    "集計中",
    "対象外",
    "未確定",
    "未公表",
    "公表前",
    "未設定",
    "未算出",
    "算出中",
    "未測定",
    "測定中",
    "調査中",
    "確認中",
    "設定なし",
    "設定無し",
    "目標設定なし",
    "目標設定無し",
    "目標の設定なし",
    "目標値なし",
    "目標なし",
    "データなし",
    "値なし",
    "算定中",
];

/// Dashes by other names.
const MARKS: [&str; 5] = ["N/A", "NA", "N.A.", "NULL", "TBD"];

/// The number of letters of the longest of them.
const LONGEST_MARK: usize = 4;

/// `None` where the cell says something.
pub(super) fn not_set(text: Text<'_>) -> Option<Reading> {
    if let Some(word) = word(text) {
        return Some(because(Some(word)));
    }
    let is_mark = |text: Text<'_>| MARKS.contains(&text.folded().to_ascii_uppercase().as_str());
    if text.len() <= LONGEST_MARK && is_mark(text) || is_ellipsis(text) {
        return Some(because(None));
    }
    let rest = text.skip_while(|letter| is_dash(letter) || letter.is_whitespace());
    if rest.is_empty() {
        return Some(because(None));
    }
    (rest.len() < text.len()).then(|| beside_dash(rest)).flatten()
}

/// A dash and nothing but its reason, or its unit (`-%`).
fn beside_dash(rest: Text<'_>) -> Option<Reading> {
    if let Some(word) = word(rest) {
        return Some(because(Some(word)));
    }
    if unit::is_common(rest) {
        return Some(because(None));
    }
    let reason = match rest.strip("※") {
        Some(note) => note.trim(),
        None => rest.enclosed()?,
    };
    if closed(reason).is_some() {
        return None;
    }
    if prose::looks_numeric(reason) || compares(reason) {
        return Some(Reading::Unread);
    }
    Some(because(Some(reason)))
}

/// The whole text, if it is one of the words, perhaps in parentheses or with a remark.
fn word(text: Text<'_>) -> Option<Text<'_>> {
    let text = text.enclosed().unwrap_or(text);
    WORDS.iter().any(|word| text.strip(word).is_some_and(is_remark)).then_some(text)
}

fn is_remark(rest: Text<'_>) -> bool {
    let rest = rest.trim();
    let remark = rest.strip("※").or_else(|| rest.enclosed());
    rest.is_one_of(&["", "。"]) || remark.is_some_and(|remark| !prose::looks_numeric(remark))
}

fn is_ellipsis(text: Text<'_>) -> bool {
    let repeated = |dot| text.len() >= 2 && text.chars().all(|letter| letter == dot);
    !text.is_empty() && text.chars().all(|letter| matches!(letter, '…' | '‥' | '⋯'))
        || repeated('.')
        || repeated('・')
}

fn because(reason: Option<Text<'_>>) -> Reading {
    let reason = reason.map(Text::written).filter(|reason| !reason.is_empty());
    Reading::NotSet { reason }
}
