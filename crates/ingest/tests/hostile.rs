//! No input makes reading panic, or take long.

mod folder;

use std::fmt::Write;

use folder::{Folder, read};
use nendo_model::Severity;

#[test]
fn strange_tables_are_read_to_the_end() {
    let columns = 10_000;
    let wide = format!("柱,KPI,項目{}\nあ,率,実績{}\n", ",R5目標".repeat(columns), ",9".repeat(columns * 2));
    let huge = format!("柱,KPI,項目,R5\nあ,率,実績,{}\n{},,,\n", "9".repeat(1 << 20), "①".repeat(1 << 18));
    for csv in [
        "",
        "\n\n\n",
        ",",
        "柱,KPI,項目,R5",
        "KPI,KPI,KPI,R5,R5\n1,2,3,4,5\n",
        "柱,KPI,項目,R5\nあ\n,,,,,,,,\nあ,率\nあ,率,実績,1,2,3,4\n\"",
        "柱,KPI,R5,\n,,目標,実績\n",
        "a,b,c,d,e,f,KPI,R5目標\n1,2,3,4,5,6,7,8\n",
        "柱,KPI,項目,R5\n—,—,—,—\n—,率,実績,1\n?,?,?,?\n",
        "\u{feff}\u{feff}柱,KPI,項目,R5\nあ,率,実績,1\n",
        "柱\0,KPI,項目,R5\nあ,\0,実績,\0\n",
        &wide,
        &huge,
    ] {
        let checked = read("", csv);
        let has_error = checked.problems.iter().any(|problem| problem.case.severity() == Severity::Error);
        assert!(checked.value.is_some() || has_error, "{}", csv.chars().take(80).collect::<String>());
    }
}

#[test]
fn many_rows_are_read_in_good_time() {
    let mut csv = String::from("柱,取組,KPI,項目,R4,R5\n");
    for number in 0..5_000 {
        let pillar = number % 7;
        writeln!(csv, "柱{pillar},取組{number},率{number},目標,1,2").expect("a row");
        writeln!(csv, ",,,実績,1,2\n,,,評価,級{number},級{number}").expect("two rows");
    }
    let checked = read("", &csv);
    assert_eq!(checked.value.expect("a plan").editions[0].kpis().count(), 5_000);
}

#[test]
fn bytes_that_are_no_text_are_told() {
    let folder = Folder::empty();
    folder.write("plans/dx/2023.csv", &[0x81, 0x00, 0xff, 0xfe, 0x81, 0xff, 0xff]);
    folder.write("plans/dx/plan.toml", &[0xff, 0xff, 0xff, 0x80, 0x81]);
    folder.write("plans/dx/2022.csv/x", b"");
    let checked = folder.plan();
    assert!(checked.value.is_none());
    assert!(!checked.problems.is_empty());
}
