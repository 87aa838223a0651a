//! The kind of a progress chart, and what it writes.

use nendo_chart::{Base, Period, Point, Run, Stage};
use nendo_model::{
    Bound, Cell, Counting, Direction, Edition, Kpi, Magnitude, Part, Quantity, Range, Reading,
};

use super::made::*;
use super::sample::{cell, decimal, entry, not_set, of, quantity, text, year};

#[test]
fn values_that_mostly_say_cumulative_are_stairs() {
    let cumulative = |value| quantity(value, "人", |quantity| quantity.cumulative = true);
    let run = |counting, cells: [Cell; 3]| {
        let years = (2022..).zip(cells).map(|(at, cell)| (at, entry(Some(cell), None)));
        let kpi = Kpi { counting, ..kpi("①", years) };
        progress(&plan(vec![kpi]), "ja").run
    };
    let most = || [of("25", "人"), cumulative("50"), cumulative("75")];
    let single = || [of("25", "人"), text("未定"), cumulative("75")];
    assert_eq!(run(Counting::Unstated, most()), Run::Cumulative);
    assert_eq!(run(Counting::Unstated, single()), Run::Yearly, "half of them");
    assert_eq!(run(Counting::Unstated, [not_set(None), not_set(None), cumulative("75")]), Run::Yearly);
    let own = || Some(of("8", "人"));
    let mixed =
        (2021..).zip(["10", "20", "30"]).map(|(at, value)| (at, entry(Some(cumulative(value)), own())));
    let mixed = kpi("①", mixed);
    assert_eq!(
        progress(&plan(vec![mixed]), "ja").run,
        Run::Yearly,
        "actuals of their year, targets cumulative"
    );
    assert_eq!(run(Counting::Yearly, most()), Run::Yearly);
    assert_eq!(run(Counting::PointInTime, most()), Run::Yearly);
    assert_eq!(run(Counting::Cumulative, single()), Run::Cumulative);
}

/// Parts in a unit, each a name and a number.
fn breakdown(unit: &str, named: &[(&str, &str)]) -> Vec<Part> {
    let part = |(name, value): &(&str, &str)| Part {
        name: (*name).to_owned(),
        value: decimal(value),
        unit: unit.to_owned(),
    };
    named.iter().map(part).collect()
}

/// A value of these parts, all in its own unit.
fn whole(value: &str, unit: &str, named: &[(&str, &str)]) -> Cell {
    quantity(value, unit, |quantity| quantity.breakdown = breakdown(unit, named))
}

/// The names of the parts, and the labels of each year's.
fn stacked(cells: Vec<Cell>, tag: &str, translations: &[(&str, &str)]) -> (Vec<String>, Vec<Vec<String>>) {
    let years = (2021..).zip(cells).map(|(at, cell)| (at, entry(None, Some(cell))));
    let chart = progress_of(&plan(vec![kpi("①", years)]), tag, translations);
    let labels = |period: &Period| period.parts.iter().map(|mark| mark.label.clone()).collect();
    (chart.parts, chart.periods.iter().map(labels).collect())
}

#[test]
fn parts_that_add_up_are_stacked() {
    let usual = || whole("1,080", "窓口", &[("直営", "1,066"), ("指定", "14")]);
    let swapped = whole("9.5", "窓口", &[("指定", "2.5"), ("直営", "7")]);
    let short = whole("81", "窓口", &[("直営", "66"), ("指定", "14")]);
    let others = whole("2", "窓口", &[("直営", "1"), ("ほか", "1")]);
    let (names, parts) = stacked(vec![usual(), swapped, short, of("5", "窓口"), others], "ja", &[]);
    assert_eq!(names, ["指定", "直営"], "as the latest of most years has them");
    assert_eq!(parts, [vec!["14", "1,066"], vec!["2.5", "7"], vec![], vec![], vec![]]);
    let many = quantity("455000", "窓口", |quantity| {
        quantity.magnitude = Magnitude::TenThousand;
        quantity.breakdown = breakdown("窓口", &[("直営", "400000"), ("指定", "55000")]);
    });
    assert_eq!(stacked(vec![many], "ja", &[]).1, [["40万", "5.5万"]]);
    let both = [("直営", "run by the city"), ("指定", "run by others")];
    assert_eq!(stacked(vec![usual()], "en", &both).0, ["run by the city", "run by others"]);
    assert_eq!(stacked(vec![usual()], "en", &both[..1]), (vec![], vec![vec![]]), "a name is missing");
}

