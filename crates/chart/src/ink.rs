//! Token colours: what plotters carries as a colour is here a name, and the backend writes it as a class.
//!
//! A stylesheet must style these, and nothing else decides a colour:
//!
//! | class | on | is |
//! |---|---|---|
//! | `.chart`, `.chart-progress`, `.chart-share`, `.chart-attainment`, `.chart-moves`, `.chart-spark` | `svg` | the drawing |
//! | `.ground` | `rect` | what lies beneath a drawing that is a file of its own (fill) |
//! | `.ink-actual` | `rect` | bar of an actual value (fill) |
//! | `.mark-actual` | `rect`, `circle`, `path` | point of an actual value, bar of the page's own year in a spark (fill) |
//! | `.part-1` to `.part-5` | `rect` | part of a bar that is stacked (fill) |
//! | `.ink-hatch` | `path` | lines upon a part or a tone, which tell it from its neighbours without colour (stroke) |
//! | `.ink-target`, `.ink-later`, `.ink-earlier` | `path` | line of a target, of a later year's, of one since revised (stroke) |
//! | `.mark-target`, `.mark-later`, `.mark-earlier` | `circle`, `path` | the marker upon it (fill and stroke) |
//! | `.ink-grid`, `.ink-axis` | `path` | grid line; zero line, break (stroke) |
//! | `.ink-text`, `.ink-muted` | `text` | label; tick label, unit and the word in a gap |
//! | `.ink-on-actual` | `text` | label upon a bar of an actual value |
//! | `.tone-ahead`, `.tone-on`, `.tone-behind`, `.tone-none` | `rect` | grade: part of a stacked bar, tile (fill) |
//! | `.ink-on-tone` | `text` | label upon such a part |
//! | `.flow-up`, `.flow-down`, `.flow-level` | `path` | band from a grade to a better one, a worse one, the same (fill) |
//! | `.flow-hatch` | `path` | lines upon a band to a worse grade (stroke) |
//!
//! Groups, for whoever wants more: `g.grid`, `g.axis`, `g.key`, `g.actual`, `g.target`, `g.earlier`, `g.gap`, `g.row`,
//! `g.flow`. A drawing too wide for a phone is `.wide` too. Stroke widths and font sizes are part of the geometry and
//! stand in the drawing.

use plotters::style::{Color, RGBColor, ShapeStyle};
use plotters_backend::BackendColor;

use crate::spec::Tone;

macro_rules! inks {
    ($($ink:ident $class:literal),* $(,)?) => {
        /// A colour by its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Ink {
            $($ink),*
        }

        /// All inks; the place in this list is the token.
        const INKS: &[(Ink, &str)] = &[$((Ink::$ink, $class)),*];
    };
}

inks! {
    Actual "ink-actual",
    ActualMark "mark-actual",
    Part1 "part-1",
    Part2 "part-2",
    Part3 "part-3",
    Part4 "part-4",
    Part5 "part-5",
    Hatch "ink-hatch",
    Target "ink-target",
    TargetMark "mark-target",
    Later "ink-later",
    LaterMark "mark-later",
    Earlier "ink-earlier",
    EarlierMark "mark-earlier",
    Grid "ink-grid",
    Axis "ink-axis",
    Text "ink-text",
    Muted "ink-muted",
    OnActual "ink-on-actual",
    Ahead "tone-ahead",
    On "tone-on",
    Behind "tone-behind",
    None "tone-none",
    OnTone "ink-on-tone",
    FlowUp "flow-up",
    FlowDown "flow-down",
    FlowLevel "flow-level",
    FlowHatch "flow-hatch",
}

impl Ink {
    /// The token that passes through plotters.
    pub(crate) fn token(self) -> RGBColor {
        RGBColor(0, 0, self as u8)
    }

    /// The style of a shape filled with this ink.
    pub(crate) fn fill(self) -> ShapeStyle {
        self.token().filled()
    }

    /// The style of a line, its width in pixels of the grid.
    pub(crate) fn line(self, width: u32) -> ShapeStyle {
        self.token().stroke_width(width)
    }
}

impl From<Tone> for Ink {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Ahead => Self::Ahead,
            Tone::On => Self::On,
            Tone::Behind => Self::Behind,
            Tone::None => Self::None,
        }
    }
}

/// The class of a token.
pub(crate) fn class(token: BackendColor) -> &'static str {
    INKS.get(usize::from(token.rgb.2)).map_or("ink-text", |(_, class)| class)
}

#[cfg(test)]
mod tests {
    use super::{INKS, class};
    use plotters::style::Color;

    #[test]
    fn each_ink_has_its_own_token_and_comes_back_as_its_class() {
        for (ink, name) in INKS {
            assert_eq!(class(ink.token().to_backend_color()), *name);
        }
    }

    #[test]
    fn the_default_theme_styles_each_ink() {
        let theme = concat!(env!("CARGO_MANIFEST_DIR"), "/../../themes/default/chart.css");
        let sheet = std::fs::read_to_string(theme).expect("the theme");
        for name in INKS.iter().map(|(_, name)| *name).chain(["ground"]) {
            assert_eq!(sheet.matches(&format!("\n.{name} {{ ")).count(), 1, "{name}");
        }
    }
}
