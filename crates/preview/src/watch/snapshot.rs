//! The files of the watched folders, as they were found when somebody last looked. It knows what is in a folder; why
//! somebody looks is no matter to it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirEntry};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::names;
use super::stamp::Stamp;
use super::watched::{Cause, Watched};

/// How deep folders are looked into. What links to itself ends there too.
const DEEPEST: usize = 16;

/// What is looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    /// All folders.
    pub(crate) is_all: bool,
    /// What an event named: files, or folders, there or gone.
    pub(crate) named: BTreeSet<PathBuf>,
}

impl Scope {
    pub(crate) fn all() -> Self {
        Self { is_all: true, named: BTreeSet::new() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        !self.is_all && self.named.is_empty()
    }
}

/// The watched folders with their files.
#[derive(Debug)]
pub(crate) struct Snapshot {
    roots: Vec<PathBuf>,
    ignored: Vec<PathBuf>,
    folders: BTreeSet<PathBuf>,
    files: BTreeMap<PathBuf, Watched>,
    /// The files that are not as they were told, or may not be.
    restless: BTreeSet<PathBuf>,
}

/// One look.
struct Look<'s> {
    named: &'s BTreeSet<PathBuf>,
    now: Instant,
    done: BTreeSet<PathBuf>,
}

impl Snapshot {
    /// What is in the folders now is what everybody knows.
    pub(crate) fn begin(roots: Vec<PathBuf>, ignored: Vec<PathBuf>, now: Instant) -> Self {
        let (folders, files, restless) = (BTreeSet::new(), BTreeMap::new(), BTreeSet::new());
        let mut snapshot = Self { roots, ignored, folders, files, restless };
        snapshot.look(&Scope::all(), now);
        snapshot.files.values_mut().for_each(Watched::begin);
        snapshot.restless.clear();
        snapshot
    }

    /// Whether a change of this path is none of the site.
    pub(crate) fn is_ignored(&self, path: &Path) -> bool {
        let below = self.roots.iter().find_map(|root| path.strip_prefix(root).ok()).unwrap_or(path);
        self.ignored.iter().any(|ignored| path.starts_with(ignored)) || below.iter().any(names::is_left_over)
    }

    /// Looks at folders and files. A folder is listed as a whole, so that each file has the name that its folder says,
    /// whatever letters an event writes it in.
    pub(crate) fn look(&mut self, scope: &Scope, now: Instant) {
        let mut look = Look { named: &scope.named, now, done: BTreeSet::new() };
        let mut folders: Vec<PathBuf> = if scope.is_all { self.roots.clone() } else { Vec::new() };
        for path in &scope.named {
            if self.folders.contains(path) {
                self.list(path, &mut look, true, 0);
            }
            let parent = path.parent().filter(|parent| self.folders.contains(*parent));
            // An event about a folder that nobody knows: what holds it was not seen yet.
            folders.extend(parent.map_or_else(|| self.root_of(path), |parent| Some(parent.to_owned())));
        }
        for folder in folders {
            self.list(&folder, &mut look, scope.is_all, 0);
        }
    }

    fn root_of(&self, path: &Path) -> Option<PathBuf> {
        self.roots.iter().find(|root| path.starts_with(root)).cloned()
    }

