//! The grade that an evaluation cell names on a scale, with whatever stands beside it. Where a remark names another
//! grade (`A(B)`, `B（前年度A）`), or the scale itself tells grades apart by remarks, the cell is unknown.

use std::iter;

use nendo_model::{Grade, GradeIndex, Localized, Reading, Scale, Wording};

use crate::{reading, remark, spelling};

/// Words for what has no grade, or none yet. 評価不能 is not here: it may be a grade, and count.
const UNGRADED: [&str; 12] = [
    "未評価",
    "未判定",
    "評価対象外",
    "判定対象外",
    "評価なし",
    "評価無し",
    "評価せず",
    "評価しない",
    "評価未実施",
    "評価前",
    "評価中",
    "評価保留",
];

/// Words that follow a word of the scale and make another of it: 達成率 is not 達成.
const RATES: [&str; 4] = ["率", "度", "状況", "割合"];

/// What an evaluation cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Evaluation {
    /// A grade of the scale.
    Grade(GradeIndex),
    /// Nothing: blank, a dash, 未定.
    NotSet,
    /// A text that the scale does not know.
    Unknown,
}

/// What an evaluation cell says on this scale. A dash is a grade only where the scale lists one.
pub(crate) fn evaluation(scale: &Scale, written: &str) -> Evaluation {
    let dash = || {
        let is_dash = |grade: &Grade| {
            nendo_model::is_placeholder(&grade.code)
                || grade.aliases.iter().any(|alias| nendo_model::is_placeholder(alias))
        };
        nendo_model::is_placeholder(written)
            .then(|| scale.grades().find(|(_, grade)| is_dash(grade)).map(|(index, _)| index))
            .flatten()
    };
    let plain = || {
        let is_meant = |grade: &Grade| spelling::folded(&grade.code) == spelling::folded(written);
        let found = scale.grades().find(|(_, grade)| is_meant(grade)).map(|(index, _)| index);
        // Published data has (1) for ①.
        found.filter(|_| written.starts_with('('))
    };
    if let Some(index) = scale.find(written).filter(|_| !written.is_empty()).or_else(dash).or_else(plain) {
        return Evaluation::Grade(index);
    }
    let remarked = remark::split(written);
    if let Some((own, remark)) = remarked.and_then(|found| Some((scale.find(&found.code)?, found.remark))) {
        let is_sure = !names_another(scale, own, &remark) && !remarks_tell(scale, own);
        return if is_sure { Evaluation::Grade(own) } else { Evaluation::Unknown };
    }
    let hides_grade = || remark::last_aside(written).is_some_and(|aside| scale.find(&aside).is_some());
    if is_unset(written) && (written.is_empty() || !hides_grade()) {
        Evaluation::NotSet
    } else {
        Evaluation::Unknown
    }
}

/// Whether a cell has no grade on any scale that does not list its text.
pub(crate) fn is_unset(written: &str) -> bool {
    nendo_model::is_placeholder(written)
        || matches!(reading::read(written), Reading::NotSet { .. } | Reading::Closed { .. })
        || UNGRADED.contains(&remark::before_aside(written).as_str())
}

/// Whether a remark beside one grade names another, by its code, another of its names or its meaning.
fn names_another(scale: &Scale, own: GradeIndex, remark: &str) -> bool {
    let names: Vec<(GradeIndex, String)> = scale
        .grades()
        .flat_map(|(index, grade)| names(grade).map(move |name| (index, name)))
        .filter(|(_, name)| !name.is_empty() && !nendo_model::is_placeholder(name))
        .collect();
    let folded = folded(remark);
    let mut before = None;
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        let here = names.iter().filter(|(_, name)| is_named(before, rest, name));
        let longest = here.max_by_key(|(_, name)| name.len());
        if longest.is_some_and(|(index, _)| *index != own) {
            return true;
        }
        let name = longest.map_or(first.len_utf8(), |(_, name)| name.len());
        before = rest[..name].chars().last();
        rest = &rest[name..];
    }
    false
}

/// Whether a text begins with a name that is no part of another word.
fn is_named(before: Option<char>, text: &str, name: &str) -> bool {
    let Some(after) = text.strip_prefix(name) else { return false };
    let joins = |one: Option<char>, other: Option<char>| {
        one.zip(other)
            .is_some_and(|(one, other)| one.is_ascii_alphanumeric() && other.is_ascii_alphanumeric())
    };
    let is_rate = !name.is_ascii() && RATES.iter().any(|rate| after.starts_with(rate));
    !is_rate && !joins(before, name.chars().next()) && !joins(name.chars().last(), after.chars().next())
}

/// Whether the scale itself has another grade that is this one with a remark: 達成 and 達成（市内）.
fn remarks_tell(scale: &Scale, own: GradeIndex) -> bool {
    let others = scale.grades().filter(|(index, _)| *index != own);
    let mut remarked = others.flat_map(|(_, grade)| names(grade)).filter_map(|name| remark::split(&name));
    remarked.any(|found| scale.find(&found.code) == Some(own) && !names_another(scale, own, &found.remark))
}

/// Everything that a grade is called, as it is compared.
fn names(grade: &Grade) -> impl Iterator<Item = String> {
    let meanings = grade.meaning.iter().flat_map(|meaning| match meaning {
        Wording::Source(text) => vec![text],
        Wording::Given(Localized(texts)) => texts.values().collect(),
    });
    iter::once(&grade.code).chain(&grade.aliases).chain(meanings).map(|name| folded(name))
}

