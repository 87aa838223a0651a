//! Every problem of a table, a plan or a settings file names its place.

mod folder;

use folder::{Folder, Told, ids, read, told};

fn problem(code: &'static str, value: &str, row: u32, column: u32, header: &str) -> Told {
    (code, value.to_owned(), "2023.csv".to_owned(), Some(row), Some(column), header.to_owned())
}

fn row(code: &'static str, value: &str, file: &str, row: u32) -> Told {
    (code, value.to_owned(), file.to_owned(), Some(row), None, String::new())
}

fn whole(code: &'static str, value: &str, file: &str) -> Told {
    (code, value.to_owned(), file.to_owned(), None, None, String::new())
}

#[test]
fn problems_of_a_table_are_told_from_its_top() {
    let csv = "計画の進捗\n\
               柱,取組,KPI,項目,R4,R5,到達点,R5年度\n\
               ,,,実績,1,2,,\n\
               あ,①い,①-1 率,目標,#REF!,84%,90%,83%\n\
               ,,,実績,80%,12?,,\n\
               ,,,評価,Z,A,,\n\
               ,,,見込,1,2,,\n\
               ,,,実績,81%,,,\n\
               ,,①-1 数,目標,1,2,,\n\
               資料 企画課,,,,,,,\n";
    let checked = read("scale = 'a-d'", csv);
    assert_eq!(
        told(&checked.problems),
        [
            problem("column-without-role", "到達点", 2, 6, "到達点"),
            problem("same-role", "F", 2, 7, "R5年度"),
            row("stray-row", "実績 1 2", "2023.csv", 3),
            problem("broken", "#REF!", 4, 4, "R4"),
            problem("unread", "12?", 5, 5, "R5"),
            problem("unknown-grade", "A B C D", 6, 4, "R4"),
            problem("unknown-item", "見込", 7, 3, "項目"),
            problem("same-value", "E5", 8, 4, "R4"),
            problem("duplicate-id", "C4", 9, 2, "KPI"),
            row("stray-row", "資料 企画課", "2023.csv", 10),
        ]
    );
    assert!(checked.value.is_some());
}

#[test]
fn a_table_that_is_none_is_an_error() {
    assert_eq!(told(&read("", "").problems), [whole("no-header", "", "2023.csv")]);
    assert_eq!(told(&read("", "a,b\n1,2\n").problems), [whole("no-header", "", "2023.csv")]);
    let unread = read("[slugs]\n'あ' = 'a'\n", "a,b\n1,2\n");
    assert_eq!(told(&unread.problems), [whole("no-header", "", "2023.csv")]);
    let flat = read("", "KPI,R5目標\n率,1\n");
    assert_eq!(told(&flat.problems), [row("bad-levels", "", "2023.csv", 1)]);
    assert!(flat.value.is_none());
}

#[test]
fn a_row_of_a_long_table_names_its_year() {
    let csv = "柱,KPI,年度,目標,実績\nあ,率,令和5年度,1,2\n,,来年,3,4\n,,R5,1,\n";
    assert_eq!(
        told(&read("", csv).problems),
        [problem("stray-row", "来年 3 4", 3, 2, "年度"), problem("same-value", "D2", 4, 3, "目標")]
    );
    let blank = "柱,KPI,年度,目標,実績\nあ,率,,,\n,,R5,1,2\nい,数,,3,4\n";
    assert_eq!(told(&read("", blank).problems), [problem("stray-row", "い 数 3 4", 4, 2, "年度")]);
    let items = "柱,KPI,項目,R5,評価\nあ,率,,,A\n,,実績,1,\n";
    assert_eq!(told(&read("scale = 'a-d'", items).problems), []);
}

#[test]
fn a_grade_that_stands_for_all_rows_of_a_kpi_may_be_repeated() {
    let csv = "柱,KPI,担当課,項目,R4,R5,評価\nあ,率,甲,目標,1,2,A\n,,甲,実績,1,2,A\n,数,乙,目標,1,2,A\n,,丙,実績,1,2,B\n";
    assert_eq!(
        told(&read("scale = 'a-d'", csv).problems),
        [problem("same-value", "C4", 5, 2, "担当課"), problem("same-value", "G4", 5, 6, "評価")]
    );
    let alone = "柱,KPI,担当課,項目,R5\nあ,率,甲,実績,1\n,,乙,,\n,,,目標,2\n";
    assert_eq!(told(&read("", alone).problems), [problem("same-value", "C2", 3, 2, "担当課")]);
}

