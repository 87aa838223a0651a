//! Counts of grades. The grades are the city's own.

use crate::decimal::Decimal;
use crate::plan::Kpi;
use crate::scale::{GradeIndex, Scale};
use crate::year::FiscalYear;

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
