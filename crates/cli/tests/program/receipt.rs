//! The receipt of a build, `.nendo/receipt.json`, and its copy.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use crate::desk::Desk;

const RECEIPT: &str = "public/.nendo/receipt.json";

fn read(desk: &Desk, file: &str) -> Value {
    let text = fs::read_to_string(desk.path(file)).expect(file);
    serde_json::from_str(&text).expect("JSON")
}

fn paths(receipt: &Value, part: &str) -> Vec<String> {
    let files = receipt[part].as_array().expect("a list").iter();
    files.map(|file| file["path"].as_str().expect("a path").to_owned()).collect()
}

#[test]
fn it_tells_what_the_site_was_made_of_and_what_was_made() {
    let desk = Desk::new();
    desk.edit_table("利用率", "満足度");
    desk.write("content/plans/city/~$2023.csv", "a lock");
    desk.write("content/.git/index", "versions");
    desk.write("look/i18n/ja.ftl", "nav-kpis = 指標\n");
    let plan = fs::read_to_string(desk.path("content/plans/city/plan.toml")).expect("a text");
    desk.write("content/plans/city/plan.toml", format!("publish-after = 2031-02-03\n{plan}"));
    assert_eq!(desk.run("build --theme look").code, Some(0));
    let receipt = read(&desk, RECEIPT);
    let keys: Vec<&String> = receipt.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["draft", "files", "inputs", "nendo", "problems", "publish_after", "receipt"]);
    let text = fs::read_to_string(desk.path(RECEIPT)).expect("a text");
    assert!(text.starts_with("{\n  \"receipt\": \"nendo build 1\",\n") && text.ends_with("\n}\n"), "{text}");
    assert_eq!(receipt["nendo"], env!("CARGO_PKG_VERSION"));
    assert_eq!(receipt["draft"], false);
    assert_eq!(receipt["problems"], json!({ "errors": 0, "warnings": 1, "notes": 0 }));
    assert_eq!(receipt["publish_after"], json!({ "city": "2031-02-03" }));
    let inputs = [
        "content/plans/city/2023.csv",
        "content/plans/city/plan.toml",
        "content/site.toml",
        "content/translations.csv",
        "theme/i18n/ja.ftl",
    ];
    assert_eq!(paths(&receipt, "inputs"), inputs);
    // printf 'nav-kpis = 指標\n' | sha256sum
    let theme = json!({
        "path": "theme/i18n/ja.ftl",
        "bytes": 18,
        "sha256": "612cc9141f761ea22a0ae413cd0c398a09524a1ece6dbdb61e247c3984f0cde4",
    });
    assert_eq!(receipt["inputs"][4], theme);
    let published = desk.published("public");
    let files: Vec<&String> =
        published.iter().filter(|(_, file)| file.is_some()).map(|(path, _)| path).collect();
    assert_eq!(paths(&receipt, "files"), files.into_iter().map(String::as_str).collect::<Vec<_>>());
    let robots =
        receipt["files"].as_array().expect("a list").iter().find(|file| file["path"] == "robots.txt");
    // As python-xxhash has it: xxh3_128_hexdigest.
    let expected =
        json!({ "path": "robots.txt", "bytes": 23, "xxh3_128": "95ffdb9e353038fcb872b91c728fb487" });
    assert_eq!(robots, Some(&expected));
}

#[test]
fn a_moment_is_told_where_it_comes_from_outside() {
    let desk = Desk::new();
    let run = |arguments: &str, epoch: Option<&str>| {
        let mut nendo = Command::new(env!("CARGO_BIN_EXE_nendo"));
        nendo.arg("build").args(arguments.split_whitespace()).current_dir(desk.path(""));
        nendo.env_remove("SOURCE_DATE_EPOCH").envs(epoch.map(|epoch| ("SOURCE_DATE_EPOCH", epoch)));
        assert!(nendo.output().expect("the program runs").status.success());
        read(&desk, RECEIPT).get("time").and_then(Value::as_str).map(str::to_owned)
    };
    let asked = "2024-06-28T09:00:00+09:00";
    assert_eq!(run("", None), None);
    assert_eq!(run("", Some("1719532800")).as_deref(), Some("2024-06-28T00:00:00Z"));
    assert_eq!(run("", Some("yesterday")), None);
    assert_eq!(run(&format!("--time {asked}"), Some("1719532800")).as_deref(), Some(asked));
    let ran = desk.run("build --time 2024-06-28");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.starts_with("error: --time cannot be `2024-06-28`"), "{}", ran.err);
}

#[test]
fn a_build_that_fails_leaves_the_receipt_of_the_last_one() {
    let desk = Desk::new();
    assert_eq!(desk.run("build").code, Some(0));
    let before = desk.tree("public");
    desk.edit_table("評価,B,A", "評価,B,Z");
    assert_eq!(desk.run("build --draft --receipt copy.json").code, Some(1));
    assert!(desk.tree("public") == before, "something was written");
    assert!(!desk.path("copy.json").exists());
    // What no page shows is in the receipt all the same.
    desk.edit_table("評価,B,A", "評価,B,A");
    desk.write("content/translations.csv", "ja,en\r\n暮らし,Life\r\n利用率,Usage rate\r\n");
    let ran = desk.run("build");
    assert!(ran.out.contains(" 0 files written"), "{ran:?}");
    let [now, then] = [desk.tree("public"), before].map(|mut tree| tree.remove(".nendo/receipt.json"));
    assert!(now.flatten().map(|file| file.0) != then.flatten().map(|file| file.0));
}

#[test]
fn a_copy_goes_where_it_is_wanted() {
    let desk = Desk::new();
    assert_eq!(desk.run("build --receipt records/2024/06.json").code, Some(0));
    let copy = fs::read(desk.path("records/2024/06.json")).expect("a copy");
    assert_eq!(copy, fs::read(desk.path(RECEIPT)).expect("a receipt"));
    assert_eq!(desk.run("build --receipt 06.json").code, Some(0));
    assert!(desk.path("06.json").is_file());
}

#[test]
fn a_copy_that_cannot_be_written_is_told_and_the_site_stands() {
    let desk = Desk::new();
    desk.write("records", "a file");
    let ran = desk.run("build --receipt records/06.json");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.starts_with("error: cannot be read or written ("), "{}", ran.err);
    assert!(ran.err.contains("06.json") && ran.out.ends_with(" → public; 1 error\n"), "{ran:?}");
    assert!(desk.path("public/index.html").is_file() && desk.path(RECEIPT).is_file());
}

#[test]
fn no_copy_goes_among_the_content_or_into_the_output() {
    let desk = Desk::new();
    let before = desk.tree("content");
    for place in ["content/06.json", "public/06.json", RECEIPT] {
        let ran = desk.run(&format!("build --receipt {place}"));
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{place}");
        assert!(ran.err.starts_with("error: the file of --receipt is in "), "{}", ran.err);
        assert!(desk.tree("content") == before && !desk.path("public").exists(), "{place}");
    }
}
