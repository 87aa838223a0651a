//! The charts of grades: how many have each, how they moved, and the attainments that they come from.

use nendo_chart::{
    Attainment, AttainmentRow, Flow, Goal, Grade, Kind, Mark, Moves, Segment, ShareRow, Spec, Tone, Trend,
};

use super::language::{Both, Language};
use super::series::PERCENT;

/// A chart of how many have each grade: each row's name, and letters with counts.
pub(crate) struct Shared {
    pub(crate) id: &'static str,
    pub(crate) name: Both,
    pub(crate) rows: &'static [(Both, &'static str)],
}

impl Shared {
    pub(crate) fn spec(&self, language: Language) -> Spec {
        let segment = |(letter, count): (char, usize)| Segment { grade: grade(language, letter), count };
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
    pub(crate) fn spec(&self, language: Language) -> Spec {
        let row = |(name, letter, attained): &(Both, char, &str)| AttainmentRow {
            label: language.of(*name).to_owned(),
            grade: (*letter != '-').then(|| grade(language, *letter)),
            attained: PERCENT.point(language, attained),
            goal: match attained.parse::<f64>() {
                Ok(percent) if percent >= 100.0 => Goal::Reached,
                _ => Goal::Missed,
            },
        };
        let chart = Attainment {
            ticks: [0.0, 50.0, 100.0, 150.0].map(|value| PERCENT.mark(language, value)).to_vec(),
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
    pub(crate) fn spec(&self, language: Language) -> Spec {
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
            grades: GRADES.iter().map(|(letter, ..)| grade(language, *letter)).collect(),
            flows,
        };
        language.chart(self.id, self.name, said, Kind::Moves(chart))
    }
}

/// A grade by its letter.
fn grade(language: Language, letter: char) -> Grade {
    let (_, code, title, tone) = GRADES[rank(letter)];
    Grade { code: language.of(code).to_owned(), title: language.of(title).to_owned(), tone }
}

/// The place of a letter among the grades; one that is none of them has none.
fn rank(letter: char) -> usize {
    GRADES.iter().position(|grade| grade.0 == letter).unwrap_or(GRADES.len() - 1)
}

/// The last of so many letters, and the count after them.
fn counted(written: &str, letters: usize) -> Option<(char, usize)> {
    let (at, letter) = written.char_indices().nth(letters - 1)?;
    Some((letter, written[at + letter.len_utf8()..].parse().ok()?))
}

/// The grades of all charts, best first: letter, code, meaning and tone. The last one is that there is none.
const GRADES: [(char, Both, Both, Tone); 5] = [
    ('A', ["A", "A"], ["目標より進んでいる", "Ahead of the target"], Tone::Ahead),
    ('B', ["B", "B"], ["目標どおり進んでいる", "As planned"], Tone::On),
    ('C', ["C", "C"], ["目標より遅れている", "Behind the target"], Tone::Behind),
    ('D', ["D", "D"], ["評価できない", "Cannot be evaluated"], Tone::None),
    ('-', ["―", "–"], ["未評価", "Not evaluated"], Tone::None),
];
