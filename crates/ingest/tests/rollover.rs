//! The table of the next year says what the last one said, but for what is still to come; in every layout, however it was
//! saved.

mod folder;
mod made;
mod trial;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use folder::Folder;
use made::made;
use made::saving::saving;
use nendo_ingest::{PlanFolder, Rollover, Sheet};
use nendo_model::{Edition, Kpi, Plan, Problem, Severity, is_placeholder};
use proptest::test_runner::TestCaseError;

fn dx() -> PlanFolder {
    PlanFolder { slug: "dx".to_owned() }
}

fn rolled(folder: &Folder) -> Result<Rollover, Vec<Problem>> {
    nendo_ingest::rollover(&folder.0, &dx(), None)
}

/// What a KPI says in each year: target, then all that is reported.
fn told(edition: &Edition) -> BTreeMap<String, BTreeMap<u16, [String; 5]>> {
    let of = |kpi: &Kpi| {
        let years = kpi.years.iter().map(|(year, entry)| {
            let text = |cell: &Option<nendo_model::Cell>| cell.as_ref().map(|cell| cell.written.to_string());
            let grade = entry.evaluation.map(|grade| format!("{grade:?}"));
            let said =
                [text(&entry.target), text(&entry.actual), grade, text(&entry.reason), text(&entry.note)];
            (year.number(), said.map(Option::unwrap_or_default))
        });
        years.filter(|(_, said)| said.iter().any(|text| !text.is_empty())).collect()
    };
    edition.kpis().map(|kpi| (kpi.id.clone(), of(kpi))).collect()
}

/// What they say without dashes where the next year is still open.
fn still_open(told: &mut BTreeMap<String, BTreeMap<u16, [String; 5]>>, year: u16) {
    for years in told.values_mut() {
        if let Some(said) = years.get_mut(&year) {
            said[1..].iter_mut().filter(|text| is_placeholder(text)).for_each(String::clear);
        }
        years.retain(|_, said| said.iter().any(|text| !text.is_empty()));
    }
}

fn editions(plan: &Plan) -> [&Edition; 2] {
    [&plan.editions[0], &plan.editions[1]]
}

#[test]
fn every_plan_however_it_is_saved_is_rolled_over() {
    trial::trial(30, &(made(), proptest::collection::vec(saving(), 4)), |(made, savings)| {
        for saving in savings {
            let Some(bytes) = saving.bytes(&made) else { continue };
            let folder = Folder::of(&[("plans/dx/plan.toml", "scale = 'a-d'\n")]);
            let ending = if saving.delimiter == '\t' { "txt" } else { "csv" };
            folder.write(&format!("plans/dx/R5.{ending}"), &bytes);
            let fail = |what: String| {
                TestCaseError::fail(format!("{saving:?}: {what}\n{}", String::from_utf8_lossy(&bytes)))
            };
            let codes = |problems: &[Problem]| {
                problems.iter().map(|problem| problem.case.code()).collect::<BTreeSet<_>>()
            };
            let before = codes(&folder.plan().problems);
            let rolled = rolled(&folder).map_err(|problems| fail(format!("{problems:?}")))?;
            let checked = folder.plan();
            let Some(plan) = checked.value else { return Err(fail(format!("{:?}", checked.problems))) };
            let new = codes(&checked.problems);
            if !new.is_subset(&before) {
                return Err(fail(format!("{:?}", checked.problems)));
            }
            let [old, next] = editions(&plan);
            let mut expected = told(old);
            still_open(&mut expected, 2024);
            if told(next) != expected
                || next.file != format!("plans/dx/R6.{ending}")
                || rolled.kpis != made.kpis.len()
            {
                return Err(fail(format!("{rolled:?}\n{expected:?}\n{:?}", told(next))));
            }
            if next.saved != old.saved || has_room(next) != made.kpis.len() {
                return Err(fail(format!("{:?}: {} of {}", next.saved, has_room(next), made.kpis.len())));
            }
            let form = |file: &str| Sheet::read(&folder.0, file).map(|sheet| sheet.map(|sheet| sheet.form));
            if form(&old.file) != form(&next.file) {
                return Err(fail(format!("{:?}", form(&next.file))));
            }
        }
        Ok(())
    });
}

