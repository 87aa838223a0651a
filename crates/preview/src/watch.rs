//! Watches folders in which people save files, and tells what changed as soon as it can be read as a whole. It knows
//! nothing of what the files mean.
//!
//! Events of the system only wake it. What is true is how the files are found, compared with how they were found last:
//! a file that is saved as it was, or is back to what it was, did not change. A look reads only files whose size, times
//! or place on the disk are new, that an event named, or that were written so lately that a second save could have the
//! same time. All files are looked at when the system lost count, and every two seconds or more, so that a folder that
//! comes, goes or is replaced, a link's target, and a network share that says nothing are not missed for long.
//!
//! Nothing is told as long as a single file looks as if it were still being written (`outline` has the rule) and its last
//! change is less than 600 ms old, as nobody knows which files a page is made of. A file that cannot be opened, as a
//! program holds it while it saves, is tried again for ten seconds. What programs leave beside the files they have open
//! is passed over (`names`).

mod mounts;
mod names;
mod outline;
mod records;
mod refusal;
mod snapshot;
mod stamp;
mod wake;
mod watched;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

pub use self::refusal::Refusal;
use self::snapshot::{Scope, Snapshot};
use self::wake::{Events, Wake};
use self::watched::Watched;

/// How long nothing more must be heard before somebody looks: one save makes several events.
const LULL: Duration = Duration::from_millis(5);

/// How long it sleeps in between.
const STEP: Duration = Duration::from_micros(500);

/// How long a burst of events is waited for at most.
const BURST: Duration = Duration::from_millis(12);

/// How often everything is looked at though nothing was heard.
const ROUND: Duration = Duration::from_secs(2);

/// Looking at everything takes at most this part of the time.
const SHARE: u32 = 50;

/// How a watch learns that it should look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The system tells.
    Events,
    /// It looks again and again, with this time between: for network shares, where the system tells nothing.
    Polling(Duration),
}

/// Files that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The files that are new, other or gone, as absolute paths in order.
    pub files: Vec<PathBuf>,
    /// When the first sign of it was noticed. For telling how long something takes.
    pub noticed: Instant,
}

/// Ends a watch from elsewhere.
#[derive(Clone, Debug)]
pub struct Stop(Sender<Wake>);

/// A watch over some folders.
#[derive(Debug)]
pub struct Watch {
    snapshot: Snapshot,
    events: Option<Events>,
    sender: Sender<Wake>,
    wakes: Receiver<Wake>,
    /// How often everything is looked at, if that does not take long.
    least_round: Duration,
    round: Duration,
    /// When everything was looked at last.
    looked: Instant,
    /// What is to be looked at next.
    scope: Scope,
    noticed: Option<Instant>,
    /// Somebody was told that a build may have read what is no more.
    is_owed: bool,
    is_stopped: bool,
}

impl Stop {
    /// A `wait` that is going on, or the next one, returns without a change.
    pub fn stop(&self) {
        // A watch that is gone has stopped.
        let _ = self.0.send(Wake::Stop);
    }
}

impl Watch {
    /// Begins to watch folders with all that is in them, except for what is in `ignored`. A folder need not be there.
    ///
    /// # Errors
    ///
    /// If the system cannot tell of changes. With `Way::Polling` it is not asked, and there is no error.
    pub fn begin(folders: &[PathBuf], ignored: &[PathBuf], way: Way) -> Result<Self, Refusal> {
        match way {
            Way::Events => {
                let (sender, wakes) = channel();
                let events = Events::begin(&absolute(folders), sender.clone())?;
                Ok(Self::with(folders, ignored, Some(events), ROUND, (sender, wakes)))
            }
            Way::Polling(every) => Ok(Self::polling(folders, ignored, every)),
        }
    }

    /// Begins to watch folders by looking at them again and again, which asks nothing of the system that it could refuse.
    #[must_use]
    pub fn polling(folders: &[PathBuf], ignored: &[PathBuf], every: Duration) -> Self {
        Self::with(folders, ignored, None, every, channel())
    }

    fn with(
        folders: &[PathBuf],
        ignored: &[PathBuf],
        events: Option<Events>,
        round: Duration,
        (sender, wakes): (Sender<Wake>, Receiver<Wake>),
    ) -> Self {
        let now = Instant::now();
        Self {
            snapshot: Snapshot::begin(absolute(folders), absolute(ignored), now),
            events,
            sender,
            wakes,
            least_round: round,
            round,
            looked: now,
            scope: Scope::default(),
            noticed: None,
            is_owed: false,
            is_stopped: false,
        }
    }

