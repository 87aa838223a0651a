//! `nendo build`: everything or nothing.

use std::fs;

use crate::desk::Desk;

#[test]
fn a_site_is_built_and_counted() {
    let desk = Desk::new();
    let ran = desk.run("build");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    assert!(ran.out.starts_with("built 2 years, 2 languages: "), "{ran:?}");
    assert!(ran.out.contains(" files written, 0 unchanged, 0 removed in "), "{ran:?}");
    assert!(ran.out.ends_with(" s → public\n"), "{ran:?}");
    assert!(desk.path("public/city/2023/ja/index.html").is_file());
    assert!(desk.path("public/city/2022/en/life.html").is_file());
}

#[test]
fn a_failed_build_leaves_the_last_site_byte_for_byte() {
    let desk = Desk::new();
    assert_eq!(desk.run("build").code, Some(0));
    let before = desk.tree("public");
    desk.edit_table("評価,B,A", "評価,B,Z");
    let ran = desk.run("build");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.starts_with("error: the scale has no grade `Z` ("), "{}", ran.err);
    assert!(
        ran.err.contains("\n  --> plans/city/2023.csv: row 4, column E「2023年度」\n  hint: "),
        "{}",
        ran.err
    );
    assert!(ran.err.ends_with("\n\n1 error; public is as it was\n"), "{}", ran.err);
    assert!(desk.tree("public") == before, "something was written");
}

#[test]
fn a_failed_build_makes_no_folder() {
    let desk = Desk::new();
    desk.edit_table("評価,B,A", "評価,B,Z");
    assert_eq!(desk.run("build --out new").code, Some(1));
    assert!(!desk.path("new").exists());
    assert!(!desk.path("public").exists());
}

#[test]
fn warnings_are_shown_and_stop_only_a_strict_build() {
    let desk = Desk::new();
    desk.edit_table("利用率", "満足度");
    let strict = desk.run("build --strict");
    assert_eq!((strict.code, strict.out.as_str()), (Some(1), ""));
    assert!(strict.err.starts_with("warning: `満足度` has no translation in English\n"), "{}", strict.err);
    let closing = "\n1 warning (with --strict, a warning stops the build); public is as it was\n";
    assert!(strict.err.ends_with(closing), "{}", strict.err);
    assert!(!desk.path("public").exists());
    let lenient = desk.run("build");
    assert_eq!(lenient.code, Some(0));
    assert!(lenient.err.starts_with("warning: "), "{}", lenient.err);
    assert!(lenient.out.ends_with(" → public; 1 warning\n"), "{}", lenient.out);
}

#[test]
fn a_bad_theme_does_not_hide_the_problems_of_a_plan() {
    let desk = Desk::new();
    desk.write("look/templates/summary.html", "{{ page.\n");
    desk.edit_table("評価,B,A", "評価,B,Z");
    let ran = desk.run("build --theme look --format short");
    assert!(ran.err.contains("templates/summary.html:"), "{}", ran.err);
    assert!(ran.err.contains("plans/city/2023.csv:4:E: error: "), "{}", ran.err);
    assert!(ran.err.ends_with("2 errors; public is as it was\n"), "{}", ran.err);
}

#[test]
fn a_file_of_someone_else_is_not_touched() {
    let desk = Desk::new();
    desk.write("public/index.html", "mine");
    let before = desk.tree("public");
    let ran = desk.run("build");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("a file that nendo did not make"), "{}", ran.err);
    assert!(desk.tree("public") == before, "something was written");
}

#[test]
fn an_output_that_is_a_file_is_an_error() {
    let desk = Desk::new();
    desk.write("public", "mine");
    let ran = desk.run("build");
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(fs::read(desk.path("public")).expect("a file"), b"mine");
}

#[test]
fn programs_read_json() {
    let desk = Desk::new();
    desk.edit_table("利用率", "満足度");
    let ran = desk.run("build --format json");
    let lines = ran.json();
    assert_eq!((ran.code, ran.err.as_str(), lines.len()), (Some(0), "", 2));
    assert_eq!(lines[0]["code"], "missing-translation");
    assert_eq!(lines[0]["severity"], "warning");
    assert_eq!(lines[0]["file"], "plans/city/2023.csv");
    assert_eq!(lines[0]["fields"]["value"], "満足度");
    assert_eq!(lines[0]["message"]["ja"], "「満足度」の英語訳がありません");
    let summary = &lines[1]["summary"];
    assert_eq!(summary["outcome"], "built");
    assert_eq!(summary["warnings"], 1);
    assert_eq!(summary["out"], "public");
    assert_ne!(summary["written"], 0);

    desk.edit_table("評価,B,A", "評価,B,Z");
    let ran = desk.run("build --format json --lang ja");
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    assert_eq!(ran.json()[1]["summary"]["outcome"], "failed");
}
