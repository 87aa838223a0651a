//! A content folder that lives as long as a test.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::fs;
use std::path::PathBuf;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use nendo_ingest::PlanFolder;
use nendo_model::{Checked, Kpi, Plan, Problem};

/// The folder; it is removed when this is dropped.
pub(crate) struct Folder(pub(crate) PathBuf);

/// A problem in short: code, last field but for suggestions, file's name, row, column, header.
pub(crate) type Told = (&'static str, String, String, Option<u32>, Option<u32>, String);

static COUNT: AtomicU32 = AtomicU32::new(0);

impl Folder {
    /// A folder with these files.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let folder = Self::empty();
        for (path, text) in files {
            folder.write(path, text.as_bytes());
        }
        folder
    }

    pub(crate) fn empty() -> Self {
        let name = format!("nendo-ingest-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a temporary folder");
        Self(path)
    }

    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    /// Reads the plan `dx`.
    pub(crate) fn plan(&self) -> Checked<Option<Plan>> {
        nendo_ingest::plan(&self.0, &PlanFolder { slug: "dx".to_owned() }, None)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

/// Reads a plan of one edition, 2023, with these settings.
pub(crate) fn read(toml: &str, csv: &str) -> Checked<Option<Plan>> {
    Folder::of(&[("plans/dx/plan.toml", toml), ("plans/dx/2023.csv", csv)]).plan()
}

/// Reads a plan without problems.
pub(crate) fn sound(toml: &str, csv: &str) -> Plan {
    let Checked { value, problems } = read(toml, csv);
    assert_eq!(problems, [], "{csv}");
    value.expect("a plan")
}

/// The KPIs of the first edition.
pub(crate) fn kpis(plan: &Plan) -> Vec<&Kpi> {
    plan.editions[0].kpis().collect()
}

/// The ids of all KPIs of the last edition.
pub(crate) fn ids(plan: &Plan) -> Vec<&str> {
    plan.editions.last().expect("an edition").kpis().map(|kpi| kpi.id.as_str()).collect()
}

/// The problems in short.
pub(crate) fn told(problems: &[Problem]) -> Vec<Told> {
    let tell = |problem: &Problem| {
        let fields = problem.case.fields();
        let last = fields.iter().rfind(|(name, _)| *name != "nearest");
        let value = last.map(|(_, value)| (*value).to_owned()).unwrap_or_default();
        let origin = problem.origin.clone();
        let file = origin.file.trim_start_matches("plans/dx/").to_owned();
        (problem.case.code(), value, file, origin.row, origin.column, origin.header)
    };
    problems.iter().map(tell).collect()
}
