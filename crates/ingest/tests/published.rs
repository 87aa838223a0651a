//! Published data put in as content, as it was and as offices change it on the way.

mod folder;

use folder::{Folder, told};
use nendo_ingest::PlanFolder;
use nendo_model::{Checked, Direction, Identity, Kpi, Plan, Reading};

const HEADER: &str = "municipality_code,plan,edition,fiscal_year,kpi_id,level1_ja,level1_en,level2_ja,level2_en,kpi_number,kpi_ja,kpi_en,\
target_value,target_unit,target_text_ja,target_text_en,target_status,actual_value,actual_unit,actual_text_ja,actual_text_en,actual_status,\
cumulative,evaluation,reason_ja,reason_en,note_ja,note_en,section_ja,section_en,direction,baseline_value,baseline_unit,baseline_text_ja,\
baseline_text_en,final_target_value,final_target_unit,final_target_text_ja,final_target_text_en";

/// Of an edition of 2023: a KPI in 万人, one that is lower the better, and one without a name under a level of its own.
const ROWS: [&str; 4] = [
    "221309,dx,2023,2022,city-1,(1)柱,(1) Pillar,(1)取組,(1) Work,(1)-1,5G 登録者,5G users,455000,人,45.5,\"455,000 people\",reported,0,人,0,0 people,reported,true,A,'-5%の理由 / 二行目,,,,財政課 / 管理係,,higher,,,,,,,,",
    "221309,dx,2023,2023,city-1,(1)柱,(1) Pillar,(1)取組,(1) Work,(1)-1,5G 登録者,5G users,460000,人,46,\"460,000 people\",reported,450000,人,45,\"450,000 people\",reported,true,B,,,,,財政課 / 管理係,,higher,,,,,,,,",
    "221309,dx,2023,2023,p1-1-2,(1)柱,(1) Pillar,(1)取組,(1) Work,,待ち時間,Waiting,10,分,10分以下,at most 10,reported,,,(2022年度末をもって目標完了),completed,closed,false,,,,,,,,lower,-2.5,%,▲2.5%,'-2.5%,,,,",
    "221309,dx,2023,2023,p1-2,(1)柱,(1) Pillar,(2)改善,(2) Better,,,,,,—(R6から),— (from R6),not_set,,,#REF!,#REF!,unread,false,,・一 / ・二,,,,,,,,,,,,,,",
];

fn table(rows: &[&str]) -> String {
    format!("\u{feff}{HEADER}\r\n{}\r\n", rows.join("\r\n"))
}

fn read(file: &str, bytes: &[u8], language: Option<&str>) -> Checked<Option<Plan>> {
    let folder = Folder::of(&[("plans/dx/plan.toml", "title = '計画'\nscale = 'a-d'\n")]);
    folder.write(&format!("plans/dx/{file}"), bytes);
    nendo_ingest::plan(&folder.0, &PlanFolder { slug: "dx".to_owned() }, language)
}

fn sound(text: &str) -> Plan {
    let checked = read("2023.csv", text.as_bytes(), None);
    let codes: Vec<&str> = checked.problems.iter().map(|problem| problem.case.code()).collect();
    assert_eq!(codes, ["broken"], "{:?}", checked.problems);
    checked.value.expect("a plan")
}

fn kpi<'a>(plan: &'a Plan, id: &str) -> &'a Kpi {
    plan.editions[0].kpis().find(|kpi| kpi.id == id).expect(id)
}

#[test]
fn each_column_says_one_thing() {
    let plan = sound(&table(&ROWS));
    let year = |number| nendo_model::FiscalYear::new(number).expect("a year");
    assert_eq!(plan.editions[0].year, year(2023));
    let users = kpi(&plan, "city-1");
    assert_eq!((users.label.as_deref(), users.identity), (Some("5G 登録者"), Identity::Pinned));
    assert_eq!(users.number.as_ref().map(|number| number.parts.clone()), Some(vec![1, 1]));
    assert_eq!(users.section.as_deref(), Some("財政課\n管理係"));
    let entry = users.entry(year(2022)).expect("an entry");
    assert_eq!(entry.reason.as_ref().map(|reason| &*reason.written), Some("-5%の理由\n二行目"));
    let target = entry.target.as_ref().and_then(|target| target.quantity()).expect("a quantity");
    assert_eq!(
        (target.value.to_string().as_str(), target.magnitude.kanji(), target.cumulative),
        ("455000", "万", true)
    );
    let zero = entry.actual.as_ref().and_then(|actual| actual.quantity()).expect("a quantity");
    assert_eq!((zero.magnitude.kanji(), zero.cumulative), ("万", true), "a zero is as its KPI");
    let waiting = kpi(&plan, "p1-1-2");
    assert_eq!(
        (waiting.direction, waiting.number.as_ref(), waiting.identity),
        (Direction::Lower, None, Identity::Placed)
    );
    let baseline = waiting.baseline.as_ref().and_then(|baseline| baseline.quantity());
    assert_eq!(baseline.map(|baseline| baseline.value.to_string()).as_deref(), Some("-2.5"));
    let lone = kpi(&plan, "p1-2");
    assert_eq!((lone.label.as_deref(), lone.section.as_deref()), (None, None), "a blank is blank");
    let reason = lone.entry(year(2023)).and_then(|entry| entry.reason.as_ref()).expect("a reason");
    assert_eq!(*reason.reading, Reading::List(vec!["一".to_owned(), "二".to_owned()]));
    assert_eq!(plan.levels.len(), 2, "{:?}", plan.levels);
    assert!(!format!("{:?}", plan.levels).contains("level1"), "a header is no name for people");
}

