//! A chart within a page.

use serde::Serialize;

use super::View;
use crate::drawing::Drawing;
use crate::figure::attainment;
use crate::phrase::Phrase;

/// A chart as a page shows it: the picture, the sentences under it, and where its file is.
#[derive(Debug, Hash, Serialize)]
pub(super) struct ChartView {
    /// The picture; more than one where it would be too long for a sheet of paper.
    svgs: Vec<String>,
    /// Whether it needs more room than a narrow screen has, and so a region of its own that scrolls.
    wide: bool,
    /// Names that region.
    name: String,
    caption: Phrase,
    file: String,
}

impl View<'_> {
    /// A chart; none where there is nothing to draw.
    pub(super) fn chart(&self, drawing: Drawing<'_>) -> Option<ChartView> {
        let figure = drawing.figure(self.narrator)?;
        let name = figure.spec.title.clone();
        let svgs: Vec<String> = attainment::pieces(figure.spec).iter().map(nendo_chart::svg).collect();
        let wide = svgs.iter().any(|svg| nendo_chart::is_wide(svg));
        let file = self.here.link_to(&drawing.path(self.narrator));
        Some(ChartView { svgs, wide, name, caption: figure.caption, file })
    }
}
