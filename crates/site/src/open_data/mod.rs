//! Plan → open data: the same cells that the pages show, as CSV and JSON bytes. What columns and
//! names mean is a contract with those who reuse the data.

mod json;
mod plain;
mod progress;

pub(crate) use json::progress_json;
pub(crate) use progress::progress_csv;

use nendo_model::{Cell, Decimal, Reading};

use crate::view::Report;

/// The name of the progress CSV: `221309_dx_2023_progress.csv`.
pub(crate) fn progress_file(report: &Report<'_>) -> String {
    let code =
        report.site.config.municipality_code.as_ref().map(|code| format!("{code}_")).unwrap_or_default();
    format!("{code}{}_{}_progress.csv", report.plan.slug, report.year)
}

/// What became of a value.
fn status(cell: Option<&Cell>) -> &'static str {
    match cell.map(|cell| &*cell.reading) {
        None | Some(Reading::NotSet { .. }) => "not_set",
        Some(Reading::Closed { .. }) => "closed",
        Some(Reading::Unread | Reading::Broken) => "unread",
        Some(Reading::Quantity(quantity)) if quantity.revision.is_some() => "revised",
        Some(_) => "reported",
    }
}

/// The value and unit of a cell that is a single quantity.
fn value(cell: Option<&Cell>) -> Option<(Decimal, &str)> {
    match &*cell?.reading {
        Reading::Quantity(quantity) => Some((quantity.value, &quantity.unit)),
        _ => None,
    }
}
