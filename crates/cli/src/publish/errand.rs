//! Who publishes, how, and whether a plan may be carried out.

use std::io::{BufRead, stdin};

use console::Term;
use nendo_publish::{Conflicts, Plan};

use super::obstacle::Obstacle;
use crate::interrupt;
use crate::job::{Job, Publishing};
use crate::words::Voice;

/// Who publishes, and how.
pub(super) struct Errand<'a> {
    pub(super) job: &'a Job,
    pub(super) publishing: &'a Publishing,
    pub(super) voice: Voice<'a>,
}

impl Errand<'_> {
    /// Whether the plan may be carried out: nothing of others stands in the way, and not too much goes.
    pub(super) fn allow(&self, plan: &Plan, conflicts: Conflicts) -> Result<(), Obstacle> {
        let in_the_way = plan.conflicts.len();
        if conflicts == Conflicts::Stop && in_the_way > 0 {
            return Err(Obstacle::Conflicts { count: in_the_way });
        }
        let removed = plan.removed.len();
        let most = self.publishing.max_removals.of(plan.published);
        let is_asked = !self.publishing.dry_run;
        if removed <= most || is_asked && asks_to_remove(removed, self.voice) {
            return Ok(());
        }
        Err(Obstacle::Removals { removed, most })
    }
}

/// Whether somebody says that so many files may go.
fn asks_to_remove(removed: usize, voice: Voice<'_>) -> bool {
    let terminal = Term::stderr();
    if !terminal.is_term() || !console::user_attended() {
        return false;
    }
    let question = voice.say("ask-removals", &[("count", removed.into())]);
    let mut answer = String::new();
    let read = || stdin().lock().read_line(&mut answer);
    let answered = terminal.write_str(&question).and_then(|()| interrupt::while_asking(read));
    answered.is_ok() && matches!(answer.trim(), "y" | "Y" | "yes" | "はい")
}