    /// What ends this watch from another thread, or from where Ctrl-C is noticed.
    #[must_use]
    pub fn stopper(&self) -> Stop {
        Stop(self.sender.clone())
    }

    /// Waits until files changed and look whole; `None` if it was stopped. Changes since the last `wait`, or since the
    /// watch began, count too. If `is_current` denied, there is a change, be it that files were saved as they were.
    pub fn wait(&mut self) -> Option<Change> {
        if !self.is_owed {
            self.snapshot.forget_touches();
        }
        self.listen();
        loop {
            if self.is_stopped {
                return None;
            }
            self.look();
            let now = Instant::now();
            if self.snapshot.awaited(now).is_none()
                && let Some(change) = self.settle(now)
            {
                return Some(change);
            }
            self.sleep(now);
        }
    }

    /// Whether the files are as the last `wait` told, and nobody wrote any since. To be asked after a build, before its
    /// pages are put in place: what was read half-way then never replaces a good page. Where it denies, `wait` has a
    /// change as soon as the files look whole.
    pub fn is_current(&mut self) -> bool {
        self.listen();
        self.scope.is_all = true;
        self.look();
        self.is_owed = self.is_owed || self.snapshot.is_touched();
        !self.is_owed
    }

    /// What changed, if anything did.
    fn settle(&mut self, now: Instant) -> Option<Change> {
        let files = if self.is_owed {
            self.snapshot.tell(Watched::was_touched)
        } else if self.snapshot.is_changed() {
            self.snapshot.tell(Watched::is_changed)
        } else {
            self.noticed = None;
            self.snapshot.forget_touches();
            return None;
        };
        self.is_owed = false;
        Some(Change { files, noticed: self.noticed.take().unwrap_or(now) })
    }

    fn look(&mut self) {
        let scope = std::mem::take(&mut self.scope);
        if scope.is_empty() {
            return;
        }
        let began = Instant::now();
        if scope.is_all
            && let Some(events) = &mut self.events
        {
            // Without events for a folder that came late there are still the rounds.
            let _ = events.follow();
        }
        self.snapshot.look(&scope, began);
        if scope.is_all {
            self.looked = Instant::now();
            self.round = self.least_round.max((self.looked - began) * SHARE);
        }
        if self.snapshot.is_changed() {
            self.noticed.get_or_insert(began);
        }
    }

    /// Sleeps until there is a reason to look, and notes what at.
    fn sleep(&mut self, now: Instant) {
        let round = self.looked + self.round;
        let awaited = self.snapshot.awaited(now);
        let until = awaited.as_ref().map_or(round, |(time, _)| round.min(*time));
        match self.wakes.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(wake) => {
                self.hear(wake);
                self.sit_out();
            }
            Err(RecvTimeoutError::Timeout) => self.scope.is_all = Instant::now() >= round,
            Err(RecvTimeoutError::Disconnected) => self.is_stopped = true,
        }
        // What is waited for is looked at whatever woke us, so that nothing is told unseen.
        self.scope.named.extend(awaited.map(|(_, files)| files).unwrap_or_default());
    }

    /// Waits for the end of a burst of events, in steps: on Windows a sleep is exact, and a wait for a channel is not.
    fn sit_out(&mut self) {
        let began = Instant::now();
        let mut last = began;
        while began.elapsed() < BURST && last.elapsed() < LULL && !self.scope.is_empty() && !self.is_stopped {
            std::thread::sleep(STEP);
            if self.listen() > 0 {
                last = Instant::now();
            }
        }
    }

    /// Notes what was heard so far; tells how many events that were.
    fn listen(&mut self) -> usize {
        let wakes: Vec<Wake> = self.wakes.try_iter().collect();
        let heard = wakes.len();
        for wake in wakes {
            self.hear(wake);
        }
        heard
    }

    fn hear(&mut self, wake: Wake) {
        match wake {
            Wake::Stop => self.is_stopped = true,
            Wake::All(time) => {
                self.scope.is_all = true;
                self.noticed.get_or_insert(time);
            }
            Wake::Named(paths, time) => {
                for path in paths {
                    self.hear_of(&path, time);
                }
            }
        }
    }

    fn hear_of(&mut self, path: &Path, time: Instant) {
        match self.events.as_ref().and_then(|events| events.path(path)) {
            Some(path) if self.snapshot.is_ignored(&path) => return,
            Some(path) => drop(self.scope.named.insert(path)),
            None => self.scope.is_all = true,
        }
        self.noticed.get_or_insert(time);
    }
}

fn absolute(paths: &[PathBuf]) -> Vec<PathBuf> {
    paths.iter().map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone())).collect()
}
