//! A plan's figures → chart specifications: plain numbers and words, in the language of the page. A file for each kind;
//! here is what they share.

mod attainment;
mod axis;
mod moves;
mod parts;
mod progress;
mod share;
mod spark;
#[cfg(test)]
mod tests;

pub(crate) use attainment::{attainment, pieces};
pub(crate) use moves::moves;
pub(crate) use progress::progress;
pub(crate) use share::share;
pub(crate) use spark::spark;

use nendo_chart::Grade;
use nendo_model::{Chart, GradeIndex, Kpi, Tone, measured_unit};

use crate::phrase::Phrase;
use crate::view::View;

/// Whether a KPI is drawn: it is numeric, and the city does not say otherwise.
pub(crate) fn is_drawn(kpi: &Kpi) -> bool {
    kpi.chart == Chart::Automatic && measured_unit(kpi).is_some()
}

/// A picture has no place to mark a language: a text that is not in the page's gives way.
fn native(phrase: &Phrase, otherwise: &str) -> String {
    if phrase.is_native() { phrase.text() } else { otherwise.to_owned() }
}

/// A grade of the plan's scale.
fn grade(view: &View<'_>, index: GradeIndex) -> Option<Grade> {
    let grade = view.report.plan.scale.grade(index)?;
    let meaning = grade.meaning.as_ref().map(|meaning| view.voice.wording(meaning)).unwrap_or_default();
    let meaning = native(&meaning, "");
    let tone = match grade.tone {
        Tone::Ahead => nendo_chart::Tone::Ahead,
        Tone::On => nendo_chart::Tone::On,
        Tone::Behind => nendo_chart::Tone::Behind,
        Tone::None => nendo_chart::Tone::None,
    };
    let code = native(&view.voice.phrase(&grade.code), &meaning);
    // A grade that the page's language cannot name is named by its place in the scale.
    let place = || view.report.plan.scale.grades().take_while(|(other, _)| *other != index).count() + 1;
    Some(Grade { code: if code.is_empty() { format!("#{}", place()) } else { code }, title: meaning, tone })
}

/// What stands for a grade where a KPI has none.
fn no_grade(view: &View<'_>) -> Grade {
    let word = |id: &str| view.voice.word(id).unwrap_or_default();
    Grade { code: word("not-set"), title: word("unevaluated"), tone: nendo_chart::Tone::None }
}

/// The number and name of a KPI; its number and id, where the name is not in the page's language.
fn kpi_name(view: &View<'_>, kpi: &Kpi) -> String {
    native(&view.kpi_name(kpi), format!("{} {}", view.kpi_number(kpi), kpi.id).trim())
}
