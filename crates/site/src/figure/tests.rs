//! Which chart a KPI gets, and what is said of it, on plans of a few cells.

use std::path::Path;

use nendo_chart::{
    Attainment, Base, Goal, Kind, Moves, Period, Point, Progress, Run, Stage, Tone as Drawn, Trend,
};
use nendo_model::{
    Bound, Branch, Cell, Chart, Counting, Decimal, Direction, Edition, FiscalYear, Grade, Identity, Kpi,
    Localized, Magnitude, Number, Origin, Part, Place, Plan, Quantity, Range, Reading, Saved, Scale, Tone,
    Translation, Wording, YearEntry,
};

use crate::route::Page;
use crate::view::{Known, Report, Reported, View};
use crate::{Config, Site};

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

#[test]
fn parts_that_add_up_are_stacked() {
    let whole = |value, parts: &[(&str, &str, &str)]| {
        quantity(value, "窓口", |quantity| {
            let part = |(name, value, unit): &(&str, &str, &str)| Part {
                name: (*name).to_owned(),
                value: decimal(value),
                unit: (*unit).to_owned(),
            };
            quantity.breakdown = parts.iter().map(part).collect();
        })
    };
    let drawn = |cells: Vec<Cell>, tag: &str, translations: &[(&str, &str)]| {
        let years = (2021..).zip(cells).map(|(at, cell)| (at, entry(None, Some(cell))));
        let chart = progress_of(&plan(vec![kpi("①", years)]), tag, translations);
        let labels = |period: &Period| period.parts.iter().map(|mark| mark.label.clone()).collect();
        (chart.parts, chart.periods.iter().map(labels).collect::<Vec<Vec<String>>>())
    };
    let usual = || whole("1,080", &[("直営", "1,066", "窓口"), ("指定", "14", "窓口")]);
    let swapped = whole("9.5", &[("指定", "2.5", "窓口"), ("直営", "7", "窓口")]);
    let short = whole("81", &[("直営", "66", "窓口"), ("指定", "14", "窓口")]);
    let others = whole("2", &[("直営", "1", "窓口"), ("ほか", "1", "窓口")]);
    let (names, parts) =
        drawn(vec![usual(), swapped.clone(), short.clone(), of("5", "窓口"), others.clone()], "ja", &[]);
    assert_eq!(names, ["指定", "直営"], "as the latest of most years has them");
    assert_eq!(parts, [vec!["14", "1,066"], vec!["2.5", "7"], vec![], vec![], vec![]]);

    let both = [("直営", "run by the city"), ("指定", "run by others")];
    let parts = |written: [(&str, &str); 2], unit: &str| {
        written.map(|(name, value)| Part {
            name: name.to_owned(),
            value: decimal(value),
            unit: unit.to_owned(),
        })
    };
    let many = quantity("455000", "窓口", |quantity| {
        quantity.magnitude = Magnitude::TenThousand;
        quantity.breakdown = parts([("直営", "400000"), ("指定", "55000")], "窓口").into();
    });
    assert_eq!(drawn(vec![many], "ja", &[]).1, [["40万", "5.5万"]]);
    let percent = |value: &str, one: &str, other: &str| {
        quantity(value, "%", |quantity| {
            quantity.breakdown = parts([("直営", one), ("指定", other)], "%").into();
        })
    };
    let points = drawn(vec![percent("98", "60", "38"), percent("99", "60", "39")], "ja", &[]);
    assert_eq!(points, (vec![], vec![vec![], vec![]]), "a point has no parts");
    assert_eq!(drawn(vec![usual()], "en", &both).0, ["run by the city", "run by others"]);
    assert_eq!(drawn(vec![usual()], "en", &both[..1]), (vec![], vec![vec![]]), "a name is missing");

    let unit = whole("80", &[("直営", "66", "窓口"), ("指定", "14", "件")]);
    let negative = whole("80", &[("直営", "81", "窓口"), ("指定", "-1", "窓口")]);
    let twice = whole("80", &[("直営", "66", "窓口"), ("直営", "14", "窓口")]);
    let single = whole("80", &[("直営", "80", "窓口")]);
    let six = whole("6", &["一", "二", "三", "四", "五", "六"].map(|name| (name, "1", "窓口")));
    for none in [unit, negative, twice, single, six, short] {
        assert_eq!(drawn(vec![none.clone()], "ja", &[]).0, Vec::<String>::new(), "{none:?}");
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
        let is_revised = |view: &View<'_>| view.report.earlier_target(kpi_of(view), year(2023)).is_some();
        (drawn, view(&plan, "ja", &[], is_revised), chart.ticks.last().map(|tick| tick.label.clone()))
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
    let spark = view(&plan, "ja", &[], |view| super::spark(view, kpi_of(view)).map(|spec| spec.title));
    assert_eq!(spark.as_deref(), Some("2022年度 4箇所、2023年度 完了"), "not of years to come");
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
fn a_caption_says_where_the_actual_stands_and_how_it_moved() {
    let caption = |direction, before: Cell, now: Cell, unit: &str| {
        let years = [(2022, entry(None, Some(before))), (2023, entry(Some(of("85", unit)), Some(now)))];
        captions(&plan(vec![Kpi { direction, ..kpi("①", years) }]))
    };
    assert_eq!(
        caption(Direction::Higher, of("56", "%"), of("79", "%"), "%"),
        [
            "2023年度の実績は79%で、目標の85%を6ポイント下回りました。2022年度の56%から23ポイント増えました。値が大きいほど良い指標です。",
            "In FY2023 the actual was 79%, 6 percentage points below the target of 85%. The actual rose by 23 percentage points from 56% in FY2022. Higher is better."
        ]
    );
    assert_eq!(
        caption(Direction::Lower, of("86", "人"), of("85", "人"), "人"),
        [
            "2023年度の実績は85人で、目標と同じです。2022年度の86人から1人減りました。値が小さいほど良い指標です。",
            "In FY2023 the actual was 85 people, the same as the target. The actual fell by 1 person from 86 people in FY2022. Lower is better."
        ]
    );
    let [ja, en] = caption(Direction::Higher, of("79.0", "%"), of("79", "%"), "%");
    assert!(
        ja.contains("実績は2022年度と同じです。") && en.contains("The actual is the same as in FY2022."),
        "{ja} {en}"
    );
    let foreign = plan(vec![kpi("①", [(2023, entry(None, Some(of("3", "升"))))])]);
    let caption_of = |view: &View<'_>| view.progress_caption(kpi_of(view));
    let said = view(&foreign, "en", &[], caption_of);
    assert!(said.text.text().contains("升"), "{:?}", said.text);
    assert!(
        said.spoken.starts_with("In FY2023 the actual was 3. "),
        "a unit that is not English is not said: {}",
        said.spoken
    );
    let cumulative = quantity("90", "人", |quantity| quantity.cumulative = true);
    let [ja, _] = caption(Direction::Higher, of("25", "人"), cumulative, "人");
    assert!(!ja.contains("2022年度"), "counted otherwise: {ja}");
}

#[test]
fn a_caption_without_an_actual_yet_says_the_latest_one() {
    let latest = |years: Vec<(u16, YearEntry)>| captions(&plan(vec![kpi("①", years)]))[0].clone();
    let past = || (2021, entry(Some(of("10", "件")), Some(of("9", "件"))));
    let waiting = (2023, entry(Some(of("12", "件")), Some(text("集計中"))));
    assert_eq!(
        latest(vec![past(), waiting]),
        "2023年度の目標は12件です。比べられる実績はありません。2021年度の実績は9件で、目標の10件を1件下回りました。値が大きいほど良い指標です。"
    );
    let other = (2023, entry(Some(of("12", "件")), Some(of("3", "人"))));
    assert!(latest(vec![past(), other]).contains("2021年度の実績は9件"), "another unit");
    let known = |at, actual: &str| (at, entry(Some(of("12", "件")), Some(of(actual, "件"))));
    assert_eq!(
        latest(vec![known(2023, "5"), known(2024, "20")]),
        "2023年度の実績は5件で、目標の12件を7件下回りました。値が大きいほど良い指標です。"
    );
    assert_eq!(
        latest(vec![(2023, entry(None, None)), (2024, entry(Some(of("12", "件")), None))]),
        "2024年度の目標は12件です。比べられる実績はありません。値が大きいほど良い指標です。"
    );
}

#[test]
fn a_spark_is_named_by_its_values() {
    let years = [
        (2021, entry(None, Some(text("集計中")))),
        (2022, entry(None, Some(of("1", "人")))),
        (2023, entry(None, Some(of("1300", "人")))),
        (2024, entry(Some(of("1400", "人")), None)),
    ];
    let name = |plan: &Plan, tag| {
        view(plan, tag, &[], |view| super::spark(view, kpi_of(view)).map(|spec| spec.title))
    };
    let drawn = plan(vec![kpi("①", years)]);
    assert_eq!(name(&drawn, "ja").as_deref(), Some("2021年度 集計中、2022年度 1人、2023年度 1,300人"));
    assert_eq!(name(&drawn, "en").as_deref(), Some("FY2021 see table; FY2022 1 person; FY2023 1,300 people"));
    assert_eq!(name(&plan(vec![kpi("①", [(2023, entry(Some(of("1", "人")), None))])]), "ja"), None);
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

#[test]
fn attainment_is_sorted_and_says_what_is_missing() {
    let pair = |target: &str, actual: &str| [(2023, entry(Some(of(target, "件")), Some(of(actual, "件"))))];
    let falling = [
        (2022, entry(Some(of("120", "件")), None)),
        (2023, entry(Some(of("110", "件")), Some(of("130", "件")))),
    ];
    let kpis = || {
        vec![
            kpi("①", pair("100", "250")),
            kpi("②", pair("100", "92.9")),
            Kpi { direction: Direction::Unclear, ..kpi("③", falling.clone()) },
            kpi("④", [(2023, entry(None, Some(of("1", "件"))))]),
            kpi(
                "⑤",
                [
                    (2023, entry(Some(of("1", "件")), Some(text("集計中")))),
                    (2022, entry(Some(of("1", "件")), Some(of("1", "件")))),
                ],
            ),
            kpi("⑥", pair("0", "1")),
            kpi("⑦", [(2023, entry(Some(text("言葉")), Some(text("言葉"))))]),
            Kpi { chart: Chart::None, ..kpi("⑧", pair("1", "1")) },
            Kpi { direction: Direction::Lower, ..kpi("⑨", falling.clone()) },
        ]
    };
    let chart = attainment(&plan(kpis())).expect("a chart");
    let rows: Vec<(String, String)> =
        chart.rows.iter().map(|row| (row.label.clone(), word(&row.attained))).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(label, word)| (label.as_str(), word.as_str())).collect();
    assert_eq!(
        rows,
        [
            ("⑨利用者", "81.8%"),
            ("②利用者", "92.9%"),
            ("①利用者", "250.0%"),
            ("③利用者", "算出不可（どちらが良いか不明）"),
            ("④利用者", "目標なし"),
            ("⑤利用者", "集計中"),
            ("⑥利用者", "算出不可"),
        ]
    );
    let ticks = |chart: &Attainment| chart.ticks.iter().map(|tick| tick.label.clone()).collect::<Vec<_>>();
    assert_eq!(ticks(&chart), ["0%", "50%", "100%", "150%", "200%"], "what lies beyond is an arrow");
    assert_eq!((chart.goal.value, chart.goal.label.as_str()), (100.0, "目標 100%"));
    let most =
        |actual| ticks(&attainment(&plan(vec![kpi("①", pair("100", actual))])).expect("a chart")).len();
    assert_eq!([most("100"), most("100.1"), most("150"), most("151")], [3, 4, 4, 5]);
    assert!(attainment(&plan(vec![kpi("④", [(2023, entry(None, Some(of("1", "件"))))])])).is_none());
}

#[test]
fn attainment_has_the_grade_of_its_year_and_targets_may_stay() {
    let years = [(2022, "C", "80"), (2023, "A", "90"), (2024, "B", "95")].map(|(at, grade, actual)| {
        let entry = entry(Some(of("100", "件")), Some(of(actual, "件")));
        (at, YearEntry { evaluation: scale().find(grade), ..entry })
    });
    let spec = view(&plan(vec![kpi("①", years)]), "ja", &[], super::attainment).expect("a chart");
    let Kind::Attainment(chart) = spec.kind else { panic!("{spec:?}") };
    assert!(spec.title.contains("2023年度"), "{}", spec.title);
    let row = &chart.rows[0];
    assert_eq!(
        (row.grade.as_ref().map(|grade| grade.code.as_str()), word(&row.attained).as_str()),
        (Some("A"), "90.0%")
    );
}

#[test]
fn the_overview_counts_and_names_the_ends() {
    let pair = |target: &str, actual: &str| [(2023, entry(Some(of(target, "件")), Some(of(actual, "件"))))];
    let said = |kpis: &dyn Fn() -> Vec<Kpi>, translations: &[(&str, &str)]| {
        ["ja", "en"]
            .map(|tag| view(&plan(kpis()), tag, translations, |view| view.attainment_caption().spoken))
    };
    let several = || {
        vec![
            kpi("①", pair("3", "2")),
            kpi("②", pair("1", "2")),
            kpi("③", pair("0", "1")),
            kpi("④", pair("5", "5")),
        ]
    };
    assert_eq!(
        said(&several, &[("利用者", "Users")]),
        [
            "達成率を計算できるKPI3件のうち、2件が目標を達成しました。達成率は、最も低いもので66.7%（①利用者）、最も高いもので200.0%（②利用者）です。ほかに、達成率を計算できない数値のKPIが1件あります。",
            "2 of 3 KPIs whose attainment can be calculated reached the target. The lowest attainment is 66.7% (① Users), the highest 200.0% (② Users). One other numeric KPI has no attainment."
        ]
    );
    let [_, en] = said(&several, &[]);
    assert!(
        en.contains("The lowest attainment is 66.7%, the highest 200.0%."),
        "a name that is not English: {en}"
    );
    let text = view(&plan(several()), "en", &[], |view| view.attainment_caption().text);
    assert!(text.lang() == "ja" && text.text().contains("66.7% (① 利用者)"), "{text:?}");
    let equal = || vec![kpi("①", pair("3", "2")), kpi("②", pair("1", "2")), kpi("③", pair("6", "4"))];
    let [ja, _] = said(&equal, &[]);
    assert!(ja.contains("最も低いもので66.7%、"), "two have it: {ja}");
    let single = || vec![kpi("①", pair("100000", "99999"))];
    assert_eq!(
        said(&single, &[]),
        [
            "達成率を計算できるKPI1件のうち、0件が目標を達成しました。達成率は100.0%です。",
            "0 of 1 KPI whose attainment can be calculated reached the target. The attainment is 100.0%."
        ],
        "what rounds to 100 % did not reach it"
    );
    let drawn = attainment(&plan(single())).expect("a chart");
    assert_eq!(drawn.rows[0].goal, Goal::Missed, "and is not drawn as if it had");
}

#[test]
fn grades_move_in_the_chart_as_they_are_counted() {
    let graded = |number, before: &str, now: &str| {
        let year =
            |grade: &str| YearEntry { evaluation: scale().find(grade), ..entry(None, Some(text("言葉"))) };
        kpi(number, [(2022, year(before)), (2023, year(now))])
    };
    let kpis = vec![
        graded("①", "B", "A"),
        graded("②", "C", "B"),
        graded("③", "B", "A"),
        graded("④", "A", "C"),
        graded("⑤", "A", "A"),
        graded("⑥", "", "B"),
        graded("⑦", "B", ""),
        graded("⑧", "B", "D"),
        graded("⑨", "", ""),
    ];
    let plan = plan(kpis);
    let drawn = view(&plan, "ja", &[], super::moves).expect("a chart");
    let Kind::Moves(Moves { before, after, grades, flows }) = drawn.kind else { panic!("{drawn:?}") };
    assert_eq!([before.as_str(), after.as_str()], ["2022年度", "2023年度"]);
    let tones = [Drawn::Ahead, Drawn::On, Drawn::Behind, Drawn::None, Drawn::None];
    assert_eq!(grades.iter().map(|grade| grade.tone).collect::<Vec<_>>(), tones);
    assert_eq!((grades[4].code.as_str(), grades[4].title.as_str()), ("—", "評価なし"));
    let code = |at: usize| grades[at].code.as_str();
    let flows: Vec<_> =
        flows.iter().map(|flow| (code(flow.from), code(flow.to), flow.count, flow.trend)).collect();
    assert_eq!(
        flows,
        [
            ("A", "A", 1, Trend::Level),
            ("A", "C", 1, Trend::Down),
            ("B", "A", 2, Trend::Up),
            ("B", "D", 1, Trend::Level),
            ("B", "—", 1, Trend::Level),
            ("C", "B", 1, Trend::Up),
            ("—", "B", 1, Trend::Level),
        ]
    );
    let said = ["ja", "en"].map(|tag| view(&plan, tag, &[], |view| view.moves_caption().spoken));
    assert_eq!(
        said,
        [
            "2022年度と比べて、評価が上がったKPIは3件、下がったKPIは1件、変わらなかったKPIは1件です。新たに評価されたKPIは1件です。評価の上下を比べられない変化は1件です。この年度に評価のなくなったKPIは1件です。",
            "Compared with FY2022, 3 KPIs moved up, 1 moved down and 1 stayed the same. One KPI was newly evaluated. One KPI moved between evaluations that are not ranked against each other. One KPI is no longer evaluated."
        ]
    );
    let first = Plan { editions: vec![edition(vec![graded("①", "", "B")])], ..plan };
    assert!(view(&first, "ja", &[], super::moves).is_some(), "the year before has results");
    let ungraded = Plan { editions: vec![edition(vec![graded("①", "", "")])], ..first };
    assert!(view(&ungraded, "ja", &[], super::moves).is_none());
}

#[test]
fn the_share_is_said_by_pillar() {
    let graded =
        |grade: &str| YearEntry { evaluation: scale().find(grade), ..entry(None, Some(text("言葉"))) };
    let plan = plan(["A", "A", "C", ""].map(|grade| kpi("①", [(2023, graded(grade))])).into());
    let said = |tag| {
        view(&plan, tag, &[], |view| {
            let caption = view.share_caption();
            [caption.text.text(), caption.spoken]
        })
    };
    let spec = view(&plan, "ja", &[], super::share);
    assert!(spec.title.contains("2023年度"), "{}", spec.title);
    let Kind::Share(rows) = spec.kind else { panic!("{spec:?}") };
    let counts: Vec<_> = rows[0].segments.iter().map(|part| (part.grade.code.as_str(), part.count)).collect();
    assert_eq!((rows.len(), rows[0].label.as_str()), (1, "暮らし"));
    assert_eq!(counts, [("A", 2), ("B", 0), ("C", 1), ("D", 0), ("—", 1)]);
    assert_eq!(said("ja"), ["暮らし：Aが2件、Cが1件、評価なしが1件。"; 2]);
    assert_eq!(
        said("en"),
        ["暮らし: 2 × A, 1 × C, 1 × not evaluated.", "Pillar 1: 2 × A, 1 × C, 1 × not evaluated."]
    );
}

#[test]
fn a_grade_that_the_language_cannot_name_is_named_by_its_place() {
    let grade =
        Grade { code: "遅延".to_owned(), meaning: None, ..scale().grades().nth(2).expect("C").1.clone() };
    let better = scale().grades().next().expect("A").1.clone();
    let scale = Scale::new(vec![better, grade]);
    let late = YearEntry { evaluation: scale.find("遅延"), ..entry(None, Some(text("言葉"))) };
    let plan = Plan { scale, ..plan(vec![kpi("①", [(2023, late)])]) };
    let Kind::Share(rows) = view(&plan, "en", &[], super::share).kind else { panic!("a share") };
    assert_eq!(rows[0].segments[1].grade.code, "#2");
    assert_eq!(view(&plan, "en", &[], |view| view.share_caption().spoken), "Pillar 1: 1 × #2.");
}

fn progress(plan: &Plan, tag: &str) -> Progress {
    progress_of(plan, tag, &[])
}

fn progress_of(plan: &Plan, tag: &str, translations: &[(&str, &str)]) -> Progress {
    view(plan, tag, translations, |view| {
        let spec = super::progress(view, kpi_of(view), &view.report.years);
        match spec.kind {
            Kind::Progress(chart) => chart,
            other => panic!("{other:?}"),
        }
    })
}

fn attainment(plan: &Plan) -> Option<Attainment> {
    view(plan, "ja", &[], super::attainment).map(|spec| match spec.kind {
        Kind::Attainment(chart) => chart,
        other => panic!("{other:?}"),
    })
}

/// What is said of the first KPI in Japanese and in English; all of it is in the page's language.
fn captions(plan: &Plan) -> [String; 2] {
    ["ja", "en"].map(|tag| {
        view(plan, tag, &[], |view| {
            let caption = view.progress_caption(kpi_of(view));
            assert_eq!(caption.text.text(), caption.spoken);
            caption.spoken
        })
    })
}

fn word(point: &Point) -> String {
    match point {
        Point::Value(mark) => mark.label.clone(),
        Point::Gap { word } => word.clone(),
    }
}

/// The year 2023 of a plan, seen in a language.
fn view<T>(plan: &Plan, tag: &str, translations: &[(&str, &str)], seen: impl Fn(&View<'_>) -> T) -> T {
    let nothing = Path::new("no such folder");
    let translations: Vec<Translation> = translations
        .iter()
        .map(|(source, en)| Translation {
            source: (*source).to_owned(),
            targets: Localized([("en".to_owned(), (*en).to_owned())].into()),
            origin: Origin::file("translations.csv"),
        })
        .collect();
    let site = Site::open(nothing, Config::read(nothing).value, None, &translations, &[]);
    let site = site.value.expect("a site");
    let known = Known::of(plan);
    let reported = Reported::of(plan, &known);
    let now = *reported
        .iter()
        .find(|other| other.year == year(2023))
        .unwrap_or(&Reported { year: year(2023), known: known.last().expect("an edition") });
    let report = Report::new(&site, plan, now, &known, &reported);
    let voice = site.words.voices().find(|voice| voice.tag() == tag).expect(tag);
    seen(&View::new(&report, voice, Page::Summary))
}

fn kpi_of<'a>(view: &View<'a>) -> &'a Kpi {
    view.report.edition.kpis().next().expect("a KPI")
}

fn year(number: u16) -> FiscalYear {
    FiscalYear::new(number).expect("a year")
}

fn decimal(written: &str) -> Decimal {
    let magnitude = Decimal::parse(&written.replace([',', '-'], "")).expect(written);
    if written.starts_with('-') { magnitude.negated() } else { magnitude }
}

fn cell(written: &str, reading: Reading) -> Cell {
    Cell { written: written.into(), reading: reading.into(), place: Place::default() }
}

fn quantity(value: &str, unit: &str, change: impl Fn(&mut Quantity)) -> Cell {
    let mut quantity = Quantity::plain(decimal(value), unit);
    change(&mut quantity);
    cell(&format!("{value}{unit}"), Reading::Quantity(quantity))
}

fn of(value: &str, unit: &str) -> Cell {
    quantity(value, unit, |_| {})
}

fn text(written: &str) -> Cell {
    cell(written, Reading::Text)
}

fn not_set(reason: Option<&str>) -> Cell {
    cell("—", Reading::NotSet { reason: reason.map(str::to_owned) })
}

fn entry(target: Option<Cell>, actual: Option<Cell>) -> YearEntry {
    YearEntry { target, actual, ..YearEntry::default() }
}

fn kpi(number: &str, years: impl IntoIterator<Item = (u16, YearEntry)>) -> Kpi {
    Kpi {
        id: format!("life-{number}"),
        identity: Identity::Numbered,
        number: Some(Number { written: number.to_owned(), parts: vec![1] }),
        label: Some("利用者".to_owned()),
        direction: Direction::Higher,
        counting: Counting::Unstated,
        chart: Chart::Automatic,
        baseline: None,
        final_target: None,
        section: None,
        years: years.into_iter().map(|(at, entry)| (year(at), Box::new(entry))).collect(),
        place: Place::default(),
    }
}

/// A plan of one edition, that of 2023.
fn plan(kpis: Vec<Kpi>) -> Plan {
    let level = Localized(
        [("ja", "柱"), ("en", "Pillar")].map(|(tag, text)| (tag.to_owned(), text.to_owned())).into(),
    );
    Plan {
        slug: "city".to_owned(),
        title: Wording::Source("計画".to_owned()),
        levels: vec![Wording::Given(level)],
        scale: scale(),
        audit: None,
        fiscal_year_start: 4,
        editions: vec![edition(kpis)],
    }
}

fn edition(kpis: Vec<Kpi>) -> Edition {
    let branch = Branch {
        id: "life".to_owned(),
        number: None,
        label: "暮らし".to_owned(),
        branches: Vec::new(),
        kpis,
        place: Place::default(),
    };
    Edition {
        year: year(2023),
        file: "plans/city/2023.csv".to_owned(),
        saved: Saved::default(),
        headers: Vec::new(),
        branches: vec![branch],
    }
}

/// A is ahead of B, which is on target, and C is behind; D is outside the ranking.
fn scale() -> Scale {
    let grade = |(code, tone, rank): (&str, Tone, Option<u32>)| Grade {
        code: code.to_owned(),
        meaning: None,
        rank,
        tone,
        counted: true,
        aliases: Vec::new(),
    };
    let grades = [
        ("A", Tone::Ahead, Some(1)),
        ("B", Tone::On, Some(2)),
        ("C", Tone::Behind, Some(3)),
        ("D", Tone::None, None),
    ];
    Scale::new(grades.map(grade).into())
}
