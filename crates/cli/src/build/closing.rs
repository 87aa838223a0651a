//! The last thing that a build says: how it ended, and how much there is.

use nendo_site::Why;
use serde::Serialize;

use super::why::Reasons;
use crate::job::Strictness;
use crate::pass::Counts;
use crate::report::Report;
use crate::round::{Amounts, Outcome};
use crate::summary;
use crate::words::Voice;

/// What a build alone can tell programs.
#[derive(Serialize)]
struct Own<'a> {
    written: usize,
    unchanged: usize,
    removed: usize,
    seconds: f64,
    out: &'a str,
    draft: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Reasons<'a>>,
}

/// What the closing line is made of.
pub(super) struct Closing<'a> {
    pub(super) counts: Counts,
    pub(super) outcome: Outcome,
    pub(super) report: &'a Report,
    pub(super) out: &'a str,
    pub(super) draft: bool,
}

impl Closing<'_> {
    /// For people.
    pub(super) fn text(&self, voice: Voice<'_>, strictness: Strictness, seconds: f64) -> String {
        let Counts { plans: _, years, languages, kpis: _, pages, charts } = self.counts;
        let Amounts { written, unchanged, removed } = self.amounts();
        let id = match (self.outcome, strictness) {
            (Outcome::Built(_), _) => "built",
            (Outcome::Interrupted, _) => "interrupted",
            (Outcome::Stopped | Outcome::Outdated, _) => "stopped",
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
            ("draft", usize::from(self.draft).into()),
        ];
        voice.say(id, &told) + "\n"
    }

    /// For programs.
    pub(super) fn json(&self, seconds: f64, why: Option<&Why>) -> String {
        let Amounts { written, unchanged, removed } = self.amounts();
        let outcome = match self.outcome {
            Outcome::Built(_) => "built",
            Outcome::Failed => "failed",
            Outcome::Interrupted => "interrupted",
            Outcome::Stopped => "stopped",
            Outcome::Outdated => "outdated",
        };
        let seconds = (seconds * 1000.0).round() / 1000.0;
        let why = why.map(Reasons::of);
        let own = Own { written, unchanged, removed, seconds, out: self.out, draft: self.draft, why };
        summary::line("build", outcome, self.report, self.counts, own)
    }

    fn amounts(&self) -> Amounts {
        match self.outcome {
            Outcome::Built(amounts) => amounts,
            _ => Amounts::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use nendo_model::{Case, Origin, Problem};

    use super::{Amounts, Closing, Outcome};
    use crate::job::Strictness;
    use crate::pass::Counts;
    use crate::report::Report;
    use crate::words::{Language, Words};

    const COUNTS: Counts = Counts { plans: 1, years: 2, languages: 2, kpis: 34, pages: 96, charts: 1 };
    const BUILT: Outcome = Outcome::Built(Amounts { written: 110, unchanged: 0, removed: 1 });

    fn said(outcome: Outcome, cases: &[Case], strictness: Strictness) -> [String; 2] {
        closing(outcome, cases, strictness, false)
    }

    fn closing(outcome: Outcome, cases: &[Case], strictness: Strictness, draft: bool) -> [String; 2] {
        let problems = cases.iter().enumerate();
        let problems = problems
            .map(|(at, case)| Problem { case: case.clone(), origin: Origin::row(format!("{at}.csv"), 1) });
        let report = Report::new(problems.collect());
        let words = Words::embedded();
        Language::ALL.map(|language| {
            let closing = Closing { counts: COUNTS, outcome, report: &report, out: "public", draft };
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
    fn a_draft_is_called_one() {
        let [ja, en] = closing(BUILT, &[Case::NothingReported {}], Strictness::Lenient, true);
        assert!(en.ends_with("→ public (draft); 1 warning\n"), "{en}");
        assert!(ja.ends_with("→ public（下書き）（注意1件）\n"), "{ja}");
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
