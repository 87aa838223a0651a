//! Words that start with a number: a date, an entry of an enumeration, a sentence. Knows no more of the number
//! than its measure.

use super::fault::Fault;
use super::source::{Text, continues_word, is_hiragana};
use super::{before, date, kanji, label, measure};

/// Whether a text is a number in some way, readable or not. Used for what stands beside a dash or a number.
pub(super) fn looks_numeric(text: Text<'_>) -> bool {
    label::split(text).0.is_none() && !matches!(measure::measure(text), Err(Fault::Words)) && !is_prose(text)
        || is_bracketed_number(text)
        || is_counted(text)
        || kanji::counts(text)
}

/// Whether brackets enclose the whole text, and what starts as a number does.
pub(super) fn is_bracketed_number(text: Text<'_>) -> bool {
    text.enclosed().is_some_and(|inner| measure::leads(inner) && !is_prose(inner))
}

/// Whether a number follows words such as 合計. 全86施設 is what a number is one of.
fn is_counted(text: Text<'_>) -> bool {
    let (_, rest) = before::before(text);
    rest.len() < text.len() && text.first() != Some('全') && measure::measure(rest).is_ok()
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
    let rest = rest.without(&["末"]).without(&["までに", "まで", "時点", "現在", "には"]);
    let rest = rest.trim_start().skip_while(|letter| matches!(letter, ':' | '、' | ',')).trim_start();
    measure::measure(rest).is_ok_and(|(_, rest)| rest.first().is_none_or(|next| matches!(next, '(' | '※')))
}

/// `1. システムの導入`, `2)検証`.
fn is_entry(text: Text<'_>) -> bool {
    let count = text.digits();
    let words = text.skip(count).strip_any(&[".", ")"]).map(Text::trim_start);
    (1..=2).contains(&count)
        && words.is_some_and(|words| words.len() >= 2 && words.first().is_some_and(char::is_alphabetic))
}

fn is_sentence(text: Text<'_>) -> bool {
    const LONG: usize = 10;
    let rest = text.skip_while(|letter| !continues_word(letter) || letter.is_ascii_digit());
    let hiragana = rest.chars().filter(|letter| is_hiragana(*letter)).count();
    rest.len() >= LONG && (hiragana >= 2 || rest.any(|letter| letter == '。'))
}
