//! `nendo build --draft`: a site for a look, over one for everybody and back.

use crate::desk::{Desk, Tree};

fn bytes(tree: Tree) -> Vec<(String, Option<Vec<u8>>)> {
    tree.into_iter().map(|(path, file)| (path, file.map(|(bytes, _)| bytes))).collect()
}

/// A desk of which everything a draft leaves out would be there.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("content/site.toml", "title = \"進捗\"\nbase-url = \"https://city.example/\"\n");
    desk
}

#[test]
fn a_draft_over_a_site_and_a_site_over_a_draft_are_as_built_anew() {
    let desk = desk();
    for (first, second) in [("", " --draft"), (" --draft", "")] {
        assert_eq!(desk.run(&format!("build --out anew{second}")).code, Some(0));
        assert_eq!(desk.run(&format!("build --out over{first}")).code, Some(0));
        let ran = desk.run(&format!("build --out over{second}"));
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert_eq!(bytes(desk.tree("over")), bytes(desk.tree("anew")), "{first} → {second}");
        assert_eq!(desk.run(&format!("build --out anew{first}")).code, Some(0));
    }
}

#[test]
fn a_draft_of_the_same_content_is_left_alone() {
    let desk = desk();
    assert_eq!(desk.run("build --draft").code, Some(0));
    let before = desk.tree("public");
    let ran = desk.run("build --draft");
    assert!(ran.out.contains(" 0 files written, ") && ran.out.contains(" → public (draft)"), "{ran:?}");
    assert!(desk.tree("public") == before, "something was written");
    assert_eq!(
        desk.run("build --draft --format json").json().last().expect("a line")["summary"]["draft"],
        true
    );
    assert_eq!(desk.run("build --format json").json().last().expect("a line")["summary"]["draft"], false);
}
