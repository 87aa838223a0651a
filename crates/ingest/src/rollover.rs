//! The table of the next fiscal year, made of the newest one of a plan: what was planned stays, what is still to be reported
//! is empty, and KPIs that were completed are left out. The file keeps its layout and how it was saved. What was made is read
//! again before it is written, and nothing is written that would be read otherwise than it should be.

mod dating;
mod growth;
mod proof;
mod pruning;
mod told;

use std::collections::BTreeSet;
use std::path::Path;

use nendo_model::{
    Case, Edition, FiscalYear, Origin, Place, Plan, Problem, Reading, Scale, Severity, YearEntry,
};

use crate::field::Item;
use crate::folder::PlanFolder;
use crate::record::{Grid, Record};
use crate::redating;
use crate::settings::Settings;
use crate::sheet::Sheet;
use crate::table::{self, Source, Table};
use crate::vocabulary::Vocabulary;
use crate::{desk, plan, spelling};
use growth::Step;
use proof::{Otherwise, Proof};
pub use told::{KpiNamed, Rollover, Room};

/// Makes the table of a fiscal year that is written as `wanted` is, or of the one after the newest table.
///
/// # Errors
///
/// Everything that is wrong with the plan, or what stands against the new table.
pub fn rollover(content: &Path, folder: &PlanFolder, wanted: Option<&str>) -> Result<Rollover, Vec<Problem>> {
    let mut problems = Vec::new();
    let plan = plan::plan(content, folder, None).unload(&mut problems);
    problems.retain(|problem| problem.case.severity() == Severity::Error);
    let Some(plan) = plan.filter(|_| problems.is_empty()) else { return Err(problems) };
    let (sheet, told) = made(content, folder, &plan, wanted)?;
    sheet.create(content, &told.file).map_err(|problem| vec![problem])?;
    Ok(told)
}

fn made(
    content: &Path,
    folder: &PlanFolder,
    plan: &Plan,
    wanted: Option<&str>,
) -> Result<(Sheet, Rollover), Vec<Problem>> {
    let nothing = || Problem { case: Case::NoPlan {}, origin: Origin::file(folder.path()) };
    let edition = plan.editions.last().ok_or_else(|| vec![nothing()])?;
    let year = later_year(edition, wanted).map_err(|problem| vec![problem])?;
    let settings = desk::settings(content, &folder.settings()).value.unwrap_or_default();
    let sheet = Sheet::read(content, &edition.file).and_then(|sheet| sheet.ok_or_else(nothing));
    let next =
        Next { edition, settings: &settings, scale: &plan.scale, year, file: name_of(folder, edition, year) };
    let mut unread = Vec::new();
    let made = sheet.map_err(|problem| vec![problem]).and_then(|sheet| {
        next.of(&sheet, &mut unread).map_err(|what| {
            let case = Case::NotRolledOver { value: what.value().to_owned() };
            unread.iter().cloned().chain([Problem { case, origin: Origin::file(&*edition.file) }]).collect()
        })
    })?;
    let (sheet, told) = made;
    Ok((sheet, Rollover { unread, ..told }))
}

/// What is to be made, and of which edition.
struct Next<'a> {
    edition: &'a Edition,
    settings: &'a Settings,
    scale: &'a Scale,
    year: FiscalYear,
    file: String,
}