#[test]
fn parts_that_do_not_make_up_the_whole_are_not_drawn() {
    let percent = |value, one, other| whole(value, "%", &[("直営", one), ("指定", other)]);
    let points = stacked(vec![percent("98", "60", "38"), percent("99", "60", "39")], "ja", &[]);
    assert_eq!(points, (vec![], vec![vec![], vec![]]), "a point has no parts");
    let unit = quantity("80", "窓口", |quantity| {
        quantity.breakdown =
            [breakdown("窓口", &[("直営", "66")]), breakdown("件", &[("指定", "14")])].concat();
    });
    let short = whole("81", "窓口", &[("直営", "66"), ("指定", "14")]);
    let negative = whole("80", "窓口", &[("直営", "81"), ("指定", "-1")]);
    let twice = whole("80", "窓口", &[("直営", "66"), ("直営", "14")]);
    let single = whole("80", "窓口", &[("直営", "80")]);
    let six = whole("6", "窓口", &["一", "二", "三", "四", "五", "六"].map(|name| (name, "1")));
    for none in [unit, negative, twice, single, six, short] {
        assert_eq!(stacked(vec![none.clone()], "ja", &[]).0, Vec::<String>::new(), "{none:?}");
    }
}

#[test]
fn percentages_near_a_hundred_leave_zero_out() {
    let axis = |values: &[(&str, &str)]| {
        let years = (2022..).zip(values).map(|(at, (value, unit))| (at, entry(Some(of(value, unit)), None)));
        let chart = progress(&plan(vec![kpi("①", years)]), "ja");
        (chart.base, chart.ticks.iter().map(|tick| tick.label.clone()).collect::<Vec<_>>().join(" "))
    };
    let from_zero = |ticks: &str| (Base::Zero, ticks.to_owned());
    assert_eq!(axis(&[("99.2", "%"), ("98", "%")]), (Base::Broken, "98 98.5 99 99.5 100".to_owned()));
    assert_eq!(axis(&[("95", "%"), ("100", "%")]), (Base::Broken, "95 96 97 98 99 100".to_owned()));
    assert_eq!(axis(&[("94.9", "%"), ("100", "%")]), from_zero("0 20 40 60 80 100"));
    assert_eq!(axis(&[("99", "%"), ("100.5", "%")]).0, Base::Zero);
    assert_eq!(axis(&[("98", "%"), ("98.0", "%")]), from_zero("0 20 40 60 80 100"), "they do not differ");
    assert_eq!(axis(&[("99", "人"), ("98", "人")]), from_zero("0 20 40 60 80 100"));
}

#[test]
fn ticks_are_in_the_magnitude_of_most_values() {
    let axis = |cells: Vec<Cell>, tag: &str| {
        let years = (2022..).zip(cells).map(|(at, cell)| (at, entry(Some(cell), None)));
        let chart = progress(&plan(vec![kpi("①", years)]), tag);
        (chart.unit, chart.ticks.iter().map(|tick| tick.label.clone()).collect::<Vec<_>>().join(" "))
    };
    let many = || quantity("455000", "人", |quantity| quantity.magnitude = Magnitude::TenThousand);
    let cells = || vec![many(), many(), of("300000", "人")];
    assert_eq!(axis(cells(), "ja"), ("万人".to_owned(), "0 10 20 30 40 50".to_owned()));
    assert_eq!(axis(cells(), "en").1, "0 100,000 200,000 300,000 400,000 500,000");
    assert_eq!(axis(vec![of("-12", "人"), of("8", "人")], "ja").1, "-15 -10 -5 0 5 10");
    let yen = || quantity("50000", "円", |quantity| quantity.magnitude = Magnitude::TenThousand);
    let beside = vec![many(), of("300000", "人"), of("200000", "人"), yen(), yen()];
    assert_eq!(axis(beside, "ja").0, "人", "what is in another unit is not drawn");
}

