//! Problems for programs: a JSON object a line, with the fields as they are in the input and the
//! words in every language.

use std::collections::BTreeMap;

use nendo_model::{Case, Origin, Problem, Severity, column_letters};
use serde::Serialize;

use super::sentence;
use crate::stream;
use crate::words::{Language, Words};

#[derive(Serialize)]
struct Line<'a> {
    severity: &'static str,
    code: &'static str,
    file: &'a str,
    row: Option<u32>,
    column: Option<String>,
    header: &'a str,
    fields: BTreeMap<&'static str, &'a str>,
    message: Localized,
    hint: Localized,
}

#[derive(Serialize)]
struct Localized {
    ja: String,
    en: String,
}

/// Every problem on its line.
pub(super) fn text(problems: &[Problem], words: &Words) -> String {
    problems.iter().map(|problem| line(problem, words)).collect()
}

fn line(Problem { case, origin: Origin { file, row, column, header } }: &Problem, words: &Words) -> String {
    let localized = |say: fn(&Case, crate::words::Voice<'_>) -> String| Localized {
        ja: say(case, words.voice(Language::Ja)),
        en: say(case, words.voice(Language::En)),
    };
    let line = Line {
        severity: match case.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        code: case.code(),
        file,
        row: *row,
        column: column.map(column_letters),
        header,
        fields: case.fields().into_iter().collect(),
        message: localized(sentence::message),
        hint: localized(sentence::hint),
    };
    stream::json_line(&line)
}

#[cfg(test)]
mod tests {
    use nendo_model::{Case, Origin, Problem};

    use super::text;
    use crate::words::Words;

    #[test]
    fn a_problem_is_an_object_with_everything_that_is_known() {
        let origin = Origin { column: Some(3), header: "評価".to_owned(), ..Origin::row("a.csv", 12) };
        let case =
            Case::UnknownGrade { value: "E\n\"".to_owned(), known: "A".to_owned(), nearest: String::new() };
        let whole = Problem { case: Case::NoRows {}, origin: Origin::file("b.csv") };
        let text = text(&[Problem { case, origin }, whole], &Words::embedded());
        let lines: Vec<serde_json::Value> =
            text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(lines[0]["severity"], "error");
        assert_eq!(lines[0]["code"], "unknown-grade");
        assert_eq!(lines[0]["row"], 12);
        assert_eq!(lines[0]["column"], "D");
        assert_eq!(lines[0]["header"], "評価");
        assert_eq!(lines[0]["fields"]["value"], "E\n\"");
        assert_eq!(lines[0]["message"]["en"], "the scale has no grade `E / \"` (it has A)");
        assert!(lines[0]["hint"]["ja"].as_str().is_some_and(|hint| hint.contains("plan.toml")));
        assert!(lines[1]["row"].is_null() && lines[1]["column"].is_null());
        assert_eq!(lines.len(), 2);
    }
}
