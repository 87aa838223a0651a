//! The unit after a number. Cities count in words that no list holds (窓口, 業務, 自治会), so a run of kanji or
//! katakana is a unit, unless something in it says that more than a unit was run together: 5件未達, 10数人,
//! 80点台, 3年目. Latin letters must be a known unit, since 45K and 5G are not.

use unicode_normalization::UnicodeNormalization;

use super::counters::{
    COMPOUNDS, EVENTS, FIRST_AFTER_ALL, LAST_AFTER_ALL, LATIN, NEVER, NEVER_FIRST, NEVER_LAST, PER, REMARKS,
    SAME, SIGNS, SINGLES,
};
use super::ending;
use super::fault::Fault;
use super::source::{Text, is_hiragana, is_kanji, is_katakana};

/// No unit is longer, in characters.
const LONGEST: usize = 10;

/// Reads the unit that a text starts with; it is empty where there is none. Spellings of one unit become one,
/// half-width katakana full-width; all else stays as the city writes it.
pub(super) fn unit(text: Text<'_>) -> Result<(String, Text<'_>), Fault> {
    let start = text.skip_while(|letter| letter.is_whitespace() && !matches!(letter, '\n' | '\r'));
    // None of them begins so, and most counters do.
    let is_counter = start.first().is_some_and(is_kanji);
    let latin = || (!is_counter).then(|| start.strip_any(&LATIN)).flatten();
    let rest = match sign(start).or_else(latin) {
        Some(rest) => rest,
        None => word(start)?,
    };
    if rest.len() == start.len() {
        return Ok((String::new(), text));
    }
    let rest = rest.strip("/").and_then(per).unwrap_or(rest);
    Ok((spelled(start.before(rest)), rest))
}

/// Whether the whole text is a sign or one of the most common counters.
pub(super) fn is_common(text: Text<'_>) -> bool {
    let known = is_single(text) || sign(text).is_some();
    known && unit(text).is_ok_and(|(_, rest)| rest.is_empty())
}

/// Whether the words in a parenthesis give the unit of what stands before it: `(千円)`, `(%)`.
pub(super) fn is_named_by(inner: Text<'_>) -> bool {
    let short = (1..=3).contains(&inner.len()) && !inner.is_one_of(&REMARKS);
    scales(inner) || short && unit(inner).is_ok_and(|(unit, rest)| !unit.is_empty() && rest.is_empty())
}

/// Whether the words in a parenthesis change the size of the number before it.
pub(super) fn scales(inner: Text<'_>) -> bool {
    inner.first().is_some_and(|first| "十百千万億兆".contains(first)) || inner.contains_any(&["単位"])
}

fn sign(text: Text<'_>) -> Option<Text<'_>> {
    text.strip("%ポイント")
        .or_else(|| text.first().filter(|sign| SIGNS.contains(*sign)).map(|_| text.skip(1)))
}

/// A run of kanji and katakana up to a word that is known not to be part of a unit; gives the rest.
fn word(text: Text<'_>) -> Result<Text<'_>, Fault> {
    let run = run(text);
    let before = |at: usize| run.skip(at.saturating_sub(1)).first().filter(|_| at > 0);
    let stop = (0..run.len()).find(|at| ending::stops(text.skip(*at), before(*at)));
    let unit = run.take(stop.unwrap_or(run.len()));
    if unit.is_empty() || is_unit(unit) { Ok(text.skip(unit.len())) } else { Err(Fault::Unread) }
}

fn is_unit(run: Text<'_>) -> bool {
    if run.first().is_some_and(|first| NEVER_FIRST.contains(first)) {
        return run.is_one_of(&FIRST_AFTER_ALL);
    }
    if is_single(run) {
        return run.is_one_of(&COMPOUNDS) || run.len() == 1 && run.first() != Some('時');
    }
    let last = run.last().is_some_and(|last| NEVER_LAST.contains(last));
    run.len() <= LONGEST
        && !run.any(|letter| NEVER.contains(letter))
        && !run.contains_any(&EVENTS)
        && (!last || run.is_one_of(&LAST_AFTER_ALL))
}

fn is_single(text: Text<'_>) -> bool {
    text.first().is_some_and(|first| SINGLES.contains(first))
}

/// か, つ and the like belong to a unit only in か所, か月 and 5つ.
fn run(text: Text<'_>) -> Text<'_> {
    if let Some(rest) = text.strip("つ") {
        return text.take(usize::from(rest.ends_word()));
    }
    let start = text.strip("か").filter(|rest| rest.first().is_some_and(is_kanji)).unwrap_or(text);
    let letters =
        start.chars().take(2 * LONGEST).take_while(|letter| is_kanji(*letter) || is_katakana(*letter));
    text.take(text.len() - start.len() + letters.count())
}

/// The period after a bound, and what follows: 5件以上/年.
pub(super) fn period(text: Text<'_>) -> Option<(String, Text<'_>)> {
    let start = text.strip("/")?;
    let rest = per(start)?;
    Some((spelled(start.before(rest)), rest))
}

/// What follows 年 in 人/年, unless that is only the start of another word.
fn per(text: Text<'_>) -> Option<Text<'_>> {
    let rest = text.strip_any(&PER)?;
    let ends = ending::stops(rest, None) || rest.ends_word() || rest.first().is_some_and(is_hiragana);
    ends.then_some(rest)
}

/// A unit in the one spelling by which it is compared.
pub(super) fn one_spelling(unit: &str) -> String {
    let parts = unit.split('/').map(|part| {
        let same = SAME.iter().find(|(_, spellings)| spellings.contains(&part));
        same.map_or(part, |(unit, _)| unit)
    });
    parts.collect::<Vec<&str>>().join("/")
}

/// A unit as it stands in a cell, in that spelling.
pub(super) fn spelled(unit: Text<'_>) -> String {
    let folded = unit.folded();
    if unit.any(|letter| matches!(letter, '\u{FF66}'..='\u{FF9F}')) {
        one_spelling(&folded.nfkc().collect::<String>())
    } else {
        one_spelling(&folded)
    }
}
