//! A KPI in a line of a list: its name, its grade now and before, its figures of the year.

use nendo_model::{Branch, Cell, Completion, Decimal, FiscalYear, Kpi};

use super::View;
use super::part::KpiView;
use crate::kept::Part;
use crate::narrator::Narrator;
use crate::route::Page;
use crate::spoken::Spoken;

impl View<'_> {
    /// A KPI in a line of a list.
    pub(super) fn kpi(&self, kpi: &Kpi) -> Part<KpiView> {
        if self.page != Page::Report {
            return self.told.lines.get(&kpi.id, || self.line(kpi).into());
        }
        self.told.own_lines.get(&kpi.id, || {
            let line = self
                .told
                .lines
                .get(&kpi.id, || View::new(self.site, self.told, Page::Summary).line(kpi).into());
            let initiative = self.narrator.report.path(kpi).last().map(|branch| self.branch_link(branch));
            KpiView { link: self.kpi_link(kpi), initiative, ..(*line).clone() }.into()
        })
    }

    fn line(&self, kpi: &Kpi) -> KpiView {
        let (narrator, Narrator { report, voice }) = (self.narrator, self.narrator);
        let year = report.year;
        let entry = kpi.entry(year);
        let attained = kpi.comparison(year).and_then(|compared| compared.attainment());
        KpiView {
            id: kpi.id.clone(),
            link: self.kpi_link(kpi),
            nameless: kpi.label.is_none()
                && report.path(kpi).last().is_some_and(|branch| branch.kpis.len() == 1),
            initiative: report.path(kpi).last().map(|branch| self.branch_link(branch)),
            grade: kpi.evaluation(year).and_then(|grade| narrator.grade(grade)),
            before: report.grade_before(kpi).and_then(|grade| narrator.grade(grade)),
            target: self.value(kpi, year, entry.and_then(|entry| entry.target.as_ref())),
            actual: self.value(kpi, year, entry.and_then(|entry| entry.actual.as_ref())),
            attainment: attained.map(|percent| voice.percent(percent)).unwrap_or_default(),
            attainment_bar: attained.map(bar_length).unwrap_or_default(),
            reason: entry
                .and_then(|entry| entry.reason.as_ref())
                .filter(|cell| !cell.is_blank())
                .map(|cell| voice.cell(cell))
                .unwrap_or_default(),
            completed: kpi.completion(year).map(|completion| self.completion(completion)).unwrap_or_default(),
            sentence: narrator.sentence(kpi, year),
        }
    }

    /// The KPIs under a branch, at any depth.
    pub(super) fn kpis_under(&self, branch: &Branch) -> Vec<Part<KpiView>> {
        branch.all_kpis().into_iter().map(|kpi| self.kpi(kpi)).collect()
    }

    /// A target or actual; a blank of a completed KPI says that it is completed.
    pub(super) fn value(&self, kpi: &Kpi, year: FiscalYear, cell: Option<&Cell>) -> Spoken {
        let voice = self.narrator.voice;
        let blank = cell.is_none_or(Cell::is_blank);
        match cell {
            _ if blank && kpi.completion(year).is_some() => Spoken::word(voice.fill("completed", [])),
            Some(cell) => voice.cell(cell),
            None => Spoken::word(voice.fill("not-set", [])),
        }
    }

    fn completion(&self, completion: Completion) -> String {
        let voice = self.narrator.voice;
        match completion.at_end_of {
            Some(year) => voice.line("completed-in", [("year", &voice.year(year))]),
            None => voice.word("closed"),
        }
    }
}

fn bar_length(percent: Decimal) -> String {
    let (none, all) = (Decimal::from(0), Decimal::from(100));
    percent.clamp(none, all).to_string()
}
