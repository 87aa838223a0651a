//! The numbers of a text that are written in digits, each with all that it may mean.

use nendo_model::ERAS;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

use super::lexicon::Lexicon;

/// A number in digits.
pub(super) struct Figure {
    /// As it stands in the text, in half width.
    pub(super) written: String,
    /// All that it may mean, first the number itself.
    pub(super) values: Vec<f64>,
    /// Whether it is a number for certain, and no part of a name, a mark or a time of day.
    pub(super) is_plain: bool,
}

/// Letters after which digits are still a number: 20th, 5km.
const AFTER: [&str; 12] = ["st", "nd", "rd", "th", "km", "m", "kg", "g", "ha", "t", "kWh", "cm"];

/// As many letters after a number may say what it means.
const FAR: usize = 32;

/// The numbers in digits of a text, in their order.
pub(super) fn figures(text: &str, lexicon: &Lexicon) -> Vec<Figure> {
    let letters = folded(text);
    let joined = |letters: &[(char, bool)]| letters.iter().map(|(letter, _)| letter).collect::<String>();
    let mut figures: Vec<Figure> = Vec::new();
    let mut sum = None;
    let mut at = 0;
    while let Some(start) = (at..letters.len()).find(|at| letters[*at].0.is_ascii_digit()) {
        at = end_of(&letters, start, lexicon.signs);
        let (before, written) = (joined(&letters[..start]), joined(&letters[start..at]));
        let after = joined(&letters[at..letters.len().min(at + FAR)]);
        let Some(value) = value(&written, lexicon.signs) else {
            sum = None;
            figures.extend(date(&written, &before, lexicon));
            continue;
        };
        let (scaled, rest) = scaled(value, &after, lexicon);
        let mut values = vec![value];
        values.extend(scaled);
        values.extend(meanings(value, &before, &after, lexicon));
        // 1億2,000万 is one number in two parts.
        let part = scaled.unwrap_or(value);
        let whole = sum.map(|sum: f64| sum + part);
        values.extend(whole);
        figures.last_mut().into_iter().for_each(|last| last.values.extend(whole));
        let goes_on = scaled.is_some() && rest.starts_with(|next: char| next.is_ascii_digit());
        sum = goes_on.then(|| whole.unwrap_or(part));
        let is_certain = letters[start..at].iter().all(|(_, is_digit)| *is_digit);
        let is_plain = is_certain && is_plain(&before, &after);
        let written = format!("{written}{}", &after[..after.len() - rest.len()]);
        figures.push(Figure { written, values, is_plain });
    }
    figures
}

/// The letters of a text in half width, each with whether it was a digit, if it is one now: a digit in a circle numbers
/// something, and may be left out.
fn folded(text: &str) -> Vec<(char, bool)> {
    let mut letters = Vec::with_capacity(text.len());
    for letter in text.chars() {
        let is_digit = letter.is_ascii_digit() || ('０'..='９').contains(&letter) || !letter.is_numeric();
        match is_nfkc_quick(std::iter::once(letter)) {
            IsNormalized::Yes => letters.push((letter, is_digit)),
            _ => letters.extend(std::iter::once(letter).nfkc().map(|folded| (folded, is_digit))),
        }
    }
    letters
}

/// The numbers of a date or a list: 2023.4.1.
fn date(written: &str, before: &str, lexicon: &Lexicon) -> Vec<Figure> {
    let runs = written.split(|letter: char| !letter.is_ascii_digit()).filter_map(|run| run.parse().ok());
    let figure = |(at, run): (usize, f64)| {
        let mut values = vec![run];
        values.extend(meanings(run, if at == 0 { before } else { "" }, "", lexicon));
        Figure { written: run.to_string(), values, is_plain: false }
    };
    runs.enumerate().map(figure).collect()
}

