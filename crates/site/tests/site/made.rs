//! The site that shows a plan of a few cells, and a folder of one's own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

use std::sync::Mutex;

use nendo_model::{Cell, Kpi, Plan, Problem, YearEntry};
use nendo_site::{Config, Extent, Key, Output, Site, SitePath};

use crate::sample::{self, branch, plan, scale, translations};

/// The site of content without any file of its own, with these translations.
pub(crate) fn site(texts: &[(&str, &str)]) -> Site {
    let nothing = Path::new("no such folder");
    let config = Config::read(nothing);
    assert_eq!(config.problems, []);
    let site = Site::open(nothing, config.value, None, &translations(texts), &[]);
    assert_eq!(site.problems, []);
    site.value.expect("a site")
}

/// The files of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outputs {
    pub(crate) files: BTreeMap<SitePath, Vec<u8>>,
}

/// Takes whatever is made into memory.
#[derive(Default)]
pub(crate) struct Memory(Mutex<Outputs>);

impl Memory {
    pub(crate) fn into_outputs(self) -> Outputs {
        self.0.into_inner().expect("files")
    }
}

impl Output for Memory {
    fn take(&self, path: SitePath, _: Option<Key>, bytes: Vec<u8>) -> Result<(), Problem> {
        self.0.lock().expect("files").files.insert(path, bytes);
        Ok(())
    }

    fn has(&self, path: &SitePath) -> bool {
        self.0.lock().expect("files").files.contains_key(path)
    }

    fn bytes(&self, path: &SitePath) -> Option<Vec<u8>> {
        self.0.lock().expect("files").files.get(path).cloned()
    }

    fn extent(&self) -> Extent {
        Extent::default()
    }
}

/// Every file of a plan, and those above it.
pub(crate) fn outputs(site: &Site, plan: &Plan) -> Outputs {
    let memory = Memory::default();
    let made = site.plan(plan, &memory);
    let front = site.front(&[made.value], &memory);
    assert_eq!((front, made.problems), (Vec::new(), Vec::new()));
    memory.into_outputs()
}

/// The pages of a plan as text, by path.
pub(crate) fn pages(site: &Site, plan: &Plan) -> BTreeMap<String, String> {
    let files = outputs(site, plan).files.into_iter();
    let pages = files.map(|(path, bytes)| (path.as_str().to_owned(), bytes));
    let pages = pages.filter(|(path, _)| path.rsplit('.').next() == Some("html"));
    pages.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect()
}

/// A year of a KPI that was evaluated as on target.
pub(crate) fn entry(target: Cell, actual: Cell) -> YearEntry {
    YearEntry { evaluation: scale().find("B"), ..sample::entry(Some(target), Some(actual)) }
}

pub(crate) fn kpi(id: &str, label: &str, years: impl IntoIterator<Item = (u16, YearEntry)>) -> Kpi {
    sample::kpi(id, "①", label, years)
}

/// A plan with one KPI.
pub(crate) fn plan_of(kpi: Kpi) -> Plan {
    plan(vec![branch("life", "暮らし", vec![kpi])])
}

static DESKS: AtomicU32 = AtomicU32::new(0);

/// A folder of one's own; removed in the end.
pub(crate) struct Desk(PathBuf);

impl Desk {
    pub(crate) fn new() -> Self {
        let number = DESKS.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("nendo-site-{}-{number}", process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Writes a file, and the folders above it.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
