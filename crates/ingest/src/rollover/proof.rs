//! Whether a new table says what it should: it is read as any other, and set beside the one that it was made of.

use std::collections::BTreeMap;

use nendo_model::{Edition, FiscalYear, Place, Scale, Severity};

use super::growth::Step;
use crate::field::{Attribute, Item};
use crate::listed::Listed;
use crate::record::Grid;
use crate::settings::Settings;
use crate::sheet::Sheet;
use crate::table::Table;
use crate::vocabulary::Vocabulary;
use crate::{decode, edition, table};

/// What about a new table is not as it should be; see [`nendo_model::Case::NotRolledOver`].
pub(super) struct Otherwise(pub(super) &'static str);

/// What a new table is set beside.
pub(super) struct Proof<'a, 't> {
    pub(super) old: &'a Edition,
    pub(super) table: &'a Table<'t>,
    pub(super) step: &'a Step<'a, 't>,
}

/// The values of a KPI that say something, by year and item.
type Values = BTreeMap<(FiscalYear, Item), String>;

impl Proof<'_, '_> {
    /// The new edition as it is read, if it is as it should be.
    pub(super) fn read(
        &self,
        sheet: &Sheet,
        file: &str,
        settings: &Settings,
        scale: &Scale,
    ) -> Result<Edition, Otherwise> {
        let bytes = sheet.bytes().map_err(|_| Otherwise("unread"))?;
        let (text, _) = decode::decode(&bytes).ok_or(Otherwise("unread"))?;
        let grid = Grid::of(text);
        let words = Vocabulary::new(&settings.columns, settings.fiscal_year_start);
        let mut problems = Vec::new();
        let read = table::read(&grid, file, words, self.step.to).unload(&mut problems);
        let mut table = read.ok_or(Otherwise("unread"))?;
        self.values(&table)?;
        let new = edition::edition(&mut table, settings, scale).unload(&mut problems);
        if problems.iter().any(|problem| problem.case.severity() == Severity::Error) {
            return Err(Otherwise("unread"));
        }
        self.ids(&new)?;
        Ok(new)
    }

    /// That every KPI that stays says the same, but for what the new year leaves open.
    fn values(&self, new: &Table<'_>) -> Result<(), Otherwise> {
        let before: Vec<&Listed<'_>> = self.step.staying().collect();
        if before.len() != new.listed.len() {
            return Err(Otherwise("kpis"));
        }
        for (before, now) in before.into_iter().zip(&new.listed) {
            let names = |kpi: &Listed<'_>| {
                kpi.path.iter().chain([&kpi.name]).map(|name| name.key.to_string()).collect::<Vec<_>>()
            };
            if names(before) != names(now) {
                return Err(Otherwise("kpis"));
            }
            let is_kept = |year, item, place: Place| {
                let is_of_file =
                    usize::try_from(place.column).is_ok_and(|column| self.step.is_of_file(column));
                !is_of_file && (year != self.step.to || item == Item::Target)
            };
            if values(before, is_kept) != values(now, |_, _, _| true) || attributes(before) != attributes(now)
            {
                return Err(Otherwise("values"));
            }
        }
        let has = |listed: &[Listed<'_>], wanted: FiscalYear| {
            let mut values = listed.iter().flat_map(|kpi| &kpi.values);
            values.any(|(year, item, _)| (*year, *item) == (wanted, Item::Actual))
        };
        let has_room = has(&new.listed, self.step.to) || !has(&self.table.listed, self.step.from);
        if has_room { Ok(()) } else { Err(Otherwise("values")) }
    }

    /// That every KPI that stays has the id that it had, under levels that have theirs.
    fn ids(&self, new: &Edition) -> Result<(), Otherwise> {
        let gone: Vec<Place> =
            self.step.dropped.iter().map(|at| self.table.listed[*at].name.written.place).collect();
        let ids = |edition: &Edition, gone: &[Place]| {
            let paths = edition.paths().into_iter().flat_map(|path| {
                let ids: Vec<String> = path.iter().map(|branch| branch.id.clone()).collect();
                let kpis = path.last().map(|branch| branch.kpis.as_slice()).unwrap_or_default();
                let staying = kpis.iter().filter(|kpi| !gone.contains(&kpi.place));
                staying.map(|kpi| (ids.clone(), kpi.id.clone())).collect::<Vec<_>>()
            });
            paths.collect::<Vec<_>>()
        };
        if ids(self.old, &gone) == ids(new, &[]) { Ok(()) } else { Err(Otherwise("kpis")) }
    }
}

fn values(kpi: &Listed<'_>, is_kept: impl Fn(FiscalYear, Item, Place) -> bool) -> Values {
    let kept = kpi
        .values
        .iter()
        .filter(|(year, item, written)| !written.text.is_empty() && is_kept(*year, *item, written.place));
    kept.map(|(year, item, written)| ((*year, *item), written.text.to_owned())).collect()
}

fn attributes<'a>(kpi: &'a Listed<'_>) -> Vec<(&'static str, &'a str)> {
    let mut said: Vec<_> = kpi
        .attributes
        .iter()
        .map(|(attribute, written): &(Attribute, _)| (attribute.name(), written.text))
        .collect();
    said.sort_unstable();
    said
}