#[test]
fn a_spreadsheet_may_save_it_otherwise() {
    let own = table(&ROWS);
    let plan = |bytes: &[u8], language| {
        let mut plan = read("2023.csv", bytes, language).value.expect("a plan");
        for edition in &mut plan.editions {
            edition.saved = nendo_model::Saved::default();
        }
        plan
    };
    let expected = plan(own.as_bytes(), None);
    let bare = own.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let shouted = bare.replace(",true,", ",TRUE,").replace(",false,", ",FALSE,");
    let windows = encoding_rs::SHIFT_JIS.encode(&bare.replace('—', "―")).0.into_owned();
    let tabs = bare
        .replace("\"455,000 people\"", "455 000 people")
        .replace("\"460,000 people\"", "")
        .replace("\"450,000 people\"", "")
        .replace(',', "\t");
    for (how, bytes) in [("LF", bare.as_bytes()), ("TRUE", shouted.as_bytes()), ("tabs", tabs.as_bytes())] {
        assert_eq!(plan(bytes, None), expected, "{how}");
    }
    let mut in_windows = plan(&windows, None);
    let dash =
        in_windows.editions[0].branches[0].branches[1].kpis[0].years.values_mut().next().expect("a year");
    dash.target.as_mut().expect("a target").written = "—(R6から)".into();
    assert_eq!(in_windows, expected);
}

#[test]
fn columns_are_known_by_their_names_in_the_language_of_the_content() {
    let own = table(&ROWS);
    let backwards: Vec<String> = own
        .trim_start_matches('\u{feff}')
        .lines()
        .map(|row| {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(row.as_bytes());
            let record = reader.records().next().expect("a row").expect("a record");
            let cells: Vec<String> = record.iter().rev().map(|cell| format!("\"{cell}\"")).collect();
            cells.join(",")
        })
        .collect();
    let backwards = backwards.join("\n");
    for language in [None, Some("ja")] {
        let plan = read("2023.csv", backwards.as_bytes(), language).value.expect("a plan");
        assert_eq!(kpi(&plan, "city-1").label.as_deref(), Some("5G 登録者"), "{language:?}");
    }
    let english = read("2023.csv", own.as_bytes(), Some("en")).value.expect("a plan");
    assert_eq!(kpi(&english, "city-1").label.as_deref(), Some("5G users"));
}

#[test]
fn the_tag_of_a_language_ends_the_names_of_its_columns_in_its_own_spelling() {
    let own = table(&ROWS).replace("_en", "_pt_br");
    let plan = read("2023.csv", own.as_bytes(), Some("pt-BR")).value.expect("a plan");
    assert_eq!(kpi(&plan, "city-1").label.as_deref(), Some("5G users"));
}

#[test]
fn a_number_that_a_spreadsheet_took_for_a_negative_one_is_the_number_in_brackets() {
    let saved = table(&ROWS).replace(",(1)-1,5G", ",-8,5G");
    let number = kpi(&sound(&saved), "city-1").number.clone().expect("a number");
    assert_eq!((number.written.as_str(), number.parts), ("(8)", vec![8]));
}

#[test]
fn a_text_that_reads_otherwise_than_the_columns_beside_it_is_left_unread() {
    for (from, to, cell) in [
        (",46,", ",47,", "460000 人 reported cumulative"),
        ("460000,人,46,", "460001,人,46,", "460001 人 reported cumulative"),
        ("460000,人,46,", "460000,件,46人,", "460000 件 reported cumulative"),
        (",10分以下,at most 10,reported,", ",10分以下,at most 10,not_set,", "10 分 not_set not cumulative"),
        (",10分以下,", ",未定,", "10 分 reported not cumulative"),
        (",10分以下,", ",10分(累計),", "10 分 reported not cumulative"),
        ("10,分,10分以下,", ",,10分以下,", "reported not cumulative"),
        ("-2.5,%,▲2.5%", "2.5,%,▲2.5%", "2.5 %"),
    ] {
        let own = table(&ROWS);
        assert!(own.contains(from), "{from}");
        let checked = read("2023.csv", own.replace(from, to).as_bytes(), None);
        let others: Vec<_> =
            told(&checked.problems).into_iter().filter(|told| told.0 == "other-value").collect();
        assert_eq!(others.iter().map(|told| told.1.as_str()).collect::<Vec<_>>(), [cell], "{to}");
        let plan = checked.value.expect("a plan");
        let cells = plan.editions[0].kpis().flat_map(|kpi| {
            kpi.years
                .values()
                .flat_map(|entry| [&entry.target, &entry.actual])
                .chain([&kpi.baseline])
                .flatten()
        });
        let unread = cells.filter(|cell| *cell.reading == Reading::Unread).count();
        assert_eq!(unread, 1, "{to}");
    }
}

