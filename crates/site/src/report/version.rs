//! What the editions of a plan say of a KPI in a fiscal year, one after another: a version stands until an edition says something
//! else.

use nendo_model::{Cell, Edition, FiscalYear, YearEntry};

use super::timeline::{Timeline, fill};
use crate::spelling::key;

/// What is said of a KPI in a fiscal year from an edition on.
pub(crate) struct Version<'a> {
    pub(crate) year: FiscalYear,
    /// The first edition that says so.
    pub(crate) edition: &'a Edition,
    /// What it says; where it has no cell, what was said before.
    pub(crate) entry: YearEntry,
    /// What it had otherwise before.
    pub(crate) revised: Revised,
    /// The first edition that says something else.
    pub(crate) superseded_by: Option<FiscalYear>,
}

/// Which values an edition gives otherwise than the one before it. A value that was not set before is not revised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Revised {
    pub(crate) target: bool,
    pub(crate) actual: bool,
    pub(crate) evaluation: bool,
}

impl<'a> Timeline<'a> {
    /// Every version of every fiscal year that an edition has, the oldest year first, and of each year the oldest version.
    pub(crate) fn versions(&self) -> Vec<Version<'a>> {
        self.report.years.iter().flat_map(|year| self.versions_of(*year)).collect()
    }

    fn versions_of(&self, year: FiscalYear) -> Vec<Version<'a>> {
        let mut versions: Vec<Version<'a>> = Vec::new();
        let told = self.told.iter().filter(|(edition, _)| self.report.history.years(edition).contains(&year));
        for (edition, kpi) in told {
            let mut entry = kpi.entry(year).cloned().unwrap_or_default();
            let Some(before) = versions.last_mut() else {
                versions.push(Version {
                    year,
                    edition,
                    entry,
                    revised: Revised::default(),
                    superseded_by: None,
                });
                continue;
            };
            fill(&mut entry, &before.entry);
            if is_same(&entry, &before.entry) {
                continue;
            }
            before.superseded_by = Some(edition.year);
            let revised = Revised::of(&entry, &before.entry);
            versions.push(Version { year, edition, entry, revised, superseded_by: None });
        }
        versions
    }
}

impl Revised {
    fn of(now: &YearEntry, before: &YearEntry) -> Self {
        let is_revised = |now: &Option<Cell>, before: &Option<Cell>| {
            let set = |cell: &Option<Cell>| cell.clone().filter(Cell::is_set);
            set(now).zip(set(before)).is_some_and(|(now, before)| now.is_revised_from(&before))
        };
        Self {
            target: is_revised(&now.target, &before.target),
            actual: is_revised(&now.actual, &before.actual),
            evaluation: before.evaluation.is_some() && now.evaluation != before.evaluation,
        }
    }
}

/// Whether two editions say the same. A cell that is not there says what a blank one does; the same text may be in another unit.
fn is_same(one: &YearEntry, other: &YearEntry) -> bool {
    fn cells(entry: &YearEntry) -> [Option<&Cell>; 4] {
        let cells = [&entry.target, &entry.actual, &entry.reason, &entry.note];
        cells.map(|cell| cell.as_ref().filter(|cell| !cell.is_blank()))
    }
    let is_same_cell = |(one, other): (&Cell, &Cell)| {
        let amount = |cell: &Cell| {
            cell.quantity().map(|quantity| (quantity.value, quantity.unit.clone(), quantity.cumulative))
        };
        key(&one.written) == key(&other.written) && amount(one) == amount(other)
    };
    let mut pairs = cells(one).into_iter().zip(cells(other));
    one.evaluation == other.evaluation
        && pairs
            .all(|(one, other)| one.is_some() == other.is_some() && one.zip(other).is_none_or(is_same_cell))
}
