//! The ways of a progress chart: stairs, stacks, a revised target, a broken axis; read back.

use nendo_chart::{Base, Mark, Progress, Run, is_wide, svg};

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
    let picture = Picture::of(&named(stacked()));
    for (.., words, label) in picture.labels.iter().filter(|label| label.1.ends_with("窓口")) {
        assert!(picture.bars().iter().all(|(.., bar)| !label.meets(*bar)), "{words} is not of a part");
    }
    for (words, at) in [("66", 0), ("67", 2)] {
        let label = picture.labels.iter().find(|label| label.1 == words).unwrap();
        assert!(label.2.within(picture.bars()[at].3), "{words} in its part");
    }
    let hatches = picture.lines.iter().filter(|line| line.0 == "actual" && line.1 == "ink-hatch");
    let hatches: Vec<_> = hatches.collect();
    assert_eq!(hatches.len(), 2);
    for ((.., corners), at) in hatches.into_iter().zip([1, 3]) {
        let part = picture.bars()[at].3;
        let ends = |pick: fn(f64, f64) -> f64| corners.iter().map(|corner| corner.0).reduce(pick).unwrap();
        for (x, y) in corners {
            let end = Area(*x, *y, *x, *y);
            assert!(end.within(part) && !picture.labels.iter().any(|label| end.within(label.2)), "{end:?}");
        }
        assert!(ends(f64::min) - part.0 < 12.0 && part.2 - ends(f64::max) < 12.0, "all of it is hatched");
    }
    let mut low = stacked();
    low.periods[0].target = low.periods[2].target.clone();
    let picture = Picture::of(&named(low));
    assert!(!picture.labels.iter().any(|label| label.1 == "14"), "too low a part has its title alone");
    let text = svg(&named(stacked()));
    assert!(text.contains("ink-hatch"), "told apart without colour");
    for word in ["直営施設", "指定管理施設", "66", "67"] {
        assert!(text.contains(&format!(">{word}</text>")), "{word} in {text}");
    }
}

#[test]
fn a_stacked_bar_has_room_for_both_labels_above_it() {
    let mut chart = progress(("98", "100", "窓口"));
    chart.parts = stacked().parts;
    chart.periods[0].parts = marks(&[60.0, 40.0]);
    let picture = Picture::of(&named(chart));
    for value in ["98窓口", "100窓口"] {
        assert!(picture.labels.iter().any(|label| label.1.ends_with(value)), "{value}");
    }
    let upper = picture.labels.iter().find(|label| label.0 == "actual" && label.1 == "40").unwrap().2;
    let hatch = picture.lines.iter().find(|line| line.0 == "actual" && line.1 == "ink-hatch").unwrap();
    assert!(!hatch.2.iter().any(|(x, y)| Area(*x, *y, *x, *y).within(upper)), "no line crosses a number");
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
        assert_eq!(bars[0].0, "ink-actual", "{parts:?}");
        assert_eq!(bars[0].1, "2022年度 実績 80窓口");
    }
    let mut many = stacked();
    many.parts = ["a", "b", "c", "d", "e", "f"].map(str::to_owned).to_vec();
    many.periods[0].parts = marks(&[20.0, 20.0, 20.0, 10.0, 10.0, 0.0]);
    assert_eq!(boxes(many)[0].0, "ink-actual", "more parts than can be told apart");
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
    assert_eq!(key(chart.clone()), ["実績", "目標", "変更前の目標"]);
    chart.periods[1].earlier = Some(Mark { value: f64::NAN, label: "?".to_owned() });
    assert_eq!(key(chart), ["実績", "目標"]);
    let mut whole = stacked();
    whole.periods.iter_mut().for_each(|period| period.parts.clear());
    assert_eq!(key(whole), ["実績", "目標"], "no bar has its parts");
}

#[test]
fn the_key_has_the_signs_of_the_chart() {
    let signs = |chart: Progress| {
        let picture = Picture::of(&named(chart));
        let boxes = picture.boxes.into_iter().map(|(group, class, ..)| (group, class));
        let circles = picture.circles.into_iter().map(|(group, class, ..)| (group, class));
        let lines = picture.lines.into_iter().map(|(group, class, _)| (group, class));
        let all = boxes.chain(circles).chain(lines).filter(|(group, _)| group == "key");
        all.map(|(_, class)| class).collect::<Vec<_>>()
    };
    assert_eq!(
        signs(stacked()),
        ["ink-actual", "part-1", "part-2", "mark-target", "ink-hatch", "ink-target"]
    );
    let mut chart = stacked();
    chart.periods.pop();
    assert_eq!(signs(chart), ["part-1", "part-2", "mark-target", "ink-hatch", "ink-target"]);
    let mut chart = progress(("97 98", "96 98", "%"));
    chart.base = Base::Broken;
    chart.periods[0].earlier = Some(Mark { value: 99.0, label: "99".to_owned() });
    assert_eq!(signs(chart), ["mark-actual", "mark-target", "ink-target", "mark-earlier"]);
}

