//! `nendo check`: the same problems, and nothing written.

use crate::desk::{Desk, TABLE};

#[test]
fn sound_content_is_counted() {
    let desk = Desk::new();
    let before = desk.tree("");
    let ran = desk.run("check");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    assert!(ran.out.starts_with("checked 1 plan, 2 years, 2 languages, 1 KPI, "), "{}", ran.out);
    let (closing, translations) = ran.out.split_once('\n').expect("two lines");
    assert!(closing.ends_with(" pages: no problems"), "{}", ran.out);
    assert!(translations.starts_with("translations: en "), "{}", ran.out);
    assert!(translations.ends_with(" (100%)\n"), "{}", ran.out);
    assert_eq!(desk.tree(""), before);
}

#[test]
fn the_language_is_that_of_the_locale() {
    let desk = Desk::new();
    desk.edit_table("65%", "#REF!");
    let ran = desk.run_in("ja_JP.UTF-8", "check");
    assert!(ran.err.starts_with("注意: 「#REF!」は"), "{}", ran.err);
    assert!(ran.err.contains("\n  --> plans/city/2023.csv 3行目 E列「2023年度」\n  対処: "), "{}", ran.err);
    assert!(ran.out.starts_with("計画1件・2年度分・2言語・KPI1件・"), "{}", ran.out);
    assert!(desk.run_in("ja_JP.UTF-8", "check --lang en").err.starts_with("warning: "));
    assert!(desk.run_in("ja", "--lang en check").err.starts_with("warning: "));
}

#[test]
fn a_missing_translation_is_listed_and_counted() {
    let desk = Desk::new();
    desk.write("content/translations.csv", "ja,en\n利用率,Usage rate\n");
    let ran = desk.run("check --format json");
    let lines = ran.json();
    assert_eq!(lines[0]["code"], "missing-translation", "{}", ran.out);
    let [en] = lines[1]["summary"]["translations"].as_array().expect("languages").as_slice() else {
        panic!("one language: {}", ran.out)
    };
    let count = |name: &str| en[name].as_u64().expect("a count");
    assert_eq!((en["language"].as_str(), count("texts") - count("translated")), (Some("en"), 1));
    assert_eq!(desk.run("check").code, Some(0));
    assert_eq!(desk.run("check --strict").code, Some(1));
}

#[test]
fn the_same_problem_is_told_once() {
    let desk = Desk::new();
    desk.write("content/plans/city/2022.csv", &TABLE.replace("利用率", "満足度"));
    desk.edit_table("利用率", "満足度");
    let ran = desk.run("check --format short");
    let mut lines: Vec<&str> = ran.err.lines().collect();
    let all = lines.len();
    lines.sort_unstable();
    lines.dedup();
    assert_eq!(lines.len(), all, "{}", ran.err);
}

#[test]
fn what_a_cell_holds_cannot_harm_the_terminal() {
    let desk = Desk::new();
    desk.edit_table("評価,B,A", "評価,B,\"\u{2060}Z\u{200b}\n\nx\"");
    for format in ["full", "short"] {
        let ran = desk.run(&format!("check --format {format}"));
        assert!(ran.err.contains("`<U+2060>Z<U+200B> / x`"), "{}", ran.err);
        assert!(!ran.err.contains(['\u{2060}', '\u{200b}']), "{:?}", ran.err);
    }
}

#[test]
fn content_that_is_not_there_is_an_error() {
    let desk = Desk::new();
    let ran = desk.run("check --content nowhere");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("  --> nowhere\n"), "{}", ran.err);
    desk.write("empty/site.toml", "");
    let ran = desk.run("check --content empty");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.starts_with("error: no plan was found\n"), "{}", ran.err);
}

#[test]
fn grades_are_audited_only_when_asked() {
    let desk = Desk::new();
    let rule = "[audit]\n\"A\" = 110\n\"B\" = 75\n\"C\" = 0\n";
    let plan = std::fs::read_to_string(desk.path("content/plans/city/plan.toml")).expect("a file");
    let silent = desk.run("check --strict");
    assert_eq!((silent.code, silent.err.as_str()), (Some(0), ""), "{silent:?}");
    let without = desk.run("check --audit --strict --format short");
    let told = "plans/city/plan.toml: note: plan `city` has no rule to compare its grades with\n";
    assert_eq!((without.code, without.err.as_str()), (Some(0), told), "{without:?}");
    assert!(without.out.contains(" pages: 1 note\n"), "{}", without.out);

    desk.write("content/plans/city/plan.toml", &(plan + rule));
    assert_eq!(desk.run("check").err, "");
    let ran = desk.run("check --audit --strict --format json");
    let lines = ran.json();
    assert_eq!((ran.code, ran.err.as_str(), lines.len()), (Some(0), "", 2), "{ran:?}");
    assert_eq!((&lines[0]["code"], &lines[0]["severity"]), (&"audit".into(), &"note".into()));
    assert_eq!((&lines[0]["row"], &lines[0]["column"]), (&3.into(), &"E".into()));
    assert_eq!(lines[0]["fields"]["attainment"], "108.3");
    assert_eq!(lines[0]["message"]["ja"], "実績65%は目標60%の108.3%で、基準ではB、表ではAです");
    let summary = &lines[1]["summary"];
    assert_eq!((&summary["outcome"], &summary["notes"]), (&"checked".into(), &1.into()));
}

#[test]
fn many_of_a_kind_are_counted_and_listed_for_programs() {
    let desk = Desk::new();
    desk.write("content/plans/city/2023.csv", &(TABLE.to_owned() + &",,見込,1,2\n".repeat(30)));
    let rest = "plans/city/2023.csv: … and 10 more `unknown-item` in this file (--format json lists all)";
    let short = desk.run("check --format short");
    let lines: Vec<&str> = short.err.lines().collect();
    assert_eq!((lines.len(), lines.last()), (21, Some(&rest)), "{}", short.err);
    assert!(short.out.contains(": 30 warnings\n"), "{}", short.out);
    assert_eq!(desk.run("check --format json").json().len(), 31);
}
