//! Grades beside a rule for them, on a plan of one KPI.

use std::collections::BTreeMap;

use nendo_model::{
    Bound, Cell, Direction, Edition, GradeBound, GradeIndex, Kpi, Magnitude, Place, Plan, Quantity, Reading,
    Scale, YearEntry, audit,
};

use crate::made::{self, cell, decimal, edition, year};

/// A 100 %, B 95 %, C 0 %; nothing for D.
const RULE: [(&str, &str); 3] = [("C", "0"), ("A", "100"), ("B", "95")];

#[test]
fn the_greatest_bound_that_is_reached_says_which_grade_is_due() {
    tells(
        Direction::Higher,
        &[
            ("43", "40", "A", ""),
            ("43", "40", "B", "A 107.5"),
            ("40", "40", "B", "A 100.0"),
            ("40.0", "40", "A", ""),
            ("38", "40", "B", ""),
            ("38", "40", "A", "B 95.0"),
            ("37.9", "40", "B", "C 94.8"),
            ("0", "40", "C", ""),
            ("0", "40", "B", "C 0.0"),
        ],
    );
}

#[test]
fn rounding_reaches_no_bound_and_is_not_shown_as_if_it_did() {
    tells(
        Direction::Higher,
        &[
            ("2499", "2500", "A", "B 99.96"),
            ("2499", "2500", "B", ""),
            ("99999", "100000", "A", "B 99.999"),
            ("9999999999", "10000000000", "A", "B 99.99999999"),
            ("1899", "2000", "B", "C 94.95"),
            ("18999", "20000", "B", "C 94.995"),
            ("2501", "2500", "B", "A 100.0"),
        ],
    );
    let thirds = [("A", "66.7"), ("B", "66.6"), ("C", "0")];
    assert_eq!(said(&thirds, Direction::Higher, ("3", "2"), "A"), "B 66.67");
    assert_eq!(said(&thirds, Direction::Higher, ("3", "2"), "B"), "");
}

#[test]
fn what_cannot_be_told_exactly_is_not_told() {
    // 99.999999999999 %, and a product beyond the bounds of a decimal.
    for (actual, target) in
        [("99999999999999", "100000000000000"), ("1.000000001", "9999999999999999999999999999")]
    {
        assert_eq!(said(&RULE, Direction::Higher, (target, actual), "A"), "", "{actual}/{target}");
    }
}

#[test]
fn where_less_is_better_the_other_formula_is_used() {
    tells(
        Direction::Lower,
        &[
            ("12", "10", "A", "C 80.0"),
            ("10", "10", "B", "A 100.0"),
            ("8", "10", "A", ""),
            ("8", "10", "C", "A 120.0"),
            ("10.0001", "10", "A", "B 99.999"),
            ("20", "10", "C", ""),
            ("20.1", "10", "A", ""),
        ],
    );
}

#[test]
fn nothing_is_said_where_nothing_is_due() {
    for (target, actual) in [("0", "3"), ("0", "0"), ("-5", "-3"), ("5", "-3")] {
        assert_eq!(said(&RULE, Direction::Higher, (target, actual), "A"), "", "{actual}/{target}");
    }
    assert_eq!(said(&RULE, Direction::Higher, ("10", "1"), "D"), "", "a grade that the rule does not name");
    assert_eq!(said(&RULE[1..], Direction::Higher, ("10", "1"), "A"), "", "below all bounds");
    assert_eq!(said(&[], Direction::Higher, ("10", "1"), "A"), "");
    let unevaluated = plan(&RULE, kpi(Direction::Higher, of("10"), of("1"), None));
    assert_eq!(audit(&unevaluated), []);
    let ruleless = Plan { audit: None, ..plan(&RULE, graded(of("10"), of("1"), "A")) };
    assert_eq!(audit(&ruleless), []);
}

#[test]
fn only_what_can_be_compared_is() {
    let total = |value| Quantity { cumulative: true, ..of(value) };
    let bound = |bound, value| Quantity { bound, ..of(value) };
    let unit = |unit: &str, value| Quantity { unit: unit.to_owned(), ..of(value) };
    for (target, actual, told) in [
        (total("20"), of("3"), ""),
        (of("20"), total("3"), ""),
        (total("20"), total("3"), "C 15.0"),
        (of("20"), bound(Bound::About, "3"), ""),
        (bound(Bound::AtLeast, "20"), of("3"), "C 15.0"),
        (of("20"), unit("人", "3"), ""),
    ] {
        let plan = plan(&RULE, graded(target.clone(), actual.clone(), "A"));
        assert_eq!(self::told(&plan), told, "{target:?} {actual:?}");
    }
    // 40件超 is missed by 40件, whatever the ratio says.
    let exceeded = |actual| graded(bound(Bound::MoreThan, "40"), of(actual), "B");
    assert_eq!(told(&plan(&RULE, exceeded("40"))), "");
    assert_eq!(told(&plan(&RULE, exceeded("41"))), "A 102.5");
}

