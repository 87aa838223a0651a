//! Report → open data: the same cells that the pages show, as CSV and JSON bytes. What columns and
//! names mean is a contract with those who reuse the data.

mod cell;
mod json;
mod plain;
mod progress;

pub(crate) use json::progress_json;
pub(crate) use progress::progress_csv;
