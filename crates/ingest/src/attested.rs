//! What published data says beside a text: the value, the unit and the status that it was read as. A text that reads
//! otherwise is not used. Knows a text with what stands beside it, and how else its KPI was written; no column and no year.

use std::borrow::Cow;

use nendo_model::{Decimal, Magnitude, Quantity, Reading};

use crate::unit::{self, Unit};
use crate::{reading, spelling};

/// What stands beside a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Attested<'t> {
    pub(crate) value: &'t str,
    pub(crate) unit: &'t str,
    /// `None` where no column says it.
    pub(crate) status: Option<&'t str>,
    /// Whether the values of the year are cumulative; `None` where nothing says so.
    pub(crate) cumulative: Option<bool>,
}

/// How the texts of a KPI were written, as far as they leave it to what stood elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Habit<'t> {
    /// The unit that plan.toml sets.
    set: Option<&'t str>,
    /// That of a quantity which names none, and the magnitude that it is in.
    unit: &'t str,
    magnitude: Magnitude,
    counted: Counted,
}

/// What makes a quantity of the KPI cumulative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Counted {
    /// The text alone.
    Text,
    /// Also a unit that stood elsewhere.
    Unit,
    /// All are.
    All,
    /// Each year says so by itself.
    Year,
}

/// More separators than this are not tried each by itself.
const MOST_BREAKS: usize = 6;

