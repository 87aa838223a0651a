//! The ways of a progress chart: stairs, stacks, a revised target, a broken axis; read back.

use nendo_chart::{Base, Chart, Kind, Mark, Point, Progress, Run};

use crate::picture::{Area, STEP, Shape, is_near};
use crate::series::{drawn, named, progress};

fn marks(values: &[f64]) -> Vec<Mark> {
    values.iter().map(|value| Mark { value: *value, label: value.to_string() }).collect()
}

/// Windows by who runs them, in two of three years.
pub(crate) fn stacked() -> Progress {
    let mut chart = progress(("73 86 184", "80 89 95", "窓口"));
    chart.parts = ["直営施設", "指定管理施設"].map(str::to_owned).to_vec();
    chart.periods[0].parts = marks(&[66.0, 14.0]);
    chart.periods[1].parts = marks(&[67.0, 22.0]);
    chart
}

/// Percentages near each other.
pub(crate) fn broken(actual: &str) -> Progress {
    let mut chart = progress(("97 98 99", actual, "%"));
    chart.base = Base::Broken;
    chart.ticks = marks(&[96.0, 97.0, 98.0, 99.0, 100.0]);
    chart
}

/// What is drawn of the actual values.
fn boxes(chart: Progress) -> Vec<Shape> {
    drawn(chart).boxes.into_iter().filter(|shape| shape.group == "actual").collect()
}

#[test]
fn cumulative_bars_touch_as_stairs() {
    let mut chart = progress(("25 50 75", "25 53 60", "人"));
    chart.run = Run::Cumulative;
    let bars = drawn(chart.clone()).bars();
    assert!(bars.windows(2).all(|pair| is_near(pair[0].right, pair[1].left)), "{bars:?}");
    let heights: Vec<f64> = bars.iter().map(|bar| bar.height()).collect();
    assert!((heights[1] / heights[0] - 53.0 / 25.0).abs() < 0.01, "{heights:?}");

    chart.periods[1].actual = progress(("-", "-", "")).periods[0].actual.clone();
    let bars = drawn(chart).bars();
    assert_eq!(bars.len(), 2);
    assert!(bars[1].left - bars[0].right > 50.0, "a year without a value parts them: {bars:?}");
}

#[test]
fn a_bar_is_stacked_of_its_parts() {
    let picture = drawn(stacked());
    let bars = boxes(stacked());
    let classes: Vec<&str> = bars.iter().map(|bar| &*bar.class).collect();
    assert_eq!(classes, ["part-1", "part-2", "part-1", "part-2", "ink-actual"]);
    let scale = bars[4].area.height() / 95.0;
    for (bar, value) in bars.iter().zip([66.0, 14.0, 67.0, 22.0, 95.0]) {
        assert!(is_near(bar.area.height(), value * scale), "{bar:?} is not {value} × {scale}");
    }
    assert!(is_near(bars[0].area.top, bars[1].area.bottom), "the second stands on the first");
    assert_eq!(bars[1].words, "2022年度 実績 指定管理施設 14");
    for label in picture.labels.iter().filter(|label| label.words.ends_with("窓口")) {
        assert!(bars.iter().all(|bar| !label.area.meets(bar.area)), "{label:?} is not of a part");
    }
    for (words, at) in [("66", 0), ("67", 2)] {
        let (label, part) = (picture.label(words).middle(), bars[at].area.middle());
        assert!(is_near(label.0, part.0) && (label.1 - part.1).abs() < 12.0, "{words} in its part");
    }
    let mut low = stacked();
    low.periods[0].target = low.periods[2].target.clone();
    assert!(!drawn(low).said("actual").contains(&"14"), "too low a part has its title alone");
}

#[test]
fn parts_are_told_apart_by_lines_that_spare_their_numbers() {
    let mut chart = stacked();
    chart.periods[0].target = progress(("98", "-", "窓口")).periods[0].target.clone();
    chart.periods[0].actual = progress(("-", "100", "窓口")).periods[0].actual.clone();
    chart.periods[0].parts = marks(&[60.0, 40.0]);
    let picture = drawn(chart);
    for value in ["98窓口", "100窓口"] {
        assert!(picture.labels.iter().any(|label| label.words.ends_with(value)), "{value} has room above");
    }
    assert!(picture.label("40").within(picture.bars()[1]));
    let hatches: Vec<&Shape> =
        picture.paths("ink-hatch").into_iter().filter(|path| path.group == "actual").collect();
    assert_eq!(hatches.len(), 2);
    for (hatch, at) in hatches.into_iter().zip([1, 3]) {
        let part = picture.bars()[at];
        assert!(hatch.area.within(part));
        assert!(hatch.area.left - part.left < 12.0 && part.right - hatch.area.right < 12.0, "all of it");
    }
    picture.spares_labels("ink-hatch");
    picture.is_legible("a stacked bar");
}

