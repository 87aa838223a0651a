//! Counts of grades. The grades are the city's own.

use crate::decimal::Decimal;
use crate::plan::Kpi;
use crate::scale::{GradeIndex, Scale};
use crate::year::FiscalYear;

/// How many KPIs have each grade in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Each grade of the scale, in its order.
    pub grades: Vec<GradeTally>,
    /// KPIs without an evaluation in that year.
    pub unevaluated: usize,
}

/// How many KPIs have one grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GradeTally {
    /// The grade.
    pub grade: GradeIndex,
    /// Its KPIs.
    pub count: usize,
    /// Their share in percent of the KPIs with a counted grade: whole where all shares are, else with one decimal, half up.
    /// Absent for a grade that is not counted, and where none is.
    pub percent: Option<Decimal>,
}

impl Tally {
    /// Counts the grades of these KPIs in a year, each KPI once.
    #[must_use]
    pub fn of<'a>(kpis: impl IntoIterator<Item = &'a Kpi>, year: FiscalYear, scale: &Scale) -> Self {
        let given: Vec<Option<GradeIndex>> = kpis.into_iter().map(|kpi| kpi.evaluation(year)).collect();
        let count = |wanted| given.iter().filter(|grade| **grade == wanted).count();
        let counts: Vec<(GradeIndex, bool, usize)> =
            scale.grades().map(|(index, grade)| (index, grade.counted, count(Some(index)))).collect();
        let counted = || counts.iter().filter(|(_, is_counted, _)| *is_counted).map(|(.., count)| *count);
        let whole: usize = counted().sum();
        let all_whole = whole > 0 && counted().all(|count| count * 100 % whole == 0);
        let percent = |count: usize| {
            let [part, whole] = [count, whole].map(|count| u32::try_from(count).ok().map(Decimal::from));
            let percent = part?.percent_of(whole?, 1)?;
            Some(if all_whole { percent.trimmed() } else { percent })
        };
        let grades = counts.iter().map(|&(grade, is_counted, count)| GradeTally {
            grade,
            count,
            percent: percent(count).filter(|_| is_counted),
        });
        Self { grades: grades.collect(), unevaluated: count(None) }
    }
}
