//! One build, for whoever wants one: everything is read and made, and put in place where nothing stands against it. It says
//! nothing to anybody.

use std::path::Path;
use std::time::{Duration, Instant};

use nendo_site::{Stage, Why, Written};

use crate::job::Job;
use crate::pass::{Counts, Desk, Pass};
use crate::receipt::{Circumstances, Problems, Receipt};
use crate::report::Report;
use crate::words::Voice;
use crate::{interrupt, output, receipt};

/// How a build ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The site is in place.
    Built(Amounts),
    /// The output is as it was.
    Failed,
    /// The disk refused half-way.
    Interrupted,
    /// Somebody asked to stop; the output is as it was.
    Stopped,
    /// What was read changed meanwhile; the output is as it was.
    Outdated,
}

/// How many files a build wrote, left alone and removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Amounts {
    pub(crate) written: usize,
    pub(crate) unchanged: usize,
    pub(crate) removed: usize,
}

/// Where the time of a build went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Times {
    /// Reading, on all threads together.
    pub(crate) read: Duration,
    /// Making files, on all threads together.
    pub(crate) render: Duration,
    /// Putting them in place.
    pub(crate) write: Duration,
}

/// What came of a build.
pub(crate) struct Built {
    pub(crate) outcome: Outcome,
    pub(crate) counts: Counts,
    pub(crate) report: Report,
    pub(crate) times: Times,
    /// Why the file that was asked for was made again, or left alone.
    pub(crate) why: Option<Why>,
}

/// Builds the site. `is_current` is asked before what was made is put in place: where what was read changed meanwhile, nothing is.
pub(crate) fn once(
    job: &Job,
    out: &Path,
    why: Option<&str>,
    voice: Voice<'_>,
    desk: &mut Desk,
    is_current: impl FnOnce() -> bool,
) -> Built {
    // Before any of it is read: what is saved meanwhile makes the output outdated, and not the receipt wrong.
    let inputs = receipt::inputs(&job.content, job.theme.as_deref());
    let stage = output::check(out, &job.content).and_then(|()| Stage::open(out));
    let stage = stage.map(|stage| if let Some(file) = why { stage.asking(file) } else { stage });
    let pass = Pass::over(job, voice, stage.as_ref().ok(), desk);
    let refused = stage.as_ref().err().cloned();
    let mut report = Report::new(pass.problems.into_iter().chain(refused).collect());
    let why = stage.as_ref().ok().and_then(Stage::why);
    let begun = Instant::now();
    let outcome = match stage {
        _ if interrupt::is_asked_for() => Outcome::Stopped,
        // Neither a page nor a problem of what was read half-way is worth telling.
        _ if !is_current() => Outcome::Outdated,
        Ok(stage) if !report.stops(job.strictness) => {
            let [errors, warnings, notes] = report.counts();
            let circumstances = Circumstances {
                time: job.time(),
                draft: job.is_draft(),
                problems: Problems { errors, warnings, notes },
                publish_after: pass.publish_after,
                inputs,
            };
            let receipt = Receipt::new(circumstances, stage.files()).to_json();
            put_in_place(stage.with_receipt(receipt), &mut report)
        }
        _ => Outcome::Failed,
    };
    let times = Times { read: pass.reading, render: pass.making, write: begun.elapsed() };
    Built { outcome, counts: pass.counts, report, times, why }
}

fn put_in_place(stage: Stage, report: &mut Report) -> Outcome {
    match stage.commit() {
        Ok(Written { written, unchanged, removed }) => {
            Outcome::Built(Amounts { written: written.len(), unchanged, removed: removed.len() })
        }
        Err(problem) => {
            report.push(problem);
            Outcome::Interrupted
        }
    }
}
