//! The names of counters in the theme: whole, and for units that a table can have.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const UNITS: &str = include_str!("../../../themes/default/i18n/units.toml");

/// The counters, with their forms by language.
fn counters() -> BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>> {
    toml::from_str(UNITS).expect("counters by language and plural category")
}

#[test]
fn every_counter_has_its_english_singular_and_plural() {
    let counters = counters();
    assert!(counters.len() > 300, "{}", counters.len());
    for (unit, languages) in &counters {
        let forms: Vec<&str> = languages["en"].keys().map(String::as_str).collect();
        assert_eq!(forms, ["one", "other"], "{unit}");
        assert!(languages["en"].values().all(|form| !form.is_empty() && form.trim() == form), "{unit}");
    }
}

/// A unit in a column of its own (単位) is read as one after a number is. What comes out under another name
/// (か所 is 箇所, 千円 are 円) would never be looked up.
#[test]
fn every_counter_is_spelled_as_a_table_is_read() {
    let counters = counters();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("counters");
    let plan = folder.join("plans/dx");
    fs::create_dir_all(&plan).expect("a folder");
    let rows = counters.keys().enumerate().map(|(at, unit)| format!("あ,KPI{at},{unit},5\n"));
    fs::write(plan.join("2023.csv"), format!("柱,KPI,単位,目標\n{}", rows.collect::<String>()))
        .expect("a table");
    let plans = nendo_ingest::plans(&folder);
    let plan = nendo_ingest::plan(&folder, &plans.value[0], None).value.expect("a plan");
    let mut read = BTreeSet::new();
    for kpi in plan.editions[0].branches.iter().flat_map(|branch| &branch.kpis) {
        let target = kpi.years.values().next().and_then(|entry| entry.target.as_ref());
        read.insert(target.and_then(nendo_model::Cell::quantity).map_or("", |quantity| &quantity.unit));
    }
    let unread: Vec<&String> = counters.keys().filter(|unit| !read.contains(unit.as_str())).collect();
    assert_eq!(unread, [""; 0]);
}
