//! A folder with content, perhaps a theme, and the site that stands from build to build; the program in it. A build
//! there is compared with one into a fresh folder.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fmt, fs, process};

use serde_json::Value;

use crate::files::{self, Files};
use crate::synthetic::{self, Sizes};

/// Where what is built of stands: the content folder and, if there is one, a theme.
pub(crate) const CONTENT: &str = "content/";
pub(crate) const THEME: &str = "look/";

/// The folder; it is removed in the end.
pub(crate) struct Ground {
    pub(crate) folder: PathBuf,
    /// What stands in the folder of the inputs.
    inputs: Files,
    /// Files in the output that are nobody's but the user's.
    pub(crate) foreign: Files,
}

/// What a build said.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Said {
    pub(crate) status: ExitStatus,
    /// All that is said but how long it took and how much was written.
    pub(crate) text: String,
}

impl Ground {
    /// A folder with these inputs, and nothing built.
    pub(crate) fn new(inputs: Files) -> Self {
        static GROUNDS: AtomicU32 = AtomicU32::new(0);
        let number = GROUNDS.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("nendo-incremental-{}-{number}", process::id()));
        for place in ["inputs", "standing", "fresh"] {
            fs::create_dir_all(folder.join(place)).expect("a folder");
        }
        files::change(&folder.join("inputs"), &Files::new(), &inputs);
        Self { folder, inputs, foreign: Files::new() }
    }

    /// The inputs, as they were made or last changed.
    pub(crate) fn inputs(&self) -> &Files {
        &self.inputs
    }

    /// Other inputs. What is the same keeps its file, and when it was written.
    pub(crate) fn change(&mut self, inputs: Files) {
        files::change(&self.folder.join("inputs"), &self.inputs, &inputs);
        self.inputs = inputs;
    }

    /// The site that stands from build to build.
    pub(crate) fn public(&self) -> PathBuf {
        self.folder.join("standing/public")
    }

    /// Builds into the folder of the site that stands.
    pub(crate) fn build(&self, options: &[&str]) -> Said {
        said(&mut self.command("standing", options))
    }

    /// Builds into a fresh folder, and removes it: what the build said, and its site.
    pub(crate) fn build_fresh(&self, options: &[&str]) -> (Said, Files) {
        let said = said(&mut self.command("fresh", options));
        let public = self.folder.join("fresh/public");
        let site = files::read(&public);
        let _ = fs::remove_dir_all(&public);
        (said, site)
    }

    /// The command that builds, in one of the folders `standing` and `fresh`.
    pub(crate) fn command(&self, place: &str, options: &[&str]) -> Command {
        self.program("build", place, options)
    }

    /// The command that serves the site that stands.
    pub(crate) fn serve(&self) -> Command {
        self.program("serve", "standing", &["--port", "0", "--format", "json"])
    }

    fn program(&self, task: &str, place: &str, options: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nendo"));
        command.args([task, "--content", "../inputs/content", "--out", "public"]).args(options);
        if self.inputs.keys().any(|path| path.starts_with(THEME)) {
            command.args(["--theme", "../inputs/look"]);
        }
        command.current_dir(self.folder.join(place)).env("LC_ALL", "C").stdin(Stdio::null());
        command
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The content of the example.
pub(crate) fn example() -> Files {
    let content = files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content"));
    content.into_iter().map(|(path, bytes)| (format!("{CONTENT}{path}"), bytes)).collect()
}

/// Content that is made up.
pub(crate) fn made_up(sizes: Sizes) -> Files {
    static FOLDERS: AtomicU32 = AtomicU32::new(0);
    let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
    let folder = env::temp_dir().join(format!("nendo-made-up-{}-{number}", process::id()));
    synthetic::write(&folder, sizes);
    let content = files::read(&folder);
    let _ = fs::remove_dir_all(&folder);
    content.into_iter().map(|(path, bytes)| (format!("{CONTENT}{path}"), bytes)).collect()
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}", self.status, self.text)
    }
}

/// Runs a command to its end.
fn said(command: &mut Command) -> Said {
    let ran = command.output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    let out: String = text(ran.stdout).lines().map(|line| lasting(line) + "\n").collect();
    Said { status: ran.status, text: out + &text(ran.stderr) }
}

/// A line of stdout without what differs from run to run.
fn lasting(line: &str) -> String {
    let Ok(mut json) = serde_json::from_str::<Value>(line) else {
        // built 1 year: 82 pages; 125 files written … → public; 4 warnings
        // 1年度分: 82ページを作りました。書き込み125件…→ public（注意4件）
        let (head, tail) = (line.split([';', '。']).next(), line.split('→').nth(1));
        return [head, tail].map(Option::unwrap_or_default).concat();
    };
    if let Some(summary) = json.get_mut("summary").and_then(Value::as_object_mut) {
        for name in ["written", "unchanged", "removed", "seconds"] {
            summary.remove(name);
        }
    }
    json.to_string()
}