/// Where the number ends that begins here: digits, and signs that stand between digits.
fn end_of(letters: &[(char, bool)], start: usize, signs: [char; 2]) -> usize {
    let digit = |at: usize| letters.get(at).is_some_and(|(letter, _)| letter.is_ascii_digit());
    let is_sign = |letter: char| {
        signs.contains(&letter)
            || matches!(letter, ',' | '.')
            || letter.is_whitespace() && signs[0].is_whitespace()
    };
    let mut end = start;
    while digit(end)
        || end > start && digit(end + 1) && letters.get(end).is_some_and(|(sign, _)| is_sign(*sign))
    {
        end += 1;
    }
    end
}

/// What a number in digits means by the signs of the language; nothing where they stand otherwise.
fn value(written: &str, [group, decimal]: [char; 2]) -> Option<f64> {
    let (whole, fraction) = written.split_once(decimal).unwrap_or((written, ""));
    let is_group = |letter: char| letter == group || letter.is_whitespace() && group.is_whitespace();
    let groups: Vec<&str> = whole.split(is_group).collect();
    let is_grouped =
        groups.len() == 1 || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    if !is_grouped {
        return None;
    }
    let whole = groups.concat();
    if fraction.is_empty() { whole.parse().ok() } else { format!("{whole}.{fraction}").parse().ok() }
}

/// The number times the words that follow it, and what follows them.
fn scaled<'t>(value: f64, after: &'t str, lexicon: &Lexicon) -> (Option<f64>, &'t str) {
    let (mut scaled, mut rest) = (None, after);
    while let Some((scale, length)) = lexicon.scale(rest.trim_start()) {
        scaled = Some(scaled.unwrap_or(value) * scale);
        rest = &rest.trim_start()[length..];
    }
    (scaled, rest)
}

/// What else a number may mean by what stands beside it.
fn meanings(value: f64, before: &str, after: &str, lexicon: &Lexicon) -> Vec<f64> {
    let mut values = Vec::new();
    let is_range = before.ends_with(['-', '–', '~', '〜', '～', '/', '\'', '’']);
    if is_range && value < 100.0 {
        values.extend([2000.0 + value, 1900.0 + value]);
    }
    if (1900.0..2200.0).contains(&value) {
        values.push(value % 100.0);
        // The end of a fiscal year is in the next calendar year.
        if after.starts_with('年') {
            values.push(value + 1.0);
        }
    }
    if value < 100.0 {
        let trimmed = before.trim_end();
        let said = ["Reiwa", "Heisei", "Showa", "Shōwa"].iter().any(|era| trimmed.ends_with(era));
        let is_named =
            ERAS.iter().any(|era| trimmed.ends_with(era.name)) || trimmed.ends_with(['R', 'H', 'S']);
        if said || lexicon.eras && (is_named || is_range || after.starts_with('年')) {
            let years = ERAS.iter().map(|era| f64::from(era.first) - 1.0 + value);
            values.extend(years.flat_map(|year| [year, year + 1.0]));
        }
        if after.trim_start().to_lowercase().starts_with('p') {
            values.push(value + 12.0);
        }
        if lexicon.eras && (before.ends_with("午後") || before.ends_with("後")) {
            values.push(value + 12.0);
        }
        if after.starts_with('割') {
            values.push(value * 10.0);
        }
    }
    values
}

/// Whether digits between these are a number that the other language has to say, too.
fn is_plain(before: &str, after: &str) -> bool {
    let word: String = after.chars().take_while(char::is_ascii_alphabetic).collect();
    let is_year = ["FY", "AF", "R", "H", "S"].iter().any(|mark| {
        before
            .strip_suffix(mark)
            .is_some_and(|rest| !rest.ends_with(|last: char| last.is_ascii_alphanumeric()))
    });
    let mut last = before.chars().rev();
    let touches = match last.next() {
        Some('-') => last.next().is_some_and(|letter| letter.is_ascii_alphanumeric()),
        Some(letter) => letter.is_ascii_alphabetic() || matches!(letter, '※' | '*' | '+' | ':' | '№' | '#'),
        None => false,
    };
    (word.is_empty() || AFTER.contains(&word.as_str())) && (is_year || !touches) && !after.starts_with(':')
}
