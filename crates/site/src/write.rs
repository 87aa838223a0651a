//! The only writer. It stages what differs from what stands, and moves it into place when all has
//! succeeded; a build that fails leaves the output byte for byte as it was.

mod folders;
mod moves;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use nendo_model::{Case, Origin, Problem};

use self::folders::{Folders, Standing};
use self::moves::{move_into, patiently};
use crate::key::Key;
use crate::memo::{BuiltFile, Made, Memo};
use crate::outputs::{Extent, Output, Recipe};
use crate::route::SitePath;
use crate::why::{Asked, FRONT, Why};

const FOLDER: &str = ".nendo";
const MEMO: &str = "built";
const STAGE: &str = "stage";
const RECEIPT: &str = "receipt.json";

/// A build on its way to disk. Dropped before [`Stage::commit`], it leaves no trace.
pub struct Stage {
    out: PathBuf,
    before: Memo,
    /// What this build has so far; files are added from many threads.
    next: Mutex<Memo>,
    changed: Mutex<BTreeSet<SitePath>>,
    /// The folders of the output as they stood.
    folders: Folders,
    /// The folders above the output, and itself, that were not there before; innermost first.
    made: Vec<PathBuf>,
    asked: Option<Asked>,
    receipt: Option<Vec<u8>>,
}

