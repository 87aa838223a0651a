//! What ARCHITECTURE.md says of every source file: no circle among the modules of a crate; no long file whose first
//! paragraph does not say `long because`; no name that says nothing. And that the page names every module.
//!
//! It reads words, not syntax. A module uses another where it names a path into it. What the root of a crate hands on
//! counts as the root's, so that within a crate one asks the module that owns the name.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The most lines of a file that does not say why it has more.
const MOST_LINES: usize = 350;

#[test]
fn no_circle_among_the_modules_of_a_crate() {
    let mut told = String::new();
    for folder in entries("crates") {
        let modules = sources(&format!("{folder}/src")).into_iter().map(|(path, text)| (module(&path), text));
        for (from, to) in circles(&modules.collect()) {
            let _ = writeln!(told, "{folder}: {from} -> {to}");
        }
    }
    assert!(told.is_empty(), "these modules use each other:\n{told}");
}

#[test]
fn a_long_file_says_why_and_a_name_says_something() {
    let files = ["crates", "fuzz/fuzz_targets"].into_iter().flat_map(sources);
    let faults: Vec<_> = files.filter_map(|(path, text)| Some((fault(&path, &text)?, path))).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn architecture_names_every_module_and_no_other() {
    let page = fs::read_to_string(at("ARCHITECTURE.md")).expect("the page");
    let (_, rooms) = page.split_once("\n## Rooms\n").expect("the rooms");
    let (rooms, _) = rooms.split_once("\n## ").expect("their end");
    let of_crates = entries("crates").into_iter().flat_map(|folder| sources(&format!("{folder}/src")));
    let files = of_crates.map(|(path, _)| path).filter(|path| !path.contains("/tests"));
    let stem = |path: String| module(&path).rsplit("::").next().map(str::to_owned);
    let modules: BTreeSet<String> = files.filter_map(stem).filter(|name| name != "crate").collect();
    let told = rooms.split('`').skip(1).step_by(2).map(|name| name.trim_end_matches('/').to_owned());
    let told: BTreeSet<String> =
        told.filter(|name| name.chars().all(|letter| letter.is_lowercase() || letter == '_')).collect();
    assert_eq!(
        modules.difference(&told).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "modules without a word"
    );
    assert_eq!(
        told.difference(&modules).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "words without a module"
    );
}

#[test]
fn what_breaks_a_rule_is_found() {
    let found = |one: &str, two: &str| {
        let texts = [("crate", "pub use one::{A, two::{B}};"), ("crate::one", one), ("crate::one::two", two)];
        circles(&texts.map(|(name, text)| (name.to_owned(), text.to_owned())).into()).len()
    };
    let one = "fn f() { two::f() }";
    for sound in ["use std::fmt;", "//! [`super::One`]", "\nmod tests {\nuse super::super::One;"] {
        assert_eq!(found(one, sound), 0, "{sound}");
    }
    for circle in ["use super::{\nOne,\n};", "fn f() { super::f() }", "pub use crate::one::One as X;"] {
        assert_eq!(found(one, circle), 2, "{circle}");
    }
    assert_eq!(found("use crate::{Two, fmt};", ""), 2);
    let why = "//! Words, long\n//! because they are many.\n".to_owned() + &"\n".repeat(MOST_LINES);
    assert_eq!((fault("a.rs", &why), fault("a.rs", &why[4..])), (None, Some("long, without a reason")));
    assert_eq!(fault("crates/helpers/src/lib.rs", ""), Some("a name that says nothing"));
}

/// What is wrong with a file itself.
fn fault(path: &str, text: &str) -> Option<&'static str> {
    let is_vague = |name: &str| ["utils", "helpers", "common"].contains(&name);
    let paragraph = text.lines().map_while(|line| line.strip_prefix("//!").filter(|line| !line.is_empty()));
    match text.lines().count() {
        _ if path.split(['/', '.']).any(is_vague) => Some("a name that says nothing"),
        ..=MOST_LINES => None,
        _ if paragraph.collect::<String>().contains("long because") => None,
        _ => Some("long, without a reason"),
    }
}

