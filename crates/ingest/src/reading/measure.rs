//! The core of a quantity: 約300件, ▲2.3ポイント, 年3回以上. How often (年), about (約), sign, number, unit and
//! one bound, in that order. What follows is for others to read.

use nendo_model::{Bound, Quantity};

use super::ending::strip_bound;
use super::fault::Fault;
use super::rate::Rate;
use super::source::{Text, is_dash};
use super::{date, duration, number, unit};

const ABOUT: [&str; 7] = ["約", "およそ", "おおよそ", "おおむね", "概ね", "凡そ", "ほぼ"];

const OFTEN: [(&str, &str); 8] = [
    ("毎年度", "年度"),
    ("年間", "年"),
    ("毎年", "年"),
    ("年", "年"),
    ("毎月", "月"),
    ("月", "月"),
    ("毎週", "週"),
    ("週", "週"),
];

/// What can be counted per year with the year before the number. 年2% is a growth, 月10日 a date.
const COUNTED_OFTEN: [&str; 9] = ["回", "件", "人", "名", "社", "校", "本", "箇所", "講座"];

/// What stands before the digits of a measure.
struct Start<'a> {
    often: Option<&'static str>,
    about: bool,
    sign: Option<char>,
    /// Whether ¥ stands before the number.
    yen: bool,
    number: Text<'a>,
}

/// Reads the measure that a text starts with, with nothing around it yet, and gives what follows.
pub(super) fn measure(text: Text<'_>) -> Result<(Quantity, Text<'_>), Fault> {
    let Some((rate, rest)) = Rate::strip(text) else { return counted(text) };
    let (mut quantity, rest) = counted(rest).map_err(|_| Fault::Unread)?;
    quantity.unit = rate.of(&quantity.unit).ok_or(Fault::Unread)?;
    Ok((quantity, rest))
}

/// Whether a text starts as a number does, even one that cannot be read.
pub(super) fn leads(text: Text<'_>) -> bool {
    let odd = |letter: char| {
        matches!(letter, '.' | ',' | '¥' | '\\' | '$' | '<' | '>' | '≦' | '≧' | '≤' | '≥' | '~' | '\'' | '=')
            || matches!(letter, '+' | '±' | '▲' | '△' | '▼' | '▽')
            || letter.is_whitespace()
            || is_dash(letter)
    };
    start(text).is_some() || text.skip_while(odd).starts_with_digit()
}

/// A measure without a rate before it.
fn counted(text: Text<'_>) -> Result<(Quantity, Text<'_>), Fault> {
    let Start { often, about, sign, yen, number } =
        start(text).ok_or_else(|| if leads(text) { Fault::Unread } else { Fault::Words })?;
    let (amount, after) = number::amount(number)?;
    let (unit, rest) = unit::unit(after)?;
    let (value, mut unit, rest) = duration::joined(amount.value, unit, rest)?;
    if yen && unit.is_empty() {
        "円".clone_into(&mut unit);
    }
    if yen && !unit.starts_with('円') || sign == Some('±') && !value.is_zero() {
        return Err(Fault::Unread);
    }
    let (bound, rest) = bounded(&mut unit, about, rest)?;
    if is_date(number.before(after), &unit, bound) {
        return Err(Fault::Unread);
    }
    if let Some(often) = often {
        if !COUNTED_OFTEN.contains(&unit.as_str()) {
            return Err(Fault::Unread);
        }
        unit = format!("{unit}/{often}");
    }
    let negative = matches!(sign, Some('▲' | '△' | '-'));
    let value = if negative { value.negated() } else { value };
    Ok((Quantity { magnitude: amount.magnitude, unit, bound, ..Quantity::plain(value, "") }, rest))
}

/// The bound around a number, and what follows; a period after it (5件以上/年) goes to the unit.
fn bounded<'a>(unit: &mut String, about: bool, text: Text<'a>) -> Result<(Bound, Text<'a>), Fault> {
    let Some((bound, rest)) = strip_bound(text.trim_start()) else {
        return Ok((if about { Bound::About } else { Bound::Exact }, text));
    };
    if about && bound != Bound::About {
        return Err(Fault::Unread);
    }
    match unit::period(rest).filter(|_| !unit.is_empty() && !unit.contains('/')) {
        Some((period, rest)) => {
            *unit = format!("{unit}/{period}");
            Ok((bound, rest))
        }
        None => Ok((bound, rest)),
    }
}

fn start(text: Text<'_>) -> Option<Start<'_>> {
    let often = OFTEN.into_iter().find_map(|(word, unit)| {
        let rest = text.strip(word)?;
        number::starts(without_about(rest)).then_some((unit, rest))
    });
    let (often, text) = often.map_or((None, text), |(unit, rest)| (Some(unit), rest));
    let unsigned = without_about(text);
    let about = unsigned.len() < text.len();
    let before_sign = strip_yen(unsigned);
    let text = before_sign.unwrap_or(unsigned);
    let sign = text.first().filter(|sign| matches!(sign, '▲' | '△' | '-' | '+' | '±'));
    let number = match sign {
        // Accounts set the triangle apart; a hyphen set apart is a dash.
        Some('▲' | '△') => text.skip(1).trim_start(),
        Some(_) => text.skip(1),
        None => text,
    };
    let after_sign = strip_yen(number).filter(|_| before_sign.is_none());
    let yen = before_sign.or(after_sign).is_some();
    let number = after_sign.unwrap_or(number);
    let starts = if sign.is_none() && !yen { number::starts(number) } else { number.starts_with_digit() };
    starts.then_some(Start { often, about, sign, yen, number })
}

/// A backslash has the place of ¥ in the encoding of Japanese Windows.
fn strip_yen(text: Text<'_>) -> Option<Text<'_>> {
    text.strip_any(&["¥", "\\"]).map(Text::trim_start)
}

fn without_about(text: Text<'_>) -> Text<'_> {
    text.strip_any(&ABOUT).map_or(text, Text::trim_start)
}

/// 2023年, 6月 and 2023.4 are dates; 3年 may be one, unless a bound makes it a duration.
fn is_date(number: Text<'_>, unit: &str, bound: Bound) -> bool {
    match unit {
        "" => date::is_in_digits(&number.folded()),
        "年" => bound == Bound::Exact || number.len() == 4,
        _ => unit.starts_with('年') && number.len() == 4,
    }
}
