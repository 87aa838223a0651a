//! Tables with the marks of a printed report: warnings above, notes below, headers that come again.

mod folder;

use folder::{ids, kpis, read, sound, told};

const BODY: &str = "安全,交通事故の件数,60件,58件\n,防犯カメラの数,12台,13台\n";

#[test]
fn text_above_the_header_is_passed_over() {
    let header = "施策,KPI,R5目標,R5実績\n";
    let plain = ids(&sound("", &format!("{header}{BODY}"))).len();
    for above in [
        "※この表の数値は速報値であり、確定値とは異なる場合があります。転載するときは必ず企画課に連絡し、最新の値を確かめてください。,,,\n",
        "取扱注意,,,令和6年6月1日現在\n",
        "この表は,毎年度,更新して,います\n\n,,,\n",
        "\"第2期総合戦略\n進捗管理表\",,,\n,,,令和6年6月作成\n",
    ] {
        assert_eq!(ids(&sound("", &format!("{above}{header}{BODY}"))).len(), plain, "{above}");
    }
}

#[test]
fn a_table_may_begin_at_any_column_and_have_rows_of_any_length() {
    let csv = "進捗一覧,,,,,令和5年度\n,,施策,KPI,R5目標,R5実績\n,,安全,事故の件数,60件,58件\n,,,カメラの数,12台\n,,,灯の数,12基,13基,,,\n";
    assert_eq!(ids(&sound("", csv)), ["p1-1", "p1-2", "p1-3"]);
}

#[test]
fn a_header_that_comes_again_is_no_row() {
    let csv =
        format!("施策,KPI,Ｒ５ 目標,R5実績\n{BODY}\n施　策, ＫＰＩ,R5目標,R5 実績\n,踏切の数,3箇所,3箇所\n");
    assert_eq!(ids(&sound("", &csv)).len(), 3);
    let two = format!("施策,KPI,R5,\n,,目標,実績\n{BODY},,R5\n,,目標,実績\n,踏切の数,3箇所,3箇所\n");
    assert_eq!(ids(&sound("", &two)).len(), 3);
    let years = "施策,KPI,項目,R4,R5\n安全,事故,実績,60件,58件\n,,,R4,R5\n,灯の数,実績,1基,2基\n";
    assert_eq!(ids(&sound("", years)).len(), 2);
}

#[test]
fn a_note_about_the_table_is_no_row() {
    let notes = [
        "※ 令和5年度は速報値",
        "注1）年度末の値",
        "（注）年度末の値",
        "出典：警察署",
        "＊暫定値",
        "(※1)暫定値",
    ];
    for note in notes {
        let csv = format!("施策,KPI,R5目標,R5実績\n{BODY},{note},,\n,踏切の数,3箇所,3箇所\n{note},,,\n");
        assert_eq!(ids(&sound("", &csv)), ["p1-1", "p1-2", "p1-3"], "{note}");
    }
    let beside = sound("", "施策,KPI,R5実績,備考\n安全,事故の件数,58件,\n,,,※速報値\n");
    let kpi = kpis(&beside)[0];
    let note = kpi.years.values().next().and_then(|entry| entry.note.as_ref()).expect("a note");
    assert_eq!(&*note.written, "※速報値");
    // Such a name with values beside it is a KPI, and other texts may be rows that lost theirs.
    let named = sound("", "施策,KPI,R5目標,R5実績\n安全,※事故の件数,60件,58件\n注文,注文の数,1件,1件\n");
    assert_eq!(ids(&named).len(), 2);
    let lost = read("", &format!("施策,KPI,R5目標,R5実績\n{BODY}注目する事業,,,\n"));
    assert_eq!(told(&lost.problems).iter().map(|told| told.0).collect::<Vec<_>>(), ["stray-row"]);
}

#[test]
fn the_line_that_names_the_delimiter_is_no_row() {
    let csv = "sep=;\n施策;KPI;R5目標;R5実績\n安全;事故の件数;1,200件;#REF!\n";
    let told = told(&read("", csv).problems);
    assert_eq!((told.len(), told[0].0, told[0].3, told[0].4), (1, "broken", Some(2), Some(3)));
}

#[test]
fn a_column_without_a_header_left_of_the_kpi_is_told() {
    for csv in [
        "施策,,KPI,R5実績\n1,安全,事故,58件\n",
        ",施策,KPI,R5実績\n1,安全,事故,58件\n",
        "進捗一覧,,,令和5年度\n,施策,KPI,実績\n1,安全,事故,58件\n",
    ] {
        let checked = read("", csv);
        let codes: Vec<&str> = checked.problems.iter().map(|problem| problem.case.code()).collect();
        assert_eq!((codes, checked.value.expect("a plan").levels.len()), (vec!["column-without-role"], 1));
    }
}

#[test]
fn a_first_row_that_fills_only_its_year_is_no_second_row_of_the_header() {
    let csv = "柱,KPI,年度,目標,実績\n,,令和5年度,,\nあ,率,令和4年度,1,2\n,,令和5年度,3,4\n";
    let checked = read("", csv);
    assert_eq!(told(&checked.problems).iter().map(|told| told.0).collect::<Vec<_>>(), ["stray-row"]);
    let plan = checked.value.expect("a plan");
    let kpi = kpis(&plan)[0];
    let targets = kpi.years.iter().map(|(year, entry)| {
        let target = entry.target.as_ref().expect("a target");
        (year.number(), target.written.to_string())
    });
    assert_eq!(targets.collect::<Vec<_>>(), [(2022, "1".to_owned()), (2023, "3".to_owned())]);
}

#[test]
fn a_year_beside_a_kpi_does_not_end_it() {
    let plan = sound("", "柱,年度,KPI,実績\nあ,2022年度,率,100件\n,2023年度,,200件\n");
    let kpis = kpis(&plan);
    assert_eq!((kpis.len(), kpis[0].years.len()), (1, 2));
}

#[test]
fn a_grade_under_the_only_year_of_the_header_is_of_that_year() {
    let plan = sound("scale = 'a-d'", "柱,KPI,R1,,\n,,目標,実績,評価\nあ,率,1,2,A\n");
    let kpi = kpis(&plan)[0];
    let graded = kpi.years.iter().filter(|(_, entry)| entry.evaluation.is_some());
    assert_eq!(graded.map(|(year, _)| year.number()).collect::<Vec<_>>(), [2019]);
}
