//! Pure questions about the values of a KPI: its unit, an actual beside its target and beside the year before, attainment,
//! completion. Grades are the city's own and are never derived here; these are the figures that stand beside them.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::cell::{Cell, Reading};
use crate::decimal::Decimal;
use crate::plan::{Chart, Direction, Kpi};
use crate::quantity::{Bound, Quantity};
use crate::year::FiscalYear;

/// The values of a numeric KPI: its targets and actuals in the unit that it is measured in, which can be compared and drawn.
/// What a cell says in another unit is no value of the series.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    kpi: &'a Kpi,
    unit: &'a str,
}

/// Where an actual stands against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The target, or better.
    Reached,
    /// Worse than the target.
    Missed,
    /// Off the target, and nothing says which way is better.
    Unclear,
}

/// An actual beside its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison<'a> {
    /// The target of the year.
    pub target: &'a Quantity,
    /// The actual of the year.
    pub actual: &'a Quantity,
    /// How far the actual is from the target, as a distance.
    pub gap: Decimal,
    /// The actual's value against that of the target.
    pub order: Ordering,
    /// Whether that is good, by the KPI's direction.
    pub standing: Standing,
    direction: Direction,
}

/// An actual beside that of the year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trend<'a> {
    /// The actual of the year before.
    pub before: &'a Quantity,
    /// The actual of the year.
    pub now: &'a Quantity,
    /// How far they are apart, as a distance.
    pub gap: Decimal,
    /// The actual's value against that of the year before.
    pub order: Ordering,
}

/// That a KPI was completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The year at whose end it was, where the city says so.
    pub at_end_of: Option<FiscalYear>,
}

impl Kpi {
    /// Its values, if it is numeric: quantities of one unit outnumber all other targets and actuals that are set. A
    /// qualitative KPI has none.
    #[must_use]
    pub fn series(&self) -> Option<Series<'_>> {
        let cells = self.years.values().flat_map(|entry| [&entry.target, &entry.actual]).flatten();
        let set: Vec<&Cell> = cells.filter(|cell| cell.is_set()).collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for quantity in set.iter().filter_map(|cell| cell.quantity()) {
            *counts.entry(&quantity.unit).or_default() += 1;
        }
        let (unit, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
        (count > set.len() - count).then_some(Series { kpi: self, unit })
    }

    /// Its values, if it is drawn: they are numeric, and the city does not say otherwise.
    #[must_use]
    pub fn drawn(&self) -> Option<Series<'_>> {
        self.series().filter(|_| self.chart == Chart::Automatic)
    }

    /// The actual of a year beside its target, if both are values of its series and can be compared.
    #[must_use]
    pub fn comparison(&self, year: FiscalYear) -> Option<Comparison<'_>> {
        self.series()?.comparison(year)
    }

    /// Whether it was completed, as seen from `year`: a cell of that year or an earlier one says so, of no later year, and no
    /// later cell takes the KPI up again.
    #[must_use]
    pub fn completion(&self, year: FiscalYear) -> Option<Completion> {
        let mut completion = None;
        for entry in self.years.range(..=year).map(|(_, entry)| entry) {
            let cells = || [&entry.target, &entry.actual].into_iter().flatten();
            let closed = cells().find_map(|cell| match *cell.reading {
                Reading::Closed { year: at_end_of } => Some(Completion { at_end_of }),
                _ => None,
            });
            if closed.is_some() || cells().any(Cell::is_set) {
                completion = closed;
            }
        }
        completion.filter(|Completion { at_end_of }| at_end_of.is_none_or(|end| end <= year))
    }

    /// Whether it is followed no longer in `year`: it was completed before, and no cell of a later year takes it up again.
    #[must_use]
    pub fn is_closed_before(&self, year: FiscalYear) -> bool {
        let later = self.years.iter().filter(|(later, _)| **later > year).map(|(_, entry)| entry);
        let mut cells = later.flat_map(|entry| [&entry.target, &entry.actual]).flatten();
        let is_before = |Completion { at_end_of }| at_end_of.is_none_or(|end| end < year);
        self.completion(year).is_some_and(is_before) && !cells.any(Cell::is_set)
    }
}

