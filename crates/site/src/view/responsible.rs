//! The sections of the city that are responsible for KPIs: all of them, and the KPIs of one.

use nendo_model::Kpi;
use serde::Serialize;

use super::part::KpiView;
use super::{GradeCount, Link, View};
use crate::kept::Part;
use crate::route::Page;

/// Every responsible section.
#[derive(Debug, Hash, Serialize)]
pub(crate) struct SectionsView {
    sections: Vec<SectionLine>,
}

/// A section in a line of the list.
#[derive(Debug, Hash, Serialize)]
struct SectionLine {
    link: Link,
    total: String,
    counts: Vec<GradeCount>,
    unevaluated: String,
}

/// The KPIs of one section.
#[derive(Debug, Hash, Serialize)]
pub(crate) struct SectionView {
    counts: Vec<GradeCount>,
    unevaluated: String,
    kpis: Vec<Part<KpiView>>,
}

impl View<'_> {
    /// Every responsible section, in the order of the table.
    pub(crate) fn sections(&self) -> SectionsView {
        let line = |(name, kpis): (&str, Vec<&Kpi>)| {
            let tally = self.narrator.report.tally(kpis.iter().copied());
            SectionLine {
                link: self.section_link(name),
                total: self.narrator.voice.count(kpis.len()),
                counts: self.counts(&tally),
                unevaluated: self.narrator.voice.count(tally.unevaluated),
            }
        };
        SectionsView { sections: self.narrator.report.sections().into_iter().map(line).collect() }
    }

    /// The KPIs of a section, in the order of the table.
    pub(crate) fn section(&self, name: &str) -> SectionView {
        let report = self.narrator.report;
        let kpis: Vec<&Kpi> =
            report.edition.kpis().filter(|kpi| kpi.section.as_deref() == Some(name)).collect();
        let tally = report.tally(kpis.iter().copied());
        SectionView {
            counts: self.counts(&tally),
            unevaluated: self.narrator.voice.count(tally.unevaluated),
            kpis: kpis.into_iter().map(|kpi| self.kpi(kpi)).collect(),
        }
    }

    /// A section by its name, with the link to its page.
    pub(super) fn section_link(&self, name: &str) -> Link {
        Link::new(self.narrator.voice.phrase(name), self.link(&Page::Section(name.to_owned())))
    }
}
