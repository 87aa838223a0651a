//! What happened to a KPI in a year, in a sentence made from the numbers.

use std::cmp::Ordering;

use nendo_model::{Comparison, Completion, Decimal, Direction, FiscalYear, Kpi, Quantity};

use super::Narrator;
use crate::phrase::Phrase;

impl Narrator<'_> {
    /// What happened in a year, made from the numbers; empty for a qualitative KPI.
    pub(crate) fn sentence(&self, kpi: &Kpi, year: FiscalYear) -> Phrase {
        if let Some(completion) = kpi.completion(year) {
            return self.completed(completion);
        }
        let said = self.figures(kpi, year);
        match kpi.direction {
            Direction::Lower if against(kpi, year).is_some() => {
                self.voice.fill("lower-is-better", [("sentence", said.into())])
            }
            _ => said,
        }
    }

    /// That a KPI was completed.
    pub(crate) fn completed(&self, Completion { at_end_of }: Completion) -> Phrase {
        match at_end_of {
            Some(year) => self.voice.fill("sentence-completed-in", [("year", self.voice.year(year).into())]),
            None => self.voice.fill("sentence-completed", []),
        }
    }

    /// The actual of a year beside its target, or the one there is; empty where there is neither.
    pub(crate) fn figures(&self, kpi: &Kpi, year: FiscalYear) -> Phrase {
        let Some(compared) = against(kpi, year) else { return self.side_by_side(kpi, year) };
        let id = match compared.order {
            Ordering::Greater => "sentence-above",
            Ordering::Equal => "sentence-met",
            Ordering::Less => "sentence-below",
        };
        let args = [
            ("year", self.voice.year(year).into()),
            ("actual", self.voice.amount(compared.actual).into()),
            ("target", self.voice.value(compared.target).into()),
            ("gap", self.gap(compared.gap, [compared.actual, compared.target]).into()),
        ];
        self.voice.fill(id, args)
    }

    /// What is not compared, and may be counted from another start.
    fn side_by_side(&self, kpi: &Kpi, year: FiscalYear) -> Phrase {
        let Some(series) = kpi.series() else { return Phrase::default() };
        let amount = |quantity: &Quantity| {
            let amount = self.voice.amount(quantity);
            if quantity.cumulative {
                self.voice.fill("cumulative", [("amount", amount.into())])
            } else {
                amount
            }
        };
        let said = ("year", self.voice.year(year).into());
        match (series.actual(year).map(amount), series.target(year).map(amount)) {
            (Some(actual), Some(target)) => {
                let sides = [said, ("actual", actual.into()), ("target", target.into())];
                self.voice.fill("sentence-side-by-side", sides)
            }
            (Some(actual), None) => self.voice.fill("sentence-no-target", [said, ("actual", actual.into())]),
            (None, Some(target)) => self.voice.fill("sentence-no-actual", [said, ("target", target.into())]),
            (None, None) => Phrase::default(),
        }
    }

    /// The distance between two values, in the smaller magnitude of the two.
    pub(crate) fn gap(&self, gap: Decimal, [one, other]: [&Quantity; 2]) -> Phrase {
        let mut gap = Quantity::plain(gap, self.voice.distance_unit(&one.unit));
        gap.magnitude =
            if other.magnitude.power() < one.magnitude.power() { other.magnitude } else { one.magnitude };
        self.voice.value(&gap)
    }
}

/// An actual that can be said to be above, at or below its target. One that is equal and yet missed (5件 of 5件未満)
/// cannot.
fn against(kpi: &Kpi, year: FiscalYear) -> Option<Comparison<'_>> {
    kpi.comparison(year).filter(|compared| !compared.is_excluded())
}
