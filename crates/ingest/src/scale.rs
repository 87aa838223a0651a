//! The evaluation scale of a plan: as plan.toml sets it or, where it sets none, made of the grades
//! that occur. And the grade that a cell names.

use nendo_model::{Grade, GradeIndex, Reading, Scale, Tone, Wording};
use toml::Spanned;

use crate::desk::Desk;
use crate::plan_toml::{GradeToml, ScaleToml, Text};
use crate::{preset, reading, spelling};

/// More different texts than this are no scale; the others are unknown grades.
const MOST_GRADES: usize = 100;

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
    match (scale.find(written).filter(|_| !written.is_empty()).or_else(dash), is_unset(written)) {
        (Some(index), _) => Evaluation::Grade(index),
        (None, true) => Evaluation::NotSet,
        (None, false) => Evaluation::Unknown,
    }
}

/// The codes of a scale, for messages.
pub(crate) fn codes(scale: &Scale) -> String {
    scale.grades().map(|(_, grade)| grade.code.as_str()).collect::<Vec<_>>().join(" ")
}

/// A scale of the grades that occur in these cells: letters in their order, S before A; other
/// marks as they first appear. Nothing is known of their rank, meaning or tone.
pub(crate) fn occurring<'a>(cells: impl IntoIterator<Item = &'a str>) -> Scale {
    let mut scale = Scale::new(Vec::new());
    let mut grades: Vec<Grade> = Vec::new();
    for written in cells.into_iter().filter(|written| !is_unset(written)) {
        if grades.len() < MOST_GRADES && scale.find(written).is_none() {
            grades.push(unranked(written));
            scale = Scale::new(grades.clone());
        }
    }
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

fn unranked(written: &str) -> Grade {
    Grade {
        code: written.to_owned(),
        meaning: None::<Wording>,
        rank: None,
        tone: Tone::None,
        counted: true,
        aliases: Vec::new(),
    }
}

fn is_unset(written: &str) -> bool {
    nendo_model::is_placeholder(written)
        || matches!(reading::read(written), Reading::NotSet { .. } | Reading::Closed { .. })
}

#[cfg(test)]
mod tests {
    use nendo_model::Scale;

    use super::{Evaluation, codes, evaluation, occurring};
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
    }

    #[test]
    fn a_dash_is_a_grade_only_where_the_scale_lists_it() {
        let (plain, _) = scale("scale = 'a-c'");
        assert_eq!(evaluation(&plain, "―"), Evaluation::NotSet);
        assert_eq!(evaluation(&plain, ""), Evaluation::NotSet);
        assert_eq!(evaluation(&plain, "E"), Evaluation::Unknown);
        let (dashed, told) = scale("[[scale]]\ngrade = 'A'\n[[scale]]\ngrade = '-'\n");
        assert_eq!(told, [""; 0]);
        assert!(matches!(evaluation(&dashed, "―"), Evaluation::Grade(_)));
        assert_eq!(evaluation(&dashed, ""), Evaluation::NotSet);
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
