//! Words that start with a number or hold one. Both sides are shown as written; the difference is that an
//! unread number is reported to the city, and a sentence is not.

use super::Fault;
use super::source::{Text, is_hiragana, is_kanji};
use super::{before, closed, date, digits, kanji, label, measure, phrase};

/// Words before a number that may mean one thing or another: 最大5件 limits, or tells what was reached.
const COUNTING: [&str; 17] = [
    "最大",
    "最低",
    "最高",
    "最小",
    "最多",
    "最少",
    "各",
    "上限",
    "下限",
    "再掲",
    "見込み",
    "見込",
    "速報値",
    "年間延べ",
    "目標",
    "実績",
    "総",
];

/// What a count in kanji is made of.
pub(super) const KANJI_DIGITS: &str = "〇一二三四五六七八九十百千万億兆零壱弐参拾数";

/// Whether a text is a number in some way, readable or not. Used for what stands beside a dash or a number.
pub(super) fn looks_numeric(text: Text<'_>) -> bool {
    let body = label::split(text).body;
    let whole = body.len() == text.len();
    !matches!(measure::measure(body), Err(Fault::Words)) && whole && !is_prose(body)
        || text.enclosed().is_some_and(|inner| measure::leads(inner) && !is_prose(inner))
        || before::counts(text)
        || in_kanji(text)
}

/// Whether words that do not start as a number hold one that is worth a report.
pub(super) fn hides_number(text: Text<'_>) -> bool {
    let counted = text.strip_any(&COUNTING).map(|(_, rest)| rest);
    let before = before::before(text).1;
    let before = Some(before).filter(|rest| rest.len() < text.len());
    let inside = |rest: Text<'_>| phrase::phrase(rest.trim_start().enclosed().unwrap_or(rest)).is_ok();
    let remarked = before.unwrap_or(text).parenthesis().map(|(_, rest)| rest);
    let beside = [counted, before, remarked, after_space(text)];
    let bracketed = text
        .enclosed()
        .is_some_and(|inner| phrase::phrase(inner).is_ok() || (measure::leads(inner) && !is_prose(inner)));
    beside.into_iter().flatten().any(|rest| phrase::phrase(rest.trim_start()).is_ok())
        || counted.is_some_and(inside)
        || before.is_some_and(inside)
        || bracketed
        || closed::year(text).is_some_and(|(_, rest)| is_valued(rest))
        || in_kanji(label::split(text).body)
}

/// 登録者数 45.5万人, with a name no longer than this.
fn after_space(text: Text<'_>) -> Option<Text<'_>> {
    const NAME: usize = 20;
    text.take(NAME).find(char::is_whitespace).map(|at| text.skip(at))
}

/// Whether a text that starts with a number is words all the same: a date, an entry of an enumeration, a
/// sentence.
pub(super) fn is_prose(text: Text<'_>) -> bool {
    match date::strip(text) {
        Some(rest) => !is_valued(rest),
        None => is_entry(text) || is_sentence(text),
    }
}

/// `2023年度:79%`, `2023年度 79%`: a value after all.
pub(super) fn is_valued(rest: Text<'_>) -> bool {
    let rest = rest.strip("末").unwrap_or(rest);
    let rest = rest.strip_any(&["までに", "まで", "時点", "現在", "には"]).map_or(rest, |(_, rest)| rest);
    let rest = rest.trim_start().skip_while(|letter| matches!(letter, ':' | '、' | ',')).trim_start();
    measure::measure(rest).is_ok_and(|(_, rest)| rest.first().is_none_or(|next| matches!(next, '(' | '※')))
}

/// `1. システムの導入`, `2)検証`.
fn is_entry(text: Text<'_>) -> bool {
    let rest = text.skip_while(|letter| letter.is_ascii_digit());
    let words = rest.strip_any(&[".", ")"]).map(|(_, rest)| rest.trim_start());
    digits::starts_with_digit(text)
        && text.len() - rest.len() <= 2
        && words.is_some_and(|words| words.len() >= 2 && words.first().is_some_and(char::is_alphabetic))
}

fn is_sentence(text: Text<'_>) -> bool {
    const LONG: usize = 10;
    let rest = text.skip_while(|letter| !super::source::continues_word(letter) || letter.is_ascii_digit());
    let hiragana = rest.chars().filter(|letter| is_hiragana(*letter)).count();
    rest.len() >= LONG && (hiragana >= 2 || rest.any(|letter| letter == '。'))
}

/// A count in kanji: 三百四十六人, 数十件.
fn in_kanji(text: Text<'_>) -> bool {
    let is_digit = |letter| KANJI_DIGITS.contains(letter);
    let text = text.strip("約").unwrap_or(text);
    let rest = text.skip_while(is_digit);
    rest.len() < text.len()
        && kanji::strip_counter(rest).is_some_and(|rest| {
            measure::strip_bound(rest).is_some()
                || rest.first().is_none_or(|next| !is_kanji(next) && !is_hiragana(next))
        })
}
