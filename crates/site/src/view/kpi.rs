//! A KPI in a line of a list: its name, its grade now and before, its figures of the year.

use nendo_model::{Cell, Completion, Decimal, FiscalYear, GradeIndex, Kpi, Reading, attainment, completed};
use serde::Serialize;

use super::View;
use crate::phrase::Phrase;
use crate::route::Page;
use crate::spoken::Spoken;

/// A grade with its meaning.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GradeView {
    pub(crate) code: Phrase,
    pub(crate) meaning: Phrase,
    /// `ahead`, `on`, `behind` or `none`.
    pub(crate) tone: &'static str,
}

/// A KPI in a line of a list.
#[derive(Debug, Serialize)]
pub(crate) struct KpiView {
    pub(crate) id: String,
    pub(crate) href: String,
    pub(crate) name: Phrase,
    pub(crate) initiative: Phrase,
    pub(crate) initiative_href: String,
    pub(crate) grade: Option<GradeView>,
    pub(crate) before: Option<GradeView>,
    pub(crate) target: Spoken,
    pub(crate) actual: Spoken,
    pub(crate) attainment: String,
    /// The attainment between 0 and 100 as a number, for the length of a bar.
    pub(crate) attainment_bar: String,
    pub(crate) reason: Spoken,
    pub(crate) completed: String,
    pub(crate) sentence: Phrase,
}

impl View<'_> {
    /// A grade of the plan's scale.
    pub(crate) fn grade(&self, index: GradeIndex) -> Option<GradeView> {
        let grade = self.report.plan.scale.grade(index)?;
        Some(GradeView {
            code: self.voice.phrase(&grade.code),
            meaning: grade.meaning.as_ref().map(|meaning| self.voice.wording(meaning)).unwrap_or_default(),
            tone: grade.tone.name(),
        })
    }

    /// The number of a KPI, or of its initiative where it has none.
    pub(crate) fn kpi_number<'k>(&'k self, kpi: &'k Kpi) -> &'k str {
        let own = kpi.number.as_ref();
        let parent = || self.report.path(kpi).last().and_then(|branch| branch.number.as_ref());
        own.or_else(parent).map_or("", |number| number.written.as_str())
    }

    /// The name of a KPI without its number; that of its initiative where it has none.
    pub(crate) fn kpi_label(&self, kpi: &Kpi) -> Phrase {
        let parent = || self.report.path(kpi).last().map_or("", |branch| branch.label.as_str());
        self.voice.phrase(kpi.label.as_deref().unwrap_or_else(parent))
    }

    /// The number and name of a KPI.
    pub(crate) fn kpi_name(&self, kpi: &Kpi) -> Phrase {
        self.numbered(self.kpi_number(kpi), self.kpi_label(kpi))
    }

    /// A KPI in a line of a list.
    pub(crate) fn kpi(&self, kpi: &Kpi) -> KpiView {
        let year = self.report.year;
        let entry = kpi.entry(year);
        let attained = attainment(kpi, year);
        let path = self.report.path(kpi);
        let before = self.report.grade_before(kpi);
        KpiView {
            id: kpi.id.clone(),
            href: self.kpi_link(kpi),
            name: self.kpi_name(kpi),
            initiative: path.last().map(|branch| self.branch_name(branch)).unwrap_or_default(),
            initiative_href: path
                .last()
                .map(|branch| self.link(&Page::Branch(branch.id.clone())))
                .unwrap_or_default(),
            grade: kpi.evaluation(year).and_then(|grade| self.grade(grade)),
            before: before.and_then(|grade| self.grade(grade)),
            target: self.figure(kpi, year, entry.and_then(|entry| entry.target.as_ref())),
            actual: self.figure(kpi, year, entry.and_then(|entry| entry.actual.as_ref())),
            attainment: attained.map(|percent| self.percent(percent)).unwrap_or_default(),
            attainment_bar: attained.map(bar_length).unwrap_or_default(),
            reason: entry
                .and_then(|entry| entry.reason.as_ref())
                .map(|cell| self.voice.cell(cell))
                .unwrap_or_default(),
            completed: completed(kpi, year).map(|completion| self.completion(completion)).unwrap_or_default(),
            sentence: self.sentence(kpi, year),
        }
    }

    /// A target or actual; a blank of a completed KPI says that it is completed.
    pub(crate) fn figure(&self, kpi: &Kpi, year: FiscalYear, cell: Option<&Cell>) -> Spoken {
        let blank = cell.is_none_or(|cell| *cell.reading == Reading::NotSet { reason: None });
        match cell {
            _ if blank && completed(kpi, year).is_some() => Spoken::word(self.voice.fill("completed", [])),
            Some(cell) => self.voice.cell(cell),
            None => self.not_set(),
        }
    }

    /// The sign of a value that is not set.
    pub(crate) fn not_set(&self) -> Spoken {
        Spoken::word(self.voice.fill("not-set", []))
    }

    /// A percentage as the language writes it.
    pub(crate) fn percent(&self, percent: Decimal) -> String {
        self.voice.fill("percent", [("value", self.voice.number(percent).into())]).text()
    }

    fn completion(&self, completion: Completion) -> String {
        match completion.at_end_of {
            Some(year) => self.voice.fill("completed-in", [("year", self.voice.year(year).into())]).text(),
            None => self.voice.word("closed").unwrap_or_default(),
        }
    }
}

fn bar_length(percent: Decimal) -> String {
    let (none, all) = (Decimal::from(0), Decimal::from(100));
    percent.clamp(none, all).to_string()
}
