//! Dates at the start of a text: 2023年6月, R5.3.31, 6月末, 5年度. Knows their forms, not what they date.

use super::closed;
use super::source::Text;

/// After these words a date tells when a number was taken.
const TAKEN: [&str; 2] = ["時点", "現在"];

/// A date and what it is written with.
const LONGEST: usize = 16;

/// What follows a date: 2023年6月, 2023/4/1, 6月, 5年度.
pub(super) fn strip(text: Text<'_>) -> Option<Text<'_>> {
    let count = digits(text);
    let rest = text.skip(count);
    let value: u32 = text.take(count).folded().parse().ok()?;
    if count == 4 {
        if let Some(rest) = rest.strip("年度") {
            return Some(rest);
        }
        return rest.strip("年").map(|rest| month(rest).unwrap_or(rest)).or_else(|| in_numbers(rest));
    }
    let own_month = || {
        rest.strip("月")
            .filter(|_| count <= 2 && (1..=12).contains(&value))
            .map(|rest| day(rest).unwrap_or(rest))
    };
    let year = || rest.strip("年度").filter(|_| count <= 2);
    let year_and_month = || rest.strip("年").filter(|_| count <= 2).and_then(month);
    own_month().or_else(year).or_else(year_and_month)
}

/// A year of an era or a number, with the month and day that follow it.
pub(super) fn strip_dated(text: Text<'_>) -> Option<Text<'_>> {
    let (_, rest) = closed::year(text)?;
    let numbered_month = || {
        let start = rest.strip_any(&[".", "/"])?.1;
        Some(start.skip(digits(start))).filter(|_| (1..=2).contains(&digits(start)))
    };
    Some(month(rest).or_else(|| in_numbers(rest)).or_else(numbered_month).unwrap_or(rest))
}

/// What follows `3月末時点` or `R5.3.31現在`.
pub(super) fn strip_taken(text: Text<'_>) -> Option<Text<'_>> {
    let at = (1..LONGEST).find(|at| text.skip(*at).strip_any(&TAKEN).is_some())?;
    let date = text.take(at);
    let known = |letter: char| letter.is_ascii_digit() || "令和平成元年度月日末RH./- ()".contains(letter);
    let parted = date.chars().filter(|letter| matches!(letter, '.' | '/' | '-')).count();
    let dated =
        date.any(|letter| "年月日末令RH".contains(letter)) || parted == 2 || date.any(|letter| letter == '/');
    let (_, rest) = text.skip(at).strip_any(&TAKEN)?;
    let starts = date.first().is_some_and(|first| first.is_ascii_digit() || "令平年月RH".contains(first));
    (starts && dated && !date.any(|letter| !known(letter))).then_some(rest)
}

fn month(text: Text<'_>) -> Option<Text<'_>> {
    let count = digits(text);
    text.skip(count).strip("月").filter(|_| (1..=2).contains(&count)).map(|rest| day(rest).unwrap_or(rest))
}

fn day(text: Text<'_>) -> Option<Text<'_>> {
    let count = digits(text);
    text.skip(count).strip("日").filter(|_| (1..=2).contains(&count))
}

/// `/4/1`, `-04-01`, `.4.1` after a year.
fn in_numbers(text: Text<'_>) -> Option<Text<'_>> {
    let mut rest = text;
    let sign = text.first().filter(|sign| matches!(sign, '/' | '-' | '.'))?;
    for _ in 0..2 {
        let after = rest.skip(1);
        let digits = digits(after);
        if rest.first() != Some(sign) || !(1..=2).contains(&digits) {
            return None;
        }
        rest = after.skip(digits);
    }
    Some(rest)
}

fn digits(text: Text<'_>) -> usize {
    text.chars().take_while(char::is_ascii_digit).count()
}
