//! The scale that plan.toml sets, by a name or grade by grade. The named ones stand in presets.toml as plan.toml
//! would have them.

use std::collections::BTreeMap;

use nendo_model::{Grade, Scale, Tone};
use toml::Spanned;

use crate::margin::Margin;
use crate::plan_toml::{GradeToml, ScaleToml, Text};

const PRESETS: &str = include_str!("presets.toml");

const TONES: [(&str, Tone); 4] =
    [("ahead", Tone::Ahead), ("on", Tone::On), ("behind", Tone::Behind), ("none", Tone::None)];

/// The scale as plan.toml sets it.
pub(crate) fn scale(margin: &mut Margin<'_>, toml: Spanned<ScaleToml>) -> Option<Scale> {
    let at = toml.span().start;
    match toml.into_inner() {
        ScaleToml::Preset(name) => match preset(&name) {
            Some(rows) => Some(grades(margin, rows)),
            None => margin.refuse("scale", &name, at),
        },
        ScaleToml::Grades(grades) if grades.is_empty() => margin.refuse("scale", "", at),
        ScaleToml::Grades(rows) => Some(grades(margin, rows)),
    }
}

/// Every scale that has a name, by name.
#[must_use]
pub fn presets() -> Vec<(String, Scale)> {
    let mut margin = Margin { text: PRESETS, file: "", problems: Vec::new() };
    let named = all().into_iter();
    named.map(|(name, rows)| (name, grades(&mut margin, rows))).collect()
}

fn grades(margin: &mut Margin<'_>, rows: Vec<Spanned<GradeToml>>) -> Scale {
    let mut names: Vec<(usize, Spanned<String>)> = Vec::new();
    let mut grades: Vec<Grade> = Vec::new();
    for row in rows {
        let GradeToml { grade, meaning, rank, tone, counted, aliases } = row.into_inner();
        let rank = rank.and_then(|rank| {
            let number = u32::try_from(*rank.get_ref()).ok().filter(|number| *number > 0);
            number.or_else(|| margin.refuse("rank", &rank.get_ref().to_string(), rank.span().start))
        });
        let tone = margin.one_of("tone", tone, &TONES);
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
            margin.refuse::<()>("grade", name.get_ref(), name.span().start);
        }
    }
    scale
}

/// The grades of the scale that is known by this name.
fn preset(name: &str) -> Option<Vec<Spanned<GradeToml>>> {
    all().remove(name)
}

// A test asserts that the presets have no mistake, so there is none to report here.
fn all() -> BTreeMap<String, Vec<Spanned<GradeToml>>> {
    toml::from_str(PRESETS).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use nendo_model::{Problem, Scale};

    use super::{PRESETS, scale};
    use crate::margin::Margin;
    use crate::plan_toml::PlanToml;

    fn set(text: &str) -> (Scale, Vec<Problem>) {
        let mut margin = Margin { text, file: "plan.toml", problems: Vec::new() };
        let toml = toml::from_str::<PlanToml>(text).expect("settings").scale.expect("a scale");
        (scale(&mut margin, toml).expect("a scale"), margin.problems)
    }

    fn presets() -> impl Iterator<Item = String> {
        toml::from_str::<BTreeMap<String, toml::Value>>(PRESETS).expect("the presets").into_keys()
    }

    #[test]
    fn a_grade_is_named_once() {
        let (_, problems) =
            set("[[scale]]\ngrade = '○'\n[[scale]]\ngrade = '〇'\n[[scale]]\ngrade = ' '\n[[scale]]\n\
             grade = 'C'\naliases = ['Ｃ', '○']\n[[scale]]\ngrade = 'c'\nrank = 0\ntone = 'good'\n");
        let mut told: Vec<_> =
            problems.iter().map(|told| (told.origin.row, told.case.fields()[1].1)).collect();
        told.sort_unstable();
        let expected = [(4, "〇"), (6, " "), (9, "○"), (12, "0"), (13, "good")];
        assert_eq!(told, expected.map(|(row, value)| (Some(row), value)));
    }

    #[test]
    fn every_preset_names_each_of_its_grades_once_and_ranks_go_down() {
        for name in presets() {
            let (scale, problems) = set(&format!("scale = '{name}'"));
            assert_eq!(problems, [], "{name}");
            let ranks: Vec<u32> = scale.grades().filter_map(|(_, grade)| grade.rank).collect();
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
        for name in presets() {
            let is_told =
                |place: &str| ['"', '`'].iter().any(|quote| place.contains(&format!("{quote}{name}{quote}")));
            assert!(places.into_iter().all(is_told), "{name}");
        }
    }
}
