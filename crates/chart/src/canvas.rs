//! What the kinds of charts draw on: one plotters area over the whole drawing, and the document behind it. Knows no chart.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, ShapeStyle};

use crate::area::Area;
use crate::document::Document;
use crate::ink::{self, Ink};
use crate::svg::{GRID, LINE, SIZE, Svg, grid, on_grid, path_data, units};

/// The usual width of a drawing, in units: at 320 px its letters are still legible.
pub(crate) const WIDTH: f64 = 360.0;

/// Font size of what is said beside the data: ticks, unit, key, gaps.
pub(crate) const SMALL: f64 = 14.0;

/// Height of the box of a label of the usual size, and of a small one.
pub(crate) const LABEL: f64 = SIZE * LINE;
pub(crate) const SMALL_LABEL: f64 = SMALL * LINE;

/// What a kind of chart hands back: its size in units, and its elements.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) body: String,
}

impl Sheet {
    /// Draws on a sheet of this size in units. An error ends the drawing where it is; what stands so far is whole.
    pub(crate) fn drawn(width: f64, height: f64, draw: impl FnOnce(&Canvas) -> Drawn) -> Self {
        let canvas = Canvas::new(width, height);
        let _ = draw(&canvas);
        Self { width, height, body: canvas.document.borrow_mut().take() }
    }
}

/// An error can only come from plotters; the drawing then ends where it was.
pub(crate) type Drawn = Result<(), DrawingAreaErrorKind<std::convert::Infallible>>;

/// A drawing in the making.
pub(crate) struct Canvas {
    /// The whole drawing, in pixels of the grid.
    pub(crate) root: DrawingArea<Svg, Shift>,
    document: Rc<RefCell<Document>>,
}

/// How a label is set.
#[derive(Clone, Copy)]
pub(crate) struct Face {
    pub(crate) ink: Ink,
    /// In units.
    pub(crate) size: f64,
    pub(crate) weight: FontStyle,
    /// Which end of the label stands at the given place.
    pub(crate) hold: HPos,
}

impl Face {
    /// An ordinary label of this ink, held at its middle.
    pub(crate) fn new(ink: Ink) -> Self {
        Self { ink, size: SIZE, weight: FontStyle::Normal, hold: HPos::Center }
    }
}

impl Canvas {
    /// An empty drawing, its size in units.
    fn new(width: f64, height: f64) -> Self {
        let document = Rc::new(RefCell::new(Document::default()));
        let pixels = |length: f64| u32::try_from(grid(length)).unwrap_or(0);
        let backend = Svg { document: Rc::clone(&document), size: (pixels(width), pixels(height)) };
        Self { root: backend.into_drawing_area(), document }
    }

    /// Draws within a group of this class.
    pub(crate) fn group(&self, class: &str, draw: impl FnOnce() -> Drawn) -> Drawn {
        self.document.borrow_mut().open(class);
        let drawn = draw();
        self.document.borrow_mut().close();
        drawn
    }

    /// Gives the next shape a title.
    pub(crate) fn title(&self, words: &[&str]) {
        let words: Vec<&str> = words.iter().map(|word| word.trim()).filter(|word| !word.is_empty()).collect();
        self.document.borrow_mut().title(&words.join(" "));
    }

    /// Writes a label; `top` is the upper edge of its box. Both in units.
    pub(crate) fn text(&self, text: &str, face: Face, x: f64, top: f64) -> Drawn {
        if text.trim().is_empty() {
            return Ok(());
        }
        let ink = face.ink.token();
        let font = FontDesc::new(FontFamily::SansSerif, face.size * GRID, face.weight);
        let style = font.color(&ink).pos(Pos::new(face.hold, VPos::Top));
        self.root.draw(&Text::new(text.trim(), on_grid((x, top)), style))
    }

    /// Writes lines one below the other; `top` is the upper edge of the first.
    pub(crate) fn lines_of_text(&self, lines: &[String], face: Face, x: f64, top: f64) -> Drawn {
        let mut lines = lines.iter().enumerate();
        lines.try_for_each(|(at, line)| self.text(line, face, x, top + number(at) * face.size * LINE))
    }

    /// Draws a box.
    pub(crate) fn rectangle(&self, area: Area, ink: Ink) -> Drawn {
        let corners = [on_grid((area.left, area.top)), on_grid((area.right, area.bottom))];
        self.root.draw(&Rectangle::new(corners, ink.fill()))
    }

    /// Draws a shape with these corners.
    pub(crate) fn polygon(&self, corners: &[(f64, f64)], ink: Ink) -> Drawn {
        self.root.draw(&Polygon::new(pixels(corners), ink.fill()))
    }

    /// Draws a line along these points.
    pub(crate) fn path(&self, points: &[(f64, f64)], style: ShapeStyle) -> Drawn {
        self.root.draw(&PathElement::new(pixels(points), style))
    }

    /// Draws many lines as one element, each from end to end in units; their width is in pixels of the grid.
    pub(crate) fn lines(&self, lines: &[[(f64, f64); 2]], ink: Ink, width: u32) {
        let data = lines.iter().map(|ends| path_data(ends.map(on_grid))).collect::<String>();
        if !data.is_empty() {
            let class = ink::class(ink.token().to_backend_color());
            let attributes = format_args!(
                "class=\"{class}\" d=\"{data}\" fill=\"none\" stroke-width=\"{}\"",
                units(width)
            );
            self.document.borrow_mut().shape("path", attributes);
        }
    }
}

fn pixels(points: &[(f64, f64)]) -> Vec<(i32, i32)> {
    points.iter().copied().map(on_grid).collect()
}

/// A number of things as a number to draw with.
pub(crate) fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}
