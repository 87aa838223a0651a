//! Plan → what a page shows. Every number is formatted here and every link made, so that a template
//! only puts things in their places. It knows no HTML but that of prose and charts.

mod branch;
mod frame;
mod front;
mod kpi;
mod lists;
mod summary;

pub(crate) use front::Front;
pub(crate) use kpi::{GradeView, KpiSection, KpiView};

use std::collections::BTreeMap;

use nendo_model::{Branch, Edition, FiscalYear, Kpi, Plan, Tally};
use serde::Serialize;

use crate::Site;
use crate::phrase::Phrase;
use crate::route::{self, Page, SitePath};
use crate::voice::Voice;

/// One fiscal year of a plan, with the edition that its values come from.
pub(crate) struct Report<'a> {
    pub(crate) site: &'a Site,
    pub(crate) plan: &'a Plan,
    pub(crate) year: FiscalYear,
    pub(crate) edition: &'a Edition,
    /// Every fiscal year of the plan that has a site, with its edition.
    pub(crate) reported: &'a [(FiscalYear, &'a Edition)],
    /// The way to each KPI's branches, outermost first, by the KPI's id.
    paths: BTreeMap<&'a str, Vec<&'a Branch>>,
}

impl<'a> Report<'a> {
    pub(crate) fn new(
        site: &'a Site,
        plan: &'a Plan,
        (year, edition): (FiscalYear, &'a Edition),
        reported: &'a [(FiscalYear, &'a Edition)],
    ) -> Self {
        let mut paths = BTreeMap::new();
        for path in edition.paths() {
            for kpi in path.last().iter().flat_map(|branch| &branch.kpis) {
                paths.insert(kpi.id.as_str(), path.clone());
            }
        }
        Self { site, plan, year, edition, reported, paths }
    }

    /// Every page of the year, in the order of the navigation and then of the plan.
    pub(crate) fn pages(&self) -> Vec<Page> {
        let mut pages = vec![Page::Summary, Page::Structure, Page::Behind, Page::Kpis];
        pages.extend(self.edition.all_branches().iter().map(|branch| Page::Branch(branch.id.clone())));
        pages.extend(self.site.prose.keys().cloned().map(Page::Prose));
        pages
    }

    /// The way to a KPI, outermost level first.
    pub(crate) fn path(&self, kpi: &Kpi) -> &[&'a Branch] {
        self.paths.get(kpi.id.as_str()).map_or(&[], Vec::as_slice)
    }

    /// The edition of the year before, if that year was reported.
    pub(crate) fn has_year_before(&self) -> bool {
        self.reported.iter().any(|(year, _)| *year == self.year.previous())
    }
}

/// A page about to be written: a report, in a language, seen from a path.
pub(crate) struct View<'a> {
    pub(crate) report: &'a Report<'a>,
    pub(crate) voice: Voice<'a>,
    pub(crate) page: Page,
    pub(crate) here: SitePath,
}

/// A link with its text.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Link {
    pub(crate) label: Phrase,
    pub(crate) href: String,
    pub(crate) lang: String,
    pub(crate) current: bool,
}

/// A grade with how many KPIs have it.
#[derive(Debug, Serialize)]
pub(crate) struct GradeCount {
    pub(crate) grade: GradeView,
    pub(crate) kpis: String,
    pub(crate) percent: String,
    pub(crate) none: bool,
}

impl<'a> View<'a> {
    pub(crate) fn new(report: &'a Report<'a>, voice: Voice<'a>, page: Page) -> Self {
        let here = route::page(&report.plan.slug, report.year, voice.tag(), &page);
        Self { report, voice, page, here }
    }

    /// The link from here to another page of this year in this language.
    pub(crate) fn link(&self, page: &Page) -> String {
        let Report { plan, year, .. } = self.report;
        self.here.link_to(&route::page(&plan.slug, *year, self.voice.tag(), page))
    }

    /// The link from here to a KPI's section.
    pub(crate) fn kpi_link(&self, kpi: &Kpi) -> String {
        let branch = self.report.path(kpi).last().map(|branch| branch.id.clone()).unwrap_or_default();
        format!("{}#{}", self.link(&Page::Branch(branch)), kpi.id)
    }

    /// A level's number and name: ①行政手続きのオンライン化の推進.
    pub(crate) fn branch_name(&self, branch: &Branch) -> Phrase {
        let label = self.voice.phrase(&branch.label);
        match &branch.number {
            Some(number) => self.voice.fill(
                "numbered-branch",
                [("number", number.written.as_str().into()), ("label", label.into())],
            ),
            None => label,
        }
    }

    /// The name of a level of the plan: 柱, Pillar; empty where the plan names none.
    pub(crate) fn level_name(&self, depth: usize) -> Phrase {
        self.report.plan.levels.get(depth).map(|level| self.voice.wording(level)).unwrap_or_default()
    }

    /// How many of these KPIs have each grade in the year of the report.
    pub(crate) fn tally<'k>(&self, kpis: impl IntoIterator<Item = &'k Kpi>) -> Tally {
        Tally::of(kpis, self.report.year, &self.report.plan.scale)
    }

    /// A tally in the words of the page, in the order of the scale.
    pub(crate) fn counts(&self, tally: &Tally) -> Vec<GradeCount> {
        let percentages = tally.percentages(&self.report.plan.scale);
        let grades = tally.grades.iter().zip(percentages);
        grades
            .filter_map(|((index, count), percent)| {
                Some(GradeCount {
                    grade: self.grade(*index)?,
                    kpis: count.to_string(),
                    percent: percent.map(|percent| self.voice.number(percent)).unwrap_or_default(),
                    none: *count == 0,
                })
            })
            .collect()
    }
}
