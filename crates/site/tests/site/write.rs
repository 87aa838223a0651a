//! What a build does to the output, and what it never does.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use nendo_model::{Case, Plan, Problem};
use nendo_site::{Key, Output, Stage, Written};

use crate::made::{self, Desk, Outputs, entry, kpi};
use crate::sample::{self, branch, of};

/// A plan whose older year is 2022, if it is to have one.
fn plan(branches: &[&str], years: &[u16]) -> Plan {
    let years = || years.iter().map(|year| (*year, entry(of("60", "%"), of("65", "%"))));
    sample::plan(branches.iter().map(|id| branch(id, "暮らし", vec![kpi(id, "利用率", years())])).collect())
}

fn outputs(branches: &[&str], years: &[u16]) -> Outputs {
    made::outputs(&made::site(&[]), &plan(branches, years))
}

fn build(out: &Path, outputs: Outputs) -> Result<Written, Problem> {
    let stage = Stage::open(out)?;
    match add(&stage, outputs).pop() {
        Some(problem) => Err(problem),
        None => stage.commit(),
    }
}

fn add(stage: &Stage, outputs: Outputs) -> Vec<Problem> {
    let files = outputs.files.into_iter();
    files.filter_map(|(path, bytes)| stage.take(path, None, bytes).err()).collect()
}

/// How many files were written, left alone and removed.
fn amounts(written: &Written) -> [usize; 3] {
    [written.written.len(), written.unchanged, written.removed.len()]
}

/// Everything in a folder: folders and links with nothing, files with their bytes and when they were
/// written.
type Tree = BTreeMap<PathBuf, Option<(Vec<u8>, SystemTime)>>;

fn tree(folder: &Path) -> Tree {
    fn walk(folder: &Path, tree: &mut Tree) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let metadata = fs::symlink_metadata(&path).expect("an entry");
            if metadata.is_file() {
                let modified = metadata.modified().expect("a time");
                let bytes = fs::read(&path).expect("a file");
                tree.insert(path, Some((bytes, modified)));
                continue;
            }
            if metadata.is_dir() {
                walk(&path, tree);
            }
            tree.insert(path, None);
        }
    }
    let mut tree = Tree::new();
    walk(folder, &mut tree);
    tree
}

/// The files of a folder, without when they were written.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = tree(folder).into_iter().filter_map(|(path, file)| Some((path, file?.0)));
    files.map(|(path, bytes)| (path.strip_prefix(folder).expect("inside").to_owned(), bytes)).collect()
}

#[test]
fn a_build_writes_what_it_made_and_remembers_it() {
    let desk = Desk::new();
    let (out, made) = (desk.path("out"), outputs(&["life"], &[2023]));
    let count = made.files.len();
    assert_eq!(build(&out, made.clone()).map(|done| amounts(&done)), Ok([count, 0, 0]));
    let memo = desk.read("out/.nendo/built");
    assert_eq!(memo.lines().filter(|line| line.starts_with("file ")).count(), count);
    let mut standing = bytes(&out);
    assert!(standing.remove(Path::new(".nendo/built")).is_some());
    let expected = made.files.iter().map(|(path, bytes)| (PathBuf::from(path.as_str()), bytes.clone()));
    assert_eq!(standing, expected.collect());
    let before = tree(&out);
    assert_eq!(build(&out, made).map(|done| amounts(&done)), Ok([0, count, 0]));
    assert_eq!(tree(&out), before, "nothing is written again");
}

#[test]
fn foreign_files_stay() {
    let desk = Desk::new();
    let foreign = ["out/notes.txt", "out/city/2022/mine.html", "out/other/index.html", "out/.nojekyll"];
    for file in foreign {
        desk.write(file, "mine");
    }
    build(&desk.path("out"), outputs(&["life"], &[2022, 2023])).expect("built");
    build(&desk.path("out"), outputs(&["life"], &[2023])).expect("built");
    for file in foreign {
        assert_eq!(desk.read(file), "mine", "{file}");
    }
    assert!(!desk.path("out/city/2022/index.html").exists());
}

#[test]
fn what_only_the_last_build_made_is_removed_with_its_emptied_folder() {
    let desk = Desk::new();
    let out = desk.path("out");
    build(&out, outputs(&["life", "work"], &[2022, 2023])).expect("built");
    assert!(desk.path("out/city/2023/en/work.html").is_file());
    let next = outputs(&["life"], &[2023]);
    let written = build(&out, next.clone()).expect("built");
    assert!(!written.removed.is_empty(), "{written:?}");
    assert!(!desk.path("out/city/2023/en/work.html").exists());
    assert!(!desk.path("out/city/2022").exists(), "an emptied folder");
    let fresh = desk.path("fresh");
    build(&fresh, next).expect("built");
    assert_eq!(bytes(&out), bytes(&fresh));
}