impl Next<'_> {
    /// The table that is made of another one, with the year in every header if that can be. `unread` gets what is not read.
    fn of(&self, sheet: &Sheet, unread: &mut Vec<Problem>) -> Result<(Sheet, Rollover), Otherwise> {
        let grid = proof::read_again(sheet)?;
        let table = self.table(&grid, unread)?;
        let old = Old { next: self, table: &table, records: grid.records(), sheet: sheet.clone() };
        if let Some((dated, columns)) = dating::dated(&old.step(&BTreeSet::new()), sheet) {
            let grid = proof::read_again(&dated)?;
            let with_years = self.table(&grid, &mut Vec::new()).and_then(|with_years| {
                let before: Vec<_> = table.listed.iter().collect();
                proof::says(&before, &with_years.listed, |year, _, _| Some(year))?;
                Old { next: self, table: &with_years, records: grid.records(), sheet: dated }.made(&columns)
            });
            if with_years.is_ok() {
                return with_years;
            }
        }
        old.made(&[])
    }

    fn table<'t>(&'t self, grid: &'t Grid, unread: &mut Vec<Problem>) -> Result<Table<'t>, Otherwise> {
        let words = Vocabulary::new(&self.settings.columns, self.settings.fiscal_year_start);
        let read = table::read(grid, &self.edition.file, words, self.edition.year);
        let table = read.unload(unread).ok_or(Otherwise("unread"))?;
        if table.source == Source::Published { Err(Otherwise("published")) } else { Ok(table) }
    }
}

/// The table that another is made of.
struct Old<'a, 't> {
    next: &'a Next<'a>,
    table: &'a Table<'t>,
    records: Vec<Record<'t>>,
    sheet: Sheet,
}

/// A table without some of the KPIs that are followed no longer.
struct Least {
    sheet: Sheet,
    edition: Edition,
    dropped: BTreeSet<usize>,
    /// Those that stay for the ids of top levels.
    for_levels: BTreeSet<usize>,
}

