//! Numbers by way of two others: 85.7%(6/7), 6/7(85.7%), 4分の3. A fraction alone (6/7) may be a date, or one
//! count beside another, and is left unread; so is one that does not give the percentage beside it.

use nendo_model::{Bound, Decimal, Magnitude, Quantity};

use super::source::Text;
use super::{digits, measure, unit};

/// Two counts, the first of the second.
#[derive(Clone, Copy)]
struct Ratio {
    part: u64,
    whole: u64,
}

/// A count and the unit it is given in.
struct Count<'a> {
    value: u64,
    unit: String,
    rest: Text<'a>,
}

/// Whether a remark is the fraction that gives the percentage before it; `None` if it is no fraction, or
/// there is no percentage.
pub(super) fn agrees(remark: Text<'_>, quantity: &Quantity) -> Option<bool> {
    let percentage = quantity.unit == "%" && matches!(quantity.bound, Bound::Exact | Bound::About);
    let (ratio, rest) = of(remark).or_else(|| over(remark))?;
    (percentage && rest.is_empty()).then(|| ratio.gives(quantity))
}

/// A quantity that is written as a fraction, and what follows.
pub(super) fn fraction(text: Text<'_>) -> Option<(Quantity, Text<'_>)> {
    if !digits::starts_with_digit(text) {
        return None;
    }
    // Nearly every number is followed by something else.
    let after = text.skip_while(|letter| letter.is_ascii_digit() || letter == ',');
    match after.trim_start().first()? {
        '分' => parts(text),
        '/' => with_percentage(text).filter(|_| after.first() == Some('/')),
        _ => None,
    }
}

/// `6/7校(85.7%)`.
fn with_percentage(text: Text<'_>) -> Option<(Quantity, Text<'_>)> {
    let (ratio, rest) = over(text)?;
    let (inner, after) = rest.trim_start().parenthesis()?;
    let (percentage, end) = measure::measure(inner.trim()).ok()?;
    let mut quantity = percentage.into_quantity();
    let agrees = end.is_empty() && quantity.unit == "%" && quantity.bound == Bound::Exact;
    if !agrees || !ratio.gives(&quantity) {
        return None;
    }
    quantity.notes.push(text.before(rest).written());
    Some((quantity, after))
}

/// 4分の3, where it is a decimal.
fn parts(text: Text<'_>) -> Option<(Quantity, Text<'_>)> {
    let whole = count(text).filter(|whole| whole.unit == "分").map(|whole| (whole.value, whole.rest));
    // 100分の1 is a scale or a risk.
    let (whole, rest) = whole.filter(|(whole, _)| (2..=10).contains(whole))?;
    let (part, rest) = plain(rest.strip("の")?)?;
    let exact = (0..=4).find_map(|places| {
        let scaled = i128::from(part) * 100 * 10_i128.pow(u32::from(places));
        (scaled % i128::from(whole) == 0).then(|| Decimal::new(scaled / i128::from(whole), places))?
    });
    let exact = exact.filter(|_| part < whole)?;
    let (unit, after) = unit::unit(rest).ok()?;
    if !unit.is_empty() {
        return None;
    }
    let mut quantity = Quantity::plain(exact, "%");
    let bound = measure::strip_bound(after.trim_start());
    quantity.bound = bound.map_or(Bound::Exact, |(bound, _)| bound);
    Some((quantity, bound.map_or(after, |(_, rest)| rest)))
}

impl Ratio {
    /// Whether the value is this ratio in percent, rounded half up to the decimals that the value has.
    fn gives(self, quantity: &Quantity) -> bool {
        let written = quantity.value.to_string();
        let places = written.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let Ok(places) = u8::try_from(places) else { return false };
        let (part, whole) = (i128::from(self.part), i128::from(self.whole));
        let doubled = part * 200 * 10_i128.pow(u32::from(places)) + whole;
        let rounded = doubled.checked_div(2 * whole).and_then(|digits| Decimal::new(digits, places));
        quantity.magnitude == Magnitude::One && rounded == Some(quantity.value)
    }
}

/// `6/7`, `6/7校`, `6校/7校`.
fn over(text: Text<'_>) -> Option<(Ratio, Text<'_>)> {
    let part = count(text)?;
    let whole = count(part.rest.strip("/")?)?;
    let fits = part.unit.is_empty() || part.unit == whole.unit;
    fits.then_some((Ratio { part: part.value, whole: whole.value }, whole.rest))
}

/// `7校中6校`.
fn of(text: Text<'_>) -> Option<(Ratio, Text<'_>)> {
    let at = text.find(|letter| letter == '中')?;
    let whole = count(text.take(at)).filter(|whole| whole.rest.is_empty())?;
    let part = count(text.skip(at + 1))?;
    (part.unit == whole.unit).then_some((Ratio { part: part.value, whole: whole.value }, part.rest))
}

fn count(text: Text<'_>) -> Option<Count<'_>> {
    let (value, rest) = plain(text)?;
    let (unit, rest) = unit::unit(rest).ok()?;
    Some(Count { value, unit, rest })
}

/// A whole number in ones.
fn plain(text: Text<'_>) -> Option<(u64, Text<'_>)> {
    let (amount, rest) =
        digits::amount(text).ok().filter(|(amount, _)| amount.magnitude == Magnitude::One)?;
    Some((amount.value.to_string().parse().ok()?, rest))
}
