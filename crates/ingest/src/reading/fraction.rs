//! Numbers by way of two others: 85.7%(6/7), 6/7(85.7%), 4分の3. A fraction alone (6/7) may be a date, or one
//! count beside another, and is left unread; so is one that does not give the percentage beside it.

use std::cmp::Ordering;

use nendo_model::{Bound, Decimal, Magnitude, Quantity};

use super::ending::strip_bound;
use super::source::Text;
use super::{digits, measure, unit};

/// Two counts, the first of the second.
#[derive(Clone, Copy)]
struct Ratio {
    part: Decimal,
    whole: Decimal,
}

/// A count and the unit it is given in.
struct Count<'a> {
    value: Decimal,
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
    if !text.starts_with_digit() {
        return None;
    }
    // Nearly every number is followed by something else.
    let after = text.skip_while(|letter| letter.is_ascii_digit() || letter == ',');
    match after.trim_start().first()? {
        '/' => with_percentage(text),
        '分' => parts(text),
        _ => None,
    }
}

/// `6/7校(85.7%)`.
fn with_percentage(text: Text<'_>) -> Option<(Quantity, Text<'_>)> {
    let (ratio, rest) = over(text)?;
    let (inner, after) = rest.trim_start().parenthesis()?;
    let (mut quantity, end) = measure::measure(inner.trim()).ok()?;
    let agrees = end.is_empty() && quantity.unit == "%" && quantity.bound == Bound::Exact;
    if !agrees || !ratio.gives(&quantity) {
        return None;
    }
    quantity.notes.push(text.before(rest).written());
    Some((quantity, after))
}

/// 4分の3, where it is a decimal. 100分の1 is a scale or a risk.
fn parts(text: Text<'_>) -> Option<(Quantity, Text<'_>)> {
    let Count { value: whole, rest, .. } = count(text).filter(|whole| whole.unit == "分")?;
    let (part, rest) = plain(rest.strip("の")?)?;
    let (unit, rest) = unit::unit(rest).ok()?;
    let is_part = part < whole && whole >= 2.into() && whole <= 10.into() && unit.is_empty();
    let value = Ratio { part, whole }.exact().filter(|_| is_part)?;
    let (bound, rest) = strip_bound(rest.trim_start()).unwrap_or((Bound::Exact, rest));
    Some((Quantity { bound, ..Quantity::plain(value, "%") }, rest))
}

impl Ratio {
    /// Whether the value is this ratio in percent, rounded to the decimals that the value has.
    fn gives(self, quantity: &Quantity) -> bool {
        let percent = self.part.percent_of(self.whole, quantity.value.places());
        quantity.magnitude == Magnitude::One && percent == Some(quantity.value)
    }

    /// The ratio in percent, where that is a decimal.
    fn exact(self) -> Option<Decimal> {
        let is_exact =
            |percent: &Decimal| self.part.cmp_percent(self.whole, *percent) == Some(Ordering::Equal);
        (0..=4).filter_map(|decimals| self.part.percent_of(self.whole, decimals)).find(is_exact)
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
fn plain(text: Text<'_>) -> Option<(Decimal, Text<'_>)> {
    let (amount, rest) = digits::amount(text).ok()?;
    let is_plain = amount.magnitude == Magnitude::One && amount.value.places() == 0;
    is_plain.then_some((amount.value, rest))
}
