//! What opens a host: from the environment, else typed on the terminal. It is never shown, and never kept.

use console::Term;
use nendo_publish::Secret;
use nendo_site::PublishTarget;

use super::obstacle::Obstacle;
use super::place::{address, variable};
use crate::interrupt;
use crate::words::Voice;

/// Where secrets come from.
pub(super) struct Secrets<'a> {
    target: &'a PublishTarget,
    voice: Voice<'a>,
}

impl<'a> Secrets<'a> {
    pub(super) fn of(target: &'a PublishTarget, voice: Voice<'a>) -> Self {
        Self { target, voice }
    }

    /// A secret that the environment has.
    pub(super) fn given(&self, kind: &str) -> Option<Secret> {
        std::env::var(variable(&self.target.name, kind)).ok().filter(|text| !text.is_empty()).map(Secret::new)
    }

    /// The same, or what is typed.
    pub(super) fn needed(&self, kind: &str) -> Result<Secret, Obstacle> {
        self.given(kind)
            .or_else(|| self.typed(kind))
            .ok_or_else(|| Obstacle::NoSecret { variables: variable(&self.target.name, kind) })
    }

    /// What somebody types, unseen.
    fn typed(&self, kind: &str) -> Option<Secret> {
        let terminal = Term::stderr();
        if !terminal.is_term() || !console::user_attended() {
            return None;
        }
        let told = [
            ("kind", kind.to_lowercase().into()),
            ("target", self.target.name.as_str().into()),
            ("host", address(self.target).into()),
        ];
        terminal.write_str(&self.voice.say("ask-secret", &told)).ok()?;
        interrupt::while_asking(|| terminal.read_secure_line())
            .ok()
            .filter(|text| !text.is_empty())
            .map(Secret::new)
    }
}
