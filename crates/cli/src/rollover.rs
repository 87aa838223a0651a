//! `nendo rollover`: the progress table of the next year, beside the newest one of a plan.

use std::path::Path;
use std::process::ExitCode;

use nendo_ingest::{KpiNamed, PlanFolder, Rollover};
use nendo_model::{Case, FiscalYear, Origin, Place, Problem};
use serde::Serialize;

use crate::job::{Format, Job};
use crate::report::Report;
use crate::words::{Voice, Words};
use crate::{stream, visible};

/// What is told to programs.
#[derive(Serialize)]
struct Line<'a> {
    rollover: Made<'a>,
}

#[derive(Serialize)]
struct Made<'a> {
    file: &'a str,
    before: &'a str,
    year: u16,
    kpis: usize,
    left_out: Vec<&'a str>,
    kept: Vec<&'a str>,
    without_target: Vec<&'a str>,
}

/// Makes the table and says what is in it.
pub(crate) fn run(job: &Job, plan: Option<&str>, year: Option<&str>, words: &Words) -> ExitCode {
    let voice = words.voice(job.language);
    let made = folder(&job.content, plan, year)
        .and_then(|(folder, year)| nendo_ingest::rollover(&job.content, &folder, year));
    match made {
        Ok(made) => {
            stream::out(&match job.format {
                Format::Json => json(&made),
                Format::Full | Format::Short => text(&made, voice),
            });
            ExitCode::SUCCESS
        }
        Err(problems) => {
            Report::new(problems).show(job, words);
            ExitCode::FAILURE
        }
    }
}

/// The plan that is meant, and the year. A year alone is that of the only plan.
fn folder<'a>(
    content: &Path,
    plan: Option<&'a str>,
    year: Option<&'a str>,
) -> Result<(PlanFolder, Option<&'a str>), Vec<Problem>> {
    let mut problems = Vec::new();
    let mut folders = nendo_ingest::plans(content).unload(&mut problems);
    let is_there = |slug: &str| folders.iter().any(|folder| folder.slug == slug);
    let (plan, year) = match (plan, year) {
        (Some(only), None) if !is_there(only) && FiscalYear::read(only).is_some() => (None, plan),
        typed => typed,
    };
    let known = folders.iter().map(|folder| folder.slug.as_str()).collect::<Vec<_>>().join(", ");
    let case = match plan {
        _ if folders.is_empty() => return Err(problems),
        Some(slug) => match folders.iter().position(|folder| folder.slug == slug) {
            Some(at) => return Ok((folders.swap_remove(at), year)),
            None => Case::UnknownPlan { value: slug.to_owned(), known },
        },
        None if folders.len() == 1 => return Ok((folders.swap_remove(0), year)),
        None => Case::PlanNotNamed { known },
    };
    Err(vec![Problem { case, origin: Origin::file("plans") }])
}

fn json(made: &Rollover) -> String {
    let ids = |kpis: &'_ [KpiNamed]| kpis.iter().map(|kpi| kpi.id.clone()).collect::<Vec<_>>();
    let (left_out, kept, without_target) = (ids(&made.left_out), ids(&made.kept), ids(&made.without_target));
    stream::json_line(&Line {
        rollover: Made {
            file: &made.file,
            before: &made.before,
            year: made.year.number(),
            kpis: made.kpis,
            left_out: left_out.iter().map(String::as_str).collect(),
            kept: kept.iter().map(String::as_str).collect(),
            without_target: without_target.iter().map(String::as_str).collect(),
        },
    })
}

fn text(made: &Rollover, voice: Voice<'_>) -> String {
    let Rollover { file, before, year, kpis, left_out, kept, without_target, renamed, unchanged } = made;
    let file = || visible::line(file, usize::MAX);
    let say = |id: &str, told: &[(&'static str, fluent_bundle::FluentValue<'_>)]| voice.say(id, told) + "\n";
    let told = [
        ("file", file().into()),
        ("before", visible::line(before, usize::MAX).into()),
        ("kpis", (*kpis).into()),
    ];
    let mut text = say("rolled-over", &told);
    for (id, kpis) in [("rolled-over-left-out", left_out), ("rolled-over-kept", kept)] {
        if !kpis.is_empty() {
            text += &say(id, &[("count", kpis.len().into())]);
            text.extend(kpis.iter().map(line));
        }
    }
    if !without_target.is_empty() {
        let told = [("count", without_target.len().into()), ("year", year.to_string().into())];
        text += &say("rolled-over-without-target", &told);
        text.extend(without_target.iter().map(line));
    }
    for (id, titles) in [("rolled-over-titles", renamed), ("rolled-over-titles-kept", unchanged)] {
        if !titles.is_empty() {
            text += &say(id, &[("places", places(titles).into())]);
        }
    }
    text + &say("rolled-over-next", &[("file", file().into())])
}

/// A KPI, one a line: `  service-1-1 ①-1 オンライン化率`.
fn line(kpi: &KpiNamed) -> String {
    format!("  {} {}\n", kpi.id, visible::line(&kpi.name, 80))
}

/// Cells as spreadsheets name them.
fn places(titles: &[Origin]) -> String {
    let place = |origin: &Origin| Some(Place { row: origin.row?, column: origin.column? }.to_string());
    titles.iter().filter_map(place).collect::<Vec<_>>().join(", ")
}
