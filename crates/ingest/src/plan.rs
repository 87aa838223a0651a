//! A plan's folder → a plan: its settings and every edition in it. Reads all tables before it
//! makes any edition, as a scale may have to be made of the grades of all.

use std::path::Path;

use nendo_model::{
    Case, Checked, Edition, FiscalYear, GradeBound, Origin, Plan, Problem, Saved, Scale, Severity, Wording,
};

use crate::alias::Item;
use crate::heading::Vocabulary;
use crate::record::Grid;
use crate::settings::{AuditSetting, Settings};
use crate::table::{self, Table};
use crate::{PlanFolder, SETTINGS, across, desk, edition, file, scale, spelling};

/// The month in which Japan's fiscal year begins.
const APRIL: u8 = 4;

/// The file of an edition, as far as it could be read.
pub(crate) struct Sheet<'t> {
    pub(crate) year: FiscalYear,
    pub(crate) file: String,
    saved: Saved,
    pub(crate) table: Option<Table<'t>>,
    problems: Vec<Problem>,
}

/// Reads a plan. `None` where its settings or all of its editions cannot be read.
pub(crate) fn plan(content: &Path, folder: &PlanFolder) -> Checked<Option<Plan>> {
    let mut problems = Vec::new();
    let files = years(content, folder, &mut problems);
    let set = settings(content, folder).unload(&mut problems);
    let settings = set.clone().unwrap_or_default();
    let grids: Vec<Result<Grid, Problem>> = files.iter().map(|(_, file)| grid(content, file)).collect();
    let files = files.into_iter().zip(&grids);
    let mut sheets: Vec<Sheet<'_>> =
        files.map(|((year, file), grid)| sheet(year, file, grid.as_ref(), &settings)).collect();
    let scale = settings.scale.clone().unwrap_or_else(|| occurring(&sheets));
    let editions = editions(&mut sheets, &settings, &scale);
    let told = sheets.iter_mut().flat_map(|sheet| std::mem::take(&mut sheet.problems));
    if set.is_none() {
        problems.extend(told.filter(|problem| is_sure_without_settings(&problem.case)));
        return Checked { value: None, problems };
    }
    let told: Vec<Problem> = told.collect();
    let is_refused =
        |problem: &Problem| matches!(&problem.case, Case::BadSetting { setting, .. } if setting == "scale");
    let is_unset = settings.scale.is_none() && !problems.iter().any(is_refused);
    if is_unset && scale.grades().len() > 0 {
        let case = Case::NoScale { value: scale::codes(&scale) };
        problems.push(Problem { case, origin: Origin::file(folder.settings()) });
    }
    let tables: Vec<&Table<'_>> = sheets.iter().filter_map(|sheet| sheet.table.as_ref()).collect();
    let is_whole = tables.len() == sheets.len();
    if is_whole && !sheets.is_empty() {
        problems.extend(across::unused(&settings, &tables, &editions, &folder.settings()));
    }
    problems.extend(told);
    if editions.is_empty() {
        if problems.iter().all(|problem| problem.case.severity() != Severity::Error) {
            problems.push(Problem { case: Case::NoPlan {}, origin: Origin::file(folder.path()) });
        }
        return Checked { value: None, problems };
    }
    if is_whole {
        problems.extend(across::vanished(&editions));
        problems.extend(across::renamed(&editions));
        problems.extend(across::appeared(&editions));
    }
    let plan = Plan {
        slug: folder.slug.clone(),
        title: settings.title.clone().unwrap_or_else(|| Wording::Source(folder.slug.clone())),
        levels: level_names(&settings, &tables),
        scale,
        audit: settings.audit.as_ref().map(|bounds| bounds.iter().map(bound).collect()),
        fiscal_year_start: settings.fiscal_year_start.unwrap_or(APRIL),
        editions,
    };
    if plan.reported().is_empty() {
        problems.push(Problem { case: Case::NothingReported {}, origin: Origin::file(folder.path()) });
    }
    Checked { value: Some(plan), problems }
}

/// The files that are named by a fiscal year, oldest first.
fn years(content: &Path, folder: &PlanFolder, problems: &mut Vec<Problem>) -> Vec<(FiscalYear, String)> {
    let listing = match file::listing(content, &folder.path()) {
        Ok(listing) => listing,
        Err(problem) => {
            problems.push(problem);
            return Vec::new();
        }
    };
    let mut years: Vec<(FiscalYear, String)> = Vec::new();
    for name in listing.files.into_iter().filter(|name| name != SETTINGS) {
        let path = folder.file(&name);
        let (year, is_text) = (year(&name), is_text(&name));
        let other = years.iter().find(|(other, _)| Some(*other) == year).map(|(_, file)| file.clone());
        match (year, other) {
            (Some(year), None) if is_text => years.push((year, path)),
            (Some(year), Some(other)) if is_text => {
                let case = Case::SameEdition { value: year.to_string(), other };
                problems.push(Problem { case, origin: Origin::file(path) });
            }
            (None, _) if is_table(&name) => {
                problems.push(Problem { case: Case::NotAYear { value: name }, origin: Origin::file(path) });
            }
            _ => problems.push(file::unused(path, name)),
        }
    }
    problems.extend(listing.folders.into_iter().map(|name| file::unused(folder.file(&name), name)));
    years.sort_unstable();
    years
}

