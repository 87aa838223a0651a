//! Tables that a person reads at once and a program easily misreads: what is not certain is told, and no number
//! is filed under another year, KPI or grade than it has.

mod folder;

use nendo_model::{Checked, Direction, Plan, Reading};

use folder::{ids, read, sound};

/// The codes of the problems, each once.
fn codes(toml: &str, csv: &str) -> Vec<&'static str> {
    let mut codes: Vec<_> = read(toml, csv).problems.iter().map(|problem| problem.case.code()).collect();
    codes.dedup();
    codes
}

/// Every target and actual that is a number: KPI, year, value.
fn values(plan: &Plan) -> Vec<(String, u16, String)> {
    let edition = plan.editions.last().expect("an edition");
    let cells = edition.kpis().flat_map(|kpi| {
        kpi.years.iter().flat_map(move |(year, entry)| {
            let cells =
                [&entry.target, &entry.actual].into_iter().flatten().filter(|cell| cell.quantity().is_some());
            cells.map(move |cell| (kpi.id.clone(), year.number(), cell.written.to_string()))
        })
    });
    cells.collect()
}

#[test]
fn values_are_of_no_year_while_a_row_beside_them_names_another() {
    for (csv, values, years) in [
        (
            "分野,指標,目標値,実績値,担当\n,,R6,R3,課\n栄養,朝食欠食率,20%,27.9%,健康課\n",
            "目標値, 実績値",
            "R6, R3",
        ),
        (",,令和4年度,,\n柱,KPI,目標,実績,R4達成率\n防災,組織率,80%,75%,94%\n", "目標, 実績", "令和4年度"),
        ("柱,KPI,目標,実績,R4達成率\n防災,組織率,80%,75%,94%\n", "目標, 実績", "R4達成率"),
        (",,R4（評価年度）,\n柱,KPI,目標,実績\n防災,組織率,80%,75%\n", "目標, 実績", "R4（評価年度）"),
    ] {
        let Checked { value, problems } = read("", csv);
        let fields = [("value", values), ("years", years), ("edition", "2023")];
        assert_eq!(
            (problems[0].case.code(), problems[0].case.fields()),
            ("undated-values", fields.to_vec()),
            "{csv}"
        );
        assert!(value.is_none() && problems.len() == 1, "{csv}");
    }
    // The file's own year, and the date of a report, take nothing away.
    for csv in [
        "進捗一覧,,,令和5年度\n柱,KPI,目標,実績\n防災,組織率,80%,75%\n",
        ",,,令和6年5月現在\n柱,KPI,目標,実績\n防災,組織率,80%,75%\n",
        ",,,R6.5.1現在\n柱,KPI,目標,実績\n防災,組織率,80%,75%\n",
        ",R4計画,,\n柱,KPI,目標,実績,備考\n防災,組織率,80%,75%,R4は中止\n",
    ] {
        assert_eq!(values(&sound("", csv)).len(), 2, "{csv}");
    }
    // A row that names a KPI is none of the header's.
    let lost = "柱,KPI,目標,実績,備考\n,訓練,80%,75%,R4は中止\n防災,組織率,80%,75%,\n";
    assert_eq!(codes("", lost), ["stray-row"]);
}

#[test]
fn a_word_for_the_kpi_is_no_kpi_beside_a_better_one() {
    let beside = "柱,KPI,活動指標,R5,\n,目標指標,,目標,実績\nあ,k,x,1,2\n";
    assert_eq!(values(&read("", beside).value.expect("a plan")).len(), 2);
    // Nor is a KPI's own name a value, where plan.toml gives the word another meaning.
    let named = "柱,KPI,R5目標,R5実績\nあ,成果指標,1,2\nい,b,3,4\n";
    let read = read("[columns]\n\"成果指標\" = \"target\"\n", named);
    assert_eq!(values(&read.value.expect("a plan")).len(), 4);
}

#[test]
fn years_stand_under_baselines_and_rates_too() {
    let csv = "分野,指標,基準値,目標値,実績値,達成率\n,,H30,R6,R3,R3\n栄養,朝食欠食率,25%,20%,27.9%,72%\n";
    let plan = sound("", csv);
    let own = |year, written: &str| ("p1".to_owned(), year, written.to_owned());
    assert_eq!(values(&plan), [own(2021, "27.9%"), own(2024, "20%")]);
    assert!(plan.editions[0].kpis().all(|kpi| kpi.baseline.is_some()));
}

