//! `nendo rollover`: a table for the next year that builds, whatever the last one was.

use std::fs;

use crate::desk::{Desk, Ran, TABLE, entries, root, run, tree};

const NEXT: &str = "content/plans/city/2024.csv";

fn table(desk: &Desk, file: &str) -> String {
    fs::read_to_string(desk.path(file)).expect("a table")
}

#[test]
fn the_next_year_is_made_and_the_site_stays_as_it_was() {
    let desk = Desk::new();
    assert_eq!(desk.run("build").code, Some(0));
    let before = desk.published("public");
    let ran = desk.run("rollover");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(
        ran.out,
        "plans/city/2024.csv was made from plans/city/2023.csv: 1 KPI\n\
         1 KPI has no target for FY2024 yet:\n  life-1 1 利用率\n\
         next: add FY2024 to your table in Excel as plans/city/2024.csv has it, fill it in, save it over plans/city/2024.csv as \
         “CSV UTF-8 (Comma delimited)”, and run nendo check\n\
         (do not open plans/city/2024.csv in Excel by a double click to save it: `1-1` would become a date; \
         to start from it, use Data → From Text/CSV)\n"
    );
    assert_eq!(
        table(&desk, NEXT),
        "柱,KPI,項目,2022年度,2023年度,2024年度\n暮らし,1 利用率,目標,50%,60%,\n,,実績,40%,65%,\n,,評価,B,A,\n"
    );
    assert_eq!(table(&desk, "content/plans/city/2023.csv"), TABLE);
    let ran = desk.run("build --strict");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains(" 0 files written,"), "what is not reported yet changes no page: {}", ran.out);
    assert!(desk.published("public") == before);
}

#[test]
fn a_filled_table_is_the_year_that_it_is_named_by() {
    let desk = Desk::new();
    assert_eq!(desk.run("rollover city R6").code, Some(0));
    desk.write(NEXT, table(&desk, NEXT).replace("65%,", "65%,70%").replace("B,A,", "B,A,A"));
    assert_eq!(desk.run("build --strict").code, Some(0));
    assert!(desk.path("public/city/2024/ja/life.html").is_file());
}

#[test]
fn what_cannot_be_made_is_told_with_what_to_do() {
    let desk = Desk::new();
    desk.write("content/plans/road/2023.csv", TABLE);
    for (typed, message) in [
        ("rollover", "there are several plans: city, road"),
        ("rollover 2024", "there are several plans: city, road"),
        ("rollover dx", "there is no plan `dx`; there is city, road"),
        ("rollover city 2023", "`2023` is no fiscal year after FY2023, that of the newest table"),
        (
            "rollover city 2300",
            "`2300` is no fiscal year after FY2023, that of the newest table, and before FY2200",
        ),
        ("rollover city later", "`later` is no fiscal year after FY2023"),
    ] {
        let Ran { code, out, err } = desk.run(typed);
        assert_eq!((code, out.as_str()), (Some(1), ""), "{typed}");
        assert!(err.starts_with(&format!("error: {message}")) && err.contains("hint: "), "{typed}: {err}");
    }
    assert!(!desk.path(NEXT).exists());
    assert_eq!(desk.run("rollover city 2023 --lang ja").code, Some(1));
    assert_eq!(desk.run("rollover city").code, Some(0));
    let made = table(&desk, NEXT);
    assert_eq!(desk.run("rollover city 2024").code, Some(1), "nothing is overwritten");
    assert_eq!(table(&desk, NEXT), made);
}

