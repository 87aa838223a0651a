//! Grades counted, and moving from year to year.

use nendo_model::{Direction, GradeIndex, Kpi, Movement, Scale, Tally, YearEntry, movement};

use crate::made::{kpi, scale, year};

#[test]
fn each_kpi_counts_once() {
    let scale = scale(&["A", "B", "C"]);
    let kpis = graded(&scale, &["A", "A", "C", "", "A"]);
    let tally = Tally::of(&kpis, year(2023), &scale);
    assert_eq!(tally.grades.iter().map(|grade| grade.count).collect::<Vec<_>>(), [3, 0, 1]);
    assert_eq!(tally.unevaluated, 1);
    assert_eq!(Tally::of(&kpis, year(2022), &scale).unevaluated, 5);
}

#[test]
fn percentages_are_whole_where_all_are_whole() {
    let scale = scale(&["A", "B", "C"]);
    assert_eq!(percentages(&scale, &["A", "A", "A", "C"]), ["75", "0", "25"]);
    assert_eq!(percentages(&scale, &["A", "A", "B"]), ["66.7", "33.3", "0.0"]);
    let sixteenths: Vec<&str> = [["A"; 15].as_slice(), &["B"]].concat();
    assert_eq!(percentages(&scale, &sixteenths), ["93.8", "6.3", "0.0"], "half up");
    assert_eq!(percentages(&scale, &["A", "", "", ""]), ["100", "0", "0"], "of those with a grade");
}

#[test]
fn a_grade_that_is_not_counted_has_no_percentage() {
    let scale = scale(&["A", "B", "!E"]);
    assert_eq!(percentages(&scale, &["A", "B", "!E", "!E"]), ["50", "50", "none"]);
    assert_eq!(percentages(&scale, &["!E", "!E"]), ["none"; 3]);
    assert_eq!(percentages(&scale, &["", ""]), ["none"; 3]);
    assert_eq!(percentages(&scale, &[]), ["none"; 3]);
}

#[test]
fn percentages_stay_whole_beside_a_grade_that_is_not_counted() {
    let scale = scale(&["A", "B", "!E"]);
    let kpis = ["A", "B", "B", "!E"];
    assert_eq!(percentages(&scale, &kpis), ["33.3", "66.7", "none"]);
    let kpis = ["A", "A", "A", "B", "B", "B", "B", "B", "B", "A", "A", "A", "!E"];
    assert_eq!(percentages(&scale, &kpis), ["50", "50", "none"], "one of twelve is not counted");
}

#[test]
fn grades_move_along_the_ranks() {
    let scale = scale(&["A", "B", "?D", "=B"]);
    let at = |code: &str| scale.find(code);
    for (before, now, expected) in [
        ("B", "A", Some(Movement::Up)),
        ("A", "B", Some(Movement::Down)),
        ("B", "B", Some(Movement::Same)),
        ("B", "=B", Some(Movement::Same)),
        ("", "B", Some(Movement::New)),
        ("B", "?D", Some(Movement::Other)),
        ("?D", "A", Some(Movement::Other)),
        ("?D", "?D", Some(Movement::Same)),
        ("B", "", None),
        ("", "", None),
    ] {
        assert_eq!(movement(&scale, at(before), at(now)), expected, "{before} → {now}");
    }
}

/// KPIs with these grades in 2023; an empty one is not evaluated.
fn graded(scale: &Scale, codes: &[&str]) -> Vec<Kpi> {
    let evaluated = |code: &&str| {
        let evaluation: Option<GradeIndex> = if code.is_empty() { None } else { scale.find(code) };
        kpi(Direction::Higher, [(2023, YearEntry { evaluation, ..YearEntry::default() })])
    };
    codes.iter().map(evaluated).collect()
}

fn percentages(scale: &Scale, codes: &[&str]) -> Vec<String> {
    let tally = Tally::of(&graded(scale, codes), year(2023), scale);
    let percents = tally.grades.iter().map(|grade| grade.percent);
    percents.map(|percent| percent.map_or("none".to_owned(), |percent| percent.to_string())).collect()
}
