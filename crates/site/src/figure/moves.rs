//! How the grades of a year moved since the year before.

use nendo_chart::{Flow, Grade, Kind, Moves, Spec, Trend};
use nendo_model::{GradeIndex, Movement};

use super::{grade, no_grade};
use crate::view::{Move, View};

/// How the grades moved, KPI by KPI as the page counts them; nothing where no year before was reported, or no KPI has a grade.
///
/// A KPI that has no grade in either year did not move, and is not drawn.
pub(crate) fn moves(view: &View<'_>) -> Option<Spec> {
    let scale = &view.report.plan.scale;
    let moves = view.moves();
    let moves: Vec<&Move<'_>> = moves.iter().filter(|made| made.before.or(made.now).is_some()).collect();
    if !view.report.has_year_before() || moves.is_empty() {
        return None;
    }
    let rungs: Vec<Option<GradeIndex>> = scale.grades().map(|(index, _)| Some(index)).chain([None]).collect();
    let named = |rung: &Option<GradeIndex>| match rung {
        Some(index) => grade(view, *index),
        None => Some(no_grade(view)),
    };
    let grades: Vec<Grade> = rungs.iter().filter_map(named).collect();
    let mut flows = Vec::new();
    for (from, before) in rungs.iter().enumerate() {
        for (to, now) in rungs.iter().enumerate() {
            let made: Vec<_> =
                moves.iter().filter(|made| (made.before, made.now) == (*before, *now)).collect();
            let Some(first) = made.first() else { continue };
            let trend = match first.movement {
                Some(Movement::Up) => Trend::Up,
                Some(Movement::Down) => Trend::Down,
                Some(Movement::Same | Movement::New | Movement::Other) | None => Trend::Level,
            };
            flows.push(Flow { from, to, count: made.len(), trend });
        }
    }
    let year = |year| view.voice.year(year);
    let (before, after) = (year(view.report.year.previous()), year(view.report.year));
    let args = [("before", before.clone().into()), ("after", after.clone().into())];
    Some(Spec {
        id: "chart-moves".to_owned(),
        title: view.voice.fill("moves-chart-title", args).text(),
        description: view.moves_caption().spoken,
        kind: Kind::Moves(Moves { before, after, grades, flows }),
    })
}
