//! What happened to a KPI in a year, in a sentence made from the numbers.

use std::cmp::Ordering;

use nendo_model::{
    Cell, Comparison, Completion, Direction, FiscalYear, Kpi, Quantity, Standing, comparison, completed,
    measured_unit,
};

use super::View;
use crate::phrase::Phrase;

impl View<'_> {
    /// What happened in a year, made from the numbers; empty for a qualitative KPI.
    pub(crate) fn sentence(&self, kpi: &Kpi, year: FiscalYear) -> Phrase {
        let voice = self.voice;
        if let Some(Completion { at_end_of }) = completed(kpi, year) {
            return match at_end_of {
                Some(year) => voice.fill("sentence-completed-in", [("year", voice.year(year).into())]),
                None => voice.fill("sentence-completed", []),
            };
        }
        let (Some(entry), Some(unit)) = (kpi.entry(year), measured_unit(kpi)) else {
            return Phrase::default();
        };
        let level = |cell: &Option<Cell>| {
            let quantity = cell.as_ref()?.level().filter(|quantity| quantity.unit == unit)?;
            Some(voice.amount(quantity))
        };
        let year_word = || ("year", voice.year(year).into());
        let side_by_side = |actual: Phrase, target: Phrase| {
            let sides = [year_word(), ("actual", actual.into()), ("target", target.into())];
            voice.fill("sentence-side-by-side", sides)
        };
        let Some(compared) = comparison(kpi, year) else {
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
        if compared.gap.is_zero() && compared.standing == Standing::Missed {
            return side_by_side(voice.amount(compared.actual), voice.amount(compared.target));
        }
        let id = match compared.actual.value.cmp(&compared.target.value) {
            Ordering::Greater => "sentence-above",
            Ordering::Equal => "sentence-met",
            Ordering::Less => "sentence-below",
        };
        let said = voice.fill(
            id,
            [
                year_word(),
                ("actual", voice.amount(compared.actual).into()),
                ("target", voice.value(compared.target).into()),
                ("gap", self.gap(&compared).into()),
            ],
        );
        match kpi.direction {
            Direction::Higher => said,
            Direction::Lower => voice.fill("lower-is-better", [("sentence", said.into())]),
        }
    }

    /// The distance from the target, in the smaller magnitude of the two. Percentages are apart by
    /// points.
    fn gap(&self, compared: &Comparison<'_>) -> Phrase {
        let unit = match compared.actual.unit.as_str() {
            "%" | "％" => "ポイント",
            unit => unit,
        };
        let magnitudes = [compared.actual.magnitude, compared.target.magnitude];
        let magnitude = magnitudes.into_iter().min_by_key(|magnitude| magnitude.power());
        let mut gap = Quantity::plain(compared.gap, unit);
        gap.magnitude = magnitude.unwrap_or(gap.magnitude);
        self.voice.value(&gap)
    }
}
