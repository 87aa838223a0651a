//! Whether a new table says what it should: it is read as any other, and set beside the one that it was made of.

use std::collections::BTreeMap;

use nendo_model::{Edition, FiscalYear, Place, Scale, Severity};

use super::growth::Step;
use crate::field::{Attribute, Item};
use crate::listed::Listed;
use crate::record::{Grid, Written};
use crate::settings::Settings;
use crate::sheet::Sheet;
use crate::table::Table;
use crate::vocabulary::Vocabulary;
use crate::{decode, edition, table};

/// What about a new table is not as it should be; see [`nendo_model::Case::NotRolledOver`].
pub(super) struct Otherwise(pub(super) &'static str);

impl Otherwise {
    /// How the message about it is chosen.
    pub(super) fn value(&self) -> &'static str {
        if self.is_of_levels() { "kpis" } else { self.0 }
    }

    /// Whether a top level would have another id.
    pub(super) fn is_of_levels(&self) -> bool {
        self.0 == "levels"
    }
}

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
        let grid = read_again(sheet)?;
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
        says(&before, &new.listed, |year, item, written| self.step.kept_as(year, item, written))?;
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
        let (before, now) = (ids(self.old, &gone), ids(new, &[]));
        let outermost = |ids: &[(Vec<String>, String)]| {
            ids.iter().map(|(path, _)| path.first().cloned()).collect::<Vec<_>>()
        };
        if before == now {
            return Ok(());
        }
        Err(Otherwise(if outermost(&before) == outermost(&now) { "kpis" } else { "levels" }))
    }
}

/// A sheet as it would be read from its file.
pub(super) fn read_again(sheet: &Sheet) -> Result<Grid, Otherwise> {
    let bytes = sheet.bytes().map_err(|_| Otherwise("unread"))?;
    let (text, _) = decode::decode(&bytes).ok_or(Otherwise("unread"))?;
    Ok(Grid::of(text))
}

/// That KPIs say the same as others did, each value of the year that `kept_as` gives for it, if it does.
pub(super) fn says(
    before: &[&Listed<'_>],
    now: &[Listed<'_>],
    kept_as: impl Fn(FiscalYear, Item, Written<'_>) -> Option<FiscalYear>,
) -> Result<(), Otherwise> {
    let names = |kpi: &Listed<'_>| {
        kpi.path.iter().chain([&kpi.name]).map(|name| name.key.to_string()).collect::<Vec<_>>()
    };
    if before.len() != now.len() || before.iter().zip(now).any(|(before, now)| names(before) != names(now)) {
        return Err(Otherwise("kpis"));
    }
    let is_same = |(before, now): (&&Listed<'_>, &Listed<'_>)| {
        values(before, &kept_as) == values(now, |year, _, _| Some(year))
            && attributes(before) == attributes(now)
    };
    if before.iter().zip(now).all(is_same) { Ok(()) } else { Err(Otherwise("values")) }
}

fn values(kpi: &Listed<'_>, kept_as: impl Fn(FiscalYear, Item, Written<'_>) -> Option<FiscalYear>) -> Values {
    let said = kpi.values.iter().filter(|(_, _, written)| !written.text.is_empty());
    let kept = said.filter_map(|(year, item, written)| {
        Some(((kept_as(*year, *item, *written)?, *item), written.text.to_owned()))
    });
    kept.collect()
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
