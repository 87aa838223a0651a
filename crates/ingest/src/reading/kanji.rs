//! Numbers in kanji, read only before a counter: 三百四十六人, 一万五千人, 二〇件, but not 一般 or 十分. Two digits
//! in a row (二三件) are two or three to one reader and 23 to another.

use nendo_model::{Decimal, Magnitude};

use super::counters::AFTER_KANJI;
use super::digits::Amount;
use super::measure::strip_bound;
use super::source::{Text, continues_word};
use super::{tail, unit};

/// Words all the same: a whole district, and a place.
const NAMES: [&str; 2] = ["一円", "千本"];

const DIGITS: &str = "〇一二三四五六七八九";

/// The powers that multiply a digit, and those that multiply all before them.
const SMALL: [(char, u32); 3] = [('十', 1), ('百', 2), ('千', 3)];
const LARGE: [(char, u32); 2] = [('万', 4), ('億', 8)];

/// No number is written longer.
const LONGEST: usize = 24;

/// A number in kanji that a counter follows, with nothing after it that would make it a word.
pub(super) fn amount(text: Text<'_>) -> Option<(Amount, Text<'_>)> {
    if !starts(text) {
        return None;
    }
    let (value, rest) = numeral(text)?;
    let after = strip_counter(rest)?;
    let ends = after.first().is_none_or(|next| !continues_word(next))
        || after.strip_any(&["から", "と", "や"]).is_some()
        || strip_bound(after).is_some()
        || tail::stops(after, None);
    let name = NAMES.contains(&text.before(after).folded().as_str());
    (ends && !name).then_some((Amount { value, magnitude: Magnitude::One }, rest))
}

/// What follows a counter that kanji digits may stand before.
pub(super) fn strip_counter(text: Text<'_>) -> Option<Text<'_>> {
    let (unit, rest) = unit::unit(text).ok()?;
    unit.split('/').next().is_some_and(|counter| AFTER_KANJI.contains(&counter)).then_some(rest)
}

/// 千円 and 百万人 are units as often as numbers.
fn starts(text: Text<'_>) -> bool {
    let multiplies = |letter: &char| SMALL.iter().chain(&LARGE).any(|(sign, _)| sign == letter);
    let bare = text.chars().take_while(multiplies).count();
    let digit = |at: usize| text.skip(at).first().is_some_and(|letter| DIGITS.contains(letter));
    digit(0) || bare > 0 && digit(bare) || bare == 1 && matches!(text.first(), Some('十' | '百'))
}

fn numeral(text: Text<'_>) -> Option<(Decimal, Text<'_>)> {
    let known = |letter: &char| {
        DIGITS.contains(*letter) || SMALL.iter().chain(&LARGE).any(|(sign, _)| sign == letter)
    };
    let run: Vec<char> = text.chars().take(LONGEST).take_while(known).collect();
    let value = if run.contains(&'〇') { positional(&run) } else { multiplied(&run) };
    Some((Decimal::new(value?, 0)?, text.skip(run.len())))
}

/// 二〇三: as the digits of 203.
fn positional(run: &[char]) -> Option<i128> {
    let digits: Option<String> = run
        .iter()
        .map(|letter| digit(*letter)?.try_into().ok().and_then(|digit| char::from_digit(digit, 10)))
        .collect();
    digits.filter(|digits| !digits.starts_with('0')).and_then(|digits| digits.parse().ok())
}

/// 一万五千三百. A lone digit right after 千 or more (一万五) is not certain, nor is one after another.
fn multiplied(run: &[char]) -> Option<i128> {
    let (mut whole, mut section, mut ones) = (0_i128, 0_i128, None);
    let (mut above_small, mut above_large) = (u32::MAX, u32::MAX);
    let mut before = 0;
    for letter in run {
        let power =
            |signs: &[(char, u32)]| signs.iter().find(|(sign, _)| sign == letter).map(|(_, power)| *power);
        if let Some(power) = power(&SMALL) {
            if power >= above_small {
                return None;
            }
            section += ones.take().unwrap_or(1) * 10_i128.pow(power);
            (above_small, before) = (power, power);
        } else if let Some(power) = power(&LARGE) {
            section += ones.take().unwrap_or(0);
            if power >= above_large || section == 0 {
                return None;
            }
            whole += section * 10_i128.pow(power);
            (section, above_small, above_large, before) = (0, u32::MAX, power, power);
        } else if ones.replace(digit(*letter)?).is_some() {
            return None;
        }
    }
    let certain = ones.is_none() || before < 3;
    let value = whole + section + ones.unwrap_or(0);
    (certain && value > 0).then_some(value)
}

fn digit(letter: char) -> Option<i128> {
    DIGITS.chars().zip(0..).find(|(sign, _)| *sign == letter).map(|(_, value)| value)
}
