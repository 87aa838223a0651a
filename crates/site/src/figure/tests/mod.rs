//! Which chart a KPI gets, and what is said of it, on plans of a few cells.

mod captions;
mod made;
mod overviews;
mod progress;
#[path = "../../../tests/site/sample.rs"]
mod sample;
