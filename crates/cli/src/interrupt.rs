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
            leave();
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

/// Asks somebody at the terminal; nothing has begun yet, and who is asked to stop then does so at once.
pub(crate) fn while_asking<T>(ask: impl FnOnce() -> T) -> T {
    wakes(leave);
    let answer = ask();
    wakes(|| {});
    answer
}

#[expect(clippy::exit, reason = "whoever asks twice, or is at a question, has no patience for the rest")]
fn leave() {
    std::process::exit(EXIT_CODE.into());
}

/// Whether somebody asked to stop.
pub(crate) fn is_asked_for() -> bool {
    ASKED.load(Ordering::Relaxed)
}