/// How many KPIs have a cell for the actual of the new year.
fn has_room(edition: &Edition) -> usize {
    let has = |kpi: &&Kpi| kpi.entry(edition.year).is_some_and(|entry| entry.actual.is_some());
    edition.kpis().filter(has).count()
}

/// The table that is made of `before`.
fn next(before: &str) -> String {
    let folder = Folder::of(&[("plans/dx/plan.toml", "scale = 'a-d'\n"), ("plans/dx/2023.csv", before)]);
    rolled(&folder).unwrap_or_else(|problems| panic!("{problems:?}\n{before}"));
    fs::read_to_string(folder.0.join("plans/dx/2024.csv")).expect("the table")
}

#[test]
fn a_stacked_table_gets_a_column_or_keeps_that_of_the_targets() {
    assert_eq!(
        next("題,,,,\n柱,KPI,項目,R4,R5,到達点\nあ,①-1 k,目標,1,2,x\n,,実績,1,,\n,,評価,A,,\n※注,,,,,\n"),
        "題,,,,\n柱,KPI,項目,R4,R5,R6,到達点\nあ,①-1 k,目標,1,2,,x\n,,実績,1,,,\n,,評価,A,,,\n※注,,,,,,\n"
    );
    assert_eq!(
        next("柱,KPI,項目,2023年度,2024年度,2025年度\nあ,k,目標,1,2,3\n,,実績,1,—,—\n,,評価,A,—,—\n"),
        "柱,KPI,項目,2023年度,2024年度,2025年度\nあ,k,目標,1,2,3\n,,実績,1,,—\n,,評価,A,,—\n"
    );
}

#[test]
fn a_long_table_gets_rows() {
    assert_eq!(
        next(
            "柱,KPI,単位,年度,目標,実績,評価\nあ,k,人,令和4年度,1,1,A\n,,,令和5年度,2,2,B\n,m,,令和5年度,3,3,\n"
        ),
        "柱,KPI,単位,年度,目標,実績,評価\nあ,k,人,令和4年度,1,1,A\n,,,令和5年度,2,2,B\n,,,令和6年度,,,\n,m,,令和5年度,3,3,\n,,,令和6年度,,,\n"
    );
    assert_eq!(
        next("柱,KPI,年度,目標,実績\nあ,k,2023,1,1\nあ,k,2024,2,—\nあ,m,2023,3,3\n"),
        "柱,KPI,年度,目標,実績\nあ,k,2023,1,1\nあ,k,2024,2,\nあ,m,2023,3,3\nあ,m,2024,,\n"
    );
}

#[test]
fn a_table_across_gets_columns_like_those_of_the_last_year() {
    assert_eq!(
        next("柱,KPI,単位,R5目標,R5実績,R5達成率,R6目標,担当課\nあ,k,人,1,2,200%,3,x\n"),
        "柱,KPI,単位,R5目標,R5実績,R5達成率,R6目標,R6実績,R6達成率,担当課\nあ,k,人,1,2,200%,3,,,x\n"
    );
    assert_eq!(
        next("柱,KPI,令和4年度,,令和5年度,,最終目標\n,,目標,実績,目標,実績,\nあ,k,1,2,3,4,9\n"),
        "柱,KPI,令和4年度,,令和5年度,,令和6年度,,最終目標\n,,目標,実績,目標,実績,目標,実績,\nあ,k,1,2,3,4,,,9\n"
    );
    assert_eq!(
        next("柱,KPI,目標,,実績,\n,,R4,R5,R4,R5\nあ,k,1,2,3,4\n"),
        "柱,KPI,目標,,,実績,,\n,,R4,R5,R6,R4,R5,R6\nあ,k,1,2,,3,4,\n"
    );
    assert_eq!(
        next("柱,KPI,R5実績,R5目標,R4実績,R4目標\nあ,k,1,2,3,4\n"),
        "柱,KPI,R6実績,R6目標,R5実績,R5目標,R4実績,R4目標\nあ,k,,,1,2,3,4\n"
    );
}

