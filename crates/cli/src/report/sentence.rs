//! A problem in words: the one place where a case becomes sentences.

use std::io::{self, ErrorKind};

use fluent_bundle::FluentValue;
use nendo_model::{Case, Origin, Problem, Severity, column_letters};

use crate::visible;
use crate::words::Voice;

/// Columns of the terminal that a value may take; the rest is in the cell, which is named.
const VALUE: usize = 80;
/// And anything else: names of files, what a parser said.
const OTHER: usize = 400;

/// What is wrong.
pub(super) fn message(case: &Case, voice: Voice<'_>) -> String {
    voice.say(case.code(), &fields(case, voice))
}

/// What to do about it.
pub(super) fn hint(case: &Case, voice: Voice<'_>) -> String {
    voice.hint(case.code(), &fields(case, voice))
}

/// All of it, on a line.
pub(super) fn line(Problem { case, origin: place }: &Problem, voice: Voice<'_>) -> String {
    let told =
        [("message", message(case, voice)), ("place", origin(place, voice)), ("hint", hint(case, voice))];
    voice.say("problem-line", &told.map(|(name, text)| (name, text.into())))
}

/// How grave it is.
pub(super) fn severity(case: &Case, voice: Voice<'_>) -> String {
    voice.word(match case.severity() {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    })
}

/// Where it is, as a spreadsheet or an editor counts. A problem without a file is nowhere.
pub(super) fn origin(origin: &Origin, voice: Voice<'_>) -> String {
    let Origin { file, row, column, header } = origin;
    let file = visible::line(file, OTHER);
    let column = column.map(|column| {
        let id = if header.is_empty() { "column" } else { "column-headed" };
        let header = visible::line(header, VALUE);
        voice.say(id, &[("letters", column_letters(column).into()), ("header", header.into())])
    });
    let row = row.map(|row| ("row", FluentValue::from(row)));
    match (row, column) {
        (None, None) => file,
        (Some(row), None) if is_table(&file) => voice.say("origin-row", &[("file", file.into()), row]),
        (Some(row), None) => voice.say("origin-line", &[("file", file.into()), row]),
        (Some(row), Some(column)) => {
            voice.say("origin-cell", &[("file", file.into()), row, ("column", column.into())])
        }
        (None, Some(column)) => {
            voice.say("origin-column", &[("file", file.into()), ("column", column.into())])
        }
    }
}

fn fields(case: &Case, voice: Voice<'_>) -> Vec<(&'static str, FluentValue<'static>)> {
    if let Case::Io { message } = case {
        let message = refusal(message, voice).unwrap_or_else(|| visible::line(message, OTHER));
        return vec![("message", message.into())];
    }
    let room = |name| if name == "value" { VALUE } else { OTHER };
    let may_be_blank = |name| {
        let is_told =
            matches!(case, Case::NoHeader { .. } | Case::BadLevels { .. } | Case::ColumnWithoutRole { .. });
        is_told || name == "nearest"
    };
    let told = |name, text: &str| match visible::line(text, room(name)) {
        // Fluent has no variant for an empty text.
        blank if blank.is_empty() && may_be_blank(name) => FluentValue::from(0),
        line => line.into(),
    };
    case.fields().into_iter().map(|(name, text)| (name, told(name, text))).collect()
}

/// Why a system refuses to read or write, if it is one of the common reasons. Systems say it in a
/// language of their own, and close with a number that says the same in every language.
fn refusal(message: &str, voice: Voice<'_>) -> Option<String> {
    let (_, number) = message.strip_suffix(')')?.rsplit_once("(os error ")?;
    let id = match io::Error::from_raw_os_error(number.parse().ok()?).kind() {
        ErrorKind::NotFound => "io-not-found",
        ErrorKind::PermissionDenied => "io-permission-denied",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "io-storage-full",
        ErrorKind::ReadOnlyFilesystem => "io-read-only",
        ErrorKind::NotADirectory => "io-not-a-folder",
        ErrorKind::IsADirectory => "io-is-a-folder",
        _ => return None,
    };
    Some(voice.word(id))
}

