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
//! Groups, for whoever wants more: `g.grid`, `g.axis`, `g.key`, `g.actual`, `g.target`, `g.gap`, `g.row`, `g.flow`. Stroke widths and
//! font sizes are part of the geometry and stand in the drawing.

use plotters::style::{Color, RGBColor, ShapeStyle};
use plotters_backend::BackendColor;

use crate::spec::Tone;

/// A colour by its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Actual,
    ActualMark,
    Part1,
    Part2,
    Part3,
    Part4,
    Part5,
    Hatch,
    Target,
    TargetMark,
    Later,
    LaterMark,
    Earlier,
    EarlierMark,
    Grid,
    Axis,
    Text,
    Muted,
    OnActual,
    Ahead,
    On,
    Behind,
    None,
    OnTone,
    FlowUp,
    FlowDown,
    FlowLevel,
    FlowHatch,
}

/// All inks; the place in this list is the token.
const INKS: [(Ink, &str); 28] = [
    (Ink::Actual, "ink-actual"),
    (Ink::ActualMark, "mark-actual"),
    (Ink::Part1, "part-1"),
    (Ink::Part2, "part-2"),
    (Ink::Part3, "part-3"),
    (Ink::Part4, "part-4"),
    (Ink::Part5, "part-5"),
    (Ink::Hatch, "ink-hatch"),
    (Ink::Target, "ink-target"),
    (Ink::TargetMark, "mark-target"),
    (Ink::Later, "ink-later"),
    (Ink::LaterMark, "mark-later"),
    (Ink::Earlier, "ink-earlier"),
    (Ink::EarlierMark, "mark-earlier"),
    (Ink::Grid, "ink-grid"),
    (Ink::Axis, "ink-axis"),
    (Ink::Text, "ink-text"),
    (Ink::Muted, "ink-muted"),
    (Ink::OnActual, "ink-on-actual"),
    (Ink::Ahead, "tone-ahead"),
    (Ink::On, "tone-on"),
    (Ink::Behind, "tone-behind"),
    (Ink::None, "tone-none"),
    (Ink::OnTone, "ink-on-tone"),
    (Ink::FlowUp, "flow-up"),
    (Ink::FlowDown, "flow-down"),
    (Ink::FlowLevel, "flow-level"),
    (Ink::FlowHatch, "flow-hatch"),
];

impl Ink {
    /// The token that passes through plotters.
    pub(crate) fn token(self) -> RGBColor {
        let at = INKS.iter().position(|(ink, _)| *ink == self).unwrap_or(0);
        RGBColor(0, 0, u8::try_from(at).unwrap_or(0))
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
    use super::{INKS, Ink, class};
    use plotters::style::Color;

    #[test]
    fn each_ink_has_its_own_token_and_comes_back_as_its_class() {
        for (ink, name) in INKS {
            assert_eq!(class(ink.token().to_backend_color()), name);
        }
    }

    #[test]
    fn the_default_theme_styles_each_ink() {
        let theme = concat!(env!("CARGO_MANIFEST_DIR"), "/../../themes/default/chart.css");
        let sheet = std::fs::read_to_string(theme).expect("the theme");
        for (_, name) in INKS.into_iter().chain([(Ink::Text, "ground")]) {
            assert_eq!(sheet.matches(&format!("\n.{name} {{ ")).count(), 1, "{name}");
        }
    }
}