#[test]
fn what_is_not_as_it_was_is_told() {
    let desk = Desk::new();
    let told = |plan: &str, table: &str| {
        desk.write(&format!("content/plans/{plan}/R5.txt"), table);
        desk.write(&format!("content/plans/{plan}/plan.toml"), "scale = 'a-d'\n");
        desk.run(&format!("rollover {plan}"))
    };
    let Ran { out, err, .. } =
        told("dated", "柱,KPI,R5目標,R5実績,評価,R6目標,R6実績,備考\nあ,1 k,1,2,A,3,1,2年に1回\n");
    for line in [
        "now name that of plans/dated/R5.txt, whose values they hold: R5評価\n",
        "look whether they are true of FY2024: 備考\n",
        "1 KPI has a result for FY2024 already, which stays",
        "save it over plans/dated/R6.txt as “Unicode Text”",
    ] {
        assert!(out.contains(line), "{line}\n{out}");
    }
    assert_eq!(err, "");
    let Ran { out, .. } = told("undated", "柱,KPI,目標,実績\nあ,1 k,1,2\n");
    assert!(out.contains("what they held stays in plans/undated/R5.txt: 目標, 実績\n"), "{out}");
    let Ran { out, err, .. } = told("bare", "柱,KPI,R5目標,実績値,R5評価\nあ,1 k,1,2,A\n");
    assert!(err.contains("`実績値` has no known role"), "{err}");
    assert!(out.contains("plans/bare/R6.txt has no place for the actuals of FY2024"), "{out}");
    let Ran { out, .. } = told("levels", "柱,KPI,R5目標,R5実績,R6目標\nあ,1 k,1,2,目標完了\nい,2 m,1,2,3\n");
    assert!(out.contains("under [slugs] in plan.toml):\n  p1-1 1 k\n"), "{out}");
    assert!(!out.contains("no target"), "{out}");
    let ran = desk.run("rollover undated --content content/");
    assert!(ran.out.contains("and run nendo check --content content/\n"), "{}", ran.out);
}

#[test]
fn programs_are_told_in_json() {
    let desk = Desk::new();
    let ran = desk.run("rollover 2024 --format json");
    let told = &ran.json()[0]["rollover"];
    assert_eq!((told["file"].as_str(), told["kpis"].as_u64()), (Some("plans/city/2024.csv"), Some(1)));
    assert_eq!(told["without_target"][0], "life-1");
}

#[test]
fn what_builds_is_rolled_over_and_builds() {
    let (mut rolled, mut refused) = (0, 0);
    for case in entries(&root().join("tests/cases")) {
        if !case.join("content/plans").is_dir() || !case.join("expected").is_dir() {
            continue;
        }
        let desk = Desk::new();
        fs::remove_dir_all(desk.path("content")).expect("removed");
        for (path, file) in tree(&case.join("content")) {
            if let Some((bytes, _)) = file {
                desk.write(&format!("content/{path}"), bytes);
            }
        }
        let theme = case.join("theme");
        let theme = if theme.is_dir() { format!("--theme {}", theme.display()) } else { String::new() };
        let codes = |ran: &Ran| {
            let told = ran
                .json()
                .into_iter()
                .filter_map(|line| Some((line["code"].as_str()?.to_owned(), line["file"].to_string())));
            told.collect::<std::collections::BTreeSet<_>>()
        };
        let before = codes(&desk.run(&format!("check --format json {theme}")));
        for plan in entries(&desk.path("content/plans")).into_iter().filter(|path| path.is_dir()) {
            let plan = plan.file_name().expect("a name").to_string_lossy().into_owned();
            let files = desk.tree("content");
            let ran = run(&desk.path(""), "C", ["rollover", &plan].into_iter());
            if ran.err.contains("the newest table is one that nendo published") {
                assert_eq!((ran.code, desk.tree("content") == files), (Some(1), true), "{}", case.display());
                refused += 1;
                continue;
            }
            assert_eq!(ran.code, Some(0), "{}: {}", case.display(), ran.err);
            rolled += 1;
        }
        // A check makes all that a build makes.
        let ran = desk.run(&format!("check --format json {theme}"));
        assert_eq!(ran.code, Some(0), "{}: {}", case.display(), ran.out);
        let known: std::collections::BTreeSet<_> = before.iter().map(|(code, _)| code).collect();
        let after = codes(&ran);
        let new: Vec<_> = after.iter().filter(|(code, _)| !known.contains(code)).collect();
        assert!(new.is_empty(), "{}: {new:?}", case.display());
    }
    assert!(rolled > 5 && refused > 0, "{rolled} {refused}");
}
