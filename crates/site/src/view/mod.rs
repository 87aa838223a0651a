//! Report → what a page shows of it. Every number is formatted and every link made before a template sees it, so that it only
//! puts things in their places. It knows no HTML but that of prose and charts.

mod branch;
mod chart;
mod frame;
pub(crate) mod front;
mod kpi;
mod lists;
mod section;
mod summary;

use nendo_model::{Branch, GradeTally, Kpi, Tally};
use serde::Serialize;

use crate::narrator::{Narrator, SpokenGrade};
use crate::phrase::Phrase;
use crate::route::{self, Page, SitePath};
use crate::site::Site;

/// A page about to be written: a report in a language, seen from a path.
pub(crate) struct View<'a> {
    pub(crate) site: &'a Site,
    pub(crate) narrator: Narrator<'a>,
    pub(crate) page: Page,
    pub(crate) here: SitePath,
}

/// A link with its text.
#[derive(Clone, Debug, Serialize)]
struct Link {
    label: Phrase,
    href: String,
    /// The language that it leads to, in a switch of languages.
    lang: String,
    current: bool,
}

/// A grade with how many KPIs have it.
#[derive(Debug, Serialize)]
struct GradeCount {
    grade: SpokenGrade,
    kpis: String,
    percent: String,
    none: bool,
}

impl Link {
    fn new(label: Phrase, href: String) -> Self {
        Self { label, href, lang: String::new(), current: false }
    }
}

impl<'a> View<'a> {
    pub(crate) fn new(site: &'a Site, narrator: Narrator<'a>, page: Page) -> Self {
        let Narrator { report, voice } = narrator;
        let here = route::page(&report.plan.slug, report.year, voice.tag(), &page);
        Self { site, narrator, page, here }
    }

    /// The link from here to another page of this year in this language.
    fn link(&self, page: &Page) -> String {
        let Narrator { report, voice } = self.narrator;
        self.here.link_to(&route::page(&report.plan.slug, report.year, voice.tag(), page))
    }

    /// A branch by its name, with the link to its page.
    fn branch_link(&self, branch: &Branch) -> Link {
        Link::new(self.narrator.branch_name(branch), self.link(&Page::Branch(branch.id.clone())))
    }

    /// A KPI by its name, with the link to its section.
    fn kpi_link(&self, kpi: &Kpi) -> Link {
        let path = self.narrator.report.path(kpi);
        let branch = path.last().map(|branch| branch.id.clone()).unwrap_or_default();
        let href = format!("{}#{}", self.link(&Page::Branch(branch)), kpi.id);
        Link::new(self.narrator.kpi_name(kpi), href)
    }

    /// A tally in the words of the page, in the order of the scale.
    fn counts(&self, tally: &Tally) -> Vec<GradeCount> {
        let narrator = self.narrator;
        let count = |tally: &GradeTally| {
            Some(GradeCount {
                grade: narrator.grade(tally.grade)?,
                kpis: tally.count.to_string(),
                percent: tally.percent.map(|percent| narrator.voice.percent(percent)).unwrap_or_default(),
                none: tally.count == 0,
            })
        };
        tally.grades.iter().filter_map(count).collect()
    }
}
