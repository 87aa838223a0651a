//! The example's table, as other offices would save it: in each layout and encoding the site is the
//! same, byte for byte.

use std::collections::BTreeMap;
use std::fs;

use crate::desk::{Desk, Tree};

const SITE: &str = "content/site.toml";
const TABLE: &str = "content/plans/dx/2023.csv";

/// The rows of the table, each cell filled: pillar, initiative, KPI, item, and a text for each year.
type Row = Vec<String>;

/// The texts of a KPI by year, from 0, and item; its names before them.
type Kpi<'a> = (&'a [String], BTreeMap<(usize, &'a str), &'a str>);

const YEARS: [&str; 3] = ["2022年度", "2023年度", "2024年度"];
const ITEMS: [&str; 4] = ["目標", "実績", "評価", "理由"];

#[test]
fn layouts_and_encodings_make_no_difference() {
    let desk = Desk::of_example();
    // One language shows what a table says; others only repeat it.
    let site = fs::read_to_string(desk.path(SITE)).expect("the settings");
    desk.write(SITE, site.replace(r#"languages = ["ja", "en"]"#, r#"languages = ["ja"]"#));
    fs::remove_file(desk.path("content/pages/about.en.md")).expect("removed");
    let table = fs::read_to_string(desk.path(TABLE)).expect("the table");
    let stacked: Vec<Row> = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes())
        .records()
        .map(|record| record.expect("a record").iter().map(str::to_owned).collect())
        .collect();
    let rows = filled(&stacked);
    let header = ["柱", "取組項目", "KPI", "項目"].into_iter().chain(YEARS).map(str::to_owned).collect();
    let layouts = [[vec![header], stacked].concat(), long(&rows), across(&rows)];

    let expected = built(&desk, table.as_bytes());
    assert!((200..240).contains(&expected.len()), "{}", expected.len());
    for (at, rows) in layouts.iter().enumerate() {
        for (encoding, bytes) in encodings(rows) {
            let given = built(&desk, &bytes);
            let differs = expected.keys().find(|path| expected.get(*path) != given.get(*path));
            assert_eq!((differs, given.len()), (None, expected.len()), "layout {at} in {encoding}");
        }
    }
}

/// Merged cells take what stands above them, under the same parent.
fn filled(rows: &[Row]) -> Vec<Row> {
    let mut above = vec![String::new(); 3];
    let fill = |row: &Row| {
        let first = row[..3].iter().position(|cell| !cell.is_empty()).unwrap_or(3);
        above[first..].clone_from_slice(&row[first..3]);
        [&above[..], &row[3..]].concat()
    };
    rows.iter().map(fill).collect()
}

/// The KPIs in order, each with its texts by year and item.
fn kpis(rows: &[Row]) -> Vec<Kpi<'_>> {
    let mut kpis: Vec<Kpi<'_>> = Vec::new();
    for row in rows {
        if kpis.last().is_none_or(|(names, _)| *names != &row[..3]) {
            kpis.push((&row[..3], BTreeMap::new()));
        }
        let (_, texts) = kpis.last_mut().expect("a KPI");
        texts
            .extend(row[4..].iter().enumerate().map(|(year, text)| ((year, row[3].as_str()), text.as_str())));
    }
    kpis
}

fn long(rows: &[Row]) -> Vec<Row> {
    let header = ["柱", "取組項目", "KPI", "年度"].into_iter().chain(ITEMS).map(str::to_owned).collect();
    let kpis = kpis(rows).into_iter().flat_map(|(names, texts)| {
        let row = move |(at, year): (usize, &str)| {
            let texts = ITEMS.map(|item| texts.get(&(at, item)).copied().unwrap_or_default().to_owned());
            [names, &[year.to_owned()], &texts].concat()
        };
        YEARS.into_iter().enumerate().map(row)
    });
    std::iter::once(header).chain(kpis).collect()
}

fn across(rows: &[Row]) -> Vec<Row> {
    let columns = || (0..3).flat_map(|year| ITEMS.map(|item| (year, item)));
    let names = ["柱", "取組項目", "KPI"].map(str::to_owned);
    let header = names.into_iter().chain(columns().map(|(year, item)| format!("R{}{item}", year + 4)));
    let row = |(names, texts): Kpi<'_>| {
        let cells = columns().map(|column| texts.get(&column).copied().unwrap_or_default().to_owned());
        names.iter().cloned().chain(cells).collect()
    };
    std::iter::once(header.collect()).chain(kpis(rows).into_iter().map(row)).collect()
}

/// The table as Excel and others save it. Windows-31J has no —: Excel puts ― or ? in its place.
fn encodings(rows: &[Row]) -> [(&'static str, Vec<u8>); 5] {
    let text = |delimiter| {
        let mut writer = csv::WriterBuilder::new();
        let mut writer =
            writer.delimiter(delimiter).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        for row in rows {
            writer.write_record(row).expect("a record");
        }
        String::from_utf8(writer.into_inner().expect("written")).expect("UTF-8")
    };
    let windows = |dash: &str| encoding_rs::SHIFT_JIS.encode(&text(b',').replace('—', dash)).0.into_owned();
    let utf_16 = text(b'\t').encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    [
        ("UTF-8", text(b',').into_bytes()),
        ("UTF-8 with BOM", format!("\u{feff}{}", text(b',')).into_bytes()),
        ("Windows-31J", windows("―")),
        ("Windows-31J with lost dashes", windows("?")),
        ("UTF-16", [vec![0xFF, 0xFE], utf_16].concat()),
    ]
}

/// The site of the example with another table.
fn built(desk: &Desk, table: &[u8]) -> Tree {
    desk.write(TABLE, table);
    let ran = desk.run("build");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    desk.published("public")
}
