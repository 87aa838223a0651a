//! The charts of a year: which there are, what each shows, and its file. A page and the file beside it draw what is said here.

use nendo_chart::Spec;
use nendo_model::Kpi;
use serde::Serialize;

use crate::figure;
use crate::phrase::Phrase;
use crate::route::{self, SitePath};
use crate::view::{Report, View};

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

/// A chart as a page shows it: the picture, the sentences under it, and where its file is.
#[derive(Debug, Serialize)]
pub(crate) struct Figure {
    /// The picture; more than one where it would be too long for a sheet of paper.
    svgs: Vec<String>,
    /// Whether it needs more room than a narrow screen has, and so a region of its own that scrolls.
    wide: bool,
    /// Names that region.
    name: String,
    caption: Phrase,
    file: String,
}

impl<'a> Drawing<'a> {
    /// Every chart that a year may have.
    pub(crate) fn all(report: &Report<'a>) -> impl Iterator<Item = Self> {
        [Self::Share, Self::Moves, Self::Attainment].into_iter().chain(report.edition.kpis().map(Self::Kpi))
    }

    /// The chart within a page; none where there is nothing to draw.
    pub(crate) fn figure(self, view: &View<'_>) -> Option<Figure> {
        let spec = self.spec(view)?;
        let name = spec.title.clone();
        let svgs: Vec<String> = figure::pieces(spec).iter().map(nendo_chart::svg).collect();
        let caption = match self {
            Self::Share => view.share_caption(),
            Self::Moves => view.moves_caption(),
            Self::Attainment => view.attainment_caption(),
            Self::Kpi(kpi) => view.progress_caption(kpi),
        };
        let file = view.here.link_to(&self.path(view));
        let wide = svgs.iter().any(|svg| nendo_chart::is_wide(svg));
        Some(Figure { svgs, wide, name, caption: caption.text, file })
    }

    /// The chart as a file of its own, and where that stands.
    pub(crate) fn file(self, view: &View<'_>) -> Option<(SitePath, Vec<u8>)> {
        let style = &view.report.site.style.chart;
        let file = nendo_chart::stand_alone(&self.spec(view)?, view.voice.tag(), style);
        Some((self.path(view), file.into_bytes()))
    }

    fn path(self, view: &View<'_>) -> SitePath {
        let name = match self {
            // No id has an underscore.
            Self::Share => "kpis_by_evaluation",
            Self::Moves => "changes_of_evaluation",
            Self::Attainment => "attainment_of_kpis",
            Self::Kpi(kpi) => &kpi.id,
        };
        route::chart(&view.report.plan.slug, view.report.year, name, view.voice.tag())
    }

    fn spec(self, view: &View<'_>) -> Option<Spec> {
        match self {
            Self::Share => Some(figure::share(view)),
            Self::Moves => figure::moves(view),
            Self::Attainment => figure::attainment(view),
            Self::Kpi(kpi) => figure::is_drawn(kpi).then(|| figure::progress(view, kpi, &view.report.years)),
        }
    }
}
