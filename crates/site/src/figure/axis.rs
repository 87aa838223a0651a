//! The axis of a progress chart: its unit, its round values, and how the values are worded beside it.

use nendo_chart::{Base, Mark, Period, Point, ticks, ticks_within};
use nendo_model::{Decimal, Magnitude, Quantity, Series};

use crate::voice::Voice;

/// Percentages that all lie between these are too close together to tell apart on an axis from zero.
const NARROW: std::ops::RangeInclusive<f64> = 95.0..=100.0;

/// The magnitude that most values are written in; the source language's axis has it.
pub(super) fn magnitude(series: Series<'_>) -> Magnitude {
    let years = series.kpi().years.keys();
    let values = years.flat_map(|year| [series.target(*year), series.actual(*year)]).flatten();
    let magnitudes: Vec<Magnitude> = values.map(|quantity| quantity.magnitude).collect();
    let count = |wanted: &Magnitude| magnitudes.iter().filter(|magnitude| *magnitude == wanted).count();
    magnitudes.iter().copied().max_by_key(count).unwrap_or(Magnitude::One)
}

/// The unit of all values.
pub(super) fn unit(voice: Voice<'_>, unit: &str, magnitude: Magnitude) -> String {
    if voice.is_source() {
        return format!("{}{unit}", magnitude.kanji());
    }
    voice.unit_name(unit).native_or("")
}

/// A value as the page writes it. The unit stands once at the axis; a label repeats it only where the language writes it as
/// one with the number.
pub(super) fn label(voice: Voice<'_>, quantity: &Quantity) -> String {
    if voice.is_source() || quantity.unit == "%" {
        return voice.amount(quantity).native_or(&voice.number(quantity.value));
    }
    voice.amount(&Quantity { unit: String::new(), ..quantity.clone() }).text()
}

/// What the axis begins with: zero, but for percentages that differ and are all near 100.
pub(super) fn base(unit: &str, periods: &[Period]) -> Base {
    let values = values(periods);
    let differ = values.iter().any(|value| values.first().is_some_and(|first| (value - first).abs() > 0.0));
    let narrow = unit == "%" && values.iter().all(|value| NARROW.contains(value));
    if narrow && differ { Base::Broken } else { Base::Zero }
}

/// Where grid lines stand, with their words.
pub(super) fn marks(voice: Voice<'_>, base: Base, periods: &[Period], magnitude: Magnitude) -> Vec<Mark> {
    let values = values(periods);
    let highest = values.iter().copied().fold(0.0, f64::max);
    let lowest = values.iter().copied().fold(highest, f64::min);
    let ticks = match base {
        Base::Zero => ticks(lowest, highest),
        Base::Broken => ticks_within(lowest, *NARROW.end()),
    };
    let worded = |value: f64| {
        let written = format!("{}", value.abs());
        let exact = Decimal::parse(&written)?;
        let exact = if value < 0.0 { exact.negated() } else { exact };
        let shown = if voice.is_source() { exact.in_units_of(magnitude.power())? } else { exact };
        Some(voice.number(shown))
    };
    // Nobody is half a person: between whole values there are none.
    let is_whole = |value: &f64| value.fract().abs() < f64::EPSILON;
    let all_whole = values.iter().all(is_whole);
    let ticks = ticks.into_iter().filter(|tick| !all_whole || is_whole(tick));
    ticks.map(|value| Mark { value, label: worded(value).unwrap_or_default() }).collect()
}

/// Every value that is drawn.
fn values(periods: &[Period]) -> Vec<f64> {
    let value = |point: &Point| match point {
        Point::Value(mark) => Some(mark.value),
        Point::Gap { .. } => None,
    };
    let of_year = |period: &Period| {
        let earlier = period.earlier.as_ref().map(|mark| mark.value);
        [value(&period.target), value(&period.actual), earlier]
    };
    periods.iter().flat_map(of_year).flatten().collect()
}
