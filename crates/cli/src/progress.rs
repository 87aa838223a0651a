//! A bar for long work, such as plans done, of all plans, and the time left. It shows only where stderr is a terminal and the work
//! takes a while, and is gone when the work is done.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use console::Term;

use crate::words::Voice;

/// Columns of the terminal that the bar itself takes.
const WIDTH: u64 = 30;

/// Shorter work than this needs no bar.
const PATIENCE: Duration = Duration::from_millis(300);

/// How often the bar is drawn at most.
const PAUSE: Duration = Duration::from_millis(100);

/// The last line of a terminal, drawn over again and again; where there is no terminal, nothing is.
pub(crate) struct Line {
    terminal: Option<Term>,
    begun: Instant,
    /// When it was drawn last.
    drawn: Mutex<Option<Instant>>,
}

impl Line {
    pub(crate) fn new() -> Self {
        let terminal = Some(Term::stderr()).filter(Term::is_term);
        Self { terminal, begun: Instant::now(), drawn: Mutex::new(None) }
    }

    /// Draws it, unless it was drawn just now or the work has hardly begun. A terminal that refuses goes without.
    pub(crate) fn draw(&self, text: impl FnOnce() -> String) {
        let Some(terminal) = &self.terminal else { return };
        // Whoever finds another thread drawing leaves it to that.
        let Ok(mut drawn) = self.drawn.try_lock() else { return };
        if self.begun.elapsed() < PATIENCE || drawn.is_some_and(|drawn| drawn.elapsed() < PAUSE) {
            return;
        }
        *drawn = Some(Instant::now());
        let _ = terminal.clear_line().and_then(|()| terminal.write_str(&text()));
    }

    /// Takes it away.
    pub(crate) fn clear(&self) {
        let Ok(mut drawn) = self.drawn.lock() else { return };
        if drawn.take().is_some() {
            let _ = self.terminal.as_ref().map(Term::clear_line);
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.clear();
    }
}

/// How far the building of plans has come; told of from many threads.
pub(crate) struct Progress<'a> {
    line: Line,
    voice: Voice<'a>,
    plans: usize,
    done: AtomicUsize,
}

impl<'a> Progress<'a> {
    /// Of so many plans.
    pub(crate) fn of(plans: usize, voice: Voice<'a>) -> Self {
        Self { line: Line::new(), voice, plans, done: AtomicUsize::new(0) }
    }

    /// One more is done.
    pub(crate) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.line.draw(|| line(self.voice, done, self.plans, self.line.begun.elapsed()));
    }
}

/// The bar itself: so much of so much.
pub(crate) fn bar(done: u64, of: u64) -> String {
    let full = (WIDTH * done).checked_div(of).unwrap_or(WIDTH).min(WIDTH);
    let times = |count: u64| usize::try_from(count).unwrap_or_default();
    "█".repeat(times(full)) + &"░".repeat(times(WIDTH - full))
}

/// The bar with its counts, and how long the rest will take if it goes on as it did.
fn line(voice: Voice<'_>, done: usize, plans: usize, taken: Duration) -> String {
    let bar = bar(done as u64, plans as u64);
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
