//! Evaluation scales known by a name, for `scale = "a-d"` in plan.toml. Data only.
//!
//! A tone is what the city's word says. 概ね順調 and 概ね達成 say that it goes as planned, by and large. That something is
//! done, under way or not begun says nothing of the plan, nor does a bare number of five.

use std::collections::BTreeMap;

use nendo_model::{Grade, Localized, Scale, Tone, Wording};

/// Code, rank, tone, meaning in Japanese and in English, other names.
type Row = (&'static str, Option<u32>, Tone, &'static str, &'static str, &'static [&'static str]);

const AHEAD: Row = ("A", Some(1), Tone::Ahead, "目標より進んでいる", "Ahead of target", &[]);
const ON: Row = ("B", Some(2), Tone::On, "目標どおり進んでいる", "On target", &[]);
const BEHIND: Row = ("C", Some(3), Tone::Behind, "目標より遅れている", "Behind target", &[]);

const ABOVE: Row = ("S", Some(1), Tone::Ahead, "目標を上回った", "Above target", &[]);
const MET: Row = ("A", Some(2), Tone::On, "目標を達成した", "Target met", &[]);
const SLIGHTLY_BELOW: Row = ("B", Some(3), Tone::Behind, "目標をやや下回った", "Slightly below target", &[]);
const BELOW: Row = ("C", Some(4), Tone::Behind, "目標を下回った", "Below target", &[]);

const PRESETS: &[(&str, &[Row])] = &[
    ("a-c", &[AHEAD, ON, BEHIND]),
    (
        "a-d",
        &[
            AHEAD,
            ON,
            BEHIND,
            (
                "D",
                None,
                Tone::None,
                "評価できない",
                "Cannot be evaluated",
                &["評価できない", "評価不能", "評価不可", "判定不能", "判定できない"],
            ),
        ],
    ),
    (
        "a-e",
        &[
            AHEAD,
            ON,
            ("C", Some(3), Tone::Behind, "目標よりやや遅れている", "Slightly behind target", &[]),
            ("D", Some(4), Tone::Behind, "目標より遅れている", "Behind target", &[]),
            ("E", Some(5), Tone::Behind, "目標より大幅に遅れている", "Far behind target", &[]),
        ],
    ),
    ("s-c", &[ABOVE, MET, SLIGHTLY_BELOW, BELOW]),
    (
        "s-d",
        &[
            ABOVE,
            MET,
            SLIGHTLY_BELOW,
            BELOW,
            ("D", Some(5), Tone::Behind, "目標を大幅に下回った", "Far below target", &[]),
        ],
    ),
    (
        "marks",
        &[
            ("◎", Some(1), Tone::Ahead, "目標より進んでいる", "Ahead of target", &[]),
            ("○", Some(2), Tone::On, "目標どおり進んでいる", "On target", &[]),
            ("△", Some(3), Tone::Behind, "目標より遅れている", "Behind target", &[]),
            ("×", Some(4), Tone::Behind, "着手していない", "Not started", &[]),
        ],
    ),
    (
        "marks-3",
        &[
            ("○", Some(1), Tone::On, "目標どおり進んでいる", "On target", &[]),
            ("△", Some(2), Tone::Behind, "目標よりやや遅れている", "Slightly behind target", &[]),
            ("×", Some(3), Tone::Behind, "目標より遅れている", "Behind target", &[]),
        ],
    ),
    (
        "achieved",
        &[
            (
                "達成",
                Some(1),
                Tone::On,
                "目標を達成した",
                "Target met",
                &["達成済", "達成済み", "達成した", "目標達成", "目標を達成"],
            ),
            (
                "概ね達成",
                Some(2),
                Tone::On,
                "目標を概ね達成した",
                "Target largely met",
                &[
                    "おおむね達成",
                    "概ね達成した",
                    "おおむね達成した",
                    "ほぼ達成",
                    "概ね目標達成",
                    "目標を概ね達成",
                ],
            ),
            (
                "未達成",
                Some(3),
                Tone::Behind,
                "目標を達成していない",
                "Target not met",
                &["未達", "目標未達成", "目標未達", "達成していない", "達成できなかった"],
            ),
        ],
    ),
    (
        "on-track",
        &[
            (
                "順調",
                Some(1),
                Tone::On,
                "順調に進んでいる",
                "On track",
                &[
                    "順調に進んでいる",
                    "順調に進捗",
                    "順調に推移",
                    "順調に進行",
                    "順調に進捗している",
                    "順調に推移している",
                ],
            ),
            (
                "概ね順調",
                Some(2),
                Tone::On,
                "概ね順調に進んでいる",
                "Largely on track",
                &[
                    "おおむね順調",
                    "概ね順調に進んでいる",
                    "ほぼ順調",
                    "概ね順調に進捗",
                    "おおむね順調に進捗",
                    "概ね順調に推移",
                    "おおむね順調に推移",
                    "おおむね順調に進んでいる",
                    "概ね順調に進捗している",
                    "おおむね順調に進捗している",
                ],
            ),
            (
                "やや遅れ",
                Some(3),
                Tone::Behind,
                "やや遅れている",
                "Slightly behind",
                &["やや遅れている", "やや遅れあり", "やや遅れ気味", "やや遅延", "少し遅れ", "少し遅れている"],
            ),
            (
                "遅れ",
                Some(4),
                Tone::Behind,
                "遅れている",
                "Behind",
                &["遅れている", "遅れあり", "遅延", "遅延している"],
            ),
        ],
    ),
    (
        "progress",
        &[
            (
                "完了",
                Some(1),
                Tone::None,
                "完了した",
                "Completed",
                &["完了済", "完了済み", "実施済", "実施済み"],
            ),
            (
                "実施中",
                Some(2),
                Tone::None,
                "実施している",
                "Under way",
                &["進行中", "取組中", "継続中", "着手", "着手済", "着手済み"],
            ),
            ("未着手", Some(3), Tone::None, "着手していない", "Not started", &["未実施", "着手前"]),
            ("中止", None, Tone::None, "中止した", "Discontinued", &["廃止", "取りやめ"]),
        ],
    ),
    (
        "1-5",
        &[
            ("1", Some(1), Tone::None, "5段階で最も良い", "Best of five", &[]),
            ("2", Some(2), Tone::None, "5段階で2番目に良い", "Second best of five", &[]),
            ("3", Some(3), Tone::None, "5段階の中央", "Middle of five", &[]),
            ("4", Some(4), Tone::None, "5段階で2番目に低い", "Second lowest of five", &[]),
            ("5", Some(5), Tone::None, "5段階で最も低い", "Lowest of five", &[]),
        ],
    ),
    (
        "5-1",
        &[
            ("5", Some(1), Tone::None, "5段階で最も良い", "Best of five", &[]),
            ("4", Some(2), Tone::None, "5段階で2番目に良い", "Second best of five", &[]),
            ("3", Some(3), Tone::None, "5段階の中央", "Middle of five", &[]),
            ("2", Some(4), Tone::None, "5段階で2番目に低い", "Second lowest of five", &[]),
            ("1", Some(5), Tone::None, "5段階で最も低い", "Lowest of five", &[]),
        ],
    ),
];

/// The scale of this name.
pub(crate) fn scale(name: &str) -> Option<Scale> {
    let (_, rows) = PRESETS.iter().find(|(known, _)| *known == name)?;
    Some(Scale::new(rows.iter().map(grade).collect()))
}

fn grade(&(code, rank, tone, ja, en, aliases): &Row) -> Grade {
    let meaning = [("ja", ja), ("en", en)].map(|(language, text)| (language.to_owned(), text.to_owned()));
    Grade {
        code: code.to_owned(),
        meaning: Some(Wording::Given(Localized(BTreeMap::from(meaning)))),
        rank,
        tone,
        counted: true,
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{PRESETS, scale};

    #[test]
    fn every_name_finds_its_own_grade_and_ranks_go_down() {
        for (name, rows) in PRESETS {
            let scale = scale(name).expect("a preset");
            for (index, grade) in scale.grades() {
                for spelled in grade.aliases.iter().chain([&grade.code]) {
                    assert_eq!(scale.find(spelled), Some(index), "{name} {spelled}");
                }
            }
            let ranks: Vec<u32> = rows.iter().filter_map(|row| row.1).collect();
            assert!(ranks.iter().copied().eq(1..=u32::try_from(ranks.len()).expect("few")), "{name}");
        }
    }

    #[test]
    fn every_preset_is_told_to_those_who_choose_one() {
        let places = [
            include_str!("../../cli/i18n/ja.ftl"),
            include_str!("../../cli/i18n/en.ftl"),
            include_str!("../../../README.md"),
            include_str!("../../../README.ja.md"),
            include_str!("../../../content/plans/dx/plan.toml"),
        ];
        for (name, _) in PRESETS {
            for place in places {
                assert!(
                    place.contains(&format!("\"{name}\"")) || place.contains(&format!("`{name}`")),
                    "{name}"
                );
            }
        }
    }
}
