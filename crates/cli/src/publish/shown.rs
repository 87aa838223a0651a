//! What a publish says: what will change, what stands in the way, and how it ended; for people on stdout and stderr, for programs
//! in lines of JSON.

use nendo_publish::{Conflict, Plan, Step, Whose};
use nendo_site::PublishTarget;
use serde::Serialize;

use super::bar::{indented, size};
use super::obstacle::Obstacle;
use super::place::address;
use super::record::Record;
use crate::job::{Format, Job, Task};
use crate::stream;
use crate::words::{Language, Voice, Words};

/// More files than this of a kind are counted, unless all are asked for.
const MOST_FILES: usize = 10;

#[derive(Serialize)]
struct PlanLine<'a> {
    plan: PlanShown<'a>,
}

#[derive(Serialize)]
struct PlanShown<'a> {
    target: &'a str,
    new: Vec<FileShown<'a>>,
    changed: Vec<FileShown<'a>>,
    removed: Vec<FileShown<'a>>,
    unchanged: usize,
    conflicts: Vec<ConflictShown<'a>>,
    resumes: bool,
}

#[derive(Serialize)]
struct FileShown<'a> {
    path: &'a str,
    bytes: u64,
}

#[derive(Serialize)]
struct ConflictShown<'a> {
    path: &'a str,
    whose: &'static str,
}

/// What will change.
pub(super) fn plan(job: &Job, target: &PublishTarget, plan: &Plan, voice: Voice<'_>) {
    if job.format == Format::Json {
        let conflicts = plan.conflicts.iter().map(|conflict| ConflictShown {
            path: &conflict.path,
            whose: match conflict.whose {
                Whose::Foreign => "foreign",
                Whose::Changed => "changed",
            },
        });
        let line = PlanLine {
            plan: PlanShown {
                target: &target.name,
                new: FileShown::all(&plan.new),
                changed: FileShown::all(&plan.changed),
                removed: FileShown::all(&plan.removed),
                unchanged: plan.unchanged.len(),
                conflicts: conflicts.collect(),
                resumes: plan.resumes,
            },
        };
        stream::out(&stream::json_line(&line));
        return;
    }
    stream::out(&text(job, target, plan, voice));
}

impl<'a> FileShown<'a> {
    fn all(steps: &'a [Step]) -> Vec<Self> {
        steps.iter().map(|Step { path, bytes }| Self { path, bytes: *bytes }).collect()
    }
}

fn text(job: &Job, target: &PublishTarget, plan: &Plan, voice: Voice<'_>) -> String {
    let dry_run = matches!(&job.task, Task::Publish(publishing) if publishing.dry_run);
    let most = if dry_run { usize::MAX } else { MOST_FILES };
    let told = [("target", target.name.as_str().into()), ("host", address(target).into())];
    let mut text = voice.say("publish-plan", &told) + "\n";
    if plan.resumes {
        text += &indented(2, &voice.word("publish-resumes"));
    }
    for (id, steps) in [
        ("publish-new", &plan.new),
        ("publish-changed", &plan.changed),
        ("publish-removed", &plan.removed),
        ("publish-unchanged", &plan.unchanged),
    ] {
        let bytes = size(steps.iter().map(|step| step.bytes).sum());
        let counted = voice.say(id, &[("count", steps.len().into()), ("bytes", bytes.into())]);
        text += &indented(2, &counted);
        if id != "publish-unchanged" {
            text += &listed(steps.iter().map(|step| (step.path.as_str(), size(step.bytes))), most, voice);
        }
    }
    for (id, whose) in [("publish-touched", Whose::Changed), ("publish-foreign", Whose::Foreign)] {
        let conflicts: Vec<&Conflict> = plan.conflicts.iter().filter(|it| it.whose == whose).collect();
        if !conflicts.is_empty() {
            text += &indented(2, &voice.say(id, &[("count", conflicts.len().into())]));
            let paths = conflicts.iter().map(|conflict| (conflict.path.as_str(), String::new()));
            text += &listed(paths, usize::MAX, voice);
        }
    }
    text
}

