//! Words that hold a number. They are shown as written, as others are; the difference is that a number left unread
//! is reported to the city, and a sentence is not.

use super::before::LIMITS;
use super::ending::STATES;
use super::phrase::phrase;
use super::source::Text;
use super::{before, date, kanji, label, prose};

/// More words before a number that may mean one thing or another.
const COUNTING: [&str; 5] = ["各", "年間延べ", "目標", "実績", "総"];

/// Whether words that do not start as a number hold one that is worth a report.
pub(super) fn hides_number(text: Text<'_>) -> bool {
    let counted = [&COUNTING[..], &LIMITS, &STATES].into_iter().find_map(|words| text.strip_any(words));
    let before = before::before(text).1;
    let remarked = before.parenthesis().map(|(_, rest)| rest);
    let beside = [counted, Some(before), remarked, after_space(text)].map(|rest| rest.map(Text::trim_start));
    let inside = [counted, Some(before), Some(text)].map(|rest| rest?.trim_start().enclosed());
    beside.into_iter().chain(inside).flatten().any(|rest| phrase(rest).is_ok())
        || prose::is_bracketed_number(text)
        || date::year(text).is_some_and(|(_, rest)| prose::is_valued(rest))
        || kanji::counts(label::split(text).1)
}

/// 登録者数 45.5万人, with a name no longer than this.
fn after_space(text: Text<'_>) -> Option<Text<'_>> {
    const NAME: usize = 20;
    text.take(NAME).find(char::is_whitespace).map(|at| text.skip(at))
}
