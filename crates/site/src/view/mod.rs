//! Report → what a page shows of it. Every number is formatted and every link made before a template sees it, so that it only
//! puts things in their places. It knows no HTML but that of texts, prose
//! and charts.

mod branch;
mod chart;
mod data;
mod description;
mod draft;
pub(crate) mod frame;
pub(crate) mod front;
mod kpi;
mod kpis;
mod linked_data;
mod lists;
mod part;
mod report;
mod responsible;
mod search;
mod section;
mod sharing;
mod statement;
mod summary;
mod timeline;
pub(crate) mod told;

use nendo_model::{Branch, GradeTally, Kpi, Tally};
use serde::Serialize;

use self::part::Link;
use self::told::Told;
use crate::narrator::{Narrator, SpokenGrade};
use crate::route::{self, Page, SitePath};
use crate::site::Site;

/// A page about to be written: a report in a language, seen from a path.
pub(crate) struct View<'a> {
    pub(crate) site: &'a Site,
    pub(crate) narrator: Narrator<'a>,
    told: &'a Told<'a>,
    pub(crate) page: Page,
    pub(crate) here: SitePath,
}

/// A grade with how many KPIs have it.
#[derive(Debug, Hash, Serialize)]
struct GradeCount {
    grade: SpokenGrade,
    kpis: String,
    percent: String,
    none: bool,
}

impl<'a> View<'a> {
    pub(crate) fn new(site: &'a Site, told: &'a Told<'a>, page: Page) -> Self {
        let Narrator { report, voice } = told.narrator;
        let here = route::page(&report.plan.slug, report.year, voice.tag(), &page);
        Self { site, narrator: told.narrator, told, page, here }
    }

    /// The link from here to another page of this year in this language.
    fn link(&self, page: &Page) -> String {
        self.here.link_to(&self.path(page))
    }

    fn path(&self, page: &Page) -> SitePath {
        let Narrator { report, voice } = self.narrator;
        route::page(&report.plan.slug, report.year, voice.tag(), page)
    }

    /// A branch by its name, with the link to its page; within the report, to its chapter.
    fn branch_link(&self, branch: &Branch) -> Link {
        let href = if self.page == Page::Report {
            format!("#{}", Self::chapter_id(branch))
        } else {
            self.link(&Page::Branch(branch.id.clone()))
        };
        Link::new(self.narrator.branch_name(branch), href)
    }

    /// A KPI by its name, with the link to its section.
    fn kpi_link(&self, kpi: &Kpi) -> Link {
        let path = self.narrator.report.path(kpi);
        let branch = path.last().filter(|_| self.page != Page::Report);
        let page = branch.map(|branch| self.link(&Page::Branch(branch.id.clone()))).unwrap_or_default();
        Link::new(self.narrator.kpi_name(kpi), format!("{page}#{}", kpi.id))
    }

    /// A tally in the words of the page, in the order of the scale.
    fn counts(&self, tally: &Tally) -> Vec<GradeCount> {
        let narrator = self.narrator;
        let count = |tally: &GradeTally| {
            Some(GradeCount {
                grade: narrator.grade(tally.grade)?,
                kpis: narrator.voice.count(tally.count),
                percent: tally.percent.map(|percent| narrator.voice.percent(percent)).unwrap_or_default(),
                none: tally.count == 0,
            })
        };
        tally.grades.iter().filter_map(count).collect()
    }
}
