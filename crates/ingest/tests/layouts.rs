//! The three layouts of a progress table give the same plan, and merged cells take what stands
//! above them.

mod folder;

use std::collections::BTreeMap;

use folder::{Folder, ids, kpis, read, sound, told};
use nendo_model::{
    Branch, Cell, Direction, FiscalYear, Kpi, Origin, Place, Plan, Reading, Wording, YearEntry,
};

const SCALE: &str = "scale = 'a-d'\n[slugs]\n'市民サービス' = 'service'\n'生産性' = 'productivity'\n";

const STACKED: &str = "\
柱,取組項目,KPI,項目,2022年度,2023年度,2024年度
市民サービス,①オンライン化,①-1 オンライン化率,目標,84%,85%,86%
,,,実績,56%,79%,—
,,,評価,B,C,—
,,①-2 利用率,目標,10%,17%,18%
,,,実績,9%,17%,
,,,評価,B,B,
,②窓口,—,目標,導入,拡充,短縮
,,,実績,導入した,拡充した,
,,,評価,B,B,
生産性,①研修,受講者,目標,25人,50人,75人
,,,実績,25人,53人,
,,,評価,B,A,
";

const LONG: &str = "\
柱,取組項目,KPI,年度,目標,実績,評価
市民サービス,①オンライン化,①-1 オンライン化率,令和4年度,84%,56%,B
,,,令和5年度,85%,79%,C
,,,令和6年度,86%,—,—
,,①-2 利用率,R4,10%,9%,B
,,,R5,17%,17%,B
,,,R6,18%,,
,②窓口,—,2022,導入,導入した,B
,,,2023,拡充,拡充した,B
,,,2024,短縮,,
生産性,①研修,受講者,2022,25人,25人,B
,,,2023,50人,53人,A
,,,2024,75人,,
";

const ACROSS: &str = "\
柱,取組項目,KPI,R4目標,R4実績,R4評価,R5目標,R5実績,R5評価,R6目標,R6実績,R6評価
市民サービス,①オンライン化,①-1 オンライン化率,84%,56%,B,85%,79%,C,86%,—,—
,,①-2 利用率,10%,9%,B,17%,17%,B,18%,,
,②窓口,—,導入,導入した,B,拡充,拡充した,B,短縮,,
生産性,①研修,受講者,25人,25人,B,50人,53人,A,75人,,
";

const TWO_ROWS: &str = "\
進捗状況一覧
柱,取組項目,KPI,令和4年度,,,令和5年度,,,令和6年度,,
,,,目標,実績,評価,目標,実績,評価,目標,実績,評価
市民サービス,①オンライン化,①-1 オンライン化率,84%,56%,B,85%,79%,C,86%,—,—
,,①-2 利用率,10%,9%,B,17%,17%,B,18%,,
,②窓口,—,導入,導入した,B,拡充,拡充した,B,短縮,,
生産性,①研修,受講者,25人,25人,B,50人,53人,A,75人,,
";

/// The plan without any place in a file.
fn placeless(mut plan: Plan) -> Plan {
    fn cell(cell: &mut Option<Cell>) {
        if let Some(cell) = cell {
            cell.place = Place::default();
        }
    }
    fn kpi(kpi: &mut Kpi) {
        kpi.place = Place::default();
        cell(&mut kpi.baseline);
        cell(&mut kpi.final_target);
        for entry in kpi.years.values_mut() {
            let YearEntry { target, actual, evaluation: _, reason, note } = &mut **entry;
            [target, actual, reason, note].into_iter().for_each(cell);
        }
    }
    fn level(branch: &mut Branch) {
        branch.place = Place::default();
        branch.kpis.iter_mut().for_each(kpi);
        branch.branches.iter_mut().for_each(level);
    }
    for edition in &mut plan.editions {
        edition.headers.clear();
        edition.branches.iter_mut().for_each(level);
    }
    plan
}

fn year(number: u16) -> FiscalYear {
    FiscalYear::new(number).expect("a year")
}

#[test]
fn every_layout_gives_the_same_plan() {
    let stacked = sound(SCALE, STACKED);
    assert_eq!(ids(&stacked), ["service-1-1", "service-1-2", "service-2", "productivity-1"]);
    for other in [LONG, ACROSS, TWO_ROWS] {
        assert_eq!(placeless(sound(SCALE, other)), placeless(stacked.clone()), "{other}");
    }
}

