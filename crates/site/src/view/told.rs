//! A report in one language with all that several of its pages and files show: each chart and each KPI is told once. It knows
//! no page, but that all of them stand in one folder, so that they name other files alike.

use std::sync::{Arc, OnceLock};

use nendo_chart::Chart;

use super::part::{ChartView, Frame, KpiDetail, KpiView};
use crate::drawing::Drawing;
use crate::figure::Figure;
use crate::kept::{Kept, Part};
use crate::narrator::Narrator;
use crate::open_data::Folder;

/// A report in one language, as far as it is told.
pub(crate) struct Told<'a> {
    pub(crate) narrator: Narrator<'a>,
    /// The open data that the pages offer.
    pub(super) data: &'a Folder<'a>,
    /// By the name of its file.
    drawn: Kept<Option<Arc<Drawn>>>,
    /// Charts as pages show them, by the name of their file.
    pub(super) charts: Kept<Option<Part<ChartView>>>,
    /// KPIs in a line of a list, by id.
    pub(super) lines: Kept<Part<KpiView>>,
    /// The same on the page that shows the whole year, which leads to parts of itself.
    pub(super) own_lines: Kept<Part<KpiView>>,
    /// KPIs in full, by id.
    pub(super) details: Kept<Part<KpiDetail>>,
    /// What stands around every page, without what is a page's own.
    pub(super) frame: Arc<OnceLock<Frame>>,
}

/// What stands around the pages of KPIs across all years, by what they are told from.
pub(crate) type Frames = Kept<Arc<OnceLock<Frame>>>;

/// A chart with its sentences, and its picture.
pub(crate) struct Drawn {
    pub(crate) figure: Figure,
    chart: OnceLock<Chart>,
}

impl<'a> Told<'a> {
    /// A report of which nothing is told yet.
    pub(crate) fn new(narrator: Narrator<'a>, data: &'a Folder<'a>) -> Self {
        Self {
            narrator,
            data,
            drawn: Kept::default(),
            charts: Kept::default(),
            lines: Kept::default(),
            own_lines: Kept::default(),
            details: Kept::default(),
            frame: Arc::default(),
        }
    }

    /// A report of one KPI across all years. Each has years of its own; what stands around is the same for all KPIs that the same
    /// edition tells.
    pub(crate) fn of_timeline(narrator: Narrator<'a>, data: &'a Folder<'a>, frames: &Frames) -> Self {
        let Narrator { report, voice } = narrator;
        let name = format!("{} {} {}", report.year, report.edition.year, voice.tag());
        Self { frame: frames.get(&name, Arc::default), ..Self::new(narrator, data) }
    }

    /// A chart; none where there is nothing to draw.
    pub(crate) fn drawn(&self, drawing: Drawing<'_>) -> Option<Arc<Drawn>> {
        let made =
            || Some(Arc::new(Drawn { figure: drawing.figure(self.narrator)?, chart: OnceLock::new() }));
        self.drawn.get(drawing.name(), made)
    }
}

impl Drawn {
    /// The picture of the whole figure.
    pub(crate) fn chart(&self) -> &Chart {
        self.chart.get_or_init(|| Chart::of(&self.figure.spec))
    }
}
