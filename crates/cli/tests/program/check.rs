//! `nendo check`: the same problems, and nothing written.

use crate::desk::{Desk, TABLE};

#[test]
fn sound_content_is_counted() {
    let desk = Desk::new();
    let before = desk.tree("");
    let ran = desk.run("check");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    let [table, closing, translations] = ran.out.lines().collect::<Vec<_>>()[..] else {
        panic!("{}", ran.out)
    };
    assert_eq!(table, "plans/city/2023.csv: UTF-8, comma");
    assert!(closing.starts_with("checked 1 plan, 2 years, 2 languages, 1 KPI, "), "{}", ran.out);
    assert!(closing.ends_with(" pages: no problems"), "{}", ran.out);
    assert!(translations.starts_with("translations: en "), "{}", ran.out);
    assert!(translations.ends_with(" (100%)"), "{}", ran.out);
    assert!(desk.tree("") == before, "something was written");
}

#[test]
fn the_language_is_that_of_the_locale() {
    let desk = Desk::new();
    desk.edit_table("65%", "#REF!");
    let ran = desk.run_in("ja_JP.UTF-8", "check");
    assert!(ran.err.starts_with("注意: 「#REF!」は"), "{}", ran.err);
    assert!(ran.err.contains("\n  --> plans/city/2023.csv 3行目 E列「2023年度」\n  対処: "), "{}", ran.err);
    assert!(ran.out.contains("\n計画1件・2年度分・2言語・KPI1件・"), "{}", ran.out);
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
    for nowhere in ["nowhere", "content/site.toml"] {
        let ran = desk.run(&format!("check --content {nowhere} --format json"));
        assert_eq!((ran.code, ran.json().len()), (Some(1), 2), "{ran:?}");
        assert_eq!((&ran.json()[0]["code"], &ran.json()[0]["file"]), (&"no-content".into(), &nowhere.into()));
    }
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

    desk.write("content/plans/city/plan.toml", plan + rule);
    assert_eq!(desk.run("check").err, "");
    let ran = desk.run("check --audit --strict --format json");
    let lines = ran.json();
    assert_eq!((ran.code, ran.err.as_str(), lines.len()), (Some(0), "", 2), "{ran:?}");
    assert_eq!((&lines[0]["code"], &lines[0]["severity"]), (&"audit".into(), &"note".into()));
    assert_eq!(lines[0]["fields"]["attainment"], "108.3");
    let summary = &lines[1]["summary"];
    assert_eq!((&summary["outcome"], &summary["notes"]), (&"checked".into(), &1.into()));
}

#[test]
fn many_of_a_kind_are_counted_and_listed_for_programs() {
    let desk = Desk::new();
    desk.write("content/plans/city/2023.csv", TABLE.to_owned() + &",,見込,1,2\n".repeat(30));
    let rest = "plans/city/2023.csv: … and 10 more `unknown-item` in this file (--format json lists all)";
    let short = desk.run("check --format short");
    let lines: Vec<&str> = short.err.lines().collect();
    assert_eq!((lines.len(), lines.last()), (21, Some(&rest)), "{}", short.err);
    let full = desk.run("check").err;
    assert_eq!(full.matches("\n  hint: ").count(), 20, "{full}");
    assert!(
        full.ends_with("\n\n… and 10 more `unknown-item` in this file (--format json lists all)\n\n"),
        "{full}"
    );
    assert!(short.out.contains(": 30 warnings\n"), "{}", short.out);
    assert_eq!(desk.run("check --format json").json().len(), 31);
}

/// Long, so that rows say their year; with a merged KPI, a column of no use and a row of no use.
const LONG: &str = "柱,指標,担当課,年度,目標,実績,評価,達成率\n\
    暮らし,登録者数,広報課,令和4年度,43万人,\"1,200人(累計)\",B,95%\n\
    ,,,令和5年度,50以上,— (集計中),A,\n\
    ,,,いつか,1,2,B,\n";