/// Whether a file would be an edition if it were in the folder of a plan, or were a CSV.
pub(crate) fn is_like_edition(name: &str) -> bool {
    is_table(name) || year(name).is_some()
}

/// The fiscal year that a file is named by.
fn year(name: &str) -> Option<FiscalYear> {
    FiscalYear::read(&spelling::folded(file::parts(name).0))
}

/// Whether a file is a table, whatever its name.
fn is_table(name: &str) -> bool {
    matches!(file::parts(name).1.as_str(), "csv" | "tsv")
}

/// Whether a file may be a table: Excel calls its Unicode text `.txt`, as people do their notes.
fn is_text(name: &str) -> bool {
    is_table(name) || file::parts(name).1 == "txt"
}

/// plan.toml; `None` where it cannot be read. A plan without one has the default settings.
pub(crate) fn settings(content: &Path, folder: &PlanFolder) -> Checked<Option<Settings>> {
    let path = folder.settings();
    match file::text(content, &path) {
        Ok(None) => Checked::sound(Some(Settings::default())),
        Ok(Some(text)) => {
            let mut checked = desk::read(&text, &path);
            checked.problems.sort_by_key(|problem| problem.origin.row);
            checked
        }
        Err(problem) => Checked { value: None, problems: vec![problem] },
    }
}

/// The cells of an edition. A file that was there a moment ago and is gone has none.
fn grid(content: &Path, file: &str) -> Result<Grid, Problem> {
    Ok(file::grid(content, file)?.unwrap_or_default())
}

fn sheet<'t>(
    year: FiscalYear,
    file: String,
    grid: Result<&'t Grid, &Problem>,
    settings: &Settings,
) -> Sheet<'t> {
    let mut problems = Vec::new();
    let table = match grid {
        Ok(grid) => {
            let words = Vocabulary::new(&settings.columns, settings.fiscal_year_start);
            table::read(&grid.records(), &file, words, year).unload(&mut problems)
        }
        Err(problem) => {
            problems.push(problem.clone());
            None
        }
    };
    let saved = grid.map(|grid| grid.saved).unwrap_or_default();
    Sheet { year, file, saved, table, problems }
}

/// The editions that could be read.
fn editions(sheets: &mut [Sheet<'_>], settings: &Settings, scale: &Scale) -> Vec<Edition> {
    let mut editions = Vec::new();
    for Sheet { year, file, saved, table, problems } in sheets {
        let Some(table) = table else { continue };
        editions.push(edition::edition(*year, (file, *saved), table, settings, scale).unload(problems));
        // The sheet was gone through twice; its problems are told once, from its top to its end.
        problems.sort_by_key(|problem| (problem.origin.row, problem.origin.column));
    }
    editions
}

/// The scale made of the grades that occur in any edition, in the order in which they do.
fn occurring(sheets: &[Sheet<'_>]) -> Scale {
    let listed = sheets.iter().filter_map(|sheet| sheet.table.as_ref()).flat_map(|table| &table.listed);
    let values = listed.flat_map(|kpi| &kpi.values).filter(|(_, item, _)| *item == Item::Evaluation);
    scale::occurring(values.map(|(_, _, written)| written.text))
}

/// The names that plan.toml gives, and after them the headers of the newest edition that has more.
fn level_names(settings: &Settings, tables: &[&Table<'_>]) -> Vec<Wording> {
    let mut names: Vec<Wording> = Vec::new();
    for table in tables.iter().rev() {
        let headers = table.levels();
        for (at, header) in headers.into_iter().enumerate().skip(names.len()) {
            let set = settings.levels.get(at).map(|level| level.name.clone());
            names.push(set.unwrap_or_else(|| Wording::Source(spelling::one_line(header))));
        }
    }
    names
}

fn bound(AuditSetting { grade, from, row: _ }: &AuditSetting) -> GradeBound {
    GradeBound { grade: grade.clone(), from: *from }
}

/// Whether a problem of a table would be the same with any settings.
fn is_sure_without_settings(case: &Case) -> bool {
    use Case::{Broken, Io, SameEdition, Undecodable, Unread};
    matches!(case, Io { .. } | Undecodable {} | SameEdition { .. } | Unread { .. } | Broken { .. })
}
