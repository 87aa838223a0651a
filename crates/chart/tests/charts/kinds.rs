//! The ways of a progress chart: stairs, stacks, a revised target, a broken axis; read back.

use nendo_chart::{Base, Mark, Progress, Run, svg};

use crate::picture::{Area, Picture};
use crate::series::{named, progress};

const STEP: f64 = 0.21;

fn marks(values: &[f64]) -> Vec<Mark> {
    values.iter().map(|value| Mark { value: *value, label: value.to_string() }).collect()
}

/// Windows by who runs them, in two of three years.
fn stacked() -> Progress {
    let mut chart = progress(("73 86 184", "80 89 95", "窓口"));
    chart.parts = ["直営施設", "指定管理施設"].map(str::to_owned).to_vec();
    chart.periods[0].parts = marks(&[66.0, 14.0]);
    chart.periods[1].parts = marks(&[67.0, 22.0]);
    chart
}

/// Class, title and box of what is drawn of the actual values.
fn boxes(chart: Progress) -> Vec<(String, String, Area)> {
    let picture = Picture::of(&named(chart));
    picture.bars().into_iter().map(|(_, class, title, area)| (class.clone(), title.clone(), *area)).collect()
}

#[test]
fn cumulative_bars_touch_as_stairs() {
    let mut chart = progress(("25 50 75", "25 53 60", "人"));
    chart.run = Run::Cumulative;
    let bars = boxes(chart);
    for pair in bars.windows(2) {
        assert!((pair[0].2.2 - pair[1].2.0).abs() < STEP, "{pair:?}");
    }
    let heights: Vec<f64> = bars.iter().map(|(.., area)| area.3 - area.1).collect();
    assert!((heights[1] / heights[0] - 53.0 / 25.0).abs() < 0.01, "{heights:?}");
}

#[test]
fn a_year_without_a_value_parts_the_stairs() {
    let mut chart = progress(("25 50 75", "25 - 60", "人"));
    chart.run = Run::Cumulative;
    let bars = boxes(chart);
    assert_eq!(bars.len(), 2);
    assert!(bars[1].2.0 - bars[0].2.2 > 50.0, "{bars:?}");
}

#[test]
fn a_bar_is_stacked_of_its_parts() {
    let bars = boxes(stacked());
    let classes: Vec<&str> = bars.iter().map(|(class, ..)| class.as_str()).collect();
    assert_eq!(classes, ["part-1", "part-2", "part-1", "part-2", "ink-actual"]);
    let heights: Vec<f64> = bars.iter().map(|(.., area)| area.3 - area.1).collect();
    let scale = heights[4] / 95.0;
    for (height, value) in heights.iter().zip([66.0, 14.0, 67.0, 22.0, 95.0]) {
        assert!((height - value * scale).abs() < STEP, "{height} is not {value} × {scale}");
    }
    assert!((bars[0].2.1 - bars[1].2.3).abs() < STEP, "the second stands on the first");
    assert_eq!(bars[1].1, "2022年度 実績 指定管理施設 14");
    let text = svg(&named(stacked()));
    assert!(text.contains("ink-hatch"), "told apart without colour");
    for word in ["直営施設", "指定管理施設", "66", "67"] {
        assert!(text.contains(&format!(">{word}</text>")), "{word} in {text}");
    }
}

#[test]
fn what_does_not_add_up_is_drawn_whole() {
    for parts in [&[66.0, 13.0][..], &[66.0], &[90.0, -10.0], &[f64::NAN, 80.0], &[66.0, 10.0, 4.0], &[]] {
        let mut chart = stacked();
        chart.periods[0].parts = marks(parts);
        let bars = boxes(chart);
        assert_eq!(bars[0].0, "ink-actual", "{parts:?}");
        assert_eq!(bars[0].1, "2022年度 実績 80窓口");
    }
}

#[test]
fn the_key_has_what_the_chart_shows() {
    let key = |chart: Progress| {
        let picture = Picture::of(&named(chart));
        let labels = picture.labels.into_iter().filter(|(group, ..)| group == "key");
        labels.map(|(_, words, _)| words).collect::<Vec<_>>()
    };
    assert_eq!(key(progress(("73 86", "80 89", ""))), ["実績", "目標"]);
    assert_eq!(key(stacked()), ["実績", "直営施設", "指定管理施設", "目標"]);
    let mut chart = progress(("73 86", "80 89", ""));
    chart.periods[1].earlier = Some(Mark { value: 80.0, label: "80".to_owned() });
    assert_eq!(key(chart), ["実績", "目標", "変更前の目標"]);
}

#[test]
fn a_revised_target_shows_the_one_before() {
    let mut chart = progress(("300 340 390", "326 364 -", ""));
    chart.periods[2].earlier = Some(Mark { value: 360.0, label: "360".to_owned() });
    let picture = Picture::of(&named(chart));
    let earlier: Vec<_> = picture.lines.iter().filter(|(group, ..)| group == "earlier").collect();
    let (level, marker) = (earlier[0], earlier[1]);
    assert_eq!((level.1.as_str(), marker.1.as_str()), ("ink-earlier", "mark-earlier"));
    let markers = picture.markers();
    let scale = (picture.zero() - markers[2].3.1) / 390.0;
    assert!((picture.zero() - level.2[0].1 - 360.0 * scale).abs() < STEP);
    let (top, bottom) = (marker.2[0].1, marker.2[2].1);
    assert!((f64::midpoint(top, bottom) - level.2[0].1).abs() < STEP);
    assert!(picture.labels.iter().any(|(group, words, _)| group == "earlier" && words == "360"));
    assert_eq!(markers.len(), 3, "it is no target of its own");
}

#[test]
fn a_broken_axis_has_points_and_says_that_it_is_broken() {
    let mut chart = progress(("97 98 99", "96.5 98.2 -", "%"));
    chart.base = Base::Broken;
    chart.ticks = marks(&[96.0, 97.0, 98.0, 99.0, 100.0]);
    let picture = Picture::of(&named(chart));
    assert!(picture.bars().is_empty());
    let grid = picture.grid();
    assert_eq!(grid.len(), 5);
    let scale = (grid[0] - grid[4]) / 4.0;
    let points: Vec<f64> = picture
        .circles
        .iter()
        .filter(|(group, ..)| group == "actual")
        .map(|(.., (_, y))| 96.0 + (grid[0] - y) / scale)
        .collect();
    assert!((points[0] - 96.5).abs() < 0.01 && (points[1] - 98.2).abs() < 0.01, "{points:?}");
    let axis: Vec<_> = picture.lines.iter().filter(|(_, class, _)| class == "ink-axis").collect();
    assert!(axis[0].2.len() > 20, "torn");
    assert!(axis.iter().all(|(.., corners)| corners.iter().all(|(_, y)| *y > grid[0])), "below the lowest");
}

#[test]
fn which_way_is_better_is_said() {
    let mut chart = progress(("130 120 110", "128 125 -", "件"));
    chart.words.better = "低いほど良い".to_owned();
    let picture = Picture::of(&named(chart));
    assert!(picture.labels.iter().any(|(group, words, _)| group == "axis" && words == "低いほど良い"));
}

#[test]
fn a_wide_drawing_says_so() {
    let usual = svg(&named(progress(("84 85 86", "56 79 -", "%"))));
    assert!(usual.contains("class=\"chart chart-progress\""), "{usual}");
    let years = ["430000"; 12].join(" ");
    let chart = svg(&named(progress((&years, &years, "人/年"))));
    assert!(chart.contains("class=\"chart chart-progress wide\""), "{chart}");
}
