//! A specification becomes one `<svg>` element. Here is the frame that all kinds share: name, description, size, and what a
//! drawing without a page needs. What a kind looks like is its own file's affair.

use crate::canvas::Sheet;
use crate::document::escaped;
use crate::spec::{Kind, Spec};
use crate::svg::{SIZE, grid, units};
use crate::{attainment, moves, progress, share, spark};

/// A drawing, before it is known where it will stand.
#[derive(Debug)]
pub struct Chart {
    kind: &'static str,
    sheet: Sheet,
    /// The attributes and the elements that name and describe it.
    naming: (String, String),
}

impl Chart {
    /// Draws a specification.
    #[must_use]
    pub fn of(spec: &Spec) -> Self {
        let (kind, sheet) = match &spec.kind {
            Kind::Progress(chart) => ("progress", progress::sheet(chart)),
            Kind::Share(rows) => ("share", share::sheet(rows)),
            Kind::Attainment(chart) => ("attainment", attainment::sheet(chart)),
            Kind::Moves(chart) => ("moves", moves::sheet(chart)),
            Kind::Spark(periods) => ("spark", spark::sheet(periods)),
        };
        Self { kind, sheet, naming: naming(spec) }
    }

    /// One `<svg>` element for a page that styles it: named, described and coloured by class only.
    #[must_use]
    pub fn svg(&self) -> String {
        self.written(None)
    }

    /// The same drawing as a file of its own, with this stylesheet inside, and with a ground beneath that reaches a little beyond
    /// it, for there is no page. `language` is the tag of its words: by it programs choose between Japanese and Chinese forms of a
    /// letter.
    #[must_use]
    pub fn stand_alone(&self, language: &str, stylesheet: &str) -> String {
        self.written(Some(Alone { language, stylesheet }))
    }

    /// Whether it is too wide for a phone, and wants a region of its own that scrolls.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        self.sheet.width > WIDE
    }

    fn written(&self, alone: Option<Alone<'_>>) -> String {
        let Self { kind, sheet, naming: (references, names) } = self;
        let margin = if alone.is_some() { MARGIN } else { 0.0 };
        let side = |length: f64| units(grid(length + 2.0 * margin));
        let (corner, width, height) = (units(grid(-margin)), side(sheet.width), side(sheet.height));
        let (attributes, style) = alone.map_or_else(Default::default, |Alone { language, stylesheet }| {
            let (language, style) = (escaped(language), escaped(stylesheet));
            let attributes = format!(
                " xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{language}\" font-family=\"{FONTS}\""
            );
            let ground = format!(
                "<rect class=\"ground\" x=\"{corner}\" y=\"{corner}\" width=\"{width}\" height=\"{height}\"/>"
            );
            (attributes, format!("<style>{style}</style>{ground}"))
        });
        let wide = if self.is_wide() { " wide" } else { "" };
        format!(
            "<svg{attributes} class=\"chart chart-{kind}{wide}\" role=\"img\"{references} width=\"{width}\" \
             height=\"{height}\" viewBox=\"{corner} {corner} {width} {height}\" font-size=\"{}\">{names}{style}{}</svg>",
            units(grid(SIZE)),
            sheet.body
        )
    }
}

/// One `<svg>` element for a page, as [`Chart::svg`] gives it.
#[must_use]
pub fn svg(spec: &Spec) -> String {
    Chart::of(spec).svg()
}

/// What is wider than this has the class `wide`: on a phone it is scrolled rather than made illegible.
const WIDE: f64 = 366.0;

/// What a drawing without a page says for itself.
struct Alone<'a> {
    language: &'a str,
    stylesheet: &'a str,
}

/// What a drawing without a page is set in: fonts of each system that have the Japanese letters.
const FONTS: &str = "Noto Sans JP, Noto Sans CJK JP, Yu Gothic, Meiryo, Hiragino Sans, sans-serif";
/// How far its ground reaches beyond it, in units.
const MARGIN: f64 = 8.0;

/// The attributes and the elements that name and describe a drawing. A title that is referred to is read out once more as a
/// description, unless there is one.
fn naming(spec: &Spec) -> (String, String) {
    let (title, description) = (escaped(&spec.title), escaped(&spec.description));
    if description.is_empty() {
        return (String::new(), format!("<title>{title}</title>"));
    }
    let id: String =
        spec.id.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    let id = if id.is_empty() { "chart" } else { &id };
    (
        format!(" aria-labelledby=\"{id}_t\" aria-describedby=\"{id}_d\""),
        format!("<title id=\"{id}_t\">{title}</title><desc id=\"{id}_d\">{description}</desc>"),
    )
}
