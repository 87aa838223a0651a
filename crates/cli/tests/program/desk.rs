//! A folder of one's own to run the program in, with a content folder that has no problem.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::SystemTime;
use std::{env, fs, process};

const SITE: &str = r#"title = { ja = "進捗", en = "Progress" }
"#;

const PLAN: &str = r#"title = { ja = "計画", en = "Plan" }
levels = [{ ja = "柱", en = "Pillar" }]
scale = "a-d"

[slugs]
"暮らし" = "life"
"#;

pub(crate) const TABLE: &str = "\
柱,KPI,項目,2022年度,2023年度
暮らし,1 利用率,目標,50%,60%
,,実績,40%,65%
,,評価,B,A
";

const TRANSLATIONS: &str = "\
ja,en
暮らし,Life
利用率,Usage rate
";

/// The folder; it is removed in the end.
pub(crate) struct Desk {
    folder: PathBuf,
}

impl Desk {
    /// A desk with a small content folder.
    pub(crate) fn new() -> Self {
        let desk = Self::bare();
        for (file, text) in [
            ("content/site.toml", SITE),
            ("content/translations.csv", TRANSLATIONS),
            ("content/plans/city/plan.toml", PLAN),
            ("content/plans/city/2023.csv", TABLE),
        ] {
            desk.write(file, text);
        }
        desk
    }

    /// A desk with the content of the example.
    pub(crate) fn of_example() -> Self {
        let desk = Self::bare();
        for (path, file) in tree(&root().join("content")) {
            if let Some((bytes, _)) = file {
                desk.write(&format!("content/{path}"), bytes);
            }
        }
        desk
    }

    /// A desk with nothing on it.
    pub(crate) fn without_content() -> Self {
        let desk = Self::bare();
        fs::create_dir_all(&desk.folder).expect("a folder");
        desk
    }

    fn bare() -> Self {
        static DESKS: AtomicU32 = AtomicU32::new(0);
        let number = DESKS.fetch_add(1, Ordering::Relaxed);
        Self { folder: env::temp_dir().join(format!("nendo-{}-{number}", process::id())) }
    }

    /// Writes a file, and the folders above it.
    pub(crate) fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Writes the progress table with some text in place of another.
    pub(crate) fn edit_table(&self, from: &str, to: &str) {
        assert!(TABLE.contains(from), "{from}");
        self.write("content/plans/city/2023.csv", TABLE.replace(from, to));
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }

    /// Runs the program in English.
    pub(crate) fn run(&self, arguments: &str) -> Ran {
        self.run_in("C", arguments)
    }

    /// Runs the program in a locale.
    pub(crate) fn run_in(&self, locale: &str, arguments: &str) -> Ran {
        run(&self.folder, locale, arguments.split_whitespace())
    }

    /// Everything in a folder.
    pub(crate) fn tree(&self, folder: &str) -> Tree {
        tree(&self.path(folder))
    }

    /// The same without what a build notes for the next one.
    pub(crate) fn published(&self, folder: &str) -> Tree {
        let files = self.tree(folder).into_iter();
        files.filter(|(path, _)| !path.starts_with(".nendo/")).collect()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// What a run said.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// The lines of stdout, each a JSON value.
    pub(crate) fn json(&self) -> Vec<serde_json::Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }
}

/// Runs the program as a person would who stands in a folder.
pub(crate) fn run(folder: &Path, locale: &str, arguments: impl Iterator<Item = impl AsRef<OsStr>>) -> Ran {
    let mut nendo = Command::new(env!("CARGO_BIN_EXE_nendo"));
    let ran = nendo.args(arguments).current_dir(folder).env("LC_ALL", locale).output();
    let ran = ran.expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ran { code: ran.status.code(), out: text(ran.stdout), err: text(ran.stderr) }
}

/// What is in a folder, by path with `/` between folders: files with their bytes and when they were
/// written, folders with nothing.
pub(crate) type Tree = BTreeMap<String, Option<(Vec<u8>, SystemTime)>>;

pub(crate) fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    for path in entries(folder) {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            let inner = self::tree(&path).into_iter();
            tree.extend(inner.map(|(path, file)| (format!("{name}/{path}"), file)));
            tree.insert(name, None);
        } else {
            let written = fs::metadata(&path).and_then(|file| file.modified()).expect("a time");
            tree.insert(name, Some((fs::read(&path).expect("a file"), written)));
        }
    }
    tree
}

/// What is in a folder, sorted by name.
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    entries
}

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
