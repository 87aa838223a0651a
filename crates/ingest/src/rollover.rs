//! The table of the next fiscal year, made of the newest one of a plan: what was planned stays, what is still to be reported
//! is empty, and KPIs that were completed are left out. The file keeps its layout and how it was saved. What was made is read
//! again before it is written, and nothing is written that would be read otherwise than it should be.

mod growth;
mod proof;
mod pruning;

use std::collections::BTreeSet;
use std::path::Path;

use nendo_model::{
    Case, Edition, FiscalYear, Kpi, Origin, Place, Plan, Problem, Reading, Scale, Severity, YearEntry,
};

use crate::folder::PlanFolder;
use crate::record::Record;
use crate::redating;
use crate::settings::Settings;
use crate::sheet::Sheet;
use crate::table::{self, Table};
use crate::vocabulary::Vocabulary;
use crate::{desk, file, plan, spelling};
use growth::Step;
use proof::{Otherwise, Proof};

/// The table that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rollover {
    /// Its file.
    pub file: String,
    /// The file of the table that it was made of.
    pub before: String,
    /// Its fiscal year.
    pub year: FiscalYear,
    /// How many KPIs it has.
    pub kpis: usize,
    /// The KPIs that were completed, and are left out.
    pub left_out: Vec<KpiNamed>,
    /// Those that were completed, and stay so that the ids of others stay.
    pub kept: Vec<KpiNamed>,
    /// The KPIs without a target for its year.
    pub without_target: Vec<KpiNamed>,
    /// The cells above the header that named the year before, and name the new one now.
    pub renamed: Vec<Origin>,
    /// Those that still name the year before.
    pub unchanged: Vec<Origin>,
}

/// A KPI, as people know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KpiNamed {
    /// Its id.
    pub id: String,
    /// Its number and name, or those of its lowest level.
    pub name: String,
}

/// Makes the table of a fiscal year that is written as `wanted` is, or of the one after the newest table.
///
/// # Errors
///
/// Everything that is wrong with the plan, or what stands against the new table.
pub fn rollover(content: &Path, folder: &PlanFolder, wanted: Option<&str>) -> Result<Rollover, Vec<Problem>> {
    let mut problems = Vec::new();
    let plan = plan::plan(content, folder).unload(&mut problems);
    problems.retain(|problem| problem.case.severity() == Severity::Error);
    let Some(plan) = plan.filter(|_| problems.is_empty()) else { return Err(problems) };
    let (sheet, told) = made(content, folder, &plan, wanted).map_err(|problem| vec![problem])?;
    sheet.create(content, &told.file).map_err(|problem| vec![problem])?;
    Ok(told)
}

fn made(
    content: &Path,
    folder: &PlanFolder,
    plan: &Plan,
    wanted: Option<&str>,
) -> Result<(Sheet, Rollover), Problem> {
    let nothing = || Problem { case: Case::NoPlan {}, origin: Origin::file(folder.path()) };
    let edition = plan.editions.last().ok_or_else(nothing)?;
    let year = later_year(edition, wanted)?;
    let settings = desk::settings(content, &folder.settings()).value.unwrap_or_default();
    let words = Vocabulary::new(&settings.columns, settings.fiscal_year_start);
    let grid = file::grid(content, &edition.file)?;
    let sheet = Sheet::read(content, &edition.file)?.ok_or_else(nothing)?;
    let table = table::read(&grid, &edition.file, words, edition.year).value.ok_or_else(nothing)?;
    let file = name_of(folder, edition, year);
    let old = Old {
        edition,
        table: &table,
        records: grid.records(),
        sheet,
        settings: &settings,
        scale: &plan.scale,
        year,
    };
    let closed = old.closed();
    let (dropped, sheet, made) = old.least(&closed, &file).map_err(|what| {
        let case = Case::NotRolledOver { value: what.0.to_owned() };
        Problem { case, origin: Origin::file(&*edition.file) }
    })?;
    let (left_out, kept) = closed.iter().partition::<Vec<&usize>, _>(|at| dropped.contains(at));
    let named = |which: Vec<&usize>| which.into_iter().map(|at| old.named(*at)).collect();
    let [renamed, unchanged] =
        if old.is_undated() { [old.titles(), Vec::new()] } else { [Vec::new(), old.titles()] };
    let told = Rollover {
        file,
        before: edition.file.clone(),
        year,
        kpis: made.kpis().count(),
        left_out: named(left_out),
        kept: named(kept),
        without_target: named_kpis(&made, |kpi| lacks_target(kpi.entry(year))),
        renamed,
        unchanged,
    };
    Ok((sheet, told))
}

/// The table that another is made of.
struct Old<'a, 't> {
    edition: &'a Edition,
    table: &'a Table<'t>,
    records: Vec<Record<'t>>,
    sheet: Sheet,
    settings: &'a Settings,
    scale: &'a Scale,
    year: FiscalYear,
}

