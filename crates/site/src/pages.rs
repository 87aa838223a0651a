//! Which pages a plan has, before any of them is made. It knows no template and no word.

use nendo_model::Date;

use crate::report::{History, Report};
use crate::route::{self, Page, SitePath};
use crate::site::Site;

/// A page as search engines are told of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Listed {
    /// Where it stands in each language, in their order; one path where it holds all of them.
    pub(crate) paths: Vec<SitePath>,
    /// When what it shows was published.
    pub(crate) published: Option<Date>,
}

impl Site {
    /// Every page of a year, in the order of the navigation and then of the plan.
    pub(crate) fn pages(&self, report: &Report<'_>) -> Vec<Page> {
        let mut pages =
            vec![Page::Summary, Page::Behind, Page::Kpis, Page::Structure, Page::Report, Page::Data];
        let branches = report.edition.all_branches().into_iter();
        pages.extend(branches.map(|branch| Page::Branch(branch.id.clone())));
        let sections = report.sections();
        pages.extend(sections.first().map(|_| Page::Sections));
        pages.extend(sections.iter().map(|(name, _)| Page::Section((*name).to_owned())));
        let prose = self.prose.keys().filter(|name| *name != Page::ACCESSIBILITY);
        pages.extend(prose.cloned().map(Page::Prose));
        pages.push(Page::Accessibility);
        pages
    }

    /// Every page of a plan: its door, and each year with its door, the newest first, then its KPIs across all years.
    pub(crate) fn listed(&self, history: &History<'_>) -> Vec<Listed> {
        let reports = history.reports();
        let door = |path, published| Listed { paths: vec![path], published };
        let mut listed: Vec<Listed> =
            reports.last().map(|report| door(route::plan(&report.plan.slug), None)).into_iter().collect();
        for report in reports.iter().rev() {
            listed.push(door(route::year(&report.plan.slug, report.year), report.edition.published));
            listed.extend(self.pages(report).iter().map(|page| self.in_every_language(report, page)));
        }
        let timelines = history.timelines();
        listed.extend(
            timelines.iter().map(|timeline| {
                self.in_every_language(&timeline.report, &Page::Kpi(timeline.kpi.id.clone()))
            }),
        );
        listed
    }

    fn in_every_language(&self, report: &Report<'_>, page: &Page) -> Listed {
        let path = |tag: &str| route::page(&report.plan.slug, report.year, tag, page);
        let paths = self.voices().map(|voice| path(voice.tag())).collect();
        Listed { paths, published: report.edition.published }
    }
}