#[test]
fn every_cell_knows_its_place() {
    let plan = sound(SCALE, STACKED);
    let actual = kpis(&plan)[0].years[&year(2023)].actual.clone().expect("an actual");
    assert_eq!(&*actual.written, "79%");
    let expected = Origin {
        file: "plans/dx/2023.csv".to_owned(),
        row: Some(3),
        column: Some(5),
        header: "2023年度".to_owned(),
    };
    assert_eq!(plan.editions[0].origin(actual.place), expected);
    let two_rows = sound(SCALE, TWO_ROWS);
    let actual = kpis(&two_rows)[0].years[&year(2023)].actual.clone().expect("an actual");
    let origin = two_rows.editions[0].origin(actual.place);
    assert_eq!((origin.row, origin.column, &*origin.header), (Some(4), Some(7), "令和5年度 実績"));
}

#[test]
fn a_blank_cell_is_there_and_an_absent_one_is_not() {
    let plan = sound(SCALE, STACKED);
    let entry = &kpis(&plan)[1].years[&year(2024)];
    let actual = entry.actual.as_ref().expect("a cell");
    assert_eq!((&*actual.written, &*actual.reading), ("", &Reading::NotSet { reason: None }));
    assert!(entry.reason.is_none() && entry.note.is_none() && entry.evaluation.is_none());
}

#[test]
fn repeated_names_are_one_kpi_in_any_order_of_rows() {
    let full = "柱,KPI,年度,目標,実績,評価\nあ,率,2022,1,1,A\nあ,数,2022,2,2,A\nあ,率,2023,3,3,A\nあ,数,2023,4,4,A\n";
    let merged = "柱,KPI,年度,目標,実績,評価\nあ,率,2022,1,1,A\n,,2023,3,3,A\n,数,2022,2,2,A\n,,2023,4,4,A\n";
    let year_first =
        "年度,柱,KPI,目標,実績,評価\n2022,あ,率,1,1,A\n,,数,2,2,A\n2023,あ,率,3,3,A\n,,数,4,4,A\n";
    let plan = placeless(sound("scale = 'a-d'", full));
    assert_eq!(ids(&plan), ["p1-1", "p1-2"]);
    assert_eq!(placeless(sound("scale = 'a-d'", merged)), plan);
    assert_eq!(placeless(sound("scale = 'a-d'", year_first)), plan);
}

#[test]
fn a_filled_level_ends_what_is_right_of_it() {
    let csv = "柱,取組,細目,KPI,項目,R5\n\
               あ,①い,(1)う,率,実績,1\n\
               ,,(2)え,,実績,2\n\
               ,②お,,率,実績,3\n\
               か,,,率,実績,4\n";
    let plan = sound("", csv);
    assert_eq!(ids(&plan), ["p1-1-1", "p1-1-2", "p1-2", "p2"]);
    let paths: Vec<usize> = plan.editions[0].paths().iter().map(Vec::len).collect();
    assert_eq!(paths, [1, 2, 3, 3, 2, 1]);
    assert_eq!(kpis(&plan)[1].label, None);
    let names = ["柱", "取組", "細目"].map(|name| Wording::Source(name.to_owned()));
    assert_eq!(plan.levels, names);
}

#[test]
fn a_level_that_is_named_again_is_the_same_parent() {
    let csv = "年度,柱,取組,KPI,実績\n2022,あ,①い,率,1\n2022,あ,,数,2\n2022,う,①え,,3\n2023,あ,①い,率,4\n2024,,①い,率,5\n";
    let plan = sound("", csv);
    assert_eq!(ids(&plan), ["p1-1-1", "p1-1-2", "p2-1"]);
    assert_eq!(kpis(&plan)[0].years.len(), 3);
}

#[test]
fn a_kpi_beside_deeper_levels_is_not_alone() {
    let plan = sound("", "柱,取組,KPI,項目,R5\nあ,,率,実績,1\n,③い,数,実績,2\n,④う,値,実績,3\n");
    assert_eq!(plan.editions[0].branches[0].kpis[0].id, "p1-1");
}

#[test]
fn a_kpi_of_a_pillar_and_an_initiative_with_its_number_have_ids_of_their_own() {
    let csv = "柱,取組,KPI,項目,R5\nあ,,率,実績,1\n,,数,実績,2\n,①い,人,実績,3\n,,名,実績,4\n";
    assert_eq!(ids(&sound("", csv)), ["p1-k1", "p1-2", "p1-1-1", "p1-1-2"]);
    assert_eq!(ids(&sound("[kpi.p1-9]\nlabel = '率'\n", csv))[..2], ["p1-9", "p1-2"]);
}

