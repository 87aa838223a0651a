//! The core of a quantity: 約300件, ▲2.3ポイント, 年3回以上. How often (年), about (約), sign, number, unit and
//! one bound, in that order. What follows is for others to read.

use nendo_model::{Bound, Decimal, Magnitude, Quantity};

use super::Fault;
use super::digits::{self, starts_with_digit};
use super::rate::Rate;
use super::source::Text;
use super::{blank, duration, kanji, unit};

/// A number with its unit and bound.
#[derive(Clone, Debug)]
pub(super) struct Measure {
    pub value: Decimal,
    pub magnitude: Magnitude,
    pub unit: String,
    pub bound: Bound,
}

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
const COUNTED_OFTEN: [&str; 12] =
    ["回", "件", "人", "名", "社", "校", "本", "か所", "箇所", "カ所", "ヶ所", "講座"];

pub(super) const BOUNDS: [(&str, Bound); 13] = [
    ("以上", Bound::AtLeast),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("未満", Bound::LessThan),
    ("を超える", Bound::MoreThan),
    ("超える", Bound::MoreThan),
    ("超え", Bound::MoreThan),
    ("超", Bound::MoreThan),
    ("程度", Bound::About),
    ("前後", Bound::About),
    ("ほど", Bound::About),
    ("くらい", Bound::About),
    ("ぐらい", Bound::About),
];

impl Measure {
    /// The quantity with nothing around it yet.
    pub(super) fn into_quantity(self) -> Quantity {
        let Self { value, magnitude, unit, bound } = self;
        Quantity { magnitude, bound, ..Quantity::plain(value, &unit) }
    }
}

/// Reads the measure that a text starts with, and gives what follows.
pub(super) fn measure(text: Text<'_>) -> Result<(Measure, Text<'_>), Fault> {
    let Some((rate, rest)) = Rate::strip(text) else { return counted(text) };
    let (mut measure, rest) = counted(rest).map_err(|_| Fault::Unread)?;
    measure.unit = rate.of(&measure.unit).ok_or(Fault::Unread)?;
    Ok((measure, rest))
}

/// A measure without a rate before it.
fn counted(text: Text<'_>) -> Result<(Measure, Text<'_>), Fault> {
    let Start { often, about, sign, yen, number } =
        start(text).ok_or_else(|| if leads(text) { Fault::Unread } else { Fault::Words })?;
    let (amount, after) = match kanji::amount(number) {
        Some(found) => found,
        None => digits::amount(number)?,
    };
    let (unit, rest) = unit::unit(after)?;
    let (value, mut unit, mut rest) = duration::joined(amount.value, unit, rest)?;
    if yen && unit.is_empty() {
        "円".clone_into(&mut unit);
    }
    if yen && !unit.starts_with('円') || sign == Some('±') && !value.is_zero() {
        return Err(Fault::Unread);
    }
    let mut bound = if about { Bound::About } else { Bound::Exact };
    if let Some((found, after)) = strip_bound(rest.trim_start()) {
        if about && found != Bound::About {
            return Err(Fault::Unread);
        }
        (bound, rest) = (found, after);
        if let Some((period, after)) = unit::period(rest).filter(|_| !unit.is_empty() && !unit.contains('/'))
        {
            (unit, rest) = (format!("{unit}/{period}"), after);
        }
    }
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
    Ok((Measure { value, magnitude: amount.magnitude, unit, bound }, rest))
}

/// Whether a text starts as a number does, even one that cannot be read.
pub(super) fn leads(text: Text<'_>) -> bool {
    let odd = |letter: char| {
        letter.is_whitespace()
            || blank::is_dash(letter)
            || matches!(
                letter,
                '.' | ',' | '¥' | '\\' | '$' | '<' | '>' | '≦' | '≧' | '≤' | '≥' | '~' | '+' | '±'
            )
            || matches!(letter, '▲' | '△' | '▼' | '▽' | '\'' | '=')
    };
    start(text).is_some() || starts_with_digit(text.skip_while(odd))
}

/// The bound that a text starts with, and what follows.
pub(super) fn strip_bound(text: Text<'_>) -> Option<(Bound, Text<'_>)> {
    BOUNDS.into_iter().find_map(|(word, bound)| Some((bound, text.strip(word)?)))
}

struct Start<'a> {
    often: Option<&'static str>,
    about: bool,
    sign: Option<char>,
    /// Whether ¥ stands before the number.
    yen: bool,
    number: Text<'a>,
}

fn start(text: Text<'_>) -> Option<Start<'_>> {
    let often = OFTEN.into_iter().find_map(|(word, unit)| {
        let rest = text.strip(word)?;
        starts_with_number(strip_about(rest).unwrap_or(rest)).then_some((unit, rest))
    });
    let (often, text) = often.map_or((None, text), |(unit, rest)| (Some(unit), rest));
    let rest = strip_about(text);
    let (about, text) = (rest.is_some(), rest.unwrap_or(text));
    let before_sign = strip_yen(text);
    let text = before_sign.unwrap_or(text);
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
    let starts = if sign.is_none() && !yen { starts_with_number(number) } else { starts_with_digit(number) };
    starts.then_some(Start { often, about, sign, yen, number })
}

/// A backslash has the place of ¥ in the encoding of Japanese Windows.
fn strip_yen(text: Text<'_>) -> Option<Text<'_>> {
    text.strip_any(&["¥", "\\"]).map(|(_, rest)| rest.trim_start())
}

/// Whether digits or a count in kanji stand first.
pub(super) fn starts_with_number(text: Text<'_>) -> bool {
    starts_with_digit(text) || kanji::amount(text).is_some()
}

fn strip_about(text: Text<'_>) -> Option<Text<'_>> {
    text.strip_any(&ABOUT).map(|(_, rest)| rest.trim_start())
}

/// 20230401.
fn is_day(digits: &str) -> bool {
    let within = |part: Option<&str>, most: u8| {
        part.and_then(|part| part.parse().ok()).is_some_and(|number: u8| (1..=most).contains(&number))
    };
    digits.len() == 8
        && (digits.starts_with("19") || digits.starts_with("20"))
        && within(digits.get(4..6), 12)
        && within(digits.get(6..), 31)
}

/// 2023年, 6月 and 2023.4 are dates; 3年 may be one, unless a bound makes it a duration.
fn is_date(number: Text<'_>, unit: &str, bound: Bound) -> bool {
    match unit {
        "" => {
            let digits = number.folded();
            is_year_and_month(&digits) || is_day(&digits)
        }
        "年" => bound == Bound::Exact || number.len() == 4,
        _ => unit.starts_with('年') && number.len() == 4,
    }
}

fn is_year_and_month(digits: &str) -> bool {
    let is_year = |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    digits.split_once('.').is_some_and(|(year, month)| is_year(year) && month.len() <= 2)
}
