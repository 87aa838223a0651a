//! Labels of progress charts: all there, all legible.

use nendo_chart::{Base, Mark, Point, Stage};

use crate::picture::{Area, Shape, is_near};
use crate::series::{CITY, drawn, progress, value};

#[test]
fn no_label_meets_another_nor_a_line_nor_the_edge() {
    for series in CITY {
        let picture = drawn(progress(series));
        picture.is_legible(&format!("{series:?}"));
        let targets = picture.paths.iter().filter(|path| path.group == "target");
        let lines = targets.flat_map(|path| path.corners.windows(2)).map(Area::around);
        let lines: Vec<Area> = lines.map(|line| line.grown(1.0)).collect();
        for label in &picture.labels {
            let area = label.area;
            assert!(!lines.iter().any(|line| area.meets(*line)), "{series:?}: {label:?} meets a line");
            let meets_marker = picture.markers().iter().any(|marker| area.meets(marker.area));
            assert!(!meets_marker, "{series:?}: {label:?} meets a marker");
            for bar in picture.bars().into_iter().filter(|bar| bar.height() > 0.0) {
                let inside = area.within(bar) && label.group != "gap";
                assert!(inside || !area.meets(bar), "{series:?}: {label:?} lies half on {bar:?}");
            }
        }
    }
}

#[test]
fn each_value_is_said_over_its_year() {
    for series in CITY {
        let chart = progress(series);
        let picture = drawn(chart.clone());
        for (period, middle) in chart.periods.iter().zip(picture.middles()) {
            for (group, point) in [("actual", &period.actual), ("target", &period.target)] {
                let Point::Value(mark) = point else { continue };
                let mut labels = picture.labels.iter().filter(|label| label.group == group);
                let said = labels.any(|label| {
                    label.words.ends_with(&mark.label) && (label.area.middle().0 - middle).abs() < 0.1
                });
                assert!(said, "{series:?} {} {mark:?}", period.label);
            }
        }
    }
}

#[test]
fn labels_keep_to_the_side_and_the_order_of_their_values() {
    for series in CITY {
        let chart = progress(series);
        let picture = drawn(chart.clone());
        for (period, middle) in chart.periods.iter().zip(picture.middles()) {
            let top = |group: &str| {
                let mut labels = picture.labels.iter().filter(|label| label.group == group);
                labels.find(|label| (label.area.middle().0 - middle).abs() < 1.0).unwrap().area.top
            };
            let (Some(actual), Some(target)) = (value(&period.actual), value(&period.target)) else {
                continue;
            };
            let (one, other) = (top("actual"), top("target"));
            assert!((actual - target) * (one - other) <= 0.0, "{series:?} {}", period.label);
            for (value, top) in [(actual, one), (target, other)] {
                assert_eq!(value < 0.0, top >= picture.zero(), "{series:?} {} {value}", period.label);
            }
        }
    }
}

#[test]
fn below_zero_there_is_room_for_a_label_too() {
    let picture = drawn(progress(("- -", "-20 8", "%")));
    let label = picture.label("-20%");
    assert!(label.top >= picture.bars()[0].bottom, "{label:?}");
    for target in 0..=20 {
        for (target, actual) in [(-target, -20), (80 + target, 100)] {
            let series = (format!("{target} {target}"), format!("{actual} {actual}"));
            drawn(progress((&series.0, &series.1, "人"))).is_legible(&format!("{target} {actual}"));
        }
    }
}

#[test]
fn one_word_for_both_is_said_once() {
    assert_eq!(drawn(progress(("3 完了", "4 完了", ""))).said("gap"), ["完了"]);
}

