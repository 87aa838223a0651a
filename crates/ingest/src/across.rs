//! What can only be seen across the editions of a plan: settings that nothing uses, KPIs that only
//! one of two editions in a row has, and KPIs that are joined only because they stand in the same
//! place.

use std::collections::{BTreeMap, BTreeSet};

use nendo_model::{Case, Edition, FiscalYear, Identity, Kpi, Origin, Problem, Wording};

use crate::edition::is_named;
use crate::settings::{
    AuditSetting, ColumnSetting, CorrectionSetting, KpiSetting, LevelSetting, PublishedSetting, Settings,
    SlugSetting,
};
use crate::spelling;
use crate::table::Table;

/// The settings that name a level, KPI or column that no edition has, or a grade that is not on the
/// scale, in the order of plan.toml.
pub(crate) fn unused(
    settings: &Settings,
    tables: &[Table<'_>],
    editions: &[Edition],
    file: &str,
) -> Vec<Problem> {
    let Settings {
        title: _,
        levels,
        slugs,
        scale,
        fiscal_year_start: _,
        publish_after: _,
        kpis,
        columns,
        audit,
        published,
        corrections,
    } = settings;
    let depth = tables.iter().map(|table| table.levels().len()).max().unwrap_or(0);
    let levels = levels.iter().skip(depth).map(|LevelSetting { name, row }| (*row, "levels", words(name)));

    let tops: Vec<_> = editions.iter().flat_map(|edition| &edition.branches).collect();
    let is_known = |slug: &&SlugSetting| {
        tops.iter().any(|top| top.id == slug.slug && is_named(&slug.name, top.number.as_ref(), &top.label))
    };
    let slugs = slugs.iter().filter(|slug| !is_known(slug));
    let slugs = slugs.map(|SlugSetting { written, row, .. }| (*row, "slugs", written.clone()));

    let is_there = |id: &str| editions.iter().flat_map(Edition::kpis).any(|kpi| kpi.id == id);
    let kpis = kpis.iter().filter(|kpi| !is_there(&kpi.id));
    let kpis = kpis.map(|KpiSetting { id, row, .. }| (*row, "kpi", id.clone()));

    let used: BTreeSet<usize> = tables.iter().flat_map(|table| &table.settings).copied().collect();
    let columns = columns.iter().enumerate().filter(|(at, _)| !used.contains(at));
    let columns = columns.map(|(_, ColumnSetting { written, row, .. })| (*row, "columns", written.clone()));

    // A scale made of the grades that occur may lack one that a rule names with good reason.
    let is_known = |grade: &str| scale.as_ref().is_none_or(|scale| scale.find(grade).is_some());
    let bounds = audit.iter().flatten().filter(|set| !is_known(&set.bound.grade));
    let bounds = bounds.map(|AuditSetting { bound, row }| (*row, "audit", bound.grade.clone()));

    let has_edition = |year: FiscalYear| editions.iter().any(|edition| edition.year == year);
    let corrections = corrections.iter().filter(|set| !has_edition(set.year));
    let corrections =
        corrections.map(|CorrectionSetting { written, row, .. }| (*row, "corrections", written.clone()));
    let dates = published.iter().filter(|set| !has_edition(set.year));
    let dates = dates.map(|PublishedSetting { written, row, .. }| (*row, "published", written.clone()));

    let named = levels.chain(slugs).chain(kpis).chain(columns).chain(bounds).chain(dates).chain(corrections);
    let mut unused: Vec<(u32, &str, String)> = named.collect();
    unused.sort();
    let problem = |(row, setting, value): (u32, &str, String)| {
        let case = Case::UnusedSetting { setting: setting.to_owned(), value };
        Problem { case, origin: Origin::row(file, row) }
    };
    unused.into_iter().map(problem).collect()
}

/// What two editions in a row tell of each other. They are joined by id.
pub(crate) fn between(editions: &[Edition]) -> Vec<Problem> {
    let pairs = || editions.iter().zip(editions.iter().skip(1));
    let told =
        |of: fn(&Edition, &Edition) -> Vec<Problem>| pairs().flat_map(move |(one, next)| of(one, next));
    told(vanished).chain(told(renamed)).chain(told(appeared)).collect()
}

/// The KPIs that the next edition does not have, though they were not completed.
fn vanished(before: &Edition, next: &Edition) -> Vec<Problem> {
    let ids: BTreeSet<&str> = next.kpis().map(|kpi| kpi.id.as_str()).collect();
    let is_gone = |kpi: &&Kpi| !ids.contains(kpi.id.as_str()) && !kpi.is_closed_before(next.year);
    let gone = before.kpis().filter(is_gone).map(|kpi| {
        let case = Case::VanishedKpi { value: kpi.id.clone(), other: before.file.clone() };
        Problem { case, origin: Origin::file(&*next.file) }
    });
    gone.collect()
}

/// The KPIs that have the id of a KPI of another name in the edition before, by their place alone: a
/// row that was put in or taken out may have moved it.
fn renamed(before: &Edition, next: &Edition) -> Vec<Problem> {
    let before: BTreeMap<&str, &str> = placed(before).map(|(kpi, name)| (kpi.id.as_str(), name)).collect();
    let renamed = placed(next).filter_map(|(kpi, name)| {
        let other = before.get(kpi.id.as_str())?;
        let is_other = spelling::folded(other) != spelling::folded(name);
        let case = Case::ChangedName { value: name.to_owned(), other: (*other).to_owned() };
        is_other.then(|| Problem { case, origin: next.origin(kpi.place) })
    });
    renamed.collect()
}

/// The KPIs that the edition before does not have: neither their id, nor a KPI of their name that went
/// from its id.
fn appeared(before: &Edition, next: &Edition) -> Vec<Problem> {
    let ids: BTreeSet<&str> = before.kpis().map(|kpi| kpi.id.as_str()).collect();
    let names = |edition| named(edition).map(|(kpi, name)| (kpi.id.as_str(), spelling::folded(name)));
    let here: BTreeSet<(&str, String)> = names(next).collect();
    let moved: BTreeSet<String> =
        names(before).filter(|kpi| !here.contains(kpi)).map(|(_, name)| name).collect();
    let is_new = |(kpi, name): &(&Kpi, &str)| {
        !ids.contains(kpi.id.as_str()) && !moved.contains(&spelling::folded(name))
    };
    let problem = |(kpi, name): (&Kpi, &str)| {
        let (value, id, other) = (name.to_owned(), kpi.id.clone(), before.file.clone());
        Problem { case: Case::NewKpi { value, id, other }, origin: next.origin(kpi.place) }
    };
    named(next).filter(is_new).map(problem).collect()
}

/// The KPIs whose id is their place, each with its name.
fn placed(edition: &Edition) -> impl Iterator<Item = (&Kpi, &str)> {
    named(edition).filter(|(kpi, _)| kpi.identity == Identity::Placed)
}

/// Every KPI with its name: that of its level where it has none.
fn named(edition: &Edition) -> impl Iterator<Item = (&Kpi, &str)> {
    edition.all_branches().into_iter().flat_map(|branch| {
        branch.kpis.iter().map(|kpi| (kpi, kpi.label.as_ref().unwrap_or(&branch.label).as_str()))
    })
}

fn words(wording: &Wording) -> String {
    match wording {
        Wording::Source(text) => text.clone(),
        Wording::Given(texts) => texts.0.values().next().cloned().unwrap_or_default(),
    }
}