/// Which module of a crate uses which, where there is a way back too.
fn circles(modules: &BTreeMap<String, String>) -> Vec<(&str, &str)> {
    let uses = modules.iter().flat_map(|(from, text)| paths(text).into_iter().map(move |path| (from, path)));
    let arrows = uses.filter_map(|(from, path)| {
        let path = absolute(from, &path)?;
        let to = modules.keys().rev().find(|to| path == **to || path.starts_with(&format!("{to}::")))?;
        (to != from).then_some((from.as_str(), to.as_str()))
    });
    let arrows: BTreeSet<(&str, &str)> = arrows.collect();
    let leads = |from, to| {
        let mut seen = BTreeSet::from([from]);
        while let Some((_, next)) = arrows.iter().find(|(a, b)| seen.contains(a) && !seen.contains(b)) {
            seen.insert(next);
        }
        seen.contains(to)
    };
    arrows.iter().filter(|(from, to)| leads(to, from)).copied().collect()
}

/// A path as the crate's root would write it; one that begins with neither may name a child of the module.
fn absolute(module: &str, path: &str) -> Option<String> {
    match path.split_once("::").unwrap_or((path, "")) {
        ("crate", _) => Some(path.to_owned()),
        ("super", rest) => absolute(module.rsplit_once("::")?.0, rest),
        ("self", rest) => absolute(module, rest),
        _ => Some(format!("{module}::{path}")),
    }
}

/// Every path in a text, but those of its comments and tests.
fn paths(text: &str) -> Vec<String> {
    let lines = text.lines().take_while(|line| *line != "mod tests {");
    let code: Vec<&str> = lines.filter_map(|line| line.split("//").next()).collect();
    let is_part = |letter: char| letter.is_alphanumeric() || "_:".contains(letter);
    let written = |code: &str| {
        let words = code.split(|letter| !is_part(letter)).filter(|word| word.contains("::"));
        words.map(|word| word.trim_matches(':').to_owned()).collect::<Vec<_>>()
    };
    let of_statement = |statement: &str| match statement.rsplit_once("use ") {
        Some((before, tree)) if tree.chars().all(|letter| is_part(letter) || " \n{},*".contains(letter)) => {
            [written(before), leaves(tree)].concat()
        }
        _ => written(statement),
    };
    code.join("\n").split(';').flat_map(of_statement).collect()
}

/// The paths of a `use`: `a::{b, c::{d, e}}` has three.
fn leaves(tree: &str) -> Vec<String> {
    let Some((stem, inner)) = tree.split_once('{') else {
        return vec![tree.split(" as ").next().unwrap_or_default().trim().to_owned()];
    };
    let inner = inner.rsplit_once('}').map_or(inner, |(inner, _)| inner);
    let mut depth = 0;
    let branches = inner.split(|letter| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        letter == ',' && depth == 0
    });
    let leaves = branches.filter(|branch| !branch.trim().is_empty()).flat_map(leaves);
    leaves.map(|leaf| stem.trim().to_owned() + &leaf).collect()
}

/// The name of a file's module in its crate.
fn module(path: &str) -> String {
    let (_, name) = path.split_once("src/").expect("a source of a crate");
    let name = "crate::".to_owned() + &name.replace('/', "::");
    let root = ["::lib.rs", "::main.rs", "::mod.rs", ".rs"].iter().find_map(|end| name.strip_suffix(end));
    root.unwrap_or(&name).to_owned()
}

/// The Rust files of a folder of the workspace and of those in it, with their texts.
fn sources(folder: &str) -> Vec<(String, String)> {
    let (folders, files): (Vec<_>, Vec<_>) = entries(folder).into_iter().partition(|path| at(path).is_dir());
    let files = files.into_iter().filter(|path| path.rsplit('.').next() == Some("rs"));
    let files = files.map(|path| (path.clone(), fs::read_to_string(at(&path)).expect("a text")));
    files.chain(folders.iter().flat_map(|folder| sources(folder))).collect()
}

/// What is in a folder of the workspace, each by its path from the root with `/` between folders.
fn entries(folder: &str) -> Vec<String> {
    let names = fs::read_dir(at(folder)).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    names.map(|name| format!("{folder}/{}", name.to_string_lossy())).collect()
}

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}