#[test]
fn another_table_below_is_not_read_under_the_first_header() {
    for second in ["柱,KPI,R4目標,R4実績", "柱,指標,R4実績,R5目標", "柱,ＫＰＩ,目標,実績"]
    {
        let csv = format!("柱,KPI,R5目標,R5実績\n防災,組織率,82%,81%\n{second}\n環境,ごみ量,900g,910g\n");
        assert_eq!(codes("", &csv), ["second-header"], "{csv}");
    }
    let again = "柱,KPI,R5目標,R5実績\n防災,組織率,82%,81%\n柱,ＫＰＩ,R5目標,R5実績\n環境,ごみ量,900g,910g\n";
    assert_eq!(ids(&sound("", again)).len(), 2);
}

#[test]
fn rows_that_an_unknown_column_tells_apart_are_not_one_kpi() {
    let csv = "分野,指標,対象,R4実績,R5実績\n栄養,朝食欠食率,男性,28.4%,\n,,女性,,25.0%\n";
    assert_eq!(codes("", csv), ["column-without-role", "stray-row"]);
    assert_eq!(values(&read("", csv).value.expect("a plan")), [("p1".to_owned(), 2022, "28.4%".to_owned())]);
}

#[test]
fn a_ditto_is_what_stands_above() {
    let csv = "柱,KPI,単位,R5実績\n防災,組織,団体,12\n〃,訓練,〃,13\n同上,倉庫,箇所,4\n";
    let plan = sound("", csv);
    assert_eq!(ids(&plan), ["p1-1", "p1-2", "p1-3"]);
    let units: Vec<String> = plan.editions[0]
        .kpis()
        .filter_map(|kpi| Some(kpi.years.values().next()?.actual.as_ref()?.quantity()?.unit.clone()))
        .collect();
    assert_eq!(units, ["団体", "団体", "箇所"]);
}

#[test]
fn a_value_that_says_it_is_of_another_year_is_not_of_this_one() {
    let csv = "柱,KPI,R5実績\nあ,率,65.2%（R2年度調査）\nあ,数,8回（R4）\nあ,量,5件（R5）\nあ,人,3人（R2年度から実施）\n";
    assert_eq!(codes("", csv), ["unread"]);
    let kept: Vec<String> =
        values(&read("", csv).value.expect("a plan")).into_iter().map(|(_, _, written)| written).collect();
    assert_eq!(kept, ["5件（R5）", "3人（R2年度から実施）"]);
}

#[test]
fn a_yearly_value_of_a_cumulative_kpi_is_in_doubt() {
    let csv = "柱,KPI,集計方法,R5目標,R5実績\nあ,数,累計,20件(単年度),25件\n";
    let plan = read("", csv).value.expect("a plan");
    let entry = plan.editions[0].kpis().next().and_then(|kpi| kpi.years.values().next()).expect("a year");
    assert_eq!(*entry.target.as_ref().expect("a target").reading, Reading::Unread);
    assert!(
        entry.actual.as_ref().and_then(|cell| cell.quantity()).is_some_and(|quantity| quantity.cumulative)
    );
    // A word that nobody knows leaves the column unused, and is told.
    let other = "柱,KPI,集計方法,R5実績\nあ,数,累計,20件\nあ,人,縮小,5人\n";
    assert_eq!(codes("", other), ["column-without-role"]);
}

#[test]
fn what_became_of_a_value_is_not_which_way_is_better() {
    let csv = "柱,KPI,方向性,R5目標,R5実績\nあ,数,低下,20件,25件\n";
    let plan = read("", csv).value.expect("a plan");
    assert!(plan.editions[0].kpis().all(|kpi| kpi.direction == Direction::Assumed));
    let said = sound("", &csv.replace("方向性", "望ましい方向"));
    assert!(said.editions[0].kpis().all(|kpi| kpi.direction == Direction::Lower));
    let unknown = csv.replace("方向性", "望ましい方向").replace("低下", "拡充");
    assert_eq!(codes("", &unknown), ["column-without-role"]);
}

