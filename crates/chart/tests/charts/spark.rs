//! Sparks, read back.

use nendo_chart::{Kind, Mark, Point, Stage};

use crate::picture::{Area, Picture, is_near};
use crate::series::{picture, year};

/// Years of target and actual, the last but one the page's own; `None` is a gap.
fn spark(years: &[(Option<f64>, Option<f64>)]) -> Picture {
    let point = |value: Option<f64>| match value {
        Some(value) => Point::Value(Mark { value, label: format!("{value}%") }),
        None => Point::Gap { word: "集計中".to_owned() },
    };
    let periods = years.iter().enumerate().map(|(at, (target, actual))| {
        let stage = match years.len() - at {
            1 => Stage::Later,
            2 => Stage::Current,
            _ => Stage::Past,
        };
        year(&format!("{}年度", 2020 + at), point(*target), point(*actual), stage)
    });
    picture(Kind::Spark(periods.collect()))
}

fn levels(picture: &Picture) -> Vec<Area> {
    ["ink-target", "ink-later"].map(|class| picture.strokes(class)).concat()
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
        let zero = picture.strokes("ink-grid")[0].top;
        let levels = levels(&picture);
        let targets: Vec<f64> = years.iter().filter_map(|year| year.0).collect();
        let actuals: Vec<f64> = years.iter().filter_map(|year| year.1).collect();
        let end = |pick: fn(f64, f64) -> f64| targets.iter().chain(&actuals).copied().fold(0.0, pick);
        let scale = 20.0 / (end(f64::max) - end(f64::min));
        assert_eq!((levels.len(), picture.boxes.len()), (targets.len(), actuals.len()));
        for (level, value) in levels.iter().zip(&targets) {
            assert!(is_near(zero - level.top, value * scale), "{level:?} {value}");
        }
        for (bar, value) in picture.boxes.iter().zip(&actuals) {
            let is_low = bar.area.bottom > zero + 0.1;
            let height = if is_low { -bar.area.height() } else { bar.area.height() };
            // What is too low to be seen is one unit high.
            let least = (value * scale).abs().max(1.0).copysign(*value);
            assert!(is_near(height, least), "{bar:?} {value}");
        }
    }
}

#[test]
fn bars_levels_and_dots_stand_in_the_columns_of_their_years() {
    for (count, column) in [(1, 20.0), (3, 20.0), (4, 20.0), (8, 10.0), (100, 0.8)] {
        let years: Vec<_> = (0..count).map(|at| (Some(f64::from(at)), Some(f64::from(at) - 3.0))).collect();
        let picture = spark(&years);
        assert!(is_near(picture.strokes("ink-grid")[0].width(), f64::from(count) * column));
        let bars = picture.boxes.iter().map(|bar| (bar.area, 0.6));
        let levels = levels(&picture).into_iter().map(|level| (level, 0.9));
        let gaps: Vec<_> = (0..=count).map(|at| (None, (at == count).then_some(1.0))).collect();
        let dots = spark(&gaps[..gaps.len() - 1]).strokes("ink-axis");
        assert_eq!((bars.len(), levels.len(), dots.len() + 1), (years.len(), years.len(), years.len()));
        let dots = dots.into_iter().map(|dot| (dot, 2.5_f64.min(column) / column));
        for shapes in [bars.collect::<Vec<_>>(), levels.collect(), dots.collect()] {
            for (at, (area, part)) in (0..count).zip(shapes) {
                assert!(
                    is_near(area.middle().0, (f64::from(at) + 0.5) * column),
                    "{at} of {count}: {area:?}"
                );
                assert!(is_near(area.width(), part * column), "{at} of {count}: {area:?}");
            }
        }
        assert!((picture.frame.right - 80.0).abs() < 0.01 && (picture.frame.bottom - 24.0).abs() < 0.01);
        assert!(picture.labels.is_empty(), "there are no words but titles");
    }
}

#[test]
fn zero_is_a_bar_and_a_gap_is_a_dot() {
    let picture = spark(&[(None, Some(0.0)), (Some(5.0), None), (None, Some(4.0)), (None, None)]);
    let (zero, dots) = (picture.strokes("ink-grid")[0].top, picture.strokes("ink-axis"));
    let bar = picture.boxes[0].area;
    assert_eq!(picture.boxes.len(), 2);
    assert!(
        (bar.height() - 1.0).abs() < 0.01 && (bar.bottom - zero).abs() < 0.01,
        "it stands on the base line"
    );
    assert_eq!(dots.len(), 1, "what is still to come is no gap");
    assert!(is_near(dots[0].top, zero - 5.0), "{dots:?}");
    let targeted = spark(&[(Some(5.0), None), (None, Some(20.0)), (None, None)]);
    assert!(is_near(targeted.strokes("ink-axis")[0].top, 12.0), "higher, where the target is");
    let either = spark(&[(None, None), (None, Some(-20.0)), (None, Some(20.0)), (None, None)]);
    assert!(is_near(either.strokes("ink-axis")[0].top, 7.0), "above the base line, where there is room");

    let nothing = spark(&[(Some(0.0), Some(0.0)), (Some(0.0), None), (None, None)]);
    assert!(nothing.strokes("ink-grid")[0].top > 20.0, "the base line is at the foot");
    let tiny = spark(&[(None, Some(-0.001)), (Some(20.0), None), (None, None)]);
    assert!((tiny.boxes[0].area.height() - 1.0).abs() < 0.01);
}

#[test]
fn a_gap_is_seen_beside_any_target() {
    for target in -20..=20 {
        let target = f64::from(target);
        for (low, high) in [(0.0, 20.0), (-20.0, 20.0), (-20.0, 0.0), (-5.0, 20.0)] {
            let picture = spark(&[(Some(target), None), (None, Some(low)), (None, Some(high)), (None, None)]);
            let dot = picture.strokes("ink-axis")[0].top;
            for other in ["ink-target", "ink-grid"].map(|class| picture.strokes(class)[0].top) {
                assert!((dot - other).abs() > 3.0, "{target} {low} {high}");
            }
            assert!((2.0..=22.0).contains(&dot));
        }
    }
}

#[test]
fn bars_say_their_year_and_value_and_the_pages_own_stands_out() {
    let picture = spark(&[(Some(1.0), Some(2.0)), (Some(3.0), Some(4.5)), (Some(4.0), Some(6.0))]);
    let bars: Vec<(&str, &str)> = picture.boxes.iter().map(|bar| (&*bar.class, &*bar.words)).collect();
    assert_eq!(
        bars,
        [("ink-actual", "2020年度 2%"), ("mark-actual", "2021年度 4.5%"), ("ink-actual", "2022年度 6%")]
    );
    assert_eq!(["ink-target", "ink-later"].map(|class| picture.strokes(class).len()), [2, 1]);
}
