//! The charts of many KPIs, and a spark.

use nendo_chart::{Goal, Kind, Moves, Spec, Tone as Drawn, Trend};
use nendo_model::{Chart, Direction, Grade, Kpi, Plan, Scale, YearEntry};

use super::made::*;
use super::sample::{entry, of, scale, text};

#[test]
fn a_spark_is_named_by_its_values() {
    let years = [
        (2021, entry(None, Some(text("集計中")))),
        (2022, entry(None, Some(of("1", "人")))),
        (2023, entry(None, Some(of("1300", "人")))),
        (2024, entry(Some(of("1400", "人")), None)),
    ];
    let drawn = plan(vec![kpi("①", years)]);
    assert_eq!(spark(&drawn, "ja").as_deref(), Some("2021年度 集計中、2022年度 1人、2023年度 1,300人"));
    assert_eq!(
        spark(&drawn, "en").as_deref(),
        Some("FY2021 see table; FY2022 1 person; FY2023 1,300 people")
    );
    assert_eq!(spark(&plan(vec![kpi("①", [(2023, entry(Some(of("1", "人")), None))])]), "ja"), None);
}

fn pair(target: &str, actual: &str) -> [(u16, YearEntry); 1] {
    [(2023, entry(Some(of(target, "件")), Some(of(actual, "件"))))]
}

#[test]
fn attainment_is_sorted_and_says_what_is_missing() {
    let falling = [
        (2022, entry(Some(of("120", "件")), None)),
        (2023, entry(Some(of("110", "件")), Some(of("130", "件")))),
    ];
    let waiting = (2023, entry(Some(of("1", "件")), Some(text("集計中"))));
    let kpis = vec![
        kpi("①", pair("100", "250")),
        kpi("②", pair("100", "92.9")),
        Kpi { direction: Direction::Unclear, ..kpi("③", falling.clone()) },
        kpi("④", [(2023, entry(None, Some(of("1", "件"))))]),
        kpi("⑤", [(2022, entry(Some(of("1", "件")), Some(of("1", "件")))), waiting]),
        kpi("⑥", pair("0", "1")),
        kpi("⑦", [(2023, entry(Some(text("言葉")), Some(text("言葉"))))]),
        Kpi { chart: Chart::None, ..kpi("⑧", pair("1", "1")) },
        Kpi { direction: Direction::Lower, ..kpi("⑨", falling) },
    ];
    let chart = attainment(&plan(kpis)).expect("a chart");
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
    assert_eq!((chart.goal.value, chart.goal.label.as_str()), (100.0, "目標 100%"));
    assert!(attainment(&plan(vec![kpi("④", [(2023, entry(None, Some(of("1", "件"))))])])).is_none());
}

