//! Dates and fiscal years at the start of a text: 2023年6月, R5.3.31, 6月末, 5年度. Knows their forms, not what
//! they date.

use nendo_model::FiscalYear;

use super::source::Text;

/// After these words a date tells when a number was taken.
const TAKEN: [&str; 2] = ["時点", "現在"];

/// A date and what it is written with.
const LONGEST: usize = 16;

/// The fiscal year that a text starts with, and what follows.
pub(super) fn year(text: Text<'_>) -> Option<(FiscalYear, Text<'_>)> {
    let begins = text.first().is_some_and(|first| "RHSTrhstFf令平昭大㋿㍻㍼㍽".contains(first));
    if !begins && text.digits() != 4 {
        return None;
    }
    // No form of a year is longer; a cell may be.
    let start = text.take(24);
    let written = start.written();
    let (year, rest) = FiscalYear::read_start(&written)?;
    Some((year, text.skip(start.len() - rest.chars().count())))
}

/// What follows a date: 2023年6月, 2023/4/1, 6月, 5年度.
pub(super) fn strip(text: Text<'_>) -> Option<Text<'_>> {
    let count = text.digits();
    let rest = text.skip(count);
    let value: u32 = text.take(count).folded().parse().ok()?;
    if count == 4 {
        if let Some(rest) = rest.strip("年度") {
            return Some(rest);
        }
        return rest.strip("年").map(|rest| month(rest).unwrap_or(rest)).or_else(|| in_numbers(rest));
    }
    if count > 2 {
        return None;
    }
    let own_month = rest.strip("月").filter(|_| (1..=12).contains(&value));
    let own_month = own_month.map(|rest| day(rest).unwrap_or(rest));
    own_month.or_else(|| rest.strip("年度")).or_else(|| month(rest.strip("年")?))
}

/// A year of an era or a number, with the month and day that follow it.
pub(super) fn strip_dated(text: Text<'_>) -> Option<Text<'_>> {
    let (_, rest) = year(text)?;
    let numbered_month = || counted(rest.strip_any(&[".", "/"])?);
    Some(month(rest).or_else(|| in_numbers(rest)).or_else(numbered_month).unwrap_or(rest))
}

/// What follows `3月末時点` or `R5.3.31現在`.
pub(super) fn strip_taken(text: Text<'_>) -> Option<Text<'_>> {
    let (date, rest) = (1..LONGEST).find_map(|at| Some((text.take(at), text.skip(at).strip_any(&TAKEN)?)))?;
    let known = |letter: char| letter.is_ascii_digit() || "令和平成元年度月日末RH./- ()".contains(letter);
    let parted = date.chars().filter(|letter| matches!(letter, '.' | '/' | '-')).count();
    let dated = parted == 2 || date.any(|letter| "年月日末令RH/".contains(letter));
    let starts = date.first().is_some_and(|first| first.is_ascii_digit() || "令平年月RH".contains(first));
    (starts && dated && !date.any(|letter| !known(letter))).then_some(rest)
}

/// Whether digits by themselves are a date: 2023.4, 20230401.
pub(super) fn is_in_digits(digits: &str) -> bool {
    let within = |part: Option<&str>, most: u8| {
        part.and_then(|part| part.parse().ok()).is_some_and(|number: u8| (1..=most).contains(&number))
    };
    let day = || digits.len() == 8 && within(digits.get(4..6), 12) && within(digits.get(6..), 31);
    let month = || digits.split_once('.').is_some_and(|(year, month)| year.len() == 4 && month.len() <= 2);
    (digits.starts_with("19") || digits.starts_with("20")) && (day() || month())
}

fn month(text: Text<'_>) -> Option<Text<'_>> {
    let rest = counted(text)?.strip("月")?;
    Some(day(rest).unwrap_or(rest))
}

fn day(text: Text<'_>) -> Option<Text<'_>> {
    counted(text)?.strip("日")
}

/// `/4/1`, `-04-01`, `.4.1` after a year.
fn in_numbers(text: Text<'_>) -> Option<Text<'_>> {
    let sign = ["/", "-", "."].into_iter().find(|sign| text.strip(sign).is_some())?;
    counted(counted(text.strip(sign)?)?.strip(sign)?)
}

/// What follows one digit or two, as of a month or a day.
fn counted(text: Text<'_>) -> Option<Text<'_>> {
    let count = text.digits();
    (1..=2).contains(&count).then(|| text.skip(count))
}
