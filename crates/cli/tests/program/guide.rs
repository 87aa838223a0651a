//! docs/guide.ja.md and docs/guide.md, followed to the letter by somebody at a terminal: every command is run, every answer typed, every
//! edit made, and what the page quotes must be said.
//!
//! | on the page | what is done |
//! |---|---|
//! | a block `powershell` | each line is run; `.\nendo` is the program |
//! | a block `dialogue` | the questions and answers of the command above it |
//! | a block `text` | what the command above it says, as it stands |
//! | a line with `` `this` → `that` `` | the edit is made where it stands, once, in a table or the settings of a plan |
#![cfg(target_os = "linux")]

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use encoding_rs::{SHIFT_JIS, UTF_8};

use crate::desk::{Desk, root};

const GUIDES: [(&str, &str); 2] = [("guide.ja.md", "ja_JP.UTF-8"), ("guide.md", "C")];

#[test]
fn the_guide_leads_from_a_table_to_pages() {
    // A system may come without a terminal to sit at.
    if Command::new("script").arg("--version").output().is_err() {
        return;
    }
    for (guide, locale) in GUIDES {
        let desk = Desk::without_content();
        let table = fs::read(root().join("docs/guide/R5進捗表.csv")).expect("the table");
        desk.write("R5進捗表.csv", table);
        let mut said = String::new();
        let steps = steps(&text(guide));
        for (at, step) in steps.iter().enumerate() {
            match step {
                Step::Run(command) => {
                    let answers = match steps.get(at + 1) {
                        Some(Step::Dialogue(lines)) => lines.as_slice(),
                        _ => &[],
                    };
                    said = run(&desk, locale, command, answers);
                }
                Step::Dialogue(lines) => {
                    let questions =
                        lines.iter().map(|line| line.split_inclusive("]: ").next().expect("a question"));
                    questions.for_each(|question| {
                        let question = question.trim_end();
                        assert!(said.contains(question), "{guide}: {question}\n{said}");
                    });
                }
                Step::Said(text) => assert!(said.contains(text), "{guide}:\n{text}\nis not in\n{said}"),
                Step::Edit(from, to) => edit(&desk, from, to),
            }
        }
        let page = fs::read_to_string(desk.path("public/dx/2023/ja/index.html")).expect("a page");
        assert!(page.contains("青葉市DX計画") && page.contains("life.html"), "{guide}");
        assert!(
            !fs::read_to_string(desk.path("public/dx/2023/ja/kpis.html")).expect("a page").contains("12O件")
        );
    }
}

#[test]
fn both_guides_have_the_same_steps_and_the_table_as_it_is() {
    let [ja, en] = GUIDES.map(|(guide, _)| text(guide));
    let done = |guide: &str| {
        let steps = steps(guide).into_iter();
        steps.filter(|step| matches!(step, Step::Run(_) | Step::Edit(..))).collect::<Vec<_>>()
    };
    assert_eq!(done(&ja), done(&en));
    let table = fs::read(root().join("docs/guide/R5進捗表.csv")).expect("the table");
    let (table, _, lossy) = SHIFT_JIS.decode(&table);
    assert!(!lossy);
    let shown = |row: &str| format!("| {} |", row.split(',').collect::<Vec<_>>().join(" | "));
    for row in table.lines() {
        let row = shown(row).replace("|  |", "| |").replace("|  |", "| |");
        assert!(ja.contains(&row) && en.contains(&row), "{row}");
    }
}

#[derive(Debug, PartialEq)]
enum Step {
    Run(String),
    Dialogue(Vec<String>),
    Said(String),
    Edit(String, String),
}

fn steps(guide: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        if let Some(kind) = line.strip_prefix("```").filter(|kind| !kind.is_empty()) {
            let block: Vec<String> =
                lines.by_ref().take_while(|line| *line != "```").map(str::to_owned).collect();
            match kind {
                "powershell" => steps.extend(block.into_iter().map(Step::Run)),
                "dialogue" => steps.push(Step::Dialogue(block)),
                "text" => steps.push(Step::Said(block.join("\n"))),
                other => panic!("a block {other} has no meaning here"),
            }
        } else if line.starts_with("```") {
            // Of others, such as what is typed where nendo is made, nothing is tried.
            lines.by_ref().take_while(|line| *line != "```").for_each(drop);
        } else if let Some((from, to)) = line.split_once("` → `") {
            let (_, from) = from.split_once('`').expect("what is replaced");
            let (to, _) = to.split_once('`').expect("what replaces it");
            steps.push(Step::Edit(from.to_owned(), to.to_owned()));
        }
    }
    steps
}

/// Runs a command at a terminal, where somebody types these answers, and gives what is seen.
fn run(desk: &Desk, locale: &str, command: &str, answers: &[String]) -> String {
    let arguments = command.strip_prefix(".\\nendo ").expect("a command").replace('\\', "/");
    let command = format!("'{}' {arguments}", env!("CARGO_BIN_EXE_nendo"));
    let mut terminal = Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .current_dir(desk.path(""))
        .env("LC_ALL", locale)
        .env("NO_COLOR", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a terminal");
    let typed: String = answers
        .iter()
        .map(|line| line.rsplit_once("]:").expect("a question with its default").1.trim().to_owned() + "\n")
        .collect();
    terminal.stdin.take().expect("a keyboard").write_all(typed.as_bytes()).expect("typed");
    let ran = terminal.wait_with_output().expect("it ends");
    let seen = String::from_utf8_lossy(&ran.stdout).replace("\r\n", "\n");
    assert!(ran.status.success(), "{arguments}\n{seen}");
    seen
}

/// Makes an edit where the text stands, once, in the file of a plan, and saves the file as it was.
fn edit(desk: &Desk, from: &str, to: &str) {
    let mut count = 0;
    for path in desk.tree("content/plans").into_iter().filter_map(|(path, file)| file.map(|_| path)) {
        let path = format!("content/plans/{path}");
        let bytes = fs::read(desk.path(&path)).expect("a file");
        let encoding = if String::from_utf8(bytes.clone()).is_ok() { UTF_8 } else { SHIFT_JIS };
        let text = encoding.decode_without_bom_handling(&bytes).0.into_owned();
        count += text.matches(from).count();
        if text.contains(from) {
            desk.write(&path, encoding.encode(&text.replace(from, to)).0);
        }
    }
    assert_eq!(count, 1, "{from}");
}

fn text(guide: &str) -> String {
    let text = fs::read_to_string(root().join("docs").join(guide)).expect("the guide");
    text.replace("\r\n", "\n")
}