#[test]
fn heading_rows_name_levels_and_footnotes_are_reported() {
    let csv = "柱,取組,KPI,項目,R5\n\
               あ,,,,\n\
               ,①い,,,\n\
               ,,率,実績,1\n\
               柱,取組,KPI,項目,R5\n\
               う,①え,率,実績,2\n\
               累計は年度末の値である,,,,\n";
    let checked = read("", csv);
    assert_eq!(ids(checked.value.as_ref().expect("a plan")), ["p1-1", "p2-1"]);
    let file = "2023.csv".to_owned();
    assert_eq!(
        told(&checked.problems),
        [("stray-row", "累計は年度末の値である".to_owned(), file, Some(7), None, String::new())]
    );
}

#[test]
fn columns_beside_the_values_are_of_the_kpi() {
    let toml = "scale = 'a-d'\n";
    let csv = "No.,柱,KPI,単位,担当課,基準値,R4実績,R5目標,R5実績,評価,備考,最終目標\n\
               1,あ,待ち時間,分,市民課,30,25,20,18,A,・改修,10\n\
               2,,人数,人,,10,20,30,40,B,120人,\n";
    let plan = sound(toml, csv);
    let kpis = kpis(&plan);
    assert_eq!(kpis[0].direction, Direction::Lower);
    assert_eq!(kpis[1].direction, Direction::Assumed);
    assert_eq!((kpis[0].section.as_deref(), &kpis[1].section), (Some("市民課"), &Some("市民課".to_owned())));
    let level = |cell: &Option<Cell>| {
        let cell = cell.as_ref().expect("a cell");
        let quantity = cell.quantity().expect("a quantity");
        (cell.written.to_string(), quantity.value.to_string(), quantity.unit.clone())
    };
    let minutes = |value: &str| (value.to_owned(), value.to_owned(), "分".to_owned());
    assert_eq!(level(&kpis[0].baseline), minutes("30"));
    assert_eq!(level(&kpis[0].final_target), minutes("10"));
    let entry = &kpis[0].years[&year(2023)];
    assert_eq!(level(&entry.actual), minutes("18"));
    assert!(entry.evaluation.is_some());
    let note = &kpis[1].years[&year(2023)].note.as_ref().expect("a note");
    assert_eq!((&*note.written, &*note.reading), ("120人", &Reading::Text));
    assert!(kpis[0].years[&year(2022)].note.is_none());
}

#[test]
fn settings_of_a_kpi_come_before_what_the_table_says() {
    let toml = "[kpi.p1-1]\ndirection = 'higher'\nunit = '件'\nchart = 'none'\n";
    let csv = "柱,KPI,項目,R5\nあ,1. 待ち時間,目標,5以下\n,,実績,4\n,2. 遅延,目標,3以下\n,,実績,2\n";
    let plan = sound(toml, csv);
    let kpis = kpis(&plan);
    assert_eq!((kpis[0].direction, kpis[1].direction), (Direction::Higher, Direction::Lower));
    assert_eq!(kpis[0].chart, nendo_model::Chart::None);
    let unit = |kpi: &Kpi| {
        let entry = &kpi.years[&year(2023)];
        entry.actual.as_ref().and_then(Cell::quantity).expect("a quantity").unit.clone()
    };
    assert_eq!((unit(kpis[0]), unit(kpis[1])), ("件".to_owned(), String::new()));
}

#[test]
fn a_csv_alone_is_a_plan() {
    let folder = Folder::of(&[("plans/dx/2023.csv", "柱,KPI,目標,実績,評価\nあ,率,1%,2%,B\nい,数,1,2,A\n")]);
    let plans = nendo_ingest::plans(&folder.0);
    assert_eq!(plans.problems, []);
    let checked = nendo_ingest::plan(&folder.0, &plans.value[0], None);
    assert_eq!(told(&checked.problems)[0].0, "no-scale");
    assert_eq!(checked.problems.len(), 1);
    let plan = checked.value.expect("a plan");
    assert_eq!(plan.title, Wording::Source("dx".to_owned()));
    assert_eq!(plan.fiscal_year_start, 4);
    assert_eq!(ids(&plan), ["p1", "p2"]);
    let codes: Vec<&str> = plan.scale.grades().map(|(_, grade)| grade.code.as_str()).collect();
    assert_eq!(codes, ["A", "B"]);
    assert_eq!(plan.reported()[0].0, year(2023));
}