impl<'t> Old<'_, 't> {
    /// The new table, and what is told of it; these columns have got the year of the one before.
    fn made(&self, dated: &[usize]) -> Result<(Sheet, Rollover), Otherwise> {
        let Next { edition, year, file, .. } = self.next;
        let closed = self.closed();
        let Least { sheet, edition: made, dropped, for_levels } = self.least(&closed)?;
        let named = |is_meant: &dyn Fn(&usize) -> bool| {
            closed.iter().filter(|at| is_meant(at)).map(|at| self.named(*at)).collect()
        };
        let headers = |columns: &[usize]| {
            let cells = columns.iter().filter_map(|at| self.table.columns.header.cells.get(*at));
            cells.map(|cell| spelling::one_line(cell)).collect()
        };
        let none = BTreeSet::new();
        let step = self.step(&none);
        let filled = |is_note: &dyn Fn(Option<Item>) -> bool| {
            let mut columns = step.columns_of_file(is_note);
            columns.retain(|at| self.records_below().iter().any(|record| !record.cell(*at).is_empty()));
            headers(&columns)
        };
        let has_room = made.kpis().any(|kpi| kpi.entry(*year).is_some_and(|entry| entry.actual.is_some()));
        let told = Rollover {
            file: file.clone(),
            before: edition.file.clone(),
            year: *year,
            kpis: made.kpis().count(),
            left_out: named(&|at| dropped.contains(at)),
            kept: named(&|at| !dropped.contains(at) && !for_levels.contains(at)),
            kept_for_levels: named(&|at| for_levels.contains(at)),
            without_target: told::named(&made, |kpi| {
                !kpi.is_closed_before(*year) && lacks_target(kpi.entry(*year))
            }),
            with_result: told::named(&made, |kpi| kpi.entry(*year).is_some_and(YearEntry::has_result)),
            room: if has_room { Room::Enough } else { Room::Lacking },
            dated: headers(dated),
            emptied: filled(&|item| item != Some(Item::Note)),
            notes: filled(&|item| item == Some(Item::Note)),
            renamed: self.origins(|text| step.is_undated() && self.redated(text).is_some()),
            unchanged: self.origins(|text| self.names_year(text)),
            saved: sheet.form.saved,
            unread: Vec::new(),
        };
        Ok((sheet, told))
    }

    fn records_below(&self) -> &[Record<'t>] {
        self.table.columns.header.rows_below(&self.records)
    }

    /// The KPIs that are followed no longer, by where they are listed.
    fn closed(&self) -> BTreeSet<usize> {
        let Next { edition, year, .. } = self.next;
        let closed: BTreeSet<Place> =
            edition.kpis().filter(|kpi| kpi.is_closed_before(*year)).map(|kpi| kpi.place).collect();
        let listed = self.table.listed.iter().enumerate();
        listed.filter(|(_, kpi)| closed.contains(&kpi.name.written.place)).map(|(at, _)| at).collect()
    }

    /// The new table with as few of the closed KPIs as can be, so that no other gets another id: one that has no
    /// number is known by its place.
    fn least(&self, closed: &BTreeSet<usize>) -> Result<Least, Otherwise> {
        let mut for_levels = BTreeSet::new();
        if let Ok((sheet, edition)) = self.without(closed) {
            return Ok(Least { sheet, edition, dropped: closed.clone(), for_levels });
        }
        let mut dropped = BTreeSet::new();
        let mut best = self.without(&dropped)?;
        // From the end, as what goes moves what follows it.
        for at in closed.iter().rev() {
            dropped.insert(*at);
            match self.without(&dropped) {
                Ok(better) => best = better,
                Err(what) => {
                    dropped.remove(at);
                    for_levels.extend(what.is_of_levels().then_some(*at));
                }
            }
        }
        let (sheet, edition) = best;
        Ok(Least { sheet, edition, dropped, for_levels })
    }

    /// The new table without some KPIs, if all else in it is as it should be.
    fn without(&self, dropped: &BTreeSet<usize>) -> Result<(Sheet, Edition), Otherwise> {
        let Next { edition, settings, scale, file, .. } = self.next;
        let step = self.step(dropped);
        let mut sheet = self.sheet.clone();
        if step.is_undated() {
            for (place, text) in self.titles() {
                if let Some(text) = self.redated(text) {
                    sheet.set(place, text);
                }
            }
        }
        step.clear(&mut sheet);
        let rows = pruning::pruned(&mut sheet, self.table, &self.records, dropped);
        step.rows(&mut sheet, &rows);
        step.columns(&mut sheet);
        let proof = Proof { old: edition, table: self.table, step: &step };
        let edition = proof.read(&sheet, file, settings, scale)?;
        Ok((sheet, edition))
    }

    fn step<'s>(&'s self, dropped: &'s BTreeSet<usize>) -> Step<'s, 't> {
        let Next { edition, year, .. } = self.next;
        Step { table: self.table, records: &self.records, from: edition.year, to: *year, dropped }
    }

    fn named(&self, at: usize) -> KpiNamed {
        let place = self.table.listed[at].name.written.place;
        told::named(self.next.edition, |kpi| kpi.place == place)
            .pop()
            .unwrap_or_else(|| KpiNamed { id: String::new(), name: String::new() })
    }

    /// The cells above the header.
    fn titles(&self) -> impl Iterator<Item = (Place, &str)> {
        let above = self.table.columns.header.above(&self.records).iter();
        above.flat_map(|row| row.cells().enumerate().map(move |(at, text)| (row.place(at), text)))
    }

    /// A text with the new year in the place of that of the table.
    fn redated(&self, text: &str) -> Option<String> {
        let Next { edition, year, .. } = self.next;
        redating::redated_but_dates(text, |named| (named == edition.year).then_some(*year))
    }

    /// Whether a text names the year of the table in the new one too.
    fn names_year(&self, text: &str) -> bool {
        let Next { edition, year, .. } = self.next;
        let text = if self.step(&BTreeSet::new()).is_undated() { self.redated(text) } else { None }
            .unwrap_or_else(|| text.to_owned());
        redating::redated(&text, |named| (named == edition.year).then_some(*year)).is_some()
    }

    fn origins(&self, is_meant: impl Fn(&str) -> bool) -> Vec<Origin> {
        let meant = self.titles().filter(|(_, text)| is_meant(text));
        meant.map(|(place, _)| Origin::cell(&*self.next.edition.file, &[], place)).collect()
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
