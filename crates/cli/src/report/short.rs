//! Problems for lists and editors: `plans/dx/2023.csv:12:D: error: message`, a line each.

use std::fmt::Write;

use nendo_model::{Problem, column_letters};

use super::capped::{self, Shown};
use super::sentence;
use crate::visible;
use crate::words::Voice;

/// The problems that are shown, each on its line.
pub(super) fn text(problems: &[Problem], voice: Voice<'_>) -> String {
    let lines = capped::shown(problems).into_iter().map(|shown| match shown {
        Shown::Problem(problem) => line(problem, voice),
        Shown::Rest(rest) => format!("{}: {}\n", visible::line(rest.file, usize::MAX), rest.say(voice)),
    });
    lines.collect()
}

fn line(Problem { case, origin }: &Problem, voice: Voice<'_>) -> String {
    let mut line = visible::line(&origin.file, usize::MAX);
    // Writing to a String cannot fail.
    if let Some(row) = origin.row {
        let _ = write!(line, ":{row}");
    }
    if let Some(column) = origin.column {
        let _ = write!(line, ":{}", column_letters(column));
    }
    if !line.is_empty() {
        line.push_str(": ");
    }
    let _ = writeln!(line, "{}: {}", sentence::severity(case, voice), sentence::message(case, voice));
    line
}

#[cfg(test)]
mod tests {
    use nendo_model::{Case, Origin, Problem};

    use super::text;
    use crate::words::{Language, Words};

    #[test]
    fn a_problem_is_a_line() {
        let words = Words::embedded();
        let cell = Origin { column: Some(26), header: "x".to_owned(), ..Origin::row("a.csv", 12) };
        let problems = [cell, Origin::row("a.csv", 3), Origin::file("a\n.csv"), Origin::default()]
            .map(|origin| Problem { case: Case::Unread { value: "1,2\n3".to_owned() }, origin });
        let said = "warning: `1,2 / 3` cannot be read as a number, and is shown as written\n";
        let places = ["a.csv:12:AA: ", "a.csv:3: ", "a / .csv: ", ""];
        assert_eq!(
            text(&problems, words.voice(Language::En)),
            places.map(|place| format!("{place}{said}")).concat()
        );
        assert!(text(&problems[..1], words.voice(Language::Ja)).starts_with("a.csv:12:AA: 注意: "));
    }
}
