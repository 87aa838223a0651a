//! How a table was understood is told of the cells as they stand.

mod folder;

use nendo_ingest::{CellExplained, Meaning, PlanFolder, Purpose, explain};

use folder::Folder;

fn cells(csv: &str) -> Vec<CellExplained> {
    let folder = Folder::of(&[("plans/dx/2023.csv", csv)]);
    let plan = folder.plan().value.expect("a plan");
    let explained = explain(&folder.0, &PlanFolder { slug: "dx".to_owned() }, &plan);
    explained.into_iter().flat_map(|table| table.cells).collect()
}

#[test]
fn a_section_that_is_carried_down_is_of_the_kpi_beside_it() {
    let cells = cells("柱,KPI,担当課,R5実績\n①農業,就農者数,農政課,5人\n,研修の回数,,3回\n");
    let section = cells.iter().find(|cell| cell.purpose == Purpose::Section).expect("a section");
    assert_eq!((section.kpi.as_deref(), &*section.written), (Some("p1-1"), "農政課"));
}

#[test]
fn a_number_that_changes_from_row_to_row_is_told_as_written() {
    let cells = cells("柱,KPI番号,KPI,項目,R5\nあ,1,数,目標,5件\n,2,,実績,3件\n");
    let numbers: Vec<(&str, &Meaning)> = cells
        .iter()
        .filter(|cell| cell.place.column == 1)
        .map(|cell| (&*cell.written, &cell.meaning))
        .collect();
    assert_eq!(numbers, [("1", &Meaning::Plain), ("2", &Meaning::Plain)]);
}