#[test]
fn a_long_unit_leaves_the_key_its_room() {
    let long = progress(("3", "4", "オンラインで申請できる行政手続の累計の件数（件／年度）"));
    drawn(long).is_legible("a long unit");
    let long = drawn(progress(("3", "4", &"1".repeat(50))));
    let unit =
        long.labels.iter().find(|label| label.group == "axis" && label.words.starts_with("11")).unwrap();
    assert!(unit.area.right < 358.1 && unit.area.width() > 340.0, "{unit:?}");
    let short = drawn(progress(("3", "4", "件")));
    assert!(
        is_near(short.label("件").right, short.label("4").right),
        "a short unit ends where the ticks end"
    );
}

#[test]
fn values_that_stand_stacked_are_told_apart_by_their_words() {
    let picture = drawn(progress(("4 50", "5 40", "")));
    assert_eq!(picture.said("actual"), ["実績 5", "40"]);
    assert_eq!(picture.said("target"), ["目標 4", "50"]);
}

#[test]
fn a_word_is_put_before_a_value_only_where_there_is_room() {
    let mut named = [0, 0];
    for digits in 1..9 {
        let label = "1".repeat(digits);
        let crowded = progress(("4 4 4 4 4 60", "5 5 5 5 5 -", ""));
        let mut on_bar = progress(("188 200", "189 -", ""));
        on_bar.periods[0].earlier = Some(Mark { value: 200.0, label: String::new() });
        for (at, mut chart) in [crowded, on_bar].into_iter().enumerate() {
            for point in chart.periods.iter_mut().flat_map(|period| [&mut period.target, &mut period.actual])
            {
                if let Point::Value(mark) = point {
                    mark.label.clone_from(&label);
                }
            }
            let picture = drawn(chart);
            picture.is_legible(&label);
            for said in picture.labels.iter().filter(|said| said.words.ends_with(&format!(" {label}"))) {
                named[at] += 1;
                let column = picture.middles()[1] - picture.middles()[0];
                let room = if at == 0 { column - 8.0 } else { picture.bars()[0].width() - 6.0 };
                assert!(said.area.width() <= room, "{said:?} in {room}");
            }
        }
    }
    assert!(named[0] > 0 && named[1] > 0, "{named:?}");
}

#[test]
fn labels_stand_right_beside_what_they_tell() {
    let picture = drawn(progress(("40 50", "20 -", "%")));
    let marker = |at: usize| picture.markers()[at].area;
    assert!(is_near(marker(0).top - picture.label("40%").bottom, 1.0));
    assert!(is_near(picture.bars()[0].top - picture.label("20%").bottom, 1.0));
    let mut chart = progress(("98", "96", "%"));
    chart.base = Base::Broken;
    chart.ticks.clear();
    chart.periods[0].earlier = Some(Mark { value: 97.0, label: "97%".to_owned() });
    let picture = drawn(chart);
    let point = picture.circles.iter().find(|circle| circle.group == "actual").unwrap();
    assert!(is_near(point.area.top - picture.label("96%").bottom, 1.0));
    let earlier = picture.paths("ink-earlier")[0].area;
    assert!(is_near(earlier.top - picture.label("97%").bottom, 6.0));
}

#[test]
fn an_earlier_target_is_said_within_its_column() {
    let mut chart = progress(("80 80 80", "- - -", ""));
    for period in &mut chart.periods {
        period.earlier = Some(Mark { value: 40.0, label: "1".repeat(30) });
    }
    let picture = drawn(chart);
    let column = picture.middles()[1] - picture.middles()[0];
    for label in picture.labels.iter().filter(|label| label.group == "earlier") {
        assert!((0.0..8.5).contains(&(column - 8.0 - label.area.width())), "{label:?} in {column}");
    }
    assert_eq!(picture.said("earlier").len(), 3);
}

