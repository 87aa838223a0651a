//! Pure questions about a plan: attainment, gap, counts by grade. Grades are the city's own and
//! are never derived here; these are the figures that stand beside them.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::cell::{Cell, Reading};
use crate::decimal::Decimal;
use crate::plan::{Direction, Kpi};
use crate::quantity::{Bound, Quantity};
use crate::scale::{GradeIndex, Scale};
use crate::year::FiscalYear;

/// The unit in which a KPI is measured, if it is numeric: quantities of one unit outnumber all
/// other targets and actuals that are set. A qualitative KPI has none.
#[must_use]
pub fn measured_unit(kpi: &Kpi) -> Option<&str> {
    let set: Vec<&Cell> = kpi
        .years
        .values()
        .flat_map(|entry| [&entry.target, &entry.actual])
        .flatten()
        .filter(|cell| cell.is_set())
        .collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for quantity in set.iter().filter_map(|cell| cell.level()) {
        *counts.entry(&quantity.unit).or_default() += 1;
    }
    let (unit, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (count > set.len() - count).then_some(unit)
}

/// Where an actual stands against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Better than the target.
    Better,
    /// Just the target, or within the bound it sets.
    Met,
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
    /// Which side of the target it is on, by the KPI's direction.
    pub standing: Standing,
}

/// The actual of a year beside its target, where both are quantities in the KPI's unit that can be
/// compared: the actual is exact, and both are counted from the same start and in the same way.
#[must_use]
pub fn comparison(kpi: &Kpi, year: FiscalYear) -> Option<Comparison<'_>> {
    let unit = measured_unit(kpi)?;
    let entry = kpi.entry(year)?;
    let target = entry.target.as_ref()?.level().filter(|target| target.unit == unit)?;
    let actual = entry.actual.as_ref()?.level().filter(|actual| actual.unit == unit)?;
    if actual.bound != Bound::Exact || !is_counted_alike(target, actual) {
        return None;
    }
    let excludes_itself = matches!(target.bound, Bound::MoreThan | Bound::LessThan);
    let standing =
        match (actual.value.cmp(&target.value), kpi.direction) {
            (Ordering::Equal, _) if excludes_itself => Standing::Missed,
            (Ordering::Equal, _) => Standing::Met,
            (Ordering::Greater, Direction::Assumed | Direction::Higher)
            | (Ordering::Less, Direction::Lower) => Standing::Better,
            (Ordering::Less, Direction::Assumed | Direction::Higher)
            | (Ordering::Greater, Direction::Lower) => Standing::Missed,
            (Ordering::Greater | Ordering::Less, Direction::Unclear) => Standing::Unclear,
        };
    let gap = actual.value.minus(target.value)?.abs();
    Some(Comparison { target, actual, gap, standing })
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
}

/// The actual of a year beside that of the year before, where both are exact quantities in the KPI's
/// unit, counted from the same start and in the same way.
#[must_use]
pub fn trend(kpi: &Kpi, year: FiscalYear) -> Option<Trend<'_>> {
    let unit = measured_unit(kpi)?;
    let actual = |year| {
        let level = kpi.entry(year)?.actual.as_ref()?.level()?;
        (level.unit == unit && level.bound == Bound::Exact).then_some(level)
    };
    let (before, now) = (actual(year.previous())?, actual(year)?);
    let gap = now.value.minus(before.value)?.abs();
    is_counted_alike(before, now).then_some(Trend { before, now, gap })
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

/// Attainment in percent, one decimal, half up. Above 100 is normal.
pub type Attainment = Decimal;

/// How far a target was attained: actual / target where more is better, (2 × target − actual) /
/// target where less is. Undefined where that is unclear, and unless the target is above zero: a
/// ratio to a negative target grows as the result gets worse.
#[must_use]
pub fn attainment(kpi: &Kpi, year: FiscalYear) -> Option<Attainment> {
    let (attained, target) = attained(kpi, &comparison(kpi, year)?)?;
    attained.percent_of(target, 1)
}

/// What was attained, and the target, which is above zero: attainment is the ratio of the two.
pub(crate) fn attained(kpi: &Kpi, comparison: &Comparison<'_>) -> Option<(Decimal, Decimal)> {
    let (target, actual) = (comparison.target.value, comparison.actual.value);
    if target.is_zero() || target.is_negative() || actual.is_negative() {
        return None;
    }
    let attained = match kpi.direction {
        Direction::Assumed | Direction::Higher => actual,
        Direction::Lower => target.minus(actual.minus(target)?)?,
        Direction::Unclear => return None,
    };
    Some((attained, target))
}

