//! Sparks, read back.

use nendo_chart::{Kind, Mark, Period, Point, Spec, Stage};

use crate::picture::Picture;

/// Years of target and actual, the last but one the page's own; `None` is a gap.
fn spark(years: &[(Option<f64>, Option<f64>)]) -> Picture {
    let point = |value: Option<f64>| match value {
        Some(value) => Point::Value(Mark { value, label: format!("{value}%") }),
        None => Point::Gap { word: "集計中".to_owned() },
    };
    let periods = years.iter().enumerate().map(|(at, (target, actual))| Period {
        label: format!("{}年度", 2020 + at),
        target: point(*target),
        earlier: None,
        actual: point(*actual),
        parts: Vec::new(),
        stage: match years.len() - at {
            1 => Stage::Later,
            2 => Stage::Current,
            _ => Stage::Past,
        },
    });
    Picture::of(&Spec {
        id: "spark".to_owned(),
        title: "推移".to_owned(),
        description: String::new(),
        kind: Kind::Spark(periods.collect()),
    })
}

#[test]
fn the_numbers_can_be_read_off_bars_and_levels() {
    let all = [
        vec![(Some(84.0), Some(56.0)), (Some(85.0), Some(79.0)), (Some(86.0), None)],
        vec![(Some(-4.0), Some(-8.0)), (Some(5.0), Some(6.0)), (Some(20.0), None)],
        vec![(Some(-4.0), Some(-8.0)), (Some(-5.0), Some(-6.0)), (None, None)],
        (0..12).map(|at| (Some(f64::from(at) * 3e6), Some(f64::from(at) * 2e6))).collect(),
    ];
    for years in all {
        let picture = spark(&years);
        let zero = picture.strokes("ink-grid")[0].1;
        let levels = ["ink-target", "ink-later"].map(|class| picture.strokes(class)).concat();
        let targets: Vec<f64> = years.iter().filter_map(|year| year.0).collect();
        let actuals: Vec<f64> = years.iter().filter_map(|year| year.1).collect();
        let all = || targets.iter().chain(&actuals).copied();
        let scale = 20.0 / (all().fold(0.0, f64::max) - all().fold(0.0, f64::min));
        assert_eq!((levels.len(), picture.boxes.len()), (targets.len(), actuals.len()));
        for (level, value) in levels.iter().zip(&targets) {
            assert!((zero - level.1 - value * scale).abs() < 0.11, "{level:?} {value}");
        }
        for ((.., bar), value) in picture.boxes.iter().zip(&actuals) {
            let height = if bar.3 > zero + 0.1 { bar.1 - bar.3 } else { bar.3 - bar.1 };
            let expected = value * scale;
            assert!(
                (height - expected).abs() < 0.21
                    || (expected.abs() < 1.0 && (height.abs() - 1.0).abs() < 0.11),
                "{bar:?} {value}"
            );
        }
    }
}

#[test]
fn zero_is_a_bar_and_a_gap_is_a_dot() {
    let picture = spark(&[(None, Some(0.0)), (Some(5.0), None), (None, Some(4.0)), (None, None)]);
    assert_eq!(picture.boxes.len(), 2);
    assert!((picture.boxes[0].3.3 - picture.boxes[0].3.1 - 1.0).abs() < 0.01);
    let (zero, dots) = (picture.strokes("ink-grid")[0].1, picture.strokes("ink-axis"));
    assert!((picture.boxes[0].3.3 - zero).abs() < 0.01, "it stands on the base line");
    assert_eq!(dots.len(), 1, "what is still to come is no gap");
    assert!(dots[0].1 < zero - 2.0);
    assert!((20.0..40.0).contains(&dots[0].0));

    let nothing = spark(&[(Some(0.0), Some(0.0)), (Some(0.0), None), (None, None)]);
    assert!(nothing.strokes("ink-grid")[0].1 > 20.0, "the base line is at the foot");
    let tiny = spark(&[(None, Some(-0.001)), (Some(20.0), None), (None, None)]);
    assert!((tiny.boxes[0].3.3 - tiny.boxes[0].3.1 - 1.0).abs() < 0.01);
}

#[test]
fn a_gap_is_seen_beside_any_target() {
    for target in -20..=20 {
        let target = f64::from(target);
        for (low, high) in [(0.0, 20.0), (-20.0, 20.0), (-20.0, 0.0), (-5.0, 20.0)] {
            let picture = spark(&[(Some(target), None), (None, Some(low)), (None, Some(high)), (None, None)]);
            let (dot, level) = (picture.strokes("ink-axis")[0], picture.strokes("ink-target")[0]);
            let zero = picture.strokes("ink-grid")[0];
            assert!((dot.1 - level.1).abs() > 3.0 && (dot.1 - zero.1).abs() > 3.0, "{target} {low} {high}");
            assert!(dot.1 >= 2.0 && dot.1 <= 22.0);
        }
    }
}

#[test]
fn there_are_no_words_but_titles() {
    let picture = spark(&[(Some(1.0), Some(2.0)), (Some(3.0), Some(4.5)), (Some(4.0), None)]);
    assert!(picture.labels.is_empty());
    let bars: Vec<(&str, &str)> =
        picture.boxes.iter().map(|(_, class, title, _)| (class.as_str(), title.as_str())).collect();
    assert_eq!(bars, [("ink-actual", "2020年度 2%"), ("mark-actual", "2021年度 4.5%")]);
    assert_eq!(["ink-target", "ink-later"].map(|class| picture.strokes(class).len()), [2, 1]);
    let picture = spark(&[(None, Some(1.0)), (None, Some(2.0)), (None, Some(3.0))]);
    let classes: Vec<&str> = picture.boxes.iter().map(|part| part.1.as_str()).collect();
    assert_eq!(classes, ["ink-actual", "mark-actual", "ink-actual"], "the page's own year");
}

#[test]
fn any_number_of_years_has_its_size() {
    for count in [0, 1, 2, 12, 13, 100] {
        let years: Vec<_> =
            (0..count).map(|at| (Some(f64::from(at)), Some(f64::from(at % 7) - 3.0))).collect();
        let picture = spark(&years);
        let frame = picture.frame.unwrap();
        assert!((frame.2 - 80.0).abs() < 0.01 && (frame.3 - 24.0).abs() < 0.01);
        assert!(picture.boxes.iter().all(|(.., area)| area.within(frame)));
        assert!(picture.boxes.windows(2).all(|pair| pair[0].3.2 <= pair[1].3.0), "bars stand side by side");
    }
}
