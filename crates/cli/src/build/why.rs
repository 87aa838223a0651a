//! Why a file was made again or left alone, as text and for programs.

use nendo_site::{Key, Part, Verdict, Why};
use serde::Serialize;

use crate::words::Voice;

/// The same for programs.
#[derive(Serialize)]
pub(super) struct Reasons<'a> {
    file: &'a str,
    verdict: &'static str,
    parts: Vec<PartLine<'a>>,
}

/// Something that the file is made of.
#[derive(Serialize)]
struct PartLine<'a> {
    name: &'a str,
    now: Option<String>,
    before: Option<String>,
}

impl<'a> Reasons<'a> {
    pub(super) fn of(why: &'a Why) -> Self {
        let written = |key: Option<Key>| key.map(|key| key.to_string());
        let part = |part: &'a Part| PartLine {
            name: &part.name,
            now: written(part.now),
            before: written(part.before),
        };
        Self {
            file: why.path.as_str(),
            verdict: name(why.verdict),
            parts: why.parts.iter().map(part).collect(),
        }
    }
}

/// What became of the file and, part by part, the keys by which that was decided.
pub(super) fn text(why: &Why, voice: Voice<'_>) -> String {
    let file = why.path.as_str();
    let mut text = voice.say(&format!("why-{}", name(why.verdict)), &[("file", file.into())]) + "\n";
    let width = why.parts.iter().map(|part| part.name.len()).max().unwrap_or_default();
    for Part { name, now, before } in &why.parts {
        let now = now.map(|key| key.to_string()).unwrap_or_default();
        let change = match before {
            _ if name == "view" => String::new(),
            None => voice.word("why-new"),
            Some(before) if before.to_string() == now => voice.word("why-as-before"),
            Some(before) => voice.say("why-was", &[("key", before.to_string().into())]),
        };
        text += format!("  {name:width$}  {now}  {change}").trim_end();
        text += "\n";
    }
    text
}

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Absent => "absent",
        Verdict::PlanKept => "plan-kept",
        Verdict::Kept => "kept",
        Verdict::Same => "same",
        Verdict::Written => "written",
    }
}