#[test]
fn an_id_can_be_pinned() {
    let csv = "柱,KPI,kpi_id,項目,R5\nあ,率,,実績,1\n,数,p1-9,実績,2\n,新しい数,,実績,3\n";
    let toml = "[kpi.p1-7]\nlabel = '新しい　数'\n";
    assert_eq!(ids(&sound(toml, csv)), ["p1-1", "p1-9", "p1-7"]);
}

#[test]
fn numbers_give_ids_only_where_all_siblings_have_one() {
    let csv = "柱,取組,KPI,項目,R5\n\
               1. あ,③い,③-2 率,実績,1\n\
               ,うえ,⑧数,実績,2\n\
               2. お,⑤か,⑤数,実績,3\n\
               ,,⑤-2 率,実績,3\n\
               ,⑥き,⑥数,実績,3\n\
               ,⑦く,⑦-4 数,実績,3\n";
    let plan = sound("", csv);
    assert_eq!(ids(&plan), ["p1-1-2", "p1-2-8", "p2-5-5", "p2-5-2", "p2-6", "p2-7-4"]);
}

#[test]
fn the_items_and_columns_that_plan_toml_names_are_read() {
    let toml = "[columns]\n'成果目標' = 'target'\n'所見' = 'note'\n'旧番号' = 'ignored'\n'達成率' = 'ignored'\n'分野' = 'level'\n";
    let csv =
        "柱,KPI,分野,項目,R5,旧番号\nあ,率,い,成果目標,5%,77\n,,,所見,よい,\n,,,達成率,80%,\n,,,実績,4%,\n";
    let plan = sound(toml, csv);
    assert_eq!(plan.levels.len(), 2);
    let entry = BTreeMap::clone(&kpis(&plan)[0].years).remove(&year(2023)).expect("an entry");
    assert_eq!(&*entry.target.expect("a target").written, "5%");
    assert_eq!(&*entry.note.expect("a note").written, "よい");
}

#[test]
fn tables_of_any_ending_are_editions() {
    let tabs = "柱\tKPI\t項目\tR4\nあ\t率\t実績\t1\n";
    let utf_16: Vec<u8> =
        std::iter::once(0xFEFF).chain(tabs.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let folder = Folder::of(&[("plans/dx/2022.TSV", tabs), ("plans/dx/2023.csv", &tabs.replace('\t', ","))]);
    folder.write("plans/dx/R6.txt", &utf_16);
    let checked = folder.plan();
    assert_eq!(checked.problems, []);
    let plan = checked.value.expect("a plan");
    let years: Vec<u16> = plan.editions.iter().map(|edition| edition.year.number()).collect();
    assert_eq!(years, [2022, 2023, 2024]);
    assert!(plan.editions.iter().all(|edition| edition.kpis().count() == 1));
}

#[test]
fn a_unit_has_one_spelling_and_the_cell_keeps_its_own() {
    let csv = "柱,KPI,単位,項目,R4,R5\nあ,数,,目標,3か所,4ヶ所\n,,,実績,3,5カ所\n,率,パーセント,目標,5,6％\n";
    let plan = sound("[kpi.p1-1]\nunit = 'ヵ所'\n", csv);
    let units: Vec<(String, String)> = plan.editions[0]
        .kpis()
        .flat_map(|kpi| kpi.years.values())
        .flat_map(|entry| [&entry.target, &entry.actual])
        .flatten()
        .filter_map(|cell| Some((cell.written.to_string(), cell.quantity()?.unit.clone())))
        .collect();
    let expected =
        [("3か所", "箇所"), ("3", "箇所"), ("4ヶ所", "箇所"), ("5カ所", "箇所"), ("5", "%"), ("6％", "%")];
    assert_eq!(units, expected.map(|(written, unit)| (written.to_owned(), unit.to_owned())));
}

#[test]
fn a_scale_that_is_refused_is_one_problem() {
    let csv = "柱,KPI,目標,実績,評価\nあ,率,1%,2%,B\nい,数,1,2,A\n";
    let folder = Folder::of(&[("plans/dx/2023.csv", csv), ("plans/dx/plan.toml", "scale = '5段階'\n")]);
    let plans = nendo_ingest::plans(&folder.0);
    let checked = nendo_ingest::plan(&folder.0, &plans.value[0], None);
    let codes: Vec<&str> = told(&checked.problems).iter().map(|told| told.0).collect();
    assert_eq!(codes, ["bad-setting"]);
}
