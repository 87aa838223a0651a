//! Two numbers that are one length of time: 12時間30分, 5分30秒. In the larger unit where that is exact within
//! two decimals, else in the smaller.

use nendo_model::{Decimal, Magnitude};

use super::fault::Fault;
use super::source::Text;
use super::{digits, unit};

/// Units of which 60 of the second make one of the first.
const SIXTIETHS: [(&str, &str); 2] = [("時間", "分"), ("分", "秒")];

/// Joins a value in `unit` with the smaller unit that follows without a gap; all else is given back unchanged.
pub(super) fn joined(
    value: Decimal,
    unit: String,
    rest: Text<'_>,
) -> Result<(Decimal, String, Text<'_>), Fault> {
    let smaller = SIXTIETHS.into_iter().find(|(large, _)| *large == unit).map(|(_, small)| small);
    let Some(smaller) = smaller.filter(|_| rest.starts_with_digit()) else {
        return Ok((value, unit, rest));
    };
    let (amount, after) = digits::amount(rest)?;
    let (found, after) = unit::unit(after)?;
    let minutes: Option<u32> = amount.value.to_string().parse().ok();
    let whole: Option<u32> = value.to_string().parse().ok();
    let plain = amount.magnitude == Magnitude::One && found == smaller;
    let (Some(hours), Some(minutes)) = (whole, minutes.filter(|minutes| *minutes < 60 && plain)) else {
        return Err(Fault::Unread);
    };
    if minutes % 3 == 0 {
        let part = Decimal::new(i128::from(minutes) * 100 / 60, 2).ok_or(Fault::Unread)?;
        return Ok((value.minus(part.negated()).ok_or(Fault::Unread)?, unit, after));
    }
    let total = hours.checked_mul(60).and_then(|total| total.checked_add(minutes)).ok_or(Fault::Unread)?;
    Ok((Decimal::from(total), found, after))
}
