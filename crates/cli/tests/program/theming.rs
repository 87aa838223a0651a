//! The examples of docs/theming.md and docs/theming.ja.md, as someone would use them who follows the page. A file's name in
//! backticks on a line of its own says what the block below it is; several of the same name follow each other in one file.

use std::fs;

use crate::desk::{Desk, root};

/// What a template's lines are put above, and its default file.
const END: &str = "{% endblock main %}";
const TEMPLATES: &str = "themes/aoba/templates/";

const GUIDES: [(&str, &str); 2] = [("theming.ja.md", "ja"), ("theming.md", "en")];

#[test]
fn a_theme_made_by_the_guide_is_shown() {
    for (guide, _) in GUIDES {
        let desk = desk_of(guide);
        let ran = desk.run("build --strict");
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{guide}");
        let published = |path: &str| fs::read_to_string(desk.path("public").join(path)).expect(path);
        // The page for missing pages carries the style in itself.
        let style = published("404.html");
        for colour in ["--link:#0c472a;", "--accent:#9bd4b5;", "--chart-actual:#4b8f78;"] {
            assert!(style.contains(colour), "{guide}: {colour}");
        }
        assert!(published("city/2023/assets/icon.svg").contains("#0c472a"), "{guide}");
        for (page, words) in [
            ("ja/index", "指標の一覧"),
            ("ja/index", "計画のしくみ"),
            ("ja/index", "お問い合わせ</a>"),
            ("ja/contact", "<p>お問い合わせは企画課"),
            ("en/contact", "<p>Questions: Planning Division"),
            ("en/contact", "Please ask the Planning Division"),
        ] {
            assert!(published(&format!("city/2023/{page}.html")).contains(words), "{guide}: {page}, {words}");
        }
    }
}

#[test]
fn the_guide_quotes_the_warning_on_contrast() {
    for (guide, language) in GUIDES {
        let desk = desk_of(guide);
        let check = format!("check --theme themes/faint --lang {language}");
        let (ran, text) = (desk.run(&check), text(guide));
        let (_, quoted) = text.split_once("```text\n").expect("a message");
        let (quoted, _) = quoted.split_once("```").expect("its end");
        assert_eq!((ran.code, ran.err.trim_end()), (Some(0), quoted.trim_end()), "{guide}");
        let (_, remedy) = text.split_once("`#").expect("a remedy");
        desk.write("themes/faint/colours.toml", format!("[light]\nlink = \"#{}\"\n", &remedy[..6]));
        assert_eq!(desk.run(&check).err, "", "{guide}");
    }
}

#[test]
fn both_guides_have_the_same_examples() {
    let [ja, en] = GUIDES.map(|(guide, _)| examples(&text(guide)));
    assert_eq!(ja, en);
}

/// A desk with every file of a guide.
fn desk_of(guide: &str) -> Desk {
    let desk = Desk::new();
    for (path, example) in examples(&text(guide)) {
        let before = fs::read_to_string(desk.path(&path)).unwrap_or_default();
        let whole = match path.strip_prefix(TEMPLATES) {
            None => before + &example,
            Some(name) => {
                let default = root().join("themes/default/templates").join(name);
                let default = fs::read_to_string(default).expect("a template");
                assert_eq!(default.matches(END).count(), 1, "{name}");
                default.replace(END, &(example + END))
            }
        };
        desk.write(&path, whole);
    }
    desk
}

/// The files that a guide names, with what it says is in them.
fn examples(guide: &str) -> Vec<(String, String)> {
    let blocks = guide.split("\n```\n").filter_map(|above| {
        let (above, block) = above.rsplit_once("\n```")?;
        let path = above.trim_end().rsplit('\n').next()?.strip_prefix('`')?.strip_suffix('`')?;
        let (_, example) = block.split_once('\n')?;
        Some((path.to_owned(), example.to_owned() + "\n"))
    });
    blocks.collect()
}

fn text(guide: &str) -> String {
    let text = fs::read_to_string(root().join("docs").join(guide)).expect("the guide");
    text.replace("\r\n", "\n")
}
