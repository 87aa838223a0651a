//! Digits → an exact value: commas that part thousands, decimals, and the magnitudes 千 万 億 百万 兆, also
//! several in one number (`95万9千`). Anything that two readers might read differently is refused.

use nendo_model::{Decimal, Magnitude};

use super::fault::Fault;
use super::source::Text;

/// A number with the magnitude it was written in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    /// With the magnitude applied.
    pub value: Decimal,
    /// [`Magnitude::One`] for a number of several parts, which has no single one, and for 千万 and 千億.
    pub magnitude: Magnitude,
}

/// A magnitude in the text.
#[derive(Clone, Copy)]
struct Scale {
    power: u8,
    magnitude: Magnitude,
}

/// Digits with commas and a point.
struct Numeral {
    value: Decimal,
    has_fraction: bool,
    /// How many digits stand before the point.
    width: usize,
}

/// Reads the number that a text starts with, and gives what follows.
pub(super) fn amount(text: Text<'_>) -> Result<(Amount, Text<'_>), Fault> {
    let (first, rest) = numeral(text)?;
    let (scale, mut rest) = scale(rest);
    let mut value = first.value.scaled(scale.power).ok_or(Fault::Unread)?;
    let mut magnitude = scale.magnitude;
    let mut above = scale;
    while rest.starts_with_digit() {
        let (part, after) = numeral(rest)?;
        let (scale, after) = self::scale(after);
        if first.has_fraction || part.has_fraction || above.magnitude == Magnitude::Million {
            return Err(Fault::Unread);
        }
        let part_value = part.value.scaled(scale.power).ok_or(Fault::Unread)?;
        let limit = Decimal::from(1).scaled(above.power).ok_or(Fault::Unread)?;
        if scale.power >= above.power || part_value >= limit {
            // 3千5百万 counts its 千 in 万 and is no damage.
            return Err(if above.magnitude == Magnitude::Thousand { Fault::Unread } else { Fault::Broken });
        }
        // 1万5 is said for fifteen thousand, and written for ten thousand and five; 2億5千 likewise.
        if scale.power < 4 && above.power > 4 || scale.power == 0 && part.width < 2 {
            return Err(Fault::Unread);
        }
        value = value.minus(part_value.negated()).ok_or(Fault::Unread)?;
        magnitude = Magnitude::One;
        (above, rest) = (scale, after);
    }
    Ok((Amount { value, magnitude }, rest))
}

fn numeral(text: Text<'_>) -> Result<(Numeral, Text<'_>), Fault> {
    let mut rest = text.skip(text.digits());
    while let Some(after) = rest.strip(",").filter(|after| after.starts_with_digit()) {
        rest = after.skip(after.digits());
    }
    let written = text.before(rest).folded();
    if let Some((first, others)) = written.split_once(',')
        && (first.len() > 3 || others.split(',').any(|group| group.len() != 3))
    {
        return Err(Fault::Broken);
    }
    let whole = written.replace(',', "");
    let width = whole.len();
    // 007 and 053-457-2111 are names, not numbers.
    if width == 0 || (width > 1 && whole.starts_with('0')) {
        return Err(Fault::Unread);
    }
    let fraction = rest.strip(".").map_or(0, Text::digits);
    let end = if fraction > 0 { rest.skip(1 + fraction) } else { rest };
    if end.first() == Some('.') {
        return Err(Fault::Unread);
    }
    let value = Decimal::parse(&format!("{whole}{}", rest.before(end).folded())).ok_or(Fault::Unread)?;
    Ok((Numeral { value, has_fraction: fraction > 0, width }, end))
}

/// The magnitude after a number, or that of one. Of several kanji in a row only 百万, 千万 and 千億 are taken;
/// the second of any others (5百人, 3十億) is left to the unit, which refuses it.
fn scale(text: Text<'_>) -> (Scale, Text<'_>) {
    let start = text.skip_while(|letter| letter == ' ' || letter == '\u{A0}');
    let stacked = [("千万", 7), ("千億", 11)]
        .into_iter()
        .find_map(|(word, power)| Some((Scale { power, magnitude: Magnitude::One }, start.strip(word)?)));
    let single = || {
        Magnitude::WRITTEN.into_iter().find_map(|magnitude| {
            Some((Scale { power: magnitude.power(), magnitude }, start.strip(magnitude.kanji())?))
        })
    };
    stacked.or_else(single).unwrap_or((Scale { power: 0, magnitude: Magnitude::One }, text))
}
