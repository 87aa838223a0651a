//! `nendo build`: everything into the output folder, or nothing.

mod closing;
mod why;

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use self::closing::Closing;
use crate::job::{Format, Job};
use crate::pass::Desk;
use crate::round::{Built, Outcome};
use crate::words::Words;
use crate::{interrupt, round, stream};

/// Builds the site and says how it went.
pub(crate) fn run(job: &Job, out: &Path, why: Option<&str>, words: &Words) -> ExitCode {
    let begun = Instant::now();
    interrupt::listen();
    let voice = words.voice(job.language);
    let built = round::once(job, out, why, voice, &mut Desk::default(), || true);
    built.report.show(job, words);
    let out = out.to_string_lossy();
    let Built { outcome, counts, report, why, .. } = &built;
    let closing = Closing { counts: *counts, outcome: *outcome, report, out: &out };
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
    exit_code(*outcome)
}

fn exit_code(outcome: Outcome) -> ExitCode {
    match outcome {
        Outcome::Built(_) => ExitCode::SUCCESS,
        Outcome::Stopped => interrupt::EXIT_CODE.into(),
        Outcome::Failed | Outcome::Interrupted | Outcome::Outdated => ExitCode::FAILURE,
    }
}