fn listed<'p>(
    files: impl ExactSizeIterator<Item = (&'p str, String)>,
    most: usize,
    voice: Voice<'_>,
) -> String {
    let more = files.len().saturating_sub(most);
    let mut text: String = files
        .take(most)
        .map(|(path, size)| format!("    {path}  {size}").trim_end().to_owned() + "\n")
        .collect();
    if more > 0 {
        text += &indented(4, &voice.say("publish-more", &[("count", more.into())]));
    }
    text
}

#[derive(Serialize)]
struct EndLine<'a> {
    publish: End<'a>,
}

#[derive(Serialize)]
struct End<'a> {
    outcome: &'static str,
    target: &'a str,
    sent: usize,
    bytes: u64,
    removed: usize,
    unchanged: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    archive: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stopped_by: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verified: Option<&'a super::verified::Verified>,
}

/// How it ended.
pub(super) fn end(job: &Job, record: &Record, voice: Voice<'_>) {
    let dry_run = matches!(&job.task, Task::Publish(publishing) if publishing.dry_run);
    let outcome = match (dry_run, record.is_done) {
        (_, true) => "unchanged",
        (true, false) => "planned",
        (false, false) => "published",
    };
    if job.format == Format::Json {
        let end = End {
            outcome,
            target: record.target(),
            sent: record.sent,
            bytes: record.bytes,
            removed: record.deleted,
            unchanged: record.unchanged,
            archive: record.archive.as_deref(),
            stopped_by: record.would_stop.as_ref().map(|obstacle| obstacle.id()),
            verified: record.verified.as_ref(),
        };
        stream::out(&stream::json_line(&EndLine { publish: end }));
        return;
    }
    let id = match (outcome, &record.archive) {
        ("unchanged", _) => "publish-nothing",
        ("planned", _) => "publish-dry-run",
        (_, Some(_)) => "publish-packed",
        _ => "published",
    };
    let told = [
        ("target", record.target().into()),
        ("sent", record.sent.into()),
        ("bytes", size(record.bytes).into()),
        ("removed", record.deleted.into()),
        ("unchanged", record.unchanged.into()),
        ("archive", record.archive.as_deref().unwrap_or_default().into()),
    ];
    stream::out(&(voice.say(id, &told) + "\n"));
    if let Some(obstacle) = &record.would_stop {
        stream::err(&sentence(obstacle, voice));
    }
    if let Some(verified) = &record.verified {
        stream::out(&verified.text(voice));
    }
}

#[derive(Serialize)]
struct ObstacleLine {
    publish: Refused,
}

#[derive(Serialize)]
struct Refused {
    outcome: &'static str,
    code: &'static str,
    message: [(&'static str, String); 2],
    hint: [(&'static str, String); 2],
}

/// What keeps it from being published.
pub(super) fn obstacle(job: &Job, obstacle: &Obstacle, words: &Words) {
    if job.format == Format::Json {
        let each = |say: &dyn Fn(Voice<'_>) -> String| {
            Language::ALL.map(|language| (language.tag(), say(words.voice(language))))
        };
        let refused = Refused {
            outcome: "refused",
            code: obstacle.id(),
            message: each(&|voice| voice.say(obstacle.id(), &obstacle.told())),
            hint: each(&|voice| voice.hint(obstacle.id(), &obstacle.told())),
        };
        stream::out(&stream::json_line(&ObstacleLine { publish: refused }));
        return;
    }
    stream::err(&sentence(obstacle, words.voice(job.language)));
}

fn sentence(obstacle: &Obstacle, voice: Voice<'_>) -> String {
    let (id, told) = (obstacle.id(), obstacle.told());
    let mut text = format!("{}: {}\n", voice.word("severity-error"), voice.say(id, &told));
    let hint = voice.hint(id, &told);
    if !hint.is_empty() {
        text += &indented(2, &format!("{}: {hint}", voice.word("hint")));
    }
    text
}
