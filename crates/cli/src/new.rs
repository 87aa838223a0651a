//! `nendo new`: a content folder for another city or plan, of a few answers, with a table of its own or a sample. It builds
//! at once, so far as its table is sound; what is not is told as by `nendo check`.

pub(crate) mod wishes;

mod answers;
mod dialogue;
mod draft;
mod example;
mod grades;
mod ground;
mod table;

use std::io::{IsTerminal, stderr, stdin};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fluent_bundle::FluentValue;
use nendo_model::{Case, FiscalYear, Problem};
use serde::Serialize;

use crate::job::{Asked, Format, Job, Task};
use crate::report::Report;
use crate::words::{Voice, Words};
use crate::{check, stream, visible};

use answers::{Answers, Meanings, NAME};
use dialogue::{Dialogue, Person, Stop};
use wishes::{Rest, Wishes};

/// Wrong usage, and what cannot be answered so.
const WRONG_USAGE: u8 = 2;

/// What is no question, as it always is typed.
const FOLDER: &str = "folder";

/// Columns of the terminal that a wrong answer may take.
const VALUE: usize = 80;

/// From April on the fiscal year before has ended.
const UNTIL_APRIL: Duration = Duration::from_hours(90 * 24);
const YEAR: u64 = 31_556_952;

/// For programs: what was made.
#[derive(Serialize)]
struct Made<'a> {
    made: &'a str,
    files: Vec<&'a str>,
}

/// Asks, makes the folder, and says what comes next.
pub(crate) fn run(job: &Job, wishes: &Wishes, words: &Words) -> ExitCode {
    let voice = words.voice(job.language);
    let folder = job.content.as_path();
    match ground::is_free(folder) {
        Ok(true) => {}
        Ok(false) => {
            let value = Some(folder.to_string_lossy().into_owned());
            return stopped(Stop::Wrong { name: FOLDER, value, why: voice.word("why-folder") }, voice);
        }
        Err(problem) => return failed(problem, job, words),
    }
    let answers = match asked(wishes, voice) {
        Ok(answers) => answers,
        Err(stop) => return stopped(stop, voice),
    };
    let files = draft::files(&answers);
    if let Err(problem) = ground::write(folder, &files) {
        return failed(problem, job, words);
    }
    let is_json = job.format == Format::Json;
    let shown = folder.to_string_lossy();
    if is_json {
        let files = files.iter().map(|(file, _)| file.as_str()).collect();
        stream::out(&stream::json_line(&Made { made: &shown, files }));
    } else {
        stream::out(&made(&shown, &files, voice));
    }
    let look = Job { task: Task::Check(Asked::default()), ..job.clone() };
    // Nobody has translated anything yet; how much there is, the check counts.
    let is_early = |problem: &Problem| matches!(problem.case, Case::MissingTranslation { .. });
    let code = check::run_but(&look, words, is_early);
    if !is_json {
        stream::out(&next(folder, &answers, voice));
    }
    code
}

/// The answers of whoever sits at the terminal, or of what was typed.
fn asked(wishes: &Wishes, voice: Voice<'_>) -> Result<Answers, Stop> {
    let mut types = stdin().lock();
    let mut sees = stderr();
    let is_there = types.is_terminal() && sees.is_terminal() && wishes.rest == Rest::Asked;
    if !is_there && wishes.rest == Rest::Asked {
        stream::err(&format!("{}: {}\n", voice.word("severity-note"), voice.word("ask-nobody")));
    }
    let mut person = is_there.then_some(Person { types: &mut types, sees: &mut sees });
    if let Some(person) = &mut person {
        person.tell(&(voice.word("ask-intro") + "\n\n"));
    }
    answers::answers(&mut Dialogue { wishes, person, voice }, ended())
}

/// The fiscal year that ended last, by the clock, near enough for a default.
fn ended() -> Option<FiscalYear> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let current = u16::try_from(1970 + now.saturating_sub(UNTIL_APRIL).as_secs() / YEAR).ok()?;
    FiscalYear::new(current - 1)
}

fn stopped(stop: Stop, voice: Voice<'_>) -> ExitCode {
    let Stop::Wrong { name, value, why } = stop else {
        stream::err(&format!("\n{}\n", voice.word("ask-left")));
        return ExitCode::FAILURE;
    };
    let option = format!("--{name}");
    let message = match value.map(|value| visible::line(&value, VALUE)) {
        Some(value) if name == FOLDER => voice.say("wrong-folder", &[("value", value.into())]),
        Some(value) => voice.say("wrong-value", &[("option", option.into()), ("value", value.into())]),
        None => voice.say("no-answer", &[("option", option.into())]),
    };
    stream::err(&format!("{}: {message}\n  {}: {why}\n", voice.word("severity-error"), voice.word("hint")));
    ExitCode::from(WRONG_USAGE)
}

fn failed(problem: Problem, job: &Job, words: &Words) -> ExitCode {
    Report::new(vec![problem]).show(job, words);
    ExitCode::FAILURE
}

/// What was made, a file a line.
fn made(folder: &str, files: &[(String, Vec<u8>)], voice: Voice<'_>) -> String {
    let files = files.iter().map(|(file, _)| format!("  {file}\n"));
    voice.say("made", &[("folder", folder.into())]) + "\n" + &files.collect::<String>() + "\n"
}

/// What comes next, as it can be typed.
fn next(folder: &Path, answers: &Answers, voice: Voice<'_>) -> String {
    let folder = folder.to_string_lossy();
    let content = match &*folder {
        "content" => String::new(),
        folder => format!(" --content {}", quoted(folder)),
    };
    let steps = steps(answers, voice).into_iter().map(|step| format!("  {}{step}\n", voice.word("bullet")));
    let steps = format!("\n{}\n{}", voice.word("next-steps"), steps.collect::<String>());
    format!("{steps}{}\n", voice.say("next", &[("content", content.into())]))
}

/// What is left to do, most of which nobody has answered.
fn steps(answers: &Answers, voice: Voice<'_>) -> Vec<String> {
    let plan = [("plan", answers.plan.clone().into())];
    let mut steps = match answers.table {
        Some(_) => vec![voice.word("next-problems"), voice.word("next-slugs")],
        None => {
            vec![voice.say("next-table", &plan), voice.word("next-sample-slugs"), voice.word("next-sample")]
        }
    };
    if answers.is_unnamed() {
        let [ja, en] = NAME.map(FluentValue::from);
        steps.push(voice.say("next-name", &[("ja", ja), ("en", en)]));
    }
    steps.extend(answers.scale.as_ref().map(|scale| match (grades::meant(scale, voice), answers.meanings) {
        (None, _) => voice.word("next-meanings"),
        (Some(meant), Meanings::Answered) => voice.say("next-answered", &[("meant", meant.into())]),
        (Some(meant), Meanings::Assumed) => voice.say("next-assumed", &[("meant", meant.into())]),
    }));
    steps
}

/// A path as every shell takes it.
fn quoted(path: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./\\:".contains(letter);
    if path.chars().all(is_plain) { path.to_owned() } else { format!("\"{path}\"") }
}
