//! `nendo check --readability`: what the tables come to, and what is to be done.

use serde_json::Value;

use crate::desk::Desk;

/// The files of a set, each an object.
fn files(lines: &[Value], set: &str) -> Vec<Value> {
    let files = lines.iter().map(|line| &line["readability"]);
    files.filter(|file| file["set"] == set).cloned().collect()
}

/// The ids of the rules that a file breaks.
fn broken(file: &Value) -> Vec<String> {
    let broken = file["broken"].as_array().expect("rules").iter();
    broken.map(|broken| broken["rule"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn what_the_example_publishes_has_every_point() {
    let desk = Desk::of_example();
    let before = desk.tree("");
    let ran = desk.run("check --readability --format json");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    let published = files(&ran.json(), "published");
    assert!(published.len() >= 2, "{}", ran.out);
    for file in &published {
        assert_eq!(file["levels"], serde_json::json!([100, 100, 100]), "{file}");
    }
    assert!(desk.tree("") == before, "something was written");
}

#[test]
fn each_file_has_its_scores_and_each_rule_its_cells_and_a_remedy() {
    let desk = Desk::new();
    let ran = desk.run("check --readability");
    let head = "\
Machine readability (rules of Japan's Digital Agency; 100 points a level)

Files of the content folder
  plans/city/2023.csv: level 1 100, level 2 0, level 3 90
    L2-01 Numbers of digits alone: D2, E2, D3, E3
          to mend it: leave digits alone, with - for less than zero, and move units, commas and notes into columns of their own
    L2-02 No names left out: A3, B3, A4, B4
          to mend it: write the name from above into blank cells and in place of 〃
    L3-09 Years down the rows: D1, E1
          to mend it: make a column for the year and a row for each year, not a column for each
  translations.csv: level 1 100, level 2 100, level 3 100

Files that would be published
  city/2022/data/";
    assert!(ran.out.starts_with(head), "{}", ran.out);
    assert!(ran.out.contains("\nrules not judged: L1-10, L1-11, L1-12, L1-13, L2-06 ("), "{}", ran.out);
    assert!(ran.out.contains("\n\nplans/city/2023.csv: UTF-8, comma\nchecked 1 plan"), "{}", ran.out);

    desk.edit_table(",,実績,40%,65%\n", &",,実績,40%,65%\n\n".repeat(4));
    let short = desk.run_in("ja_JP.UTF-8", "check --readability --format short").out;
    assert!(short.contains("\n    L2-02 項目の省略がない: A3、B3、A5、B5、A7 ほか5か所\n"), "{short}");
    assert!(
        short.contains("\n    L1-03 空の行や列で分かれていない: 4行目、6行目、8行目、10行目\n"),
        "{short}"
    );
    assert!(!short.contains("直し方") && short.contains("レベル1 90点、レベル2 0点"), "{short}");
}

#[test]
fn files_that_are_alike_are_shown_once() {
    let desk = Desk::new();
    desk.write("content/plans/other/2023.csv", "柱,KPI,単位,FY2023 Actual\nあ,k,件,1\n");
    desk.write("content/plans/third/2023.csv", "柱,KPI,単位,FY2023 Actual\nい,m,件,2\n");
    let out = desk.run("check --readability").out;
    assert!(
        out.contains("\n  plans/other/2023.csv and 2 more files: level 1 100, level 2 100, level 3 100\n"),
        "{out}"
    );
    assert!(!out.contains("plans/third/2023.csv: level"), "{out}");
}

#[test]
fn programs_get_every_spot_and_the_words_of_both_languages() {
    let desk = Desk::new();
    desk.write("content/units.csv", b"\x80\x80");
    let lines = desk.run("check --readability --format json").json();
    let input = files(&lines, "input");
    assert_eq!(input[0]["levels"], serde_json::json!([100, 0, 90]));
    let rule = &input[0]["broken"][0];
    assert_eq!((&rule["rule"], &rule["gravity"]), (&"L2-01".into(), &"fatal".into()));
    assert_eq!(rule["spots"], serde_json::json!(["D2", "E2", "D3", "E3"]));
    assert_eq!(rule["name"]["ja"], "数値の列は数字だけ");
    assert!(rule["mend"]["en"].as_str().is_some_and(|mend| mend.starts_with("leave digits alone")));
    let units = input.iter().find(|file| file["file"] == "units.csv").expect("the file");
    assert_eq!(
        (broken(units), &units["levels"]),
        (vec!["L1-01".to_owned()], &serde_json::json!([0, null, null]))
    );
    let unjudged = lines.iter().find_map(|line| line["readability_unjudged"].as_array()).expect("rules");
    assert_eq!(unjudged.len(), 6);
    assert_eq!(unjudged[0]["rule"], "L1-09");
}

#[test]
fn scores_change_no_exit_code_and_are_given_only_when_asked() {
    let desk = Desk::new();
    assert_eq!(desk.run("check --readability --strict").code, Some(0));
    assert!(!desk.run("check").out.contains("L2-01"));
    assert!(!desk.run("check --format json").out.contains("readability"));
    desk.edit_table("評価,B,A", "評価,B,Z");
    let ran = desk.run("check --readability");
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("Files that would be published"), "{}", ran.out);
}
