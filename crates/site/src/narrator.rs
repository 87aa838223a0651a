//! A report told in one language: its names and grades, and what happened in sentences. Pages, charts and open data
//! say the same words because they have them from here. It knows no page and no link.

mod outlook;
mod sentence;

use nendo_model::{Branch, GradeIndex, Kpi};
use serde::Serialize;

use crate::phrase::Phrase;
use crate::report::Report;
use crate::voice::Voice;

/// A report, and the voice that tells it.
#[derive(Clone, Copy)]
pub(crate) struct Narrator<'a> {
    pub(crate) report: &'a Report<'a>,
    pub(crate) voice: Voice<'a>,
}

/// A grade with its meaning.
#[derive(Clone, Debug, Hash, Serialize)]
pub(crate) struct SpokenGrade {
    /// A picture has the meaning in its place where the code is not in the page's language, else its place in the scale.
    pub(crate) code: Phrase,
    pub(crate) meaning: Phrase,
    /// `ahead`, `on`, `behind` or `none`.
    pub(crate) tone: &'static str,
}

impl Narrator<'_> {
    /// The name of a level of the plan: 柱, Pillar; empty where the plan names none.
    pub(crate) fn level_name(&self, depth: usize) -> Phrase {
        self.report.plan.levels.get(depth).map(|level| self.voice.wording(level)).unwrap_or_default()
    }

    /// A level's number and name: ①行政手続きのオンライン化の推進.
    pub(crate) fn branch_name(&self, branch: &Branch) -> Phrase {
        let number = branch.number.as_ref().map_or("", |number| &number.written);
        self.numbered(number, self.voice.phrase(&branch.label))
    }

    /// The number and name of a KPI. A picture has its number and id, where the name is not in the page's language.
    pub(crate) fn kpi_name(&self, kpi: &Kpi) -> Phrase {
        let number = self.kpi_number(kpi);
        self.numbered(number, self.kpi_label(kpi)).with_stand_in(format!("{number} {}", kpi.id).trim())
    }

    /// The number of a KPI, or that of its initiative; empty where neither has one.
    pub(crate) fn kpi_number<'k>(&'k self, kpi: &'k Kpi) -> &'k str {
        let parent = || self.report.path(kpi).last().and_then(|branch| branch.number.as_ref());
        kpi.number.as_ref().or_else(parent).map_or("", |number| &number.written)
    }

    /// The name of a KPI without its number; that of its initiative where it has none.
    pub(crate) fn kpi_label(&self, kpi: &Kpi) -> Phrase {
        let parent = || self.report.path(kpi).last().map_or("", |branch| branch.label.as_str());
        self.voice.phrase(kpi.label.as_deref().unwrap_or_else(parent))
    }

    /// A name after its number. Plain digits stand apart from a name, which may begin with some.
    fn numbered(&self, number: &str, label: Phrase) -> Phrase {
        let plain = |last: char| last.is_ascii_alphanumeric() || ('０'..='９').contains(&last);
        let id = match number.chars().last() {
            None => return label,
            Some(last) if plain(last) => "numbered",
            Some(_) => "numbered-tight",
        };
        self.voice.fill(id, [("number", number.into()), ("label", label.into())])
    }

    /// A grade of the plan's scale.
    pub(crate) fn grade(&self, index: GradeIndex) -> Option<SpokenGrade> {
        let scale = &self.report.plan.scale;
        let grade = scale.grade(index)?;
        let meaning = grade.meaning.as_ref().map(|meaning| self.voice.wording(meaning)).unwrap_or_default();
        let stand_in = Some(meaning.native_or("")).filter(|meaning| !meaning.is_empty());
        let place = || scale.grades().take_while(|(other, _)| *other != index).count() + 1;
        let stand_in = stand_in.unwrap_or_else(|| format!("#{}", place()));
        let code = self.voice.phrase(&grade.code).with_stand_in(stand_in);
        // Where the code is a word, the meaning may be the same one, and is not said twice.
        let meaning = if meaning.text() == code.text() { Phrase::default() } else { meaning };
        Some(SpokenGrade { code, meaning, tone: grade.tone.name() })
    }
}
