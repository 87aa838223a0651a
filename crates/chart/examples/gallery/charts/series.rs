//! The charts of values by fiscal year: years named, numbers written with their unit, and grid lines found.

use std::cmp::Ordering;

use nendo_chart::{Base, Kind, Mark, Period, Point, Progress, Run, Spec, Stage, Words, ticks};

use super::language::{Both, Language};

/// A unit as the axis has it, and the power of ten that Japanese says with it: 万人 is 4.
#[derive(Clone, Copy)]
pub(crate) struct Unit {
    pub(crate) power: i32,
    pub(crate) name: Both,
}

/// Percent, which both languages write beside each number.
pub(crate) const PERCENT: Unit = Unit { power: 0, name: ["%", "%"] };

impl Unit {
    /// A point of the notation.
    pub(crate) fn point(self, language: Language, written: &str) -> Point {
        if let Ok(value) = written.parse() {
            return Point::Value(self.mark(language, value));
        }
        let word = GAPS.iter().find(|(key, _)| *key == written).map_or("", |(_, word)| language.of(*word));
        Point::Gap { word: word.to_owned() }
    }

    /// 45.5万人 in Japanese, 455,000 in English, which repeats no unit but a percent sign.
    pub(crate) fn mark(self, language: Language, value: f64) -> Mark {
        let mark = self.tick(language, value);
        let unit = match language {
            Language::Ja => self.name[0],
            Language::En if self.name[1] == "%" => "%",
            Language::En => "",
        };
        Mark { label: mark.label + unit, ..mark }
    }

    /// The same without the unit.
    fn tick(self, language: Language, value: f64) -> Mark {
        let power = if language == Language::Ja { self.power } else { 0 };
        Mark { value, label: grouped(value / 10_f64.powi(power)) }
    }
}

/// A chart of values by fiscal year.
#[derive(Clone, Copy)]
pub(crate) struct Series {
    pub(crate) id: &'static str,
    pub(crate) name: Both,
    pub(crate) unit: Unit,
    pub(crate) target: &'static str,
    pub(crate) actual: &'static str,
    pub(crate) earlier: &'static str,
    /// Each part's name and values.
    pub(crate) parts: &'static [(Both, &'static str)],
    /// The grid lines, where they are not to be found from the values.
    pub(crate) ticks: &'static str,
    pub(crate) base: Base,
    pub(crate) run: Run,
    /// Which year is the page's own.
    pub(crate) now: usize,
    /// Which way is better, where the chart says so.
    pub(crate) better: Both,
    /// What follows the number of a year.
    pub(crate) year: Both,
    /// The target and the actual value.
    pub(crate) words: [Both; 2],
}

/// What a series has that says no more.
pub(crate) const PLAIN: Series = Series {
    id: "",
    name: ["", ""],
    unit: PERCENT,
    target: "",
    actual: "",
    earlier: "",
    parts: &[],
    ticks: "",
    base: Base::Zero,
    run: Run::Yearly,
    now: 1,
    better: ["", ""],
    year: ["年度", ""],
    words: [["目標", "Target"], ["実績", "Actual"]],
};

impl Series {
    /// The chart of its full size.
    pub(crate) fn progress(&self, language: Language) -> Spec {
        let said = |words: Both| language.of(words).to_owned();
        let chart = Progress {
            unit: said(self.unit.name),
            words: Words {
                target: said(self.words[0]),
                actual: said(self.words[1]),
                earlier: said(["変更前の目標", "Target before revision"]),
                better: said(self.better),
            },
            ticks: self.tick_values().into_iter().map(|value| self.unit.tick(language, value)).collect(),
            base: self.base,
            run: self.run,
            parts: self.parts.iter().map(|(name, _)| said(*name)).collect(),
            periods: self.periods(language),
        };
        let id = format!("progress-{}", self.id);
        language.chart(&id, self.name, self.sentence(language), Kind::Progress(chart))
    }

    /// The chart of the size of a word.
    pub(crate) fn spark(&self, language: Language) -> Spec {
        language.chart(self.id, self.name, self.sentence(language), Kind::Spark(self.periods(language)))
    }

    fn periods(&self, language: Language) -> Vec<Period> {
        let points = |written: &str| -> Vec<Point> {
            written.split_whitespace().map(|one| self.unit.point(language, one)).collect()
        };
        let mark = |point: Option<&Point>| match point {
            Some(Point::Value(mark)) => Some(mark.clone()),
            _ => None,
        };
        let (targets, actuals, earlier) = (points(self.target), points(self.actual), points(self.earlier));
        let parts: Vec<Vec<Point>> = self.parts.iter().map(|(_, values)| points(values)).collect();
        let years = targets.into_iter().zip(actuals).enumerate();
        years
            .map(|(at, (target, actual))| Period {
                label: self.year(language, at),
                target,
                earlier: mark(earlier.get(at)),
                actual,
                parts: parts.iter().filter_map(|values| mark(values.get(at))).collect(),
                stage: match at.cmp(&self.now) {
                    Ordering::Less => Stage::Past,
                    Ordering::Equal => Stage::Current,
                    Ordering::Greater => Stage::Later,
                },
            })
            .collect()
    }

    fn year(&self, language: Language, at: usize) -> String {
        let number = 2022 + at;
        match language {
            Language::Ja => format!("{number}{}", self.year[0]),
            Language::En => format!("FY{number} {}", self.year[1]).trim().to_owned(),
        }
    }

    /// The grid lines that are given, else those that cover all values.
    fn tick_values(&self) -> Vec<f64> {
        let numbers = |written: &str| -> Vec<f64> {
            written.split_whitespace().filter_map(|one| one.parse().ok()).collect()
        };
        if !self.ticks.is_empty() {
            return numbers(self.ticks);
        }
        let all = [self.target, self.actual, self.earlier].map(numbers).concat();
        let end = |pick: fn(f64, f64) -> f64| all.iter().copied().reduce(pick).unwrap_or_default();
        ticks(end(f64::min), end(f64::max))
    }

    /// What the page's year came to.
    fn sentence(&self, language: Language) -> String {
        let at = |written: &str| {
            let written = written.split_whitespace().nth(self.now).unwrap_or_default();
            match self.unit.point(language, written) {
                Point::Value(mark) => mark.label,
                Point::Gap { word } if word.is_empty() => language.of(["なし", "not available"]).to_owned(),
                Point::Gap { word } => word,
            }
        };
        let (year, target, actual) = (self.year(language, self.now), at(self.target), at(self.actual));
        match language {
            Language::Ja => format!("{year}の目標：{target}、実績：{actual}。"),
            Language::En => format!("{year}: target {target}, actual {actual}."),
        }
    }
}

/// A number with its thousands parted.
fn grouped(value: f64) -> String {
    let written = value.abs().to_string();
    let (whole, part) =
        written.split_once('.').map_or((&*written, None), |(whole, part)| (whole, Some(part)));
    let mut text = String::from(if value < 0.0 { "-" } else { "" });
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    part.map_or(text.clone(), |part| format!("{text}.{part}"))
}

/// What the series say in the place of a value.
const GAPS: [(&str, Both); 3] = [
    ("集計中", ["集計中", "being counted"]),
    ("完了", ["完了", "completed"]),
    (
        "更新中",
        ["集計の仕組みの更新のため当年度の値は翌年度に公表の予定である", "to be published in a year's time"],
    ),
];
