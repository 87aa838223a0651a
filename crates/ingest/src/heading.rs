//! What a header names, and what headers that stand beside each other leave to be understood. Knows no word.

use nendo_model::{Calendar, Era, FiscalYear, YearName};

use crate::alias::Meaning;
use crate::dated::When;
use crate::field::Item;

/// What a header text names. Nothing is known of a text that has neither meaning nor year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) meaning: Option<Meaning>,
    /// It means so only where no other column does.
    pub(crate) is_weak: bool,
    /// The year that its values are of.
    pub(crate) when: Option<When>,
    /// The entry of `[columns]` in plan.toml that says so.
    pub(crate) setting: Option<usize>,
}

impl Heading {
    /// Whether a column of this name holds values: it names an item or a year.
    pub(crate) fn is_value(&self) -> bool {
        self.item().is_some() || (self.meaning.is_none() && self.is_dated())
    }

    /// Whether anything is known of it.
    pub(crate) fn is_known(&self) -> bool {
        self.meaning.is_some() || self.is_dated()
    }

    /// Whether it names a year, with or without an era.
    pub(crate) fn is_dated(&self) -> bool {
        self.when.is_some()
    }

    /// The item it names.
    pub(crate) fn item(&self) -> Option<Item> {
        match self.meaning {
            Some(Meaning::Value(item)) => Some(item),
            Some(Meaning::Progress) => Some(Item::Evaluation),
            _ => None,
        }
    }

    /// The fiscal year it names, or that the columns on its left tell.
    pub(crate) fn year(&self) -> Option<FiscalYear> {
        self.name().map(|name| name.year)
    }

    /// What its year is said to be.
    pub(crate) fn calendar(&self) -> Option<Calendar> {
        self.name().map(|name| name.calendar)
    }

    fn name(&self) -> Option<YearName> {
        match self.when? {
            When::Year(name) => Some(name),
            When::Short(_) => None,
        }
    }
}

/// Settles from left to right what year each header is of. A short year takes the era of the nearest
/// dated column on its left, if it is later than that; else nothing is known of its column.
pub(crate) fn settle(headings: &mut [Heading]) {
    let mut anchor: Option<(Era, FiscalYear)> = None;
    let mut last = None;
    for heading in headings {
        match heading.when {
            None => {}
            Some(When::Year(name)) => {
                anchor = name.era.map(|era| (era, name.year));
                last = None;
            }
            Some(When::Short(number)) => {
                let read = anchor.and_then(|(era, from)| {
                    let year = FiscalYear::of_era(era, number)?;
                    (year > from && Some(year) >= last).then_some(year)
                });
                match read {
                    Some(year) => {
                        let name = YearName { year, calendar: Calendar::Fiscal, era: None };
                        heading.when = Some(When::Year(name));
                    }
                    None if heading.meaning == Some(Meaning::Derived) => {}
                    None => *heading = Heading::default(),
                }
                last = read.or(last);
            }
        }
    }
}
