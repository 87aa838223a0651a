//! Problems: what is wrong with the input, and where; and values that come with them.

use crate::case::Case;
use crate::place::Origin;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub case: Case,
    /// Where.
    pub origin: Origin,
}

/// A value, and the problems met on the way to it, in the order of the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked<T> {
    /// What was made of the input.
    pub value: T,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

impl<T> Checked<T> {
    /// A value without problems.
    pub fn sound(value: T) -> Self {
        Self { value, problems: Vec::new() }
    }

    /// Hands the value on, and the problems to the list of whoever asked.
    pub fn unload(self, problems: &mut Vec<Problem>) -> T {
        problems.extend(self.problems);
        self.value
    }
}
