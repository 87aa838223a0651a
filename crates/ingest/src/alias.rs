//! What a header or an item cell may be called, in Japanese and in English. A table of words: to
//! know another word is another entry here, or one under `[columns]` in plan.toml.

/// What a value is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Item {
    Target,
    Actual,
    Evaluation,
    Reason,
    Note,
}

/// What a word in a header means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    Level,
    Kpi,
    KpiId,
    /// The column that says of which item its row is.
    Item,
    /// The column that says of which fiscal year its row is.
    Year,
    Value(Item),
    /// An actual where a year stands with it, the baseline where none does.
    Current,
    Baseline,
    FinalTarget,
    Unit,
    Section,
    /// Known, and of no use: a running number.
    Ignored,
}

/// The meaning of a word, spelled as [`crate::heading::key`] spells it.
pub(crate) fn meaning(key: &str) -> Option<Meaning> {
    ALIASES.iter().find(|(_, words)| words.contains(&key)).map(|(meaning, _)| *meaning)
}

/// The meaning that plan.toml gives a header by the name of a role.
pub(crate) fn role(name: &str) -> Option<Meaning> {
    ROLES.iter().find(|(known, _)| *known == name).map(|(_, meaning)| *meaning)
}

const ALIASES: &[(Meaning, &[&str])] = &[
    (
        Meaning::Kpi,
        &[
            "kpi",
            "kpi名",
            "指標",
            "指標名",
            "成果指標",
            "評価指標",
            "数値指標",
            "重要業績評価指標",
            "indicator",
            "kpiname",
            "keyperformanceindicator",
        ],
    ),
    (Meaning::KpiId, &["kpiid"]),
    (Meaning::Item, &["項目", "区分", "item", "type"]),
    (Meaning::Year, &["年度", "会計年度", "対象年度", "fiscalyear", "year", "fy"]),
    (Meaning::Value(Item::Target), &["目標", "目標値", "計画", "計画値", "target", "plan", "goal"]),
    (
        Meaning::Value(Item::Actual),
        &["実績", "実績値", "実績見込", "実績見込み", "実績見込値", "現状", "actual", "result"],
    ),
    (
        Meaning::Value(Item::Evaluation),
        &[
            "評価",
            "判定",
            "進捗",
            "達成状況",
            "達成度評価",
            "進捗評価",
            "評価結果",
            "evaluation",
            "grade",
            "rating",
        ],
    ),
    (
        Meaning::Value(Item::Reason),
        &["理由", "主な理由", "遅れの理由", "遅れている理由", "評価理由", "評価の理由", "reason"],
    ),
    (
        Meaning::Value(Item::Note),
        &["備考", "特記事項", "コメント", "補足", "note", "notes", "remark", "remarks", "comment"],
    ),
    (Meaning::Current, &["現状値", "現況値"]),
    (Meaning::Baseline, &["基準値", "当初値", "策定時", "計画策定時", "baseline"]),
    (
        Meaning::FinalTarget,
        &["最終目標", "最終目標値", "目標年度値", "最終年度目標", "最終年度目標値", "finaltarget"],
    ),
    (Meaning::Unit, &["単位", "unit"]),
    (
        Meaning::Section,
        &[
            "担当課",
            "担当",
            "担当部署",
            "担当部局",
            "担当所属",
            "担当課名",
            "所管",
            "所管課",
            "所管部署",
            "所管部局",
            "section",
            "department",
            "division",
        ],
    ),
    (
        Meaning::Ignored,
        &[
            "番号",
            "no",
            "no.",
            "#",
            "項番",
            "通番",
            "連番",
            "整理番号",
            "kpi番号",
            "指標番号",
            "kpino",
            "kpino.",
        ],
    ),
];

const ROLES: &[(&str, Meaning)] = &[
    ("level", Meaning::Level),
    ("kpi", Meaning::Kpi),
    ("kpi-id", Meaning::KpiId),
    ("item", Meaning::Item),
    ("year", Meaning::Year),
    ("target", Meaning::Value(Item::Target)),
    ("actual", Meaning::Value(Item::Actual)),
    ("evaluation", Meaning::Value(Item::Evaluation)),
    ("reason", Meaning::Value(Item::Reason)),
    ("note", Meaning::Value(Item::Note)),
    ("baseline", Meaning::Baseline),
    ("final-target", Meaning::FinalTarget),
    ("unit", Meaning::Unit),
    ("section", Meaning::Section),
    ("ignored", Meaning::Ignored),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::ALIASES;

    #[test]
    fn every_word_has_one_meaning_and_is_spelled_as_it_is_compared() {
        let mut seen = BTreeSet::new();
        for word in ALIASES.iter().flat_map(|(_, words)| *words) {
            assert!(seen.insert(word), "{word}");
            assert_eq!(crate::heading::key(word), *word);
        }
    }
}
