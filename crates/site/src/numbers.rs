//! The numbers that a text says, as far as that can be told without understanding it: in digits, with the words for thousands
//! and more, in kanji, by an era, as words. It is for comparing a text with its translation, so it knows what a number may
//! mean rather than what it means, and is silent in doubt.

mod digits;
mod lexicon;

pub(crate) use self::lexicon::Lexicon;

use self::digits::Figure;

/// What a text says in numbers.
pub(crate) struct Numbers {
    /// What the other text has to say, too.
    demanded: Vec<Figure>,
    /// Everything that the text may mean by a number.
    meant: Vec<f64>,
    /// Whether it counts in halves, which may be said with another number altogether.
    vague: bool,
    /// Whether it can be told which small numbers it says in words.
    tells_words: bool,
}

/// The smallest number that words are rarely found for.
const BEYOND_WORDS: f64 = 100.0;

impl Numbers {
    /// The numbers of a text.
    pub(crate) fn of(text: &str, lexicon: &Lexicon) -> Self {
        let figures = digits::figures(text, lexicon);
        let meant = figures.iter().flat_map(|figure| figure.values.iter().copied());
        let meant = meant.chain(lexicon.said_in(text)).collect();
        // One is a, each and per.
        let is_demanded =
            |figure: &Figure| figure.is_plain && figure.values.first().is_some_and(|value| *value > 1.0);
        let demanded = figures.into_iter().filter(is_demanded).collect();
        Self { demanded, meant, vague: lexicon.is_vague(text), tells_words: lexicon.has_words }
    }

    /// The numbers that one text says and the other cannot mean: those of this one, and those of the other.
    pub(crate) fn differ(&self, other: &Self) -> Option<[Vec<String>; 2]> {
        if self.vague || other.vague {
            return None;
        }
        let found = [self.without(other), other.without(self)];
        found.iter().any(|found| !found.is_empty()).then_some(found)
    }

    /// What this text says and the other cannot mean, each once.
    fn without(&self, other: &Self) -> Vec<String> {
        let may_be_a_word = |value: &f64| !other.tells_words && *value <= BEYOND_WORDS;
        let is_meant =
            |value: &f64| may_be_a_word(value) || other.meant.iter().any(|meant| is_same(*meant, *value));
        let mut found: Vec<String> = Vec::new();
        for figure in self.demanded.iter().filter(|figure| !figure.values.iter().any(is_meant)) {
            if !found.contains(&figure.written) {
                found.push(figure.written.clone());
            }
        }
        found
    }
}

fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

#[cfg(test)]
mod tests;