#[test]
fn what_names_no_year_is_emptied_and_its_title_follows() {
    assert_eq!(
        next("令和5年度 進捗,,\n柱,KPI,基準値,目標,実績,評価\nあ,k,5,10,12,A\n"),
        "令和6年度 進捗,,\n柱,KPI,基準値,目標,実績,評価\nあ,k,5,,,\n"
    );
    assert_eq!(
        next(
            "令和5年度 進捗（令和5年4月1日改訂）,,\nR5.10.1現在,,\n柱,KPI,目標,実績,備考\nあ,k,10,12,2年に1回の調査\n"
        ),
        "令和6年度 進捗（令和5年4月1日改訂）,,\nR5.10.1現在,,\n柱,KPI,目標,実績,備考\nあ,k,,,2年に1回の調査\n"
    );
}

#[test]
fn what_names_no_year_beside_years_gets_that_of_its_table() {
    assert_eq!(
        next("柱,KPI,R4実績,R5実績,評価\nあ,k,1,2,A\n"),
        "柱,KPI,R4実績,R5実績,R6実績,R5評価,R6評価\nあ,k,1,2,,A,\n"
    );
    assert_eq!(
        next(
            "柱,KPI,単位,R5目標,R5実績,達成率,評価,理由,R6目標,備考\nあ,k,人,1,2,200%,A,よい,3,2年に1回の調査\n"
        ),
        "柱,KPI,単位,R5目標,R5実績,R5達成率,R5評価,R5理由,R6目標,R6実績,R6達成率,R6評価,R6理由,備考\n\
         あ,k,人,1,2,200%,A,よい,3,,,,,2年に1回の調査\n"
    );
    assert_eq!(
        next("柱,KPI,令和5年度,,評価\n,,目標,実績,\nあ,k,1,2,A\n"),
        "柱,KPI,令和5年度,,令和5年度評価,令和6年度,,令和6年度評価\n,,目標,実績,,目標,実績,\nあ,k,1,2,A,,,\n"
    );
    assert_eq!(
        next("Pillar,KPI,FY2023 Target,FY2023 Actual,Grade\na,k,1,2,A\n"),
        "Pillar,KPI,FY2023 Target,FY2023 Actual,FY2023 Grade,FY2024 Target,FY2024 Actual,FY2024 Grade\na,k,1,2,A,,,\n"
    );
}

#[test]
fn what_is_written_for_the_new_year_stays() {
    assert_eq!(
        next(
            "柱,KPI,項目,R4,R5,R6\nあ,k,目標,1,2,3\n,,実績,1,2,10（上半期）\n,,評価,A,A,—\n,,備考,ア,イ,制度改正を予定\n"
        ),
        "柱,KPI,項目,R4,R5,R6\nあ,k,目標,1,2,3\n,,実績,1,2,10（上半期）\n,,評価,A,A,\n,,備考,ア,イ,制度改正を予定\n"
    );
}

#[test]
fn the_newest_year_stays_first() {
    let before = "柱,KPI,年度,目標,実績\nあ,k,R5,2,2\n,,R4,1,1\n,m,R5,3,3\n,,R4,2,2\n";
    assert_eq!(
        next(before),
        "柱,KPI,年度,目標,実績\nあ,k,R6,,\n,,R5,2,2\n,,R4,1,1\n,m,R6,,\n,,R5,3,3\n,,R4,2,2\n"
    );
    assert_eq!(
        next("柱,KPI,年度,目標,実績\nあ,k,R6,3,\nあ,k,R5,2,2\nあ,m,R5,3,3\nあ,m,R4,2,2\n"),
        "柱,KPI,年度,目標,実績\nあ,k,R6,3,\nあ,k,R5,2,2\nあ,m,R6,,\nあ,m,R5,3,3\nあ,m,R4,2,2\n"
    );
}

