//! Token colours: what plotters carries as a colour is here a name, and the backend writes it as a class.
//!
//! A stylesheet must style these, and nothing else decides a colour:
//!
//! | class | on | is |
//! |---|---|---|
//! | `.chart`, `.chart-progress`, `.chart-share` | `svg` | the drawing |
//! | `.ink-actual` | `rect` | bar of an actual value |
//! | `.ink-target` | `path`, `circle` | line (stroke) and marker (fill; its rim, the stroke, as the ground) of a target |
//! | `.ink-later` | `path`, `circle` | the same for later years: dashed stroke; hollow marker, filled as the ground |
//! | `.ink-grid`, `.ink-axis` | `path` | grid line, zero line (stroke) |
//! | `.ink-text`, `.ink-muted` | `text` | label; tick label, unit and the word in a gap |
//! | `.ink-on-actual` | `text` | label upon a bar of an actual value |
//! | `.tone-ahead`, `.tone-on`, `.tone-behind`, `.tone-none` | `rect` | part of a stacked bar |
//! | `.ink-on-tone` | `text` | label upon such a part |
//!
//! Groups, for whoever wants more: `g.grid`, `g.axis`, `g.key`, `g.actual`, `g.target`, `g.gap`, `g.row`. Stroke widths and
//! font sizes are part of the geometry and stand in the drawing.

use plotters::style::{Color, RGBColor, ShapeStyle};
use plotters_backend::BackendColor;

use crate::spec::Tone;

/// A colour by its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Actual,
    Target,
    Later,
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
}

/// All inks; the place in this list is the token.
const INKS: [(Ink, &str); 13] = [
    (Ink::Actual, "ink-actual"),
    (Ink::Target, "ink-target"),
    (Ink::Later, "ink-later"),
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
    use super::{INKS, class};
    use plotters::style::Color;

    #[test]
    fn each_ink_has_its_own_token_and_comes_back_as_its_class() {
        for (ink, name) in INKS {
            assert_eq!(class(ink.token().to_backend_color()), name);
        }
    }
}
