//! Plan → what a page shows. Every number is formatted here and every link made, so that a template
//! only puts things in their places. It knows no HTML but that of prose and charts.

mod branch;
mod caption;
mod frame;
mod front;
mod kpi;
mod lists;
mod moves;
mod section;
mod sentence;
mod summary;

pub(crate) use front::Front;
pub(crate) use kpi::{GradeView, KpiView};
pub(crate) use moves::Move;
pub(crate) use section::KpiSection;

use std::collections::{BTreeMap, BTreeSet};

use nendo_model::{Branch, Cell, Edition, FiscalYear, GradeIndex, Identity, Kpi, Plan, Tally};
use serde::Serialize;

use crate::Site;
use crate::phrase::Phrase;
use crate::route::{self, Page, SitePath};
use crate::voice::Voice;
use crate::words;

/// One fiscal year of a plan, with the edition that its values come from.
pub(crate) struct Report<'a> {
    pub(crate) site: &'a Site,
    pub(crate) plan: &'a Plan,
    pub(crate) year: FiscalYear,
    pub(crate) edition: &'a Edition,
    /// Every fiscal year that the edition has a column or row for.
    pub(crate) years: Vec<FiscalYear>,
    /// Every edition of the plan, oldest first.
    known: &'a [Known<'a>],
    /// Every fiscal year of the plan that has a site.
    pub(crate) reported: &'a [Reported<'a>],
    /// The way to each branch, itself last, and to each KPI's branch; by id.
    branches: BTreeMap<&'a str, Vec<&'a Branch>>,
    kpis: BTreeMap<&'a str, Vec<&'a Branch>>,
}

/// An edition with what it has, by id.
pub(crate) struct Known<'a> {
    pub(crate) edition: &'a Edition,
    branches: BTreeSet<&'a str>,
    kpis: BTreeMap<&'a str, &'a Kpi>,
}

/// A fiscal year that has a site, and the edition that its values come from.
#[derive(Clone, Copy)]
pub(crate) struct Reported<'a> {
    pub(crate) year: FiscalYear,
    pub(crate) known: &'a Known<'a>,
}

impl<'a> Known<'a> {
    pub(crate) fn of(plan: &'a Plan) -> Vec<Self> {
        let known = plan.editions.iter().map(|edition| Self {
            edition,
            branches: edition.all_branches().iter().map(|branch| branch.id.as_str()).collect(),
            kpis: edition.kpis().map(|kpi| (kpi.id.as_str(), kpi)).collect(),
        });
        known.collect()
    }

    pub(crate) fn has_branch(&self, id: &str) -> bool {
        self.branches.contains(id)
    }

    /// The KPI of the same id as one of a later edition, unless it is another one: an id that is a
    /// place means the same KPI only where the name is the same.
    fn same_kpi(&self, kpi: &Kpi) -> Option<&'a Kpi> {
        let other = *self.kpis.get(kpi.id.as_str())?;
        let is_same = match (kpi.identity, other.identity) {
            (Identity::Pinned, _) | (Identity::Numbered, Identity::Numbered | Identity::Pinned) => true,
            _ => kpi.label.as_deref().map(words::key) == other.label.as_deref().map(words::key),
        };
        is_same.then_some(other)
    }
}

impl<'a> Reported<'a> {
    pub(crate) fn of(plan: &Plan, known: &'a [Known<'a>]) -> Vec<Self> {
        let reported = plan.reported().into_iter().filter_map(|(year, edition)| {
            let known = known.iter().find(|known| known.edition.year == edition.year)?;
            Some(Self { year, known })
        });
        reported.collect()
    }
}

