//! Every folder of tests/cases is a case: content in, files and messages out, through the real
//! program. A new case needs no Rust:
//!
//! | in the case's folder | what it is |
//! |---|---|
//! | `content/` | what is built; absent: the example of the repository |
//! | `theme/` | given as `--theme` |
//! | `args.txt` | further arguments, one a line |
//! | `check.txt` | further arguments, one a line, of a `nendo check` that is run in place of the build, and must succeed |
//! | `stderr.ja.txt` `stderr.en.txt` | all that is said on stderr in that language; absent: nothing |
//! | `expected/` | files that the build must give, byte for byte; absent, unless it is a check: the build must fail, and leave the last site as it was |
//! | `absent.txt` | paths that the build must not give, one a line |
//! | `*.md` | for people |
//!
//! With `NENDO_BLESS=1` in the environment the messages, and the files that `expected/` has, are
//! rewritten by what the program gives. Read them before you commit them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, thread};

use nendo_model::Case as Problem;

use crate::desk::{Desk, Ran, entries, root, run, tree};

/// What content cannot provoke on every system: they are tested where they arise.
const WITHOUT_CASE: [&str; 7] = [
    "io",
    "foreign-file",
    "no-content",
    "output-in-content",
    "file-held",
    "file-exists",
    "letter-not-in-encoding",
];

#[test]
fn every_case_gives_what_it_expects() {
    let cases = cases();
    assert!(!cases.is_empty());
    let (next, failures) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                let desk = Desk::new();
                assert_eq!(desk.run("build --out last").code, Some(0), "the content of a desk builds");
                desk.write("last/foreign.txt", "mine");
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let complaints = case.run(&desk);
                    if !complaints.is_empty() {
                        failures.lock().expect("a lock").insert(case.name.clone(), complaints.join("\n"));
                    }
                }
            });
        }
    });
    let mut told = String::new();
    for (name, complaints) in failures.into_inner().expect("a lock") {
        let _ = writeln!(told, "== tests/cases/{name}\n{complaints}");
    }
    assert!(
        told.is_empty(),
        "\n{told}\nIf this is what should be: NENDO_BLESS=1 cargo test --package nendo cases"
    );
}

#[test]
fn every_problem_has_a_case_of_its_name() {
    let cases = cases();
    for (code, _) in Problem::CODES.iter().filter(|(code, _)| !WITHOUT_CASE.contains(code)) {
        let case = cases.iter().find(|case| case.name == *code);
        let case = case.unwrap_or_else(|| panic!("tests/cases/{code} is missing"));
        let further = case.check().unwrap_or_default();
        let task = ["check", "--format", "json"].into_iter().chain(further.lines());
        let ran = case.nendo(&task.collect::<Vec<_>>());
        let named = format!("\"code\":\"{code}\"");
        assert!(ran.out.contains(&named), "tests/cases/{code} does not provoke it: {}", ran.out);
    }
}

/// A folder of tests/cases.
struct Case {
    name: String,
    folder: PathBuf,
}

fn cases() -> Vec<Case> {
    let folder = root().join("tests/cases");
    let cases = entries(&folder).into_iter().filter(|path| path.is_dir());
    cases.map(|folder| Case { name: name(&folder), folder }).collect()
}

impl Case {
    /// Runs the case in both languages, and says what is wrong.
    fn run(&self, desk: &Desk) -> Vec<String> {
        let mut wrong = self.strangers();
        let expected = self.folder.join("expected");
        let builds = expected.is_dir();
        let check = self.check();
        let succeeds = builds || check.is_some();
        let out = desk.path(if builds { &self.name } else { "last" });
        let shown = out.to_string_lossy();
        for language in ["ja", "en"] {
            let before = (!builds).then(|| tree(&out));
            let mut task = vec!["--lang", language];
            match &check {
                Some(further) => task.extend(["check"].into_iter().chain(further.lines())),
                None => task.extend(["build", "--out", &shown]),
            }
            let ran = self.nendo(&task);
            let said = ran.err.replace(&*shown, "OUT");
            let code = i32::from(!succeeds);
            if ran.code != Some(code) {
                wrong.push(format!("{language}: exit code {:?}, not {code}\n{said}", ran.code));
            }
            wrong.extend(self.compare_stderr(language, &said));
            if before.is_some_and(|before| tree(&out) != before) {
                wrong.push(format!("{language}: what builds nothing changed the output"));
            }
        }
        if builds {
            wrong.extend(compare_files(&expected, &out));
            let absent = fs::read_to_string(self.folder.join("absent.txt")).unwrap_or_default();
            let built = absent.lines().filter(|path| out.join(path).exists());
            wrong.extend(built.map(|path| format!("absent.txt: {path} was built")));
        }
        wrong
    }

