//! A plan's folder → a plan: its settings and every edition in it. Reads all tables before it
//! makes any edition, as a scale may have to be made of the grades of all.

use std::path::Path;

use nendo_model::{Case, Checked, Edition, FiscalYear, Origin, Plan, Problem, Scale, Severity, Wording};

use crate::field::Item;
use crate::folder::PlanFolder;
use crate::record::Grid;
use crate::settings::Settings;
use crate::table::{self, Source, Table};
use crate::vocabulary::Vocabulary;
use crate::{across, dated, desk, edition, file, scale, spelling};

/// Reads a plan: plan.toml, if there is one, and every edition (`2023.csv`, `R5.txt`). `None` where its settings or
/// all of its editions cannot be read; the problems then say why. `language` is the one of the site in which tables are
/// read that nendo itself published, in several.
#[must_use]
pub fn plan(content: &Path, folder: &PlanFolder, language: Option<&str>) -> Checked<Option<Plan>> {
    let mut problems = Vec::new();
    let files = folder.editions(content).unload(&mut problems);
    let set = desk::settings(content, &folder.settings()).unload(&mut problems);
    let settings = set.clone().unwrap_or_default();
    let words = Vocabulary::new(&settings.columns, settings.fiscal_year_start).speaking(language);
    let grids: Vec<Result<Grid, Problem>> = files.iter().map(|(_, file)| file::grid(content, file)).collect();
    let sheets = files.iter().zip(&grids).map(|((year, file), grid)| Sheet::read(grid, file, words, *year));
    let sheets = without_doubles(sheets.collect(), &mut problems);
    let count = sheets.len();
    let mut sheets: Vec<Checked<Option<Table<'_>>>> = sheets.into_iter().map(|sheet| sheet.table).collect();
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
    let is_whole = !tables.is_empty() && tables.len() == count;
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

/// A file of an edition.
struct Sheet<'t> {
    year: FiscalYear,
    file: &'t str,
    grid: Option<&'t Grid>,
    table: Checked<Option<Table<'t>>>,
}

impl<'t> Sheet<'t> {
    /// Reads a file that is named by this year.
    fn read(grid: &'t Result<Grid, Problem>, file: &'t str, words: Vocabulary<'_>, year: FiscalYear) -> Self {
        let (grid, table) = match grid {
            Ok(grid) => (Some(grid), table::read(grid, file, words, year)),
            Err(problem) => (None, Checked { value: None, problems: vec![problem.clone()] }),
        };
        let year = table.value.as_ref().map_or(year, |table| table.year);
        Self { year, file, grid, table }
    }

    fn is_published(&self) -> bool {
        self.table.value.as_ref().is_some_and(|table| table.source == Source::Published)
    }
}

/// The files, oldest edition first and each edition once. The same data may be published of several years.
fn without_doubles<'t>(sheets: Vec<Sheet<'t>>, problems: &mut Vec<Problem>) -> Vec<Sheet<'t>> {
    let mut kept: Vec<Sheet<'t>> = Vec::new();
    for sheet in sheets {
        let Some(first) = kept.iter().find(|first| first.year == sheet.year) else {
            kept.push(sheet);
            continue;
        };
        let is_same = first.grid.zip(sheet.grid).is_some_and(|(one, other)| one.says_the_same(other));
        let (value, other) = (sheet.year.to_string(), first.file.to_owned());
        let is_double = is_same && first.is_published() && sheet.is_published();
        let case =
            if is_double { Case::SameTable { value, other } } else { Case::SameEdition { value, other } };
        problems.push(Problem { case, origin: Origin::file(sheet.file) });
    }
    kept.sort_by_key(|sheet| sheet.year);
    kept
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
        publish_after: settings.publish_after,
        editions,
    }
}

/// The names that plan.toml gives, and after them the headers of the newest edition that has one; empty where none has.
fn level_names(settings: &Settings, tables: &[Table<'_>]) -> Vec<Wording> {
    let headers: Vec<Vec<&str>> = tables.iter().rev().map(Table::levels).collect();
    let depth = headers.iter().map(Vec::len).max().unwrap_or_default();
    let name = |at: usize| {
        let set = settings.levels.get(at).map(|level| level.name.clone());
        let header = headers.iter().filter_map(|headers| headers.get(at)).find(|header| !header.is_empty());
        set.unwrap_or_else(|| {
            Wording::Source(header.map_or_else(String::new, |header| spelling::one_line(header)))
        })
    };
    (0..depth).map(name).collect()
}

/// Whether a problem of a table would be the same with any settings.
fn is_sure_without_settings(case: &Case) -> bool {
    use Case::{Broken, Io, SameEdition, Undecodable, Unread};
    matches!(case, Io { .. } | Undecodable {} | SameEdition { .. } | Unread { .. } | Broken { .. })
}