#[test]
fn the_scale_of_attainment_ends_where_nothing_exceeds_it() {
    let ticks = |actual| {
        let chart = attainment(&plan(vec![kpi("①", pair("100", actual))])).expect("a chart");
        chart.ticks.iter().map(|tick| tick.label.clone()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(["100", "100.1", "150"].map(ticks), ["0% 50% 100%", "0% 50% 100% 150%", "0% 50% 100% 150%"]);
    assert_eq!(["151", "250"].map(ticks), ["0% 50% 100% 150% 200%"; 2], "what lies beyond is an arrow");
}

#[test]
fn a_long_overview_is_drawn_in_pieces_of_like_length() {
    let pieces = |count: usize| {
        let plan =
            plan(["①"].repeat(count).into_iter().map(|number| kpi(number, pair("100", "90"))).collect());
        let figure = told(&plan, "ja", &[], crate::figure::attainment::figure).expect("a chart");
        crate::figure::attainment::pieces(&figure.spec)
    };
    let rows = |count| {
        let rows = pieces(count).into_iter().map(|spec| match spec.kind {
            Kind::Attainment(chart) => chart.rows.len(),
            _ => 0,
        });
        rows.collect::<Vec<_>>()
    };
    assert_eq!((rows(8), rows(9), rows(16), rows(20)), (Vec::new(), vec![5, 4], vec![8, 8], vec![7, 7, 6]));
    let [first, second] = &pieces(9)[..] else { panic!("two") };
    assert!(first.title.ends_with(" (1/2)") && second.title.ends_with(" (2/2)") && first.id != second.id);
    assert!(!first.description.is_empty() && second.description.is_empty());
}

#[test]
fn attainment_has_the_grade_of_its_year_and_targets_may_stay() {
    let years = [(2022, "C", "80"), (2023, "A", "90"), (2024, "B", "95")].map(|(at, grade, actual)| {
        let entry = entry(Some(of("100", "件")), Some(of(actual, "件")));
        (at, YearEntry { evaluation: scale().find(grade), ..entry })
    });
    let plan = plan(vec![kpi("①", years)]);
    let spec = told(&plan, "ja", &[], crate::figure::attainment::figure).expect("a chart").spec;
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
    let figure = |plan: &Plan, tag, translations: &[(&str, &str)]| {
        told(plan, tag, translations, crate::figure::attainment::figure).expect("a chart")
    };
    let said = |plan: &Plan, translations: &[(&str, &str)]| {
        ["ja", "en"].map(|tag| figure(plan, tag, translations).spec.description)
    };
    let several = plan(vec![
        kpi("①", pair("3", "2")),
        kpi("②", pair("1", "2")),
        kpi("③", pair("0", "1")),
        kpi("④", pair("5", "5")),
    ]);
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
    let text = figure(&several, "en", &[]).caption;
    assert!(text.lang() == "ja" && text.text().contains("66.7% (① 利用者)"), "{text:?}");
    let equal = plan(vec![kpi("①", pair("3", "2")), kpi("②", pair("1", "2")), kpi("③", pair("6", "4"))]);
    let [ja, _] = said(&equal, &[]);
    assert!(ja.contains("最も低いもので66.7%、"), "two have it: {ja}");
    let single = plan(vec![kpi("①", pair("100000", "99999"))]);
    assert_eq!(
        said(&single, &[]),
        [
            "達成率を計算できるKPI1件のうち、0件が目標を達成しました。達成率は100.0%です。",
            "0 of 1 KPI whose attainment can be calculated reached the target. The attainment is 100.0%."
        ],
        "what rounds to 100 % did not reach it"
    );
    let drawn = attainment(&single).expect("a chart");
    assert_eq!(drawn.rows[0].goal, Goal::Missed, "and is not drawn as if it had");
}

/// A KPI with a grade in 2022 and another in 2023; an empty one is none.
fn graded(number: &str, before: &str, now: &str) -> Kpi {
    let year = |grade| YearEntry { evaluation: scale().find(grade), ..entry(None, Some(text("言葉"))) };
    kpi(number, [(2022, year(before)), (2023, year(now))])
}

fn moves(plan: &Plan, tag: &str) -> Option<Spec> {
    told(plan, tag, &[], crate::figure::moves::figure).map(|figure| figure.spec)
}

#[test]
fn grades_move_in_the_chart_as_they_are_counted() {
    let grades = ["B A", "C B", "B A", "A C", "A A", " B", "B ", "B D", " "];
    let kpis = ('①'..).zip(grades).map(|(number, grades)| {
        let (before, now) = grades.split_once(' ').expect("two grades");
        graded(&number.to_string(), before, now)
    });
    let plan = plan(kpis.collect());
    let drawn = moves(&plan, "ja").expect("a chart");
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
    let said = ["ja", "en"].map(|tag| moves(&plan, tag).expect("a chart").description);
    assert_eq!(
        said,
        [
            "2022年度と比べて、評価が上がったKPIは3件、下がったKPIは1件、変わらなかったKPIは1件です。新たに評価されたKPIは1件です。評価の上下を比べられない変化は1件です。この年度に評価のなくなったKPIは1件です。",
            "Compared with FY2022, 3 KPIs moved up, 1 moved down and 1 stayed the same. One KPI was newly evaluated. One KPI moved between evaluations that are not ranked against each other. One KPI is no longer evaluated."
        ]
    );
}

#[test]
fn moves_are_drawn_from_the_second_year_with_results() {
    let is_drawn = |kpi| moves(&plan(vec![kpi]), "ja").is_some();
    assert!(is_drawn(graded("①", "", "B")), "the year before has results");
    assert!(!is_drawn(graded("①", "", "")), "no grade");
    let first = kpi("①", [(2023, YearEntry { evaluation: scale().find("B"), ..YearEntry::default() })]);
    assert!(!is_drawn(first));
}

#[test]
fn the_share_is_said_by_pillar() {
    let graded =
        |grade: &str| YearEntry { evaluation: scale().find(grade), ..entry(None, Some(text("言葉"))) };
    let plan = plan(["A", "A", "C", ""].map(|grade| kpi("①", [(2023, graded(grade))])).into());
    let said = |tag| {
        let figure = told(&plan, tag, &[], crate::figure::share::figure);
        [figure.caption.text(), figure.spec.description]
    };
    let spec = told(&plan, "ja", &[], crate::figure::share::figure).spec;
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
    let spec = told(&plan, "en", &[], crate::figure::share::figure).spec;
    let Kind::Share(rows) = spec.kind else { panic!("a share") };
    assert_eq!(rows[0].segments[1].grade.code, "#2");
    assert_eq!(spec.description, "Pillar 1: 1 × #2.");
}
