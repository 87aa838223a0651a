//! The thirty rules of the Digital Agency for data that machines can read (行政データにおける機械可読性に関するルール, March 2026) as data:
//! what breaking each costs, and who judges it. How grave a rule is, and what it costs, is as in the Agency's own sample
//! checker, so that scores can be compared; what breaks a rule is decided here.

use super::subject::{Spot, Subject};
use super::{axis, beside, letters, names, shape, values};

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its id: `L1-08`, of which the first digit is the level.
    pub id: &'static str,
    /// What breaking it costs.
    pub gravity: Gravity,
    pub(crate) judge: Judge,
}

/// What breaking a rule costs its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gravity {
    /// All points.
    Fatal,
    /// 10 points of level 1, 40 of level 2, 15 of level 3.
    Critical,
    /// 5, 30 or 10.
    Major,
    /// 2, 10 or 5.
    Minor,
}

/// Why a rule is not judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unjudged {
    /// It is about workbooks: a CSV has no formulas, no formats and no merged cells.
    Workbook,
    /// Only people can tell: whether a blank means none or zero.
    People,
}

/// Who judges a rule.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Judge {
    /// A function, which points at what breaks it.
    Program(fn(&Subject<'_>) -> Vec<Spot>),
    /// Reading itself: a file that is no text breaks it.
    Reader,
    None(Unjudged),
}

use Gravity::{Critical, Fatal, Major, Minor};
use Judge::{Program, Reader};

const WORKBOOK: Judge = Judge::None(Unjudged::Workbook);

/// The rules in their order.
pub(crate) static RULES: [Rule; 30] = [
    rule("L1-01", Fatal, Reader),
    rule("L1-02", Fatal, Program(shape::several_tables)),
    rule("L1-03", Critical, Program(shape::parted)),
    rule("L1-04", Major, Program(shape::around)),
    rule("L1-05", Critical, Program(shape::unnamed)),
    rule("L1-06", Critical, Program(letters::spaced)),
    rule("L1-07", Critical, Program(values::several_values)),
    rule("L1-08", Critical, Program(letters::of_some_machines)),
    rule("L1-09", Minor, Judge::None(Unjudged::People)),
    rule("L1-10", Critical, WORKBOOK),
    rule("L1-11", Critical, WORKBOOK),
    rule("L1-12", Critical, WORKBOOK),
    rule("L1-13", Critical, WORKBOOK),
    rule("L1-14", Fatal, Program(shape::broken_lines)),
    rule("L1-15", Fatal, Program(shape::unquoted)),
    rule("L2-01", Fatal, Program(values::impure_numbers)),
    rule("L2-02", Fatal, Program(names::left_out)),
    rule("L2-03", Fatal, Program(shape::ambiguous_names)),
    rule("L2-04", Critical, Program(names::spelled_otherwise)),
    rule("L2-05", Major, Program(names::other_with_details)),
    rule("L2-06", Major, WORKBOOK),
    rule("L3-01", Fatal, Program(shape::late_header)),
    rule("L3-02", Critical, Program(beside::codes)),
    rule("L3-03", Major, Program(values::unexplained_signs)),
    rule("L3-04", Major, Program(values::without_unit)),
    rule("L3-05", Major, Program(axis::times)),
    rule("L3-06", Critical, Program(axis::places)),
    rule("L3-07", Critical, Program(beside::another_format)),
    rule("L3-08", Major, Program(beside::undescribed)),
    rule("L3-09", Major, Program(axis::across)),
];

const fn rule(id: &'static str, gravity: Gravity, judge: Judge) -> Rule {
    Rule { id, gravity, judge }
}

/// A rule is known by its id.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

impl Rule {
    /// Its level, 1 to 3.
    #[must_use]
    pub fn level(&self) -> usize {
        self.id.as_bytes().get(1).map_or(0, |digit| usize::from(digit.saturating_sub(b'0')))
    }

    /// Why it is not judged, if it is not.
    #[must_use]
    pub fn unjudged(&self) -> Option<Unjudged> {
        match self.judge {
            Judge::None(why) => Some(why),
            Program(_) | Reader => None,
        }
    }

    /// How many of the 100 points of its level are lost by whoever breaks it.
    #[must_use]
    pub fn cost(&self) -> u8 {
        let costs = match self.gravity {
            Fatal => [100; 3],
            Critical => [10, 40, 15],
            Major => [5, 30, 10],
            Minor => [2, 10, 5],
        };
        costs.get(self.level().wrapping_sub(1)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn there_are_fifteen_six_and_nine_rules_in_order() {
        let of_level = |level| RULES.iter().filter(|rule| rule.level() == level).count();
        assert_eq!([1, 2, 3].map(of_level), [15, 6, 9]);
        assert!(RULES.is_sorted_by_key(|rule| rule.id));
        assert_eq!(RULES.iter().filter(|rule| rule.unjudged().is_some()).count(), 6);
    }
}