#[test]
fn ids_are_checked() {
    let csv = "柱,KPI,kpi_id,項目,R5\nあ,率,index,実績,1\n,数,A_1,実績,2\n,値,p1,実績,3\nい,数,x,実績,4\nう,数,x,実績,5\n";
    assert_eq!(
        told(&read("", csv).problems),
        [
            problem("reserved-id", "index", 2, 2, "kpi_id"),
            problem("bad-slug", "A_1", 3, 2, "kpi_id"),
            problem("duplicate-id", "A2", 4, 1, "KPI"),
            problem("duplicate-id", "B5", 6, 1, "KPI"),
        ]
    );
    let same_slug = "[slugs]\n'あ' = 'a'\n'い' = 'a'\n";
    let csv = "柱,KPI,項目,R5\nあ,率,実績,1\nい,率,実績,1\n";
    assert_eq!(told(&read(same_slug, csv).problems), [problem("duplicate-id", "A2", 3, 0, "柱")]);
}

#[test]
fn values_beside_a_pillar_alone_are_of_no_kpi() {
    let csv = "柱,取組,KPI,項目,R5\nあ,い,率,実績,1\n合計,,,実績,2\n";
    assert_eq!(told(&read("", csv).problems), [row("stray-row", "合計 実績 2", "2023.csv", 3)]);
}

#[test]
fn editions_are_ordered_by_year_and_not_by_name() {
    let csv = "柱,KPI,項目,R4\nあ,率,実績,1\n";
    let folder = Folder::of(&[("plans/dx/2023.csv", csv), ("plans/dx/R4.csv", csv)]);
    let plan = folder.plan().value.expect("a plan");
    let files: Vec<&str> = plan.editions.iter().map(|edition| edition.file.as_str()).collect();
    assert_eq!(files, ["plans/dx/R4.csv", "plans/dx/2023.csv"]);
}

#[test]
fn unused_settings_are_told_in_their_order() {
    let toml = "levels = ['柱', '取組']\nscale = 'a-d'\naudit = { 'A' = 100, '甲' = 90 }\n[columns]\n'見込' = 'actual'\n[slugs]\n'え' = 'e'\n'あ' = 'a'\n'　あ' = 'b'\n[kpi.a-1]\nunit = '%'\n[kpi.a]\nunit = '%'\n";
    let csv = "柱,KPI,項目,R5\nあ,率,実績,1\n";
    assert_eq!(
        told(&read(toml, csv).problems),
        [
            row("unused-setting", "取組", "plan.toml", 1),
            row("unused-setting", "甲", "plan.toml", 3),
            row("unused-setting", "見込", "plan.toml", 5),
            row("unused-setting", "え", "plan.toml", 7),
            row("unused-setting", "　あ", "plan.toml", 9),
            row("unused-setting", "a-1", "plan.toml", 10),
        ]
    );
}

#[test]
fn bad_settings_stop_the_plan_but_not_the_reading() {
    let checked = read("title = 'x'\ntitel = 'y'\n", "柱,KPI,項目,R5\nあ,率,実績,12?\n,,所見,x\n");
    assert!(checked.value.is_none());
    let told = told(&checked.problems);
    assert_eq!((told[0].0, told[0].3), ("bad-settings", Some(2)));
    assert_eq!(told[1..], [problem("unread", "12?", 2, 3, "R5")]);
}

#[test]
fn editions_are_files_named_by_a_year() {
    let csv = "柱,KPI,項目,R4,R5\nあ,率,実績,1,2\n";
    let folder = Folder::of(&[
        ("plans/dx/2022.csv", "柱,KPI,項目,R4\nあ,率,実績,1\nい,数,実績,1\n"),
        ("plans/dx/2023.csv", csv),
        ("plans/dx/R5.csv", csv),
        ("plans/dx/2023_修正.csv", csv),
        ("plans/dx/~$2024.csv", "x"),
        ("plans/dx/.~lock.2023.csv#", "x"),
        ("plans/dx/.hidden.csv", "x"),
        ("plans/dx/メモ.txt", "x"),
        ("plans/dx/2023.xlsx", "x"),
        ("plans/dx/2024.xlsx", "x"),
        ("plans/dx/旧/2021.csv", csv),
        ("plans/dx/~WRL0001.tmp", "x"),
        ("plans/dx/2023.csv~", "x"),
        ("plans/dx/Thumbs.db", "x"),
    ]);
    let checked = folder.plan();
    let years: Vec<String> =
        checked.value.expect("a plan").editions.iter().map(|edition| edition.year.to_string()).collect();
    assert_eq!(years, ["2022", "2023"]);
    assert_eq!(
        told(&checked.problems),
        [
            whole("unused-file", "2023.xlsx", "2023.xlsx"),
            whole("not-a-year", "2023_修正.csv", "2023_修正.csv"),
            whole("unused-file", "2024.xlsx", "2024.xlsx"),
            whole("unused-file", "メモ.txt", "メモ.txt"),
            whole("unused-file", "旧", "旧"),
            whole("same-edition", "plans/dx/2023.csv", "R5.csv"),
            whole("vanished-kpi", "plans/dx/2022.csv", "2023.csv"),
        ]
    );
}

