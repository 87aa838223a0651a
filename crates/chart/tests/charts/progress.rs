//! Progress charts, read back.

use nendo_chart::{Kind, Period, Point, Progress, svg};

use crate::picture::{Picture, STEP, is_near};
use crate::series::{CITY, drawn, named, progress, value};

#[test]
fn the_numbers_can_be_read_off_bars_and_markers() {
    for series in CITY {
        let chart = progress(series);
        let picture = drawn(chart.clone());
        let scale = scale(&chart, &picture);
        let zero = picture.zero();
        let bars = picture.bars().into_iter().map(|bar| {
            assert!(is_near(bar.top, zero) || is_near(bar.bottom, zero), "a bar stands on zero");
            if bar.top < zero - STEP { bar.height() } else { -bar.height() }
        });
        close(bars, values(&chart, |period| &period.actual), scale);
        let markers = picture.markers().into_iter().map(|marker| zero - marker.area.middle().1);
        close(markers, values(&chart, |period| &period.target), scale);
        for tick in &chart.ticks {
            let mut said = picture.labels.iter().filter(|label| label.words == tick.label);
            let height = zero - tick.value * scale;
            assert!(said.any(|label| (label.area.middle().1 - height).abs() < 1.0), "{series:?} {tick:?}");
        }
        let unit = chart.unit.trim();
        assert!(unit.is_empty() || picture.said("axis").contains(&unit));
    }
}

#[test]
fn a_bar_and_a_marker_stand_over_the_name_of_their_year() {
    for series in CITY {
        let chart = progress(series);
        let picture = drawn(chart.clone());
        let middles = |pick: fn(&Period) -> &Point| {
            let years = chart.periods.iter().zip(picture.middles());
            years.filter(move |(period, _)| value(pick(period)).is_some()).map(|(_, middle)| middle)
        };
        let bars = picture.bars().into_iter().map(|bar| bar.middle().0);
        let markers = picture.markers().into_iter().map(|marker| marker.area.middle().0);
        close(bars, middles(|period| &period.actual), 1.0);
        close(markers, middles(|period| &period.target), 1.0);
    }
}

#[test]
fn a_gap_has_no_line_and_its_word() {
    for series in CITY {
        let chart = progress(series);
        let picture = drawn(chart.clone());
        let levels = || picture.paths.iter().filter(|path| path.group == "target");
        for (period, middle) in chart.periods.iter().zip(picture.middles()) {
            let is_crossed = |ends: &[(f64, f64)]| ends[0].0 < middle && middle < ends[1].0;
            let crossed = levels().any(|line| line.corners.windows(2).any(is_crossed));
            assert_eq!(crossed, value(&period.target).is_some(), "{series:?} {}", period.label);
        }
        let points = chart.periods.iter().flat_map(|period| [&period.actual, &period.target]);
        let gaps = points.filter_map(|point| match point {
            Point::Gap { word } => Some(word.as_str()),
            Point::Value(_) => None,
        });
        assert_eq!(picture.said("gap").concat(), gaps.collect::<String>());
    }
}

#[test]
fn a_gap_in_the_target_parts_its_line() {
    let picture = drawn(progress(("20 - 40 40 10", "- - - - -", "")));
    let lines: Vec<_> = picture.paths.iter().filter(|path| path.group == "target").collect();
    assert_eq!(lines.iter().map(|line| line.corners.len()).collect::<Vec<_>>(), [2, 5]);
    for ends in lines.iter().flat_map(|line| line.corners.windows(2)) {
        assert!(is_near(ends[0].0, ends[1].0) || is_near(ends[0].1, ends[1].1), "no line slants: {ends:?}");
    }
    let second = &lines[1].corners;
    assert!(is_near(second[0].1, second[1].1), "the second begins level: {lines:?}");
}

#[test]
fn without_ticks_the_bars_still_stand_on_zero() {
    let mut chart = progress(("- -", "30 40", ""));
    chart.ticks.clear();
    let picture = drawn(chart);
    let heights: Vec<f64> = picture.bars().iter().map(|bar| bar.height()).collect();
    assert!((heights[0] / heights[1] - 0.75).abs() < 0.002, "{heights:?}");
    let mut years = picture.labels.iter().filter(|label| label.group == "axis");
    assert!(years.all(|label| label.area.top > picture.zero()));
}

#[test]
fn shapes_say_what_they_show() {
    let picture = drawn(progress(CITY[0]));
    let lines: Vec<_> = picture.paths.iter().filter(|path| path.group == "target").collect();
    assert_eq!([&*lines[0].class, &*lines[1].class], ["ink-target", "ink-later"]);
    let (end, start) = (lines[0].corners.last().unwrap(), lines[1].corners[0]);
    assert!(is_near(end.0, start.0) && is_near(end.1, start.1), "the step begins where it ended");
    let bars: Vec<&str> =
        picture.boxes.iter().filter(|bar| bar.group == "actual").map(|bar| &*bar.words).collect();
    assert_eq!(bars, ["2022年度 実績 56%", "2023年度 実績 79%"]);
    let markers: Vec<(&str, &str)> =
        picture.markers().into_iter().map(|marker| (&*marker.class, &*marker.words)).collect();
    let expected = [
        ("mark-target", "2022年度 目標 84%"),
        ("mark-target", "2023年度 目標 85%"),
        ("mark-later", "2024年度 目標 86%"),
    ];
    assert_eq!(markers, expected);
}

#[test]
fn the_element_is_named_and_described() {
    let spec = named(Kind::Progress(progress(CITY[0])));
    let text = svg(&spec);
    assert!(text.starts_with(
        "<svg class=\"chart chart-progress\" role=\"img\" aria-labelledby=\"kpi-1_t\" aria-describedby=\"kpi-1_d\" width=\""
    ));
    assert!(
        text.contains("<title id=\"kpi-1_t\">オンライン化率</title><desc id=\"kpi-1_d\">目標と実績</desc>")
    );
    assert_eq!(text, svg(&spec));
}

fn values(chart: &Progress, pick: fn(&Period) -> &Point) -> impl Iterator<Item = f64> {
    chart.periods.iter().filter_map(move |period| value(pick(period)))
}

/// Units of the drawing for one of the data, read off the grid lines.
fn scale(chart: &Progress, picture: &Picture) -> f64 {
    let ticks: Vec<f64> =
        chart.ticks.iter().map(|tick| tick.value).filter(|value| value.abs() > 0.0).collect();
    let grid = picture.grid();
    let scale = (grid[0] - grid[grid.len() - 1]) / (ticks[ticks.len() - 1] - ticks[0]);
    close(grid.iter().map(|height| picture.zero() - height), ticks.into_iter(), scale);
    scale
}

/// Asserts that these lengths are those values.
fn close(lengths: impl Iterator<Item = f64>, values: impl Iterator<Item = f64>, scale: f64) {
    let (lengths, values): (Vec<f64>, Vec<f64>) = (lengths.collect(), values.collect());
    assert_eq!(lengths.len(), values.len());
    for (length, value) in lengths.iter().zip(values) {
        assert!(is_near(*length, value * scale), "{length} is not {value} × {scale}");
    }
}
