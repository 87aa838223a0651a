//! What wakes a watch: events of the system, or somebody who wants it to stop. An event names paths that should be looked
//! at; it is never believed beyond that.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Instant;

use notify::event::{AccessKind, AccessMode};
use notify::{Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::mounts;
use super::refusal::Refusal;
use super::stamp::Identity;

/// A reason to look, or not to look any more.
#[derive(Debug)]
pub(crate) enum Wake {
    /// These paths should be looked at; when the system said so.
    Named(Vec<PathBuf>, Instant),
    /// The system lost count of its events.
    All(Instant),
    Stop,
}

/// The events of some folders.
#[derive(Debug)]
pub(crate) struct Events {
    watcher: RecommendedWatcher,
    roots: Vec<Root>,
}

/// A folder, and which one was watched under its name.
#[derive(Debug)]
struct Root {
    folder: PathBuf,
    /// The folder as the system names it: macOS tells events by this path.
    canonical: Option<PathBuf>,
    identity: Option<Identity>,
}

impl Events {
    /// Asks the system for events. A folder that is not there is watched when `follow` finds it.
    pub(crate) fn begin(folders: &[PathBuf], sender: Sender<Wake>) -> Result<Self, Refusal> {
        if let Some(kind) = folders.iter().find_map(|folder| mounts::silent(folder)) {
            return Err(Refusal::Silent { file_system: kind });
        }
        let handler = move |event: notify::Result<Event>| {
            // Nobody listens any more only when the watch is gone, and then nothing is missed.
            let _ = wake(event).map(|wake| sender.send(wake));
        };
        let watcher = RecommendedWatcher::new(handler, Config::default()).map_err(|error| refusal(&error))?;
        let root = |folder: &PathBuf| Root { folder: folder.clone(), canonical: None, identity: None };
        let mut events = Self { watcher, roots: folders.iter().map(root).collect() };
        events.follow()?;
        Ok(events)
    }

    /// Watches the folders that are there, also where another one has taken the name of one that was watched.
    pub(crate) fn follow(&mut self) -> Result<(), Refusal> {
        for root in &mut self.roots {
            let identity = std::fs::metadata(&root.folder).ok().map(|found| Identity::of(&found));
            if identity == root.identity {
                continue;
            }
            if root.identity.take().is_some() {
                // The system may have forgotten it already.
                let _ = self.watcher.unwatch(&root.folder);
            }
            if identity.is_some() {
                match self.watcher.watch(&root.folder, RecursiveMode::Recursive) {
                    Err(error) if matches!(error.kind, ErrorKind::PathNotFound) => continue,
                    watched => watched.map_err(|error| refusal(&error))?,
                }
                root.canonical = root.folder.canonicalize().ok();
                root.identity = identity;
            }
        }
        Ok(())
    }

    /// A path of an event, under the name that its folder was given by; `None` if it is in none.
    pub(crate) fn path(&self, path: &Path) -> Option<PathBuf> {
        self.roots.iter().find_map(|root| {
            let canonical = root.canonical.as_ref().unwrap_or(&root.folder);
            let below = path.strip_prefix(&root.folder).or_else(|_| path.strip_prefix(canonical)).ok()?;
            // Joined with nothing a path would end with a separator.
            Some(if below.as_os_str().is_empty() { root.folder.clone() } else { root.folder.join(below) })
        })
    }
}

fn wake(event: notify::Result<Event>) -> Option<Wake> {
    let now = Instant::now();
    let Ok(event) = event else { return Some(Wake::All(now)) };
    if event.need_rescan() {
        return Some(Wake::All(now));
    }
    // That a file was read is no news, least of all that this program read it.
    let is_news = match event.kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => !event.paths.is_empty(),
    };
    is_news.then_some(Wake::Named(event.paths, now))
}

fn refusal(error: &notify::Error) -> Refusal {
    match error.kind {
        ErrorKind::MaxFilesWatch => Refusal::TooManyFolders,
        _ => Refusal::NoEvents { message: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, AccessMode, CreateKind, Flag};
    use notify::{Error, ErrorKind, Event, EventKind};

    use super::{Refusal, Wake, refusal, wake};

    #[test]
    fn a_refusal_names_its_reason() {
        assert_eq!(refusal(&Error::new(ErrorKind::MaxFilesWatch)), Refusal::TooManyFolders);
        let message = "no such call".to_owned();
        assert_eq!(refusal(&Error::generic(&message)), Refusal::NoEvents { message });
    }

    /// Windows lets nobody rename a folder while files in it are watched.
    #[cfg(not(windows))]
    #[test]
    fn a_folder_that_takes_the_name_of_another_is_followed() {
        use std::{fs, sync::mpsc::channel, time::Duration};
        let folder = std::env::temp_dir().join(format!("nendo-follow-{}", std::process::id()));
        let (watched, other) = (folder.join("content"), folder.join("other"));
        fs::create_dir_all(&other).expect("a folder");
        let (sender, wakes) = channel();
        let mut events = super::Events::begin(std::slice::from_ref(&watched), sender).expect("events");
        for step in ["comes", "is replaced"] {
            let _ = fs::rename(&watched, folder.join("before"));
            fs::rename(&other, &watched).expect("a rename");
            events.follow().expect("events");
            // What came before is of the folder that was.
            drop(wakes.try_iter().collect::<Vec<_>>());
            fs::write(watched.join(step), "").expect("a file");
            let wake = wakes.recv_timeout(Duration::from_secs(20));
            assert!(wake.is_ok(), "{step}");
            fs::create_dir(&other).expect("a folder");
        }
        assert_eq!(events.path(&watched.join("a")), Some(watched.join("a")));
        assert_eq!(events.path(&other), None);
        fs::remove_dir_all(&folder).expect("a folder");
    }

    #[test]
    fn that_a_file_was_read_wakes_nobody() {
        let of = |kind| wake(Ok(Event::new(kind).add_path("2023.csv".into())));
        assert!(of(EventKind::Access(AccessKind::Open(AccessMode::Any))).is_none());
        assert!(of(EventKind::Access(AccessKind::Close(AccessMode::Write))).is_some());
        assert!(of(EventKind::Create(CreateKind::File)).is_some());
        let lost = wake(Ok(Event::new(EventKind::Other).set_flag(Flag::Rescan)));
        assert!(matches!(lost, Some(Wake::All(_))));
    }
}
