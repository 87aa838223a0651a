//! The years that headers name: `令和5年度末`, `R5.3.31`, `5年度`. Whether 2023年 is a
//! fiscal year, the others beside it tell.

use nendo_model::{Calendar, FiscalYear, YearName};

/// When a value is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    Year(YearName),
    /// The number of a year of some era: 5年度, 元年度.
    Short(u16),
}

/// The month in which Japan's fiscal year begins.
pub(crate) const APRIL: u8 = 4;

/// The last day of March as it follows a year, in half-width letters.
const MARCH_ENDS: [&str; 9] =
    ["3月31日", "3月末日", "3月末", ".3.31", ".03.31", "/3/31", "/03/31", "-03-31", ".3末"];

/// What may stand between a year and an item.
const BETWEEN: [&str; 5] = ["末時点", "末現在", "時点", "現在", "末"];

/// Reads when a key begins with, and gives what follows it. The last day of March ends the fiscal
/// year before, where that begins in April; other days may be of either year.
pub(crate) fn start(key: &str, first_month: Option<u8>) -> Option<(When, &str)> {
    let Some((name, rest)) = YearName::read_start(key) else { return short(key) };
    let ends = MARCH_ENDS.iter().find_map(|end| rest.strip_prefix(end));
    let is_april = first_month.unwrap_or(APRIL) == APRIL;
    match ends {
        Some(rest) if is_april && name.calendar != Calendar::Civil => {
            let year = if name.calendar == Calendar::Fiscal { name.year } else { name.year.previous() };
            Some((When::Year(YearName { year, calendar: Calendar::Unsaid, era: None }), rest))
        }
        Some(_) => None,
        None => Some((When::Year(name), rest)),
    }
}

/// Every fiscal year that a text names as one, anywhere: 令和4年度.
pub(crate) fn named(text: &str) -> impl Iterator<Item = FiscalYear> {
    let mut rest = text;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let from = rest;
            let first = from.chars().next().map_or(0, char::len_utf8);
            rest = &from[first..];
            if let Some((YearName { year, calendar: Calendar::Fiscal, .. }, after)) =
                YearName::read_start(from)
            {
                rest = after;
                return Some(year);
            }
        }
        None
    })
}

/// Reads a key that is a year and nothing else, or in brackets.
pub(crate) fn whole(key: &str, first_month: Option<u8>) -> Option<When> {
    let read = |key| start(key, first_month).filter(|(_, rest)| bare(rest).is_empty()).map(|(when, _)| when);
    // A bracket may be the year's own: 2023(令和5)年度.
    read(key).or_else(|| read(bare(key)))
}

/// A part of a header without what joins it to the other: brackets, signs, 末.
pub(crate) fn bare(text: &str) -> &str {
    let joins = |letter| "()[]【】「」〔〕〈〉<>・:/-_、,|".contains(letter);
    let text = text.trim_matches(joins);
    BETWEEN.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim_matches(joins)
}

/// `5年度`, `元年度`.
fn short(key: &str) -> Option<(When, &str)> {
    let (number, rest) = key.split_once("年度")?;
    let number = match number {
        "元" => 1,
        digits if digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            digits.parse().ok()?
        }
        _ => return None,
    };
    Some((When::Short(number), rest))
}

/// Whether a year is a calendar year: it says so, or others beside it are fiscal years and it is not
/// said to be one.
pub(crate) fn is_civil(calendar: Calendar, mut beside: impl Iterator<Item = Calendar>) -> bool {
    match calendar {
        Calendar::Civil => true,
        Calendar::Plain => beside.any(|other| other == Calendar::Fiscal),
        Calendar::Fiscal | Calendar::Unsaid => false,
    }
}
