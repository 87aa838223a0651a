//! The figures that stand beside a city's grades, on KPIs made of a few cells.

use nendo_model::{
    Bound, Cell, Chart, Completion, Decimal, Direction, FiscalYear, Kpi, Quantity, Range, Reading, Revision,
    Several, Standing,
};

use crate::made::{cell, decimal, entry, kpi, not_set, of, text, year};

#[test]
fn a_kpi_is_measured_in_the_unit_that_outnumbers_all_else() {
    let unit = |cells: &[Cell]| {
        let years = (2020..).zip(cells.chunks(2));
        let years = years.map(|(year, pair)| (year, entry(pair.first(), pair.get(1))));
        kpi(Direction::Higher, years).series().map(|series| series.unit().to_owned())
    };
    assert_eq!(unit(&[of("84", "%"), of("56", "%"), text()]).as_deref(), Some("%"));
    assert_eq!(unit(&[of("84", "%"), text()]), None, "as many texts as quantities");
    assert_eq!(unit(&[of("84", "%"), of("3", "件"), of("1", "人"), of("79", "%")]), None, "half of four");
    assert_eq!(unit(&[of("84", "%"), of("79", "%"), of("3", "件")]).as_deref(), Some("%"));
    assert_eq!(unit(&[of("84", "%"), not_set(), not_set(), closed(None)]).as_deref(), Some("%"));
    assert_eq!(unit(&[of("300", ""), of("326", "")]).as_deref(), Some(""), "a number without a unit");
    assert_eq!(unit(&[several(Some(0)), several(Some(0))]).as_deref(), Some("%"), "by the total");
    assert_eq!(unit(&[several(None)]), None);
    assert_eq!(unit(&[text(), not_set()]), None);
    assert_eq!(unit(&[]), None);
    let drawn = |chart| {
        let kpi = pair(Direction::Higher, "2", "1");
        Kpi { chart, ..kpi }.drawn().map(|series| series.unit().to_owned())
    };
    assert_eq!(drawn(Chart::Automatic).as_deref(), Some("件"));
    assert_eq!(drawn(Chart::None), None, "the city wants no chart");
}

#[test]
fn a_cell_says_that_its_value_was_revised_however_many_it_has() {
    let revised = || Quantity { revision: Some(Revision::Upward), ..Quantity::plain(decimal("1"), "件") };
    let plain = || Quantity::plain(decimal("0.0"), "件");
    assert!(plain().value.is_zero() && !revised().value.is_zero());
    let range = |lowest, highest| Reading::Range(Box::new(Range { lowest, highest }));
    let several = |quantities| Reading::Several(Several { quantities, total: None });
    for (reading, said) in [
        (Reading::Quantity(revised()), Some(Revision::Upward)),
        (range(revised(), revised()), Some(Revision::Upward)),
        (several(vec![plain(), revised()]), Some(Revision::Upward)),
        (several(vec![plain()]), None),
        (Reading::Text, None),
    ] {
        assert_eq!(cell(reading).revision(), said);
    }
}

#[test]
fn an_actual_stands_beside_its_target() {
    for (direction, target, actual, gap, standing) in [
        (Direction::Higher, "85", "79", "6", Standing::Missed),
        (Direction::Higher, "70", "80.22", "10.22", Standing::Reached),
        (Direction::Higher, "20.0", "20", "0", Standing::Reached),
        (Direction::Lower, "85", "79", "6", Standing::Reached),
        (Direction::Lower, "5", "7.5", "2.5", Standing::Missed),
        (Direction::Lower, "0", "0", "0", Standing::Reached),
        (Direction::Higher, "-2", "-5", "3", Standing::Missed),
    ] {
        let kpi = pair(direction, target, actual);
        let compared = kpi.comparison(year(2023)).expect("both are quantities");
        assert_eq!(
            (compared.gap.to_string().as_str(), compared.standing),
            (gap, standing),
            "{actual}/{target}"
        );
        assert_eq!(compared.target.value, decimal(target));
        assert_eq!(compared.actual.value, decimal(actual));
    }
}

#[test]
fn where_no_way_is_better_the_distance_says_nothing_of_it() {
    let years = |actual: &str| [(2023, entry(Some(&of("110", "件")), Some(&of(actual, "件"))))];
    let standing = |actual| {
        let kpi = kpi(Direction::Unclear, years(actual));
        (kpi.comparison(year(2023)).map(|compared| compared.standing), attainment(&kpi, year(2023)))
    };
    assert_eq!(standing("130"), (Some(Standing::Unclear), None));
    assert_eq!(standing("90"), (Some(Standing::Unclear), None));
    assert_eq!(standing("110"), (Some(Standing::Reached), None));
}

