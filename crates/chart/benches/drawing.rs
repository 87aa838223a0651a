//! What drawing a chart costs beside plotters' own SVG backend, on one thread: target and actual of three fiscal years with
//! Japanese labels. Both sides write the like picture into a string, in one run: bars, the target's line and its markers,
//! grid and axis with the words of ticks and years, a label a value, and a key.

#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use nendo_chart::{Base, Kind, Mark, Period, Point, Progress, Run, Spec, Stage, Words};
use plotters::chart::{ChartBuilder, ChartContext, SeriesLabelPosition};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::{SegmentValue, SegmentedCoord};
use plotters::coord::types::{RangedCoordf64, RangedCoordi32};
use plotters::drawing::{DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Rectangle, Text};
use plotters::prelude::IntoSegmentedCoord;
use plotters::series::LineSeries;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, RGBColor};
use plotters_svg::SVGBackend;

const ROUNDS: usize = 41;
/// Charts of one side in a round.
const CHARTS: u32 = 500;

/// Names, targets and actual values of the years.
const YEARS: [(&str, f64, Option<f64>); 3] =
    [("2022年度", 84.0, Some(56.0)), ("2023年度", 85.0, Some(79.0)), ("2024年度", 86.0, None)];

fn main() {
    let spec = spec();
    let sides: [&dyn Fn() -> String; 2] = [&|| nendo_chart::svg(&spec), &|| yardstick().expect("a drawing")];
    let mut fastest = [Duration::MAX; 2];
    // One after the other in each round, so that whatever else the machine does slows both.
    for _ in 0..ROUNDS {
        let times = sides.map(time);
        fastest = [0, 1].map(|at| fastest[at].min(times[at]));
    }
    println!("target and actual of {} years, one thread, fastest of {ROUNDS} rounds", YEARS.len());
    println!("                          charts/s  share of time  bytes  shapes  words");
    for (at, name) in ["nendo", "plotters' SVG backend"].into_iter().enumerate() {
        let drawing = sides[at]();
        let count = |names: &[&str]| -> usize {
            names.iter().map(|name| drawing.matches(&format!("<{name} ")).count()).sum()
        };
        println!(
            "{name:<24}  {:>8.0}  {:>13.2}  {:>5}  {:>6}  {:>5}",
            f64::from(CHARTS) / fastest[at].as_secs_f64(),
            fastest[at].as_secs_f64() / fastest[1].as_secs_f64(),
            drawing.len(),
            count(&["rect", "circle", "line", "polyline", "polygon", "path"]),
            count(&["text"]),
        );
    }
}

fn time(draw: &dyn Fn() -> String) -> Duration {
    let start = Instant::now();
    for _ in 0..CHARTS {
        black_box(draw());
    }
    start.elapsed()
}

fn spec() -> Spec {
    let value = |value: f64| Point::Value(Mark { value, label: format!("{value}%") });
    let stages = [Stage::Past, Stage::Current, Stage::Later];
    let chart = Progress {
        unit: "%".to_owned(),
        words: Words { target: "目標".to_owned(), actual: "実績".to_owned(), ..Words::default() },
        ticks: nendo_chart::ticks(0.0, 86.0)
            .into_iter()
            .map(|value| Mark { value, label: value.to_string() })
            .collect(),
        base: Base::Zero,
        run: Run::Yearly,
        parts: Vec::new(),
        periods: YEARS
            .iter()
            .zip(stages)
            .map(|((label, target, actual), stage)| Period {
                label: (*label).to_owned(),
                target: value(*target),
                earlier: None,
                actual: actual.map_or(Point::Gap { word: String::new() }, value),
                parts: Vec::new(),
                stage,
            })
            .collect(),
    };
    Spec {
        id: "chart-service-1-1".to_owned(),
        title: "①-1 オンライン化率(件数ベース)：目標と実績の推移".to_owned(),
        description: "2023年度の実績は79%で、目標の85%を6ポイント下回りました。".to_owned(),
        kind: Kind::Progress(chart),
    }
}

const BAR: RGBColor = RGBColor(106, 148, 194);
const LINE: RGBColor = RGBColor(20, 24, 29);
const GRID: RGBColor = RGBColor(213, 218, 224);

type Drawn = Result<String, DrawingAreaErrorKind<std::io::Error>>;

/// The chart as plotters' own guide would have one draw it.
fn yardstick() -> Drawn {
    let mut text = String::new();
    {
        let root = SVGBackend::with_string(&mut text, (480, 282)).into_drawing_area();
        let mut chart = ChartBuilder::on(&root)
            .margin(4)
            .x_label_area_size(28)
            .y_label_area_size(36)
            .build_cartesian_2d((0..2).into_segmented(), 0.0..100.0)?;
        axes(&mut chart)?;
        let years = || (0..).zip(YEARS);
        let bars = years().filter_map(|(at, (.., actual))| Some((at, actual?)));
        chart
            .draw_series(bars.clone().map(|(at, value)| {
                let mut bar = Rectangle::new(
                    [(SegmentValue::Exact(at), 0.0), (SegmentValue::Exact(at + 1), value)],
                    BAR.filled(),
                );
                bar.set_margin(0, 0, 20, 20);
                bar
            }))?
            .label("実績")
            .legend(|(x, y)| Rectangle::new([(x, y - 6), (x + 14, y + 6)], BAR.filled()));
        let targets = years().map(|(at, (_, target, _))| (SegmentValue::CenterOf(at), target));
        chart
            .draw_series(LineSeries::new(targets.clone(), LINE.stroke_width(2)))?
            .label("目標")
            .legend(|(x, y)| PathElement::new([(x, y), (x + 20, y)], LINE.stroke_width(2)));
        chart.draw_series(targets.clone().map(|at| Circle::new(at, 5, LINE.filled())))?;
        let style = ("sans-serif", 16).into_font().color(&LINE).pos(Pos::new(HPos::Center, VPos::Bottom));
        let values = bars.map(|(at, value)| (SegmentValue::CenterOf(at), value)).chain(targets);
        chart.draw_series(values.map(|at| Text::new(format!("{}%", at.1), at, style.clone())))?;
        chart
            .configure_series_labels()
            .position(SeriesLabelPosition::UpperRight)
            .label_font(("sans-serif", 14))
            .draw()?;
        root.present()?;
    }
    Ok(text)
}

type Plot<'a> = ChartContext<'a, SVGBackend<'a>, Cartesian2d<SegmentedCoord<RangedCoordi32>, RangedCoordf64>>;

/// The grid and the words of its ticks and years.
fn axes(chart: &mut Plot<'_>) -> Result<(), DrawingAreaErrorKind<std::io::Error>> {
    let name = |at: &i32| YEARS.get(usize::try_from(*at).ok()?).map(|year| year.0);
    chart
        .configure_mesh()
        .disable_x_mesh()
        // No line and no tick mark that the other side has not.
        .y_max_light_lines(0)
        .bold_line_style(GRID)
        .set_all_tick_mark_size(0)
        .x_labels(YEARS.len())
        .y_labels(6)
        .x_label_style(("sans-serif", 16))
        .y_label_style(("sans-serif", 14))
        .x_label_formatter(&|year| match year {
            SegmentValue::CenterOf(at) | SegmentValue::Exact(at) => name(at).unwrap_or("").to_owned(),
            SegmentValue::Last => String::new(),
        })
        .y_label_formatter(&ToString::to_string)
        .y_desc("%")
        .draw()
}
