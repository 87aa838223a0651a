//! A host in memory, which dies when it is told to: for tests of what stands there then.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::{Entry, Host, Refusal, RefusalKind, Swap};
use crate::site::folder;

/// A host.
pub(crate) struct Memory {
    pub(crate) files: RefCell<BTreeMap<String, Vec<u8>>>,
    written: RefCell<BTreeMap<String, u64>>,
    swap: Swap,
    /// Its clock, in seconds since 1970.
    pub(crate) clock: Cell<u64>,
    /// How many changes are made before it dies, in the middle of the next one.
    pub(crate) life: Cell<usize>,
    /// How many calls are lost before one is answered again.
    pub(crate) lost: Cell<u32>,
    /// What was asked of it, and changed something.
    pub(crate) changes: RefCell<Vec<String>>,
    /// What was read.
    pub(crate) reads: RefCell<Vec<String>>,
}

impl Memory {
    pub(crate) fn new(swap: Swap) -> Self {
        Self {
            files: RefCell::default(),
            written: RefCell::default(),
            swap,
            clock: Cell::new(1_000_000),
            life: Cell::new(usize::MAX),
            lost: Cell::new(0),
            changes: RefCell::default(),
            reads: RefCell::default(),
        }
    }

    /// Somebody else puts a file there.
    pub(crate) fn place(&self, path: &str, bytes: &[u8]) {
        self.files.borrow_mut().insert(path.to_owned(), bytes.to_owned());
        self.written.borrow_mut().insert(path.to_owned(), self.clock.get());
    }

    /// What a reader of the site sees, and nothing of what nendo keeps.
    pub(crate) fn shown(&self) -> BTreeMap<String, Vec<u8>> {
        let files = self.files.borrow();
        let is_shown = |path: &str| !path.starts_with("_nendo/") && !path.ends_with(".nendo-part");
        files
            .iter()
            .filter(|(path, _)| is_shown(path))
            .map(|(path, bytes)| (path.clone(), bytes.clone()))
            .collect()
    }

    /// Another change; `false` where it dies of it.
    async fn change(&self, what: String) -> Result<bool, Refusal> {
        // Others go on meanwhile.
        tokio::task::yield_now().await;
        self.hear()?;
        let dead = || Err(Refusal::new(RefusalKind::Other, "dead"));
        match self.life.get() {
            usize::MAX => {}
            0 => return dead(),
            life => {
                self.life.set(life - 1);
                if life == 1 {
                    return Ok(false);
                }
            }
        }
        self.changes.borrow_mut().push(what);
        Ok(true)
    }

    fn hear(&self) -> Result<(), Refusal> {
        if self.lost.get() > 0 {
            self.lost.set(self.lost.get() - 1);
            return Err(Refusal::new(RefusalKind::Lost, "gone"));
        }
        Ok(())
    }
}

impl Host for Memory {
    fn swap(&self) -> Swap {
        self.swap
    }

    fn grain(&self) -> u64 {
        1
    }

    fn at_once(&self) -> usize {
        3
    }

    async fn files(&self, within: &str) -> Result<Vec<Entry>, Refusal> {
        self.hear()?;
        let written = self.written.borrow();
        let files = self.files.borrow();
        let inside = files.iter().filter(|(path, _)| folder(path) == within);
        let entry = |(path, bytes): (&String, &Vec<u8>)| Entry {
            name: path.rsplit('/').next().unwrap_or(path).to_owned(),
            bytes: bytes.len() as u64,
            mark: Some(written[path].to_string()),
            written: Some(written[path]),
        };
        Ok(inside.map(entry).collect())
    }

    async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        self.hear()?;
        self.reads.borrow_mut().push(path.to_owned());
        Ok(self.files.borrow().get(path).cloned())
    }

    async fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        let lives = self.change(format!("write {path}")).await?;
        match (lives, self.swap) {
            (true, _) => self.place(path, bytes),
            (false, Swap::Rename) => self.place(path, &bytes[..bytes.len() / 2]),
            (false, Swap::Whole) => {}
        }
        if lives { Ok(()) } else { Err(Refusal::new(RefusalKind::Other, "dead")) }
    }

    async fn rename(&self, from: &str, to: &str) -> Result<(), Refusal> {
        self.change(format!("rename {to}")).await?;
        let bytes = self.files.borrow_mut().remove(from);
        match bytes {
            Some(bytes) => {
                self.place(to, &bytes);
                Ok(())
            }
            None => Err(Refusal::new(RefusalKind::Other, "no such file").about(from)),
        }
    }

    async fn remove(&self, path: &str) -> Result<(), Refusal> {
        self.change(format!("remove {path}")).await?;
        self.files.borrow_mut().remove(path);
        Ok(())
    }

    async fn remove_folder(&self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }

    async fn disconnect(&self) {}
}
