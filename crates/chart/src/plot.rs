//! A progress chart in the making: what it shows, how large its parts are, and plotters' coordinates, columns from left to
//! right and values upwards.

use plotters::chart::ChartBuilder;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};

use crate::canvas::{Canvas, number};
use crate::layout::Layout;
use crate::spec::{Base, Progress};
use crate::svg::{GRID, Svg, grid};

/// What everything in a progress chart is drawn from and upon.
pub(crate) struct Plot<'a> {
    pub(crate) chart: &'a Progress,
    pub(crate) layout: &'a Layout,
    pub(crate) canvas: &'a Canvas,
    /// The coordinates.
    pub(crate) area: DrawingArea<Svg, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
}

impl<'a> Plot<'a> {
    /// Sets the coordinates up.
    pub(crate) fn on(
        canvas: &'a Canvas,
        chart: &'a Progress,
        layout: &'a Layout,
    ) -> Result<Self, DrawingAreaErrorKind<std::convert::Infallible>> {
        let Layout { width, height, plot, range, .. } = layout;
        let sides = [plot.top, height - plot.bottom, plot.left, width - plot.right].map(grid);
        let whole = canvas.root.margin(sides[0], sides[1], sides[2], sides[3]);
        let columns = number(chart.periods.len().max(1));
        let context = ChartBuilder::on(&whole).build_cartesian_2d(0.0..columns, range.0..range.1)?;
        let area = context.plotting_area().clone();
        Ok(Self { chart, layout, canvas, area })
    }

    /// Where a value lies, in units from the top of the drawing.
    pub(crate) fn height(&self, value: f64) -> f64 {
        f64::from(self.area.map_coordinate(&(0.0, value)).1) / GRID
    }

    /// Where bars stand, or would.
    pub(crate) fn base(&self) -> f64 {
        match self.chart.base {
            Base::Zero => self.height(0.0),
            Base::Broken => self.layout.plot.bottom,
        }
    }
}
