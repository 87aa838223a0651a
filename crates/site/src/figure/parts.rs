//! The parts that the actual values of a KPI are made of, where the table names them and they add up.

use std::collections::{BTreeMap, BTreeSet};

use nendo_chart::{Mark, Period};
use nendo_model::{FiscalYear, Part, Quantity, Series};

use super::axis;
use crate::phrase::Phrase;
use crate::spelling::key;
use crate::voice::Voice;

/// More parts than these cannot be told apart.
const MOST: usize = 5;

/// Gives each year the parts of its actual, and names them; nothing where no year has any.
///
/// Most years must name the same parts; one that names others, or whose parts do not add up to the whole, stays whole. So
/// do all of them where the page's language has no name for a part.
pub(super) fn stack(
    voice: Voice<'_>,
    series: Series<'_>,
    years: &[FiscalYear],
    periods: &mut [Period],
) -> Vec<String> {
    let wholes: Vec<Option<&Quantity>> =
        years.iter().map(|year| series.actual(*year).filter(|whole| adds_up(whole))).collect();
    let Some(names) = names(wholes.iter().copied().flatten()) else { return Vec::new() };
    let phrases: Vec<_> = names.iter().map(|name| voice.phrase(name)).collect();
    if !phrases.iter().all(Phrase::is_native) {
        return Vec::new();
    }
    for (period, whole) in periods.iter_mut().zip(wholes) {
        let Some(whole) = whole.filter(|whole| keys(whole) == names.iter().map(|name| key(name)).collect())
        else {
            continue;
        };
        let part = |name: &String| whole.breakdown.iter().find(|part| key(&part.name) == key(name));
        period.parts = names.iter().filter_map(part).map(|part| mark(voice, whole, part)).collect();
    }
    phrases.iter().map(Phrase::text).collect()
}

/// The names that most years have, in the order of the latest of them.
fn names<'a>(wholes: impl Iterator<Item = &'a Quantity>) -> Option<Vec<String>> {
    let mut found: BTreeMap<BTreeSet<String>, (usize, usize, &Quantity)> = BTreeMap::new();
    for (at, whole) in wholes.enumerate() {
        let count = found.get(&keys(whole)).map_or(0, |(count, ..)| *count);
        found.insert(keys(whole), (count + 1, at, whole));
    }
    let (.., whole) = found.into_values().max_by_key(|(count, at, _)| (*count, *at))?;
    Some(whole.breakdown.iter().map(|part| part.name.clone()).collect())
}

/// Whether a quantity is just the sum of two to five parts of its own unit, each with a name of its own.
fn adds_up(whole: &Quantity) -> bool {
    let parts = &whole.breakdown;
    let rest = parts.iter().try_fold(whole.value, |rest, part| rest.minus(part.value));
    (2..=MOST).contains(&parts.len())
        && keys(whole).len() == parts.len()
        && parts.iter().all(|part| part.unit == whole.unit && !part.value.is_negative())
        && rest.is_some_and(nendo_model::Decimal::is_zero)
}

fn keys(whole: &Quantity) -> BTreeSet<String> {
    whole.breakdown.iter().map(|part| key(&part.name)).collect()
}

/// A part as the page writes it, in the magnitude of the whole and without the unit, which the whole has.
fn mark(voice: Voice<'_>, whole: &Quantity, part: &Part) -> Mark {
    let quantity = Quantity { magnitude: whole.magnitude, ..Quantity::plain(part.value, "") };
    Mark { value: part.value.to_f64(), label: axis::label(voice, &quantity) }
}
