//! A bar for long work: plans done, of all plans, and the time left. It shows only where stderr is a terminal and the work
//! takes a while, and is gone when the work is done.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use console::Term;

use crate::words::Voice;

/// Columns of the terminal that the bar itself takes.
const WIDTH: usize = 30;

/// Shorter work than this needs no bar.
const PATIENCE: Duration = Duration::from_millis(300);

/// How often the bar is drawn at most.
const PAUSE: Duration = Duration::from_millis(100);

/// How far the work has come; told of from many threads.
pub(crate) struct Progress<'a> {
    terminal: Option<Term>,
    voice: Voice<'a>,
    plans: usize,
    done: AtomicUsize,
    begun: Instant,
    /// When the bar was drawn last.
    drawn: Mutex<Option<Instant>>,
}

impl<'a> Progress<'a> {
    /// Of so many plans.
    pub(crate) fn of(plans: usize, voice: Voice<'a>) -> Self {
        let terminal = Some(Term::stderr()).filter(Term::is_term);
        let (done, begun, drawn) = (AtomicUsize::new(0), Instant::now(), Mutex::new(None));
        Self { terminal, voice, plans, done, begun, drawn }
    }

    /// One more is done. A terminal that refuses the bar goes without.
    pub(crate) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let Some(terminal) = &self.terminal else { return };
        // Whoever finds another thread drawing leaves it to that.
        let Ok(mut drawn) = self.drawn.try_lock() else { return };
        let taken = self.begun.elapsed();
        if taken < PATIENCE || drawn.is_some_and(|drawn| drawn.elapsed() < PAUSE) {
            return;
        }
        *drawn = Some(Instant::now());
        let text = line(self.voice, done, self.plans, taken);
        let _ = terminal.clear_line().and_then(|()| terminal.write_str(&text));
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        let was_drawn = self.drawn.get_mut().is_ok_and(|drawn| drawn.is_some());
        let _ = self.terminal.as_ref().filter(|_| was_drawn).map(Term::clear_line);
    }
}

/// The bar with its counts, and how long the rest will take if it goes on as it did.
fn line(voice: Voice<'_>, done: usize, plans: usize, taken: Duration) -> String {
    let full = (WIDTH * done).checked_div(plans).unwrap_or(WIDTH);
    let bar = "█".repeat(full) + &"░".repeat(WIDTH - full);
    let share = f64::from(u32::try_from(plans - done).unwrap_or(u32::MAX))
        / f64::from(u32::try_from(done).unwrap_or(u32::MAX)).max(1.0);
    let left = taken.mul_f64(share).as_secs();
    let left = format!("{}:{:02}", left / 60, left % 60);
    let args = [("bar", bar.into()), ("done", done.into()), ("plans", plans.into()), ("left", left.into())];
    voice.say("progress", &args)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::line;
    use crate::words::{Language, Words};

    #[test]
    fn a_bar_counts_plans_and_tells_the_time_left() {
        let words = Words::embedded();
        let [ja, en] =
            Language::ALL.map(|language| line(words.voice(language), 10, 40, Duration::from_secs(25)));
        assert_eq!(en, "building ███████░░░░░░░░░░░░░░░░░░░░░░░ 10/40 plans, 1:15 left");
        assert_eq!(ja, "作成中 ███████░░░░░░░░░░░░░░░░░░░░░░░ 10/40計画、残り約1:15");
    }
}
