//! Progress charts, read back.

use nendo_chart::{Point, Progress, svg};

use crate::picture::{Area, Picture};
use crate::series::{CITY, named, progress, spec, value};

/// Half a pixel of the grid either way, for both ends of a length.
const STEP: f64 = 0.11;

#[test]
fn the_numbers_can_be_read_off_bars_and_markers() {
    for series in CITY {
        let chart = progress(series);
        let picture = Picture::of(&spec(series));
        let scale = scale(&chart, &picture);
        let of = |pick: fn(&nendo_chart::Period) -> &Point| -> Vec<f64> {
            chart.periods.iter().filter_map(|period| value(pick(period))).collect()
        };
        let zero = picture.zero();
        let bars = picture.bars().into_iter().map(|(.., area)| {
            assert!((area.1 - zero).abs() < STEP || (area.3 - zero).abs() < STEP, "a bar stands on zero");
            if area.1 < zero - STEP { area.3 - area.1 } else { area.1 - area.3 }
        });
        close(bars, &of(|period| &period.actual), scale);
        let markers = picture.markers().into_iter().map(|(.., (_, y))| zero - y);
        close(markers, &of(|period| &period.target), scale);
        for tick in &chart.ticks {
            let beside =
                |area: &Area| (zero - f64::midpoint(area.1, area.3) - tick.value * scale).abs() < 1.0;
            let mut said = picture.labels.iter().filter(|label| label.0 == "axis" && label.1 == tick.label);
            assert!(said.any(|label| beside(&label.2)), "{series:?} {tick:?}");
        }
        let unit = chart.unit.trim();
        assert!(unit.is_empty() || picture.labels.iter().any(|label| label.0 == "axis" && label.1 == unit));
    }
}

#[test]
fn a_gap_has_no_bar_no_line_and_its_word() {
    for series in CITY {
        let chart = progress(series);
        let picture = Picture::of(&spec(series));
        let years: Vec<f64> = picture.middles();
        let lines = || picture.lines.iter().filter(|(group, ..)| group == "target");
        for (period, middle) in chart.periods.iter().zip(&years) {
            let crossed = lines().any(|(_, _, corners)| {
                corners
                    .windows(2)
                    .any(|pair| pair[0].0.min(pair[1].0) < *middle && *middle < pair[0].0.max(pair[1].0))
            });
            assert_eq!(crossed, value(&period.target).is_some(), "{series:?} {}", period.label);
            let barred = picture.bars().iter().any(|(.., area)| area.0 < *middle && *middle < area.2);
            assert_eq!(barred, value(&period.actual).is_some(), "{series:?} {}", period.label);
        }
        let words: String = picture
            .labels
            .iter()
            .filter(|(group, ..)| group == "gap")
            .map(|label| label.1.as_str())
            .collect();
        let expected: String = chart
            .periods
            .iter()
            .flat_map(|period| [&period.actual, &period.target])
            .filter_map(|point| if let Point::Gap { word } = point { Some(word.as_str()) } else { None })
            .collect();
        assert_eq!(words, expected);
    }
}

#[test]
fn a_gap_in_the_target_parts_its_line() {
    let picture = Picture::of(&spec(("20 - 40 40 10", "- - - - -", "")));
    let lines: Vec<_> = picture.lines.iter().filter(|(group, ..)| group == "target").collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0].2.len(), 2);
    assert!((lines[1].2[0].1 - lines[1].2[1].1).abs() < STEP, "the second begins level: {lines:?}");
    assert!(
        lines[1]
            .2
            .windows(2)
            .all(|pair| pair[0].0.total_cmp(&pair[1].0).is_eq() || pair[0].1.total_cmp(&pair[1].1).is_eq())
    );
}

#[test]
fn without_ticks_the_bars_still_stand_on_zero() {
    let mut chart = progress(("- -", "30 40", ""));
    chart.ticks.clear();
    let picture = Picture::of(&named(chart));
    let heights: Vec<f64> = picture.bars().iter().map(|(.., area)| area.3 - area.1).collect();
    assert!((heights[0] / heights[1] - 0.75).abs() < 0.002, "{heights:?}");
    let years = picture.labels.iter().filter(|(group, ..)| group == "axis");
    assert!(years.into_iter().all(|(.., area)| area.1 > picture.zero()));
}

#[test]
fn shapes_say_what_they_show() {
    let picture = Picture::of(&spec(CITY[0]));
    let lines: Vec<_> = picture.lines.iter().filter(|line| line.0 == "target").collect();
    assert_eq!([lines[0].1.as_str(), lines[1].1.as_str()], ["ink-target", "ink-later"]);
    let (end, start) = (lines[0].2.last().unwrap(), lines[1].2[0]);
    assert!(
        (end.0 - start.0).abs() < STEP && (end.1 - start.1).abs() < STEP,
        "the step begins where it ended"
    );
    let bars: Vec<&str> = picture.bars().iter().map(|(_, _, title, _)| title.as_str()).collect();
    assert_eq!(bars, ["2022年度 実績 56%", "2023年度 実績 79%"]);
    let markers: Vec<(&str, &str)> =
        picture.markers().iter().map(|(_, class, title, _)| (class.as_str(), title.as_str())).collect();
    assert_eq!(
        markers,
        [
            ("mark-target", "2022年度 目標 84%"),
            ("mark-target", "2023年度 目標 85%"),
            ("mark-later", "2024年度 目標 86%")
        ]
    );
}

#[test]
fn the_element_is_named_sized_and_small() {
    let text = svg(&spec(CITY[0]));
    assert!(text.starts_with(
        "<svg class=\"chart chart-progress\" role=\"img\" aria-labelledby=\"kpi-1_t\" aria-describedby=\"kpi-1_d\" width=\""
    ));
    assert!(
        text.contains("<title id=\"kpi-1_t\">オンライン化率</title><desc id=\"kpi-1_d\">目標と実績</desc>")
    );
    for series in CITY {
        assert!(svg(&spec(series)).len() < 6000);
    }
    assert!(text.len() < 4000, "{}", text.len());
    assert_eq!(text.matches(" r=\"5\"").count(), 4, "three years and the key");
    assert_eq!(text, svg(&spec(CITY[0])));
}

#[test]
fn colours_are_left_to_the_stylesheet() {
    for series in CITY {
        let text = svg(&spec(series)).replace(" fill=\"none\"", "");
        for word in [" fill=", " stroke=", "style", "#", "rgb"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
    }
}

/// Units of the drawing for one of the data, read off the grid lines.
fn scale(chart: &Progress, picture: &Picture) -> f64 {
    let ticks: Vec<f64> =
        chart.ticks.iter().map(|tick| tick.value).filter(|value| value.abs() > 0.0).collect();
    let grid = picture.grid();
    assert_eq!(ticks.len(), grid.len());
    let scale = (grid[0] - grid[grid.len() - 1]) / (ticks[ticks.len() - 1] - ticks[0]);
    for (value, height) in ticks.iter().zip(&grid) {
        assert!((picture.zero() - height - value * scale).abs() < 2.0 * STEP, "the grid is even");
    }
    scale
}

/// Are these lengths those values?
fn close(lengths: impl Iterator<Item = f64>, values: &[f64], scale: f64) {
    let lengths: Vec<f64> = lengths.collect();
    assert_eq!(lengths.len(), values.len());
    for (length, value) in lengths.iter().zip(values) {
        assert!((length - value * scale).abs() < 2.0 * STEP, "{length} is not {value} × {scale}");
    }
}
