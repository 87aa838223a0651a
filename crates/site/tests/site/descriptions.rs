//! What csv-metadata.json, datapackage.json and dcat.jsonld say of a plan of one KPI. That they are valid is for tests/open-data to judge.

use std::collections::BTreeMap;

use nendo_model::{Date, Plan};
use nendo_site::{Config, Site};
use serde_json::{Value, json};

use crate::made::{Desk, entry, kpi, outputs, plan_of};
use crate::sample::of;

const STATED: &str = "base-url = \"https://city.example/progress\"\nmunicipality-code = \"011002\"\nlicence = \"PDL-1.0\"\n\
    publisher = { ja = \"札幌市\", en = \"Sapporo\" }\nsource = \"報告書\"\n";

fn plan() -> Plan {
    let mut plan = plan_of(kpi("life-1", "申請率", [(2023, entry(of("80", "%"), of("75", "%")))]));
    plan.editions[0].published = Date::read("2024-06-28");
    plan
}

/// Every file of a plan, of a site with these settings.
fn files(settings: &str, plan: &Plan) -> BTreeMap<String, Vec<u8>> {
    let desk = Desk::new();
    desk.write("content/site.toml", settings);
    let content = desk.path("content");
    let config = Config::read(&content);
    assert_eq!(config.problems, []);
    let site = Site::open(&content, config.value, None, &[], &[]).value.expect("a site");
    let files = outputs(&site, plan).files.into_iter();
    files.map(|(path, bytes)| (path.as_str().to_owned(), bytes)).collect()
}

fn read(files: &BTreeMap<String, Vec<u8>>, path: &str) -> Value {
    serde_json::from_slice(&files[path]).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn a_file_is_named_from_the_catalogue_where_the_site_knows_no_address() {
    let name = "city_2023_progress.csv";
    let near = read(&files("", &plan()), "city/2023/data/dcat.jsonld");
    assert_eq!(near["@id"], "../index.html#data");
    assert_eq!(near["distribution"][0]["downloadURL"], name);
    assert_eq!(near["distribution"][0]["accessURL"], "../ja/data.html");
    let whole = read(&files(STATED, &plan()), "city/2023/data/dcat.jsonld");
    assert_eq!(whole["@id"], "https://city.example/progress/city/2023/index.html#data");
    let address = format!("https://city.example/progress/city/2023/data/011002_{name}");
    assert_eq!(whole["distribution"][0]["downloadURL"], address);
    let years = read(&files("", &plan()), "city/data/dcat.jsonld");
    assert_eq!(
        [&years["@id"], &years["dcat:landingPage"]["@id"]],
        ["../index.html#data", "../2023/ja/data.html"]
    );
}

#[test]
fn what_is_not_stated_is_not_there() {
    let (with, without) = (files(STATED, &plan()), files("", &plan()));
    for (file, names) in [
        ("csv-metadata.json", ["dc:publisher", "dc:source", "dc:license"]),
        ("datapackage.json", ["contributors", "sources", "licenses"]),
        ("dcat.jsonld", ["dct:publisher", "dct:spatial", "license"]),
    ] {
        let path = format!("city/2023/data/{file}");
        let (with, without) = (read(&with, &path), read(&without, &path));
        for name in names {
            assert!(with.get(name).is_some() && without.get(name).is_none(), "{file}: {name}");
        }
    }
    let package = read(&with, "city/2023/data/datapackage.json");
    assert_eq!(package["licenses"][0]["name"], "PDL-1.0");
    assert_eq!(package["contributors"][0]["titles"], json!({ "ja": "札幌市", "en": "Sapporo" }));
    assert_eq!(package["sources"][0]["titles"], json!({ "ja": "報告書" }), "no translation is made up");
}

#[test]
fn the_time_goes_to_the_last_day_of_the_fiscal_year() {
    for (start, first, last) in
        [(4, "2023-04-01", "2024-03-31"), (1, "2023-01-01", "2023-12-31"), (3, "2023-03-01", "2024-02-29")]
    {
        let plan = Plan { fiscal_year_start: start, ..plan() };
        let record = read(&files("", &plan), "city/2023/data/dcat.jsonld");
        let time = &record["dct:temporal"];
        assert_eq!([&time["startDate"], &time["endDate"]], [first, last]);
    }
}

#[test]
fn every_column_is_described_under_its_header() {
    let files = files(STATED, &plan());
    let metadata = read(&files, "city/2023/data/csv-metadata.json");
    let package = read(&files, "city/2023/data/datapackage.json");
    for (table, resource) in metadata["tables"]
        .as_array()
        .expect("tables")
        .iter()
        .zip(package["resources"].as_array().expect("files"))
    {
        let csv = std::str::from_utf8(
            &files[&format!("city/2023/data/{}", table["url"].as_str().expect("a name"))],
        )
        .expect("UTF-8");
        let header = csv.trim_start_matches('\u{feff}').lines().next().expect("a header");
        let names = |columns: &Value| {
            let columns = columns.as_array().expect("columns").iter();
            columns
                .map(|column| column["name"].as_str().expect("a name").to_owned())
                .collect::<Vec<_>>()
                .join(",")
        };
        let columns = &table["tableSchema"]["columns"];
        assert_eq!([names(columns), names(&resource["schema"]["fields"])], [header, header]);
        for column in columns.as_array().expect("columns") {
            let titles = &column["titles"];
            assert_eq!(titles["und"], column["name"]);
            assert!(
                [&titles["ja"], &titles["en"]]
                    .iter()
                    .all(|title| !title.as_str().expect("a title").is_empty())
            );
        }
    }
    let evaluation = metadata["tables"][0]["tableSchema"]["columns"].as_array().expect("columns").iter();
    let evaluation = evaluation.filter(|column| column["name"] == "evaluation").collect::<Vec<_>>();
    assert_eq!(evaluation[0]["datatype"], json!({ "base": "string", "format": "A|B|C|D" }));
}
