//! A scale made of the grades that occur, for a plan whose plan.toml sets none; and what messages say of a
//! scale.

use std::collections::BTreeSet;
use std::iter;

use nendo_model::{Grade, Scale, Tone};

use crate::doubt::is_short;
use crate::evaluation::{Evaluation, evaluation, is_unset};
use crate::{nearest, remark, spelling};

/// More different texts than this are no scale; the others are unknown grades.
const MOST_GRADES: usize = 100;

/// What a grade is called is no sentence: at most 12 letters of Japanese, or 36 of the Latin alphabet. In bytes.
const LONGEST_NAME: usize = 36;

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
    let grades = unranked(cells.iter().map(|written| match evaluation(&known, written) {
        Evaluation::Grade(index) => known.grade(index).map(|grade| grade.code.clone()).unwrap_or_default(),
        Evaluation::NotSet | Evaluation::Unknown => (*written).to_owned(),
    }));
    Scale::new(in_order(grades))
}

/// Letters in their order, S before A; other grades as they are.
fn in_order(mut grades: Vec<Grade>) -> Vec<Grade> {
    let letters = |grade: &Grade| {
        let code = spelling::folded(&grade.code);
        (code.len() <= 2 && code.starts_with(|first: char| first.is_ascii_alphabetic())).then_some(code)
    };
    if grades.iter().all(|grade| letters(grade).is_some()) {
        grades.sort_by_key(|grade| letters(grade).map(|code| (!code.starts_with(['S', 's']), code)));
    }
    grades
}

/// The scale of the grades among these cells that surely are some: a sentence, and a grade that only comes with a remark
/// that makes it doubtful, are for people to judge.
pub(crate) fn sure(cells: &[&str]) -> Scale {
    let set = || cells.iter().filter(|written| !is_unset(written));
    let code = |written: &str| remark::split(written).map_or(written.to_owned(), |found| found.code);
    let codes: Vec<String> = set().map(|written| code(written)).filter(|code| is_name(code)).collect();
    let known = Scale::new(unranked(codes.iter().filter(|code| !is_several(code, &codes)).cloned()));
    let grades = set().filter_map(|written| match evaluation(&known, written) {
        Evaluation::Grade(index) => known.grade(index).map(|grade| grade.code.clone()),
        Evaluation::NotSet | Evaluation::Unknown => None,
    });
    Scale::new(in_order(unranked(grades)))
}

/// Whether a text may be what a grade is called: a letter, a mark, or a few words and no sign.
fn is_name(text: &str) -> bool {
    let text = nendo_model::one_look(text);
    let text = text.trim();
    let is_letter = |word: &str| word.len() < 2;
    let is_mark = |letter: char| !letter.is_ascii() && letter != '※';
    let is_plain = text.chars().all(|letter| letter.is_alphanumeric() || " -".contains(letter));
    let is_word = is_plain && text.len() <= LONGEST_NAME && !text.split([' ', '-']).any(is_letter);
    is_short(text) || is_word || is_one_letter(text) && text.chars().all(is_mark)
}

/// Whether a text is several grades: `AB` where there is an A and a B.
fn is_several(code: &str, codes: &[String]) -> bool {
    let is_code = |letter: char| codes.iter().any(|code| code.chars().eq([letter]));
    !is_one_letter(code) && code.chars().all(is_code)
}

/// Whether a text is a letter, or several of the same: `AA`, `★★★`.
fn is_one_letter(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|first| letters.all(|letter| letter == first))
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
    use super::{codes, nearest, occurring, sure};

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
    fn what_is_in_doubt_or_a_sentence_is_surely_no_grade() {
        for (cells, expected) in [
            (&["A", "B", "C", "B（暫定）", "B（前年度A）", "D（見込み）", "C（概ね順調）"][..], "A B C"),
            (&["順調（目標値達成）", "達成（一部）", "大幅な遅れ", "未評価"], "順調 大幅な遅れ"),
            (&["Ⅰ", "遅れているが、来年は達成する予定である", "次の年度には達成する見込みである"], "Ⅰ"),
            (&["A|B", "A・B", "A B", "AB", "B→A", "A", "B", "AA", "A+"], "A A+ AA B"),
            (&["◎", "〇", "Ｘ", "○×", "★★★", "⚪", "🔴", "？", "※"], "◎ 〇 Ｘ ★★★ 🔴"),
            (&["4", "5", "45", "4.2", "95%", "4（前回5）"], "4 5"),
            (
                &["On track", "Slightly behind", "Off-track", "Grade A", "On track (last year: behind)"],
                "On track Slightly behind Off-track",
            ),
            (&["OK", "NG", "評価不能"], "OK NG 評価不能"),
        ] {
            let mut found: Vec<_> = codes(&sure(cells)).split(' ').map(str::to_owned).collect();
            let mut expected: Vec<_> = expected.split(' ').map(str::to_owned).collect();
            found.sort();
            expected.sort();
            assert_eq!(found, expected, "{cells:?}");
        }
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
