//! docs/publishing.ja.md and docs/publishing.md, held to the truth: each block of settings is taken, also with what is commented out; both
//! pages have the same ones; and the steps, followed, bring the site to a folder.

use std::collections::BTreeSet;
use std::fs;

use crate::desk::{Desk, root};

const PAGES: [&str; 2] = ["publishing.ja.md", "publishing.md"];

fn page(name: &str) -> String {
    fs::read_to_string(root().join("docs").join(name)).expect("the page")
}

/// The blocks of settings.
fn blocks(page: &str) -> Vec<String> {
    let blocks = page.split("```toml\n").skip(1);
    blocks.map(|rest| rest.split("```").next().expect("an end").to_owned()).collect()
}

/// The words in `code` that begin the rows of the table of settings.
fn settings(page: &str) -> BTreeSet<String> {
    let rows = page.lines().filter(|line| line.starts_with("| `"));
    let first = rows.map(|row| row.split('|').nth(1).expect("a cell"));
    first.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(ToOwned::to_owned).collect()
}

#[test]
fn every_example_of_settings_is_taken() {
    for name in PAGES {
        let blocks = blocks(&page(name));
        assert_eq!(blocks.len(), 6, "{name}");
        for block in blocks {
            let whole = block.replace("# ", "").replace("(43 letters)", &"A".repeat(43));
            let whole = whole.replace("（43文字）", &"A".repeat(43));
            for settings in [&block, &whole] {
                let desk = Desk::new();
                let site = fs::read_to_string(desk.path("content/site.toml")).expect("a text");
                desk.write("content/site.toml", format!("{site}\n{settings}"));
                let ran = desk.run("check --format short");
                assert_eq!(ran.code, Some(0), "{name}: {settings}\n{ran:?}");
            }
        }
    }
}

#[test]
fn both_pages_tell_of_the_same_settings_which_are_all_that_there_are() {
    let [ja, en] = PAGES.map(page);
    let uncommented = |page: &str| blocks(page).concat().replace("（43文字）", "(43 letters)");
    assert_eq!(uncommented(&ja), uncommented(&en));
    let told = settings(&en);
    assert_eq!(settings(&ja), told);
    // The program names what it knows when it is given something else.
    let desk = Desk::new();
    desk.write(
        "content/site.toml",
        "title = \"進捗\"\n\n[publish.web]\nservice = \"fs\"\nroot = \"host\"\nxyz = 1\n",
    );
    let ran = desk.run("check --format json");
    let said = ran.json()[0]["fields"]["message"].as_str().expect("a message").to_owned();
    let (_, known) = said.split_once("expected one of").expect("what is known");
    let known: BTreeSet<_> = known.split('`').skip(1).step_by(2).map(ToOwned::to_owned).collect();
    // These are known to be told that they belong elsewhere.
    let secrets = ["password", "passphrase", "access-key-id", "secret-access-key", "session-token"];
    let secrets = BTreeSet::from(secrets.map(ToOwned::to_owned));
    assert_eq!(known, &told | &secrets);
}

#[test]
fn the_steps_bring_the_site_to_a_folder() {
    for name in PAGES {
        let page = page(name);
        let steps: Vec<_> = page.lines().filter(|line| line.starts_with(['1', '2', '3', '4'])).collect();
        assert_eq!(steps.len(), 4, "{name}");
        let desk = Desk::new();
        let block = blocks(&page).remove(0);
        let folder = block.lines().find_map(|line| line.strip_prefix("root = ")).expect("a root").to_owned();
        assert!(steps[0].contains("`content/site.toml`"), "{}", steps[0]);
        let site = fs::read_to_string(desk.path("content/site.toml")).expect("a text");
        desk.write("content/site.toml", format!("{site}\n{}", block.replace(&folder, "\"share/progress\"")));
        for (step, stands) in [(1, false), (2, false), (3, true)] {
            let command = steps[step].split('`').nth(1).and_then(|said| said.strip_prefix("nendo "));
            let ran = desk.run(command.expect("a command"));
            assert_eq!(ran.code, Some(0), "{name}: {} {ran:?}", steps[step]);
            assert_eq!(desk.path("share/progress/index.html").is_file(), stands, "{}", steps[step]);
        }
        let published = desk.published("public").into_iter();
        for (path, bytes) in published.filter_map(|(path, file)| Some((path, file?.0))) {
            assert_eq!(fs::read(desk.path("share/progress").join(&path)).ok(), Some(bytes), "{path}");
        }
    }
}
