//! A unit that stands beside a value and not with it: in a column of its own (単位), or in
//! plan.toml. Knows how a value takes it up, not which value it belongs to.

use nendo_model::{Decimal, Magnitude, Part, Quantity, Range, Reading, Several};

use crate::reading;

/// A unit: `人`, `千円`, `件(累計)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    name: String,
    magnitude: Magnitude,
    cumulative: bool,
}

/// Makes each quantity of a reading cumulative, as the table says of the whole KPI.
fn accumulate(reading: &mut Reading) {
    match reading {
        Reading::Quantity(quantity) => quantity.cumulative = true,
        Reading::Range(range) => {
            range.lowest.cumulative = true;
            range.highest.cumulative = true;
        }
        Reading::Several(several) => {
            several.quantities.iter_mut().for_each(|quantity| quantity.cumulative = true);
        }
        _ => {}
    }
}

/// A reading of a KPI all of whose values are cumulative. One that says of itself that it is of its year alone
/// (20件(単年度)) is left unread.
pub(crate) fn accumulated(mut reading: Reading) -> Reading {
    if says_yearly(&reading) {
        return Reading::Unread;
    }
    accumulate(&mut reading);
    reading
}

/// Whether a cell says of itself that it is of its year alone: 20件(単年度).
fn says_yearly(read: &Reading) -> bool {
    let Reading::Quantity(Quantity { label, tail, notes, .. }) = read else { return false };
    label.iter().chain(tail).chain(notes).any(|word| word.contains("単年"))
}

impl Unit {
    /// A unit of this name, in which values are of this magnitude.
    pub(crate) fn new(name: String, magnitude: Magnitude, cumulative: bool) -> Self {
        Self { name, magnitude, cumulative }
    }

    /// Reads a unit as one reads it after a number; `None` for a blank or a dash.
    pub(crate) fn read(written: &str) -> Option<Self> {
        if written.is_empty() || nendo_model::is_placeholder(written) {
            return None;
        }
        let plain = Self { name: written.to_owned(), magnitude: Magnitude::One, cumulative: false };
        let Reading::Quantity(sample) = reading::read(&format!("1{written}")) else { return Some(plain) };
        let Quantity { magnitude, cumulative, .. } = sample;
        let one = Decimal::from(1).scaled(magnitude.power())?;
        let bare = Quantity { magnitude, cumulative, ..Quantity::plain(one, &sample.unit) };
        // One that says more than a unit does would have its meaning lost.
        if sample == bare { Some(Self { name: sample.unit, magnitude, cumulative }) } else { Some(plain) }
    }

    /// Gives this unit to each quantity that has none.
    pub(crate) fn give(&self, reading: Reading) -> Reading {
        let given = match reading {
            Reading::Quantity(quantity) => self.to_quantity(quantity).map(Reading::Quantity),
            Reading::Range(range) => {
                let Range { lowest, highest } = *range;
                let ends = self.to_quantity(lowest).zip(self.to_quantity(highest));
                ends.map(|(lowest, highest)| Reading::Range(Box::new(Range { lowest, highest })))
            }
            Reading::Several(Several { quantities, total }) => {
                let quantities: Option<Vec<Quantity>> =
                    quantities.into_iter().map(|quantity| self.to_quantity(quantity)).collect();
                quantities.map(|quantities| Reading::Several(Several { quantities, total }))
            }
            other => Some(other),
        };
        given.unwrap_or(Reading::Unread)
    }

    /// `None` where both have a magnitude (`45万` in 千円), the value is too long, or a part may be of another unit.
    fn to_quantity(&self, mut quantity: Quantity) -> Option<Quantity> {
        if !quantity.unit.is_empty() {
            return Some(quantity);
        }
        let power = self.magnitude.power();
        if self.magnitude != Magnitude::One {
            if quantity.magnitude != Magnitude::One {
                return None;
            }
            quantity.magnitude = self.magnitude;
            quantity.value = quantity.value.scaled(power)?;
        }
        quantity.unit.clone_from(&self.name);
        quantity.cumulative |= self.cumulative;
        let parts = quantity.breakdown.into_iter().map(|part| {
            if !part.unit.is_empty() {
                return Some(part);
            }
            // Beside a percentage it may be a count, as in a cell that says % itself.
            if self.name == "%" {
                return None;
            }
            Some(Part { value: part.value.scaled(power)?, unit: self.name.clone(), ..part })
        });
        quantity.breakdown = parts.collect::<Option<Vec<Part>>>()?;
        Some(quantity)
    }
}

#[cfg(test)]
mod tests {
    use nendo_model::{Decimal, Magnitude, Quantity, Reading};

    use super::{Unit, accumulate};
    use crate::reading::read;

    fn given(unit: &str, written: &str) -> Reading {
        Unit::read(unit).expect("a unit").give(read(written))
    }

    #[test]
    fn only_a_quantity_without_a_unit_takes_it() {
        assert_eq!(given("人", "20"), Reading::Quantity(Quantity::plain(Decimal::from(20), "人")));
        assert_eq!(given("人", "20%"), read("20%"));
        assert_eq!(given("人", "なし"), read("なし"));
        assert!(Unit::read("").is_none() && Unit::read("—").is_none());
    }

    #[test]
    fn a_magnitude_in_the_unit_scales_the_value() {
        let Reading::Quantity(quantity) = given("千円", "210") else { panic!("no quantity") };
        assert_eq!((quantity.value, quantity.magnitude), (Decimal::from(210_000), Magnitude::Thousand));
        assert_eq!(quantity.unit, "円");
        assert_eq!(given("千円", "45万"), Reading::Unread);
        assert_eq!(given("千円", "210(市内:200、市外:10)"), read("210千円(市内:200千円、市外:10千円)"));
    }

    #[test]
    fn a_unit_reaches_the_parts_and_says_what_is_cumulative() {
        assert_eq!(given("件", "86(直営:66、委託:20)"), read("86件(直営:66、委託:20)"));
        assert_eq!(given("%", "86(会員:1234、市外:5件)"), Reading::Unread);
        assert_eq!(given("%", "86(会員:12件、市外:5件)"), read("86%(会員:12件、市外:5件)"));
        assert_eq!(given("件(累計)", "5"), read("5件(累計)"));
        assert_eq!(given("件", "5(累計)"), read("5件(累計)"));
        for unit in ["件以上", "件(上方修正)", "件達成", "件(速報値)", "件(市内:1)", "0件"]
        {
            assert_eq!(
                given(unit, "5"),
                Reading::Quantity(Quantity::plain(Decimal::from(5), unit)),
                "{unit}"
            );
        }
        for written in ["5件", "10〜15件", "男性:5件 女性:6件"] {
            let mut reading = read(written);
            accumulate(&mut reading);
            assert_eq!(reading, read(&written.replace('件', "件(累計)")), "{written}");
        }
    }
}