#[test]
fn every_column_and_cell_is_explained() {
    let desk = Desk::new();
    desk.write("content/plans/city/2023.csv", LONG);
    let explained = |language: &str| {
        let ran = desk.run(&format!("check --explain --lang {language}"));
        let closing = if language == "en" { "\nchecked 1 plan" } else { "\n計画1件" };
        let (explained, _) = ran.out.split_once(closing).expect("the closing lines");
        explained.to_owned()
    };
    assert_eq!(
        explained("en"),
        "\
plans/city/2023.csv (UTF-8, comma; header in row 1)

Columns
  A  柱      level 1 of the plan
  B  指標    name of the KPI
  C  担当課  responsible section
  D  年度    fiscal year of the row
  E  目標    target
  F  実績    actual
  G  評価    evaluation
  H  達成率  figures made of others, such as a rate; not used

KPIs: cell, what it is, what stands there → what it was read as

life  暮らし › 登録者数 (numeric, in 人; higher is better)
  C2  responsible section  広報課
  E2  target, FY2022       43万人         → 430,000 人; written in 万
  F2  actual, FY2022       1,200人(累計)  → 1,200 人; cumulative
  G2  evaluation, FY2022   B              → grade B
  E3  target, FY2023       50以上         → at least 50
  F3  actual, FY2023       — (集計中)     → no value: 集計中
  G3  evaluation, FY2023   A              → grade A

Cells that are not used
  H2  figures made of others, such as a rate; not used  95%  → not used
  E4  target                                            1    → not used
  F4  actual                                            2    → not used
  G4  evaluation                                        B    → not used
"
    );
    let said = explained("ja");
    assert!(said.starts_with("plans/city/2023.csv（UTF-8、コンマ区切り、見出しは1行目）\n\n列\n"), "{said}");
    assert!(said.contains("\n  E3  2023年度の目標  50以上         → 50 以上\n"), "{said}");
    assert!(said.contains("（数値・人、大きいほど良い）\n"), "{said}");
    desk.write("content/plans/city/2023.csv", LONG.replace("50以上", "50"));
    assert!(explained("en").contains("(numeric, in 人; higher is taken to be better)\n"), "nothing says so");
}

#[test]
fn an_explanation_for_programs_has_an_object_for_each_cell() {
    let desk = Desk::new();
    desk.write("content/plans/city/2023.csv", LONG);
    let lines = desk.run("check --explain --format json").json();
    let of = |what: &str| lines.iter().filter(|line| line["explained"] == what).collect::<Vec<_>>();
    assert_eq!((of("table").len(), of("column").len(), of("kpi").len()), (1, 8, 1));
    assert_eq!(of("table")[0]["encoding"], "UTF-8");
    let cell = |at: (u32, &str)| {
        let cells = of("cell").into_iter();
        let mut cells = cells.filter(|cell| cell["row"] == at.0 && cell["column"] == at.1);
        cells.next().unwrap_or_else(|| panic!("{at:?}")).clone()
    };
    let target = cell((2, "E"));
    assert_eq!((&target["purpose"], &target["fiscal_year"]), (&"target".into(), &2022.into()));
    assert_eq!(
        (&target["understood"], &target["value"], &target["unit"]),
        (&"quantity".into(), &"430000".into(), &"人".into())
    );
    assert_eq!(cell((2, "F"))["cumulative"], true);
    assert_eq!(cell((3, "E"))["bound"], "at-least");
    assert_eq!((&cell((3, "G"))["understood"], &cell((3, "G"))["grade"]), (&"grade".into(), &"A".into()));
    assert_eq!(cell((4, "E"))["understood"], "unused");
    assert_eq!(cell((4, "D"))["understood"], "name");
    let summary = lines.last().map(|line| &line["summary"]).expect("a summary");
    assert_eq!(summary["tables"][0]["delimiter"], "comma");
}
