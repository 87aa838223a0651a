//! A folder of one's own to run the program in, with a content folder that has no problem.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};
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

static DESKS: AtomicU32 = AtomicU32::new(0);

/// The folder; it is removed in the end.
pub(crate) struct Desk {
    folder: PathBuf,
}

/// Files with their bytes, and folders with none.
type Tree = BTreeMap<PathBuf, Option<Vec<u8>>>;

impl Desk {
    /// A desk with a content folder without problems.
    pub(crate) fn new() -> Self {
        let number = DESKS.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("nendo-{}-{number}", process::id()));
        let desk = Self { folder };
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

    /// Writes a file, and the folders above it.
    pub(crate) fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Writes the progress table with some text in place of another.
    pub(crate) fn edit_table(&self, from: &str, to: &str) {
        assert!(TABLE.contains(from), "{from}");
        self.write("content/plans/city/2023.csv", &TABLE.replace(from, to));
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
        let output = Command::new(env!("CARGO_BIN_EXE_nendo"))
            .args(arguments.split_whitespace())
            .current_dir(&self.folder)
            .env("LC_ALL", locale)
            .output()
            .expect("the program runs");
        Ran::of(output)
    }

    /// Everything in a folder.
    pub(crate) fn tree(&self, folder: &str) -> Tree {
        let mut tree = Tree::new();
        walk(&self.path(folder), &mut tree);
        tree
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
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// The lines of stdout, each a JSON value.
    pub(crate) fn json(&self) -> Vec<serde_json::Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }
}

fn walk(folder: &Path, tree: &mut Tree) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(&path, tree);
            tree.insert(path, None);
        } else {
            let bytes = fs::read(&path).expect("a file");
            tree.insert(path, Some(bytes));
        }
    }
}
