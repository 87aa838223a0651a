//! Ctrl-C: a build that is asked to stop does so before its next plan, and leaves the last good site. Asked twice, it stops at once.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// What a program that was stopped by Ctrl-C exits with, as shells have it: 128 and the number of the signal.
pub(crate) const EXIT_CODE: u8 = 130;

static ASKED: AtomicBool = AtomicBool::new(false);

/// Whoever sleeps and has to be woken.
static SLEEPER: Mutex<Option<Box<dyn Fn() + Send>>> = Mutex::new(None);

/// Listens from now on. Where the system refuses, Ctrl-C does what it always does.
pub(crate) fn listen() {
    let _ = ctrlc::set_handler(|| {
        if ASKED.swap(true, Ordering::Relaxed) {
            #[expect(clippy::exit, reason = "whoever asks twice has no patience for the rest")]
            std::process::exit(EXIT_CODE.into());
        }
        if let Some(wake) = &*SLEEPER.lock().unwrap_or_else(PoisonError::into_inner) {
            wake();
        }
    });
}

/// Calls this, and nothing that was named before, when somebody asks to stop.
pub(crate) fn wakes(wake: impl Fn() + Send + 'static) {
    *SLEEPER.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(wake));
}

/// Whether somebody asked to stop.
pub(crate) fn is_asked_for() -> bool {
    ASKED.load(Ordering::Relaxed)
}
