//! What people are shown where one kind of problem fills a file: the first of them, and how many
//! more there are. Programs and the closing line have them all.

use std::collections::BTreeMap;

use nendo_model::Problem;

use crate::words::Voice;

/// The most problems of one code that are shown of one file.
const MOST: usize = 20;

/// A thing that is shown.
pub(super) enum Shown<'a> {
    /// A problem.
    Problem(&'a Problem),
    /// That the file has more of the kind, after the last one that is shown.
    Rest(Rest<'a>),
}

/// The problems of one kind in one file that are not shown.
pub(super) struct Rest<'a> {
    /// The file.
    pub(super) file: &'a str,
    code: &'static str,
    count: usize,
}

/// What is shown of these problems, in their order.
pub(super) fn shown(problems: &[Problem]) -> Vec<Shown<'_>> {
    let kind = |problem: &'_ Problem| (problem.origin.file.clone(), problem.case.code());
    let mut counts: BTreeMap<(String, &str), usize> = BTreeMap::new();
    for problem in problems {
        *counts.entry(kind(problem)).or_default() += 1;
    }
    let mut seen: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let mut shown = Vec::new();
    for problem in problems {
        let (code, all) = (problem.case.code(), counts.get(&kind(problem)).copied().unwrap_or_default());
        let seen = seen.entry(kind(problem)).or_default();
        *seen += 1;
        if *seen <= MOST {
            shown.push(Shown::Problem(problem));
        }
        if *seen == MOST && all > MOST {
            shown.push(Shown::Rest(Rest { file: &problem.origin.file, code, count: all - MOST }));
        }
    }
    shown
}

impl Rest<'_> {
    /// How many more there are, in words.
    pub(super) fn say(&self, voice: Voice<'_>) -> String {
        voice.say("rest", &[("count", self.count.into()), ("code", self.code.into())])
    }
}

#[cfg(test)]
mod tests {
    use nendo_model::{Case, Origin, Problem};

    use super::{MOST, Shown, shown};
    use crate::words::{Language, Words};

    fn unread(file: &str, row: usize) -> Problem {
        let row = u32::try_from(row).expect("a row");
        Problem { case: Case::Unread { value: "1?".to_owned() }, origin: Origin::row(file, row) }
    }

    /// Rows of the problems that are shown, and what is said of the others.
    fn told(problems: &[Problem], language: Language) -> Vec<String> {
        let words = Words::embedded();
        let told = shown(problems).into_iter().map(|shown| match shown {
            Shown::Problem(Problem { origin, .. }) => {
                format!("{}:{}", origin.file, origin.row.unwrap_or_default())
            }
            Shown::Rest(rest) => rest.say(words.voice(language)),
        });
        told.collect()
    }

    #[test]
    fn the_rest_of_a_kind_is_counted_after_the_last_that_is_shown() {
        let broken =
            |row| Problem { case: Case::Broken { value: "#REF!".to_owned() }, ..unread("a.csv", row) };
        let mut problems: Vec<Problem> = (1..=MOST + 113).map(|row| unread("a.csv", row)).collect();
        problems.insert(MOST + 5, broken(999));
        problems.extend((1..=MOST).map(|row| unread("b.csv", row)));
        let mut expected: Vec<String> = (1..=MOST).map(|row| format!("a.csv:{row}")).collect();
        expected.push("… and 113 more `unread` in this file (--format json lists all)".to_owned());
        expected.push("a.csv:999".to_owned());
        expected.extend((1..=MOST).map(|row| format!("b.csv:{row}")));
        assert_eq!(told(&problems, Language::En), expected);
        let ja = told(&problems, Language::Ja);
        assert_eq!(
            ja[MOST],
            "…ほかに「unread」がこのファイルに113件あります（--format json ですべて出します）"
        );
    }
}