#[test]
fn a_foreign_file_in_the_way_is_an_error_and_nothing_changes() {
    for (file, named) in [
        ("out/city/2023/ja/index.html", "out/city/2023/ja/index.html"),
        ("out/index.html", "out/index.html"),
        ("out/city/2023", "out/city/2023"),
        ("out/city/2023/en/index.html/mine.txt", "out/city/2023/en/index.html"),
    ] {
        let desk = Desk::new();
        let out = desk.path("out");
        desk.write("out/foreign.txt", "mine");
        desk.write(file, "mine");
        let before = tree(&out);
        let problem = build(&out, outputs(&["life"], &[2023])).expect_err(file);
        assert_eq!(problem.case, Case::ForeignFile {}, "{file}");
        assert_eq!(Path::new(&problem.origin.file), desk.path(named), "{file}");
        assert_eq!(tree(&out), before, "{file}");
    }
}

#[test]
fn a_foreign_file_in_the_way_leaves_the_last_site() {
    let desk = Desk::new();
    let out = desk.path("out");
    build(&out, outputs(&["life"], &[2023])).expect("built");
    desk.write("out/city/2023/ja/work.html", "mine");
    let before = tree(&out);
    let problem = build(&out, outputs(&["life", "work"], &[2023])).expect_err("in the way");
    assert_eq!(problem.case, Case::ForeignFile {});
    assert_eq!(tree(&out), before);
}