#[test]
fn what_does_not_add_up_is_drawn_whole() {
    for parts in [
        &[66.0, 13.0][..],
        &[66.0, 14.1],
        &[66.0, 13.9],
        &[80.0],
        &[66.0, 14.0, 0.0],
        &[66.0],
        &[90.0, -10.0],
        &[f64::NAN, 80.0],
        &[66.0, 10.0, 4.0],
        &[],
    ] {
        let mut chart = stacked();
        chart.periods[0].parts = marks(parts);
        let bars = boxes(chart);
        assert_eq!(bars[0].class, "ink-actual", "{parts:?}");
        assert_eq!(bars[0].words, "2022年度 実績 80窓口");
    }
    // As floats these parts are not quite the whole.
    let mut inexact = stacked();
    inexact.periods[0].actual = Point::Value(Mark { value: 300_000.3, label: String::new() });
    inexact.periods[0].parts = marks(&[100_000.1, 200_000.2]);
    assert_eq!(boxes(inexact)[1].class, "part-2");
    let mut many = stacked();
    many.parts = ["a", "b", "c", "d", "e"].map(str::to_owned).to_vec();
    many.periods[0].parts = marks(&[20.0, 20.0, 20.0, 10.0, 10.0]);
    assert_eq!(boxes(many.clone())[4].class, "part-5");
    many.parts.push("f".to_owned());
    many.periods[0].parts.extend(marks(&[0.0]));
    assert_eq!(boxes(many)[0].class, "ink-actual", "more parts than can be told apart");
    let mut point = stacked();
    point.base = Base::Broken;
    let picture = drawn(point);
    assert_eq!(picture.said("key"), ["実績", "目標"], "a point has no parts");
    assert_eq!(picture.said("actual"), ["80窓口", "89窓口", "95窓口"]);
}

#[test]
fn an_earlier_target_is_said_beside_its_marker_or_by_its_title_alone() {
    let mut unsaid = 0;
    for value in 0..=45 {
        let mut chart = progress(("300 340 390", "326 364 -", ""));
        let earlier = f64::from(value) * 10.0;
        chart.periods[1].earlier = Some(Mark { value: earlier, label: format!("前{earlier}") });
        let picture = drawn(chart);
        picture.is_legible(&format!("{earlier} before"));
        let level = picture.paths("ink-earlier")[0].area;
        let (before, after) = (picture.middles()[0], picture.middles()[2]);
        assert!((2.0 * level.width() - (after - before)).abs() < 1.0, "as wide as its column");
        let marker = Area::about(level.middle(), 5.0);
        for label in &picture.labels {
            assert!(!label.area.meets(marker), "{earlier}: {label:?} meets the marker");
            let half_on = |bar: &Area| label.area.meets(*bar) && !label.area.within(*bar);
            assert!(!picture.bars().iter().any(half_on), "{earlier}: {label:?}");
            let beside = [label.area.top, label.area.bottom].iter().any(|end| (end - level.top).abs() < 7.0);
            assert!(label.group != "earlier" || beside, "{earlier}: {label:?}");
        }
        unsaid += usize::from(picture.said("earlier").is_empty());
        let sign = picture.signs().into_iter().find(|sign| sign.class == "mark-earlier").unwrap();
        assert_eq!(sign.words, format!("2023年度 変更前の目標 前{earlier}"));
        let (centre, middle) = (sign.area.middle(), level.middle());
        assert!(is_near(centre.0, middle.0) && is_near(centre.1, middle.1), "{sign:?}");
    }
    assert!((1..30).contains(&unsaid), "{unsaid}");
}

#[test]
fn a_revised_target_shows_the_one_before() {
    let mut chart = progress(("300 340 390", "326 364 -", ""));
    chart.periods[2].earlier = Some(Mark { value: 360.0, label: "360".to_owned() });
    let picture = drawn(chart);
    let markers = picture.markers();
    let scale = (picture.zero() - markers[2].area.middle().1) / 390.0;
    let level = picture.paths("ink-earlier")[0];
    assert!(is_near(picture.zero() - level.area.top, 360.0 * scale));
    assert_eq!(picture.said("earlier"), ["360"]);
    assert_eq!(markers.len(), 3, "it is no target of its own");
}

