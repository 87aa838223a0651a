//! Problems for the page in the browser of whoever writes: the same words as on the terminal.

use nendo_model::{Problem, Severity};
use nendo_preview::{Told, Tone};

use super::capped::{self, Shown};
use super::sentence;
use crate::words::Voice;

/// The problems that are shown.
pub(super) fn told(problems: &[Problem], voice: Voice<'_>) -> Vec<Told> {
    let told = capped::shown(problems).into_iter().map(|shown| match shown {
        Shown::Problem(problem @ Problem { case, origin }) => Told {
            severity: sentence::severity(case, voice),
            tone: tone(problem),
            place: sentence::origin(origin, voice),
            text: sentence::message(case, voice),
            hint: sentence::hint(case, voice),
        },
        Shown::Rest(rest) => Told {
            severity: voice.word("severity-note"),
            tone: Tone::Note,
            place: String::new(),
            text: rest.say(voice),
            hint: String::new(),
        },
    });
    told.collect()
}

fn tone(problem: &Problem) -> Tone {
    match problem.case.severity() {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        Severity::Note => Tone::Note,
    }
}
