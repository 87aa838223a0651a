//! The backend through which plotters writes its elements into a [`Document`].
//!
//! Plotters counts in whole pixels, so it draws on a grid ten times as fine as the units of the `viewBox`. It knows no
//! groups and no titles; those are opened on the shared document between its calls. Knows no chart.

use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt::{self, Write as _};
use std::rc::Rc;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use crate::document::Document;
use crate::ink;

/// Pixels of the grid in one unit of the drawing.
pub(crate) const GRID: f64 = 10.0;

/// Font size of the drawing in units, written once at the root.
pub(crate) const SIZE: f64 = 16.0;

/// Height of a line's box over its font size; of that, what lies above the base line: as high as a browser takes a line of
/// Noto Sans CJK to be, so that boxes that do not meet here do not meet there.
pub(crate) const LINE: f64 = 1.5;
const ASCENT: f64 = 1.19;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The backend: plotters' calls become elements of a shared document.
pub(crate) struct Svg {
    /// Where the elements go.
    pub(crate) document: Rc<RefCell<Document>>,
    /// Width and height in pixels of the grid.
    pub(crate) size: (u32, u32),
}

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    // No element that is drawn here is made of pixels.
    fn draw_pixel(&mut self, _at: BackendCoord, _color: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        one: BackendCoord,
        other: BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        let (left, top) = (one.0.min(other.0), one.1.min(other.1));
        let (width, height) = (one.0.abs_diff(other.0), one.1.abs_diff(other.1));
        let attributes = format_args!(
            "class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
            ink::class(style.color()),
            units(left),
            units(top),
            units(width),
            units(height)
        );
        self.document.borrow_mut().shape("rect", attributes);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let attributes = format_args!(
            "class=\"{}\" d=\"{}\" fill=\"none\" stroke-width=\"{}\"",
            ink::class(style.color()),
            path_data(path),
            units(style.stroke_width())
        );
        self.document.borrow_mut().shape("path", attributes);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        let attributes = format_args!(
            "class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\" stroke-width=\"{}\"",
            ink::class(style.color()),
            units(center.0),
            units(center.1),
            units(radius),
            units(style.stroke_width())
        );
        self.document.borrow_mut().shape("circle", attributes);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let (class, data) = (ink::class(style.color()), path_data(corners));
        self.document.borrow_mut().shape("path", format_args!("class=\"{class}\" d=\"{data}z\""));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let size = style.size() / GRID;
        // Every label is placed by its upper edge.
        let base = at.1.saturating_add(grid(ASCENT * size));
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let weight = match style.style() {
            FontStyle::Bold => " font-weight=\"700\"",
            FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => "",
        };
        let class = ink::class(style.color());
        let (x, y) = (units(at.0), units(base));
        let is_usual = (size - SIZE).abs() < 0.01;
        let size = if is_usual { String::new() } else { format!(" font-size=\"{}\"", units(grid(size))) };
        let attributes = format_args!("class=\"{class}\" x=\"{x}\" y=\"{y}\"{anchor}{weight}{size}");
        self.document.borrow_mut().text(attributes, text);
        Ok(())
    }
}

/// A length in units as pixels of the grid.
#[expect(clippy::cast_possible_truncation, reason = "a cast from a float saturates")]
pub(crate) fn grid(length: f64) -> i32 {
    (length * GRID).round() as i32
}

/// A place in units on the grid.
pub(crate) fn on_grid((x, y): (f64, f64)) -> (i32, i32) {
    (grid(x), grid(y))
}

/// A length in pixels of the grid, written in units.
pub(crate) fn units(pixels: impl Into<i64>) -> Units {
    Units(pixels.into())
}

/// A length that writes itself.
#[derive(Clone, Copy)]
pub(crate) struct Units(i64);

impl fmt::Display for Units {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut whole, part) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        // Written from the end: these are most of what a drawing says.
        let mut written = [0; 23];
        let mut at = written.len();
        let mut put = |letter: u8| {
            at -= 1;
            written[at] = letter;
        };
        let digit = |number: u64| b"0123456789"[usize::try_from(number % 10).unwrap_or_default()];
        if part > 0 {
            put(digit(part));
            put(b'.');
        }
        put(digit(whole));
        while whole > 9 {
            whole /= 10;
            put(digit(whole));
        }
        if self.0 < 0 {
            put(b'-');
        }
        out.write_str(str::from_utf8(&written[at..]).unwrap_or_default())
    }
}

/// The corners of a line; level and upright pieces are written short.
pub(crate) fn path_data(path: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut data = String::new();
    let mut last: Option<BackendCoord> = None;
    for (x, y) in path {
        let _ = match last {
            None => write!(data, "M{} {}", units(x), units(y)),
            Some(before) if before == (x, y) => Ok(()),
            Some(before) if before.1 == y => write!(data, "H{}", units(x)),
            Some(before) if before.0 == x => write!(data, "V{}", units(y)),
            Some(_) => write!(data, "L{} {}", units(x), units(y)),
        };
        last = Some((x, y));
    }
    data
}

#[cfg(test)]
mod tests {
    use super::{path_data, units};

    #[test]
    fn lengths_have_at_most_one_decimal() {
        assert_eq!([0, 120, 125, -5].map(|pixels| units(pixels).to_string()), ["0", "12", "12.5", "-0.5"]);
        assert_eq!(units(i64::MIN).to_string(), "-922337203685477580.8");
    }

    #[test]
    fn level_and_upright_lines_are_written_short() {
        assert_eq!(path_data([(0, 0), (100, 0), (100, 55), (100, 55), (0, 0)]), "M0 0H10V5.5L0 0");
    }
}
