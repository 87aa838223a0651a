//! The words of a language for numbers, from its file of words, and the signs that part the digits of a long number.

use std::collections::BTreeMap;

use nendo_model::ERAS;

use crate::spelling::normal;
use crate::voice::Voice;

/// How a language says numbers.
pub(crate) struct Lexicon {
    /// In lower case.
    words: BTreeMap<String, Vec<f64>>,
    /// Whether the language's file has any words for numbers.
    pub(super) has_words: bool,
    /// Whether words are parted by spaces.
    spaced: bool,
    /// Whether years are counted by eras, and numbers written in kanji.
    pub(super) eras: bool,
    /// What stands between thousands, and before decimals.
    pub(super) signs: [char; 2],
}

/// The digits of kanji.
const KANJI: &str = "〇一二三四五六七八九";

impl Lexicon {
    /// That of a language. Its words stand in the message `number-words`: a number, and what says it.
    pub(crate) fn of(voice: Voice<'_>) -> Self {
        let mut words: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        let mut value = None;
        for word in voice.word("number-words").split_whitespace() {
            match (word.parse::<f64>(), value) {
                (Ok(number), _) => value = Some(number),
                (Err(_), Some(number)) => words.entry(word.to_lowercase()).or_default().push(number),
                (Err(_), None) => {}
            }
        }
        let has_words = !words.is_empty();
        for month in 1..=12_u8 {
            let said =
                voice.fill("month", [("year", "".into()), ("month", usize::from(month).into())]).text();
            if !said.contains(|letter: char| letter.is_ascii_digit()) {
                let word = said.split_whitespace().next().unwrap_or_default().to_lowercase();
                words.entry(word).or_default().push(month.into());
            }
        }
        let long =
            nendo_model::Decimal::new(12_345_675, 1).map(|long| voice.number(long)).unwrap_or_default();
        let mut signs = long.chars().filter(|letter| !letter.is_ascii_digit());
        let group = signs.next().unwrap_or(',');
        let decimal = signs.next_back().unwrap_or('.');
        let eras = voice.tag().starts_with("ja");
        let spaced = !["ja", "zh", "th", "lo", "km", "my"].iter().any(|tag| voice.tag().starts_with(tag));
        Self { words, has_words, spaced, eras, signs: [group, decimal] }
    }

    /// The number that the word at the start of a text multiplies by, and the length of the word.
    pub(super) fn scale(&self, text: &str) -> Option<(f64, usize)> {
        let lower = text.to_lowercase();
        let scales =
            self.words.iter().flat_map(|(word, values)| values.iter().map(move |value| (word, *value)));
        let is_scale = |value: f64| value >= 100.0 && value.log10().fract() == 0.0;
        let ends = |word: &str| !self.spaced || !lower[word.len()..].starts_with(char::is_alphabetic);
        scales
            .filter(|(word, value)| is_scale(*value) && lower.starts_with(word.as_str()) && ends(word))
            .map(|(word, value)| (value, word.len()))
            .max_by_key(|(_, length)| *length)
            .filter(|(_, length)| text.is_char_boundary(*length))
    }

    /// What the words of a text may mean.
    pub(super) fn said_in(&self, text: &str) -> Vec<f64> {
        let lower = normal(text).to_lowercase();
        let mut said = if self.eras { kanji_numbers(&lower) } else { Vec::new() };
        let begun = ERAS.iter().filter(|era| lower.contains(&format!("{}元", era.name)));
        said.extend(begun.map(|era| f64::from(era.first)));
        if self.spaced {
            let words =
                lower.split(|letter: char| !letter.is_alphabetic()).filter_map(|word| self.words.get(word));
            said.extend(words.flatten());
        } else {
            let words = self.words.iter().filter(|(word, _)| lower.contains(word.as_str()));
            said.extend(words.flat_map(|(_, values)| values));
        }
        said.extend(roman(text));
        said
    }

    /// Whether a text counts in halves, which may be said with another number altogether.
    pub(super) fn is_vague(&self, text: &str) -> bool {
        let lower = text.to_lowercase();
        let mut halves = self.words.iter().filter(|(_, values)| values.contains(&0.5)).map(|(word, _)| word);
        let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphabetic()).collect();
        halves.any(
            |half| if self.spaced { words.contains(&half.as_str()) } else { lower.contains(half.as_str()) },
        )
    }
}

/// The numbers that are written in kanji: 二十三, 二〇二三, 三千万.
fn kanji_numbers(text: &str) -> Vec<f64> {
    let is_kanji =
        |letter: char| KANJI.contains(letter) || small(letter).is_some() || large(letter).is_some();
    text.split(|letter| !is_kanji(letter)).filter(|run| !run.is_empty()).map(kanji_number).collect()
}

fn kanji_number(run: &str) -> f64 {
    let (mut total, mut part, mut digits) = (0.0, 0.0, None);
    for letter in run.chars() {
        if let Some(digit) =
            KANJI.chars().position(|kanji| kanji == letter).and_then(|at| u8::try_from(at).ok())
        {
            digits = Some(digits.unwrap_or(0.0) * 10.0 + f64::from(digit));
        } else if let Some(small) = small(letter) {
            part += digits.take().unwrap_or(1.0) * small;
        } else if let Some(large) = large(letter) {
            total += (part + digits.take().unwrap_or(if part > 0.0 { 0.0 } else { 1.0 })) * large;
            part = 0.0;
        }
    }
    total + part + digits.unwrap_or(0.0)
}

fn small(letter: char) -> Option<f64> {
    [('十', 10.0), ('百', 100.0), ('千', 1e3)]
        .into_iter()
        .find(|(kanji, _)| *kanji == letter)
        .map(|(_, value)| value)
}

fn large(letter: char) -> Option<f64> {
    [('万', 1e4), ('億', 1e8), ('兆', 1e12)]
        .into_iter()
        .find(|(kanji, _)| *kanji == letter)
        .map(|(_, value)| value)
}

/// Roman numerals, as in Phase II.
fn roman(text: &str) -> impl Iterator<Item = f64> {
    const NUMERALS: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let text = normal(text);
    let words: Vec<String> =
        text.split(|letter: char| !letter.is_ascii_alphabetic()).map(str::to_owned).collect();
    words
        .into_iter()
        .filter_map(|word| NUMERALS.iter().position(|numeral| *numeral == word))
        .map(|at| f64::from(u8::try_from(at + 1).unwrap_or(0)))
}