#[test]
fn an_actual_stands_beside_that_of_the_year_before_if_both_are_counted_alike() {
    let gap = |before: Cell, now: Cell| {
        let years = [(2022, entry(None, Some(&before))), (2023, entry(Some(&of("85", "%")), Some(&now)))];
        let kpi = kpi(Direction::Higher, years);
        kpi.series()?.trend(year(2023)).map(|trend| trend.gap.to_string())
    };
    let with = |change: &dyn Fn(&mut Quantity)| {
        let mut quantity = Quantity::plain(decimal("50"), "%");
        change(&mut quantity);
        Cell { reading: Reading::Quantity(quantity).into(), ..of("50", "%") }
    };
    assert_eq!(gap(of("56", "%"), of("79", "%")).as_deref(), Some("23"));
    assert_eq!(gap(of("79", "%"), of("56.5", "%")).as_deref(), Some("22.5"));
    assert_eq!(gap(of("56", "件"), of("79", "%")), None);
    assert_eq!(gap(not_set(), of("79", "%")), None);
    assert_eq!(gap(with(&|quantity| quantity.bound = Bound::AtLeast), of("79", "%")), None);
    assert_eq!(gap(of("25", "%"), with(&|quantity| quantity.cumulative = true)), None);
    assert_eq!(gap(of("25", "%"), with(&|quantity| quantity.label = Some("月平均".to_owned()))), None);
    let only = kpi(Direction::Higher, [(2023, entry(None, Some(&of("79", "%"))))]);
    assert!(only.series().and_then(|only| only.trend(year(2023))).is_none());
}

#[test]
fn what_is_not_in_the_unit_of_the_kpi_is_not_compared() {
    let in_percent = || (2022, entry(Some(&of("84", "%")), Some(&of("56", "%"))));
    let compared = |target: Option<Cell>, actual: Option<Cell>| {
        let kpi = kpi(Direction::Higher, [in_percent(), (2023, entry(target.as_ref(), actual.as_ref()))]);
        kpi.comparison(year(2023)).is_some()
    };
    assert!(compared(Some(of("85", "%")), Some(of("79", "%"))));
    assert!(!compared(Some(of("85", "%")), Some(of("79", "件"))));
    assert!(!compared(Some(of("85", "件")), Some(of("79", "%"))));
    assert!(!compared(Some(of("85", "%")), Some(not_set())));
    assert!(!compared(Some(text()), Some(of("79", "%"))));
    assert!(!compared(None, Some(of("79", "%"))));
    assert!(!compared(Some(of("85", "%")), None));
    assert!(compared(Some(of("85", "%")), Some(several(Some(0)))), "the total is the level");
    assert!(pair(Direction::Higher, "1", "2").comparison(year(2022)).is_none(), "no such year");
}

#[test]
fn bounds_and_running_totals_are_compared_only_with_their_like() {
    let with = |value: &str, bound: Bound, cumulative: bool| {
        let mut quantity = Quantity::plain(decimal(value), "件");
        (quantity.bound, quantity.cumulative) = (bound, cumulative);
        cell(Reading::Quantity(quantity))
    };
    let standing = |target: Cell, actual: Cell| {
        let kpi = kpi(Direction::Higher, [(2023, entry(Some(&target), Some(&actual)))]);
        kpi.comparison(year(2023)).map(|compared| compared.standing)
    };
    let exact = |value: &str| with(value, Bound::Exact, false);
    assert_eq!(standing(with("80", Bound::AtLeast, false), exact("80")), Some(Standing::Reached));
    assert_eq!(standing(with("80", Bound::MoreThan, false), exact("80")), Some(Standing::Missed));
    assert_eq!(standing(with("80", Bound::LessThan, false), exact("80")), Some(Standing::Missed));
    assert_eq!(standing(exact("100"), with("90", Bound::AtLeast, false)), None);
    assert_eq!(standing(exact("90"), with("90", Bound::About, false)), None);
    assert_eq!(standing(with("100", Bound::Exact, true), exact("20")), None);
    assert_eq!(
        standing(with("100", Bound::Exact, true), with("100", Bound::Exact, true)),
        Some(Standing::Reached)
    );
}

