//! Ctrl-C: a build that is asked to stop does so before its next plan, and leaves the last good site. Asked twice, it stops at once.

use std::sync::atomic::{AtomicBool, Ordering};

/// What a program that was stopped by Ctrl-C exits with, as shells have it: 128 and the number of the signal.
pub(crate) const EXIT_CODE: u8 = 130;

static ASKED: AtomicBool = AtomicBool::new(false);

/// Listens from now on. Where the system refuses, Ctrl-C does what it always does.
pub(crate) fn listen() {
    let _ = ctrlc::set_handler(|| {
        if ASKED.swap(true, Ordering::Relaxed) {
            #[expect(clippy::exit, reason = "whoever asks twice has no patience for the rest")]
            std::process::exit(EXIT_CODE.into());
        }
    });
}

/// Whether somebody asked to stop.
pub(crate) fn is_asked_for() -> bool {
    ASKED.load(Ordering::Relaxed)
}
