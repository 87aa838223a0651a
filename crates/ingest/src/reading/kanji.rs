//! Numbers in kanji, read only before a counter: 三百四十六人, 一万五千人, 二〇件, but not 一般 or 十分. Two digits
//! in a row (二三件) are two or three to one reader and 23 to another.

use nendo_model::{Decimal, Magnitude};

use super::counters::AFTER_KANJI;
use super::digits::Amount;
use super::ending::{stops, strip_bound};
use super::source::{Text, is_hiragana, is_kanji};
use super::unit;

/// Words all the same: a whole district, and a place.
const NAMES: [&str; 2] = ["一円", "千本"];

const DIGITS: &str = "〇一二三四五六七八九";

/// What a count is made of, also one that is not read.
const NUMERALS: &str = "〇一二三四五六七八九十百千万億兆零壱弐参拾数";

/// The powers of ten that multiply a digit, and from 万 those that multiply all before them.
const POWERS: [(char, u32); 5] = [('十', 1), ('百', 2), ('千', 3), ('万', 4), ('億', 8)];

/// No number is written longer.
const LONGEST: usize = 24;

/// A number in kanji that a counter follows, with nothing after it that would make it a word.
pub(super) fn amount(text: Text<'_>) -> Option<(Amount, Text<'_>)> {
    if !starts(text) {
        return None;
    }
    let (value, rest) = numeral(text)?;
    let after = strip_counter(rest)?;
    let ends = after.ends_word() || after.strip_any(&["から", "と", "や"]).is_some() || stops(after, None);
    (ends && !text.before(after).is_one_of(&NAMES))
        .then_some((Amount { value, magnitude: Magnitude::One }, rest))
}

/// Whether a character may be part of a count in kanji.
pub(super) fn is_numeral(letter: char) -> bool {
    NUMERALS.contains(letter)
}

/// Whether a text is a count in kanji, be it one that is not read: 三百四十六人, 数十件.
pub(super) fn counts(text: Text<'_>) -> bool {
    let text = text.without(&["約"]);
    let rest = text.skip_while(is_numeral);
    let ends = |rest: Text<'_>| rest.first().is_none_or(|next| !is_kanji(next) && !is_hiragana(next));
    rest.len() < text.len()
        && strip_counter(rest).is_some_and(|rest| strip_bound(rest).is_some() || ends(rest))
}

/// What follows a counter that kanji digits may stand before.
fn strip_counter(text: Text<'_>) -> Option<Text<'_>> {
    let (unit, rest) = unit::unit(text).ok()?;
    unit.split('/').next().is_some_and(|counter| AFTER_KANJI.contains(&counter)).then_some(rest)
}

/// 千円 and 百万人 are units as often as numbers.
fn starts(text: Text<'_>) -> bool {
    let bare = text.chars().take_while(|letter| power(*letter).is_some()).count();
    let digit = |at: usize| text.skip(at).first().is_some_and(|letter| DIGITS.contains(letter));
    digit(bare) || bare == 1 && matches!(text.first(), Some('十' | '百'))
}

fn numeral(text: Text<'_>) -> Option<(Decimal, Text<'_>)> {
    let known = |letter: &char| DIGITS.contains(*letter) || power(*letter).is_some();
    let run: Vec<char> = text.chars().take(LONGEST).take_while(known).collect();
    let value = if run.contains(&'〇') { positional(&run) } else { multiplied(&run) };
    Some((Decimal::new(value?, 0)?, text.skip(run.len())))
}

/// 二〇三: as the digits of 203.
fn positional(run: &[char]) -> Option<i128> {
    let value = run.iter().try_fold(0, |value, letter| Some(value * 10 + digit(*letter)?));
    value.filter(|_| run.first() != Some(&'〇'))
}

/// 一万五千三百. A lone digit right after 千 or more (一万五) is not certain, nor is one after another.
fn multiplied(run: &[char]) -> Option<i128> {
    let (mut whole, mut section, mut ones) = (0_i128, 0_i128, None);
    let (mut above_small, mut above_large) = (u32::MAX, u32::MAX);
    let mut before = 0;
    for letter in run {
        if let Some(power @ ..4) = power(*letter) {
            if power >= above_small {
                return None;
            }
            section += ones.take().unwrap_or(1) * 10_i128.pow(power);
            (above_small, before) = (power, power);
        } else if let Some(power) = power(*letter) {
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
    certain.then_some(whole + section + ones.unwrap_or(0))
}

fn power(letter: char) -> Option<u32> {
    POWERS.into_iter().find(|(sign, _)| *sign == letter).map(|(_, power)| power)
}

fn digit(letter: char) -> Option<i128> {
    DIGITS.chars().zip(0..).find(|(sign, _)| *sign == letter).map(|(_, value)| value)
}