#[test]
fn grades_are_found_by_look_alikes_and_need_not_occur() {
    assert_eq!(said(&[("Ａ", "100"), ("b", "0")], Direction::Higher, ("10", "9"), "A"), "B 90.0");
    assert_eq!(said(&[("A", "100"), ("×", "0")], Direction::Higher, ("10", "9"), "A"), "× 90.0");
}

#[test]
fn the_message_has_the_cells_as_they_are_scaled_and_their_place() {
    let scaled = |value| Quantity { magnitude: Magnitude::TenThousand, unit: "人".to_owned(), ..of(value) };
    let plan = plan(&RULE, graded(scaled("500000"), scaled("455000"), "A"));
    let problems = audit(&plan);
    let [problem] = problems.as_slice() else { panic!("one problem: {problems:?}") };
    let fields: BTreeMap<_, _> = problem.case.fields().into_iter().collect();
    let expected = [
        ("value", "A"),
        ("due", "C"),
        ("attainment", "91.0"),
        ("actual", "45.5万人"),
        ("target", "50万人"),
        ("direction", "higher"),
    ];
    assert_eq!(fields, BTreeMap::from(expected));
    assert_eq!((problem.origin.row, &*problem.origin.header), (Some(2), "actual"));
}

#[test]
fn each_year_is_judged_once_by_the_edition_that_its_site_is_made_of() {
    let edition = |at: u16, actual: &str| {
        let mut kpi = graded(of("10"), of(actual), "A");
        kpi.years.insert(year(2022), kpi.years[&year(2023)].clone());
        kpi.years.insert(year(2024), kpi.years[&year(2023)].clone());
        edition(at, kpi)
    };
    let plan = |editions| Plan { editions, ..plan(&RULE, graded(of("10"), of("10"), "A")) };
    assert_eq!(audit(&plan(vec![edition(2022, "9"), edition(2023, "10")])).len(), 1);
    assert_eq!(audit(&plan(vec![edition(2022, "10"), edition(2023, "9")])).len(), 1);
    assert_eq!(audit(&plan(vec![edition(2023, "9")])).len(), 2);
}

/// Of each actual, target and grade, what [`said`] says by the rule.
fn tells(direction: Direction, rows: &[(&str, &str, &str, &str)]) {
    for (actual, target, grade, told) in rows {
        assert_eq!(said(&RULE, direction, (target, actual), grade), *told, "{actual}/{target} {grade}");
    }
}

/// The grade that is due and the attainment, where the table says another.
fn said(rule: &[(&str, &str)], direction: Direction, (target, actual): (&str, &str), grade: &str) -> String {
    told(&plan(rule, kpi(direction, of(target), of(actual), scale().find(grade))))
}

fn told(plan: &Plan) -> String {
    let problems = audit(plan);
    let field = |name| {
        let fields = problems.first().map(|problem| problem.case.fields()).unwrap_or_default();
        fields.into_iter().find(|(other, _)| *other == name).map(|(_, text)| text.to_owned())
    };
    assert!(problems.len() < 2, "{problems:?}");
    [field("due"), field("attainment")].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn plan(rule: &[(&str, &str)], kpi: Kpi) -> Plan {
    let bound = |&(grade, from): &(&str, &str)| GradeBound { grade: grade.to_owned(), from: decimal(from) };
    let headers = ["target", "actual"].map(str::to_owned).into();
    let edition = Edition { headers, ..edition(2023, kpi) };
    Plan { scale: scale(), audit: Some(rule.iter().map(bound).collect()), ..made::plan(vec![edition]) }
}

/// A KPI in 件, with this target, actual and grade in 2023.
fn kpi(direction: Direction, target: Quantity, actual: Quantity, evaluation: Option<GradeIndex>) -> Kpi {
    let at = |quantity, column| Cell { place: Place::new(2, column), ..cell(Reading::Quantity(quantity)) };
    let entry = made::entry(Some(&at(target, 0)), Some(&at(actual, 1)));
    made::kpi(direction, [(2023, YearEntry { evaluation, ..entry })])
}

fn graded(target: Quantity, actual: Quantity, grade: &str) -> Kpi {
    kpi(Direction::Higher, target, actual, scale().find(grade))
}

fn of(value: &str) -> Quantity {
    Quantity::plain(decimal(value), "件")
}

/// The rule names no D.
fn scale() -> Scale {
    made::scale(&["A", "B", "C", "D"])
}