fn folded(text: &str) -> String {
    nendo_model::one_look(text).to_lowercase().split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use nendo_model::Scale;

    use super::{Evaluation, evaluation};
    use crate::desk;

    fn scale(toml: &str) -> Scale {
        let checked = desk::read(toml, "plan.toml");
        assert!(checked.problems.is_empty(), "{:?}", checked.problems);
        checked.value.and_then(|settings| settings.scale).expect("a scale")
    }

    /// The code of the grade, `not set` or `unknown`.
    fn said(scale: &Scale, written: &str) -> String {
        match evaluation(scale, written) {
            Evaluation::Grade(index) => scale.grade(index).expect("its own").code.clone(),
            Evaluation::NotSet => "not set".to_owned(),
            Evaluation::Unknown => "unknown".to_owned(),
        }
    }

    fn check(scale: &Scale, rows: &[(&str, &str)]) {
        for (written, expected) in rows {
            assert_eq!(said(scale, written), *expected, "{written}");
        }
    }

    #[test]
    fn a_dash_is_a_grade_only_where_the_scale_lists_it() {
        let plain = scale("scale = 'a-c'");
        check(&plain, &[("―", "not set"), ("", "not set"), ("E", "unknown"), ("—（新規）", "not set")]);
        check(&plain, &[("—（A）", "unknown"), ("対象外（B）", "unknown"), ("対象外（新規）", "not set")]);
        let dashed = scale("[[scale]]\ngrade = 'A'\n[[scale]]\ngrade = '-'\n");
        check(
            &dashed,
            &[("―", "-"), ("－", "-"), ("", "not set"), ("A（国－県で実施）", "A"), ("A（－）", "unknown")],
        );
    }

    #[test]
    fn a_remark_beside_a_grade_changes_nothing() {
        let letters = scale("scale = 'a-d'");
        check(
            &letters,
            &[
                ("B（概ね順調）", "B"),
                ("Ｂ:概ね順調", "B"),
                ("b 概ね順調", "B"),
                ("評価A", "A"),
                ("【A】", "A"),
                ("C（C）", "C"),
                ("B（目標どおり進んでいる）", "B"),
                ("B（目標の達成率95%）", "B"),
            ],
        );
        check(
            &scale("scale = 'marks'"),
            &[("◎(達成)", "◎"), ("Ｘ（着手していない）", "×"), ("⚪ 順調", "○"), ("⚪\u{FE0F} 順調", "○")],
        );
        check(&scale("scale = '5-1'"), &[("4（概ね順調）", "4"), ("４", "4"), ("4：概ね順調", "4")]);
        check(
            &scale("scale = 'on-track'"),
            &[
                ("順調（目標値を上回る）", "順調"),
                ("おおむね順調（計画の9割）", "概ね順調"),
                ("「遅れている」", "遅れ"),
            ],
        );
        check(
            &scale("scale = 'achieved'"),
            &[
                ("概ね達成（達成率95%）", "概ね達成"),
                ("未達成（目標未達成）", "未達成"),
                ("達成済み※", "達成"),
            ],
        );
    }

    #[test]
    fn a_remark_that_names_another_grade_leaves_the_cell_unknown() {
        let unknown = |scale: &Scale, cells: &[&str]| {
            for written in cells {
                assert_eq!(said(scale, written), "unknown", "{written}");
            }
        };
        let of = |name: &str| scale(&format!("scale = '{name}'"));
        unknown(
            &of("a-d"),
            &["A(B)", "B→A", "A～B", "A・B", "A/B", "B（前年度A）", "B（前年度E）", "A-", "B+", "AB"],
        );
        unknown(
            &of("a-d"),
            &["A（目標より遅れている）", "A（On target）", "E（概ね順調）", "B*", "評価A→B", "A\nB"],
        );
        unknown(&of("marks"), &["○（△）", "▲", "●", "○×", "◎→○", "○（X）"]);
        unknown(&of("5-1"), &["4.2", "45", "4→3", "4（前回3）", "4 件", "4～5", "4/5", "0", "6"]);
        unknown(
            &of("on-track"),
            &["順調（やや遅れから回復）", "遅れ（やや）", "順調（一部遅れ）", "大幅な遅れ", "順調 ではない"],
        );
        unknown(
            &of("achieved"),
            &["未達成（次年度達成）", "達成（一部）", "一部達成", "達成（ほぼ）", "達成 できず"],
        );
        let remarked = scale("[[scale]]\ngrade = '達成'\n[[scale]]\ngrade = '達成（市内）'\n");
        check(&remarked, &[("達成（市内）", "達成（市内）"), ("達成（市外）", "unknown"), ("達成", "達成")]);
    }

    #[test]
    fn what_has_no_grade_is_not_set_and_what_cannot_be_graded_is_a_grade_or_unknown() {
        let letters = scale("scale = 'a-c'");
        for written in
            ["未評価", "評価対象外", "評価なし", "（未評価）", "未評価（データ未公表）", "対象外", "評価中※"]
        {
            assert_eq!(said(&letters, written), "not set", "{written}");
        }
        check(&letters, &[("評価不能", "unknown"), ("評価できない", "unknown"), ("該当なし", "unknown")]);
        check(
            &scale("scale = 'a-d'"),
            &[("評価不能", "D"), ("評価できない（国の制度変更）", "D"), ("D", "D")],
        );
    }
}
