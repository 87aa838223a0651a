//! `nendo rollover`: the progress table of the next year, beside the newest one of a plan.

use std::path::Path;
use std::process::ExitCode;

use nendo_ingest::{KpiNamed, PlanFolder, Rollover, Room};
use nendo_model::{Case, Encoding, FiscalYear, Origin, Place, Problem};
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
    with_result: Vec<&'a str>,
    has_actuals: bool,
    dated: &'a [String],
    emptied: &'a [String],
    notes: &'a [String],
}

/// Makes the table and says what is in it.
pub(crate) fn run(job: &Job, plan: Option<&str>, year: Option<&str>, words: &Words) -> ExitCode {
    let voice = words.voice(job.language);
    let made = folder(&job.content, plan, year)
        .and_then(|(folder, year)| nendo_ingest::rollover(&job.content, &folder, year));
    match made {
        Ok(mut made) => {
            Report::new(std::mem::take(&mut made.unread)).show(job, words);
            stream::out(&match job.format {
                Format::Json => json(&made),
                Format::Full | Format::Short => text(&made, job, voice),
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
    fn ids(kpis: &[KpiNamed]) -> Vec<&str> {
        kpis.iter().map(|kpi| kpi.id.as_str()).collect()
    }
    stream::json_line(&Line {
        rollover: Made {
            file: &made.file,
            before: &made.before,
            year: made.year.number(),
            kpis: made.kpis,
            left_out: ids(&made.left_out),
            kept: [ids(&made.kept), ids(&made.kept_for_levels)].concat(),
            without_target: ids(&made.without_target),
            with_result: ids(&made.with_result),
            has_actuals: made.room == Room::Enough,
            dated: &made.dated,
            emptied: &made.emptied,
            notes: &made.notes,
        },
    })
}

fn text(made: &Rollover, job: &Job, voice: Voice<'_>) -> String {
    let year = made.year.to_string();
    let shown = |file: &str| visible::line(file, usize::MAX);
    let told = |further: &[(&'static str, String)]| {
        let known = [("file", shown(&made.file)), ("before", shown(&made.before)), ("year", year.clone())];
        let all = known.into_iter().chain(further.iter().cloned());
        all.map(|(name, text)| (name, text.into())).chain([("kpis", made.kpis.into())]).collect::<Vec<_>>()
    };
    let say = |id: &str, further: &[(&'static str, String)]| voice.say(id, &told(further)) + "\n";
    let mut text = say("rolled-over", &[]);
    for (id, kpis) in [
        ("rolled-over-left-out", &made.left_out),
        ("rolled-over-kept", &made.kept),
        ("rolled-over-kept-for-levels", &made.kept_for_levels),
        ("rolled-over-with-result", &made.with_result),
        ("rolled-over-without-target", &made.without_target),
    ] {
        if !kpis.is_empty() {
            text += &(voice.say(id, &[("count", kpis.len().into()), ("year", year.clone().into())]) + "\n");
            text.extend(kpis.iter().map(line));
        }
    }
    for (id, headers) in [
        ("rolled-over-dated", &made.dated),
        ("rolled-over-emptied", &made.emptied),
        ("rolled-over-notes", &made.notes),
    ] {
        if !headers.is_empty() {
            let headers: Vec<String> = headers.iter().map(|header| visible::line(header, 80)).collect();
            text += &say(id, &[("headers", headers.join(", "))]);
        }
    }
    for (id, titles) in [("rolled-over-titles", &made.renamed), ("rolled-over-titles-kept", &made.unchanged)]
    {
        if !titles.is_empty() {
            text += &say(id, &[("places", places(titles))]);
        }
    }
    if made.room == Room::Lacking {
        text += &say("rolled-over-without-actuals", &[]);
    }
    text + &say("rolled-over-next", &[("saving", saving(made).to_owned()), ("check", check(job))])
}

/// How Excel names what the table is saved as, as far as the messages tell it apart.
fn saving(made: &Rollover) -> &'static str {
    match made.saved.encoding {
        _ if made.file.to_ascii_lowercase().ends_with(".txt") => "text",
        Encoding::Windows31J => "local",
        _ => "utf-8",
    }
}

/// The command that looks at this content folder.
fn check(job: &Job) -> String {
    let content = job.content.to_string_lossy();
    match content.as_ref() {
        "content" => "nendo check".to_owned(),
        folder if folder.contains(char::is_whitespace) => format!("nendo check --content \"{folder}\""),
        folder => format!("nendo check --content {folder}"),
    }
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
