//! A level of the plan on a page of its own: a pillar with its initiatives, an initiative with its
//! KPIs.

use serde::Serialize;

use super::part::{KpiSection, KpiView};
use super::{GradeCount, Link, View};
use crate::kept::Part;
use crate::phrase::Phrase;

/// The content of a level's page.
#[derive(Debug, Hash, Serialize)]
pub(crate) struct BranchView {
    level: Phrase,
    /// Absent at the top.
    above: Option<Link>,
    counts: Vec<GradeCount>,
    unevaluated: String,
    below: Vec<Below>,
    kpis: Vec<KpiSection>,
    previous: Option<Link>,
    next: Option<Link>,
}

/// A level under this one, with its KPIs.
#[derive(Debug, Hash, Serialize)]
struct Below {
    branch: Link,
    kpis: Vec<Part<KpiView>>,
}

impl View<'_> {
    /// The name of the branch with an id.
    pub(crate) fn branch_title(&self, id: &str) -> Phrase {
        let path = self.narrator.report.branch_path(id);
        path.last().map(|branch| self.narrator.branch_name(branch)).unwrap_or_default()
    }

    /// The content of a level's page; nothing for an id that the edition does not have.
    pub(crate) fn branch(&self, id: &str) -> Option<BranchView> {
        let narrator = self.narrator;
        let path = narrator.report.branch_path(id);
        let (branch, above) = path.split_last()?;
        let above = above.last();
        let siblings = above.map_or(&narrator.report.edition.branches, |above| &above.branches);
        let at = siblings.iter().position(|sibling| sibling.id == branch.id)?;
        let neighbour = |at: Option<usize>| Some(self.branch_link(siblings.get(at?)?));
        let below = |inner| Below { branch: self.branch_link(inner), kpis: self.kpis_under(inner) };
        let tally = narrator.report.tally(branch.all_kpis());
        Some(BranchView {
            level: narrator.level_name(path.len() - 1),
            above: above.map(|above| self.branch_link(above)),
            counts: self.counts(&tally),
            unevaluated: narrator.voice.count(tally.unevaluated),
            below: branch.branches.iter().map(below).collect(),
            kpis: branch.kpis.iter().map(|kpi| self.kpi_section(kpi)).collect(),
            previous: neighbour(at.checked_sub(1)),
            next: neighbour(at.checked_add(1)),
        })
    }
}
