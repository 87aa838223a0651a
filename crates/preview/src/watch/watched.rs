//! One file: what it was when the last change was told, and what it was found to be since. It reads the file where
//! its stamp does not settle the question, and knows no other file.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::{Duration, Instant};

use xxhash_rust::xxh3::xxh3_128;

use super::outline::Outline;
use super::stamp::Stamp;

/// How long a file must be as it is before it is taken although it does not look whole: longer than programs pause
/// while they write, and shorter than somebody waits for the page.
pub(crate) const QUIET: Duration = Duration::from_millis(600);

/// The coarsest steps in which a file system counts time (FAT: 2 s), and a little.
const TICK: Duration = Duration::from_millis(2100);

/// How long a file that cannot be opened is waited for. A program holds it shortly while it saves.
const PATIENCE: Duration = Duration::from_secs(10);

/// How soon a file that could not be opened is tried again.
const RETRY: Duration = Duration::from_millis(50);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Content {
    Absent,
    /// It is there, and was not to be opened for longer than anybody saves.
    Unreadable,
    /// The hash of its bytes.
    Bytes(u128),
}

/// A file of a watched folder.
#[derive(Debug)]
pub(crate) struct Watched {
    told: Content,
    told_outline: Option<Outline>,
    seen: Content,
    seen_outline: Option<Outline>,
    is_whole: bool,
    stamp: Option<Stamp>,
    /// When the stamp was first seen, and whether the file was read so much later that the stamp tells all.
    stamp_since: Instant,
    is_proven: bool,
    changed: Instant,
    held_since: Option<Instant>,
    was_touched: bool,
}

/// Why a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// It is read only where its stamp does not tell that it is as before.
    Look,
    /// An event named it.
    Named,
}

impl Watched {
    /// A file that nobody was told of yet.
    pub(crate) fn new(now: Instant) -> Self {
        Self {
            told: Content::Absent,
            told_outline: None,
            seen: Content::Absent,
            seen_outline: None,
            is_whole: false,
            stamp: None,
            stamp_since: now,
            is_proven: false,
            changed: now,
            held_since: None,
            was_touched: false,
        }
    }

    /// Looks at the file, which has this stamp; `None` where it is gone.
    pub(crate) fn look(&mut self, path: &Path, stamp: Option<Stamp>, cause: Cause, now: Instant) {
        if stamp != self.stamp {
            self.was_touched = true;
            (self.stamp, self.stamp_since, self.is_proven) = (stamp, now, false);
        } else if self.is_proven && cause == Cause::Look && self.held_since.is_none() {
            return;
        }
        let Some(stamp) = stamp else { return self.see(Content::Absent, None, path, now) };
        match fs::read(path) {
            Ok(bytes) => {
                self.is_proven = stamp.is_old() || now.duration_since(self.stamp_since) >= TICK;
                self.see(Content::Bytes(xxh3_128(&bytes)), Some(&bytes), path, now);
            }
            Err(error) if error.kind() == ErrorKind::NotFound => self.see(Content::Absent, None, path, now),
            Err(_) => {
                let since = *self.held_since.get_or_insert(now);
                if now.duration_since(since) >= PATIENCE && self.seen != Content::Unreadable {
                    self.see(Content::Unreadable, None, path, now);
                }
            }
        }
    }

    fn see(&mut self, content: Content, bytes: Option<&[u8]>, path: &Path, now: Instant) {
        if content != Content::Unreadable {
            self.held_since = None;
        }
        if content == self.seen {
            return;
        }
        (self.changed, self.was_touched) = (now, true);
        let outlined = bytes.filter(|_| content != self.told);
        self.is_whole =
            outlined.zip(self.told_outline.as_ref()).is_some_and(|(bytes, told)| told.is_followed_by(bytes));
        self.seen_outline = match outlined {
            Some(bytes) => Outline::of(path, bytes),
            None if content == self.told => self.told_outline.clone(),
            None => None,
        };
        self.seen = content;
    }