impl<'t> Old<'_, 't> {
    /// The KPIs that are followed no longer, by where they are listed.
    fn closed(&self) -> BTreeSet<usize> {
        let closed: BTreeSet<Place> =
            self.edition.kpis().filter(|kpi| kpi.is_closed_before(self.year)).map(|kpi| kpi.place).collect();
        let listed = self.table.listed.iter().enumerate();
        listed.filter(|(_, kpi)| closed.contains(&kpi.name.written.place)).map(|(at, _)| at).collect()
    }

    /// The new table with as few of the closed KPIs as can be, so that no other gets another id: one that has no
    /// number is known by its place.
    fn least(
        &self,
        closed: &BTreeSet<usize>,
        file: &str,
    ) -> Result<(BTreeSet<usize>, Sheet, Edition), Otherwise> {
        if let Ok((sheet, edition)) = self.without(closed, file) {
            return Ok((closed.clone(), sheet, edition));
        }
        let mut dropped = BTreeSet::new();
        let mut best = self.without(&dropped, file)?;
        // From the end, as what goes moves what follows it.
        for at in closed.iter().rev() {
            dropped.insert(*at);
            match self.without(&dropped, file) {
                Ok(better) => best = better,
                Err(_) => drop(dropped.remove(at)),
            }
        }
        let (sheet, edition) = best;
        Ok((dropped, sheet, edition))
    }

    /// The new table without some KPIs, if all else in it is as it should be.
    fn without(&self, dropped: &BTreeSet<usize>, file: &str) -> Result<(Sheet, Edition), Otherwise> {
        let step = self.step(dropped);
        let mut sheet = self.sheet.clone();
        if step.is_undated() {
            for (place, text) in self.renamed_titles() {
                sheet.set(place, text);
            }
        }
        step.clear(&mut sheet);
        let rows = pruning::pruned(&mut sheet, self.table, &self.records, dropped);
        step.rows(&mut sheet, &rows);
        step.columns(&mut sheet);
        let proof = Proof { old: self.edition, table: self.table, step: &step };
        let edition = proof.read(&sheet, file, self.settings, self.scale)?;
        Ok((sheet, edition))
    }

    fn step<'s>(&'s self, dropped: &'s BTreeSet<usize>) -> Step<'s, 't> {
        Step { table: self.table, records: &self.records, from: self.edition.year, to: self.year, dropped }
    }

    /// Whether only its file says of which year its values are.
    fn is_undated(&self) -> bool {
        self.step(&BTreeSet::new()).is_undated()
    }

    fn named(&self, at: usize) -> KpiNamed {
        let place = self.table.listed[at].name.written.place;
        named_kpis(self.edition, |kpi| kpi.place == place)
            .pop()
            .unwrap_or_else(|| KpiNamed { id: String::new(), name: String::new() })
    }

    /// The cells above the header that name the year of the table, by their places.
    fn titles_of_year(&self) -> impl Iterator<Item = (Place, &str)> {
        let above = self.table.columns.header.above(&self.records).iter();
        let cells =
            above.flat_map(|row| row.cells().enumerate().map(move |(at, text)| (row.place(at), text)));
        cells.filter(|(_, text)| self.redated(text).is_some())
    }

    fn redated(&self, text: &str) -> Option<String> {
        redating::redated(text, |year| (year == self.edition.year).then_some(self.year))
    }

    /// Those cells, with the new year.
    fn renamed_titles(&self) -> Vec<(Place, String)> {
        self.titles_of_year().filter_map(|(place, text)| Some((place, self.redated(text)?))).collect()
    }

    fn titles(&self) -> Vec<Origin> {
        self.titles_of_year().map(|(place, _)| Origin::cell(&*self.edition.file, &[], place)).collect()
    }
}

/// The year of the new table.
fn later_year(edition: &Edition, wanted: Option<&str>) -> Result<FiscalYear, Problem> {
    let year = match wanted {
        Some(text) => FiscalYear::read(&spelling::folded(text)),
        None => FiscalYear::new(edition.year.number() + 1),
    };
    year.filter(|year| *year > edition.year).ok_or_else(|| {
        let value = wanted.map_or_else(|| (edition.year.number() + 1).to_string(), str::to_owned);
        let case = Case::NotALaterYear { value, newest: edition.year.to_string() };
        Problem { case, origin: Origin::file(&*edition.file) }
    })
}

/// The new file, named as the one before is: R5.csv, R6.csv.
fn name_of(folder: &PlanFolder, edition: &Edition, year: FiscalYear) -> String {
    let name = edition.file.rsplit('/').next().unwrap_or_default();
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "csv"));
    let stem = redating::redated(stem, |_| Some(year));
    let stem = stem.filter(|stem| FiscalYear::read(&spelling::folded(stem)) == Some(year));
    folder.file(&format!("{}.{extension}", stem.unwrap_or_else(|| year.to_string())))
}

/// Whether the city has not said what is to be reached, nor why not.
fn lacks_target(entry: Option<&YearEntry>) -> bool {
    entry
        .and_then(|entry| entry.target.as_ref())
        .is_none_or(|cell| matches!(*cell.reading, Reading::NotSet { reason: None }))
}

fn named_kpis(edition: &Edition, is_meant: impl Fn(&Kpi) -> bool) -> Vec<KpiNamed> {
    let named = edition
        .all_branches()
        .into_iter()
        .flat_map(|branch| branch.kpis.iter().map(move |kpi| (branch, kpi)));
    let named = named.filter(|(_, kpi)| is_meant(kpi)).map(|(branch, kpi)| {
        let (number, label) = match &kpi.label {
            Some(label) => (&kpi.number, label),
            None => (&branch.number, &branch.label),
        };
        let number = number.as_ref().map(|number| format!("{} ", number.written)).unwrap_or_default();
        KpiNamed { id: kpi.id.clone(), name: format!("{number}{label}") }
    });
    named.collect()
}