#[test]
fn a_broken_axis_has_points_and_says_that_it_is_broken() {
    let picture = drawn(broken("96.5 98.2 -"));
    assert!(picture.bars().is_empty());
    let grid = picture.grid();
    assert_eq!(grid.len(), 5);
    let scale = (grid[0] - grid[4]) / 4.0;
    let points = || picture.circles.iter().filter(|circle| circle.group == "actual");
    for (point, value) in points().zip([96.5, 98.2]) {
        assert!(is_near(grid[0] - point.area.middle().1, (value - 96.0) * scale), "{point:?} is not {value}");
    }
    let titles: Vec<&str> = points().map(|point| &*point.words).collect();
    assert_eq!(titles, ["2022年度 実績 96.5%", "2023年度 実績 98.2%"]);
    let [tear, base] = picture.paths("ink-axis")[..] else { panic!("a tear and a base line") };
    assert!(tear.corners.len() > 20, "torn");
    assert!(
        is_near(tear.area.top, grid[0] + 10.0) && is_near(base.area.top, grid[0] + 20.0),
        "below the lowest"
    );
    assert!(is_near(tear.area.height(), 5.0), "its teeth go up and down");
    let unclosed = base.area.right - tear.area.right;
    assert!(is_near(tear.area.left, base.area.left) && (-STEP..6.1).contains(&unclosed), "all along");
}

#[test]
fn labels_keep_clear_of_points() {
    for tenths in 960..=1000 {
        let actual = f64::from(tenths) / 10.0;
        let picture = drawn(broken(&format!("{actual} - -")));
        let point = picture.circles.iter().find(|circle| circle.group == "actual").unwrap().area;
        assert!(!picture.labels.iter().any(|label| label.area.meets(point)), "{actual}");
    }
}

#[test]
fn the_unit_and_which_way_is_better_share_a_row_where_there_is_room() {
    let drawn = |unit: &str, better: &str| {
        let mut chart = progress(("3", "4", ""));
        (chart.unit, chart.words.better) = (unit.to_owned(), better.to_owned());
        drawn(chart)
    };
    let height = |unit: &str, better: &str| drawn(unit, better).frame.height();
    assert!(is_near(height("件", "") - height("", ""), 24.0), "there is no row for nothing");
    assert!(
        is_near(height("", "低いほど良い"), height("件", ""))
            && is_near(height("件", "低いほど良い"), height("件", ""))
    );
    for count in 1..25 {
        let long = "件".repeat(count);
        let picture = drawn(&long, "低いほど良い");
        picture.is_legible(&long);
        let (unit, better) = (picture.label(&long), picture.label("低いほど良い"));
        let has_room = unit.width().max(26.0) + better.width() + 16.0 <= 360.0;
        assert!(is_near(better.top - unit.top, if has_room { 0.0 } else { 24.0 }), "{unit:?} {better:?}");
        assert!(is_near(picture.frame.height() - height("件", ""), if has_room { 0.0 } else { 24.0 }));
    }
}

#[test]
fn a_wide_drawing_says_so() {
    let is_wide = |chart: Progress| {
        let chart = Chart::of(&named(Kind::Progress(chart)));
        let class = if chart.is_wide() { "chart chart-progress wide" } else { "chart chart-progress" };
        assert!(chart.svg().contains(&format!(" class=\"{class}\" ")), "{}", chart.svg());
        chart.is_wide()
    };
    assert!(!is_wide(progress(("84 85 86", "56 79 -", "%"))));
    let mut widths = Vec::new();
    for (narrow, digits) in (5..25).flat_map(|narrow| (0..6).map(move |digits| (narrow, digits))) {
        let mut chart = progress(("84 85 86", "56 79 -", "%"));
        chart.periods[0].label = "i".repeat(15);
        chart.ticks[0].label = "i".repeat(narrow) + &"1".repeat(digits);
        let width = drawn(chart.clone()).frame.right;
        assert_eq!(is_wide(chart), width > 366.0, "{width}");
        widths.push(width);
    }
    for expected in [360.0, 366.0, 367.0] {
        assert!(widths.iter().any(|width| is_near(*width, expected)), "{widths:?}");
    }
}
