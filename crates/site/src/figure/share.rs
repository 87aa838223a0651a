//! How many KPIs have each grade, by pillar.

use nendo_chart::{Kind, Segment, ShareRow, Spec};
use nendo_model::Branch;

use super::{grade, native, no_grade};
use crate::view::View;

/// How many KPIs have each grade, by pillar.
pub(crate) fn share(view: &View<'_>) -> Spec {
    let row = |branch: &Branch| {
        let tally = view.tally(branch.all_kpis());
        let graded = tally.grades.iter();
        let mut segments: Vec<Segment> = graded
            .filter_map(|(index, count)| Some(Segment { grade: grade(view, *index)?, count: *count }))
            .collect();
        segments.push(Segment { grade: no_grade(view), count: tally.unevaluated });
        ShareRow { label: native(&view.branch_name(branch), &view.pillar_by_place(branch)), segments }
    };
    let year = view.voice.year(view.report.year);
    Spec {
        id: "chart-summary".to_owned(),
        title: view.voice.fill("summary-chart-title", [("year", year.into())]).text(),
        description: view.share_caption().spoken,
        kind: Kind::Share(view.report.edition.branches.iter().map(row).collect()),
    }
}
