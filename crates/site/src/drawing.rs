//! The charts of a year: which there are, and the file of each. A page and the file beside it draw what is said here.

use nendo_model::Kpi;

use crate::figure::{Figure, attainment, moves, progress, share};
use crate::narrator::Narrator;
use crate::report::Report;
use crate::route::{self, SitePath};

/// A chart of a year.
#[derive(Clone, Copy)]
pub(crate) enum Drawing<'a> {
    /// How many KPIs have each grade.
    Share,
    /// How the grades moved since the year before.
    Moves,
    /// How far every target was attained.
    Attainment,
    /// Target and actual of a KPI.
    Kpi(&'a Kpi),
}

impl<'a> Drawing<'a> {
    /// Every chart that a year may have.
    pub(crate) fn all(report: &Report<'a>) -> impl Iterator<Item = Self> {
        [Self::Share, Self::Moves, Self::Attainment].into_iter().chain(report.edition.kpis().map(Self::Kpi))
    }

    /// The chart and its sentences; none where there is nothing to draw.
    pub(crate) fn figure(self, narrator: Narrator<'_>) -> Option<Figure> {
        match self {
            Self::Share => Some(share::figure(narrator)),
            Self::Moves => moves::figure(narrator),
            Self::Attainment => attainment::figure(narrator),
            Self::Kpi(kpi) => progress::figure(narrator, kpi),
        }
    }

    /// The name of its file.
    pub(crate) fn name(self) -> &'a str {
        match self {
            // No id has an underscore.
            Self::Share => "kpis_by_evaluation",
            Self::Moves => "changes_of_evaluation",
            Self::Attainment => "attainment_of_kpis",
            Self::Kpi(kpi) => &kpi.id,
        }
    }

    /// Where the chart stands as a file of its own.
    pub(crate) fn path(self, Narrator { report, voice }: Narrator<'_>) -> SitePath {
        route::chart(&report.plan.slug, report.year, self.name(), voice.tag())
    }
}
