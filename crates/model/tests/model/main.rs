//! The questions that can be asked of a plan.

mod audit;
mod grades;
mod judge;
mod made;
mod plan;
