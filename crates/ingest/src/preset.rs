//! Evaluation scales known by a name, for `scale = "a-d"` in plan.toml. Data only.

use std::collections::BTreeMap;

use nendo_model::{Grade, Localized, Scale, Tone, Wording};

/// Code, rank, tone, meaning in Japanese and in English.
type Row = (&'static str, Option<u32>, Tone, &'static str, &'static str);

const AHEAD: Row = ("A", Some(1), Tone::Ahead, "目標より進んでいる", "Ahead of target");
const ON: Row = ("B", Some(2), Tone::On, "目標どおり進んでいる", "On target");
const BEHIND: Row = ("C", Some(3), Tone::Behind, "目標より遅れている", "Behind target");

const PRESETS: &[(&str, &[Row])] = &[
    ("a-c", &[AHEAD, ON, BEHIND]),
    ("a-d", &[AHEAD, ON, BEHIND, ("D", None, Tone::None, "評価できない", "Cannot be evaluated")]),
    (
        "s-c",
        &[
            ("S", Some(1), Tone::Ahead, "目標を上回った", "Above target"),
            ("A", Some(2), Tone::On, "目標を達成した", "Target met"),
            ("B", Some(3), Tone::Behind, "目標をやや下回った", "Slightly below target"),
            ("C", Some(4), Tone::Behind, "目標を下回った", "Below target"),
        ],
    ),
    (
        "marks",
        &[
            ("◎", Some(1), Tone::Ahead, "目標より進んでいる", "Ahead of target"),
            ("○", Some(2), Tone::On, "目標どおり進んでいる", "On target"),
            ("△", Some(3), Tone::Behind, "目標より遅れている", "Behind target"),
            ("×", Some(4), Tone::Behind, "着手していない", "Not started"),
        ],
    ),
];

/// The scale of this name.
pub(crate) fn scale(name: &str) -> Option<Scale> {
    let (_, rows) = PRESETS.iter().find(|(known, _)| *known == name)?;
    Some(Scale::new(rows.iter().map(grade).collect()))
}

fn grade(&(code, rank, tone, ja, en): &Row) -> Grade {
    let meaning = [("ja", ja), ("en", en)].map(|(language, text)| (language.to_owned(), text.to_owned()));
    Grade {
        code: code.to_owned(),
        meaning: Some(Wording::Given(Localized(BTreeMap::from(meaning)))),
        rank,
        tone,
        counted: true,
        aliases: Vec::new(),
    }
}
