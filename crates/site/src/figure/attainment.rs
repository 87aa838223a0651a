//! How far the target of every numeric KPI was attained in a year, the worst first.

use nendo_chart::{Attainment, AttainmentRow, Goal, Kind, Mark, Point, Spec};
use nendo_model::{
    Cell, Decimal, Direction, Kpi, Standing, attainment as attained, comparison, completed, measured_unit,
};

use super::progress::{gap_word, level};
use super::{grade, is_drawn, kpi_name};
use crate::view::View;

/// Grid lines in percent; the scale ends with the first from the second on that nothing exceeds, or with the last.
const TICKS: [u32; 5] = [0, 50, 100, 150, 200];

/// The attainment of every KPI that is drawn, the worst first, then those without one; nothing where none has one.
pub(crate) fn attainment(view: &View<'_>) -> Option<Spec> {
    let year = view.report.year;
    let kpis = view.report.edition.kpis().filter(|kpi| is_drawn(kpi));
    let mut rows: Vec<(Option<Decimal>, &Kpi)> = kpis.map(|kpi| (attained(kpi, year), kpi)).collect();
    rows.sort_by_key(|(attained, _)| (attained.is_none(), *attained));
    let highest = rows.iter().filter_map(|(attained, _)| *attained).max()?;
    let most = TICKS[2..].iter().find(|most| highest <= Decimal::from(**most)).unwrap_or(&200);
    let mark = |percent: Decimal| Mark { value: percent.to_f64(), label: view.percent(percent) };
    let ticks = TICKS.iter().filter(|tick| *tick <= most).map(|tick| mark(Decimal::from(*tick)));
    let goal = view.voice.fill("attainment-goal", [("percent", view.percent(Decimal::from(100)).into())]);
    let row = |(attained, kpi): &(Option<Decimal>, &Kpi)| AttainmentRow {
        label: kpi_name(view, kpi),
        grade: kpi.evaluation(year).and_then(|index| grade(view, index)),
        attained: match attained {
            Some(percent) => Point::Value(mark(*percent)),
            None => Point::Gap { word: why(view, kpi) },
        },
        goal: match comparison(kpi, year).map(|compared| compared.standing) {
            Some(Standing::Reached) => Goal::Reached,
            Some(Standing::Missed | Standing::Unclear) | None => Goal::Missed,
        },
    };
    let chart = Attainment {
        ticks: ticks.collect(),
        goal: Mark { value: 100.0, label: goal.text() },
        rows: rows.iter().map(row).collect(),
    };
    Some(Spec {
        id: "chart-attainment".to_owned(),
        title: view.voice.fill("attainment-chart-title", [("year", view.voice.year(year).into())]).text(),
        description: view.attainment_caption().spoken,
        kind: Kind::Attainment(chart),
    })
}

/// The same in charts that each fit well on a sheet of paper. The first has the description of all.
pub(crate) fn pieces(spec: Spec) -> Vec<Spec> {
    let Kind::Attainment(Attainment { ticks, goal, rows }) = &spec.kind else { return vec![spec] };
    let count = rows.len().div_ceil(MOST_ROWS).max(1);
    if count == 1 {
        return vec![spec];
    }
    let piece = |(at, rows): (usize, &[AttainmentRow])| Spec {
        id: format!("{}-{}", spec.id, at + 1),
        title: format!("{} ({}/{count})", spec.title, at + 1),
        description: if at == 0 { spec.description.clone() } else { String::new() },
        kind: Kind::Attainment(Attainment { ticks: ticks.clone(), goal: goal.clone(), rows: rows.to_vec() }),
    };
    rows.chunks(rows.len().div_ceil(count)).enumerate().map(piece).collect()
}

/// So many rows fit on two thirds of a sheet of A4, even if each name takes two lines.
const MOST_ROWS: usize = 8;

/// Why there is no attainment.
fn why(view: &View<'_>, kpi: &Kpi) -> String {
    let year = view.report.year;
    let unit = measured_unit(kpi).unwrap_or_default();
    let has = |cell: Option<&Cell>| level(cell, unit).is_some();
    let entry = kpi.entry(year);
    let id = if completed(kpi, year).is_some() || !has(entry.and_then(|entry| entry.actual.as_ref())) {
        return gap_word(view, kpi, year);
    } else if !has(entry.and_then(|entry| entry.target.as_ref())) {
        "no-target"
    } else if kpi.direction == Direction::Unclear {
        "unclear-direction"
    } else {
        "not-comparable"
    };
    view.voice.word(id).unwrap_or_default()
}
