//! `nendo`: arguments in, a site and messages out.
//!
//! What was typed ([`args`]) becomes what it means ([`job`]), a job is run by its command
//! ([`build`], [`serve`], [`publish`], [`check`], [`new`], [`rollover`], [`translations`]), and what was found is put into [`words`] and shown ([`report`]). This is
//! the only crate that prints, sets an exit code, and reads the clock and the environment.

mod allowance;
mod args;
mod build;
mod check;
mod explain;
mod fingerprint;
mod interrupt;
mod job;
mod moment;
mod new;
mod output;
mod pass;
mod progress;
mod publish;
mod readability;
mod receipt;
mod report;
mod rollover;
mod round;
mod serve;
mod stream;
mod summary;
mod translations;
mod usage;
mod visible;
mod words;

use std::process::ExitCode;

use crate::job::{Job, Task};
use crate::words::Words;

fn main() -> ExitCode {
    let words = Words::embedded();
    let typed: Vec<_> = std::env::args_os().collect();
    let language = args::language(&typed).unwrap_or_else(words::Language::of_environment);
    let voice = words.voice(language);
    match args::command(voice).try_get_matches_from(typed) {
        Ok(matches) => run(&Job::of(&matches, language), &words),
        Err(error) => usage::show(&error, voice),
    }
}

fn run(job: &Job, words: &Words) -> ExitCode {
    job.start_threads();
    match &job.task {
        Task::Build(building) => build::run(job, building, words),
        Task::Serve(serving) => serve::run(job, serving, words),
        Task::Publish(publishing) => publish::run(job, publishing, words),
        Task::Check(_) => check::run(job, words),
        Task::New(wishes) => new::run(job, wishes, words),
        Task::Rollover { plan, year } => rollover::run(job, plan.as_deref(), year.as_deref(), words),
        Task::Translations => translations::run(job, words),
    }
}