#[test]
fn the_words_of_gaps_stay_in_their_columns_and_above_the_base_line() {
    for word in ["集計の仕組みの更新のため", "集計中", "集計の仕組みの更新のため当年度の値は翌年度に公表"]
    {
        let picture = drawn(progress(("84 85 86 87", &format!("{word} {word} {word} 80"), "")));
        picture.is_legible(word);
        let column = picture.middles()[1] - picture.middles()[0];
        let gaps: Vec<Area> =
            picture.labels.iter().filter(|label| label.group == "gap").map(|label| label.area).collect();
        assert!(gaps.iter().all(|gap| gap.width() <= column - 8.0), "{gaps:?} in {column}");
        let lowest = gaps.iter().map(|gap| gap.bottom).fold(0.0, f64::max);
        assert!(is_near(picture.zero() - lowest, 2.0), "{gaps:?}");
    }
}

#[test]
fn letters_are_of_the_ink_of_their_ground() {
    for series in CITY {
        let picture = drawn(progress(series));
        for label in &picture.labels {
            let (group, words) = (&*label.group, &*label.words);
            let on_bar = picture.bars().iter().any(|bar| label.area.within(*bar));
            let expected = match group {
                "gap" => "ink-muted",
                "axis" if !words.ends_with("年度") => "ink-muted",
                _ if on_bar => "ink-on-actual",
                _ => "ink-text",
            };
            assert_eq!(label.class, expected, "{series:?} {words}");
            let is_heavy = group == "actual" || words == "2023年度" || group == "key" && words == "実績";
            assert_eq!(label.is_bold, is_heavy, "{series:?} {words}");
        }
    }
}

#[test]
fn ticks_that_crowd_are_not_all_named() {
    let mut chart = progress(("40", "30", ""));
    chart.ticks = (0..40_u32).map(|at| Mark { value: f64::from(at), label: at.to_string() }).collect();
    let picture = drawn(chart);
    picture.is_legible("40 ticks");
    assert_eq!(picture.grid().len(), 39);
}

#[test]
fn any_number_of_years_finds_room() {
    for (count, name) in [(1_u32, "年度"), (2, "年度"), (5, ""), (12, ""), (30, "年度")] {
        let mut chart = progress(("84", "79", "人/年"));
        let year = chart.periods[0].clone();
        let years = (0..count).map(|at| {
            let value = f64::from(at % 7) * 14.0;
            let mut year = year.clone();
            year.label = format!("{at}{name}");
            year.stage = Stage::Past;
            year.target = Point::Value(Mark { value, label: format!("{value}人/年") });
            year
        });
        chart.periods = years.collect();
        drawn(chart).is_legible(&format!("{count} years"));
    }
}

#[test]
fn columns_are_as_wide_as_their_words_want() {
    let usual = drawn(progress(CITY[0]));
    let column = usual.middles()[1] - usual.middles()[0];
    assert!(is_near(usual.bars()[0].width(), 0.56 * column), "a bar where there is room");
    assert!(
        is_near(usual.frame.right - usual.middles()[2] - column / 2.0, 2.0),
        "the columns fill the drawing"
    );

    let years = ["430000"; 12].join(" ");
    let mut crowded = progress((&years, &years, ""));
    crowded.periods.iter_mut().for_each(|period| period.label.clear());
    let crowded = drawn(crowded);
    let (bars, label) = (crowded.bars(), crowded.label("430000"));
    assert!(is_near(bars[0].width(), label.width() + 10.0), "a value has room upon its bar");
    assert!((1.06..1.08).contains(&((bars[1].left - bars[0].left) / bars[0].width())), "bars keep apart");

    let mut named = progress(CITY[0]);
    named.periods.iter_mut().for_each(|period| period.label = "1234567890123年度".to_owned());
    let picture = drawn(named);
    let years: Vec<&Shape> = picture.labels.iter().filter(|label| label.words.ends_with("年度")).collect();
    assert!((10.0..10.5).contains(&(years[1].area.left - years[0].area.right)), "names of years keep apart");
}

#[test]
fn without_any_length_the_base_line_is_at_the_foot() {
    let mut chart = progress(("0 0", "0 0", ""));
    chart.ticks.clear();
    let picture = drawn(chart);
    let below = picture.label("2022年度").top - picture.zero();
    assert!((0.0..12.0).contains(&below), "{below}");
}
