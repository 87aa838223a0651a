//! How a table was understood is told of the cells as they stand.

mod folder;

use nendo_ingest::{Attribute, CellExplained, Meaning, PlanFolder, Purpose, explain};

use folder::Folder;

fn cells(csv: &str) -> Vec<CellExplained> {
    let folder = Folder::of(&[("plans/dx/2023.csv", csv)]);
    let plan = folder.plan().value.expect("a plan");
    let explained = explain(&folder.0, &PlanFolder { slug: "dx".to_owned() }, &plan, None);
    explained.into_iter().flat_map(|table| table.cells).collect()
}

#[test]
fn every_cell_says_what_it_is_and_how_it_was_read() {
    let csv = "柱,取組,KPI,単位,基準値,最終目標,項目,R5,評価,番号\n\
               ①農業,②販路,就農者数,人,3,9,実績,5,B,77\n,,,人,4,8,目標,6,,\n";
    let shown = |CellExplained { written, kpi, purpose, meaning, .. }: CellExplained| {
        let level = if let Purpose::Level(level) = purpose { level.to_string() } else { String::new() };
        let meaning = match meaning {
            Meaning::Reading(_) => "read".to_owned(),
            other => format!("{other:?}"),
        };
        format!("{written} {}{level} {meaning} {}", purpose.name(), kpi.unwrap_or_default())
    };
    let shown: Vec<String> = cells(csv).into_iter().map(shown).collect();
    let first = "①農業 level1 Plain , ②販路 level2 Plain , 就農者数 kpi Plain , 人 unit Plain p1-2, 3 baseline read p1-2, \
                 9 final-target read p1-2, 実績 item Plain , 5 actual read p1-2, B evaluation Grade(Some(\"B\")) p1-2, 77 ignored Unused ";
    let second =
        "人 unit Plain , 4 baseline Unused , 8 final-target Unused , 目標 item Plain , 6 target read p1-2";
    assert_eq!(shown.join(", "), format!("{first}, {second}"));
}

#[test]
fn a_section_that_is_carried_down_is_of_the_kpi_beside_it() {
    let cells = cells("柱,KPI,担当課,R5実績\n①農業,就農者数,農政課,5人\n,研修の回数,,3回\n");
    let section =
        cells.iter().find(|cell| cell.purpose == Purpose::Attribute(Attribute::Section)).expect("a section");
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

#[test]
fn a_note_below_the_table_is_not_used() {
    let cells = cells("柱,KPI,R5実績\n①農業,就農者数,5人\n※速報値,,\n");
    let note = cells.last().expect("a cell");
    assert_eq!((&*note.written, &note.meaning), ("※速報値", &Meaning::Unused));
}