/// That a KPI was completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The year at whose end it was, where the city says so.
    pub at_end_of: Option<FiscalYear>,
}

/// Whether a KPI was completed, as seen from `year`: a cell of that year or an earlier one says so,
/// and no later one takes the KPI up again.
#[must_use]
pub fn completed(kpi: &Kpi, year: FiscalYear) -> Option<Completion> {
    let mut completion = None;
    for entry in kpi.years.range(..=year).map(|(_, entry)| entry) {
        let cells = || [&entry.target, &entry.actual].into_iter().flatten();
        let closed = cells().find_map(|cell| match *cell.reading {
            Reading::Closed { year: at_end_of } => Some(Completion { at_end_of }),
            _ => None,
        });
        if closed.is_some() || cells().any(Cell::is_set) {
            completion = closed;
        }
    }
    completion
}

/// How many KPIs have each grade in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// A count for each grade of the scale, in its order.
    pub grades: Vec<(GradeIndex, usize)>,
    /// KPIs without an evaluation in that year.
    pub unevaluated: usize,
    /// The denominator of percentages: KPIs with a counted grade.
    pub counted: usize,
}

impl Tally {
    /// Counts the grades of these KPIs in a year, each KPI once.
    #[must_use]
    pub fn of<'a>(kpis: impl IntoIterator<Item = &'a Kpi>, year: FiscalYear, scale: &Scale) -> Self {
        let grades: Vec<Option<GradeIndex>> = kpis.into_iter().map(|kpi| kpi.evaluation(year)).collect();
        let count = |wanted| grades.iter().filter(|grade| **grade == wanted).count();
        let counts: Vec<(GradeIndex, usize)> =
            scale.grades().map(|(index, _)| (index, count(Some(index)))).collect();
        let counted = scale.grades().zip(&counts).filter(|((_, grade), _)| grade.counted);
        Self { unevaluated: count(None), counted: counted.map(|(_, (_, count))| count).sum(), grades: counts }
    }

    /// The share of each grade in percent, in the order of the scale: whole numbers where all
    /// are whole, else one decimal, half up. `None` for a grade outside the denominator, and for
    /// all where nothing is counted.
    #[must_use]
    pub fn percentages(&self, scale: &Scale) -> Vec<Option<Decimal>> {
        let whole = u32::try_from(self.counted).unwrap_or(u32::MAX);
        let percents: Vec<Option<Decimal>> = scale
            .grades()
            .zip(&self.grades)
            .map(|((_, grade), (_, count))| {
                let count = Decimal::from(u32::try_from(*count).ok()?);
                grade.counted.then(|| count.percent_of(Decimal::from(whole), 1))?
            })
            .collect();
        let mut counted = scale.grades().zip(&self.grades).filter(|((_, grade), _)| grade.counted);
        let all_whole = counted.all(|(_, (_, count))| self.counted > 0 && count * 100 % self.counted == 0);
        if !all_whole {
            return percents;
        }
        percents.into_iter().map(|percent| percent.map(Decimal::trimmed)).collect()
    }
}

/// How a grade moved against the year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// To a better rung.
    Up,
    /// To a worse rung.
    Down,
    /// The same grade.
    Same,
    /// Evaluated for the first time.
    New,
    /// Between grades that the scale does not rank against each other.
    Other,
}

/// How a KPI's grade moved between two years; `None` where the later year has no grade.
#[must_use]
pub fn movement(scale: &Scale, before: Option<GradeIndex>, now: Option<GradeIndex>) -> Option<Movement> {
    let now = now?;
    let Some(before) = before else { return Some(Movement::New) };
    if before == now {
        return Some(Movement::Same);
    }
    let rank = |index| scale.grade(index).and_then(|grade| grade.rank);
    Some(match (rank(before), rank(now)) {
        (Some(before), Some(now)) => match now.cmp(&before) {
            Ordering::Less => Movement::Up,
            Ordering::Greater => Movement::Down,
            Ordering::Equal => Movement::Same,
        },
        _ => Movement::Other,
    })
}
