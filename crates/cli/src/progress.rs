//! A bar for long work: plans done, of all plans. It shows only where stderr is a terminal, and is
//! gone when the work is done.

use indicatif::{ProgressBar, ProgressStyle};

/// How far the work has come.
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Nothing done, of so many plans, as the label calls them.
    pub(crate) fn of(plans: usize, label: String) -> Self {
        let bar = ProgressBar::new(u64::try_from(plans).unwrap_or(u64::MAX)).with_message(label);
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:40} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.tick();
        Self { bar }
    }

    /// One plan more is done.
    pub(crate) fn step(&self) {
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
