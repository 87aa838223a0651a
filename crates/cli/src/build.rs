//! `nendo build`: everything into the output folder, or nothing.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use nendo_site::{Stage, Written};
use serde::Serialize;

use crate::job::{Format, Job, Strictness};
use crate::pass::{Counts, Pass};
use crate::report::Report;
use crate::words::{Voice, Words};
use crate::{output, stream, summary};

/// How a build ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// The site is in place.
    Built(Written),
    /// The output is as it was.
    Failed,
    /// The disk refused half-way.
    Interrupted,
}

/// What a build alone can tell programs.
#[derive(Serialize)]
struct Own<'a> {
    written: usize,
    unchanged: usize,
    removed: usize,
    seconds: f64,
    out: &'a str,
}

/// Builds the site and says how it went.
pub(crate) fn run(job: &Job, out: &Path, words: &Words) -> ExitCode {
    let begun = Instant::now();
    let voice = words.voice(job.language);
    let mut stage = output::check(out, &job.content).and_then(|()| Stage::open(out));
    let pass = Pass::over(job, voice, |outputs| {
        stage.as_mut().map(|stage| stage.add(outputs).problems).unwrap_or_default()
    });
    let refused = stage.as_ref().err().cloned();
    let mut report = Report::new(pass.problems.into_iter().chain(refused).collect());
    let outcome = match stage {
        Ok(stage) if !report.stops(job.strictness) => match stage.commit() {
            Ok(written) => Outcome::Built(written),
            Err(problem) => {
                report.push(problem);
                Outcome::Interrupted
            }
        },
        _ => Outcome::Failed,
    };
    report.show(job, words);
    let closing = Closing { counts: pass.counts, outcome, report: &report, out: &out.to_string_lossy() };
    let seconds = begun.elapsed().as_secs_f64();
    let text = closing.text(voice, job.strictness, seconds);
    match (job.format, outcome) {
        (Format::Json, _) => stream::out(&closing.json(seconds)),
        (_, Outcome::Built(_)) => stream::out(&text),
        (_, Outcome::Failed | Outcome::Interrupted) => stream::err(&text),
    }
    if let Outcome::Built(_) = outcome { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What the closing line is made of.
struct Closing<'a> {
    counts: Counts,
    outcome: Outcome,
    report: &'a Report,
    out: &'a str,
}

impl Closing<'_> {
    fn text(&self, voice: Voice<'_>, strictness: Strictness, seconds: f64) -> String {
        let Counts { plans: _, years, languages, kpis: _, pages, charts } = self.counts;
        let Written { written, unchanged, removed } = self.written();
        let id = match (self.outcome, strictness) {
            (Outcome::Built(_), _) => "built",
            (Outcome::Interrupted, _) => "interrupted",
            (Outcome::Failed, Strictness::Strict) if !self.report.stops(Strictness::Lenient) => {
                "failed-strict"
            }
            (Outcome::Failed, _) => "failed",
        };
        let told = [
            ("years", years.into()),
            ("languages", languages.into()),
            ("pages", pages.into()),
            ("charts", charts.into()),
            ("written", written.into()),
            ("unchanged", unchanged.into()),
            ("removed", removed.into()),
            ("problems", self.report.problems().into()),
            ("counts", self.report.counted(voice).into()),
            ("seconds", format!("{seconds:.2}").into()),
            ("out", self.out.into()),
        ];
        voice.say(id, &told) + "\n"
    }

    fn json(&self, seconds: f64) -> String {
        let Written { written, unchanged, removed } = self.written();
        let outcome = match self.outcome {
            Outcome::Built(_) => "built",
            Outcome::Failed => "failed",
            Outcome::Interrupted => "interrupted",
        };
        let seconds = (seconds * 1000.0).round() / 1000.0;
        let own = Own { written, unchanged, removed, seconds, out: self.out };
        summary::line("build", outcome, self.report, self.counts, own)
    }

    fn written(&self) -> Written {
        match self.outcome {
            Outcome::Built(written) => written,
            Outcome::Failed | Outcome::Interrupted => Written::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use nendo_model::{Case, Origin, Problem};

    use super::{Closing, Outcome, Written};
    use crate::job::Strictness;
    use crate::pass::Counts;
    use crate::report::Report;
    use crate::words::{Language, Words};

    const COUNTS: Counts = Counts { plans: 1, years: 2, languages: 2, kpis: 34, pages: 96, charts: 1 };
    const BUILT: Outcome = Outcome::Built(Written { written: 110, unchanged: 0, removed: 1 });

    fn said(outcome: Outcome, cases: &[Case], strictness: Strictness) -> [String; 2] {
        let problems = cases.iter().enumerate();
        let problems = problems
            .map(|(at, case)| Problem { case: case.clone(), origin: Origin::row(format!("{at}.csv"), 1) });
        let report = Report::new(problems.collect());
        let words = Words::embedded();
        Language::ALL.map(|language| {
            let closing = Closing { counts: COUNTS, outcome, report: &report, out: "public" };
            closing.text(words.voice(language), strictness, 0.207)
        })
    }

    #[test]
    fn a_built_site_is_counted() {
        let [ja, en] = said(BUILT, &[], Strictness::Lenient);
        assert_eq!(
            en,
            "built 2 years, 2 languages: 96 pages, 1 chart; 110 files written, 0 unchanged, 1 removed in 0.21 s → public\n"
        );
        assert_eq!(
            ja,
            "2年度分・2言語: 96ページ、グラフ1点を作りました。書き込み110件、変更なし0件、削除1件（0.21秒）→ public\n"
        );
    }

    #[test]
    fn warnings_are_counted_at_the_end() {
        let [ja, en] = said(BUILT, &[Case::NothingReported {}], Strictness::Lenient);
        assert!(en.ends_with("→ public; 1 warning\n"), "{en}");
        assert!(ja.ends_with("→ public（注意1件）\n"), "{ja}");
        let note = Case::NoAuditRule { value: "dx".to_owned() };
        let [ja, en] = said(BUILT, &[Case::NothingReported {}, note], Strictness::Lenient);
        assert!(en.ends_with("→ public; 1 warning, 1 note\n"), "{en}");
        assert!(ja.ends_with("→ public（注意1件、お知らせ1件）\n"), "{ja}");
    }

    #[test]
    fn a_failed_build_says_what_stands() {
        let [ja, en] = said(
            Outcome::Failed,
            &[Case::NoRows {}, Case::NoPlan {}, Case::NothingReported {}],
            Strictness::Strict,
        );
        assert_eq!(en, "2 errors, 1 warning; public is as it was\n");
        assert_eq!(ja, "エラー2件、注意1件。public は元のままです\n");
        let [_, en] = said(Outcome::Failed, &[Case::NoRows {}], Strictness::Lenient);
        assert_eq!(en, "1 error; public is as it was\n");
        let [ja, en] = said(Outcome::Failed, &[Case::NothingReported {}], Strictness::Strict);
        assert_eq!(en, "1 warning (with --strict, a warning stops the build); public is as it was\n");
        assert_eq!(ja, "注意1件（--strict のため、注意があると作りません）。public は元のままです\n");
    }
}
