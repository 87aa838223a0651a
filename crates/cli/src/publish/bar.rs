//! The bar of a publish: files and bytes, where stderr is a terminal; and what is said on the way, wherever it goes.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use nendo_publish::{Amount, Event, Listener};

use crate::progress::Line;
use crate::words::Voice;
use crate::{interrupt, stream};

/// Who publishes, as the publisher sees them.
pub(super) struct Bar<'a> {
    voice: Voice<'a>,
    line: Line,
    begun: Instant,
}

impl<'a> Bar<'a> {
    pub(super) fn of(voice: Voice<'a>) -> Self {
        Self { voice, line: Line::new(), begun: Instant::now() }
    }

    pub(super) fn voice(&self) -> Voice<'a> {
        self.voice
    }

    /// Takes it away.
    pub(super) fn clear(&self) {
        self.line.clear();
    }

    fn say(&self, id: &str, told: &crate::words::Told<'_>) {
        self.clear();
        stream::err(&(self.voice.say(id, told) + "\n"));
    }

    /// So much of so much is done.
    pub(super) fn draw(&self, id: &str, done: u64, of: u64, told: &crate::words::Told<'_>) {
        self.line.draw(|| {
            let mut told = told.to_vec();
            told.push(("bar", crate::progress::bar(done, of).into()));
            self.voice.say(id, &told)
        });
    }
}

impl Listener for Bar<'_> {
    fn hear(&self, event: Event) {
        match event {
            Event::Looked { done, of } => {
                self.draw(
                    "publish-looking",
                    done as u64,
                    of as u64,
                    &[("done", done.into()), ("of", of.into())],
                );
            }
            Event::Sent(Amount { files, of_files, bytes, of_bytes }) => {
                let seconds = self.begun.elapsed().as_secs_f64().max(0.001);
                let told = [
                    ("files", files.into()),
                    ("of_files", of_files.into()),
                    ("bytes", size(bytes).into()),
                    ("of_bytes", size(of_bytes).into()),
                    ("rate", size(per_second(bytes, seconds)).into()),
                ];
                self.draw("publish-sending", bytes, of_bytes, &told);
            }
            Event::Removed { done, of } => {
                self.draw(
                    "publish-removing",
                    done as u64,
                    of as u64,
                    &[("done", done.into()), ("of", of.into())],
                );
            }
            Event::Waits { milliseconds, tried, of, refusal } => {
                let seconds = milliseconds.div_ceil(1000);
                let told = [
                    ("seconds", seconds.into()),
                    ("tried", tried.into()),
                    ("of", of.into()),
                    ("said", refusal.said.as_str().into()),
                ];
                self.say("publish-waits", &told);
            }
            Event::LockExpired => self.say("publish-lock-expired", &[]),
            Event::LedgerDamaged => self.say("publish-ledger-damaged", &[]),
        }
    }

    fn now(&self) -> u64 {
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
    }

    fn stops(&self) -> bool {
        interrupt::is_asked_for()
    }
}

/// Bytes as people say them: `12.3 MB`.
#[expect(clippy::cast_precision_loss, reason = "it is rounded to a tenth anyway")]
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..1000 => format!("{bytes} B"),
        1000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// A line that begins with so many spaces.
pub(super) fn indented(by: usize, text: &str) -> String {
    " ".repeat(by) + text + "\n"
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a rate is shown with two or three digits"
)]
fn per_second(bytes: u64, seconds: f64) -> u64 {
    (bytes as f64 / seconds) as u64
}
