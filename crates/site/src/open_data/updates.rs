//! The update history: when each edition was published, and what was put right in it since.

use nendo_model::{Correction, Date, Edition};

use super::column::{Field, Kind, Shape};
use super::table::{Subject, Table};
use crate::phrase::Phrase;
use crate::site::Site;
use crate::voice::Voice;

/// A line of the history: a correction, or that the edition was published.
pub(super) struct Update<'a> {
    edition: &'a Edition,
    correction: Option<&'a Correction>,
}

impl Update<'_> {
    /// The day of it, where that is known.
    pub(super) fn date(&self) -> Option<Date> {
        self.correction.map(|correction| correction.date).or(self.edition.published)
    }

    /// What was done.
    pub(super) fn said(&self, voice: Voice<'_>) -> Phrase {
        match self.correction {
            Some(correction) => voice.wording(&correction.text),
            None => voice.fill("update-published", [("year", voice.year(self.edition.year).into())]),
        }
    }
}

/// The history of these editions, the oldest first.
pub(super) fn of<'a>(editions: impl IntoIterator<Item = &'a Edition>) -> impl Iterator<Item = Update<'a>> {
    editions.into_iter().flat_map(|edition| {
        let published = Update { edition, correction: None };
        let corrections = edition.corrections.iter().map(Some);
        std::iter::once(published).chain(corrections.map(move |correction| Update { edition, correction }))
    })
}

/// The same as a table.
pub(super) fn table<'a>(site: &Site, editions: impl IntoIterator<Item = &'a Edition>) -> Table {
    let fields = [
        Field::once("date", Kind::Date, |update: &Update<'_>| {
            update.date().map(|date| date.to_string()).unwrap_or_default()
        }),
        Field::once("edition", Kind::Year, |update: &Update<'_>| update.edition.year.to_string()).always(),
        Field::said("update", |update: &Update<'_>, voice| update.said(voice).native_or("")),
    ];
    Table::of(Subject::Updates, &fields, &Shape::flat(site), of(editions))
}
