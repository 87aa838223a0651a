//! What was found: every problem once, in the order of the input, and how grave it all is. The
//! formats put it on paper; the words come from [`sentence`].

mod capped;
mod full;
mod json;
mod sentence;
mod short;
mod told;

use std::collections::BTreeMap;

use nendo_model::{Case, Origin, Problem, Severity};
use nendo_preview::Told;

use crate::job::{Format, Job, Strictness};
use crate::stream;
use crate::words::{Voice, Words};

/// The problems of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    problems: Vec<Problem>,
}

impl Report {
    /// Files come in the order in which they were read, and a file's problems from top to bottom. What lacks a translation comes
    /// after all else, which it would hide: there may be hundreds.
    pub(crate) fn new(problems: Vec<Problem>) -> Self {
        let mut files = BTreeMap::new();
        for problem in &problems {
            let next = files.len();
            files.entry(problem.origin.file.clone()).or_insert(next);
        }
        let mut sorted = problems;
        sorted.sort_by_key(|Problem { origin: Origin { file, row, column, header: _ }, case }| {
            let lacks_words = matches!(case, Case::MissingTranslation { .. } | Case::MissingUnit { .. });
            (lacks_words, files.get(file).copied(), *row, *column)
        });
        let mut report = Self { problems: Vec::new() };
        for problem in sorted {
            report.push(problem);
        }
        report
    }

    /// One more problem, unless it is known.
    pub(crate) fn push(&mut self, problem: Problem) {
        let mut beside = self.problems.iter().rev().take_while(|other| other.origin == problem.origin);
        if !beside.any(|other| *other == problem) {
            self.problems.push(problem);
        }
    }

    /// How many problems there are, of every severity.
    pub(crate) fn problems(&self) -> usize {
        self.problems.len()
    }

    /// How many errors, warnings and notes there are.
    pub(crate) fn counts(&self) -> [usize; 3] {
        [Severity::Error, Severity::Warning, Severity::Note].map(|severity| {
            self.problems.iter().filter(|problem| problem.case.severity() == severity).count()
        })
    }

    /// How many there are of each severity that occurs, in words: `2 errors, 1 note`.
    pub(crate) fn counted(&self, voice: Voice<'_>) -> String {
        let counts = ["errors", "warnings", "notes"].into_iter().zip(self.counts());
        let counts = counts.filter(|(_, count)| *count > 0);
        let counts: Vec<String> =
            counts.map(|(name, count)| voice.say(name, &[("count", count.into())])).collect();
        counts.join(&voice.word("count-separator"))
    }

    /// Whether they stop a build.
    pub(crate) fn stops(&self, strictness: Strictness) -> bool {
        let [errors, warnings, _] = self.counts();
        errors > 0 || strictness == Strictness::Strict && warnings > 0
    }

    /// The first error, on a line, for whoever is asked for something else then.
    pub(crate) fn error(&self, voice: Voice<'_>) -> Option<String> {
        let is_error = |problem: &&Problem| problem.case.severity() == Severity::Error;
        self.problems.iter().find(is_error).map(|problem| sentence::line(problem, voice))
    }

    /// Every problem as a page in a browser shows it.
    pub(crate) fn told(&self, voice: Voice<'_>) -> Vec<Told> {
        told::told(&self.problems, voice)
    }

    /// Shows every problem: people's formats on stderr, the machines' on stdout.
    pub(crate) fn show(&self, job: &Job, words: &Words) {
        let voice = words.voice(job.language);
        match job.format {
            Format::Full => stream::err(&full::text(&self.problems, voice, full::Ink::of_stderr())),
            Format::Short => stream::err(&short::text(&self.problems, voice)),
            Format::Json => stream::out(&json::text(&self.problems, words)),
        }
    }
}

#[cfg(test)]
mod tests {
    use nendo_model::{Case, Origin, Problem};

    use super::Report;
    use crate::job::Strictness;
    use crate::words::{Language, Words};

    fn unread(file: &str, row: u32, value: &str) -> Problem {
        Problem { case: Case::Unread { value: value.to_owned() }, origin: Origin::row(file, row) }
    }

    #[test]
    fn files_keep_their_order_and_rows_are_sorted() {
        let problems = vec![
            unread("z.csv", 7, "a"),
            unread("a.csv", 2, "b"),
            unread("z.csv", 3, "c"),
            Problem { case: Case::NoRows {}, origin: Origin::file("z.csv") },
        ];
        let report = Report::new(problems.clone());
        let expected = [3, 2, 0, 1].map(|at: usize| problems[at].clone());
        assert_eq!(report.problems, expected);
    }

    #[test]
    fn what_lacks_a_translation_comes_last() {
        let (value, language) = ("率".to_owned(), "en".to_owned());
        let lacking =
            Problem { case: Case::MissingTranslation { value, language }, origin: Origin::row("a.csv", 1) };
        let problems = [lacking, unread("a.csv", 2, "b"), unread("b.csv", 2, "c")];
        let report = Report::new(problems.to_vec());
        assert_eq!(report.problems, [1, 2, 0].map(|at: usize| problems[at].clone()));
    }

    #[test]
    fn the_same_problem_is_shown_once() {
        let (one, other) = (unread("a.csv", 2, "a"), unread("a.csv", 2, "b"));
        let report = Report::new(vec![one.clone(), other.clone(), one.clone(), unread("a.csv", 3, "a"), one]);
        assert_eq!(report.counts(), [0, 3, 0]);
    }

    #[test]
    fn warnings_stop_only_a_strict_build() {
        let mut report = Report::new(vec![unread("a.csv", 2, "a")]);
        assert!(!report.stops(Strictness::Lenient));
        assert!(report.stops(Strictness::Strict));
        report.push(Problem { case: Case::NoRows {}, origin: Origin::file("a.csv") });
        assert!(report.stops(Strictness::Lenient));
        assert_eq!(report.counts(), [1, 1, 0]);
    }

    #[test]
    fn notes_stop_nothing_and_are_counted() {
        let note = |value: &str| Problem {
            case: Case::NoAuditRule { value: value.to_owned() },
            origin: Origin::file("plan.toml"),
        };
        let mut report = Report::new(vec![note("a"), note("b")]);
        assert!(!report.stops(Strictness::Lenient) && !report.stops(Strictness::Strict));
        assert_eq!(report.counts(), [0, 0, 2]);
        let words = Words::embedded();
        let counted = |report: &Report| Language::ALL.map(|language| report.counted(words.voice(language)));
        assert_eq!(counted(&report), ["お知らせ2件", "2 notes"]);
        report.push(unread("a.csv", 2, "a"));
        report.push(Problem { case: Case::NoRows {}, origin: Origin::file("a.csv") });
        assert_eq!(counted(&report), ["エラー1件、注意1件、お知らせ2件", "1 error, 1 warning, 2 notes"]);
        assert_eq!(counted(&Report::new(Vec::new())), ["", ""]);
    }
}
