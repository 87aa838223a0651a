//! The example's table against the report it was transcribed from, whose tables stand as facts in
//! tests/cases/hamamatsu/source.md: cell by cell, in the file and in the plan that is read from it.

use std::path::{Path, PathBuf};

use nendo_model::{Cell, Edition, FiscalYear, Kpi, Plan};

/// A cell of the report: pillar, initiative, KPI, item, year, text. White space is the layout's.
type Fact = [String; 6];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn folded(text: &str) -> String {
    text.replace("<br>", "").chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The rows of the report's tables, without the header: four names, then a text for each year.
fn rows_of_the_report() -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(root().join("tests/cases/hamamatsu/source.md")).expect("the facts");
    let rows = text.lines().filter_map(|line| line.strip_prefix('|')?.strip_suffix('|'));
    let rows = rows.map(|row| row.split('|').map(folded).collect::<Vec<_>>());
    rows.filter(|row| row.len() == 7 && row[0] != "柱" && !row[0].starts_with("--")).collect()
}

fn plan() -> Plan {
    let content = root().join("content");
    let folder =
        nendo_ingest::plans(&content).value.into_iter().find(|folder| folder.slug == "dx").expect("dx");
    nendo_ingest::plan(&content, &folder, None).value.expect("a plan")
}

#[test]
fn the_file_has_the_cells_of_the_report() {
    let bytes = std::fs::read(root().join("content/plans/dx/2023.csv")).expect("the table");
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark, as Excel saves it");
    let mut above = vec![String::new(); 3];
    let mut reader = csv::Reader::from_reader(bytes);
    let rows: Vec<Vec<String>> = reader
        .records()
        .map(|record| {
            let mut row: Vec<String> = record.expect("a record").iter().map(folded).collect();
            let filled = row.iter().position(|cell| !cell.is_empty()).unwrap_or(3).min(3);
            row[..filled].clone_from_slice(&above[..filled]);
            above.clone_from_slice(&row[..3]);
            row
        })
        .collect();
    assert_eq!(rows.len(), 76);
    assert_eq!(rows, rows_of_the_report());
}

#[test]
fn the_plan_has_the_cells_of_the_report() {
    let plan = plan();
    let facts: Vec<Fact> = rows_of_the_report().iter().flat_map(|row| by_year(row)).collect();
    let edition = plan.editions.first().expect("an edition");
    let read: Vec<Fact> = edition.kpis().flat_map(|kpi| cells(&plan, edition, kpi)).collect();
    assert_eq!(read.len(), 76 * 3);
    assert_eq!(read, facts);
}

fn by_year(row: &[String]) -> Vec<Fact> {
    let [pillar, initiative, kpi, item, texts @ ..] = row else { panic!("{row:?}") };
    let years = ["2022", "2023", "2024"].into_iter().zip(texts);
    let fact = |(year, text): (&str, &String)| {
        [pillar.clone(), initiative.clone(), kpi.clone(), item.clone(), year.to_owned(), text.clone()]
    };
    years.map(fact).collect()
}

/// The cells of a KPI as the report has them: its rows in order, each over the years.
fn cells(plan: &Plan, edition: &Edition, kpi: &Kpi) -> Vec<Fact> {
    let path =
        edition.paths().into_iter().find(|path| path.last().is_some_and(|last| last.kpis.contains(kpi)));
    let path = path.expect("a path");
    let numbered = |number: &Option<nendo_model::Number>, label: &str| {
        folded(&format!("{}{label}", number.as_ref().map_or("", |number| &number.written)))
    };
    let [pillar, initiative] = path.as_slice() else { panic!("two levels") };
    let name = match (&kpi.number, &kpi.label) {
        (None, None) => "—".to_owned(),
        (number, label) => numbered(number, label.as_deref().unwrap_or_default()),
    };
    let text = |cell: &Option<Cell>| cell.as_ref().map(|cell| folded(&cell.written)).unwrap_or_default();
    let grade = |year: FiscalYear| {
        let grade = kpi.evaluation(year).and_then(|grade| plan.scale.grade(grade));
        grade.map_or_else(|| "—".to_owned(), |grade| grade.code.clone())
    };
    let years: Vec<FiscalYear> = kpi.years.keys().copied().collect();
    let row = |item: &str, text: &dyn Fn(FiscalYear) -> String| -> Vec<Fact> {
        let fact = |year: &FiscalYear| {
            [
                numbered(&pillar.number, &pillar.label),
                numbered(&initiative.number, &initiative.label),
                name.clone(),
                item.to_owned(),
                year.to_string(),
                text(*year),
            ]
        };
        years.iter().map(fact).collect()
    };
    let mut cells = row("目標", &|year| text(&kpi.years[&year].target));
    cells.extend(row("実績", &|year| text(&kpi.years[&year].actual)));
    cells.extend(row("評価", &grade));
    if kpi.years.values().any(|entry| entry.reason.is_some()) {
        cells.extend(row("理由", &|year| text(&kpi.years[&year].reason)));
    }
    cells
}