impl<'a> Series<'a> {
    /// The KPI whose values they are.
    #[must_use]
    pub fn kpi(self) -> &'a Kpi {
        self.kpi
    }

    /// The unit; empty where the numbers have none.
    #[must_use]
    pub fn unit(self) -> &'a str {
        self.unit
    }

    /// The quantity of a cell, if it is in the unit.
    #[must_use]
    pub fn quantity(self, cell: &'a Cell) -> Option<&'a Quantity> {
        cell.quantity().filter(|quantity| quantity.unit == self.unit)
    }

    /// The target of a year, in the unit.
    #[must_use]
    pub fn target(self, year: FiscalYear) -> Option<&'a Quantity> {
        self.quantity(self.kpi.entry(year)?.target.as_ref()?)
    }

    /// The actual of a year, in the unit.
    #[must_use]
    pub fn actual(self, year: FiscalYear) -> Option<&'a Quantity> {
        self.quantity(self.kpi.entry(year)?.actual.as_ref()?)
    }

    /// The actual of a year beside its target, where the two can be compared: the actual is exact, and both are counted from
    /// the same start and in the same way.
    #[must_use]
    pub fn comparison(self, year: FiscalYear) -> Option<Comparison<'a>> {
        let (target, actual) = (self.target(year)?, self.actual(year)?);
        if actual.bound != Bound::Exact || !is_counted_alike(target, actual) {
            return None;
        }
        let direction = self.kpi.direction;
        let order = actual.value.cmp(&target.value);
        let standing = match (order, direction) {
            (Ordering::Equal, _) if matches!(target.bound, Bound::MoreThan | Bound::LessThan) => {
                Standing::Missed
            }
            (Ordering::Equal, _)
            | (Ordering::Greater, Direction::Assumed | Direction::Higher)
            | (Ordering::Less, Direction::Lower) => Standing::Reached,
            (Ordering::Less, Direction::Assumed | Direction::Higher)
            | (Ordering::Greater, Direction::Lower) => Standing::Missed,
            (Ordering::Greater | Ordering::Less, Direction::Unclear) => Standing::Unclear,
        };
        let gap = actual.value.minus(target.value)?.abs();
        Some(Comparison { target, actual, gap, order, standing, direction })
    }

    /// The actual of a year beside that of the year before, where both are exact, counted from the same start and in the same
    /// way.
    #[must_use]
    pub fn trend(self, year: FiscalYear) -> Option<Trend<'a>> {
        let actual = |year| self.actual(year).filter(|actual| actual.bound == Bound::Exact);
        let (before, now) = (actual(year.previous())?, actual(year)?);
        let gap = now.value.minus(before.value)?.abs();
        let order = now.value.cmp(&before.value);
        is_counted_alike(before, now).then_some(Trend { before, now, gap, order })
    }
}

impl Comparison<'_> {
    /// Whether the actual is the value of a target that excludes it (40件超), and so missed without a distance.
    #[must_use]
    pub fn is_excluded(&self) -> bool {
        self.order.is_eq() && self.standing == Standing::Missed
    }

    /// How far the target was attained, in percent with one decimal, half up: actual / target where more is better,
    /// (2 × target − actual) / target where less is. Above 100 is normal. Undefined where the direction is unclear, and unless
    /// the target is above zero: a ratio to a negative target grows as the result gets worse.
    #[must_use]
    pub fn attainment(&self) -> Option<Decimal> {
        let (attained, target) = self.attained()?;
        attained.percent_of(target, 1)
    }

    /// What was attained, and the target, which is above zero: attainment is the ratio of the two.
    pub(crate) fn attained(&self) -> Option<(Decimal, Decimal)> {
        let (target, actual) = (self.target.value, self.actual.value);
        if target <= Decimal::from(0) || actual.is_negative() {
            return None;
        }
        let attained = match self.direction {
            Direction::Assumed | Direction::Higher => actual,
            Direction::Lower => target.minus(actual.minus(target)?)?,
            Direction::Unclear => return None,
        };
        Some((attained, target))
    }
}

/// Ways to count that give a value of their own, by the words for each: who came twice is two of 延べ, and the
/// average of a month is no total. 合計 and its like say what a value is without them.
const WAYS: [&[&str]; 7] = [
    &["延べ", "のべ"],
    &["平均"],
    &["年平均", "年間平均", "年度平均"],
    &["月平均", "月間平均"],
    &["週平均", "週間平均"],
    &["日平均"],
    &["中央値"],
];

/// Whether both are counted from the same start, and in the same way.
fn is_counted_alike(one: &Quantity, other: &Quantity) -> bool {
    one.cumulative == other.cumulative
        && WAYS.iter().all(|words| is_counted(one, words) == is_counted(other, words))
}

/// Whether a label or a note says one of these words of the value. A note that only mentions one (全国平均を上回る),
/// or has a number, is about another value.
fn is_counted(quantity: &Quantity, words: &[&str]) -> bool {
    let label = quantity.label.as_deref().unwrap_or_default();
    let mut notes = quantity.notes.iter().filter(|note| !note.contains(char::is_numeric));
    let says = |note: &String| words.iter().any(|word| note.starts_with(word) || note.ends_with(word));
    // 延 is a way only by itself: 延長 is a length.
    words.iter().any(|word| label.contains(word))
        || label == "延" && words.contains(&"延べ")
        || notes.any(says)
}