#[cfg(unix)]
#[test]
fn a_foreign_link_in_the_way_is_not_followed() {
    for link in ["out/city", "out/city/2023/en", "out/index.html"] {
        let desk = Desk::new();
        let out = desk.path("out");
        desk.write("elsewhere/mine.txt", "mine");
        desk.write("out/foreign.txt", "mine");
        fs::create_dir_all(desk.path(link).parent().expect("a folder")).expect("a folder");
        std::os::unix::fs::symlink(desk.path("elsewhere"), desk.path(link)).expect("a link");
        let before = (tree(&out), tree(&desk.path("elsewhere")));
        let problem = build(&out, outputs(&["life"], &[2023])).expect_err(link);
        assert_eq!(problem.case, Case::ForeignFile {}, "{link}");
        assert_eq!(Path::new(&problem.origin.file), desk.path(link));
        assert_eq!((tree(&out), tree(&desk.path("elsewhere"))), before, "{link}");
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_removed_through_a_link() {
    let desk = Desk::new();
    let out = desk.path("out");
    build(&out, outputs(&["life"], &[2022, 2023])).expect("built");
    fs::rename(desk.path("out/city/2022"), desk.path("archive")).expect("moved");
    std::os::unix::fs::symlink(desk.path("archive"), desk.path("out/city/2022")).expect("a link");
    let before = tree(&desk.path("archive"));
    build(&out, outputs(&["life"], &[2023])).expect("built");
    assert_eq!(tree(&desk.path("archive")), before);
}

#[test]
fn a_dropped_stage_leaves_no_trace() {
    let desk = Desk::new();
    let stage = |out: &Path, outputs| {
        let stage = Stage::open(out).expect("a stage");
        assert_eq!(add(&stage, outputs), []);
        stage
    };
    for new in ["new", "new/and/deep"] {
        drop(stage(&desk.path(new), outputs(&["life"], &[2023])));
        assert!(!desk.path("new").exists(), "a folder that was not there");
    }
    let out = desk.path("out");
    fs::create_dir(&out).expect("a folder");
    drop(stage(&out, outputs(&["life"], &[2023])));
    assert_eq!(tree(&out), Tree::new(), "an empty folder");
    build(&out, outputs(&["life"], &[2023])).expect("built");
    let before = tree(&out);
    let staged = stage(&out, outputs(&["life", "work"], &[2022, 2023]));
    let during = tree(&out);
    assert!(before.iter().all(|(path, file)| during.get(path) == Some(file)), "nothing is in place yet");
    drop(staged);
    assert_eq!(tree(&out), before, "the last site");
}

#[test]
fn a_build_that_is_stopped_half_way_is_mended_by_the_next() {
    let (older, newer) = (outputs(&["life", "work"], &[2023]), outputs(&["life", "town"], &[2022, 2023]));
    for next in [&older, &newer] {
        let desk = Desk::new();
        let out = desk.path("out");
        build(&out, older.clone()).expect("built");
        let stage = Stage::open(&out).expect("a stage");
        assert_eq!(add(&stage, newer.clone()), []);
        // A folder where a file goes stops the moves when some of them are done.
        fs::remove_file(desk.path("out/city/2023/ja/plan.html")).expect("removed");
        desk.write("out/city/2023/ja/plan.html/mine.txt", "mine");
        let problem = stage.commit().expect_err("stopped");
        assert!(matches!(problem.case, Case::Io { .. }), "{problem:?}");
        let memo = desk.read("out/.nendo/built");
        for path in older.files.keys().chain(newer.files.keys()) {
            assert!(memo.lines().any(|line| line.ends_with(&format!(" {}", path.as_str()))), "{path:?}");
        }
        fs::remove_dir_all(desk.path("out/city/2023/ja/plan.html")).expect("removed");
        build(&out, next.clone()).expect("mended");
        build(&desk.path("fresh"), next.clone()).expect("built");
        assert_eq!(bytes(&out), bytes(&desk.path("fresh")));
    }
}

#[test]
fn what_a_killed_build_left_is_mended_by_the_next() {
    let (older, newer) = (outputs(&["life", "work"], &[2023]), outputs(&["life", "town"], &[2022, 2023]));
    for next in [&older, &newer] {
        let desk = Desk::new();
        let out = desk.path("out");
        build(&out, older.clone()).expect("built");
        build(&desk.path("done"), newer.clone()).expect("built");
        // Killed among its moves: the memo names both builds, some files are in place, some are staged.
        let both = desk.read("out/.nendo/built") + &desk.read("done/.nendo/built");
        desk.write("out/.nendo/built", both);
        for (at, (path, bytes)) in newer.files.iter().enumerate() {
            let folder = if at % 2 == 0 { "out" } else { "out/.nendo/stage" };
            desk.write(&format!("{folder}/{}", path.as_str()), bytes);
        }
        build(&out, next.clone()).expect("mended");
        build(&desk.path("fresh"), next.clone()).expect("built");
        assert_eq!(bytes(&out), bytes(&desk.path("fresh")));
        assert!(!desk.path("out/.nendo/stage").exists());
    }
}

/// What can become of a memo.
const DAMAGES: [fn(&str) -> Vec<u8>; 5] = [
    |_| Vec::new(),
    |memo| memo.lines().flat_map(|line| [&line[1..], "\n"]).collect::<String>().into_bytes(),
    |memo| memo.replace(' ', "  ").into_bytes(),
    |_| b"\xFF\xFE\x00nonsense\n".to_vec(),
    |memo| {
        let line = memo.lines().find(|line| line.starts_with("file ")).expect("a file");
        let (keys, _) = line.rsplit_once(' ').expect("a path");
        ["../victim.txt", "/victim.txt", "city/../../victim.txt", "city\\..\\..\\victim.txt", ".", ""]
            .map(|path| format!("{keys} {path}\n"))
            .concat()
            .into_bytes()
    },
];

#[test]
fn a_damaged_memo_never_removes_anything() {
    let (whole, part) = (outputs(&["life", "work"], &[2022, 2023]), outputs(&["life"], &[2023]));
    for (at, damage) in DAMAGES.into_iter().enumerate() {
        let desk = Desk::new();
        let out = desk.path("out");
        desk.write("victim.txt", "mine");
        build(&out, whole.clone()).expect("built");
        let memo = damage(&desk.read("out/.nendo/built"));
        desk.write("out/.nendo/built", memo);
        let before = bytes(&out);
        // The pages of a smaller plan are others, so only what stayed the same is built here.
        let mut next = part.clone();
        next.files.retain(|path, bytes| whole.files.get(path) == Some(bytes));
        assert!(!next.files.is_empty());
        let written = build(&out, next).expect("built");
        assert_eq!((written.written.len(), written.removed.len()), (0, 0), "damage {at}");
        assert_eq!(desk.read("victim.txt"), "mine", "damage {at}");
        let after = bytes(&out);
        for path in before.keys() {
            assert!(after.contains_key(path), "damage {at} removed {}", path.display());
        }
    }
}

#[test]
fn a_receipt_is_in_place_when_the_build_is() {
    let desk = Desk::new();
    let out = desk.path("out");
    let made = outputs(&["life"], &[2023]);
    let begin = |receipt: &str| {
        let stage = Stage::open(&out).expect("a stage").with_receipt(receipt.as_bytes().to_vec());
        assert_eq!(add(&stage, made.clone()), []);
        stage
    };
    let commit = |stage: Stage| amounts(&stage.commit().expect("a build"));
    let read = || fs::read_to_string(Stage::receipt(&out)).ok();
    drop(begin("none"));
    assert_eq!((read(), out.exists()), (None, false));
    commit(begin("first"));
    assert_eq!(read().as_deref(), Some("first"));
    let before = tree(&out);
    commit(begin("first"));
    assert!(tree(&out) == before, "what is the same is not written");
    drop(begin("dropped"));
    assert!(tree(&out) == before, "a build that is given up leaves the receipt of the last one");
    assert_eq!(commit(begin("second")), [0, made.files.len(), 0]);
    assert_eq!(read().as_deref(), Some("second"));
    desk.write("out/.nendo/receipt.new", "left by a build that was killed");
    commit(begin("second"));
    assert_eq!(fs::read_dir(out.join(".nendo")).expect("a folder").count(), 2);
}

#[test]
fn a_build_tells_its_files_by_length_and_key() {
    let desk = Desk::new();
    let out = desk.path("out");
    let made = outputs(&["life"], &[2023]);
    assert!(build(&out, made.clone()).is_ok());
    let stage = Stage::open(&out).expect("a stage");
    add(&stage, made.clone());
    let told = stage.files().into_iter().map(|file| (file.path, (file.length, file.key)));
    let expected = made.files.iter().map(|(path, bytes)| {
        let length = u64::try_from(bytes.len()).expect("small");
        (path.clone(), (length, Key::of_bytes(bytes)))
    });
    assert_eq!(told.collect::<BTreeMap<_, _>>(), expected.collect());
}
