//! The example that ships: Hamamatsu's plan, read from the content folder of this repository.

use std::path::Path;

use nendo_model::{Chart, Wording};

#[test]
fn the_example_is_read_whole() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let plans = nendo_ingest::plans(&content);
    assert_eq!(plans.problems, []);
    let folder = plans.value.iter().find(|folder| folder.slug == "dx").expect("the plan dx");
    let checked = nendo_ingest::plan(&content, folder, None);
    assert_eq!(checked.problems, []);
    let plan = checked.value.expect("a plan");
    assert!(matches!(plan.title, Wording::Given(_)));
    assert_eq!((plan.levels.len(), plan.scale.grades().len(), plan.fiscal_year_start), (2, 4, 4));
    let reported: Vec<String> = plan.reported().iter().map(|(year, _)| year.to_string()).collect();
    assert_eq!(reported, ["2022", "2023"]);

    let edition = &plan.editions[0];
    let ids: Vec<&str> = edition.kpis().map(|kpi| kpi.id.as_str()).collect();
    let service =
        ["1-1", "1-2", "2", "3", "4", "5-1", "5-2", "6", "7-1", "7-2", "8", "9-1", "9-2", "10-1", "10-2"];
    let productivity = ["1-1", "1-2", "1-3", "2-1", "2-2", "3-1", "3-2", "4", "5", "6"];
    let expected: Vec<String> = (service.iter().map(|id| format!("service-{id}")))
        .chain(productivity.iter().map(|id| format!("productivity-{id}")))
        .collect();
    assert_eq!(ids, expected);
    assert_eq!(edition.kpis().filter(|kpi| kpi.series().is_some()).count(), 16);
    assert!(edition.kpis().all(|kpi| kpi.chart == Chart::Automatic && kpi.years.len() == 3));
}

#[test]
fn its_translations_are_read() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let languages = ["ja", "en"].map(str::to_owned);
    let checked = nendo_ingest::translations(&content, &languages);
    assert_eq!(checked.problems, []);
    assert!(checked.value.iter().all(|row| row.targets.get("en").is_some()));
    assert_eq!(nendo_ingest::units(&content).problems, []);
}
