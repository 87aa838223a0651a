//! The charts of a year: which there are, what each shows, and its file. A page and the file beside it draw what is said here.

use nendo_chart::Spec;
use nendo_model::{Chart, Kpi, measured_unit};

use crate::figure;
use crate::route::{self, SitePath};
use crate::view::{Report, View};

/// A chart of a year.
#[derive(Clone, Copy)]
pub(crate) enum Drawing<'a> {
    /// How many KPIs have each grade.
    Summary,
    /// Target and actual of a KPI.
    Kpi(&'a Kpi),
}

impl<'a> Drawing<'a> {
    /// Every chart of a year.
    pub(crate) fn all(report: &Report<'a>) -> Vec<Self> {
        std::iter::once(Self::Summary).chain(report.edition.kpis().filter_map(Self::of)).collect()
    }

    /// The chart of a KPI; none where the KPI is qualitative, or the plan wants none.
    pub(crate) fn of(kpi: &'a Kpi) -> Option<Self> {
        (kpi.chart == Chart::Automatic && measured_unit(kpi).is_some()).then_some(Self::Kpi(kpi))
    }

    /// The chart within a page.
    pub(crate) fn svg(self, view: &View<'_>) -> String {
        nendo_chart::svg(&self.spec(view))
    }

    /// The chart as a file of its own.
    pub(crate) fn file(self, view: &View<'_>) -> Vec<u8> {
        let style = &view.report.site.style.chart;
        nendo_chart::stand_alone(&self.spec(view), view.voice.tag(), style).into_bytes()
    }

    /// Where that file stands.
    pub(crate) fn path(self, view: &View<'_>) -> SitePath {
        let name = match self {
            Self::Summary => route::SUMMARY_CHART,
            Self::Kpi(kpi) => &kpi.id,
        };
        route::chart(&view.report.plan.slug, view.report.year, name, view.voice.tag())
    }

    /// The link from a page to that file.
    pub(crate) fn link(self, view: &View<'_>) -> String {
        view.here.link_to(&self.path(view))
    }

    fn spec(self, view: &View<'_>) -> Spec {
        match self {
            Self::Summary => figure::share(view),
            Self::Kpi(kpi) => figure::progress(view, kpi, &view.report.years),
        }
    }
}