#[test]
fn a_revised_target_keeps_its_old_value() {
    let kpi = |target: Cell| {
        kpi("①", [(2023, entry(Some(target), None)), (2024, entry(Some(of("400", "件")), None))])
    };
    let earlier = |before: Cell, now: Cell| {
        let mut plan = plan(vec![kpi(now)]);
        plan.editions.insert(0, Edition { year: year(2022), ..plan.editions[0].clone() });
        plan.editions[0].branches[0].kpis = vec![kpi(before)];
        let chart = progress(&plan, "ja");
        assert_eq!((chart.words.earlier.as_str(), &chart.periods[1].earlier), ("変更前の目標", &None));
        let drawn = chart.periods[0].earlier.clone().map(|mark| (mark.value, mark.label));
        let revised = told(&plan, "ja", &[], |narrator| {
            narrator.report.earlier_target(first_kpi(narrator), year(2023)).is_some()
        });
        (drawn, revised, chart.ticks.last().map(|tick| tick.label.clone()))
    };
    let at = |most: &str| Some(most.to_owned());
    let old = Some((700.0, "700件".to_owned()));
    assert_eq!(earlier(of("700", "件"), of("340", "件")), (old, true, at("800")));
    assert_eq!(earlier(of("340", "件"), of("340.0", "件")), (None, false, at("400")));
    assert_eq!(earlier(of("340", "人"), of("350", "件")), (None, true, at("400")), "another unit");
    let at_least = quantity("340", "件", |quantity| quantity.bound = Bound::AtLeast);
    assert_eq!(earlier(at_least, of("340", "件")), (None, true, at("400")), "in the same place");
}

#[test]
fn a_chart_says_which_way_is_better() {
    let better = |direction, tag| {
        let kpi = Kpi { direction, ..kpi("①", [(2023, entry(None, Some(of("1", "件"))))]) };
        progress(&plan(vec![kpi]), tag).words.better
    };
    assert_eq!(better(Direction::Lower, "ja"), "値が小さいほど良い");
    assert_eq!(better(Direction::Lower, "en"), "Lower is better");
    assert_eq!(
        [better(Direction::Higher, "ja"), better(Direction::Higher, "en")],
        ["値が大きいほど良い", "Higher is better"]
    );
}

#[test]
fn a_gap_says_why() {
    let word = |cell: Option<Cell>, tag: &str, translations: &[(&str, &str)]| {
        let target = || Some(of("80", "%"));
        let years =
            [2022, 2023, 2024].map(|at| (at, entry(target(), if at == 2023 { cell.clone() } else { None })));
        let chart = progress_of(&plan(vec![kpi("①", years)]), tag, translations);
        assert_eq!(chart.periods[2].actual, Point::Gap { word: String::new() }, "a year to come");
        let stages = [Stage::Past, Stage::Current, Stage::Later];
        assert_eq!(chart.periods.iter().map(|period| period.stage).collect::<Vec<_>>(), stages);
        match &chart.periods[1].actual {
            Point::Gap { word } => word.clone(),
            Point::Value(mark) => panic!("{mark:?}"),
        }
    };
    let ja = |cell| word(cell, "ja", &[]);
    assert_eq!([ja(None), ja(Some(not_set(None))), ja(Some(text("集計中")))], ["値なし", "値なし", "集計中"]);
    assert_eq!(ja(Some(not_set(Some("調査中")))), "調査中");
    assert_eq!(ja(Some(text("国の公表待ち"))), "国の公表待ち");
    assert_eq!(ja(Some(text("国の公表を待つ"))), "表を参照");
    assert_eq!(ja(Some(of("3", "件"))), "表を参照", "another unit");
    let end = |value| Quantity::plain(decimal(value), "%");
    let range = Range { lowest: end("40"), highest: end("60") };
    assert_eq!(ja(Some(cell("40%以上60%以下", Reading::Range(range.into())))), "表を参照");
    assert_eq!(word(Some(text("集計中")), "en", &[]), "see table");
    assert_eq!(word(Some(text("集計中")), "en", &[("集計中", "being counted")]), "being counted");
}

