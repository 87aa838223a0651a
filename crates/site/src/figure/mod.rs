//! A report's figures → charts, and what they show in sentences, in one language: plain numbers and words. A file for each
//! kind; here is what they share.

pub(crate) mod attainment;
mod axis;
pub(crate) mod moves;
mod parts;
mod period;
pub(crate) mod progress;
pub(crate) mod share;
pub(crate) mod spark;
#[cfg(test)]
mod tests;

use nendo_chart::{Grade, Kind, Spec};
use nendo_model::{GradeIndex, Tone};

use crate::narrator::Narrator;
use crate::phrase::Phrase;

/// A chart, and what it shows in sentences made from its numbers.
#[derive(Debug)]
pub(crate) struct Figure {
    pub(crate) spec: Spec,
    pub(crate) caption: Phrase,
}

impl Figure {
    fn new(id: String, title: &Phrase, caption: Phrase, kind: Kind) -> Self {
        let spec = Spec { id, title: title.native_text(), description: caption.native_text(), kind };
        Self { spec, caption }
    }
}

/// A grade of the plan's scale; without one, what stands for a grade where a KPI has none.
fn grade(narrator: Narrator<'_>, index: Option<GradeIndex>) -> Option<Grade> {
    let voice = narrator.voice;
    let Some(index) = index else {
        return Some(Grade {
            code: voice.word("not-set"),
            title: voice.word("unevaluated"),
            tone: nendo_chart::Tone::None,
        });
    };
    let tone = match narrator.report.plan.scale.grade(index)?.tone {
        Tone::Ahead => nendo_chart::Tone::Ahead,
        Tone::On => nendo_chart::Tone::On,
        Tone::Behind => nendo_chart::Tone::Behind,
        Tone::None => nendo_chart::Tone::None,
    };
    let grade = narrator.grade(index)?;
    Some(Grade { code: grade.code.native_text(), title: grade.meaning.native_or(""), tone })
}