/// Whether people see the file in a spreadsheet, which has rows, or in an editor, which has lines.
fn is_table(file: &str) -> bool {
    let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["csv", "tsv", "txt"].iter().any(|table| extension.eq_ignore_ascii_case(table))
}

#[cfg(test)]
mod tests {
    use nendo_model::{Case, Origin};

    use super::{hint, message, origin};
    use crate::words::{Language, Words};

    #[test]
    fn a_place_is_named_as_people_see_it() {
        let cell = |header: &str| Origin {
            column: Some(3),
            header: header.to_owned(),
            ..Origin::row("plans/dx/2023.csv", 12)
        };
        let places = [
            (Origin::file("site.toml"), "site.toml", "site.toml"),
            (Origin::row("site.toml", 3), "site.toml: line 3", "site.toml 3行目"),
            (Origin::row("a.CSV", 3), "a.CSV: row 3", "a.CSV 3行目"),
            (
                cell("実績"),
                "plans/dx/2023.csv: row 12, column D「実績」",
                "plans/dx/2023.csv 12行目 D列「実績」",
            ),
            (
                cell("令和5年度\n実績"),
                "plans/dx/2023.csv: row 12, column D「令和5年度 / 実績」",
                "plans/dx/2023.csv 12行目 D列「令和5年度 / 実績」",
            ),
            (cell(""), "plans/dx/2023.csv: row 12, column D", "plans/dx/2023.csv 12行目 D列"),
            (
                Origin { row: None, ..cell("実績") },
                "plans/dx/2023.csv: column D「実績」",
                "plans/dx/2023.csv D列「実績」",
            ),
        ];
        let words = Words::embedded();
        for (place, en, ja) in places {
            assert_eq!(origin(&place, words.voice(Language::En)), en);
            assert_eq!(origin(&place, words.voice(Language::Ja)), ja);
        }
    }

    #[test]
    fn a_case_becomes_sentences() {
        let words = Words::embedded();
        let (ja, en) = (words.voice(Language::Ja), words.voice(Language::En));
        let case =
            Case::UnknownGrade { value: "E\n?".to_owned(), known: "A, B".to_owned(), nearest: String::new() };
        assert_eq!(message(&case, en), "the scale has no grade `E / ?` (it has A, B)");
        assert_eq!(message(&case, ja), "評価「E / ?」は評価区分にありません（使える評価: A, B）");
        let [value, known, nearest] = ["概ね順長", "順調 概ね順調", "概ね順調"].map(str::to_owned);
        let case = Case::UnknownGrade { value, known, nearest };
        let asked =
            ["; did you mean `概ね順調`?", "（使える評価: 順調 概ね順調）。「概ね順調」ではありませんか"];
        assert!(message(&case, en).ends_with(asked[0]), "{}", message(&case, en));
        assert!(message(&case, ja).ends_with(asked[1]), "{}", message(&case, ja));
        let case = Case::MissingTranslation { value: "柱".to_owned(), language: "en".to_owned() };
        assert_eq!(message(&case, en), "`柱` has no translation in English");
        assert_eq!(message(&case, ja), "「柱」の英語訳がありません");
        assert!(hint(&case, ja).contains("「en」の列"));
        let case = Case::BadSetting { setting: "municipality-code".to_owned(), value: "1".to_owned() };
        assert!(hint(&case, ja).contains("6桁"));
        let blank = Case::BadLevels { value: String::new() };
        assert!(!message(&blank, ja).contains('「') && !message(&blank, en).contains('`'));
    }

    #[test]
    fn what_a_system_refuses_is_said_in_both_languages() {
        let words = Words::embedded();
        let (ja, en) = (words.voice(Language::Ja), words.voice(Language::En));
        let io = |message: String| Case::Io { message };
        let absent = std::fs::read("no-such-folder/no-such-file").expect_err("there is none");
        let case = io(absent.to_string());
        assert_eq!(message(&case, en), "cannot be read or written (there is no such file or folder)");
        assert_eq!(message(&case, ja), "読み書きできません（ファイルかフォルダーがありません）");
        for other in ["(os error 999999)", "(os error x)", "failed to fill", "a (b)"] {
            let case = io(other.to_owned());
            assert_eq!(message(&case, en), format!("cannot be read or written ({other})"));
        }
    }
}
