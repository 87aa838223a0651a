//! `nendo build`: everything into the output folder, or nothing.

mod closing;
mod why;

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use nendo_model::{Case, Origin, Problem};
use nendo_site::Stage;

use self::closing::Closing;
use crate::job::{Building, Format, Job};
use crate::pass::Desk;
use crate::report::Report;
use crate::round::{Built, Outcome};
use crate::words::Words;
use crate::{interrupt, output, round, stream};

/// Builds the site and says how it went.
pub(crate) fn run(job: &Job, building: &Building, words: &Words) -> ExitCode {
    let begun = Instant::now();
    interrupt::listen();
    let voice = words.voice(job.language);
    let Building { out, why, draft, time: _, receipt } = building;
    let copy = receipt.as_deref();
    // Among the content it would be a part of what the next build is made of, and in the output nobody's file.
    if copy.is_some_and(|copy| [&job.content, out].iter().any(|folder| output::is_within(copy, folder))) {
        let (severity, hint) = (voice.word("severity-error"), voice.word("hint"));
        let (message, advice) = (voice.word("receipt-within"), voice.word("receipt-within-hint"));
        stream::err(&format!("{severity}: {message}\n  {hint}: {advice}\n"));
        return ExitCode::FAILURE;
    }
    let mut built = round::once(job, out, why.as_deref(), voice, &mut Desk::default(), || true);
    let is_copied = match (copy, built.outcome) {
        (Some(copy), Outcome::Built(_)) => copy_receipt(out, copy, &mut built.report),
        _ => true,
    };
    built.report.show(job, words);
    let out = out.to_string_lossy();
    let Built { outcome, counts, report, why, .. } = &built;
    let closing = Closing { counts: *counts, outcome: *outcome, report, out: &out, draft: *draft };
    let seconds = begun.elapsed().as_secs_f64();
    let text = closing.text(voice, job.strictness, seconds);
    match (job.format, outcome) {
        (Format::Json, _) => stream::out(&closing.json(seconds, why.as_ref())),
        (_, Outcome::Built(_)) => {
            if let Some(why) = why {
                stream::out(&why::text(why, voice));
            }
            stream::out(&text);
        }
        _ => stream::err(&text),
    }
    if is_copied { exit_code(*outcome) } else { ExitCode::FAILURE }
}

/// Puts the receipt down where somebody wants it too, and says whether that went well.
fn copy_receipt(out: &Path, copy: &Path, report: &mut Report) -> bool {
    let folder = copy.parent().filter(|folder| !folder.as_os_str().is_empty());
    let made = folder.map_or(Ok(()), fs::create_dir_all);
    let copied = made.and_then(|()| fs::copy(Stage::receipt(out), copy));
    if let Err(error) = &copied {
        let case = Case::Io { message: error.to_string() };
        report.push(Problem { case, origin: Origin::file(copy.to_string_lossy()) });
    }
    copied.is_ok()
}

fn exit_code(outcome: Outcome) -> ExitCode {
    match outcome {
        Outcome::Built(_) => ExitCode::SUCCESS,
        Outcome::Stopped => interrupt::EXIT_CODE.into(),
        Outcome::Failed | Outcome::Interrupted | Outcome::Outdated => ExitCode::FAILURE,
    }
}
