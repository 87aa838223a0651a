//! The known word that a mistyped one almost is, for a message to offer. Never used to read anything.

use crate::spelling;

/// The nearest of the known words: one letter away from a word of two to four, two from a longer one. A single
/// letter is near to every other, so it is near to none.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = spelling::folded(word).to_lowercase();
    let near = known.into_iter().filter_map(|known| {
        let other = spelling::folded(known).to_lowercase();
        let most = match word.chars().count().min(other.chars().count()) {
            0 | 1 => return None,
            2..=4 => 1,
            _ => 2,
        };
        let distance = strsim::osa_distance(&word, &other);
        (distance <= most).then_some((distance, known))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_letter_or_two_away() {
        let known = ["A", "順調", "概ね順調", "やや遅れている", "Target"];
        for (word, expected) in [
            ("概ね順長", Some("概ね順調")),
            ("概ね順調。", Some("概ね順調")),
            ("順調？", Some("順調")),
            ("順序", Some("順調")),
            ("やや後れている", Some("やや遅れている")),
            ("やや遅れてる", Some("やや遅れている")),
            ("ｔａｇｒｅｔ", Some("Target")),
            ("B", None),
            ("AB", None),
            ("調", None),
            ("", None),
            ("概算順序", None),
            ("遅れている", Some("やや遅れている")),
            ("大幅遅れている", Some("やや遅れている")),
            ("中止", None),
        ] {
            assert_eq!(nearest(word, known), expected, "{word}");
        }
    }
}
