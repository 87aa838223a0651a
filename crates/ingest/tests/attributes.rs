//! What a table says of a KPI once: its number, its section, its unit, what it counts, which way is better.

mod folder;

use folder::{ids, kpis, read, sound, told};
use nendo_model::{Counting, Direction, Kpi, Quantity};

/// The only actual of a KPI.
fn actual(kpi: &Kpi) -> &Quantity {
    let entry = kpi.years.values().next().expect("a year");
    entry.actual.as_ref().and_then(|cell| cell.quantity()).expect("a number")
}

#[test]
fn the_column_of_numbers_numbers_the_kpis() {
    let csv = "施策,指標番号,KPI,項目,R5\n農業,1-3,新規就農者数,実績,3人\n,1-5,農地の面積,実績,4ha\n林業,2-1,間伐の面積,実績,5ha\n";
    let plan = sound("", csv);
    assert_eq!(ids(&plan), ["p1-3", "p1-5", "p2-1"]);
    assert_eq!(kpis(&plan)[0].number.as_ref().expect("a number").written, "1-3");
    let named = sound("", "施策,KPI No.,KPI,項目,R5\n農業,7,①-2 就農者数,実績,3人\n,8,①-4 農地,実績,4ha\n");
    assert_eq!(ids(&named), ["p1-2", "p1-4"]);
    let alike = sound("", "施策,KPI番号,KPI,項目,R5\n農業,1,就農者数,実績,3人\n,1,農地,実績,4ha\n");
    assert_eq!((ids(&alike), &kpis(&alike)[0].number), (vec!["p1-1", "p1-2"], &None));
    let of_rows = sound("", "施策,KPI番号,KPI,年度,実績\n農業,1,就農者数,R4,3人\n,2,,R5,4人\n");
    assert_eq!(kpis(&of_rows)[0].number, None);
}

#[test]
fn a_section_is_carried_down_an_initiative_and_a_unit_never() {
    let csv = "施策,取組,KPI,担当課,単位,R5実績\n\
               農業,①就農,就農者数,農政課,人,3\n,,研修の回数,,,4\n,②販路,直売所の数,商工課,店,5\n,,売上の伸び,,,6\n";
    let plan = sound("", csv);
    let said: Vec<(Option<&str>, String)> =
        kpis(&plan).into_iter().map(|kpi| (kpi.section.as_deref(), actual(kpi).unit.clone())).collect();
    let expected =
        [(Some("農政課"), "人"), (Some("農政課"), ""), (Some("商工課"), "店"), (Some("商工課"), "")];
    assert_eq!(said, expected.map(|(section, unit)| (section, unit.to_owned())));
    let again = sound(
        "",
        &csv.replace("R5実績\n", "R5実績\n畜産,③牛,牛の数,,頭,7\n")
            .replace("畜産", "農業")
            .replace("③牛,牛の数,,", "③牛,牛の数,畜産課,"),
    );
    assert_eq!(kpis(&again)[2].section.as_deref(), Some("農政課"));
    let back = "施策,KPI,担当課,年度,実績\n農業,就農者数,農政課,R4,3\n林業,間伐,林務課,R4,4\n農業,就農者数,農政課,R5,5\n,農地,,R5,6\n";
    let sections: Vec<Option<String>> =
        kpis(&sound("", back)).into_iter().map(|kpi| kpi.section.clone()).collect();
    assert_eq!(sections, [Some("農政課".to_owned()), None, Some("林務課".to_owned())]);
    // Here a blank says that there is none.
    let open = sound("", &csv.replace("商工課", ""));
    let sections: Vec<Option<&str>> = kpis(&open).into_iter().map(|kpi| kpi.section.as_deref()).collect();
    assert_eq!(sections, [Some("農政課"), None, None, None]);
    let full = sound("", "取組,KPI,担当課,R5実績\n就農,就農者数,農政課,3\n就農,研修,農政課,4\n");
    assert_eq!(kpis(&full)[1].section.as_deref(), Some("農政課"));
}

#[test]
fn a_column_may_say_what_values_count_and_which_way_is_better() {
    use Direction::{Assumed, Higher, Lower, Unclear};

    let csv = "施策,KPI,望ましい方向,集計方法,R5目標,R5実績\n\
               環境,ごみの量,↓,単年度,95t,97t\n,補助の件数,増加,累計,30件,28件\n,保全の面積,維持,年度末時点,5ha,5ha\n,苦情,—,,5件以下,4件\n";
    let plan = sound("", csv);
    let said: Vec<(Direction, Counting, bool)> =
        kpis(&plan).into_iter().map(|kpi| (kpi.direction, kpi.counting, actual(kpi).cumulative)).collect();
    let expected = [
        (Lower, Counting::Yearly, false),
        (Higher, Counting::Cumulative, true),
        (Unclear, Counting::PointInTime, false),
        (Lower, Counting::Unstated, false),
    ];
    assert_eq!(said, expected);
    let csv = "施策,KPI,基準値,R4目標,R5目標,R6目標,R5実績\n\
               環境,補助,,5件以上,,,5件\n,ごみ,100t,90t,80t,70t,85t\n,苦情,9件,9件,8件,8件,8件\n,騒音,,9件,7件,8件,8件\n,漏水,,8件,8件,8件,8件\n";
    let directions: Vec<Direction> =
        kpis(&read("", csv).value.expect("a plan")).into_iter().map(|kpi| kpi.direction).collect();
    assert_eq!(directions, [Higher, Lower, Unclear, Assumed, Assumed]);
    let project = read("", "施策,KPI,R5実績,方向性,値の種類\n環境,ごみの量,97t,手法を見直す,割合\n");
    let told = told(&project.problems);
    assert_eq!(
        told.iter().map(|told| (told.0, told.4)).collect::<Vec<_>>(),
        [("column-without-role", Some(3)), ("column-without-role", Some(4))]
    );
}
