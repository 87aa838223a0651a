//! How far the target of every numeric KPI was attained in a year, the worst first.

use nendo_chart::{Attainment, AttainmentRow, Goal, Kind, Mark, Point, Spec};
use nendo_model::{Decimal, Direction, FiscalYear, Kpi, Series, Standing};

use super::{Figure, grade, period};
use crate::narrator::Narrator;
use crate::phrase::Phrase;

/// Grid lines in percent; the scale ends with the first from the second on that nothing exceeds, or with the last.
const TICKS: [u32; 5] = [0, 50, 100, 150, 200];

/// So many rows fit on two thirds of a sheet of A4, even if each name takes two lines.
const MOST_ROWS: usize = 8;

/// A KPI that is drawn, and how far its target was attained.
struct Row<'a> {
    series: Series<'a>,
    attained: Option<Decimal>,
    /// Whether the target was reached, which a rounded percentage does not tell.
    goal: Goal,
}

impl<'a> Row<'a> {
    fn of(series: Series<'a>, year: FiscalYear) -> Self {
        let compared = series.comparison(year);
        let goal = match compared.map(|compared| compared.standing) {
            Some(Standing::Reached) => Goal::Reached,
            Some(Standing::Missed | Standing::Unclear) | None => Goal::Missed,
        };
        Self { series, attained: compared.and_then(|compared| compared.attainment()), goal }
    }
}

/// The attainment of every KPI that is drawn, the worst first, then those without one; nothing where none has one.
pub(crate) fn figure(narrator: Narrator<'_>) -> Option<Figure> {
    let Narrator { report, voice } = narrator;
    let series = report.edition.kpis().filter_map(Kpi::drawn);
    let mut rows: Vec<Row<'_>> = series.map(|series| Row::of(series, report.year)).collect();
    rows.sort_by_key(|row| (row.attained.is_none(), row.attained));
    let highest = rows.iter().filter_map(|row| row.attained).max()?;
    let most = TICKS[2..].iter().find(|most| highest <= Decimal::from(**most)).unwrap_or(&200);
    let mark = |percent: Decimal| Mark { value: percent.to_f64(), label: voice.percent(percent) };
    let ticks = TICKS.iter().filter(|tick| *tick <= most).map(|tick| mark(Decimal::from(*tick)));
    let goal = voice.fill("attainment-goal", [("percent", voice.percent(Decimal::from(100)).into())]);
    let drawn = |row: &Row<'_>| AttainmentRow {
        label: narrator.kpi_name(row.series.kpi()).native_text(),
        grade: row.series.kpi().evaluation(report.year).and_then(|index| grade(narrator, Some(index))),
        attained: match row.attained {
            Some(percent) => Point::Value(mark(percent)),
            None => Point::Gap { word: why(narrator, row.series) },
        },
        goal: row.goal,
    };
    let chart = Attainment {
        ticks: ticks.collect(),
        goal: Mark { value: 100.0, label: goal.text() },
        rows: rows.iter().map(drawn).collect(),
    };
    let title = voice.fill("attainment-chart-title", [("year", voice.year(report.year).into())]);
    let kind = Kind::Attainment(chart);
    Some(Figure::new("chart-attainment".to_owned(), &title, caption(narrator, &rows), kind))
}

/// The same in charts that each fit well on a sheet of paper, the first with the description of all; none where it fits as it is.
pub(crate) fn pieces(spec: &Spec) -> Vec<Spec> {
    let Kind::Attainment(Attainment { ticks, goal, rows }) = &spec.kind else { return Vec::new() };
    let count = rows.len().div_ceil(MOST_ROWS).max(1);
    if count == 1 {
        return Vec::new();
    }
    let piece = |(at, rows): (usize, &[AttainmentRow])| Spec {
        id: format!("{}-{}", spec.id, at + 1),
        title: format!("{} ({}/{count})", spec.title, at + 1),
        description: if at == 0 { spec.description.clone() } else { String::new() },
        kind: Kind::Attainment(Attainment { ticks: ticks.clone(), goal: goal.clone(), rows: rows.to_vec() }),
    };
    rows.chunks(rows.len().div_ceil(count)).enumerate().map(piece).collect()
}

/// How many KPIs reached their target, and the lowest and the highest attainment.
fn caption(narrator: Narrator<'_>, rows: &[Row<'_>]) -> Phrase {
    let voice = narrator.voice;
    let with: Vec<(Decimal, &Row<'_>)> = rows.iter().filter_map(|row| Some((row.attained?, row))).collect();
    let reached = with.iter().filter(|(_, row)| row.goal == Goal::Reached).count();
    let counts = [("reached", reached.into()), ("total", with.len().into())];
    let ends = with.first().zip(with.last()).map(|((lowest, _), (highest, _))| {
        if lowest == highest {
            let id = if with.len() > 1 { "attainment-each" } else { "attainment-all" };
            return voice.fill(id, [("percent", voice.percent(*lowest).into())]);
        }
        let [lowest, highest] = [lowest, highest].map(|end| named(narrator, *end, &with).into());
        voice.fill("attainment-ends", [("lowest", lowest), ("highest", highest)])
    });
    let without = rows.len() - with.len();
    let without = (without > 0).then(|| voice.fill("attainment-without", [("count", without.into())]));
    voice.paragraph([voice.fill("attainment-reached", counts)].into_iter().chain(ends).chain(without))
}

/// An attainment with the KPI that has it, where it is one alone: 92.9% (①-1).
fn named(narrator: Narrator<'_>, percent: Decimal, all: &[(Decimal, &Row<'_>)]) -> Phrase {
    let voice = narrator.voice;
    let said = voice.percent(percent);
    let mut holders = all.iter().filter(|(other, _)| *other == percent);
    let (Some((_, row)), None) = (holders.next(), holders.next()) else { return Phrase::plain(said) };
    let name = narrator.kpi_name(row.series.kpi());
    let args = [("percent", said.clone().into()), ("name", name.into())];
    voice.fill("attainment-named", args).with_stand_in(said)
}

/// Why there is no attainment.
fn why(narrator: Narrator<'_>, series: Series<'_>) -> String {
    let year = narrator.report.year;
    if series.kpi().completion(year).is_some() || series.actual(year).is_none() {
        return period::gap_word(narrator, series.kpi(), year);
    }
    narrator.voice.word(match series.kpi().direction {
        _ if series.target(year).is_none() => "no-target",
        Direction::Unclear => "unclear-direction",
        Direction::Assumed | Direction::Higher | Direction::Lower => "not-comparable",
    })
}
