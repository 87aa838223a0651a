//! One plan, laid out in every layout and saved in every way that a spreadsheet has, is the same plan.

mod folder;
mod made;
mod trial;

use std::collections::BTreeMap;

use folder::Folder;
use made::saving::saving;
use made::{ITEMS, made};
use nendo_model::{Branch, Cell, Kpi, Plan, Reading, Scale};
use proptest::test_runner::TestCaseError;

#[test]
fn one_plan_is_the_same_however_it_is_saved() {
    trial::trial(80, &(made(), proptest::collection::vec(saving(), 6)), |(made, savings)| {
        let expected = made.filled();
        let mut first = None;
        for saving in savings {
            let Some(bytes) = saving.bytes(&made) else { continue };
            let folder = Folder::of(&[("plans/dx/plan.toml", "scale = 'a-d'\n")]);
            let ending = if saving.delimiter == '\t' { "txt" } else { "csv" };
            folder.write(&format!("plans/dx/2023.{ending}"), &bytes);
            let checked = folder.plan();
            let fail = |what: String| {
                TestCaseError::fail(format!("{saving:?}: {what}\n{}", String::from_utf8_lossy(&bytes)))
            };
            let Some(plan) = checked.value else { return Err(fail(format!("{:?}", checked.problems))) };
            let told = told(&plan);
            let written: Vec<_> = told.values().map(|kpi| kpi.written.clone()).collect();
            if written != expected {
                return Err(fail(format!("expected {expected:?}\nfound {written:?}")));
            }
            let first = first.get_or_insert_with(|| told.clone());
            if *first != told {
                return Err(fail(format!("first {first:?}\nfound {told:?}")));
            }
        }
        Ok(())
    });
}

/// What a KPI has that is the same in all layouts.
#[derive(Clone, Debug, PartialEq)]
struct Told {
    names: Vec<String>,
    /// What its filled cells say, by year and item.
    written: Vec<(u16, &'static str, String)>,
    readings: Vec<Reading>,
}

/// The KPIs of a plan in the order of the table, each with its id.
fn told(plan: &Plan) -> BTreeMap<(usize, String), Told> {
    let mut told = BTreeMap::new();
    for path in plan.editions[0].paths() {
        for kpi in &path.last().expect("a level").kpis {
            let names = path.iter().map(|Branch { id, label, .. }| format!("{id} {label}"));
            let names = names.chain([kpi.label.clone().unwrap_or_default()]).collect();
            let (written, readings) = cells(kpi, &plan.scale).into_iter().unzip();
            told.insert((told.len(), kpi.id.clone()), Told { names, written, readings });
        }
    }
    told
}

fn cells(kpi: &Kpi, scale: &Scale) -> Vec<((u16, &'static str, String), Reading)> {
    let mut cells = Vec::new();
    for (year, entry) in &kpi.years {
        let grade = entry.evaluation.map(|grade| {
            let written = scale.grade(grade).expect("a grade").code.as_str().into();
            Cell { written, reading: Reading::Text.into(), place: kpi.place }
        });
        let items = [&entry.target, &entry.actual, &grade, &entry.reason, &entry.note];
        for (item, cell) in ITEMS.into_iter().zip(items) {
            let filled = cell.as_ref().filter(|cell| !cell.written.is_empty());
            cells.extend(
                filled.map(|cell| ((year.number(), item, cell.written.to_string()), (*cell.reading).clone())),
            );
        }
    }
    cells
}
