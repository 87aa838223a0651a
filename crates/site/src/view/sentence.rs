//! What happened to a KPI in a year, in a sentence made from the numbers.

use std::cmp::Ordering;

use nendo_model::{
    Cell, Comparison, Completion, Decimal, Direction, FiscalYear, Kpi, Quantity, Standing, comparison,
    completed, measured_unit,
};

use super::View;
use crate::phrase::Phrase;

impl View<'_> {
    /// What happened in a year, made from the numbers; empty for a qualitative KPI.
    pub(crate) fn sentence(&self, kpi: &Kpi, year: FiscalYear) -> Phrase {
        if let Some(completion) = completed(kpi, year) {
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
        let voice = self.voice;
        let (Some(entry), Some(unit)) = (kpi.entry(year), measured_unit(kpi)) else {
            return Phrase::default();
        };
        let level = |cell: &Option<Cell>| {
            let quantity = cell.as_ref()?.level().filter(|quantity| quantity.unit == unit)?;
            // What is not compared may be counted from another start.
            let amount = voice.amount(quantity);
            Some(if quantity.cumulative {
                voice.fill("cumulative", [("amount", amount.into())])
            } else {
                amount
            })
        };
        let year_word = || ("year", voice.year(year).into());
        let side_by_side = |actual: Phrase, target: Phrase| {
            let sides = [year_word(), ("actual", actual.into()), ("target", target.into())];
            voice.fill("sentence-side-by-side", sides)
        };
        let Some(compared) = against(kpi, year) else {
            return match (level(&entry.actual), level(&entry.target)) {
                (Some(actual), Some(target)) => side_by_side(actual, target),
                (Some(actual), None) => {
                    voice.fill("sentence-no-target", [year_word(), ("actual", actual.into())])
                }
                (None, Some(target)) => {
                    voice.fill("sentence-no-actual", [year_word(), ("target", target.into())])
                }
                (None, None) => Phrase::default(),
            };
        };
        let id = match compared.actual.value.cmp(&compared.target.value) {
            Ordering::Greater => "sentence-above",
            Ordering::Equal => "sentence-met",
            Ordering::Less => "sentence-below",
        };
        voice.fill(
            id,
            [
                year_word(),
                ("actual", voice.amount(compared.actual).into()),
                ("target", voice.value(compared.target).into()),
                ("gap", self.gap(compared.gap, [compared.actual, compared.target]).into()),
            ],
        )
    }

    /// The distance between two values, in the smaller magnitude of the two. Percentages are apart by
    /// points.
    pub(crate) fn gap(&self, gap: Decimal, [one, other]: [&Quantity; 2]) -> Phrase {
        let unit = match one.unit.as_str() {
            "%" | "％" => "ポイント",
            unit => unit,
        };
        let mut gap = Quantity::plain(gap, unit);
        gap.magnitude =
            if other.magnitude.power() < one.magnitude.power() { other.magnitude } else { one.magnitude };
        self.voice.value(&gap)
    }
}

/// An actual that can be said to be above, at or below its target. One that is equal and yet missed (5件 of 5件未満)
/// cannot.
fn against(kpi: &Kpi, year: FiscalYear) -> Option<Comparison<'_>> {
    let is_said =
        |compared: &Comparison<'_>| !compared.gap.is_zero() || compared.standing != Standing::Missed;
    comparison(kpi, year).filter(is_said)
}