#[test]
fn grades_beside_one_long_remark_are_grades_all_the_same() {
    let csv = "柱,KPI,R5目標,R5実績,進捗状況\nあ,数,1件,1件,A\nあ,量,1件,1件,B\nあ,率,1%,1%,C\n\
               あ,人,1人,1人,D（国の制度が年度の途中で変わり、評価することができないため）\n";
    let plan = read("scale = 'a-d'", csv).value.expect("a plan");
    let graded = plan.editions[0].kpis().flat_map(|kpi| kpi.years.values());
    assert_eq!(graded.filter(|entry| entry.evaluation.is_some()).count(), 4);
}

#[test]
fn a_row_of_the_body_is_no_header() {
    let csv = "柱,取組,項目,R4,R5,備考\nあ,い,数値目標,5件,6件,R6目標\n,,実績,4件,5件,\n";
    let told = read("", csv);
    assert_eq!(told.problems.iter().map(|problem| problem.case.code()).collect::<Vec<_>>(), ["no-header"]);
    assert_eq!(told.problems[0].origin.row, Some(1));
    let many = format!("柱,取組,項目,R4,R5\n{}", "あ,い,数値目標,5件,6件\n".repeat(20_000));
    assert_eq!(codes("", &many), ["no-header"]);
}

#[test]
fn the_words_on_track_are_one_grade() {
    let csv = "Pillar,KPI,FY2023 Target,FY2023 Actual,Evaluation\nA,Visitors,1,1,On track\nA,Guides,1,1,Off track\n";
    let checked = read("", csv);
    let plan = checked.value.expect("a plan");
    let codes: Vec<&str> = plan.scale.grades().map(|(_, grade)| grade.code.as_str()).collect();
    assert_eq!(codes, ["On track", "Off track"]);
}

#[test]
fn a_result_comes_before_a_forecast_of_it() {
    let csv = "柱,KPI,R5目標,R5実績見込,R5実績\nあ,数,5件,4件,3件\n";
    assert_eq!(codes("", csv), ["column-without-role"]);
    let values = values(&read("", csv).value.expect("a plan"));
    assert_eq!(values.last().map(|value| value.2.as_str()), Some("3件"));
}

#[test]
fn brackets_without_end_beside_a_grade_end_nothing() {
    let long = format!("A{}", "(x)".repeat(400_000));
    let csv = format!("柱,KPI,R5実績,評価\nあ,数,1件,{long}\n");
    assert!(!codes("scale = 'a-d'", &csv).is_empty());
}

#[test]
fn a_note_that_may_be_a_level_is_told() {
    let csv = "柱,KPI,R5実績\n①安心,数,1件\n※②くらし（重点）,,\n,量,2件\n※出典は県の統計,,\n③まち,人,3人\n※出典は市の統計,,\n";
    assert_eq!(codes("", csv), ["stray-row"]);
    assert_eq!(read("", csv).problems[0].origin.row, Some(3));
}

#[test]
fn a_unit_above_is_told_whichever_rows_the_header_has() {
    for header in ["柱,KPI,R5実績", ",,R5\n柱,KPI,実績", "柱,KPI,R5\n,,実績"] {
        let csv = format!("防災計画,,\n進捗一覧,,\n（単　位：千円）,,\n{header}\n防災,費用,5\n");
        assert_eq!(codes("", &csv), ["unit-above"], "{csv}");
        assert_eq!(values(&read("", &csv).value.expect("a plan")).len(), 1, "{csv}");
    }
}

#[test]
fn a_title_of_another_year_is_told_where_values_take_the_files() {
    let table = "柱,KPI,目標,実績\n防災,組織率,80%,75%\n";
    assert_eq!(codes("", &format!("防災計画 令和4年度実績,,,\n{table}")), ["title-year"]);
    for title in ["防災計画 令和5年度実績", "防災計画（令和3年度～令和7年度）", "防災計画 令和6年5月"]
    {
        assert_eq!(codes("", &format!("{title},,,\n{table}")), [""; 0], "{title}");
    }
    for dated in [
        "防災計画 令和4年度,,,\n柱,KPI,R5目標,R5実績\n防災,組織率,80%,75%\n",
        "防災計画 令和4年度,,,,\n柱,KPI,年度,目標,実績\n防災,組織率,R5,80%,75%\n",
    ] {
        assert_eq!(codes("", dated), [""; 0]);
    }
}