#[test]
fn a_value_is_compared_only_with_one_counted_in_the_same_way() {
    let said = |label: &str, note: &str| {
        let mut quantity = Quantity::plain(decimal("500"), "人");
        quantity.label = Some(label.to_owned()).filter(|label| !label.is_empty());
        quantity.notes = Some(note.to_owned()).into_iter().filter(|note| !note.is_empty()).collect();
        cell(Reading::Quantity(quantity))
    };
    for (target, actual, alike) in [
        (("", ""), ("", ""), true),
        (("", ""), ("延べ", ""), false),
        (("延べ", ""), ("", ""), false),
        (("", ""), ("のべ", ""), false),
        (("", ""), ("延", ""), false),
        (("", ""), ("延べ人数", ""), false),
        (("", ""), ("利用者数(延べ)", ""), false),
        (("利用者数", ""), ("利用者数", "延べ"), false),
        (("", ""), ("", "延べ人数"), false),
        (("", ""), ("平均", ""), false),
        (("", ""), ("", "月平均"), false),
        (("平均", ""), ("", "月平均"), false),
        (("延べ", ""), ("平均", ""), false),
        (("延べ", ""), ("のべ", ""), true),
        (("延", ""), ("", "延べ人数"), true),
        (("平均", ""), ("平均", ""), true),
        (("年平均", ""), ("年間平均", ""), true),
        (("", ""), ("合計", ""), true),
        (("総数", ""), ("計", ""), true),
        (("", ""), ("総延長", ""), true),
        (("", ""), ("", "全国平均を上回る"), true),
        (("", ""), ("", "平均4.0点"), true),
        (("延べ", ""), ("", "延べ86人"), false),
    ] {
        let (target_cell, actual_cell) = (said(target.0, target.1), said(actual.0, actual.1));
        let kpi = kpi(Direction::Higher, [(2023, entry(Some(&target_cell), Some(&actual_cell)))]);
        assert_eq!(kpi.comparison(year(2023)).is_some(), alike, "{actual:?} against {target:?}");
        assert_eq!(attainment(&kpi, year(2023)).is_some(), alike, "{actual:?} against {target:?}");
    }
}

#[test]
fn attainment_is_defined_where_it_means_something() {
    use Direction::{Higher, Lower};
    for (direction, target, actual, expected) in [
        (Higher, "85", "79", Some("92.9")),
        (Higher, "80", "154", Some("192.5")),
        (Higher, "16", "1", Some("6.3")),
        (Higher, "85", "0", Some("0")),
        (Higher, "-4", "-2", None),
        (Higher, "-300", "-600", None),
        (Lower, "80", "70", Some("112.5")),
        (Lower, "80", "80", Some("100")),
        (Lower, "80", "100", Some("75")),
        (Lower, "80", "200", Some("-50")),
        (Lower, "80", "0", Some("200")),
        (Higher, "0", "5", None),
        (Lower, "0", "0", None),
        (Higher, "5", "-2", None),
        (Higher, "-5", "2", None),
        (Lower, "5", "-2", None),
    ] {
        let attained = attainment(&pair(direction, target, actual), year(2023));
        assert_eq!(attained, expected.map(decimal), "{direction:?} {actual}/{target}");
    }
    let words = kpi(Higher, [(2023, entry(Some(&text()), Some(&text())))]);
    assert_eq!(attainment(&words, year(2023)), None);
}

#[test]
fn a_completed_target_stays_completed() {
    let closing = |cell: Cell| {
        let years = [
            (2022, entry(Some(&of("3", "箇所")), Some(&of("4", "箇所")))),
            (2023, entry(Some(&cell), Some(&not_set()))),
            (2024, entry(Some(&not_set()), None)),
        ];
        kpi(Direction::Higher, years)
    };
    let named = closing(closed(Some(2022)));
    assert_eq!(
        [2022, 2023, 2024].map(|at| named.completion(year(at))),
        [
            None,
            Some(Completion { at_end_of: Some(year(2022)) }),
            Some(Completion { at_end_of: Some(year(2022)) })
        ]
    );
    let unnamed = closing(closed(None));
    assert_eq!(unnamed.completion(year(2024)), Some(Completion { at_end_of: None }), "no year is made up");
    assert_eq!(closing(not_set()).completion(year(2024)), None);
    let ending = closing(closed(Some(2024)));
    assert_eq!(ending.completion(year(2023)), None, "its end is still to come");
    assert!(ending.completion(year(2024)).is_some());
    let mut again = closing(closed(Some(2022)));
    again.years.insert(year(2025), entry(Some(&of("5", "箇所")), None).into());
    assert!(again.completion(year(2024)).is_some());
    assert_eq!(again.completion(year(2025)), None, "it is followed again");
}

fn attainment(kpi: &Kpi, year: FiscalYear) -> Option<Decimal> {
    kpi.comparison(year)?.attainment()
}

fn several(total: Option<usize>) -> Cell {
    let quantities = ["8.5", "12.9"].map(|value| Quantity::plain(decimal(value), "%"));
    cell(Reading::Several(Several { quantities: quantities.into(), total }))
}

fn closed(at: Option<u16>) -> Cell {
    cell(Reading::Closed { year: at.map(year) })
}

/// A KPI with a target and an actual in 2023.
fn pair(direction: Direction, target: &str, actual: &str) -> Kpi {
    kpi(direction, [(2023, entry(Some(&of(target, "件")), Some(&of(actual, "件"))))])
}
