//! What a header or an item cell may be called, in Japanese and in English. To know another word is another
//! entry in aliases.txt, or one under `[columns]` in plan.toml.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::field::{Attribute, Item};

/// What a word in a header means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    Level,
    Kpi,
    /// 数値目標: the KPI's name in one city, its target in another.
    Goal,
    /// The column that says of which item its row is.
    Item,
    /// The column that says of which fiscal year its row is.
    Year,
    Value(Item),
    /// 進捗状況: a grade in one city, a rate or a report in another. The cells tell.
    Progress,
    /// An actual where a year stands with it, the baseline where none does.
    Current,
    /// What is said of the KPI once.
    Attribute(Attribute),
    /// Made of other values: 達成率, 前年度比. Never a target or an actual, and not used.
    Derived,
    /// Known, and of no use: a running number.
    Ignored,
}

/// A word that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) meaning: Meaning,
    /// Other columns may have as good a claim: it counts only where no other column means the same.
    pub(crate) is_weak: bool,
}

/// The meaning of a word, spelled as [`crate::spelling::header`] spells it.
pub(crate) fn word(key: &str) -> Option<Word> {
    static WORDS: LazyLock<FxHashMap<&str, Word>> = LazyLock::new(|| words().collect());
    WORDS.get(key).copied()
}

/// Every word that is known.
pub(crate) fn words() -> impl Iterator<Item = (&'static str, Word)> {
    let lines = ALIASES.lines().filter_map(line);
    lines.flat_map(|(word, names)| names.split(' ').map(move |name| (name, word)))
}

const ALIASES: &str = include_str!("aliases.txt");

/// A meaning, and the words for it.
fn line(line: &'static str) -> Option<(Word, &'static str)> {
    let (name, words) = line.split_once(": ")?;
    let sure = name.strip_suffix('?');
    let meaning = match sure.unwrap_or(name) {
        "goal" => Meaning::Goal,
        "progress" => Meaning::Progress,
        "current" => Meaning::Current,
        name => Meaning::of_name(name)?,
    };
    Some((Word { meaning, is_weak: sure.is_some() }, words))
}

impl Meaning {
    /// What plan.toml says that a header or an item means. It leaves nothing open.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        match name {
            "level" => Some(Self::Level),
            "kpi" => Some(Self::Kpi),
            "item" => Some(Self::Item),
            "year" => Some(Self::Year),
            "derived" => Some(Self::Derived),
            "ignored" => Some(Self::Ignored),
            _ => {
                Item::of_name(name).map(Self::Value).or_else(|| Attribute::of_name(name).map(Self::Attribute))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{ALIASES, line, words};

    #[test]
    fn every_word_has_one_meaning_and_is_spelled_as_it_is_compared() {
        for told in ALIASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            assert!(line(told).is_some(), "{told}");
        }
        let mut seen = BTreeSet::new();
        for (word, _) in words() {
            assert!(seen.insert(word), "{word}");
            assert_eq!(crate::spelling::header(word), word);
        }
    }
}
