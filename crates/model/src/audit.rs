//! A city's grades beside the rule that it names for them. The grades stay the city's own: the rule
//! only says which of them are worth a second look.

use crate::case::Case;
use crate::decimal::Decimal;
use crate::plan::{Edition, Kpi, Plan};
use crate::problem::Problem;
use crate::quantity::Quantity;
use crate::scale::GradeBound;
use crate::year::FiscalYear;

/// The most decimals that a percentage is shown with.
const MOST_DECIMALS: u8 = 9;

/// The grades that are not the ones due by the plan's rule, each at the cell of its actual: every KPI
/// and reported year once, from the edition that the year's site is made of. Due is the grade of the
/// greatest bound that the attainment, which is not rounded for this, reaches. Nothing is said where
/// there is no attainment, where it reaches no bound, and of grades that the rule does not name.
#[must_use]
pub fn audit(plan: &Plan) -> Vec<Problem> {
    let years = plan.reported().into_iter();
    let graded = years.flat_map(|(year, edition)| edition.kpis().map(move |kpi| (edition, kpi, year)));
    graded.filter_map(|(edition, kpi, year)| disagreement(plan, edition, kpi, year)).collect()
}

fn disagreement(plan: &Plan, edition: &Edition, kpi: &Kpi, year: FiscalYear) -> Option<Problem> {
    let bounds = plan.audit.as_ref()?;
    let index = |bound: &GradeBound| plan.scale.find(&bound.grade);
    let given = kpi.evaluation(year)?;
    bounds.iter().find(|bound| index(bound) == Some(given))?;
    // A target that excludes itself (40件超) is missed by an attainment of 100 %.
    let comparison = kpi.comparison(year).filter(|comparison| !comparison.is_excluded())?;
    let ratio = comparison.attained()?;
    let due = due(bounds, ratio)?;
    if index(due) == Some(given) {
        return None;
    }
    let code = |index| plan.scale.grade(index).map(|grade| grade.code.clone());
    let case = Case::Audit {
        value: code(given)?,
        due: index(due).and_then(code).unwrap_or_else(|| due.grade.clone()),
        attainment: shown(bounds, ratio)?.to_string(),
        actual: written(comparison.actual)?,
        target: written(comparison.target)?,
        direction: kpi.direction.name().to_owned(),
    };
    Some(Problem { case, origin: edition.origin(kpi.entry(year)?.actual.as_ref()?.place) })
}

/// The bound that the exact ratio reaches, the greatest of all.
fn due(bounds: &[GradeBound], (attained, target): (Decimal, Decimal)) -> Option<&GradeBound> {
    let mut reached = Vec::new();
    for bound in bounds {
        if attained.cmp_percent(target, bound.from)?.is_ge() {
            reached.push(bound);
        }
    }
    reached.into_iter().max_by_key(|bound| bound.from)
}

/// The ratio in percent as it is told: with one decimal, or as many as it takes to stand on the side
/// of every bound that it is on. 99.96 is not told as 100.0 where 100 is a bound.
fn shown(bounds: &[GradeBound], (attained, target): (Decimal, Decimal)) -> Option<Decimal> {
    let stands_right = |percent: &Decimal| {
        let reached = |bound: &GradeBound| Some(attained.cmp_percent(target, bound.from)?.is_ge());
        bounds.iter().all(|bound| reached(bound) == Some(*percent >= bound.from))
    };
    (1..=MOST_DECIMALS).filter_map(|decimals| attained.percent_of(target, decimals)).find(stands_right)
}

/// A quantity as its value and unit: `45.5万人`.
fn written(quantity: &Quantity) -> Option<String> {
    let Quantity { value, magnitude, unit, .. } = quantity;
    Some(format!("{}{}{unit}", value.in_units_of(magnitude.power())?, magnitude.kanji()))
}
