//! The closing line for programs: how a command ended, how much there is, and what it alone can tell.

use serde::Serialize;

use crate::pass::Counts;
use crate::report::Report;
use crate::stream;

/// The line, told from those of problems by its only name.
#[derive(Serialize)]
struct Line<T> {
    summary: Summary<T>,
}

#[derive(Serialize)]
struct Summary<T> {
    command: &'static str,
    outcome: &'static str,
    errors: usize,
    warnings: usize,
    notes: usize,
    #[serde(flatten)]
    counts: Counts,
    #[serde(flatten)]
    own: T,
}

/// The line of a command, with what it alone can tell at the end.
pub(crate) fn line(
    command: &'static str,
    outcome: &'static str,
    report: &Report,
    counts: Counts,
    own: impl Serialize,
) -> String {
    let [errors, warnings, notes] = report.counts();
    stream::json_line(&Line { summary: Summary { command, outcome, errors, warnings, notes, counts, own } })
}
