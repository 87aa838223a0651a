//! The walks over a plan: which years are reported, which branches and KPIs there are.

use nendo_model::{Branch, Direction, Edition, YearEntry};

use crate::made::{edition, entry, kpi, not_set, of, plan, scale, text, year};

#[test]
fn a_year_is_reported_by_its_own_edition_or_the_earliest_later_one() {
    let with = |years: &[u16]| {
        let actual = of("1", "件");
        kpi(Direction::Higher, years.iter().map(|at| (*at, entry(Some(&actual), Some(&actual)))))
    };
    let plan =
        plan(vec![edition(2022, with(&[2021, 2022, 2023])), edition(2024, with(&[2022, 2023, 2024, 2025]))]);
    let reported: Vec<(u16, u16)> =
        plan.reported().iter().map(|(year, edition)| (year.number(), edition.year.number())).collect();
    assert_eq!(reported, [(2021, 2022), (2022, 2022), (2023, 2024), (2024, 2024)]);
}

#[test]
fn what_an_earlier_edition_foretold_reports_no_year() {
    let with = |results: &[u16]| {
        let actual = of("1", "件");
        let result = |year: u16| results.contains(&year).then_some(&actual);
        kpi(Direction::Higher, (2022..2025).map(|at| (at, entry(Some(&actual), result(at)))))
    };
    let plan = plan(vec![
        edition(2022, with(&[2024])),
        edition(2023, with(&[2022, 2023, 2024])),
        edition(2024, with(&[2022, 2023])),
    ]);
    let reported: Vec<(u16, u16)> =
        plan.reported().iter().map(|(year, edition)| (year.number(), edition.year.number())).collect();
    assert_eq!(reported, [(2022, 2023), (2023, 2023)]);
}

#[test]
fn a_year_without_a_result_is_not_reported() {
    let graded = YearEntry { evaluation: scale(&["A"]).find("A"), ..YearEntry::default() };
    let years = [
        (2021, entry(Some(&of("1", "件")), Some(&not_set()))),
        (2022, entry(None, Some(&text()))),
        (2023, graded),
        (2024, entry(Some(&of("2", "件")), None)),
    ];
    let plan = plan(vec![edition(2024, kpi(Direction::Higher, years))]);
    let reported: Vec<u16> = plan.reported().iter().map(|(year, _)| year.number()).collect();
    assert_eq!(reported, [2022, 2023]);
    assert!(self::plan(Vec::new()).reported().is_empty());
}

/// 男女計:8.5% 男性:12.9%

#[test]
fn branches_and_kpis_are_walked_in_the_order_of_the_table() {
    let leaf = |id: &str| {
        let kpi = kpi(Direction::Higher, [(2023, entry(Some(&of("1", "件")), None))]);
        Branch { id: id.to_owned(), ..edition(2023, kpi).branches.remove(0) }
    };
    let over = |id: &str, branches: Vec<Branch>| Branch { branches, kpis: Vec::new(), ..leaf(id) };
    let branches = vec![over("a", vec![leaf("a-1"), over("a-2", vec![leaf("a-2-1")])]), leaf("b")];
    let edition = Edition { branches, ..edition(2023, kpi(Direction::Higher, [])) };
    let ids: Vec<&str> = edition.all_branches().iter().map(|branch| branch.id.as_str()).collect();
    assert_eq!(ids, ["a", "a-1", "a-2", "a-2-1", "b"]);
    let paths: Vec<String> = edition
        .paths()
        .iter()
        .map(|path| path.iter().map(|branch| branch.id.as_str()).collect::<Vec<_>>().join(" > "))
        .collect();
    assert_eq!(paths, ["a", "a > a-1", "a > a-2", "a > a-2 > a-2-1", "b"]);
    assert_eq!((edition.kpis().count(), edition.branches[0].all_kpis().len()), (3, 2));
    assert_eq!(edition.years(), [year(2023)]);
}
