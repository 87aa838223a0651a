//! What a number is counted per, said before it: 1人当たり3冊, 人口10万人当たり12.3人, 1日1回. The unit keeps it:
//! 冊/人, 人/人口10万人, 回/日.

use super::counters::PER;
use super::source::Text;
use super::{digits, number, unit};

/// The words that say so.
const PER_EACH: [&str; 3] = ["当たり", "あたり", "当り"];

/// No rate is said in more characters, up to 当.
const LONGEST: usize = 32;

/// What a number is counted per.
#[derive(Clone, Debug)]
pub(super) struct Rate {
    per: String,
    /// Said with 当たり. 1日1回 goes without, and 1日3時間 might be a date.
    said: bool,
}

impl Rate {
    /// The rate that a text starts with, and what follows.
    pub(super) fn strip(text: Text<'_>) -> Option<(Self, Text<'_>)> {
        // Each rate holds one of these; most texts hold none.
        if !text.take(LONGEST).any(|letter| matches!(letter, '当' | 'あ' | '日')) {
            return None;
        }
        let start = text.strip("人口").unwrap_or(text);
        let number = match start.strip("一") {
            Some(rest) => rest,
            None => digits::amount(start).ok()?.1,
        };
        let rest = number.strip_any(&PER)?;
        let one = text.before(number).is_one_of(&["1", "一"]);
        let per = if one { number } else { text }.before(rest).folded().replace(',', "");
        if let Some(rest) = rest.strip_any(&PER_EACH) {
            return Some((Self { per: unit::one_spelling(&per), said: true }, rest.trim_start()));
        }
        let counted = one && per == "日" && number::starts(rest);
        counted.then_some((Self { per, said: false }, rest))
    }

    /// The unit of a number at this rate; `None` where the two do not go together.
    pub(super) fn of(&self, counted: &str) -> Option<String> {
        let plain = !counted.is_empty() && !counted.contains(['/', '%']);
        (plain && (self.said || counted == "回")).then(|| format!("{counted}/{}", self.per))
    }
}
