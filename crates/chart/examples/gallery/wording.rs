//! The data of the gallery put into words: numbers written, years named and sentences made as a page would, in its language.

use nendo_chart::{
    Attainment, AttainmentRow, Base, Flow, Goal, Grade, Kind, Mark, Moves, Period, Point, Progress, Run,
    Segment, ShareRow, Spec, Stage, Tone, Trend, Words, ticks,
};

/// A text in both languages, Japanese first.
type Both = [&'static str; 2];

/// The language of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl Language {
    /// Both, in the order of the data.
    pub(crate) const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// Its tag, as in `lang`.
    pub(crate) fn tag(self) -> &'static str {
        self.of(["ja", "en"])
    }

    /// This language's of two texts.
    pub(crate) fn of(self, [ja, en]: Both) -> &'static str {
        match self {
            Self::Ja => ja,
            Self::En => en,
        }
    }

    /// The name and specification of a chart.
    fn chart(self, id: &str, name: Both, description: String, kind: Kind) -> (String, Spec) {
        let (id, title) = (format!("{id}-{}", self.tag()), self.of(name).to_owned());
        (title.clone(), Spec { id, title, description, kind })
    }

    /// A grade by its letter.
    fn grade(self, letter: char) -> Grade {
        let at = rank(letter);
        let Graded { code, title, .. } = GRADES[at];
        let tones = [Tone::Ahead, Tone::On, Tone::Behind, Tone::None, Tone::None];
        Grade { code: self.of(code).to_owned(), title: self.of(title).to_owned(), tone: tones[at] }
    }

    /// A point of the notation.
    fn point(self, unit: Unit, written: &str) -> Point {
        if let Ok(value) = written.parse() {
            return Point::Value(unit.mark(self, value));
        }
        let word = GAPS.iter().find(|(key, _)| *key == written).map_or("", |(_, word)| self.of(*word));
        Point::Gap { word: word.to_owned() }
    }
}

/// A unit as the axis has it, and the power of ten that Japanese says with it: 万人 is 4.
#[derive(Clone, Copy)]
pub(crate) struct Unit {
    pub(crate) power: i32,
    pub(crate) name: Both,
}

impl Unit {
    /// 45.5万人 in Japanese, 455,000 in English, which repeats no unit but a percent sign.
    fn mark(self, language: Language, value: f64) -> Mark {
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
    pub(crate) lower: bool,
    /// What follows the number of a year.
    pub(crate) year: Both,
    /// Other words for the target and the actual value.
    pub(crate) words: Option<[Both; 2]>,
}

/// What a series has that says no more.
pub(crate) const PLAIN: Series = Series {
    id: "",
    name: ["", ""],
    unit: Unit { power: 0, name: ["%", "%"] },
    target: "",
    actual: "",
    earlier: "",
    parts: &[],
    ticks: "",
    base: Base::Zero,
    run: Run::Yearly,
    now: 1,
    lower: false,
    year: ["年度", ""],
    words: None,
};

impl Series {
    /// The chart of its full size.
    pub(crate) fn progress(&self, language: Language) -> (String, Spec) {
        let [target, actual] = self.words.unwrap_or([["目標", "Target"], ["実績", "Actual"]]);
        let lower = if self.lower { ["低いほど良い", "Lower is better"] } else { ["", ""] };
        let chart = Progress {
            unit: language.of(self.unit.name).to_owned(),
            words: Words {
                target: language.of(target).to_owned(),
                actual: language.of(actual).to_owned(),
                earlier: language.of(["変更前の目標", "Target before revision"]).to_owned(),
                better: language.of(lower).to_owned(),
            },
            ticks: self.tick_values().into_iter().map(|value| self.unit.tick(language, value)).collect(),
            base: self.base,
            run: self.run,
            parts: self.parts.iter().map(|(name, _)| language.of(*name).to_owned()).collect(),
            periods: self.periods(language),
        };
        let id = format!("progress-{}", self.id);
        language.chart(&id, self.name, self.sentence(language), Kind::Progress(chart))
    }

    /// The chart of the size of a word.
    pub(crate) fn spark(&self, language: Language) -> (String, Spec) {
        language.chart(self.id, self.name, self.sentence(language), Kind::Spark(self.periods(language)))
    }