#[test]
fn a_completed_kpi_goes_and_its_merged_cells_stay() {
    let before = "柱,取組,KPI,項目,2023年度,2024年度\n\
        あ,①x,①-1 k,目標,1,(2023年度末をもって目標完了)\n,,,実績,1,\n,,①-2 m,目標,2,3\n,,,実績,2,\n\
        い,②y,②-1 n,目標,1,(2023年度末をもって目標完了)\n,,,実績,1,\n,③z,③-1 o,目標,1,4\n,,,実績,1,\n";
    let folder = Folder::of(&[("plans/dx/plan.toml", "scale = 'a-d'\n"), ("plans/dx/2023.csv", before)]);
    let told = rolled(&folder).expect("a table");
    let ids = |kpis: &[nendo_ingest::KpiNamed]| kpis.iter().map(|kpi| kpi.id.clone()).collect::<Vec<_>>();
    assert_eq!(
        (ids(&told.left_out), ids(&told.kept)),
        (vec!["p1-1-1".to_owned(), "p2-2-1".to_owned()], vec![])
    );
    assert_eq!(told.left_out[0].name, "①-1 k");
    assert_eq!(
        fs::read_to_string(folder.0.join("plans/dx/2024.csv")).expect("the table"),
        "柱,取組,KPI,項目,2023年度,2024年度\nあ,①x,①-2 m,目標,2,3\n,,,実績,2,\nい,③z,③-1 o,目標,1,4\n,,,実績,1,\n"
    );
    let checked = folder.plan();
    assert_eq!(checked.problems, [], "nothing has vanished");
}

#[test]
fn a_completed_kpi_stays_where_others_are_known_by_their_place() {
    let before = "柱,KPI,項目,2023年度,2024年度\nあ,k,目標,1,目標完了\n,,実績,1,\n,m,目標,2,3\n,,実績,2,\n,n,目標,2,目標完了\n,,実績,1,\n";
    let folder = Folder::of(&[("plans/dx/plan.toml", "scale = 'a-d'\n"), ("plans/dx/2023.csv", before)]);
    let told = rolled(&folder).expect("a table");
    let names = |kpis: &[nendo_ingest::KpiNamed]| kpis.iter().map(|kpi| kpi.name.clone()).collect::<Vec<_>>();
    assert_eq!((names(&told.kept), names(&told.left_out)), (vec!["k".to_owned()], vec!["n".to_owned()]));
}

#[test]
fn what_has_no_target_yet_is_told() {
    let table = "柱,KPI,項目,2023年度,2024年度\nあ,①-1 k,目標,1,2\n,,実績,1,\n,①-2 m,目標,1,—\n,,実績,1,\n,①-3 n,目標,1,— (設定なし)\n,,実績,1,\n";
    let folder = Folder::of(&[("plans/dx/plan.toml", "scale = 'a-d'\n"), ("plans/dx/2023.csv", table)]);
    let told = rolled(&folder).expect("a table");
    assert_eq!(told.without_target.iter().map(|kpi| kpi.name.as_str()).collect::<Vec<_>>(), ["①-2 m"]);
}

#[test]
fn nothing_is_overwritten_and_no_year_before_is_made() {
    let table = "柱,KPI,項目,2023年度\nあ,k,目標,1\n,,実績,1\n";
    let folder = Folder::of(&[("plans/dx/plan.toml", "scale = 'a-d'\n"), ("plans/dx/2023.csv", table)]);
    let code = |wanted: Option<&str>| {
        nendo_ingest::rollover(&folder.0, &dx(), wanted).map_err(|problems| problems[0].case.code())
    };
    for wanted in ["2023", "R4", "翌年度", ""] {
        assert_eq!(code(Some(wanted)), Err("not-a-later-year"), "{wanted}");
    }
    assert_eq!(code(Some("令和7年度")).map(|told| told.file), Ok("plans/dx/2025.csv".to_owned()));
    assert_eq!(
        code(Some("R8")).map(|told| (told.before, told.file)),
        Ok(("plans/dx/2025.csv".to_owned(), "plans/dx/2026.csv".to_owned()))
    );
    let bad = Folder::of(&[
        ("plans/dx/plan.toml", "scale = 'a-d'\n"),
        ("plans/dx/2023.csv", "柱,KPI,項目,2023年度\nあ,k,目標,1\n,,評価,E\n"),
    ]);
    assert_eq!(rolled(&bad).map_err(|problems| problems[0].case.code()), Err("unknown-grade"));
    assert!(bad.plan().problems.iter().any(|problem| problem.case.severity() == Severity::Error));
}