#[test]
fn a_completed_kpi_says_so_in_every_year_from_then_on() {
    let years = [
        (2022, entry(Some(of("3", "箇所")), Some(of("4", "箇所")))),
        (
            2023,
            entry(Some(cell("目標完了", Reading::Closed { year: Some(year(2022)) })), Some(not_set(None))),
        ),
        (2024, entry(None, None)),
    ];
    let plan = plan(vec![kpi("①", years)]);
    let gaps = |tag| {
        let chart = progress(&plan, tag);
        chart.periods[1..].iter().map(|period| period.actual.clone()).collect::<Vec<_>>()
    };
    let gap = |word: &str| Point::Gap { word: word.to_owned() };
    assert_eq!(gaps("ja"), [gap("完了"), gap("完了")]);
    assert_eq!(spark(&plan, "ja").as_deref(), Some("2022年度 4箇所、2023年度 完了"), "not of years to come");
    assert_eq!(
        captions(&plan),
        [
            "この目標は、2022年度末をもって完了しました。2022年度の実績は4箇所で、目標の3箇所を1箇所上回りました。値が大きいほど良い指標です。",
            "The target was completed at the end of FY2022. In FY2022 the actual was 4 locations, 1 location above the target of 3 locations. Higher is better."
        ]
    );
}

#[test]
fn labels_are_as_the_page_writes_them() {
    let labels = |cell: &Cell, tag| {
        let chart = progress(&plan(vec![kpi("①", [(2023, entry(Some(cell.clone()), None))])]), tag);
        match chart.periods[0].target.clone() {
            Point::Value(mark) => (mark.label, chart.unit),
            Point::Gap { word } => panic!("{word}"),
        }
    };
    let said = |label: &str, unit: &str| (label.to_owned(), unit.to_owned());
    let many = quantity("455000", "人", |quantity| quantity.magnitude = Magnitude::TenThousand);
    assert_eq!(labels(&many, "ja"), said("45.5万人", "万人"));
    assert_eq!(labels(&many, "en"), said("455,000", "people"));
    let about = quantity("1300", "人", |quantity| quantity.bound = Bound::About);
    assert_eq!(labels(&about, "ja"), said("約1,300人", "人"));
    assert_eq!(labels(&about, "en"), said("about 1,300", "people"));
    assert_eq!(labels(&of("80", "%"), "en"), said("80%", "%"));
}

#[test]
fn an_actual_without_a_target_says_so_where_other_years_have_one() {
    let words = |first: Option<Cell>| {
        let years = [
            (2022, entry(first, Some(of("9", "件")))),
            (2023, entry(Some(not_set(None)), Some(of("9", "件")))),
            (2024, entry(Some(not_set(None)), None)),
        ];
        let chart = progress(&plan(vec![kpi("①", years)]), "ja");
        chart.periods.iter().map(|period| word(&period.target)).collect::<Vec<_>>()
    };
    assert_eq!(words(Some(of("10", "件"))), ["10件", "目標なし", ""]);
    assert_eq!(words(None), ["", "", ""], "a KPI without targets needs no words");
}
