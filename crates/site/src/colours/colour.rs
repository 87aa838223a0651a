//! One colour: how it is written, and how far it stands out from another. It knows no name and no theme.

use std::fmt;

/// Red, green and blue, as sRGB has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour([u8; 3]);

impl Colour {
    /// Reads `#rrggbb`, and nothing else: what a style sheet is made of must be a colour and no more.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// The contrast ratio of WCAG 2.2: 1 to 21, the same from either side.
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The relative luminance of WCAG 2.2: 0 to 1.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let part = f64::from(channel) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        if self.0.iter().all(|channel| channel % 17 == 0) {
            return write!(text, "#{:x}{:x}{:x}", red / 17, green / 17, blue / 17);
        }
        write!(text, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn a_colour_is_six_digits_and_nothing_else() {
        assert_eq!(colour("#00AAff").to_string(), "#0af");
        assert_eq!(colour("#0a0aff").to_string(), "#0a0aff");
        for bad in
            ["", "#", "#fff", "00aaff", "#00aaff0", "#+0aaff", "#00aafg", "red", "#00aaff;}", "#００aaff"]
        {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let ratio = |one, other| colour(one).contrast(colour(other));
        assert!((ratio("#000000", "#ffffff") - 21.0).abs() < 1e-9);
        assert!((ratio("#777777", "#ffffff") - 4.478).abs() < 1e-3);
        assert!((ratio("#ffffff", "#777777") - ratio("#777777", "#ffffff")).abs() < 1e-9);
    }

    fn colour(text: &str) -> Colour {
        Colour::parse(text).expect("a colour")
    }
}
