//! The files of the watched folders, as they were found when somebody last looked. It knows what is in a folder; why
//! somebody looks is no matter to it.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
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
    folders: BTreeMap<PathBuf, Folder>,
    /// The files that are not as they were told, or may not be.
    restless: BTreeSet<PathBuf>,
}

/// What was found in a folder. One that is gone is kept until that is told of its files.
#[derive(Debug, Default)]
struct Folder {
    is_there: bool,
    folders: BTreeSet<OsString>,
    files: BTreeMap<OsString, Watched>,
}

/// One look.
struct Look<'s> {
    named: &'s BTreeSet<PathBuf>,
    now: Instant,
    done: BTreeSet<PathBuf>,
}

impl Snapshot {
    /// What is in the folders now is what everybody knows.
    pub(crate) fn begin(roots: Vec<PathBuf>, mut ignored: Vec<PathBuf>, now: Instant) -> Self {
        // Where a folder that is ignored holds one that is watched, this one is meant.
        ignored.retain(|ignored| roots.iter().any(|root| ignored.starts_with(root)));
        let mut snapshot = Self { roots, ignored, folders: BTreeMap::new(), restless: BTreeSet::new() };
        snapshot.look(&Scope::all(), now);
        snapshot.folders.values_mut().flat_map(|folder| folder.files.values_mut()).for_each(Watched::begin);
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
            if self.is_there(path) {
                self.list(path, &mut look, true, 0);
            }
            let parent = path.parent().filter(|parent| self.is_there(parent));
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

    fn is_there(&self, folder: &Path) -> bool {
        self.folders.get(folder).is_some_and(|folder| folder.is_there)
    }

    /// Looks at what is in a folder: the folders in it if all is looked at, or they are new.
    fn list(&mut self, path: &Path, look: &mut Look, is_deep: bool, depth: usize) {
        if depth > DEEPEST || !look.done.insert(path.to_owned()) {
            return;
        }
        let entries: Vec<DirEntry> = match fs::read_dir(path).and_then(Iterator::collect) {
            Ok(entries) => entries,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return self.lose(path, look);
            }
            // A share that does not answer has lost nothing.
            Err(_) => return,
        };
        let mut folder = self.folders.remove(path).unwrap_or_default();
        let is_new = !std::mem::replace(&mut folder.is_there, true);
        let (mut folders, mut files) = (BTreeSet::new(), BTreeSet::new());
        for entry in entries {
            let name = entry.file_name();
            let place = entry.path();
            if names::is_left_over(&name) || self.ignored.contains(&place) {
                continue;
            }
            match fs::metadata(&place) {
                Ok(found) if found.is_dir() => drop(folders.insert(name)),
                Ok(_) if names::is_passing(&name) => {}
                Ok(found) => {
                    self.file(&mut folder, place, &name, Some(Stamp::of(&found)), look);
                    files.insert(name);
                }
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                // It is there, and no more is known.
                Err(_) if folder.folders.contains(&name) => drop(folders.insert(name)),
                Err(_) => drop(files.insert(name)),
            }
        }
        let gone: Vec<OsString> =
            folder.files.keys().filter(|name| !files.contains(*name)).cloned().collect();
        for name in gone {
            self.file(&mut folder, path.join(&name), &name, None, look);
        }
        let known = std::mem::replace(&mut folder.folders, folders.clone());
        self.folders.insert(path.to_owned(), folder);
        for name in known.difference(&folders) {
            self.lose(&path.join(name), look);
        }
        for name in folders.iter().filter(|name| is_deep || is_new || !known.contains(*name)) {
            self.list(&path.join(name), look, is_deep, depth + 1);
        }
    }

    fn file(&mut self, folder: &mut Folder, path: PathBuf, name: &OsStr, stamp: Option<Stamp>, look: &Look) {
        let cause = if look.named.contains(&path) { Cause::Named } else { Cause::Look };
        if !folder.files.contains_key(name) {
            folder.files.insert(name.to_owned(), Watched::new(look.now));
        }
        let Some(file) = folder.files.get_mut(name) else { return };
        file.look(&path, stamp, cause, look.now);
        if file.was_touched() || file.is_held() {
            self.restless.insert(path);
        }
    }

    /// A folder is gone, with all that was in it.
    fn lose(&mut self, path: &Path, look: &mut Look) {
        let Some(mut folder) = self.folders.remove(path) else { return };
        folder.is_there = false;
        for name in std::mem::take(&mut folder.folders) {
            self.lose(&path.join(name), look);
        }
        let names: Vec<OsString> = folder.files.keys().cloned().collect();
        for name in names {
            self.file(&mut folder, path.join(&name), &name, None, look);
        }
        if !folder.files.is_empty() {
            self.folders.insert(path.to_owned(), folder);
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
            let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else { continue };
            let Some(folder) = self.folders.get_mut(parent) else { continue };
            folder.files.get_mut(name).into_iter().for_each(Watched::tell);
            if folder.files.get(name).is_some_and(Watched::is_gone) {
                folder.files.remove(name);
            }
            if !folder.is_there && folder.files.is_empty() {
                self.folders.remove(parent);
            }
        }
        told
    }

    /// That files were written as they were is of no matter.
    pub(crate) fn forget_touches(&mut self) {
        let folders = &mut self.folders;
        self.restless.retain(|path| {
            let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else { return false };
            let file = folders.get_mut(parent).and_then(|folder| folder.files.get_mut(name));
            file.is_some_and(|file| {
                file.forget_touch();
                file.is_changed() || file.is_held()
            })
        });
    }

    fn restless(&self) -> impl Iterator<Item = (&PathBuf, &Watched)> {
        self.restless.iter().filter_map(|path| {
            let folder = self.folders.get(path.parent()?)?;
            Some((path, folder.files.get(path.file_name()?)?))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::time::Instant;

    use super::Snapshot;

    #[test]
    fn a_folder_is_watched_also_where_the_one_around_it_is_not() {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let ignores = |ignored: &[PathBuf], path: &str| {
            let snapshot = Snapshot::begin(vec![content.clone()], ignored.to_vec(), Instant::now());
            snapshot.is_ignored(&content.join(path))
        };
        let inside = [content.join("public")];
        assert!(ignores(&inside, "public/index.html") && !ignores(&inside, "2023.csv"));
        let around = [content.parent().expect("a folder").to_owned()];
        assert!(!ignores(&around, "2023.csv") && ignores(&around, "~$2023.csv"));
    }
}
