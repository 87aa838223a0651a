//! The known word that is spelled most like an unknown one: 実積 is 実績, Targt is Target. For
//! messages alone; nothing is read by it.

use strsim::osa_distance;

use crate::spelling;

/// Ordinary words of two letters that are near a known one, and no misspelling of it.
const ORDINARY: &[&str] = &[
    "予定", "目的", "実施", "実行", "実態", "実数", "計算", "計上", "企画", "単価", "単年", "区域", "担任",
    "所得", "所見", "所感", "理念", "備品", "項番", "年齢", "評定", "評判", "現在", "基準",
];

/// The known word nearest to `word` by spelling: one letter off in a word of two to four letters, two
/// in a longer one. What holds another known word names something else: 成果目標 is not 成果指標.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let fold = |text: &str| spelling::folded(text).to_lowercase();
    let word = fold(word);
    let known: Vec<(&str, String)> = known.into_iter().map(|known| (known, fold(known))).collect();
    let held: Vec<&str> = known
        .iter()
        .map(|(_, key)| key.as_str())
        .filter(|key| key.chars().count() > 1 && word.contains(key))
        .collect();
    if ORDINARY.contains(&word.as_str()) || held.contains(&word.as_str()) {
        return None;
    }
    let near = known.iter().filter_map(|(known, key)| {
        let (length, other) = (word.chars().count(), key.chars().count());
        let most = match length.min(other) {
            0 | 1 => return None,
            2..=4 => 1,
            _ => 2,
        };
        if length.abs_diff(other) > most || !held.iter().all(|held| key.contains(held)) {
            return None;
        }
        let distance = osa_distance(&word, key);
        (distance <= most).then_some((distance, length.abs_diff(other), *known))
    });
    near.min_by_key(|(distance, longer, _)| (*distance, *longer)).map(|(_, _, known)| known)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    fn check(known: &[&str], cases: &[(&str, Option<&str>)]) {
        for (word, expected) in cases {
            assert_eq!(nearest(word, known.iter().copied()), *expected, "{word}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_seen() {
        let known = ["目標", "目標値", "成果指標", "実績", "評価", "target", "evaluation", "A"];
        let cases = [
            ("実積", Some("実績")),
            ("目標直", Some("目標値")),
            ("評化", Some("評価")),
            ("targt", Some("target")),
            ("tagret", Some("target")),
            ("evalaution", Some("evaluation")),
            ("evluatoin", Some("evaluation")),
            ("evl", None),
            ("ＴＡＲＧＴ", Some("target")),
            ("目 標 直", Some("目標値")),
            ("実績。", Some("実績")),
            ("実績a", Some("実績")),
            ("実績", None),
            ("成果目標", None),
            ("予定", None),
            ("績", None),
            ("B", None),
            ("", None),
        ];
        check(&known, &cases);
        assert_eq!(nearest(&"あ".repeat(100_000), known), None);
    }

    #[test]
    fn grades_have_neighbours_too() {
        let cases = [
            ("概ね順長", Some("概ね順調")),
            ("概ね順調。", Some("概ね順調")),
            ("順調？", Some("順調")),
            ("順序", Some("順調")),
            ("やや後れている", Some("やや遅れている")),
            ("やや遅れてる", Some("やや遅れている")),
            ("AB", None),
            ("調", None),
            ("概算順序", None),
            ("遅れている", Some("やや遅れている")),
            ("中止", None),
        ];
        check(&["A", "順調", "概ね順調", "やや遅れている"], &cases);
    }
}
