//! `nendo check`: everything that a build does but writing.

use std::process::ExitCode;

use nendo_model::{Problem, Saved};
use nendo_site::Coverage;
use serde::Serialize;

use crate::job::{Format, Job};
use crate::pass::{Counts, Desk, Pass};
use crate::report::Report;
use crate::words::{Voice, Words};
use crate::{explain, readability, stream, summary, visible};

/// More tables than this are counted, not listed.
const MOST_TABLES: usize = 20;

/// What a check alone can tell programs.
#[derive(Serialize)]
struct Own<'a> {
    tables: Vec<TableSaved<'a>>,
    translations: Vec<Translations<'a>>,
}

/// How a table was saved.
#[derive(Serialize)]
struct TableSaved<'a> {
    file: &'a str,
    encoding: &'static str,
    delimiter: &'static str,
}

impl<'a> TableSaved<'a> {
    fn of((file, Saved { encoding, delimiter }): &'a (String, Saved)) -> Self {
        Self { file, encoding: encoding.name(), delimiter: delimiter.name() }
    }
}

/// How many texts need a translation into a language, and how many have one.
#[derive(Serialize)]
struct Translations<'a> {
    language: &'a str,
    texts: usize,
    translated: usize,
}

impl<'a> Translations<'a> {
    fn of(coverage: &'a Coverage) -> Self {
        Self { language: &coverage.language, texts: coverage.texts(), translated: coverage.translated() }
    }
}

/// Reads and makes everything, and says what was found.
pub(crate) fn run(job: &Job, words: &Words) -> ExitCode {
    run_but(job, words, |_| false)
}

/// The same without problems that whoever asks has no use for yet.
pub(crate) fn run_but(job: &Job, words: &Words, is_early: impl Fn(&Problem) -> bool) -> ExitCode {
    let voice = words.voice(job.language);
    let mut pass = Pass::over(job, voice, None, &mut Desk::default());
    pass.problems.retain(|problem| !is_early(problem));
    let counts = pass.counts;
    let coverage: Vec<Translations> = pass.coverage.iter().map(Translations::of).collect();
    explain::show(&pass.explained, job.format, voice);
    if let Some(scored) = &pass.scored {
        readability::show(scored, job.format, voice, words);
    }
    let report = Report::new(pass.problems);
    report.show(job, words);
    let failed = report.stops(job.strictness);
    stream::out(&match job.format {
        Format::Json => {
            let own =
                Own { tables: pass.tables.iter().map(TableSaved::of).collect(), translations: coverage };
            summary::line("check", if failed { "failed" } else { "checked" }, &report, counts, own)
        }
        Format::Full | Format::Short => {
            // An explanation begins with how its table was saved.
            let tables = if pass.explained.is_empty() { &pass.tables[..] } else { &[] };
            text(counts, tables, &coverage, &report, voice)
        }
    });
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn text(
    counts: Counts,
    tables: &[(String, Saved)],
    coverage: &[Translations<'_>],
    report: &Report,
    voice: Voice<'_>,
) -> String {
    let Counts { plans, years, languages, kpis, pages, charts: _ } = counts;
    let told = [
        ("plans", plans.into()),
        ("years", years.into()),
        ("languages", languages.into()),
        ("kpis", kpis.into()),
        ("pages", pages.into()),
        ("problems", report.problems().into()),
        ("counts", report.counted(voice).into()),
    ];
    let mut text = tables.iter().take(MOST_TABLES).map(|table| line(table, voice)).collect::<String>();
    if let Some(more) = tables.len().checked_sub(MOST_TABLES).filter(|more| *more > 0) {
        text += &(voice.say("more-tables", &[("tables", more.into())]) + "\n");
    }
    text += &(voice.say("checked", &told) + "\n");
    if !coverage.is_empty() {
        let parts: Vec<String> = coverage.iter().map(part).collect();
        text += &(voice.say("translations", &[("coverage", parts.join(", ").into())]) + "\n");
    }
    text
}

/// How a table was saved: `plans/dx/2023.csv: UTF-8 (BOM), comma`.
fn line((file, saved): &(String, Saved), voice: Voice<'_>) -> String {
    let told = [
        ("file", visible::line(file, usize::MAX).into()),
        ("encoding", saved.encoding.name().into()),
        ("delimiter", saved.delimiter.name().into()),
    ];
    voice.say("table-saved", &told) + "\n"
}

/// `en 80/81 (98%)`, rounded down: only everything is 100 %.
fn part(Translations { language, texts, translated }: &Translations<'_>) -> String {
    let percent = (translated * 100).checked_div(*texts).unwrap_or(100);
    format!("{language} {translated}/{texts} ({percent}%)")
}

#[cfg(test)]
mod tests {
    use nendo_model::{Case, Origin, Problem, Saved};

    use super::{Translations, text};
    use crate::pass::Counts;
    use crate::report::Report;
    use crate::words::{Language, Words};

    #[test]
    fn the_closing_lines_count_everything() {
        let counts = Counts { plans: 1, years: 2, languages: 3, kpis: 34, pages: 96, charts: 70 };
        let coverage = [("en", 81, 81), ("pt", 81, 80), ("ko", 0, 0)]
            .map(|(language, texts, translated)| Translations { language, texts, translated });
        let tables = [("plans/dx/2023.csv".to_owned(), Saved::default())];
        let words = Words::embedded();
        let sound = Report::new(Vec::new());
        assert_eq!(
            text(counts, &tables, &coverage, &sound, words.voice(Language::En)),
            "plans/dx/2023.csv: UTF-8, comma\n\
             checked 1 plan, 2 years, 3 languages, 34 KPIs, 96 pages: no problems\n\
             translations: en 81/81 (100%), pt 80/81 (98%), ko 0/0 (100%)\n"
        );
        let bad = Report::new(vec![Problem { case: Case::NoPlan {}, origin: Origin::file("plans") }]);
        assert_eq!(
            text(counts, &[], &[], &bad, words.voice(Language::Ja)),
            "計画1件・2年度分・3言語・KPI34件・96ページを確かめました。エラー1件\n"
        );
        let case = Case::NoAuditRule { value: "dx".to_owned() };
        let noted = Report::new(vec![Problem { case, origin: Origin::file("plans") }]);
        assert_eq!(
            text(counts, &[], &[], &noted, words.voice(Language::En)),
            "checked 1 plan, 2 years, 3 languages, 34 KPIs, 96 pages: 1 note\n"
        );
    }
}
