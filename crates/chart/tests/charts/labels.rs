//! Labels of progress charts: all there, all legible.

use nendo_chart::{Mark, Point, Stage};

use crate::picture::{Area, Picture};
use crate::series::{CITY, named, progress, spec, value};

#[test]
fn no_label_meets_another_nor_a_line_nor_the_edge() {
    for series in CITY {
        let chart = progress(series);
        let picture = Picture::of(&spec(series));
        let frame = picture.frame.unwrap();
        for (at, (group, words, area)) in picture.labels.iter().enumerate() {
            assert!(area.within(frame), "{series:?}: {words} {area:?} leaves {frame:?}");
            for (_, others, other) in &picture.labels[at + 1..] {
                assert!(!area.meets(*other), "{series:?}: {words} {area:?} meets {others} {other:?}");
            }
            for pair in
                picture.lines.iter().filter(|line| line.0 == "target").flat_map(|line| line.2.windows(2))
            {
                let line = Area(
                    pair[0].0.min(pair[1].0),
                    pair[0].1.min(pair[1].1),
                    pair[0].0.max(pair[1].0),
                    pair[0].1.max(pair[1].1),
                );
                let line = Area(line.0 - 1.0, line.1 - 1.0, line.2 + 1.0, line.3 + 1.0);
                assert!(!area.meets(line), "{series:?}: {words} {area:?} meets the line {line:?}");
            }
            for (.., (x, y)) in picture.markers() {
                let marker = Area(x - 5.0, y - 5.0, x + 5.0, y + 5.0);
                assert!(!area.meets(marker), "{series:?}: {words} meets a marker");
            }
            for (.., bar) in picture.bars().iter().filter(|(.., bar)| bar.3 > bar.1) {
                let inside = area.within(*bar) && group != "gap";
                assert!(inside || !area.meets(*bar), "{series:?}: {words} {area:?} lies half on {bar:?}");
            }
        }
        let written = |point: &Point| match point {
            Point::Value(mark) => {
                picture.labels.iter().any(|(_, words, _)| words.ends_with(mark.label.as_str()))
            }
            Point::Gap { .. } => true,
        };
        assert!(
            chart.periods.iter().all(|period| written(&period.target) && written(&period.actual)),
            "{series:?}"
        );
    }
}

#[test]
fn labels_keep_to_the_side_and_the_order_of_their_values() {
    for series in CITY {
        let chart = progress(series);
        let picture = Picture::of(&spec(series));
        for (period, middle) in chart.periods.iter().zip(picture.middles()) {
            let top = |group: &str| {
                let mut found = picture.labels.iter().filter(|(other, _, area)| {
                    other == group && (f64::midpoint(area.0, area.2) - middle).abs() < 1.0
                });
                found.next().map(|(.., area)| area.1)
            };
            let (Some(actual), Some(target)) = (value(&period.actual), value(&period.target)) else {
                continue;
            };
            let (one, other) = (top("actual").unwrap(), top("target").unwrap());
            assert!((actual - target) * (one - other) <= 0.0, "{series:?} {}", period.label);
            for (value, top) in [(actual, one), (target, other)] {
                assert_eq!(value < 0.0, top >= picture.zero(), "{series:?} {} {value}", period.label);
            }
        }
    }
}

#[test]
fn below_zero_there_is_room_for_a_label_too() {
    let picture = Picture::of(&spec(("- -", "-20 8", "%")));
    let label = picture.labels.iter().find(|label| label.1 == "-20%").unwrap();
    assert!(label.2.1 >= picture.bars()[0].3.3, "{label:?}");
    for target in 0..=20 {
        for (target, actual) in [(-target, -20), (80 + target, 100)] {
            let series = (format!("{target} {target}"), format!("{actual} {actual}"));
            Picture::of(&spec((&series.0, &series.1, "人"))).is_legible(&format!("{target} {actual}"));
        }
    }
}

#[test]
fn one_word_for_both_is_said_once() {
    let picture = Picture::of(&spec(("3 完了", "4 完了", "")));
    assert_eq!(picture.labels.iter().filter(|(_, words, _)| words == "完了").count(), 1);
}

#[test]
fn a_long_unit_leaves_the_key_its_room() {
    let picture = Picture::of(&spec(("3", "4", "オンラインで申請できる行政手続の累計の件数（件／年度）")));
    for (at, (_, words, area)) in picture.labels.iter().enumerate() {
        assert!(picture.labels[at + 1..].iter().all(|(.., other)| !area.meets(*other)), "{words}");
    }
}

#[test]
fn values_that_stand_stacked_are_told_apart_by_their_words() {
    let labels =
        |series| Picture::of(&spec(series)).labels.into_iter().map(|label| label.1).collect::<Vec<_>>();
    let crowded = labels(("4 50", "5 40", ""));
    assert!(crowded.contains(&"実績 5".to_owned()) && crowded.contains(&"目標 4".to_owned()), "{crowded:?}");
    assert!(crowded.contains(&"50".to_owned()) && crowded.contains(&"40".to_owned()), "{crowded:?}");
}

#[test]
fn letters_are_of_the_ink_of_their_ground() {
    for series in CITY {
        let picture = Picture::of(&spec(series));
        for ((group, words, area), (class, is_bold)) in picture.labels.iter().zip(&picture.faces) {
            let on_bar = picture.bars().iter().any(|(.., bar)| area.within(*bar));
            let expected = match group.as_str() {
                "gap" => "ink-muted",
                "axis" if !words.ends_with("年度") => "ink-muted",
                _ if on_bar => "ink-on-actual",
                _ => "ink-text",
            };
            assert_eq!(class, expected, "{series:?} {words}");
            let is_heavy = group == "actual" || words == "2023年度" || group == "key" && words == "実績";
            assert_eq!(*is_bold, is_heavy, "{series:?} {words}");
        }
    }
}

#[test]
fn ticks_that_crowd_are_not_all_named() {
    let mut chart = progress(("40", "30", ""));
    chart.ticks = (0..40_u32).map(|at| Mark { value: f64::from(at), label: at.to_string() }).collect();
    let picture = Picture::of(&named(chart));
    picture.is_legible("40 ticks");
    assert_eq!(picture.grid().len(), 39);
}

#[test]
fn any_number_of_years_finds_room() {
    for (count, name) in [(1_u32, "年度"), (2, "年度"), (5, ""), (12, ""), (30, "年度")] {
        let mut chart = progress(("84", "79", "人/年"));
        let year = chart.periods[0].clone();
        chart.periods = (0..count)
            .map(|at| {
                let mut year = year.clone();
                year.label = format!("{at}{name}");
                year.stage = Stage::Past;
                year.target = Point::Value(Mark {
                    value: f64::from(at % 7) * 14.0,
                    label: format!("{}人/年", at % 7 * 14),
                });
                year
            })
            .collect();
        let picture = Picture::of(&named(chart));
        for (at, (_, words, area)) in picture.labels.iter().enumerate() {
            assert!(area.within(picture.frame.unwrap()), "{words}");
            assert!(
                picture.labels[at + 1..].iter().all(|(.., other)| !area.meets(*other)),
                "{words} of {count}"
            );
        }
    }
}