impl<'t> Habit<'t> {
    /// The habit of a KPI with these texts, each year's next to each other. `set` is the unit that plan.toml sets.
    pub(crate) fn of(years: &[Vec<(&'t str, Attested<'t>)>], set: Option<&'t str>) -> Self {
        let mut habit = Self { set, unit: "", magnitude: Magnitude::One, counted: Counted::Text };
        let cells = || years.iter().flatten();
        let bare = cells().filter(|(_, attested)| !attested.unit.is_empty());
        let bare: Vec<(Attested<'t>, Quantity)> =
            bare.filter_map(|(text, attested)| Some((*attested, without_unit(text)?))).collect();
        habit.unit = bare.first().map_or("", |(attested, _)| attested.unit);
        let told = bare.iter().find_map(|(attested, quantity)| attested.magnitude(quantity));
        habit.magnitude = told.unwrap_or(Magnitude::One);
        let ways = [Counted::Text, Counted::All, Counted::Unit];
        let counted = ways.into_iter().find(|counted| Self { counted: *counted, ..habit }.explains(years));
        habit.counted = counted.unwrap_or(Counted::Year);
        habit
    }

    /// Whether each text says so what stands beside it, and each year whether it is cumulative.
    fn explains(self, years: &[Vec<(&str, Attested<'_>)>]) -> bool {
        years.iter().all(|cells| {
            let read: Option<Vec<Reading>> =
                cells.iter().map(|(text, attested)| attested.read(text, self).1).collect();
            let said = cells.iter().find_map(|(_, attested)| attested.cumulative);
            let is_cumulative = |read: &Reading| read.quantity().is_some_and(|quantity| quantity.cumulative);
            read.is_some_and(|read| said.is_none_or(|said| read.iter().any(is_cumulative) == said))
        })
    }
}

impl Attested<'_> {
    /// All that stands beside the text.
    pub(crate) fn told(self) -> String {
        let said = [self.value, self.unit, self.status.unwrap_or_default()];
        let counted =
            self.cumulative.map(|cumulative| if cumulative { "cumulative" } else { "not cumulative" });
        let said = said.into_iter().chain(counted).filter(|text| !text.is_empty());
        said.collect::<Vec<_>>().join(" ")
    }

    /// The text with its line breaks, and what it says. `None` where that is not what stands beside it.
    pub(crate) fn read<'a>(self, text: &'a str, habit: Habit<'_>) -> (Cow<'a, str>, Option<Reading>) {
        let lines = spelling::with_lines(text);
        let read = self.of(&lines, habit);
        if self.status == Some(Reading::Unread.status()) {
            let is_broken = read == Reading::Broken;
            return (lines, Some(if is_broken { read } else { Reading::Unread }));
        }
        if self.agrees(&read) {
            return (lines, Some(read));
        }
        // Letters in plain forms may look like a number that they were not: (20) for ⑳. No value is made of them.
        if read == Reading::Unread && self.agrees(&Reading::Text) {
            return (lines, Some(Reading::Text));
        }
        // A separator may have stood in the text, and no line break.
        for other in with_some_lines(text) {
            let read = self.of(&other, habit);
            if self.agrees(&read) {
                return (other.into(), Some(read));
            }
        }
        (lines, None)
    }

    /// What a text says, with what stood elsewhere.
    fn of(self, text: &str, habit: Habit<'_>) -> Reading {
        let mut read = reading::read(text);
        if let Some(unit) = self.unit_of(&read, habit) {
            read = unit.give(read);
        }
        let is_cumulative = match habit.counted {
            Counted::All => true,
            Counted::Year => self.cumulative == Some(true),
            Counted::Text | Counted::Unit => false,
        };
        if is_cumulative { unit::accumulated(read) } else { read }
    }

    /// The unit of a quantity that names none.
    fn unit_of(self, read: &Reading, habit: Habit<'_>) -> Option<Unit> {
        if let Some(set) = habit.set {
            return Unit::read(set);
        }
        let name = if self.unit.is_empty() { habit.unit } else { self.unit };
        let own = read.quantity().and_then(|quantity| self.magnitude(quantity));
        let magnitude = own.unwrap_or(habit.magnitude);
        let is_cumulative = habit.counted == Counted::Unit;
        (!name.is_empty()).then(|| Unit::new(reading::unit_spelling(name), magnitude, is_cumulative))
    }

    fn decimal(self) -> Option<Decimal> {
        match self.value.strip_prefix('-') {
            Some(value) => Decimal::parse(value).map(Decimal::negated),
            None => Decimal::parse(self.value),
        }
    }

    /// The magnitude in which a quantity is the value. A zero tells it only by its decimals: 0.0千円 is 0.
    fn magnitude(self, quantity: &Quantity) -> Option<Magnitude> {
        let value = self.decimal()?;
        if value.is_zero() && quantity.value.to_string() == self.value {
            return None;
        }
        let is_meant = |magnitude: &Magnitude| {
            let scaled = quantity.value.scaled(magnitude.power()).filter(|scaled| *scaled == value);
            scaled.is_some_and(|scaled| !value.is_zero() || scaled.to_string() == self.value)
        };
        [Magnitude::One].into_iter().chain(Magnitude::WRITTEN).find(is_meant)
    }

    /// Whether a reading is what stands beside its text. Where nothing does, any is.
    fn agrees(self, read: &Reading) -> bool {
        let status = self.status.unwrap_or_default();
        if self.status.is_some() && status.is_empty() && self.value.is_empty() && self.unit.is_empty() {
            return true;
        }
        let is_same = |one: &str, other: &str| spelling::folded(one) == spelling::folded(other);
        let is_status = status.is_empty() || status == read.status();
        let is_quantity = match read.quantity() {
            None => self.value.is_empty(),
            Some(quantity) => {
                self.decimal() == Some(quantity.value)
                    && is_same(&quantity.unit, &reading::unit_spelling(self.unit))
                    && (self.cumulative != Some(false) || !quantity.cumulative)
            }
        };
        is_status && is_quantity
    }
}

/// What a text says, if that is a quantity without a unit.
fn without_unit(text: &str) -> Option<Quantity> {
    let read = reading::read(&spelling::with_lines(text));
    read.quantity().filter(|quantity| quantity.unit.is_empty()).cloned()
}

/// A text with line breaks in the place of some of its separators, of few first.
fn with_some_lines(text: &str) -> impl Iterator<Item = String> {
    let lines: Vec<&str> = text.split(" / ").collect();
    let breaks = lines.len() - 1;
    let tried = match breaks {
        0 => 0,
        1..=MOST_BREAKS => (1_u32 << breaks) - 1,
        _ => 1,
    };
    (0..tried).map(move |chosen| {
        let mut made = lines[0].to_owned();
        for (at, line) in lines.iter().enumerate().skip(1) {
            made.push_str(if at <= MOST_BREAKS && chosen >> (at - 1) & 1 == 1 { "\n" } else { " / " });
            made.push_str(line);
        }
        made
    })
}
