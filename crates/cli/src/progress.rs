//! A bar for long work: plans done, of all plans. It shows only where stderr is a terminal, and is
//! gone when the work is done.

use console::Term;

/// Columns of the terminal that the bar itself takes.
const WIDTH: usize = 40;

/// How far the work has come.
pub(crate) struct Progress {
    terminal: Option<Term>,
    label: String,
    plans: usize,
}

impl Progress {
    /// Of so many plans, as the label calls them.
    pub(crate) fn of(plans: usize, label: String) -> Self {
        Self { terminal: Some(Term::stderr()).filter(Term::is_term), label, plans }
    }

    /// So many of them are done. A terminal that refuses the bar goes without.
    pub(crate) fn show(&self, done: usize) {
        let Self { terminal: Some(terminal), label, plans } = self else { return };
        let full = (WIDTH * done).checked_div(*plans).unwrap_or(WIDTH);
        let bar = "█".repeat(full) + &"░".repeat(WIDTH - full);
        let _ =
            terminal.clear_line().and_then(|()| terminal.write_str(&format!("{label} {bar} {done}/{plans}")));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        let _ = self.terminal.as_ref().map(Term::clear_line);
    }
}