#[test]
fn where_nothing_stands_beside_a_text_it_is_read_by_itself() {
    let own = table(&ROWS).replace("10,分,10分以下,at most 10,reported,", ",,12分以下,,,");
    let plan = sound(&own);
    let target = kpi(&plan, "p1-1-2").years.values().next().and_then(|entry| entry.target.as_ref());
    assert_eq!(
        target.and_then(|target| target.quantity()).map(|target| target.value.to_string()).as_deref(),
        Some("12")
    );
}

#[test]
fn rows_that_do_not_belong_together_are_told() {
    let with = |from: &str, to: &str| {
        let own = table(&ROWS);
        let (first, last) = own.split_at(own.rfind(from).expect(from));
        let checked = read("2023.csv", format!("{first}{}", last.replacen(from, to, 1)).as_bytes(), None);
        let told = told(&checked.problems).into_iter().map(|told| (told.0, told.5)).next();
        (told.expect("a problem"), checked.value.is_some())
    };
    assert_eq!(
        with(",dx,2023,2023,p1-2", ",dx,2022,2023,p1-2"),
        (("mixed-rows", "edition".to_owned()), false)
    );
    assert_eq!(with(",dx,2023,2023,p1-2", ",it,2023,2023,p1-2"), (("mixed-rows", "plan".to_owned()), false));
    assert_eq!(with("2023,2023,p1-2", "2023,x,p1-2"), (("stray-row", String::new()), true));
    assert_eq!(
        with("2023,2023,city-1,(1)柱", "2023,2023,city-1,(2)柱"),
        (("same-value", "level1_ja".to_owned()), true)
    );
    let years = table(&ROWS)
        .replace(HEADER, &format!("{HEADER},target_revised,actual_revised,evaluation_revised,superseded_by"));
    assert_eq!(read("2023.csv", years.as_bytes(), None).problems[0].case.code(), "all-years");
    assert_eq!(read("221309_dx_progress.csv", years.as_bytes(), None).problems[0].case.code(), "all-years");
}

#[test]
fn its_own_edition_counts_whatever_the_name() {
    let own = table(&ROWS);
    for name in [
        "2022.csv",
        "R4.csv",
        "221309_dx_2023_progress.csv",
        "dx_2022_progress.csv",
        "221309_dx_2023_progress (1).csv",
    ] {
        let plan = read(name, own.as_bytes(), None).value.expect(name);
        assert_eq!(plan.editions[0].year.number(), 2023, "{name}");
    }
    let twice = |other: &str| {
        let folder = Folder::of(&[("plans/dx/2022.csv", &own), ("plans/dx/2023.csv", other)]);
        let checked = folder.plan();
        let codes: Vec<&str> = checked.problems.iter().map(|problem| problem.case.code()).collect();
        (
            codes.contains(&"same-table"),
            codes.contains(&"same-edition"),
            checked.value.map(|plan| plan.editions.len()),
        )
    };
    assert_eq!(twice(&own.replace("\r\n", "\n")), (true, false, Some(1)));
    assert_eq!(twice(&own.replace("財政課", "企画課")), (false, true, Some(1)));
    assert_eq!(twice("柱,KPI,R5目標,R5実績\n(1)柱,率,1,2\n"), (false, true, Some(1)));
}

#[test]
fn a_table_of_a_city_is_not_taken_for_it() {
    for csv in [
        "plan,edition,kpi_id,柱,KPI,R5目標,R5実績\ndx,2023,a-1,(1)柱,率,1,2\n",
        "fiscal_year,kpi_id,柱,KPI,目標,実績\n2023,a-1,(1)柱,率,1,2\n",
    ] {
        let plan = read("2023.csv", csv.as_bytes(), None).value.expect(csv);
        assert_eq!(kpi(&plan, "a-1").label.as_deref(), Some("率"), "{csv}");
        assert!(plan.levels.iter().any(|level| format!("{level:?}").contains("柱")), "{:?}", plan.levels);
    }
}

#[test]
fn a_grade_in_a_circle_is_known_by_its_plain_form() {
    let folder =
        Folder::of(&[("plans/dx/2023.csv", &table(&ROWS).replace(",A,", ",(1),").replace(",B,", ",(2),"))]);
    folder.write(
        "plans/dx/plan.toml",
        "title = '計画'\n[[scale]]\ngrade = '①'\n[[scale]]\ngrade = '②'\n".as_bytes(),
    );
    let checked = folder.plan();
    assert!(checked.problems.iter().all(|problem| problem.case.code() == "broken"), "{:?}", checked.problems);
    let plan = checked.value.expect("a plan");
    let grades =
        kpi(&plan, "city-1").years.values().map(|entry| plan.scale.grade(entry.evaluation.expect("a grade")));
    let codes: Vec<&str> = grades.map(|grade| grade.expect("its own").code.as_str()).collect();
    assert_eq!(codes, ["①", "②"]);
}