#[test]
fn plans_are_folders() {
    let folder = Folder::of(&[("plans/.git/x", ""), ("plans/readme.txt", "")]);
    let none = nendo_ingest::plans(&folder.0);
    assert_eq!((none.value.len(), told(&none.problems)), (0, vec![whole("no-plan", "", "plans")]));
    let absent = nendo_ingest::plans(&folder.0.join("nowhere"));
    assert_eq!(told(&absent.problems), [whole("no-plan", "", "plans")]);
    let unreadable = Folder::of(&[("plans", "x")]);
    assert_eq!(nendo_ingest::plans(&unreadable.0).problems[0].case.code(), "io");
    let unreadable = Folder::of(&[("plans/dx/plan.toml/x", "x")]);
    assert!(told(&unreadable.plan().problems).iter().any(|told| (told.0, &*told.2) == ("io", "plan.toml")));

    for (file, is_told) in [
        ("2023.csv", true),
        ("2023.xlsx", true),
        ("進捗.CSV", true),
        ("R5.txt", true),
        ("readme.md", false),
        (".hidden.csv", false),
        ("~$2023.xlsx", false),
    ] {
        let stray = Folder::of(&[(&format!("plans/{file}"), "x"), ("plans/dx/memo.txt", "x")]);
        let expected =
            if is_told { vec![whole("unused-file", file, &format!("plans/{file}"))] } else { vec![] };
        assert_eq!(told(&nendo_ingest::plans(&stray.0).problems), expected, "{file}");
    }

    for name in ["dx", "DX計画", "aux"] {
        folder.write(&format!("plans/{name}/memo.txt"), b"");
    }
    let plans = nendo_ingest::plans(&folder.0);
    assert_eq!(plans.value.len(), 3);
    assert_eq!(
        told(&plans.problems),
        [whole("bad-slug", "DX計画", "plans/DX計画"), whole("reserved-id", "aux", "plans/aux"),]
    );
    let empty = folder.plan();
    let expected = vec![whole("unused-file", "memo.txt", "memo.txt"), whole("no-plan", "", "plans/dx")];
    assert_eq!((empty.value, told(&empty.problems)), (None, expected));
}

#[test]
fn a_plan_without_results_is_told() {
    let checked = read("", "柱,KPI,項目,R5\nあ,率,目標,1\n,,実績,—\n");
    assert_eq!(told(&checked.problems), [whole("nothing-reported", "", "plans/dx")]);
    assert_eq!(ids(&checked.value.expect("a plan")), ["p1"]);
}

#[test]
fn a_table_without_a_kpi_is_an_error() {
    for csv in ["計画の進捗\n柱,KPI,項目,R5\n", "計画の進捗\n柱,KPI,項目,R5\nあ,,,\n"] {
        let cut = read("", csv);
        assert!(cut.value.is_none());
        assert_eq!(told(&cut.problems)[0], row("no-rows", "", "2023.csv", 2), "{csv}");
    }
    let whole = "柱,KPI,項目,R4\nあ,率,実績,1\n";
    // Whether a setting is used, the table that cannot be read may tell.
    let folder = Folder::of(&[
        ("plans/dx/2022.csv", whole),
        ("plans/dx/2023.csv", "柱,KPI,項目,R5\n未定の計画,,,\n"),
        ("plans/dx/plan.toml", "[slugs]\n'い' = 'i'\n"),
    ]);
    assert_eq!(
        told(&folder.plan().problems),
        [row("no-rows", "", "2023.csv", 1), row("stray-row", "未定の計画", "2023.csv", 2)]
    );
}

#[test]
fn a_kpi_of_which_no_row_is_used_is_none() {
    let csv = "柱,KPI,単位,項目,R5\nあ,率,%,目標,1\n,,,実績,2\n,費用,円,予算額,5\n,,,決算額,4\n,数,件,,9\n";
    let checked = read("", csv);
    assert_eq!(
        told(&checked.problems),
        [
            problem("unknown-item", "予算額", 4, 3, "項目"),
            problem("unknown-item", "決算額", 5, 3, "項目"),
            problem("no-item", "", 6, 3, "項目"),
        ]
    );
    assert_eq!(ids(&checked.value.expect("a plan")), ["p1"]);
    let undated = read("", "柱,KPI,年度,目標,実績\nあ,率,R5,1,2\n,参考,来年,3,4\n");
    assert_eq!(ids(&undated.value.expect("a plan")), ["p1"]);
}

