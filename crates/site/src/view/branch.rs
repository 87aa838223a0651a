//! A level of the plan on a page of its own: a pillar with its initiatives, an initiative with its
//! KPIs.

use serde::Serialize;

use super::{GradeCount, KpiSection, KpiView, Link, View};
use crate::phrase::Phrase;
use crate::route::Page;

/// The content of a level's page.
#[derive(Debug, Serialize)]
pub(crate) struct BranchView {
    level: Phrase,
    /// The level above, empty at the top.
    above: Phrase,
    above_href: String,
    total: String,
    counts: Vec<GradeCount>,
    below: Vec<Below>,
    kpis: Vec<KpiSection>,
    previous: Option<Link>,
    next: Option<Link>,
}

/// A level under this one, with its KPIs.
#[derive(Debug, Serialize)]
struct Below {
    name: Phrase,
    href: String,
    kpis: Vec<KpiView>,
}

impl View<'_> {
    /// The name of the branch with an id.
    pub(crate) fn branch_title(&self, id: &str) -> Phrase {
        self.report.branch_path(id).last().map(|branch| self.branch_name(branch)).unwrap_or_default()
    }

    /// The content of a level's page; nothing for an id that the edition does not have.
    pub(crate) fn branch(&self, id: &str) -> Option<BranchView> {
        let path = self.report.branch_path(id);
        let (branch, above) = path.split_last()?;
        let above = above.last();
        let siblings = above.map_or(&self.report.edition.branches, |above| &above.branches);
        let at = siblings.iter().position(|sibling| sibling.id == branch.id)?;
        let neighbour = |at: Option<usize>| {
            let sibling = siblings.get(at?)?;
            Some(Link {
                label: self.branch_name(sibling),
                href: self.link(&Page::Branch(sibling.id.clone())),
                lang: String::new(),
                current: false,
            })
        };
        let kpis = branch.all_kpis();
        Some(BranchView {
            level: self.level_name(path.len() - 1),
            above: above.map(|above| self.branch_name(above)).unwrap_or_default(),
            above_href: above.map(|above| self.link(&Page::Branch(above.id.clone()))).unwrap_or_default(),
            total: kpis.len().to_string(),
            counts: self.counts(&self.tally(kpis)),
            below: branch
                .branches
                .iter()
                .map(|inner| Below {
                    name: self.branch_name(inner),
                    href: self.link(&Page::Branch(inner.id.clone())),
                    kpis: inner.all_kpis().into_iter().map(|kpi| self.kpi(kpi)).collect(),
                })
                .collect(),
            kpis: branch.kpis.iter().map(|kpi| self.kpi_section(kpi)).collect(),
            previous: neighbour(at.checked_sub(1)),
            next: neighbour(at.checked_add(1)),
        })
    }
}
