//! A chart within a page.

use std::slice;

use nendo_chart::Chart;

use super::View;
use super::part::ChartView;
use super::told::Drawn;
use crate::drawing::Drawing;
use crate::figure::attainment;
use crate::kept::Part;

impl View<'_> {
    /// A chart; none where there is nothing to draw.
    pub(super) fn chart(&self, drawing: Drawing<'_>) -> Option<Part<ChartView>> {
        self.told.charts.get(drawing.name(), || Some(self.shown(drawing, &*self.told.drawn(drawing)?).into()))
    }

    fn shown(&self, drawing: Drawing<'_>, drawn: &Drawn) -> ChartView {
        let pieces: Vec<Chart> = attainment::pieces(&drawn.figure.spec).iter().map(Chart::of).collect();
        let charts = if pieces.is_empty() { slice::from_ref(drawn.chart()) } else { &pieces };
        ChartView {
            svgs: charts.iter().map(Chart::svg).collect(),
            wide: charts.iter().any(Chart::is_wide),
            name: drawn.figure.spec.title.clone(),
            caption: drawn.figure.caption.clone(),
            file: self.here.link_to(&drawing.path(self.narrator)),
        }
    }
}
