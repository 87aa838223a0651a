//! What charts are made of: series as a city has them, written as "target → actual", years, and grades.

use nendo_chart::{
    Base, Grade, Kind, Mark, Period, Point, Progress, Run, Spec, Stage, Tone, Words, svg, ticks,
};

use crate::picture::Picture;

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
        unit: unit.to_owned(),
        words: Words {
            target: "目標".to_owned(),
            actual: "実績".to_owned(),
            earlier: "変更前の目標".to_owned(),
            better: String::new(),
        },
        ticks: ticks(low, high).into_iter().map(|value| Mark { value, label: value.to_string() }).collect(),
        base: Base::Zero,
        run: Run::Yearly,
        parts: Vec::new(),
        periods: years
            .map(|(at, ((target, actual), stage))| year(&format!("{}年度", 2022 + at), target, actual, stage))
            .collect(),
    }
}

/// A year that is neither revised nor in parts.
pub(crate) fn year(label: &str, target: Point, actual: Point, stage: Stage) -> Period {
    Period { label: label.to_owned(), target, earlier: None, actual, parts: Vec::new(), stage }
}

/// A, B, C and D.
pub(crate) fn grades() -> [Grade; 4] {
    [("A", Tone::Ahead), ("B", Tone::On), ("C", Tone::Behind), ("D", Tone::None)].map(|(code, tone)| Grade {
        code: code.to_owned(),
        title: format!("評価{code}"),
        tone,
    })
}

/// A chart under the name that these tests give it.
pub(crate) fn named(kind: Kind) -> Spec {
    let [id, title, description] = ["kpi-1", "オンライン化率", "目標と実績"].map(str::to_owned);
    Spec { id, title, description, kind }
}

/// A chart drawn and read.
pub(crate) fn picture(kind: Kind) -> Picture {
    Picture::read(&svg(&named(kind)))
}

/// The same of target and actual.
pub(crate) fn drawn(chart: Progress) -> Picture {
    picture(Kind::Progress(chart))
}

/// The number of a point.
pub(crate) fn value(point: &Point) -> Option<f64> {
    match point {
        Point::Value(mark) => Some(mark.value),
        Point::Gap { .. } => None,
    }
}

fn point(written: &str, unit: &str) -> Point {
    match written.parse() {
        Ok(value) => Point::Value(Mark { value, label: format!("{written}{unit}") }),
        Err(_) => Point::Gap { word: written.trim_matches('-').to_owned() },
    }
}
