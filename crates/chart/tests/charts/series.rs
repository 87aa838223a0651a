//! Charts to draw: series as a city has them, written as "target → actual".

use nendo_chart::{Period, Point, Progress, Spec, Stage, Tick, ticks};

/// Targets, actuals and the unit that each label carries.
pub(crate) const CITY: [(&str, &str, &str); 18] = [
    ("84 85 86", "56 79 集計中", "%"),
    ("- 17 18", "- 17 -", ""),
    ("73 86 184", "80 89 -", "窓口"),
    ("430000 455000 460000", "450000 460000 -", " people"),
    ("360 650 700", "616 711 -", ""),
    ("80 80 80", "154 138 -", "回/年"),
    ("10 20 4", "12 19 -", ""),
    ("300 340 390", "326 364 -", ""),
    ("70 85 -", "80.22 85.3 -", "%"),
    ("20 25 30", "21.6 36.9 -", "%"),
    ("1000 1000 1000", "1305 980 -", "人/年"),
    ("25 50 75", "25 53 -", "%"),
    ("30 40 50", "31 43 -", ""),
    ("3 完了 -", "4 - -", ""),
    ("75 80 85", "77.6 80.3 -", "%"),
    ("2 4 6", "2 4 -", ""),
    // Not a city's, but hard: values that crowd the zero line, and values below it.
    ("2 4 50 0 0 完了", "2 5 集計中 0 1 50", "窓口"),
    ("-10 5 20 -3 -20", "-12 8 - -2 -20", "%"),
];

/// A chart of years from R3 on, the second of them the page's own.
pub(crate) fn progress((target, actual, unit): (&str, &str, &str)) -> Progress {
    let points = |written: &str| written.split(' ').map(|one| point(one, unit)).collect::<Vec<_>>();
    let (targets, actuals) = (points(target), points(actual));
    let all = targets.iter().chain(&actuals).filter_map(value);
    let (low, high) = all.fold((0.0, 0.0), |(low, high): (f64, f64), one| (low.min(one), high.max(one)));
    let stages = [Stage::Past, Stage::Current, Stage::Later, Stage::Later, Stage::Later, Stage::Later];
    let years = targets.into_iter().zip(actuals).zip(stages).enumerate();
    Progress {
        id: "kpi-1".to_owned(),
        title: "オンライン化率".to_owned(),
        description: "目標と実績".to_owned(),
        unit: unit.to_owned(),
        target_word: "目標".to_owned(),
        actual_word: "実績".to_owned(),
        ticks: ticks(low, high).into_iter().map(|value| Tick { value, label: value.to_string() }).collect(),
        periods: years
            .map(|(at, ((target, actual), stage))| Period {
                label: format!("{}年度", 2022 + at),
                target,
                actual,
                stage,
            })
            .collect(),
    }
}

/// The same as a specification.
pub(crate) fn spec(series: (&str, &str, &str)) -> Spec {
    Spec::Progress(progress(series))
}

/// The number of a point.
pub(crate) fn value(point: &Point) -> Option<f64> {
    match point {
        Point::Value { value, .. } => Some(*value),
        Point::Gap { .. } => None,
    }
}

fn point(written: &str, unit: &str) -> Point {
    match written.parse() {
        Ok(value) => Point::Value { value, label: format!("{written}{unit}") },
        Err(_) => Point::Gap { word: written.trim_matches('-').to_owned() },
    }
}
