//! How many KPIs have each grade, by pillar.

use nendo_chart::{Kind, Segment, ShareRow};
use nendo_model::{Branch, Tally};

use super::{Figure, grade};
use crate::narrator::Narrator;
use crate::phrase::Phrase;

/// How many KPIs have each grade, by pillar.
pub(crate) fn figure(narrator: Narrator<'_>) -> Figure {
    let Narrator { report, voice } = narrator;
    let pillars: Vec<(Phrase, Tally)> = report
        .edition
        .branches
        .iter()
        .enumerate()
        .map(|(at, pillar)| (pillar_name(narrator, at, pillar), report.tally(pillar.all_kpis())))
        .collect();
    let row = |(name, tally): &(Phrase, Tally)| {
        let graded = tally.grades.iter().map(|grade| (Some(grade.grade), grade.count));
        let parts = graded.chain([(None, tally.unevaluated)]);
        let segments =
            parts.filter_map(|(index, count)| Some(Segment { grade: grade(narrator, index)?, count }));
        ShareRow { label: name.native_text(), segments: segments.collect() }
    };
    let caption = pillars.iter().filter_map(|(name, tally)| sentence(narrator, name, tally));
    let title = voice.fill("summary-chart-title", [("year", voice.year(report.year).into())]);
    let caption = voice.paragraph(caption);
    Figure::new("chart-summary".to_owned(), &title, caption, Kind::Share(pillars.iter().map(row).collect()))
}

/// The name of a pillar. A picture has its place where it cannot be named: Pillar 1.
fn pillar_name(narrator: Narrator<'_>, at: usize, pillar: &Branch) -> Phrase {
    let place = format!("{} {}", narrator.level_name(0).native_or(""), at + 1);
    narrator.branch_name(pillar).with_stand_in(place.trim())
}

/// A pillar and its counts; nothing for one without KPIs.
fn sentence(narrator: Narrator<'_>, name: &Phrase, tally: &Tally) -> Option<Phrase> {
    let voice = narrator.voice;
    let graded = tally.grades.iter().map(|grade| (narrator.grade(grade.grade), grade.count));
    let graded = graded.filter_map(|(grade, count)| Some((grade?.code, count)));
    let parts = graded.chain([(voice.fill("unevaluated", []), tally.unevaluated)]);
    let parts = parts.filter(|(_, count)| *count > 0).map(|(grade, count)| {
        voice.fill("share-part", [("grade", grade.into()), ("count", voice.count(count).into())])
    });
    let parts = Phrase::join(parts, &voice.word("number-separator"));
    let is_empty = parts.is_empty();
    let args = [("name", name.clone().into()), ("parts", parts.into())];
    (!is_empty).then(|| voice.fill("share-row", args))
}
