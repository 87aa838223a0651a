//! Each rule that a program judges has files that break it, at these spots, and files that keep it.

mod folder;

use std::collections::BTreeMap;

use nendo_ingest::{Scored, readability, readability_of_published, rules};
use proptest::prelude::*;

use folder::Folder;

/// The spots at which each file breaks a rule, joined; empty where all keep it.
fn spots(scored: &[Scored], rule: &str) -> String {
    let broken = scored.iter().flat_map(|file| &file.broken).filter(|broken| broken.rule.id == rule);
    broken.flat_map(|broken| &broken.spots).map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// A progress table as a city keeps it, in a plan without settings unless they are given.
fn kept(csv: &str) -> Vec<Scored> {
    readability(&Folder::of(&[("plans/dx/2023.csv", csv)]).0).value
}

/// A file as a program publishes it, with nothing beside it.
fn published(csv: &str) -> Vec<Scored> {
    readability_of_published(&BTreeMap::from([("dx/data/dx.csv".to_owned(), csv.as_bytes().to_vec())]))
}

/// What judges a file: that of tables of the content folder, or that of published ones.
type Court = fn(&str) -> Vec<Scored>;

/// A rule, a court, a file that breaks the rule, where it does, and one that keeps it.
type Case = (&'static str, Court, &'static str, &'static str, &'static str);

const LEVEL_1: &[Case] = &[
    (
        "L1-02",
        kept,
        "柱,KPI,R5実績\nあ,k,1\n柱,KPI,R5実績\nい,m,2\n",
        "3:3",
        "柱,KPI,R5実績\nあ,k,1\nい,m,2\n",
    ),
    ("L1-02", published, "a,b\nx,1\nA,B\ny,2\n", "3:3", "a,b\nx,1\na,2\n"),
    ("L1-03", kept, "柱,KPI,R5実績\nあ,k,1\n\nい,m,2\n", "3:3", "柱,KPI,R5実績\nあ,k,1\nい,m,2\n\n"),
    ("L1-03", published, "a,,b\nx,,1\n", "B:B", "a,c,b\nx,,1\n"),
    ("L1-04", kept, "進捗表,,\n柱,KPI,R5実績\nあ,k,1\n※速報値,,\n", "A1 A4", "柱,KPI,R5実績\nあ,k,1\n"),
    ("L1-04", published, "a,b,c\nx,1,2\n出典：統計局,,\n", "A3", "a,b\nx,1\n出典：統計局,\n"),
    ("L1-05", published, "a,,列2,Unnamed: 3\nx,1,2,3\n", "B1 C1 D1", "a,列名,2023年度\nx,1,2\n"),
    ("L1-06", published, "a ,b　c\n合　計,\"x  y\"\n", "A1 A2 B2", "a,b　c\n合計,x y z\n"),
    ("L1-06", kept, "柱,KPI,\"R5\n実績\"\nあ,k,1\n", "C1", "柱,KPI,R5実績\nあ,k,\"1\n2\"\n"),
    (
        "L1-07",
        kept,
        "柱,KPI,R5実績,R5評価\nあ,k,男:3件 女:4件,A\nい,m,3件,A、B\nう,n,12件(うち新規:3、継続:9),B\n",
        "C2 D3 C4",
        "柱,KPI,R5実績,R5評価\nあ,k,3件,A\nい,m,\"1,200人\",B\n",
    ),
    (
        "L1-08",
        published,
        "a,b\n①,㎡\nⅣ,ｶﾅ\n〜,\u{E000}\n",
        "A2 B2 A3 B3 A4 B4",
        "a,b\n(1),m2\nIV,カナ\n~,髙﨑\n",
    ),
    ("L1-14", published, "a,b\nx,\"1\n2\"\n", "B2", "a,b\nx,1 / 2\n"),
    ("L1-15", published, "a,b\nx,1,200\ny,2\"3\n", "2:2 B3", "a,b\nx,\"1,200\"\ny,\"2\"\"3\"\n"),
];

const LEVEL_2: &[Case] = &[
    (
        "L2-01",
        kept,
        "柱,KPI,R5実績\nあ,k,79%\nい,m,\"1,200\"\nう,n,▲3\n",
        "C2 C3 C4",
        "柱,KPI,R5実績\nあ,k,79\nい,m,-3.5\nう,n,—\n",
    ),
    (
        "L2-01",
        published,
        "a,x_value,x_unit,x_text_ja\np,1,件,1件\nq,2件,件,2件\nr,3,件,3件\n",
        "B3",
        "a,x_value,x_unit,x_text_ja\np,1,件,1件\nq,,件,未定\n",
    ),
    ("L2-02", kept, "柱,KPI,R5実績\nあ,k,1\n,m,2\nい,n,3\n", "A3", "柱,KPI,R5実績\nあ,k,1\nあ,m,2\nい,n,3\n"),
    (
        "L2-02",
        kept,
        "柱,施策,KPI,R5実績\nあ,い,k,1\n,,m,2\nう,,n,3\n",
        "A3 B3",
        "柱,施策,KPI,R5実績\nあ,い,k,1\nう,,n,3\n",
    ),
    ("L2-02", published, "a,b\nx,p\ny,〃\n,q\n", "B3 A4", "a,b\nx,p\ny,p\n"),
    (
        "L2-03",
        kept,
        "柱,KPI,R4,,R5,\n,,目標,実績,目標,実績\nあ,k,1,2,3,4\n",
        "A2 B2 C2 D2 E2 F2",
        "柱,KPI,R4目標,R4実績,R5目標,R5実績\nあ,k,1,2,3,4\n",
    ),
    ("L2-03", published, "a,ｂ,b\nx,1,2\n", "B1 C1", "a,b,c\nx,1,2\n"),
    (
        "L2-04",
        published,
        "a,b\n1,実施\n2,実 施\n3,実施\n4,実施\n",
        "B3",
        "a,b\n1,実施\n2,未実施\n3,実施\n4,実施\n",
    ),
    (
        "L2-04",
        kept,
        "柱,KPI,R5実績,R5評価\nあ,k,1,A\nい,m,2,A（暫定）\nう,n,3,ａ\n",
        "D3 D4",
        "柱,KPI,R5実績,R5評価\nあ,k,1,A\nい,m,2,A\nう,n,3,B\n",
    ),
    (
        "L2-05",
        published,
        "a,b\n1,窓口\n2,その他（電話）\n3,その他\n",
        "B3",
        "a,b\n1,窓口\n2,その他\n3,その他\n",
    ),
];

const LEVEL_3: &[Case] = &[
    ("L3-01", kept, "進捗表,,\n\n柱,KPI,R5実績\nあ,k,1\n", "1:1 2:2", "柱,KPI,R5実績\nあ,k,1\n"),
    ("L3-01", kept, "柱,KPI,R5\n,,実績\nあ,k,1\n", "2:2", "柱,KPI,R5実績\nあ,k,1\n\nい,m,2\n"),
    ("L3-01", published, "a,b\n\nx,1\n", "2:2", "a,b\nx,1\n"),
    ("L3-02", kept, "柱,KPI,R5実績,R5評価\nあ,k,1,A\n", "D2", "柱,KPI,R5実績\nあ,k,1\n"),
    (
        "L3-03",
        kept,
        "柱,KPI,R5実績\nあ,k,1\nい,m,—\n",
        "C3",
        "柱,KPI,R5実績\nあ,k,1\nい,m,—\n※ — は集計中,,\n",
    ),
    (
        "L3-04",
        kept,
        "柱,KPI,R5実績\nあ,数,1\nい,率（％）,2\n",
        "C2",
        "柱,KPI,単位,R5実績\nあ,数,件,1\nい,率,％,2\n",
    ),
    (
        "L3-04",
        published,
        "a,value,year,item_no\nx,3,2023,1\ny,4,2024,2\n",
        "B:B",
        "a,value,unit,b(人),by\nx,3,件,1,2023\ny,4,件,2,\n",
    ),
    ("L3-05", kept, "柱,KPI,R5実績\nあ,k,1\n", "C1", "柱,KPI,令和5(2023)年度実績\nあ,k,1\n"),
    (
        "L3-05",
        published,
        "年度,b\n令和5年度,x\n2024年度,y\n",
        "A:A A2",
        "年度,b\n2023年度,x\n2024年度,令和5年度\n",
    ),
    (
        "L3-06",
        published,
        "municipality_code,b\n221309,x\n221308,y\n",
        "A3",
        "municipality_code,b\n221309,x\n131016,y\n",
    ),
    ("L3-06", published, "municipality_code,b\n,x\n", "A:A", "code,b\n,x\n"),
    ("L3-06", published, "a,b\n1,静岡\n2,東京都\n", "B2", "a,b\n1,静岡県\n2,東京都\n"),
    (
        "L3-09",
        kept,
        "柱,KPI,R4実績,R5実績\nあ,k,1,2\n",
        "C1 D1",
        "柱,KPI,基準値(R2),R5目標,R5実績\nあ,k,1,2,3\n",
    ),
    ("L3-09", published, "a,4月,5月,6月\nx,1,2,3\n", "B1 C1 D1", "a,4月,5月,計\nx,1,2,3\n"),
];

#[test]
fn each_rule_is_broken_by_one_file_and_kept_by_another() {
    let cases = [LEVEL_1, LEVEL_2, LEVEL_3].concat();
    for (rule, court, breaking, at, keeping) in &cases {
        assert_eq!(spots(&court(breaking), rule), *at, "{rule} {breaking}");
        assert_eq!(spots(&court(keeping), rule), "", "{rule} {keeping}");
    }
    // L1-01, L3-07 and L3-08 are about more than the text of a file.
    let judged = rules().iter().filter(|rule| rule.unjudged().is_none()).map(|rule| rule.id);
    let untried: Vec<&str> = judged.filter(|id| cases.iter().all(|(rule, ..)| rule != id)).collect();
    assert_eq!(untried, ["L1-01", "L3-07", "L3-08"]);
}

#[test]
fn a_file_that_is_no_text_is_not_judged_further() {
    let folder = Folder::of(&[("plans/dx/2023.csv", "柱,KPI,R5実績\nあ,k,1\n")]);
    assert_eq!(spots(&readability(&folder.0).value, "L1-01"), "");
    folder.write("plans/dx/2023.csv", b"PK\x03\x04\0\0");
    let scored = readability(&folder.0).value;
    assert_eq!((scored.len(), scored[0].scores), (1, [Some(0), None, None]));
    assert_eq!(scored[0].broken[0].rule.id, "L1-01");
}

#[test]
fn a_plan_that_says_what_its_grades_mean_has_a_table_of_codes() {
    let csv = "柱,KPI,R5実績,R5評価\nあ,k,1,A\n";
    let scale = "[[scale]]\ngrade = \"A\"\nmeaning = \"達成\"\nrank = 1\ntone = \"ahead\"\n";
    let folder = Folder::of(&[("plans/dx/2023.csv", csv), ("plans/dx/plan.toml", scale)]);
    assert_eq!(spots(&readability(&folder.0).value, "L3-02"), "");
}

#[test]
fn the_format_is_compared_with_that_of_the_year_before() {
    let years = |then: &str, now: &str| {
        let folder = Folder::of(&[("plans/dx/2022.csv", then), ("plans/dx/2023.csv", now)]);
        spots(&readability(&folder.0).value, "L3-07")
    };
    let then = "柱,KPI,令和4年度目標,R4実績\nあ,k,1,2\n";
    assert_eq!(years(then, "柱,KPI,令和5年度目標,R5実績\nあ,k,1,2\n"), "");
    assert_eq!(years(then, "施策,指標,令和5年度目標,R5実績\nあ,k,1,2\n"), "A1 B1");
    assert_eq!(years(then, "柱,KPI,R5実績,令和5年度目標\nあ,k,1,2\n"), "1:1");

    let path = |year: &str| format!("dx/{year}/data/221309_dx_{year}.csv");
    let published = |now: &str| {
        let files = [(path("2022"), b"a,b\n".to_vec()), (path("2023"), now.as_bytes().to_vec())];
        spots(&readability_of_published(&files.into()), "L3-07")
    };
    assert_eq!((published("a,b\n").as_str(), published("a,c\n").as_str()), ("", "B1"));
}

#[test]
fn what_should_lie_beside_a_published_file_is_looked_for() {
    let beside = |files: &[(&str, &str)], rule: &str| {
        let files = files.iter().chain(&[("dx/data/dx.csv", "a,evaluation\nx,A\ny,B\n")]);
        let files = files.map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        let scored = readability_of_published(&files.collect());
        let scored: Vec<Scored> = scored.into_iter().filter(|file| file.file == "dx/data/dx.csv").collect();
        spots(&scored, rule)
    };
    let described = [("dx/data/csv-metadata.json", "{}"), ("dx/data/README.ja.txt", "")];
    assert_eq!(beside(&described, "L3-08"), "");
    assert_eq!(beside(&described[..1], "L3-08"), "readme");
    assert_eq!(
        beside(&[("dx/csv-metadata.json", ""), ("dx/readme.txt", "")], "L3-08"),
        "csv-metadata.json readme"
    );
    assert_eq!(beside(&[], "L3-02"), "evaluation_codes.csv");
    assert_eq!(beside(&[("dx/data/dx_evaluation_codes.csv", "code,meaning\nA,良\n")], "L3-02"), "B3");
    assert_eq!(beside(&[("dx/data/dx_evaluation_codes.csv", "code,meaning\nA,良\nB,可\n")], "L3-02"), "");
    assert!(spots(&published("項目,b-c,d_1\nx,1,2\n"), "L3-08").ends_with("A1 B1"));
}

#[test]
fn what_breaks_a_rule_costs_points_of_its_level_once() {
    let scores = |csv: &str| kept(csv)[0].scores.map(|score| score.unwrap_or(0));
    assert_eq!(scores("柱,KPI,単位,FY2023 Actual\nあ,k,件,1\nい,m,件,2\n"), [100, 100, 100]);
    // L1-08 twice, L3-03, and L2-02, which is fatal.
    assert_eq!(scores("柱,KPI,単位,FY2023 Actual\n①あ,k,件,1\n,②m,件,—\n"), [90, 0, 90]);
}

proptest! {
    // Each writes four files.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_stops_a_judge(text in "([,\"\n\r\t;]|柱|KPI|R5実績|2023年度|—|※|1|a| |　){0,60}") {
        let judged = readability_of_published(&[("a/2023.csv".to_owned(), text.clone().into_bytes())].into());
        prop_assert!(judged.len() == 1);
        for header in ["柱,KPI,R5実績\n", "柱,KPI,R4,R5\n,,目標,実績\nあ,k,1,2\n"] {
            prop_assert!(!kept(&(header.to_owned() + &text)).is_empty());
        }
    }
}
