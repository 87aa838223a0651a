//! The code table: what each grade of the plan's scale means.

use nendo_model::{Grade, Plan};

use super::column::{Field, Kind, Shape};
use super::table::{Subject, Table};
use crate::site::Site;

/// The tones that a grade can have.
pub(super) const TONES: [&str; 4] = ["ahead", "on", "behind", "none"];

/// What each grade of the plan's scale means, best first.
pub(super) fn table(site: &Site, plan: &Plan) -> Table {
    let fields = [
        Field::once("code", Kind::Text, |grade: &&Grade| grade.code.clone()).always(),
        Field::once("rank", Kind::Integer, |grade: &&Grade| {
            grade.rank.map(|rank| rank.to_string()).unwrap_or_default()
        }),
        Field::once("counted", Kind::Boolean, |grade: &&Grade| grade.counted.to_string()).always(),
        Field::once("tone", Kind::OneOf(&TONES), |grade: &&Grade| grade.tone.name().to_owned()).always(),
        Field::said("meaning", |grade: &&Grade, voice| voice.optional(grade.meaning.as_ref()).native_or("")),
    ];
    let grades = plan.scale.grades().map(|(_, grade)| grade);
    Table::of(Subject::EvaluationCodes, &fields, &Shape::flat(site), grades)
}
