//! Pages that list: the plan's structure, what is behind, every KPI, and prose.

use nendo_model::{Branch, Kpi, Standing, Tone, attainment, comparison};
use serde::Serialize;

use super::{KpiView, Report, View};
use crate::drawing::{Drawing, Figure};
use crate::figure;
use crate::phrase::{Asked, Phrase};
use crate::route::Page;

/// The plan as a tree.
#[derive(Debug, Serialize)]
pub(crate) struct StructureView {
    nodes: Vec<Node>,
}

/// A branch of the tree, with what is under it.
#[derive(Debug, Serialize)]
struct Node {
    name: Phrase,
    href: String,
    nodes: Vec<Node>,
    kpis: Vec<KpiView>,
}

/// What is behind.
#[derive(Debug, Serialize)]
pub(crate) struct BehindView {
    sentence: String,
    kpis: Vec<KpiView>,
    closest: Option<KpiView>,
}

/// Every KPI.
#[derive(Debug, Serialize)]
pub(crate) struct KpisView {
    /// Absent where no KPI has an attainment.
    overview: Option<Figure>,
    pillars: Vec<PillarKpis>,
    has_before: bool,
    year_before: String,
}

#[derive(Debug, Serialize)]
struct PillarKpis {
    name: Phrase,
    kpis: Vec<KpiRow>,
}

#[derive(Debug, Serialize)]
struct KpiRow {
    #[serde(flatten)]
    kpi: KpiView,
    /// The chart of its years as SVG; empty where it is qualitative, or has no actual yet.
    spark: String,
}

/// A page of prose.
#[derive(Debug, Serialize)]
pub(crate) struct ProseView {
    /// The text as HTML, made from Markdown without raw HTML.
    html: String,
    /// Its language, where that is not the page's.
    lang: String,
}

impl View<'_> {
    /// The plan as a tree.
    pub(crate) fn structure(&self) -> StructureView {
        let branches = &self.report.edition.branches;
        StructureView { nodes: branches.iter().map(|branch| self.node(branch)).collect() }
    }

    fn node(&self, branch: &Branch) -> Node {
        Node {
            name: self.branch_name(branch),
            href: self.link(&Page::Branch(branch.id.clone())),
            nodes: branch.branches.iter().map(|inner| self.node(inner)).collect(),
            kpis: branch.kpis.iter().map(|kpi| self.kpi(kpi)).collect(),
        }
    }

    /// What the city graded as behind, the worst attainment first. Where no grade says so, the
    /// numeric KPIs that missed their target.
    pub(crate) fn behind(&self) -> BehindView {
        let Report { plan, edition, year, .. } = self.report;
        let graded = plan.scale.has_tone();
        let is_behind = |kpi: &Kpi| {
            if graded {
                let grade = kpi.evaluation(*year).and_then(|grade| plan.scale.grade(grade));
                grade.is_some_and(|grade| grade.tone == Tone::Behind)
            } else {
                comparison(kpi, *year).is_some_and(|compared| compared.standing == Standing::Missed)
            }
        };
        let mut behind: Vec<&Kpi> = edition.kpis().filter(|kpi| is_behind(kpi)).collect();
        behind.sort_by_key(|kpi| attainment(kpi, *year).map_or((1, None), |percent| (0, Some(percent))));
        let closest = edition.kpis().filter(|_| behind.is_empty());
        let closest = closest
            .filter_map(|kpi| Some((attainment(kpi, *year)?, kpi)))
            .min_by_key(|(percent, _)| *percent);
        let id = match (graded, behind.len()) {
            (true, 0) => "behind-none",
            (true, _) => "behind-some",
            (false, 0) => "missed-none",
            (false, _) => "missed-some",
        };
        BehindView {
            sentence: self.voice.fill(id, [("count", behind.len().into())]).text(),
            closest: closest.map(|(_, kpi)| self.kpi(kpi)),
            kpis: behind.into_iter().map(|kpi| self.kpi(kpi)).collect(),
        }
    }

    /// Every KPI in the order of the plan.
    pub(crate) fn kpis(&self) -> KpisView {
        let row = |kpi| KpiRow {
            kpi: self.kpi(kpi),
            spark: figure::spark(self, kpi).as_ref().map(nendo_chart::svg).unwrap_or_default(),
        };
        let pillars = self.report.edition.branches.iter().map(|branch| PillarKpis {
            name: self.branch_name(branch),
            kpis: branch.all_kpis().into_iter().map(row).collect(),
        });
        KpisView {
            overview: Drawing::Attainment.figure(self),
            pillars: pillars.collect(),
            has_before: self.report.has_year_before(),
            year_before: self.voice.year(self.report.year.previous()),
        }
    }

    /// A page of prose by its name.
    pub(crate) fn prose(&self, name: &str) -> ProseView {
        let page = self.report.site.prose.get(name).and_then(|versions| versions.get(self.voice.tag()));
        let foreign = page.filter(|page| page.language != self.voice.tag());
        ProseView {
            html: page.map(|page| page.html.clone()).unwrap_or_default(),
            lang: foreign.map(|page| page.language.clone()).unwrap_or_default(),
        }
    }

    /// The title of a page of prose.
    pub(crate) fn prose_title(&self, name: &str) -> Phrase {
        match self.report.site.prose.get(name).and_then(|versions| versions.get(self.voice.tag())) {
            Some(page) if page.language == self.voice.tag() => Phrase::plain(&page.title),
            Some(page) => Phrase::foreign(Asked::Text(page.title.clone()), &page.language),
            None => Phrase::plain(name),
        }
    }
}