    /// Looks at what is in a folder: the folders in it if all is looked at, or they are new.
    fn list(&mut self, folder: &Path, look: &mut Look, is_deep: bool, depth: usize) {
        if depth > DEEPEST || !look.done.insert(folder.to_owned()) {
            return;
        }
        let entries: Vec<DirEntry> = match fs::read_dir(folder).and_then(Iterator::collect) {
            Ok(entries) => entries,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return self.lose(folder, look);
            }
            // A share that does not answer has lost nothing.
            Err(_) => return,
        };
        let is_new = self.folders.insert(folder.to_owned());
        let mut found = BTreeSet::new();
        for entry in entries {
            let path = entry.path();
            if self.is_ignored(&path) {
                continue;
            }
            match fs::metadata(&path) {
                Ok(metadata) if metadata.is_dir() => {
                    if is_deep || is_new || !self.folders.contains(&path) {
                        self.list(&path, look, is_deep, depth + 1);
                    }
                    found.insert(path);
                }
                Ok(metadata) => {
                    if self.files.contains_key(&path) || !names::is_passing(&entry.file_name()) {
                        self.file(&path, Some(Stamp::of(&metadata)), look);
                        found.insert(path);
                    }
                }
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(_) => drop(found.insert(path)),
            }
        }
        self.lose_others(folder, &found, look);
    }

    fn file(&mut self, path: &Path, stamp: Option<Stamp>, look: &Look) {
        let cause = if look.named.contains(path) { Cause::Named } else { Cause::Look };
        let file = self.files.entry(path.to_owned()).or_insert_with(|| Watched::new(look.now));
        file.look(path, stamp, cause, look.now);
        if file.was_touched() || file.is_held() {
            self.restless.insert(path.to_owned());
        }
    }

    /// What a folder had and has no more is gone.
    fn lose_others(&mut self, folder: &Path, found: &BTreeSet<PathBuf>, look: &mut Look) {
        let is_child = |path: &Path| path.parent() == Some(folder);
        let below = |path: &&PathBuf| path.starts_with(folder);
        let after = || (std::ops::Bound::Excluded(folder), std::ops::Bound::Unbounded);
        let folders = self.folders.range::<Path, _>(after()).take_while(below);
        let lost: Vec<PathBuf> =
            folders.filter(|path| is_child(path) && !found.contains(*path)).cloned().collect();
        for path in lost {
            self.lose(&path, look);
        }
        let files = self.files.range::<Path, _>(after()).map(|(path, _)| path).take_while(below);
        let lost: Vec<PathBuf> =
            files.filter(|path| is_child(path) && !found.contains(*path)).cloned().collect();
        for path in lost {
            self.file(&path, None, look);
        }
    }

    /// A folder is gone, with all that was in it.
    fn lose(&mut self, folder: &Path, look: &mut Look) {
        self.folders.retain(|path| !path.starts_with(folder));
        let files: Vec<PathBuf> =
            self.files.keys().filter(|path| path.starts_with(folder)).cloned().collect();
        for path in files {
            self.file(&path, None, look);
        }
    }

    /// Whether anything was written since the last change was told.
    pub(crate) fn is_touched(&self) -> bool {
        self.restless().any(|(_, file)| file.was_touched() || file.is_held())
    }

    /// Whether any file is another than was told.
    pub(crate) fn is_changed(&self) -> bool {
        self.restless().any(|(_, file)| file.is_changed())
    }

    /// When the files that keep all others waiting have to be looked at again, and which they are.
    pub(crate) fn awaited(&self, now: Instant) -> Option<(Instant, BTreeSet<PathBuf>)> {
        let awaited = self.restless().filter_map(|(path, file)| Some((file.awaited(now)?, path.clone())));
        let (times, files): (Vec<Instant>, BTreeSet<PathBuf>) = awaited.unzip();
        Some((times.into_iter().min()?, files))
    }

    /// Tells what changed, or was touched, and takes all as it is now.
    pub(crate) fn tell(&mut self, is_told: impl Fn(&Watched) -> bool) -> Vec<PathBuf> {
        let told = self.restless().filter(|(_, file)| is_told(file)).map(|(path, _)| path.clone()).collect();
        for path in std::mem::take(&mut self.restless) {
            if let Some(file) = self.files.get_mut(&path) {
                file.tell();
                if file.is_gone() {
                    self.files.remove(&path);
                }
            }
        }
        told
    }

    /// That files were written as they were is of no matter.
    pub(crate) fn forget_touches(&mut self) {
        let files = &mut self.files;
        self.restless.retain(|path| {
            files.get_mut(path).is_some_and(|file| {
                file.forget_touch();
                file.is_changed() || file.is_held()
            })
        });
    }

    fn restless(&self) -> impl Iterator<Item = (&PathBuf, &Watched)> {
        self.restless.iter().filter_map(|path| self.files.get_key_value(path))
    }
}
