//! Where the files of a build go. Whoever makes them knows no more of it than this.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use nendo_model::Problem;

use crate::key::Key;
use crate::route::SitePath;

/// Takes the files of a build, from any thread. One that knows what stands from the last build says so; any other keeps nothing.
pub trait Output: Sync {
    /// Notes what the build is made of, by name, and says whether all files of the plan in this folder stand as a build
    /// of the same plan, and of the same site around it, left them. They are then files of this build too.
    fn keeps_plan(&self, _slug: &str, _key: Key) -> bool {
        false
    }

    /// The same of the files above all plans.
    fn keeps_front(&self, _key: Key) -> bool {
        false
    }

    /// Whether this page stands as a build left it that showed the same. It is then a page of this build too.
    fn keeps(&self, _path: &SitePath, _recipe: &Recipe<'_>) -> bool {
        false
    }

    /// Takes a file; a page with what it shows.
    ///
    /// # Errors
    /// It cannot stand there.
    fn take(&self, path: SitePath, shows: Option<Key>, bytes: Vec<u8>) -> Result<(), Problem>;

    /// Whether this build has the file.
    fn has(&self, path: &SitePath) -> bool;

    /// The bytes of a file of this build, where they can be had.
    fn bytes(&self, path: &SitePath) -> Option<Vec<u8>>;

    /// How much this build has.
    fn extent(&self) -> Extent;
}

/// What a page is made of. Nothing else has a say in its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Recipe<'a> {
    /// Its template with all that this can draw on.
    pub template: (&'a str, Key),
    /// The words of its language, for those who want them all.
    pub words: (&'a str, Key),
    /// What it shows.
    pub view: Key,
}

impl Recipe<'_> {
    /// What stands for all of it.
    pub(crate) fn key(&self) -> Key {
        Key::of(self)
    }
}

/// How much a site has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Files.
    pub files: usize,
    /// Pages among them.
    pub pages: usize,
    /// Charts among them: each stands in a file of its own, and on one page or more.
    pub charts: usize,
}

impl Extent {
    pub(crate) fn of<'a>(paths: impl Iterator<Item = &'a SitePath>) -> Self {
        paths.fold(Self::default(), |sum, path| Self {
            files: sum.files + 1,
            pages: sum.pages + usize::from(path.is_page()),
            charts: sum.charts + usize::from(path.is_chart()),
        })
    }
}

/// An output that goes nowhere: everything is made, and nothing is written.
#[derive(Debug, Default)]
pub struct Rehearsal {
    /// The names of files of which the bytes are wanted later.
    wanted: BTreeSet<String>,
    /// So are those of tables.
    keeps_tables: bool,
    taken: Mutex<BTreeMap<SitePath, Vec<u8>>>,
}

impl Rehearsal {
    /// Keeps the bytes of files with these names alone.
    pub(crate) fn keeping(wanted: BTreeSet<String>) -> Self {
        Self { wanted, ..Self::default() }
    }

    /// Keeps the bytes of tables (CSV) too.
    #[must_use]
    pub fn keeping_tables(self) -> Self {
        Self { keeps_tables: true, ..self }
    }

    /// Every file by its path; of those that were not to be kept there are no bytes.
    #[must_use]
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        let taken = self.taken.into_inner().unwrap_or_else(PoisonError::into_inner);
        taken.into_iter().map(|(path, bytes)| (path.as_str().to_owned(), bytes)).collect()
    }

    fn taken(&self) -> MutexGuard<'_, BTreeMap<SitePath, Vec<u8>>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Output for Rehearsal {
    fn take(&self, path: SitePath, _: Option<Key>, bytes: Vec<u8>) -> Result<(), Problem> {
        let is_table = || self.keeps_tables && path.is_table();
        let kept = if self.wanted.contains(path.name()) || is_table() { bytes } else { Vec::new() };
        self.taken().insert(path, kept);
        Ok(())
    }

    fn has(&self, path: &SitePath) -> bool {
        self.taken().contains_key(path)
    }

    fn bytes(&self, path: &SitePath) -> Option<Vec<u8>> {
        self.taken().get(path).cloned()
    }

    fn extent(&self) -> Extent {
        Extent::of(self.taken().keys())
    }
}