#[test]
fn an_earlier_target_is_said_beside_its_marker_or_by_its_title_alone() {
    let mut unsaid = 0;
    for value in 0..=45 {
        let mut chart = progress(("300 340 390", "326 364 -", ""));
        let earlier = f64::from(value) * 10.0;
        chart.periods[1].earlier = Some(Mark { value: earlier, label: format!("前{earlier}") });
        let picture = Picture::of(&named(chart));
        let level = picture.lines.iter().find(|line| line.1 == "ink-earlier").unwrap();
        let (from, to, y) = (level.2[0].0, level.2[1].0, level.2[0].1);
        let (before, after) = (picture.middles()[0], picture.middles()[2]);
        assert!((2.0 * (to - from) - (after - before)).abs() < 1.0, "as wide as its column");
        let middle = f64::midpoint(from, to);
        let marker = Area(middle - 5.0, y - 5.0, middle + 5.0, y + 5.0);
        for (group, words, area) in &picture.labels {
            assert!(!area.meets(marker), "{earlier}: {words} meets the marker");
            let half_on = picture.bars().iter().any(|(.., bar)| area.meets(*bar) && !area.within(*bar));
            assert!(!half_on, "{earlier}: {words}");
            assert!(group != "earlier" || (area.1 - y).abs() < 7.0 || (area.3 - y).abs() < 7.0, "{earlier}");
        }
        unsaid += usize::from(!picture.labels.iter().any(|label| label.0 == "earlier"));
        let sign = picture.signs.iter().find(|sign| sign.0 == "mark-earlier").unwrap();
        assert_eq!(sign.1, format!("2023年度 変更前の目標 前{earlier}"));
        let centre = sign.2.iter().map(|corner| corner.0).sum::<f64>() / 4.0;
        assert!((centre - middle).abs() < STEP);
    }
    assert!((1..30).contains(&unsaid), "{unsaid}");
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
    assert!(axis[0].2.iter().all(|(_, y)| *y < axis[1].2[0].1), "the base line lies below the tear");
    let titles = picture.circles.iter().filter(|circle| circle.0 == "actual").map(|circle| circle.2.as_str());
    assert_eq!(titles.collect::<Vec<_>>(), ["2022年度 実績 96.5%", "2023年度 実績 98.2%"]);
    assert!(axis.iter().all(|(.., corners)| corners.iter().all(|(_, y)| *y > grid[0])), "below the lowest");
}

#[test]
fn labels_keep_clear_of_points() {
    for tenths in 960..=1000 {
        let actual = f64::from(tenths) / 10.0;
        let mut chart = progress(("98 99", &format!("{actual} -"), "%"));
        chart.base = Base::Broken;
        chart.ticks = marks(&[96.0, 97.0, 98.0, 99.0, 100.0]);
        let picture = Picture::of(&named(chart));
        let (x, y) = picture.circles.iter().find(|circle| circle.0 == "actual").unwrap().3;
        let point = Area(x - 7.5, y - 7.5, x + 7.5, y + 7.5);
        assert!(!picture.labels.iter().any(|label| label.2.meets(point)), "{actual}");
    }
}

#[test]
fn which_way_is_better_is_said() {
    let mut chart = progress(("130 120 110", "128 125 -", "件"));
    chart.words.better = "低いほど良い".to_owned();
    let picture = Picture::of(&named(chart));
    assert!(picture.labels.iter().any(|(group, words, _)| group == "axis" && words == "低いほど良い"));
    let mut chart = progress(("3", "4", "オンラインで申請できる行政手続の累計の件数"));
    chart.words.better = "低いほど良い".to_owned();
    Picture::of(&named(chart)).is_legible("a long unit beside it");
}

#[test]
fn a_wide_drawing_says_so() {
    let usual = svg(&named(progress(("84 85 86", "56 79 -", "%"))));
    assert!(usual.contains("class=\"chart chart-progress\"") && !is_wide(&usual), "{usual}");
    assert!(!is_wide("<svg class=\"chart\"><g class=\"chart wide\"/></svg>") && !is_wide(""));
    let years = ["430000"; 12].join(" ");
    let chart = svg(&named(progress((&years, &years, "人/年"))));
    assert!(chart.contains("class=\"chart chart-progress wide\""), "{chart}");
    let mut widths = Vec::new();
    for letters in 1..40 {
        let mut chart = progress(("84 85 86", "56 79 -", "%"));
        chart.periods[0].label = "i".repeat(15);
        chart.ticks[0].label = "i".repeat(letters);
        let spec = named(chart);
        let width = Picture::of(&spec).frame.unwrap().2;
        assert_eq!(is_wide(&svg(&spec)), width > 366.0, "{width}");
        widths.push(width);
    }
    for (low, high) in [(360.0, 366.0), (366.0, 372.0)] {
        assert!(widths.iter().any(|width| low < *width && *width <= high), "{widths:?}");
    }
}
