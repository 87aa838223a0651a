//! The open data of a plan of a few cells: what its tables say, and that they stay as they are named.

use std::collections::BTreeMap;

use nendo_model::{
    Correction, Date, Direction, Kpi, Part, Plan, Quantity, Reading, Several, Wording, YearEntry,
};

use crate::made::{entry, kpi, outputs, plan_of, site};
use crate::sample::{branch, cell, decimal, edition, of, plan, quantity, text};

/// The records of a CSV, each value by its header.
fn records(files: &BTreeMap<String, Vec<u8>>, path: &str) -> Vec<BTreeMap<String, String>> {
    let bytes = files.get(path).unwrap_or_else(|| panic!("{path}"));
    let text = std::str::from_utf8(bytes).expect("UTF-8").strip_prefix('\u{feff}').expect("a BOM");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|record| record.expect("a record")).collect()
}

fn files(plan: &Plan) -> BTreeMap<String, Vec<u8>> {
    let site = site(&[("直営", "direct"), ("利用者数", "Users"), ("暮らし", "Life")]);
    let files = outputs(&site, plan).files.into_iter();
    files.map(|(path, bytes)| (path.as_str().to_owned(), bytes)).collect()
}

fn values<'a>(records: &'a [BTreeMap<String, String>], columns: &[&str]) -> Vec<Vec<&'a str>> {
    records.iter().map(|record| columns.iter().map(|column| record[*column].as_str()).collect()).collect()
}

#[test]
fn a_revision_has_a_row_of_its_own_with_the_edition_that_made_it() {
    let entry_of = |target, actual| (2022, entry(of(target, "人"), of(actual, "人")));
    let foreseen = |target| {
        (2023, YearEntry { actual: None, evaluation: None, ..entry(of(target, "人"), of("0", "人")) })
    };
    let users =
        |years: [(u16, YearEntry); 2]| vec![branch("life", "暮らし", vec![kpi("life-1", "利用者数", years)])];
    let plan = Plan {
        editions: vec![
            edition(2022, users([entry_of("100", "90"), foreseen("110")])),
            edition(2023, users([entry_of("100", "90"), (2023, entry(of("120", "人"), of("115", "人")))])),
        ],
        ..plan(Vec::new())
    };
    let records = records(&files(&plan), "city/data/city_progress.csv");
    let columns =
        ["fiscal_year", "edition", "target_value", "actual_value", "target_revised", "superseded_by"];
    assert_eq!(
        values(&records, &columns),
        [
            ["2022", "2022", "100", "90", "false", ""],
            ["2023", "2022", "110", "", "false", "2023"],
            ["2023", "2023", "120", "115", "true", ""],
        ]
    );
}

#[test]
fn parts_have_a_table_of_their_own_and_a_total_is_no_part() {
    let part =
        |name: &str, value| Part { name: name.to_owned(), value: decimal(value), unit: "窓口".to_owned() };
    let counters = quantity("86", "窓口", |quantity| {
        quantity.breakdown = vec![part("直営", "66"), part("指定管理", "20")];
    });
    let labelled = |label: &str, value| Quantity {
        label: Some(label.to_owned()),
        ..Quantity::plain(decimal(value), "%")
    };
    let several = Several {
        quantities: vec![labelled("男女計", "8.5"), labelled("男性", "12.9"), labelled("女性", "2.8")],
        total: Some(0),
    };
    let rates = cell("男女計:8.5% 男性:12.9% 女性:2.8%", Reading::Several(several));
    let plan = plan_of(kpi("life-1", "利用者数", [(2023, entry(counters, rates))]));
    let records = records(&files(&plan), "city/2023/data/city_2023_breakdown.csv");
    assert_eq!(
        values(&records, &["kpi_id", "fiscal_year", "kind", "part_ja", "part_en", "value", "unit"]),
        [
            ["life-1", "2023", "target", "直営", "direct", "66", "窓口"],
            ["life-1", "2023", "target", "指定管理", "", "20", "窓口"],
            ["life-1", "2023", "actual", "男性", "", "12.9", "%"],
            ["life-1", "2023", "actual", "女性", "", "2.8", "%"],
        ]
    );
}

#[test]
fn a_direction_that_nobody_stated_is_blank() {
    let told =
        [Direction::Higher, Direction::Lower, Direction::Assumed, Direction::Unclear].map(|direction| {
            let users = kpi("life-1", "利用者数", [(2023, entry(of("1", "人"), of("1", "人")))]);
            let files = files(&plan_of(Kpi { direction, ..users }));
            let json: serde_json::Value =
                serde_json::from_slice(&files["city/2023/data/progress.json"]).expect("JSON");
            let records = records(&files, "city/2023/data/city_2023_progress.csv");
            let in_json = json["branches"][0]["kpis"][0]["direction"].as_str().unwrap_or_default();
            assert_eq!(in_json, records[0]["direction"]);
            records[0]["direction"].clone()
        });
    assert_eq!(told, ["higher", "lower", "", ""]);
}

#[test]
fn what_a_spreadsheet_would_run_is_guarded_in_every_table() {
    let formula = "=HYPERLINK(\"https://evil.example\")";
    let run = entry(text("=1+1"), text("@SUM(A1)"));
    let mut plan = plan_of(kpi("life-1", formula, [(2023, run)]));
    plan.editions[0].corrections = vec![Correction {
        date: Date::read("2024-07-10").expect("a day"),
        text: Wording::Source("+81".to_owned()),
    }];
    let files = files(&plan);
    let csvs =
        files.iter().filter(|(path, _)| path.contains("/data/") && path.rsplit('.').next() == Some("csv"));
    let mut guarded = 0;
    for (path, bytes) in csvs {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for value in reader
            .records()
            .flat_map(|record| record.expect("a record").iter().map(str::to_owned).collect::<Vec<_>>())
        {
            assert!(!value.starts_with(['=', '+', '@', '\t']), "{path}: {value}");
            guarded += usize::from(value.starts_with("'="));
        }
    }
    assert!(guarded > 4, "{guarded}");
}

#[test]
fn the_history_names_publications_and_corrections() {
    let mut plan = plan_of(kpi("life-1", "利用者数", [(2023, entry(of("1", "人"), of("1", "人")))]));
    let day = |text| Date::read(text).expect("a day");
    plan.editions[0].published = Some(day("2024-06-28"));
    plan.editions[0].corrections =
        vec![Correction { date: day("2024-07-10"), text: Wording::Source("実績を訂正".to_owned()) }];
    let records = records(&files(&plan), "city/2023/data/city_2023_updates.csv");
    assert_eq!(
        values(&records, &["date", "edition", "update_ja", "update_en"]),
        [
            ["2024-06-28", "2023", "2023年度の報告を公表", "Report for FY2023 published"],
            ["2024-07-10", "2023", "実績を訂正", ""],
        ]
    );
}

#[test]
fn a_kpi_has_its_rows_in_a_file_of_its_own() {
    let users = |id: &str| kpi(id, "利用者数", [(2023, entry(of("1", "人"), of("1", "人")))]);
    let files = files(&plan(vec![branch("life", "暮らし", vec![users("life-1"), users("life-2")])]));
    let all = records(&files, "city/2023/data/city_2023_progress.csv");
    assert_eq!(all.len(), 2);
    for record in all {
        let own = records(&files, &format!("city/2023/data/{}.csv", record["kpi_id"]));
        assert_eq!(own, [record]);
    }
}
