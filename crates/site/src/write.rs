//! The only writer. It stages what differs from what stands, and moves it into place when all has
//! succeeded; a build that fails leaves the output byte for byte as it was.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use nendo_model::{Case, Checked, Origin, Problem};

use crate::hash::hash;
use crate::memo::Memo;
use crate::outputs::Outputs;
use crate::route::SitePath;

const FOLDER: &str = ".nendo";
const MEMO: &str = "built";
const STAGE: &str = "stage";

/// How often, and how long apart, a move is tried again: on Windows a viewer, an indexer or a
/// virus scanner may hold a file for a moment.
const TRIES: u32 = 6;
const PAUSE: Duration = Duration::from_millis(80);

/// A build on its way to disk. Dropped before [`Stage::commit`], it leaves no trace.
pub struct Stage {
    out: PathBuf,
    before: Memo,
    next: Memo,
    changed: BTreeSet<SitePath>,
    /// The folders above the output, and itself, that were not there before; innermost first.
    made: Vec<PathBuf>,
}

/// What a build did to the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files written, new or changed.
    pub written: usize,
    /// Files left alone, because their bytes are the same.
    pub unchanged: usize,
    /// Files removed, because the last build made them and this one does not.
    pub removed: usize,
}

impl Stage {
    /// Begins a build into a folder, which need not exist. Nothing is written yet.
    ///
    /// # Errors
    /// What the last build made cannot be read.
    pub fn open(out: &Path) -> Result<Self, Problem> {
        let before = match fs::read(out.join(FOLDER).join(MEMO)) {
            Ok(bytes) => Memo::parse(&String::from_utf8_lossy(&bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Memo::default(),
            Err(error) => return Err(io_problem(out, &error)),
        };
        Ok(Self {
            out: out.to_owned(),
            before,
            next: Memo::default(),
            changed: BTreeSet::new(),
            made: out
                .ancestors()
                .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
                .map(Path::to_owned)
                .collect(),
        })
    }

    /// Takes some files of the build: those that differ from what stands are written aside. Reports
    /// each file that nendo did not write and that is in the way, and what the disk refuses.
    pub fn add(&mut self, outputs: Outputs) -> Checked<()> {
        let files = outputs.files.into_iter();
        let problems = files.filter_map(|(path, bytes)| self.add_file(path, &bytes).err()).collect();
        Checked { value: (), problems }
    }

    fn add_file(&mut self, path: SitePath, bytes: &[u8]) -> Result<(), Problem> {
        let target = self.target(&path);
        let stands = fs::symlink_metadata(&target).ok();
        let same = stands.as_ref().is_some_and(fs::Metadata::is_file)
            && fs::read(&target).is_ok_and(|old| old == bytes);
        if !same {
            let ours = self.before.0.contains_key(&path) && stands.as_ref().is_none_or(|file| !file.is_dir());
            if stands.is_some() && !ours {
                return Err(foreign(&target));
            }
            self.refuse_foreign_folders(&path)?;
            let staged = self.staged(&path);
            make_parent(&staged)
                .and_then(|()| fs::write(&staged, bytes))
                .map_err(|error| io_problem(&staged, &error))?;
            self.changed.insert(path.clone());
        }
        self.next.0.insert(path, hash(bytes));
        Ok(())
    }

    /// Moves the build into place. The memo names both builds while this goes on, so that a build
    /// that is killed here leaves nothing that the next one does not know.
    ///
    /// # Errors
    /// The disk refuses; the next build mends what this one left.
    pub fn commit(mut self) -> Result<Written, Problem> {
        let gone: Vec<SitePath> =
            self.before.0.keys().filter(|path| !self.next.0.contains_key(*path)).cloned().collect();
        let written = self.changed.len();
        if self.next != self.before || written > 0 {
            let mut both = self.before.clone();
            both.0.extend(self.next.0.clone());
            self.write_memo(&both)?;
            for path in std::mem::take(&mut self.changed) {
                let (staged, target) = (self.staged(&path), self.target(&path));
                make_parent(&target)
                    .and_then(|()| patiently(|| fs::rename(&staged, &target)))
                    .map_err(|error| io_problem(&target, &error))?;
            }
            for path in &gone {
                self.remove(path)?;
            }
            let next = std::mem::take(&mut self.next);
            self.write_memo(&next)?;
            self.next = next;
        }
        self.made.clear();
        Ok(Written { written, unchanged: self.next.0.len() - written, removed: gone.len() })
    }

    fn target(&self, path: &SitePath) -> PathBuf {
        self.out.join(path.as_str().split('/').collect::<PathBuf>())
    }

    fn staged(&self, path: &SitePath) -> PathBuf {
        self.out.join(FOLDER).join(STAGE).join(path.as_str().split('/').collect::<PathBuf>())
    }

    /// A file, or a link that might lead out of the output, where a folder must be.
    fn refuse_foreign_folders(&self, path: &SitePath) -> Result<(), Problem> {
        let target = self.target(path);
        let above = target.ancestors().skip(1).take_while(|folder| *folder != self.out);
        for folder in above {
            if fs::symlink_metadata(folder).is_ok_and(|metadata| !metadata.is_dir()) {
                return Err(foreign(folder));
            }
        }
        Ok(())
    }

    fn write_memo(&self, memo: &Memo) -> Result<(), Problem> {
        let target = self.out.join(FOLDER).join(MEMO);
        let beside = target.with_extension("new");
        make_parent(&target)
            .and_then(|()| fs::write(&beside, memo.text()))
            .and_then(|()| patiently(|| fs::rename(&beside, &target)))
            .map_err(|error| io_problem(&target, &error))
    }

    /// Removes a file that an earlier build made, and the folders that this empties.
    fn remove(&self, path: &SitePath) -> Result<(), Problem> {
        let target = self.target(path);
        if self.refuse_foreign_folders(path).is_err() {
            return Ok(());
        }
        match patiently(|| fs::remove_file(&target)) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(io_problem(&target, &error)),
            _ => {}
        }
        for folder in target.ancestors().skip(1).take_while(|folder| *folder != self.out) {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let own = self.out.join(FOLDER);
        let _ = fs::remove_dir_all(own.join(STAGE));
        let _ = fs::remove_dir(&own);
        for folder in &self.made {
            let _ = fs::remove_dir(folder);
        }
    }
}

fn foreign(path: &Path) -> Problem {
    Problem { case: Case::ForeignFile {}, origin: Origin::file(path.to_string_lossy()) }
}

fn make_parent(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}

fn patiently(mut act: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    for _ in 1..TRIES {
        match act() {
            Err(error) if is_held(&error) => std::thread::sleep(PAUSE),
            done => return done,
        }
    }
    act()
}

/// Whether another program holds the file: Windows calls that a sharing or a lock violation (32, 33),
/// or denies access.
fn is_held(error: &io::Error) -> bool {
    error.kind() == ErrorKind::PermissionDenied
        || (cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)))
}

fn io_problem(path: &Path, error: &io::Error) -> Problem {
    Problem { case: Case::Io { message: error.to_string() }, origin: Origin::file(path.to_string_lossy()) }
}