impl<'a> Report<'a> {
    pub(crate) fn new(
        site: &'a Site,
        plan: &'a Plan,
        Reported { year, known }: Reported<'a>,
        known_editions: &'a [Known<'a>],
        reported: &'a [Reported<'a>],
    ) -> Self {
        let edition = known.edition;
        let (mut branches, mut kpis) = (BTreeMap::new(), BTreeMap::new());
        for path in edition.paths() {
            let Some(branch) = path.last() else { continue };
            kpis.extend(branch.kpis.iter().map(|kpi| (kpi.id.as_str(), path.clone())));
            branches.insert(branch.id.as_str(), path);
        }
        Self {
            site,
            plan,
            year,
            edition,
            years: edition.years(),
            known: known_editions,
            reported,
            branches,
            kpis,
        }
    }

    /// Every page of the year, in the order of the navigation and then of the plan.
    pub(crate) fn pages(&self) -> Vec<Page> {
        let mut pages = vec![Page::Summary, Page::Structure, Page::Behind, Page::Kpis];
        let branches = self.edition.all_branches().into_iter();
        pages.extend(branches.map(|branch| Page::Branch(branch.id.clone())));
        pages.extend(self.site.prose.keys().cloned().map(Page::Prose));
        pages
    }

    /// The way to a KPI, outermost level first.
    pub(crate) fn path(&self, kpi: &Kpi) -> &[&'a Branch] {
        self.kpis.get(kpi.id.as_str()).map_or(&[], Vec::as_slice)
    }

    /// The way to a branch, itself last; empty for an id that the edition does not have.
    pub(crate) fn branch_path(&self, id: &str) -> &[&'a Branch] {
        self.branches.get(id).map_or(&[], Vec::as_slice)
    }

    /// How many levels the plan has in this edition.
    pub(crate) fn depth(&self) -> usize {
        self.branches.values().map(Vec::len).max().unwrap_or_default()
    }

    /// Whether the year before was reported.
    pub(crate) fn has_year_before(&self) -> bool {
        self.before().is_some()
    }

    /// The grade of a KPI in the year before: as this edition gives it, else as that year's own.
    pub(crate) fn grade_before(&self, kpi: &Kpi) -> Option<GradeIndex> {
        let before = self.before()?;
        kpi.evaluation(before.year).or_else(|| before.known.same_kpi(kpi)?.evaluation(before.year))
    }

    /// The target of a year as the latest earlier edition gave it, where this one gives another.
    pub(crate) fn earlier_target(&self, kpi: &Kpi, year: FiscalYear) -> Option<&'a Cell> {
        let now = kpi.entry(year)?.target.as_ref().filter(|cell| cell.is_set())?;
        let before = self.known_target(kpi, year)?;
        let is_same = match (now.level(), before.level()) {
            (Some(now), Some(before)) => {
                (now.value, &now.unit, now.bound) == (before.value, &before.unit, before.bound)
            }
            _ => now.reading == before.reading && now.written == before.written,
        };
        (!is_same).then_some(before)
    }

    fn known_target(&self, kpi: &Kpi, year: FiscalYear) -> Option<&'a Cell> {
        let earlier = self.known.iter().rev().filter(|other| other.edition.year < self.edition.year);
        let targets = earlier.filter_map(|other| other.same_kpi(kpi)?.entry(year)?.target.as_ref());
        targets.into_iter().find(|cell| cell.is_set())
    }

    fn before(&self) -> Option<&'a Reported<'a>> {
        self.reported.iter().find(|other| other.year == self.year.previous())
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
        let number = branch.number.as_ref().map_or("", |number| &number.written);
        self.numbered(number, self.voice.phrase(&branch.label))
    }

    /// A name after its number. Plain digits stand apart from a name, which may begin with some.
    pub(crate) fn numbered(&self, number: &str, label: Phrase) -> Phrase {
        let plain = |last: char| last.is_ascii_alphanumeric() || ('０'..='９').contains(&last);
        let id = match number.chars().last() {
            None => return label,
            Some(last) if plain(last) => "numbered",
            Some(_) => "numbered-tight",
        };
        self.voice.fill(id, [("number", number.into()), ("label", label.into())])
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
                    percent: percent.map(|percent| self.percent(percent)).unwrap_or_default(),
                    none: *count == 0,
                })
            })
            .collect()
    }
}
