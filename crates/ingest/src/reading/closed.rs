//! Cells that say that a target was completed and is followed no longer: (2022年度末をもって目標完了).
//! 2025年度に完了 may be a plan as well as a fact, so it stays a text.

use nendo_model::{FiscalYear, Reading};

use super::blank;
use super::source::Text;

/// Words after the year that end it; a plan is not written with them.
const ENDINGS: [&str; 12] = [
    "末をもって",
    "末を以て",
    "末を以って",
    "末にて",
    "末で",
    "をもって",
    "を以て",
    "を以って",
    "にて",
    "で",
    "中に",
    "末に",
];

/// `None` where the whole cell is not such a statement. A dash before it changes nothing.
pub(super) fn closed(text: Text<'_>) -> Option<Reading> {
    let text = text.skip_while(|letter| blank::is_dash(letter) || letter.is_whitespace());
    let text = text.enclosed().unwrap_or(text);
    let (year, rest) = match year(text) {
        Some((year, rest)) => (Some(year), rest),
        None => (None, text),
    };
    let ending = year.and_then(|_| rest.strip_any(&ENDINGS));
    let certain = ending.is_some_and(|(word, _)| !word.ends_with('に'));
    let rest = ending.map(|(_, rest)| rest).or_else(|| rest.strip("に")).unwrap_or(rest).trim_start();
    let subject = rest.strip_any(&["目標達成", "目標を", "目標", "事業", "取組"]);
    let certain = certain || subject.is_some();
    let rest = subject.map_or(rest, |(_, rest)| rest);
    let (_, rest) = rest.strip_any(&["完了", "終了"])?;
    let past = rest.strip_any(&["済み", "済", "しました", "した"]);
    let certain = certain || (past.is_some() && year.is_some());
    let rest = past.map_or(rest, |(_, rest)| rest);
    (certain && matches!(rest.trim().folded().as_str(), "" | "。")).then_some(Reading::Closed { year })
}

/// The fiscal year that a text starts with, and what follows.
pub(super) fn year(text: Text<'_>) -> Option<(FiscalYear, Text<'_>)> {
    let begins = text.first().is_some_and(|first| "RHSTrhstFf令平昭大㋿㍻㍼㍽".contains(first));
    let has_four_digits = || text.chars().take_while(char::is_ascii_digit).take(4).count() == 4;
    if !begins && !has_four_digits() {
        return None;
    }
    // No form of a year is longer; a cell may be.
    let start = text.take(24);
    let written = start.written();
    let (year, rest) = FiscalYear::read_start(&written)?;
    Some((year, text.skip(start.len() - rest.chars().count())))
}