    fn periods(&self, language: Language) -> Vec<Period> {
        let points = |written: &str| -> Vec<Point> {
            written.split_whitespace().map(|one| language.point(self.unit, one)).collect()
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
                    std::cmp::Ordering::Less => Stage::Past,
                    std::cmp::Ordering::Equal => Stage::Current,
                    std::cmp::Ordering::Greater => Stage::Later,
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
        ticks(all.iter().copied().fold(0.0, f64::min), all.iter().copied().fold(0.0, f64::max))
    }

    /// What the page's year came to.
    fn sentence(&self, language: Language) -> String {
        let at = |written: &str| {
            let written = written.split_whitespace().nth(self.now).unwrap_or_default();
            match language.point(self.unit, written) {
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

/// A grade in both languages.
#[derive(Clone, Copy)]
pub(crate) struct Graded {
    pub(crate) letter: char,
    pub(crate) code: Both,
    pub(crate) title: Both,
}

/// A chart of how many have each grade: each row's name, and letters with counts.
pub(crate) struct Shared {
    pub(crate) id: &'static str,
    pub(crate) name: Both,
    pub(crate) rows: &'static [(Both, &'static str)],
}

impl Shared {
    pub(crate) fn spec(&self, language: Language) -> (String, Spec) {
        let segment = |(letter, count): (char, usize)| Segment { grade: language.grade(letter), count };
        let rows: Vec<ShareRow> = self
            .rows
            .iter()
            .map(|(name, counts)| ShareRow {
                label: language.of(*name).to_owned(),
                segments: counts.split_whitespace().filter_map(|one| counted(one, 1)).map(segment).collect(),
            })
            .collect();
        let count: usize = rows.iter().flat_map(|row| &row.segments).map(|segment| segment.count).sum();
        let said = match language {
            Language::Ja => format!("{count}件のKPIの評価。"),
            Language::En => format!("Grades of {count} KPIs."),
        };
        language.chart(self.id, self.name, said, Kind::Share(rows))
    }
}

/// A chart of attainments: each row's name, letter and percentage.
pub(crate) struct Scored {
    pub(crate) id: &'static str,
    pub(crate) name: Both,
    pub(crate) rows: &'static [(Both, char, &'static str)],
}

impl Scored {
    pub(crate) fn spec(&self, language: Language) -> (String, Spec) {
        let percent = Unit { power: 0, name: ["%", "%"] };
        let row = |(name, letter, attained): &(Both, char, &str)| AttainmentRow {
            label: language.of(*name).to_owned(),
            grade: (*letter != '-').then(|| language.grade(*letter)),
            attained: language.point(percent, attained),
            goal: if attained.parse().is_ok_and(|percent: f64| percent >= 100.0) {
                Goal::Reached
            } else {
                Goal::Missed
            },
        };
        let chart = Attainment {
            ticks: [0.0, 50.0, 100.0, 150.0].map(|value| percent.mark(language, value)).to_vec(),
            goal: Mark { value: 100.0, label: language.of(["目標", "Target"]).to_owned() },
            rows: self.rows.iter().map(row).collect(),
        };
        let said = match language {
            Language::Ja => format!("{}件のKPIの達成率。", self.rows.len()),
            Language::En => format!("Attainment of the target, {} in all.", self.rows.len()),
        };
        language.chart(self.id, self.name, said, Kind::Attainment(chart))
    }
}

/// A chart of changes of grades: the letter before, the letter after, and how many.
pub(crate) struct Moved {
    pub(crate) id: &'static str,
    pub(crate) name: Both,
    pub(crate) flows: &'static str,
}

impl Moved {
    pub(crate) fn spec(&self, language: Language) -> (String, Spec) {
        let flow = |written: &str| {
            let from = rank(written.chars().next()?);
            let (after, count) = counted(written, 2)?;
            let to = rank(after);
            // Better or worse are A, B and C alone.
            let ranked = from.max(to) < 3;
            let trend = match to.cmp(&from) {
                std::cmp::Ordering::Less if ranked => Trend::Up,
                std::cmp::Ordering::Greater if ranked => Trend::Down,
                _ => Trend::Level,
            };
            Some(Flow { from, to, count, trend })
        };
        let flows: Vec<Flow> = self.flows.split_whitespace().filter_map(flow).collect();
        let of = |trend: Trend| -> usize {
            flows.iter().filter(|flow| flow.trend == trend).map(|flow| flow.count).sum()
        };
        let (up, down) = (of(Trend::Up), of(Trend::Down));
        let said = match language {
            Language::Ja => format!("評価が上がったKPI：{up}件、下がったKPI：{down}件。"),
            Language::En => format!("{up} KPIs have a better grade than before, {down} a worse one."),
        };
        let chart = Moves {
            before: language.of(["2022年度", "FY2022"]).to_owned(),
            after: language.of(["2023年度", "FY2023"]).to_owned(),
            grades: GRADES.iter().map(|grade| language.grade(grade.letter)).collect(),
            flows,
        };
        language.chart(self.id, self.name, said, Kind::Moves(chart))
    }
}

/// The place of a letter among the grades; one that is none of them has none.
fn rank(letter: char) -> usize {
    GRADES.iter().position(|grade| grade.letter == letter).unwrap_or(GRADES.len() - 1)
}

/// The last of so many letters, and the count after them.
fn counted(written: &str, letters: usize) -> Option<(char, usize)> {
    let (at, letter) = written.char_indices().nth(letters - 1)?;
    Some((letter, written[at + letter.len_utf8()..].parse().ok()?))
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
const GAPS: [(&str, [&str; 2]); 3] = [
    ("集計中", ["集計中", "being counted"]),
    ("完了", ["完了", "completed"]),
    (
        "更新中",
        ["集計の仕組みの更新のため当年度の値は翌年度に公表の予定である", "to be published in a year's time"],
    ),
];

/// The grades of all charts, best first: letter and meaning. The last one is that there is none.
const GRADES: [Graded; 5] = [
    Graded { letter: 'A', code: ["A", "A"], title: ["目標より進んでいる", "Ahead of the target"] },
    Graded { letter: 'B', code: ["B", "B"], title: ["目標どおり進んでいる", "As planned"] },
    Graded { letter: 'C', code: ["C", "C"], title: ["目標より遅れている", "Behind the target"] },
    Graded { letter: 'D', code: ["D", "D"], title: ["評価できない", "Cannot be evaluated"] },
    Graded { letter: '-', code: ["―", "–"], title: ["未評価", "Not evaluated"] },
];
