//! What an unknown header or item may have been meant to be, for messages: the known word that it is a
//! slip of the pen from.

use crate::alias::{self, Meaning};
use crate::dated;
use crate::nearest::nearest;
use crate::spelling;
use crate::vocabulary::Vocabulary;

impl Vocabulary<'_> {
    /// The known header that an unknown one is a slip of the pen from; empty where there is none.
    pub(crate) fn nearest_heading(self, text: &str) -> String {
        if self.heading(text).is_known() { String::new() } else { self.nearest(text, |_| true) }
    }

    /// The known item that an unknown one is a slip of the pen from; empty where there is none.
    pub(crate) fn nearest_item(self, text: &str) -> String {
        let is_item = |meaning| matches!(meaning, Meaning::Value(_) | Meaning::Current);
        if self.item(text).is_some() { String::new() } else { self.nearest(text, is_item) }
    }

    /// The nearest of the words wanted, in a text without its year and remark. What is not used
    /// anyway is no suggestion, nor what stands beside it.
    fn nearest(self, text: &str, is_wanted: impl Fn(Meaning) -> bool) -> String {
        let key = spelling::header(text);
        let undated =
            dated::start(&key, self.first_month).map_or(key.as_str(), |(_, rest)| dated::bare(rest));
        let word = undated.split_once('(').map_or(undated, |(word, _)| word);
        let set = self.settings.iter().map(|setting| (setting.meaning, setting.header.as_str()));
        let (unused, known): (Vec<_>, Vec<_>) = set
            .chain(alias::words().map(|(name, word)| (word.meaning, name)))
            // 量の見込み is a demand, and no 実績見込み.
            .filter(|(_, word)| !word.contains("見込"))
            .partition(|(meaning, _)| matches!(meaning, Meaning::Derived | Meaning::Ignored));
        if nearest(word, unused.into_iter().map(|(_, word)| word)).is_some() {
            return String::new();
        }
        let known = known.into_iter().filter(|(meaning, _)| is_wanted(*meaning));
        nearest(word, known.map(|(_, word)| word)).map(str::to_owned).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use crate::vocabulary::Vocabulary;

    #[test]
    fn a_header_with_a_slip_of_the_pen_is_near_a_known_one() {
        let words = Vocabulary::new(&[], None);
        for (text, expected) in [
            ("実積", "実績"),
            ("R5実積", "実績"),
            ("評化（最終）", "評価"),
            ("Targt", "target"),
            ("目標直", "目標値"),
            ("目標", ""),
            ("達成卒", ""),
            ("R6予定", ""),
            ("成果目標", ""),
            ("量の見込み", ""),
            ("実績見込", ""),
            ("", ""),
        ] {
            assert_eq!(words.nearest_heading(text), expected, "{text}");
        }
        assert_eq!(words.nearest_item("実積"), "実績");
        assert_eq!(words.nearest_item("単付"), "");
    }
}
