//! `nendo translations`: what has no translation gets its row in the tables of words, ready to be filled in.

use std::collections::BTreeSet;
use std::process::ExitCode;

use nendo_ingest::{Supplement, Wanted};
use nendo_model::Problem;
use nendo_site::Coverage;
use serde::Serialize;

use crate::job::{Format, Job, Strictness};
use crate::pass::{Desk, Pass};
use crate::report::Report;
use crate::words::{Voice, Words};
use crate::{stream, summary};

/// What this command alone can tell programs.
#[derive(Serialize)]
struct Own {
    tables: Vec<Table>,
    missing: Vec<Missing>,
}

/// What was done to a table.
#[derive(Serialize)]
struct Table {
    file: &'static str,
    added: usize,
    unused: usize,
    again: usize,
    written: bool,
}

/// How many texts and units lack a translation into a language.
#[derive(Serialize)]
struct Missing {
    language: String,
    texts: usize,
    units: usize,
}

/// Supplements the tables and says what was done.
pub(crate) fn run(job: &Job, words: &Words) -> ExitCode {
    let voice = words.voice(job.language);
    let pass = Pass::over(job, voice, None, &mut Desk::default());
    let mut report = Report::new(pass.problems.clone());
    let mut tables = Vec::new();
    // What cannot be read asks for nothing, and its rows would be marked as unused.
    if !report.stops(Strictness::Lenient) {
        match supplement(job, &pass) {
            Ok(done) => tables = done,
            Err(problem) => report.push(problem),
        }
    }
    let failed = report.stops(Strictness::Lenient);
    if failed {
        report.show(job, words);
    }
    let missing = pass.coverage.iter().map(Missing::of).collect();
    let own = Own { tables, missing };
    match job.format {
        Format::Json => {
            let outcome = if failed { "failed" } else { "supplemented" };
            stream::out(&summary::line("translations", outcome, &report, pass.counts, own));
        }
        _ if failed => stream::err(&failure(&report, voice)),
        Format::Full | Format::Short => stream::out(&text(&own, voice)),
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Both tables, the one only if the other could be written.
fn supplement(job: &Job, pass: &Pass) -> Result<Vec<Table>, Problem> {
    let Some((source, others)) = pass.languages.split_first() else { return Ok(Vec::new()) };
    let tags: Vec<String> = pass.languages.iter().map(|language| language.tag.clone()).collect();
    let columns: Vec<(String, Vec<String>)> =
        others.iter().map(|language| (language.tag.clone(), language.plurals.clone())).collect();
    let texts = wanted(
        &pass.coverage,
        |coverage| coverage.used_texts().collect(),
        |coverage| coverage.missing_texts().collect(),
    );
    let units = wanted(
        &pass.coverage,
        |coverage| coverage.used_units().collect(),
        |coverage| coverage.missing_units().collect(),
    );
    let translations = nendo_ingest::supplement_translations(&job.content, &tags, &texts)?;
    let counters = nendo_ingest::supplement_units(&job.content, &source.tag, &columns, &units)?;
    Ok(vec![Table::of("translations.csv", translations), Table::of("units.csv", counters)])
}

/// What any language asks for, and what any lacks.
fn wanted<'c>(
    coverage: &'c [Coverage],
    used: impl Fn(&'c Coverage) -> Vec<&'c str>,
    missing: impl Fn(&'c Coverage) -> Vec<&'c str>,
) -> Wanted<'c> {
    let mut seen = BTreeSet::new();
    let missing = coverage.iter().flat_map(missing).filter(|text| seen.insert(*text)).collect();
    Wanted { used: coverage.iter().flat_map(used).collect(), missing }
}

impl Table {
    fn of(file: &'static str, Supplement { added, unused, again, written }: Supplement) -> Self {
        Self { file, added, unused, again, written }
    }
}

impl Missing {
    fn of(coverage: &Coverage) -> Self {
        Self {
            language: coverage.language.clone(),
            texts: coverage.missing_texts().count(),
            units: coverage.missing_units().count(),
        }
    }
}

fn failure(report: &Report, voice: Voice<'_>) -> String {
    voice.say("translations-failed", &[("counts", report.counted(voice).into())]) + "\n"
}

fn text(own: &Own, voice: Voice<'_>) -> String {
    let mut text = String::new();
    for Table { file, added, unused, again, written } in &own.tables {
        let told = [
            ("file", (*file).into()),
            ("added", (*added).into()),
            ("unused", (*unused).into()),
            ("again", (*again).into()),
        ];
        let id = if *written { "table-supplemented" } else { "table-kept" };
        text += &(voice.say(id, &told) + "\n");
    }
    for Missing { language, texts, units } in &own.missing {
        let told =
            [("language", language.as_str().into()), ("texts", (*texts).into()), ("units", (*units).into())];
        text += &(voice.say("still-missing", &told) + "\n");
    }
    text
}