/// What a build did to the output.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files written, new or changed.
    pub written: Vec<SitePath>,
    /// How many files were left alone, because their bytes are the same.
    pub unchanged: usize,
    /// Files removed, because the last build made them and this one does not.
    pub removed: Vec<SitePath>,
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
            next: Mutex::default(),
            changed: Mutex::default(),
            folders: Folders::of(out),
            made: out
                .ancestors()
                .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
                .map(Path::to_owned)
                .collect(),
            asked: None,
            receipt: None,
        })
    }

    /// Where the receipt of the build stands that an output holds.
    #[must_use]
    pub fn receipt(out: &Path) -> PathBuf {
        out.join(FOLDER).join(RECEIPT)
    }

    /// The same, and these bytes become the receipt of the build. They are in place exactly when the build is.
    #[must_use]
    pub fn with_receipt(mut self, bytes: Vec<u8>) -> Self {
        self.receipt = Some(bytes);
        self
    }

    /// The files that this build has so far, in the order of their paths.
    #[must_use]
    pub fn files(&self) -> Vec<BuiltFile> {
        self.next().built()
    }

    /// The same, and it is noted why a file is made again or left alone.
    #[must_use]
    pub fn asking(mut self, path: &str) -> Self {
        self.asked = Some(Asked::new(path));
        self
    }

    /// Notes what the site is made of beside its plans.
    pub fn made_of(&self, parts: impl IntoIterator<Item = (String, Key)>) {
        self.next().parts.extend(parts);
    }

    /// What stands for a plan as this build has it.
    #[must_use]
    pub fn plan_key(&self, slug: &str) -> Option<Key> {
        self.next().parts.get(&plan_part(slug)).copied()
    }

    /// Takes over a plan as the last build left it, without a look at its files, and says whether that build was of this key.
    /// For whoever looked at them before, and watches over them.
    pub fn trusts_plan(&self, slug: &str, key: Key) -> bool {
        self.takes_over(plan_part(slug), key, self.before.under(slug), |_, _| true)
    }

    /// Why the file that was asked for was made again, or left alone. Asked before the build is in place.
    pub fn why(&self) -> Option<Why> {
        let changed = self.changed();
        self.asked.as_ref().map(|asked| asked.answer(&self.before, &self.next(), &changed))
    }

    /// Moves the build into place. The memo names both builds while this goes on, so that a build
    /// that is killed here leaves nothing that the next one does not know.
    ///
    /// # Errors
    /// The disk refuses; the next build mends what this one left.
    pub fn commit(mut self) -> Result<Written, Problem> {
        let next = std::mem::take(&mut *self.next());
        let changed = std::mem::take(&mut *self.changed());
        let gone = self.before.files.keys().filter(|path| !next.files.contains_key(*path));
        let gone: Vec<SitePath> = gone.cloned().collect();
        let is_other = next != self.before || !changed.is_empty();
        if is_other {
            if next.files.keys().any(|path| !self.before.files.contains_key(path)) {
                self.write_own(MEMO, |file| self.before.write_both(&next, file))?;
            }
            if !changed.is_empty() {
                move_into(&self.stage(), &self.out).map_err(|(path, error)| io_problem(&path, &error))?;
            }
            for path in &gone {
                self.remove(path)?;
            }
        }
        if let Some(receipt) = &self.receipt
            && fs::read(Self::receipt(&self.out)).ok().as_ref() != Some(receipt)
        {
            self.write_own(RECEIPT, |file| file.write_all(receipt))?;
        }
        // It comes last: a build is whole when its memo is.
        if is_other {
            self.write_own(MEMO, |file| next.write(file))?;
        }
        self.made.clear();
        let unchanged = next.files.len() - changed.len();
        Ok(Written { written: changed.into_iter().collect(), unchanged, removed: gone })
    }

    /// Takes over the files of a part from the last build, if that was of this key and all of them are sound.
    fn takes_over<'a>(
        &'a self,
        part: String,
        key: Key,
        files: impl Iterator<Item = (&'a SitePath, &'a Made)> + Clone,
        is_sound: impl Fn(&SitePath, Made) -> bool,
    ) -> bool {
        let stood = self.before.parts.get(&part) == Some(&key);
        let keeps = stood && files.clone().all(|(path, made)| is_sound(path, *made));
        if keeps {
            let mut next = self.next();
            next.files.extend(files.map(|(path, made)| (path.clone(), *made)));
            next.parts.insert(part, key);
        }
        keeps
    }

    fn next(&self) -> MutexGuard<'_, Memo> {
        self.next.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn changed(&self) -> MutexGuard<'_, BTreeSet<SitePath>> {
        self.changed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn target(&self, path: &SitePath) -> PathBuf {
        self.out.join(path.as_str().split('/').collect::<PathBuf>())
    }

    fn staged(&self, path: &SitePath) -> PathBuf {
        self.stage().join(path.as_str().split('/').collect::<PathBuf>())
    }

    fn stage(&self) -> PathBuf {
        self.out.join(FOLDER).join(STAGE)
    }

    /// Whether a file stands as the last build left it.
    fn is_sound(&self, path: &SitePath, made: Made) -> bool {
        let target = self.target(path);
        self.folders.standing(path) == Standing::Folder
            && fs::symlink_metadata(&target).is_ok_and(|file| file.is_file() && file.len() == made.length)
            && fs::read(&target).is_ok_and(|bytes| Key::of_bytes(&bytes) == made.bytes)
    }

    /// Whether a file of these bytes stands.
    ///
    /// # Errors
    /// Something else stands there or above, which no build made.
    fn stands(&self, path: &SitePath, bytes: &[u8]) -> Result<bool, Problem> {
        match self.folders.standing(path) {
            Standing::Nothing => return Ok(false),
            Standing::Foreign(folder) => return Err(foreign(&folder)),
            Standing::Folder => {}
        }
        let target = self.target(path);
        let Ok(file) = fs::symlink_metadata(&target) else { return Ok(false) };
        if file.is_file() && fs::read(&target).is_ok_and(|old| old == bytes) {
            return Ok(true);
        }
        let ours = self.before.files.contains_key(path) && !file.is_dir();
        if ours { Ok(false) } else { Err(foreign(&target)) }
    }

    /// Writes a file of nendo's own.
    fn write_own(
        &self,
        name: &str,
        write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
    ) -> Result<(), Problem> {
        let target = self.out.join(FOLDER).join(name);
        let beside = target.with_extension("new");
        let written = make_parent(&target).and_then(|()| {
            let mut file = BufWriter::new(File::create(&beside)?);
            write(&mut file)?;
            file.flush()
        });
        written
            .and_then(|()| patiently(|| fs::rename(&beside, &target)))
            .map_err(|error| io_problem(&target, &error))
    }

    /// Removes a file that an earlier build made, and the folders that this empties.
    fn remove(&self, path: &SitePath) -> Result<(), Problem> {
        let target = self.target(path);
        if matches!(self.folders.standing(path), Standing::Foreign(_)) {
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

impl Output for Stage {
    fn keeps_plan(&self, slug: &str, key: Key) -> bool {
        let is_sound = |path: &SitePath, made| self.is_sound(path, made);
        let keeps = self.takes_over(plan_part(slug), key, self.before.under(slug), is_sound);
        self.next().parts.insert(plan_part(slug), key);
        keeps
    }

    fn keeps_front(&self, key: Key) -> bool {
        let is_sound = |path: &SitePath, made| self.is_sound(path, made);
        let keeps = self.takes_over(FRONT.to_owned(), key, self.before.front(), is_sound);
        self.next().parts.insert(FRONT.to_owned(), key);
        keeps
    }

    fn keeps(&self, path: &SitePath, recipe: &Recipe<'_>) -> bool {
        if let Some(asked) = &self.asked {
            asked.note(path, recipe);
        }
        let made = self.before.files.get(path).filter(|made| made.shows == Some(recipe.key()));
        let Some(made) = made.filter(|made| self.is_sound(path, **made)) else { return false };
        self.next().files.insert(path.clone(), *made);
        true
    }

    fn take(&self, path: SitePath, shows: Option<Key>, bytes: Vec<u8>) -> Result<(), Problem> {
        if !self.stands(&path, &bytes)? {
            let staged = self.staged(&path);
            let stage = self.stage();
            let written = self.folders.make_staged(&stage, &staged).and_then(|()| fs::write(&staged, &bytes));
            written.map_err(|error| io_problem(&staged, &error))?;
            self.changed().insert(path.clone());
        }
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.next().files.insert(path, Made { bytes: Key::of_bytes(&bytes), length, shows });
        Ok(())
    }

    fn has(&self, path: &SitePath) -> bool {
        self.next().files.contains_key(path)
    }

    fn bytes(&self, path: &SitePath) -> Option<Vec<u8>> {
        let is_changed = self.changed().contains(path);
        fs::read(if is_changed { self.staged(path) } else { self.target(path) }).ok()
    }

    fn extent(&self) -> Extent {
        Extent::of(self.next().files.keys())
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let own = self.out.join(FOLDER);
        let _ = fs::remove_dir_all(own.join(STAGE));
        for name in [MEMO, RECEIPT] {
            let _ = fs::remove_file(own.join(name).with_extension("new"));
        }
        let _ = fs::remove_dir(&own);
        for folder in &self.made {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// What a plan is called among the parts of a build.
fn plan_part(slug: &str) -> String {
    format!("plan/{slug}")
}

fn foreign(path: &Path) -> Problem {
    Problem { case: Case::ForeignFile {}, origin: Origin::file(path.to_string_lossy()) }
}

fn make_parent(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}

fn io_problem(path: &Path, error: &io::Error) -> Problem {
    Problem { case: Case::Io { message: error.to_string() }, origin: Origin::file(path.to_string_lossy()) }
}
