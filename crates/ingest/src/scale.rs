//! The evaluation scale of a plan: as plan.toml sets it or, where it sets none, made of the grades
//! that occur.

use std::collections::BTreeSet;
use std::iter;

use nendo_model::{Grade, Scale, Tone};
use toml::Spanned;

use crate::desk::Desk;
use crate::evaluation::{Evaluation, evaluation, is_unset};
use crate::plan_toml::{GradeToml, ScaleToml, Text};
use crate::{nearest, preset, remark, spelling};

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

/// The scale as plan.toml sets it.
pub(crate) fn set(desk: &mut Desk<'_>, toml: Spanned<ScaleToml>) -> Option<Scale> {
    let at = toml.span().start;
    match toml.into_inner() {
        ScaleToml::Preset(name) => preset::scale(&name).or_else(|| desk.refuse("scale", &name, at)),
        ScaleToml::Grades(grades) if grades.is_empty() => desk.refuse("scale", "", at),
        ScaleToml::Grades(rows) => Some(grades(desk, rows)),
    }
}

fn grades(desk: &mut Desk<'_>, rows: Vec<Spanned<GradeToml>>) -> Scale {
    let mut names: Vec<(usize, Spanned<String>)> = Vec::new();
    let mut grades: Vec<Grade> = Vec::new();
    for row in rows {
        let GradeToml { grade, meaning, rank, tone, counted, aliases } = row.into_inner();
        let rank = rank.and_then(|rank| {
            let number = u32::try_from(*rank.get_ref()).ok().filter(|number| *number > 0);
            number.or_else(|| desk.refuse("rank", &rank.get_ref().to_string(), rank.span().start))
        });
        let tone = tone.and_then(|word| match word.get_ref().as_str() {
            "ahead" => Some(Tone::Ahead),
            "on" => Some(Tone::On),
            "behind" => Some(Tone::Behind),
            "none" => Some(Tone::None),
            other => desk.refuse("tone", other, word.span().start),
        });
        let given: Vec<String> = aliases.iter().map(|alias| alias.get_ref().clone()).collect();
        names.push((grades.len(), grade.clone()));
        names.extend(aliases.into_iter().map(|alias| (grades.len(), alias)));
        grades.push(Grade {
            code: grade.into_inner(),
            meaning: meaning.map(|Text(meaning)| meaning),
            rank,
            tone: tone.unwrap_or_default(),
            counted: counted.unwrap_or(true),
            aliases: given,
        });
    }
    let scale = Scale::new(grades);
    for (at, name) in names {
        let own = scale.grades().nth(at).map(|(index, _)| index);
        // A name that finds another grade is taken already, if only by a look-alike.
        if name.get_ref().trim().is_empty() || scale.find(name.get_ref()) != own {
            desk.refuse::<()>("grade", name.get_ref(), name.span().start);
        }
    }
    scale
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
    use nendo_model::Scale;

    use super::{codes, nearest, occurring};
    use crate::desk;

    fn scale(toml: &str) -> (Scale, Vec<String>) {
        let checked = desk::read(toml, "plan.toml");
        let told = checked.problems.iter().map(|problem| format!("{:?}", problem.case)).collect();
        (checked.value.and_then(|settings| settings.scale).expect("a scale"), told)
    }

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
        let (words, _) = scale("scale = 'on-track'");
        for (written, expected) in [
            ("概ね順長", Some("概ね順調")),
            ("慨ね順調（目標値の9割）", Some("概ね順調")),
            ("おおむね順長", Some("おおむね順調")),
            ("A", None),
            ("中止", None),
        ] {
            assert_eq!(nearest(&words, written), expected, "{written}");
        }
        let (letters, _) = scale("[[scale]]\ngrade = 'A+'\n[[scale]]\ngrade = 'A'\n");
        assert_eq!(nearest(&letters, "A-"), None);
        assert_eq!(nearest(&letters, "AB"), None);
    }

    #[test]
    fn a_grade_is_named_once() {
        let (_, told) = scale(
            "[[scale]]\ngrade = '○'\n[[scale]]\ngrade = '〇'\n[[scale]]\ngrade = ' '\n[[scale]]\n\
             grade = 'C'\naliases = ['Ｃ', '○']\n[[scale]]\ngrade = 'c'\nrank = 0\ntone = 'good'\n",
        );
        let values = ["0", "good", "〇", " ", "○"];
        assert_eq!(told.len(), values.len(), "{told:?}");
        for (told, value) in told.iter().zip(values) {
            assert!(told.contains(&format!("value: {value:?}")), "{told} {value}");
        }
    }
}