    /// Runs a task on the case's content, as a person would who stands in its folder.
    fn nendo(&self, task: &[&str]) -> Ran {
        let own = self.folder.join("content").is_dir();
        let content = ["--content", if own { "content" } else { "../../../content" }];
        let theme = self.folder.join("theme").is_dir().then_some(["--theme", "theme"]);
        let further = fs::read_to_string(self.folder.join("args.txt")).unwrap_or_default();
        let arguments =
            task.iter().copied().chain(content).chain(theme.into_iter().flatten()).chain(further.lines());
        run(&self.folder, "C", arguments)
    }

    /// The arguments of a case that is a check.
    fn check(&self) -> Option<String> {
        fs::read_to_string(self.folder.join("check.txt")).ok()
    }

    /// What a case's folder holds without a meaning, such as a file name with a mistake.
    fn strangers(&self) -> Vec<String> {
        let known = [
            "content",
            "theme",
            "args.txt",
            "check.txt",
            "absent.txt",
            "stderr.ja.txt",
            "stderr.en.txt",
            "expected",
        ];
        let names = entries(&self.folder).into_iter().map(|path| name(&path));
        let is_known = |name: &str| known.contains(&name) || name.rsplit('.').next() == Some("md");
        let strange = names.filter(|name| !is_known(name));
        strange.map(|name| format!("{name}: a case has no such part")).collect()
    }

    fn compare_stderr(&self, language: &str, said: &str) -> Option<String> {
        let file = self.folder.join(format!("stderr.{language}.txt"));
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if expected == said {
            return None;
        }
        if is_blessing() {
            match said {
                "" => fs::remove_file(&file).expect("removed"),
                said => fs::write(&file, said).expect("written"),
            }
            return None;
        }
        Some(format!("stderr.{language}.txt: {}", difference(expected.as_bytes(), said.as_bytes())))
    }
}

/// Compares each file of a folder with the one of the same name in another.
fn compare_files(expected: &Path, built: &Path) -> Vec<String> {
    let mut wrong = Vec::new();
    let files = tree(expected).into_iter().filter_map(|(path, file)| Some((path, file?)));
    let mut count = 0;
    for (path, (bytes, _)) in files {
        count += 1;
        match fs::read(built.join(&path)) {
            Err(_) => wrong.push(format!("expected/{path}: was not built")),
            Ok(given) if given == bytes => {}
            Ok(given) if is_blessing() => fs::write(expected.join(&path), given).expect("written"),
            Ok(given) => wrong.push(format!("expected/{path}: {}", difference(&bytes, &given))),
        }
    }
    if count == 0 {
        wrong.push("expected/ holds no file".to_owned());
    }
    wrong
}

/// The first line that differs.
fn difference(expected: &[u8], given: &[u8]) -> String {
    let lines = |bytes: &[u8]| {
        String::from_utf8_lossy(bytes).split_inclusive('\n').map(str::to_owned).collect::<Vec<String>>()
    };
    let (expected, given) = (lines(expected), lines(given));
    let at = expected.iter().zip(&given).take_while(|(expected, given)| expected == given).count();
    let line = |lines: &[String]| lines.get(at).map_or("the end".to_owned(), |line| format!("{line:?}"));
    format!("line {}\n  expected {}\n  given    {}", at + 1, line(&expected), line(&given))
}

fn name(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}

fn is_blessing() -> bool {
    env::var_os("NENDO_BLESS").is_some_and(|value| value == "1")
}
