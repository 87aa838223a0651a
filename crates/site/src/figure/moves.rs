//! How the grades of a year moved since the year before.

use nendo_chart::{Flow, Grade, Kind, Moves, Trend};
use nendo_model::{GradeIndex, Movement};

use super::{Figure, grade};
use crate::narrator::Narrator;
use crate::phrase::Phrase;
use crate::report::Move;

/// How the grades moved, KPI by KPI as the page counts them; nothing where no year before was reported, or no KPI has a grade.
///
/// A KPI that has no grade in either year did not move, and is not drawn.
pub(crate) fn figure(narrator: Narrator<'_>) -> Option<Figure> {
    let Narrator { report, voice } = narrator;
    let mut moves = report.moves();
    moves.retain(|made| made.before.or(made.now).is_some());
    if !report.has_year_before() || moves.is_empty() {
        return None;
    }
    let grades = report.plan.scale.grades().map(|(index, _)| Some(index));
    let rungs: Vec<Option<GradeIndex>> = grades.chain([None]).collect();
    let grades: Vec<Grade> = rungs.iter().filter_map(|rung| grade(narrator, *rung)).collect();
    let mut flows = Vec::new();
    for (from, before) in rungs.iter().enumerate() {
        for (to, now) in rungs.iter().enumerate() {
            let mut made = moves.iter().filter(|made| (made.before, made.now) == (*before, *now));
            let Some(first) = made.next() else { continue };
            let trend = match first.movement {
                Some(Movement::Up) => Trend::Up,
                Some(Movement::Down) => Trend::Down,
                Some(Movement::Same | Movement::New | Movement::Other) | None => Trend::Level,
            };
            flows.push(Flow { from, to, count: 1 + made.count(), trend });
        }
    }
    let (before, after) = (voice.year(report.year.previous()), voice.year(report.year));
    let args = [("before", before.clone().into()), ("after", after.clone().into())];
    let title = voice.fill("moves-chart-title", args);
    let kind = Kind::Moves(Moves { before, after, grades, flows });
    Some(Figure::new("chart-moves".to_owned(), &title, caption(narrator, &moves), kind))
}

/// How many grades moved, and which way.
fn caption(Narrator { report, voice }: Narrator<'_>, moves: &[Move<'_>]) -> Phrase {
    let count = |wanted| moves.iter().filter(|made| made.movement == Some(wanted)).count();
    let args = [
        ("before", voice.year(report.year.previous()).into()),
        ("up", count(Movement::Up).into()),
        ("down", count(Movement::Down).into()),
        ("same", count(Movement::Same).into()),
    ];
    let rest = [
        ("moves-new", count(Movement::New)),
        ("moves-other", count(Movement::Other)),
        ("moves-lost", moves.iter().filter(|made| made.movement.is_none()).count()),
    ];
    let rest = rest.into_iter().filter(|(_, count)| *count > 0);
    let rest = rest.map(|(id, count)| voice.fill(id, [("count", count.into())]));
    voice.paragraph([voice.fill("moves-counts", args)].into_iter().chain(rest))
}