#[test]
fn totals_are_no_kpis() {
    let stacked =
        "柱,取組,KPI,項目,R5\nあ,①い,率,実績,1\n,,小計,目標,3\n,,,実績,2\n合　計,,,実績,2\n,,,評価,A\n";
    let long = "柱,取組,KPI,年度,実績\nあ,①い,率,R5,1\n,総合計,,R5,2\n,,,R4,2\n";
    let across = "柱,KPI,R5目標,R5実績\nあ,率,1,2\n合計,,100人,90人\nTotal,―,100人,90人\n";
    for (csv, rows) in [(stacked, &[3, 4, 5, 6][..]), (long, &[3, 4]), (across, &[3, 4])] {
        let checked = read("", csv);
        assert_eq!(ids(checked.value.as_ref().expect("a plan")).len(), 1, "{csv}");
        let told = told(&checked.problems);
        let stray: Vec<(&str, Option<u32>)> = told.iter().map(|told| (told.0, told.3)).collect();
        assert_eq!(stray, rows.iter().map(|row| ("stray-row", Some(*row))).collect::<Vec<_>>(), "{csv}");
    }
    let named = read("", "柱,取組,KPI,項目,R5\n合計特殊出生率,①い,合計特殊出生率,実績,1\n計,①い,率,実績,1\n");
    assert_eq!((named.problems, ids(named.value.as_ref().expect("a plan")).len()), (vec![], 2));
}

#[test]
fn ids_by_position_that_join_other_names_are_told() {
    let before = "柱,取組,KPI,kpi_id,項目,R4\nあ,①い,K率,,実績,1\n,,数,,実績,2\n,②う,—,,実績,3\n,え,⑧-1 人,,実績,4\n,お,—,,実績,5\n";
    let next = "柱,取組,KPI,kpi_id,項目,R5\nあ,①い,Ｋ 率,,実績,1\n,,新しい数,,実績,6\n,,数,,実績,2\n,②う,度,,実績,3\n,え,⑧-1 名,,実績,4\n,か,—,,実績,5\n";
    let told_of = |toml: &str, next: &str| {
        let files =
            [("plans/dx/plan.toml", toml), ("plans/dx/2022.csv", before), ("plans/dx/2023.csv", next)];
        told(&Folder::of(&files).plan().problems)
    };
    let number = problem("changed-name", "数", 3, 2, "KPI");
    let level = problem("changed-name", "お", 7, 2, "KPI");
    assert_eq!(told_of("", next), [number.clone(), level.clone()]);
    // Who gives the id to the new name says that both are the same KPI.
    assert_eq!(told_of("[kpi.p1-4]\nlabel = 'か'\n", next), [number]);
    let same = next.replace("新しい数,,", "新しい数,p1-1-2,");
    assert_eq!(told_of("", &same), std::slice::from_ref(&level));
    let parted = "[kpi.p1-1-2]\nlabel = '数'\n[kpi.p1-1-9]\nlabel = '新しい数'\n";
    assert_eq!(told_of(parted, next), [level, problem("new-kpi", "plans/dx/2022.csv", 3, 2, "KPI")]);
}

#[test]
fn a_kpi_is_new_whose_id_and_name_the_edition_before_has_not() {
    let edition = |rows: &[&str]| {
        let rows = rows.iter().map(|row| format!("\n,,{row},実績,1"));
        format!("柱,取組,KPI,項目,R5{}\n", rows.collect::<String>().replacen("\n,,", "\nあ,①い,", 1))
    };
    let before = edition(&["①-1 率", "①-2 数"]);
    for (next, rows) in [
        (&["①-1 率", "①-2 数"][..], &[][..]),
        (&["①-1 率", "①-2 数", "①-3 人"], &[4]),
        // The same KPI under another number, or another name under the same number, is not new.
        (&["①-1 率", "①-3 数"], &[]),
        (&["①-1 率", "①-3 数", "①-2 人"], &[]),
        (&["①-1 割合", "①-2 数"], &[]),
        // A name that another KPI still has proves nothing.
        (&["①-1 率", "①-2 数", "①-3 数"], &[4]),
        (&["①-5 甲", "①-6 乙"], &[2, 3]),
    ] {
        let files = [("plans/dx/2022.csv", &*before), ("plans/dx/2023.csv", &edition(next))];
        let told = told(&Folder::of(&files).plan().problems);
        let new: Vec<u32> =
            told.iter().filter(|told| told.0 == "new-kpi").filter_map(|told| told.3).collect();
        assert_eq!(new, rows, "{next:?}");
    }
    let third = [("plans/dx/2021.csv", &*edition(&["①-2 数"])), ("plans/dx/2022.csv", &before)];
    let told = told(&Folder::of(&[&third[..], &[("plans/dx/2023.csv", &before)]].concat()).plan().problems);
    let new = problem("new-kpi", "plans/dx/2021.csv", 2, 2, "KPI");
    assert_eq!(told, [(new.0, new.1, "2022.csv".to_owned(), new.3, new.4, new.5)]);
}
