//! A scale made of the grades that occur, for a plan whose plan.toml sets none; and what messages say of a
//! scale.

use std::collections::BTreeSet;
use std::iter;

use nendo_model::{Grade, Scale, Tone};

use crate::evaluation::{Evaluation, evaluation, is_unset};
use crate::{nearest, remark, spelling};

/// More different texts than this are no scale; the others are unknown grades.
const MOST_GRADES: usize = 100;

/// The name of a grade that a text almost is. Of two letters and signs (`A-`, `B+`) none is almost another.
pub(crate) fn nearest<'a>(scale: &'a Scale, written: &str) -> Option<&'a str> {
    let names = || {
        let all = scale.grades().flat_map(|(_, grade)| iter::once(&grade.code).chain(&grade.aliases));
        all.map(String::as_str).filter(|name| !name.is_ascii() || name.len() > 2)
    };
    nearest::nearest(written, names()).or_else(|| nearest::nearest(&remark::before_aside(written), names()))
}

/// The codes of a scale, for messages.
pub(crate) fn codes(scale: &Scale) -> String {
    scale.grades().map(|(_, grade)| grade.code.as_str()).collect::<Vec<_>>().join(" ")
}

/// A scale of the grades that occur in these cells: letters in their order, S before A; other
/// marks as they first appear. A remark beside a grade makes no other grade of it. Nothing is known of their
/// rank, meaning or tone.
pub(crate) fn occurring<'a>(cells: impl IntoIterator<Item = &'a str>) -> Scale {
    let mut seen = BTreeSet::new();
    let cells = cells.into_iter().filter(|written| seen.insert(*written) && !is_unset(written));
    let cells: Vec<&str> = cells.collect();
    let code = |written: &&str| remark::split(written).map_or((*written).to_owned(), |found| found.code);
    let codes = unranked(cells.iter().map(code));
    let known = Scale::new(codes);
    // A grade that a remark names too is not sure, so that the whole is another grade.
    let mut grades = unranked(cells.iter().map(|written| match evaluation(&known, written) {
        Evaluation::Grade(index) => known.grade(index).map(|grade| grade.code.clone()).unwrap_or_default(),
        Evaluation::NotSet | Evaluation::Unknown => (*written).to_owned(),
    }));
    let letters = |grade: &Grade| {
        let code = spelling::folded(&grade.code);
        (code.len() <= 2 && code.starts_with(|first: char| first.is_ascii_alphabetic())).then_some(code)
    };
    if grades.iter().all(|grade| letters(grade).is_some()) {
        grades.sort_by_key(|grade| letters(grade).map(|code| (!code.starts_with(['S', 's']), code)));
    }
    Scale::new(grades)
}

/// A grade for each of these codes that no grade before it has.
fn unranked(codes: impl Iterator<Item = String>) -> Vec<Grade> {
    let mut grades: Vec<Grade> = Vec::new();
    for code in codes {
        if grades.len() == MOST_GRADES {
            break;
        }
        if Scale::new(grades.clone()).find(&code).is_none() {
            grades.push(Grade {
                code,
                meaning: None,
                rank: None,
                tone: Tone::None,
                counted: true,
                aliases: Vec::new(),
            });
        }
    }
    grades
}

#[cfg(test)]
mod tests {
    use super::{codes, nearest, occurring};

    #[test]
    fn grades_that_occur_make_a_scale() {
        assert_eq!(codes(&occurring(["B", "", "Ｂ", "A", "—", "C", "S"])), "S A B C");
        assert_eq!(codes(&occurring(["○", "◎", "〇", "△"])), "○ ◎ △");
        assert_eq!(codes(&occurring([""])), "");
        assert_eq!(codes(&occurring(["Ｘ", "×", "○"])), "Ｘ ○");
    }

    #[test]
    fn a_remark_makes_no_grade_of_its_own() {
        let graded = |cells: &[&str]| {
            let scale = occurring(cells.iter().copied());
            for written in cells.iter().filter(|written| !crate::evaluation::is_unset(written)) {
                let found = crate::evaluation::evaluation(&scale, written);
                assert!(matches!(found, crate::evaluation::Evaluation::Grade(_)), "{written}");
            }
            codes(&scale)
        };
        assert_eq!(
            graded(&["B（概ね順調）", "A評価", "未評価", "Ｂ", "B ※1", "評価対象外（R6から）", "A"]),
            "A B"
        );
        assert_eq!(graded(&["◎（達成）", "△", "◯ 順調"]), "◎ △ ○");
        assert_eq!(graded(&["順調（目標値を上回る）", "遅れ", "順調"]), "順調 遅れ");
        assert_eq!(graded(&["A", "B（前年度A）", "B（概ね順調）"]), "A B（前年度A） B");
        assert_eq!(graded(&["4（前回3）", "4（概ね順調）", "3"]), "4（前回3） 4 3");
        assert_eq!(graded(&["達成（一部）", "達成（5件実施）", "評価不能"]), "達成（一部） 達成 評価不能");
    }

    #[test]
    fn an_unknown_grade_may_be_near_a_known_one() {
        let words = occurring(["順調", "概ね順調", "おおむね順調"]);
        for (written, expected) in [
            ("概ね順長", Some("概ね順調")),
            ("慨ね順調（目標値の9割）", Some("概ね順調")),
            ("おおむね順長", Some("おおむね順調")),
            ("A", None),
            ("中止", None),
        ] {
            assert_eq!(nearest(&words, written), expected, "{written}");
        }
        let letters = occurring(["A+", "A"]);
        assert_eq!(nearest(&letters, "A-"), None);
        assert_eq!(nearest(&letters, "AB"), None);
        assert_eq!(nearest(&occurring(["On track", "A"]), "On trak"), Some("On track"));
    }
}
