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
    /// The number of the KPI, which stands before its name in other tables.
    KpiNumber,
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
    Baseline,
    FinalTarget,
    Unit,
    Section,
    /// What the values count: 累計, 単年度.
    Counting,
    /// Which way is better: ↑, 減少.
    Direction,
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

/// The meaning of a word, spelled as [`crate::heading::key`] spells it.
pub(crate) fn word(key: &str) -> Option<Word> {
    let find =
        |table: Table| table.iter().find(|(_, words)| words.contains(&key)).map(|(meaning, _)| *meaning);
    let weak = || find(WEAK).map(|meaning| Word { meaning, is_weak: true });
    find(ALIASES).map(|meaning| Word { meaning, is_weak: false }).or_else(weak)
}

/// Every word with its meaning.
pub(crate) fn words() -> impl Iterator<Item = (Meaning, &'static str)> {
    let entries = ALIASES.iter().chain(WEAK);
    entries.flat_map(|(meaning, words)| words.iter().map(|word| (*meaning, *word)))
}

/// The meaning that plan.toml gives a header by the name of a role.
pub(crate) fn role(name: &str) -> Option<Meaning> {
    ROLES.iter().find(|(known, _)| *known == name).map(|(_, meaning)| *meaning)
}

type Table = &'static [(Meaning, &'static [&'static str])];

const ALIASES: Table = &[
    (
        Meaning::Kpi,
        &[
            "kpi",
            "kpi名",
            "kpi名称",
            "kpi指標",
            "指標",
            "指標名",
            "指標名称",
            "指標・kpi",
            "成果指標",
            "成果指標名",
            "評価指標",
            "評価指標名",
            "数値指標",
            "重要業績評価指標",
            "kpi重要業績評価指標",
            "indicator",
            "indicatorname",
            "kpiname",
            "keyperformanceindicator",
            "performanceindicator",
        ],
    ),
    (Meaning::KpiId, &["kpiid"]),
    (Meaning::KpiNumber, &["kpi番号", "指標番号", "kpino", "kpino.", "指標no", "指標no.", "kpinumber"]),
    (Meaning::Goal, &["数値目標"]),
    (Meaning::Item, &["項目", "区分", "item", "type"]),
    (Meaning::Year, &["年度", "会計年度", "対象年度", "fiscalyear", "year", "fy"]),
    (
        Meaning::Value(Item::Target),
        &[
            "目標",
            "目標値",
            "目標数値",
            "計画",
            "計画値",
            "target",
            "targetvalue",
            "plan",
            "plannedvalue",
            "goal",
        ],
    ),
    (Meaning::Value(Item::Actual), &["実績", "実績値", "実績数値", "actual", "actualvalue", "result"]),
    (
        Meaning::Value(Item::Evaluation),
        &["評価", "判定", "達成度評価", "進捗評価", "評価結果", "判定結果", "evaluation", "grade", "rating"],
    ),
    (
        Meaning::Progress,
        &["進捗", "達成状況", "進捗状況", "進捗度", "達成度", "達成度合", "達成度合い", "status", "progress"],
    ),
    (
        Meaning::Value(Item::Reason),
        &[
            "理由",
            "主な理由",
            "遅れの理由",
            "遅れている理由",
            "遅延理由",
            "遅延の理由",
            "未達の理由",
            "未達成の理由",
            "未達成理由",
            "評価理由",
            "評価の理由",
            "判定理由",
            "reason",
        ],
    ),
    (
        Meaning::Value(Item::Note),
        &[
            "備考",
            "備考欄",
            "特記事項",
            "コメント",
            "補足",
            "note",
            "notes",
            "remark",
            "remarks",
            "comment",
            "comments",
        ],
    ),
    (Meaning::Current, &["現状", "現状値", "現況", "現況値"]),
    (
        Meaning::Baseline,
        &[
            "基準値",
            "基準年度値",
            "基準年値",
            "当初値",
            "策定時",
            "策定時現状値",
            "計画策定時",
            "計画策定時現状値",
            "計画策定時の現状値",
            "baseline",
            "baselinevalue",
        ],
    ),
    (
        Meaning::FinalTarget,
        &[
            "最終目標",
            "最終目標値",
            "目標年度値",
            "目標最終年度",
            "目標値最終年度",
            "最終年度目標",
            "最終年度目標値",
            "計画最終年度目標",
            "計画最終年度目標値",
            "finaltarget",
            "finaltargetvalue",
        ],
    ),
    (
        Meaning::Unit,
        &["単位", "単位名", "計測単位", "測定単位", "unit", "unitofmeasure", "unitofmeasurement"],
    ),
    (
        Meaning::Section,
        &[
            "担当課",
            "担当",
            "担当部署",
            "担当部局",
            "担当部局課",
            "担当部課",
            "担当所属",
            "担当課名",
            "所管",
            "所管課",
            "所管課名",
            "所管部署",
            "所管部局",
            "所管部局課",
            "所管部課",
            "主管課",
            "section",
            "department",
            "departmentincharge",
            "responsibledepartment",
            "division",
        ],
    ),
    (
        Meaning::Counting,
        &[
            "集計方法",
            "集計区分",
            "累計区分",
            "累計・単年",
            "累計・単年度",
            "累計/単年",
            "累計/単年度",
            "単年度・累計",
            "単年・累計",
            "単年度/累計",
            "単年/累計",
            "値の種類",
        ],
    ),
    (
        Meaning::Direction,
        &[
            "望ましい方向",
            "望ましい方向性",
            "目指す方向",
            "目指す方向性",
            "目標の方向",
            "目標の方向性",
            "direction",
        ],
    ),
    (
        Meaning::Derived,
        &[
            "達成率",
            "達成割合",
            "目標達成率",
            "目標達成度",
            "対目標",
            "対目標比",
            "進捗率",
            "前年比",
            "前年差",
            "前年度比",
            "前年度差",
            "前年度比較",
            "前年度増減",
            "対前年",
            "対前年比",
            "対前年差",
            "対前年増減",
            "対前年度",
            "対前年度比",
            "対前年度差",
            "対前年度増減",
            "増減",
            "増減数",
            "増減値",
            "増減率",
            "差",
            "差引",
            "差異",
            "目標との差",
            "基準値との差",
            "伸び率",
            "伸率",
            "乖離",
            "乖離率",
            "かい離",
            "かい離率",
            "achievementrate",
            "attainment",
            "attainmentrate",
            "progressrate",
            "difference",
            "variance",
            "change",
            "yoy",
        ],
    ),
    (Meaning::Ignored, &["番号", "no", "no.", "#", "項番", "通番", "連番", "整理番号"]),
];

/// Words that are a claim only where no other column makes the same.
const WEAK: Table = &[
    (
        Meaning::Kpi,
        &[
            "kgi",
            "目標指標",
            "目標項目",
            "取組指標",
            "活動指標",
            "活動指標名",
            "管理指標",
            "進捗指標",
            "アウトカム指標",
            "アウトプット指標",
            "measure",
            "metric",
        ],
    ),
    (
        Meaning::Value(Item::Target),
        &["計画目標", "年度目標", "年度目標値", "単年度目標", "単年度目標値", "kgi目標", "kpi目標"],
    ),
    (
        Meaning::Value(Item::Actual),
        &["実績見込", "実績見込み", "実績見込値", "達成値", "年度実績", "単年度実績", "results", "achieved"],
    ),
    (
        Meaning::Value(Item::Evaluation),
        &[
            "自己評価",
            "総合評価",
            "最終評価",
            "評価区分",
            "評価ランク",
            "達成区分",
            "達成評価",
            "進捗区分",
            "ランク",
        ],
    ),
    (Meaning::Value(Item::Reason), &["要因", "要因分析", "増減理由", "増減の理由", "原因", "cause"]),
    (
        Meaning::Value(Item::Note),
        &[
            "取組内容",
            "実施内容",
            "主な取組",
            "主な取組内容",
            "主な取り組み",
            "取組状況",
            "取組実績",
            "取組の状況",
            "今後の方針",
            "今後の取組",
            "今後の対応",
            "今後の方向性",
            "課題",
            "分析",
            "analysis",
        ],
    ),
    (Meaning::Baseline, &["開始時", "計画開始時", "計画開始時値", "策定時の値", "策定時値", "計画当初値"]),
    (
        Meaning::Section,
        &[
            "実施主体",
            "関係課",
            "関係部署",
            "主管部署",
            "主管部課",
            "担当部",
            "所管部",
            "担当課室",
            "responsible",
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
    ("kpi-number", Meaning::KpiNumber),
    ("counting", Meaning::Counting),
    ("direction", Meaning::Direction),
    ("derived", Meaning::Derived),
    ("ignored", Meaning::Ignored),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::words;

    #[test]
    fn every_word_has_one_meaning_and_is_spelled_as_it_is_compared() {
        let mut seen = BTreeSet::new();
        for (_, word) in words() {
            assert!(seen.insert(word), "{word}");
            assert_eq!(crate::heading::key(word), word);
        }
    }
}
