//! Pages that list: the plan's structure, what is behind, and prose.

use nendo_model::{Branch, Kpi, Standing, Tone};
use serde::Serialize;

use super::part::{ChartView, KpiView};
use super::{Link, View};
use crate::drawing::Drawing;
use crate::kept::Part;
use crate::phrase::{Asked, Phrase};
use crate::prose::Prose;

/// The plan as a tree.
#[derive(Debug, Hash, Serialize)]
pub(crate) struct StructureView {
    nodes: Vec<Node>,
}

/// A branch of the tree, with what is under it.
#[derive(Debug, Hash, Serialize)]
struct Node {
    branch: Link,
    nodes: Vec<Node>,
    kpis: Vec<Part<KpiView>>,
}

/// What is behind.
#[derive(Debug, Hash, Serialize)]
pub(crate) struct BehindView {
    sentence: Phrase,
    kpis: Vec<Part<KpiView>>,
    closest: Option<Part<KpiView>>,
    /// Absent where no KPI has an attainment.
    overview: Option<Part<ChartView>>,
}

/// A page of prose.
#[derive(Debug, Hash, Serialize)]
pub(crate) struct ProseView {
    /// The text as HTML, made from Markdown without raw HTML.
    html: String,
    /// Its language, where that is not the page's.
    lang: String,
}

impl View<'_> {
    /// The plan as a tree.
    pub(crate) fn structure(&self) -> StructureView {
        let branches = &self.narrator.report.edition.branches;
        StructureView { nodes: branches.iter().map(|branch| self.node(branch)).collect() }
    }

    fn node(&self, branch: &Branch) -> Node {
        Node {
            branch: self.branch_link(branch),
            nodes: branch.branches.iter().map(|inner| self.node(inner)).collect(),
            kpis: branch.kpis.iter().map(|kpi| self.kpi(kpi)).collect(),
        }
    }

    /// What the city graded as behind, the worst attainment first. Where no grade says so, the
    /// numeric KPIs that missed their target.
    pub(crate) fn behind(&self) -> BehindView {
        let report = self.narrator.report;
        let attained = |kpi: &Kpi| kpi.comparison(report.year).and_then(|compared| compared.attainment());
        let with_attainment = report.edition.kpis().map(|kpi| (attained(kpi), kpi));
        let (mut behind, others): (Vec<_>, Vec<_>) =
            with_attainment.partition(|(_, kpi)| self.is_behind(kpi));
        behind.sort_by_key(|(attained, _)| (attained.is_none(), *attained));
        let closest = others.into_iter().filter(|(attained, _)| behind.is_empty() && attained.is_some());
        let closest = closest.min_by_key(|(attained, _)| *attained);
        BehindView {
            sentence: self.behind_sentence(),
            overview: self.chart(Drawing::Attainment),
            closest: closest.map(|(_, kpi)| self.kpi(kpi)),
            kpis: behind.into_iter().map(|(_, kpi)| self.kpi(kpi)).collect(),
        }
    }

    /// How many are behind.
    pub(super) fn behind_sentence(&self) -> Phrase {
        let report = self.narrator.report;
        let behind = report.edition.kpis().filter(|kpi| self.is_behind(kpi)).count();
        let id = match (report.plan.scale.has_tone(), behind) {
            (true, 0) => "behind-none",
            (true, _) => "behind-some",
            (false, 0) => "missed-none",
            (false, _) => "missed-some",
        };
        self.narrator.voice.fill(id, [("count", behind.into())])
    }

    /// Whether the city graded a KPI as behind; where no grade says so, whether it missed its target.
    pub(super) fn is_behind(&self, kpi: &Kpi) -> bool {
        let report = self.narrator.report;
        if report.plan.scale.has_tone() {
            return report.tone(kpi) == Some(Tone::Behind);
        }
        kpi.comparison(report.year).is_some_and(|compared| compared.standing == Standing::Missed)
    }

    /// A page of prose by its name.
    pub(crate) fn prose(&self, name: &str) -> ProseView {
        let page = self.prose_page(name);
        let foreign = page.filter(|page| page.language != self.narrator.voice.tag());
        ProseView {
            html: page.map(|page| page.html.clone()).unwrap_or_default(),
            lang: foreign.map(|page| page.language.clone()).unwrap_or_default(),
        }
    }

    /// The title of a page of prose.
    pub(crate) fn prose_title(&self, name: &str) -> Phrase {
        match self.prose_page(name) {
            Some(page) if page.language == self.narrator.voice.tag() => Phrase::plain(&page.title),
            Some(page) => Phrase::foreign(Asked::Text(page.title.clone()), &page.language),
            None => Phrase::plain(name),
        }
    }

    pub(super) fn prose_page(&self, name: &str) -> Option<&Prose> {
        self.site.prose.get(name)?.get(self.narrator.voice.tag())
    }
}
