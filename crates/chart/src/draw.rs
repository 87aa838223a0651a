//! A specification becomes one `<svg>` element. Here are the frame that all kinds share and the canvas they draw on: one
//! plotters area over the whole drawing, and the document behind it. What a kind looks like is its own file's affair.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::Text;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle};

use crate::document::{Document, escaped};
use crate::ink::{self, Ink};
use crate::spec::{Kind, Spec};
use crate::svg::{GRID, SIZE, Svg, grid, path_data, units};
use crate::{attainment, moves, progress, share, spark};

/// One `<svg>` element for a page that styles it: named, described and coloured by class only.
#[must_use]
pub fn svg(spec: &Spec) -> String {
    written(spec, None)
}

/// The same drawing as a file of its own, with this stylesheet inside, and with a ground beneath that reaches a little beyond it,
/// for there is no page. `language` is the tag of its words: by it programs choose between Japanese and Chinese forms of a letter.
#[must_use]
pub fn stand_alone(spec: &Spec, language: &str, stylesheet: &str) -> String {
    written(spec, Some(Alone { language, stylesheet }))
}

/// The usual width of a drawing, in units: at 320 px its letters are still legible.
pub(crate) const WIDTH: f64 = 360.0;

/// What is wider than this has the class `wide`: on a phone it is scrolled rather than made illegible.
const WIDE: f64 = 366.0;

/// What is longer than this has the class `long`: made to fit a sheet of paper it would be illegible.
const LONG: f64 = 1200.0;

/// What a drawing without a page says for itself.
struct Alone<'a> {
    language: &'a str,
    stylesheet: &'a str,
}

/// What a drawing without a page is set in: fonts of each system that have the Japanese letters.
const FONTS: &str = "Noto Sans JP, Noto Sans CJK JP, Yu Gothic, Meiryo, Hiragino Sans, sans-serif";
/// How far its ground reaches beyond it, in units.
const MARGIN: f64 = 8.0;

/// What a kind of chart hands back: its size in units, and its elements.
pub(crate) struct Sheet {
    width: f64,
    height: f64,
    body: String,
}

#[cfg(test)]
impl Sheet {
    pub(crate) fn body(&self) -> &str {
        &self.body
    }
}

/// An error can only come from plotters; the drawing then ends where it was.
pub(crate) type Drawn = Result<(), DrawingAreaErrorKind<std::convert::Infallible>>;

/// The whole drawing as plotters sees it.
pub(crate) type Area = DrawingArea<Svg, Shift>;

/// A drawing in the making.
pub(crate) struct Canvas {
    /// The whole drawing, in pixels of the grid.
    pub(crate) root: Area,
    document: Rc<RefCell<Document>>,
    width: f64,
    height: f64,
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
    pub(crate) fn new(width: f64, height: f64) -> Self {
        let document = Rc::new(RefCell::new(Document::default()));
        let pixels = |length: f64| u32::try_from(grid(length)).unwrap_or(0);
        let backend = Svg { document: Rc::clone(&document), size: (pixels(width), pixels(height)) };
        Self { root: backend.into_drawing_area(), document, width, height }
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
        self.root.draw(&Text::new(text.trim(), (grid(x), grid(top)), style))
    }

    /// Draws many lines as one element, each from end to end in units; their width is in pixels of the grid.
    pub(crate) fn lines(&self, lines: &[[(f64, f64); 2]], ink: Ink, width: u32) {
        let data =
            lines.iter().map(|ends| path_data(ends.map(|(x, y)| (grid(x), grid(y))))).collect::<String>();
        if !data.is_empty() {
            let class = ink::class(ink.token().to_backend_color());
            let attributes = format_args!(
                "class=\"{class}\" d=\"{data}\" fill=\"none\" stroke-width=\"{}\"",
                units(width)
            );
            self.document.borrow_mut().shape("path", attributes);
        }
    }

    /// The finished drawing.
    pub(crate) fn sheet(&self) -> Sheet {
        Sheet { width: self.width, height: self.height, body: self.document.borrow_mut().take() }
    }
}

/// A number of things as a number to draw with.
pub(crate) fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

fn written(spec: &Spec, alone: Option<Alone<'_>>) -> String {
    let Spec { id, title, description, kind } = spec;
    let (kind, sheet) = match kind {
        Kind::Progress(chart) => ("progress", progress::sheet(chart)),
        Kind::Share(rows) => ("share", share::sheet(rows)),
        Kind::Attainment(chart) => ("attainment", attainment::sheet(chart)),
        Kind::Moves(chart) => ("moves", moves::sheet(chart)),
        Kind::Spark(periods) => ("spark", spark::sheet(periods)),
    };
    let id: String = id.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    let id = if id.is_empty() { "chart" } else { &id };
    let (title, description) = (escaped(title), escaped(description));
    // A title that is referred to is read out once more as a description, unless there is one.
    let (referred, named, description) = if description.is_empty() {
        (String::new(), String::new(), description)
    } else {
        (
            format!(" aria-labelledby=\"{id}_t\" aria-describedby=\"{id}_d\""),
            format!(" id=\"{id}_t\""),
            format!("<desc id=\"{id}_d\">{description}</desc>"),
        )
    };
    let margin = alone.as_ref().map_or(0.0, |_| MARGIN);
    let side = |length: f64| units(grid(length + 2.0 * margin));
    let (corner, width, height) = (units(grid(-margin)), side(sheet.width), side(sheet.height));
    let (attributes, style) = alone.map_or_else(Default::default, |Alone { language, stylesheet }| {
        let (language, style) = (escaped(language), escaped(stylesheet));
        let attributes =
            format!(" xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{language}\" font-family=\"{FONTS}\"");
        let ground = format!(
            "<rect class=\"ground\" x=\"{corner}\" y=\"{corner}\" width=\"{width}\" height=\"{height}\"/>"
        );
        (attributes, format!("<style>{style}</style>{ground}"))
    });
    let wide = if sheet.width > WIDE { " wide" } else { "" };
    let long = if sheet.height > LONG { " long" } else { "" };
    format!(
        "<svg{attributes} class=\"chart chart-{kind}{wide}{long}\" role=\"img\"{referred} width=\"{width}\" \
         height=\"{height}\" viewBox=\"{corner} {corner} {width} {height}\" font-size=\"{}\"><title{named}>{title}</title>\
         {description}{style}{}</svg>",
        units(grid(SIZE)),
        sheet.body
    )
}
