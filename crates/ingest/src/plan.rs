//! A plan's folder → a plan: its settings and every edition in it. Reads all tables before it
//! makes any edition, as a scale may have to be made of the grades of all.

use std::path::Path;

use nendo_model::{Case, Checked, Edition, Origin, Plan, Problem, Scale, Severity, Wording};

use crate::field::Item;
use crate::folder::PlanFolder;
use crate::record::Grid;
use crate::settings::Settings;
use crate::table::{self, Table};
use crate::vocabulary::Vocabulary;
use crate::{across, dated, desk, edition, file, scale, spelling};

/// Reads a plan: plan.toml, if there is one, and every edition (`2023.csv`, `R5.txt`). `None` where its settings or
/// all of its editions cannot be read; the problems then say why.
#[must_use]
pub fn plan(content: &Path, folder: &PlanFolder) -> Checked<Option<Plan>> {
    let mut problems = Vec::new();
    let files = folder.editions(content).unload(&mut problems);
    let set = desk::settings(content, &folder.settings()).unload(&mut problems);
    let settings = set.clone().unwrap_or_default();
    let words = Vocabulary::new(&settings.columns, settings.fiscal_year_start);
    let grids: Vec<Result<Grid, Problem>> = files.iter().map(|(_, file)| file::grid(content, file)).collect();
    let sheets = files.iter().zip(&grids).map(|((year, file), grid)| match grid {
        Ok(grid) => table::read(grid, file, words, *year),
        Err(problem) => Checked { value: None, problems: vec![problem.clone()] },
    });
    let mut sheets: Vec<Checked<Option<Table<'_>>>> = sheets.collect();
    let read = sheets.iter().filter_map(|sheet| sheet.value.as_ref());
    let scale = settings.scale.clone().unwrap_or_else(|| scale::occurring(evaluations(read)));
    let editions = editions(&mut sheets, &settings, &scale);
    let mut told = Vec::new();
    let tables: Vec<Table<'_>> = sheets.into_iter().filter_map(|sheet| sheet.unload(&mut told)).collect();
    if set.is_none() {
        problems.extend(told.into_iter().filter(|problem| is_sure_without_settings(&problem.case)));
        return Checked { value: None, problems };
    }
    problems.extend(without_scale(&settings, &scale, &problems, folder));
    let is_whole = !tables.is_empty() && tables.len() == files.len();
    if is_whole {
        problems.extend(across::unused(&settings, &tables, &editions, &folder.settings()));
    }
    problems.extend(told);
    let whole = |case| Problem { case, origin: Origin::file(folder.path()) };
    if editions.is_empty() {
        let is_told = problems.iter().any(|problem| problem.case.severity() == Severity::Error);
        problems.extend((!is_told).then(|| whole(Case::NoPlan {})));
        return Checked { value: None, problems };
    }
    if is_whole {
        problems.extend(across::between(&editions));
    }
    let plan = made(folder, settings, &tables, scale, editions);
    problems.extend(plan.reported().is_empty().then(|| whole(Case::NothingReported {})));
    Checked { value: Some(plan), problems }
}

/// The editions that could be read.
fn editions(sheets: &mut [Checked<Option<Table<'_>>>], settings: &Settings, scale: &Scale) -> Vec<Edition> {
    let mut editions = Vec::new();
    for Checked { value, problems } in sheets {
        let Some(table) = value else { continue };
        editions.push(edition::edition(table, settings, scale).unload(problems));
        // The table was gone through twice; its problems are told once, from its top to its end.
        problems.sort_by_key(|problem| (problem.origin.row, problem.origin.column));
    }
    editions
}

/// What stands as an evaluation in any table.
pub(crate) fn evaluations<'a>(tables: impl Iterator<Item = &'a Table<'a>>) -> impl Iterator<Item = &'a str> {
    let listed = tables.flat_map(|table| &table.listed);
    let values = listed.flat_map(|kpi| &kpi.values).filter(|(_, item, _)| *item == Item::Evaluation);
    values.map(|(_, _, written)| written.text)
}

/// That plan.toml sets no scale, though there are grades; one that was refused is told already.
fn without_scale(
    settings: &Settings,
    scale: &Scale,
    problems: &[Problem],
    folder: &PlanFolder,
) -> Option<Problem> {
    let is_refused =
        |problem: &Problem| matches!(&problem.case, Case::BadSetting { setting, .. } if setting == "scale");
    if settings.scale.is_some() || scale.grades().len() == 0 || problems.iter().any(is_refused) {
        return None;
    }
    let case = Case::NoScale { value: scale::codes(scale) };
    Some(Problem { case, origin: Origin::file(folder.settings()) })
}

fn made(
    folder: &PlanFolder,
    settings: Settings,
    tables: &[Table<'_>],
    scale: Scale,
    editions: Vec<Edition>,
) -> Plan {
    Plan {
        slug: folder.slug.clone(),
        levels: level_names(&settings, tables),
        title: settings.title.unwrap_or_else(|| Wording::Source(folder.slug.clone())),
        scale,
        audit: settings.audit.map(|rule| rule.into_iter().map(|set| set.bound).collect()),
        fiscal_year_start: settings.fiscal_year_start.unwrap_or(dated::APRIL),
        editions,
    }
}

/// The names that plan.toml gives, and after them the headers of the newest edition that has more.
fn level_names(settings: &Settings, tables: &[Table<'_>]) -> Vec<Wording> {
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

/// Whether a problem of a table would be the same with any settings.
fn is_sure_without_settings(case: &Case) -> bool {
    use Case::{Broken, Io, SameEdition, Undecodable, Unread};
    matches!(case, Io { .. } | Undecodable {} | SameEdition { .. } | Unread { .. } | Broken { .. })
}