    /// Whether it is another than was told.
    pub(crate) fn is_changed(&self) -> bool {
        self.seen != self.told
    }

    /// Whether somebody wrote it since the last change was told, be it as it was.
    pub(crate) fn was_touched(&self) -> bool {
        self.was_touched || self.is_changed()
    }

    /// Whether a program has it open so that it cannot be read, and it is still waited for.
    pub(crate) fn is_held(&self) -> bool {
        self.held_since.is_some() && self.seen != Content::Unreadable
    }

    /// When it has to be looked at again before anything may be told; `None` if it keeps nobody waiting.
    pub(crate) fn awaited(&self, now: Instant) -> Option<Instant> {
        if self.is_held() {
            return Some(now + RETRY);
        }
        let quiet = self.changed + QUIET;
        (self.is_changed() && !self.is_whole && now < quiet).then_some(quiet)
    }

    /// What it is now is told.
    pub(crate) fn tell(&mut self) {
        self.told = self.seen.clone();
        self.told_outline = self.seen_outline.clone();
        self.was_touched = false;
    }

    /// That it was touched, and is as it was told, is of no matter.
    pub(crate) fn forget_touch(&mut self) {
        self.was_touched = false;
    }

    /// Whether nobody need know of it any more.
    pub(crate) fn is_gone(&self) -> bool {
        self.seen == Content::Absent && self.told == Content::Absent && self.held_since.is_none()
    }

    /// It is as it is found at the beginning, also if it cannot be opened.
    pub(crate) fn begin(&mut self) {
        if self.held_since.is_some() {
            self.seen = Content::Unreadable;
        }
        self.tell();
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::time::{Duration, Instant};

    use super::{Cause, PATIENCE, QUIET, Stamp, Watched};

    /// A folder stands for a file that is held: it is there, and reading it fails.
    #[test]
    fn a_file_that_is_held_keeps_all_waiting_and_is_not_gone() {
        let (held, free) = (Path::new(env!("CARGO_MANIFEST_DIR")), Path::new(file!()));
        let free = if free.exists() { free.to_owned() } else { held.join("../..").join(free) };
        let stamp = fs::metadata(&free).ok().map(|found| Stamp::of(&found));
        let begin = Instant::now();
        let mut file = Watched::new(begin);
        file.look(&free, stamp, Cause::Look, begin);
        file.begin();
        let at = |millis: u64| begin + Duration::from_millis(millis);
        file.look(held, stamp, Cause::Named, at(0));
        file.look(held, stamp, Cause::Look, at(900));
        assert!(!file.is_changed() && file.is_held());
        assert!(file.awaited(at(900)).is_some_and(|retry| retry < at(1000)));
        file.look(&free, stamp, Cause::Look, at(950));
        assert!(!file.is_changed() && !file.is_held() && file.awaited(at(950)).is_none());
        // Nobody saves for so long.
        file.look(held, stamp, Cause::Named, at(1000));
        file.look(held, stamp, Cause::Look, at(1000) + PATIENCE);
        assert!(file.is_changed() && !file.is_held());
        assert!(file.awaited(at(1000) + PATIENCE + QUIET).is_none());
        file.tell();
        file.look(held, stamp, Cause::Look, at(1000) + PATIENCE * 2);
        assert!(!file.is_changed() && !file.is_held());
    }

    #[test]
    fn quiet_begins_anew_with_each_change() {
        let (begin, path) = (Instant::now(), Path::new("2023.csv"));
        let mut file = Watched::new(begin);
        file.see(super::Content::Bytes(1), Some(b"a"), path, begin);
        let later = begin + QUIET / 2;
        file.see(super::Content::Bytes(2), Some(b"ab"), path, later);
        file.see(super::Content::Bytes(2), Some(b"ab"), path, later + QUIET / 2);
        assert_eq!(file.awaited(later + QUIET / 2), Some(later + QUIET));
        assert_eq!(file.awaited(later + QUIET), None);
    }
}
