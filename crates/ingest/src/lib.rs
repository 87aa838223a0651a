//! Content → plan: every CSV of the content folder, plan.toml and translations.
//!
//! Reading never fails, it reports. Only what stands in the files decides the result; this crate
//! knows no page, no chart and no clock.

mod across;
mod alias;
mod columns;
mod dated;
mod decode;
mod desk;
mod doubt;
mod edition;
mod evaluation;
mod explain;
mod explanation;
mod file;
mod footnote;
#[cfg(any(fuzzing, test))]
pub mod fuzz;
mod header;
mod heading;
mod id;
mod items;
mod keys;
mod kpi;
mod look;
mod name;
mod nearest;
mod plan;
mod plan_toml;
mod preset;
mod reading;
mod record;
mod remark;
mod role;
mod rows;
mod scale;
mod sections;
mod settings;
mod spelling;
mod stated;
mod suggest;
mod table;
mod unit;
mod words;

use std::path::Path;

use nendo_model::{Case, Checked, Origin, Plan, Problem, Translation, UnitName};

pub use explain::explain;
pub use explanation::{CellExplained, ColumnExplained, Explanation, KpiExplained, Meaning, Purpose};

/// A folder under `plans/` of the content folder: one plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlanFolder {
    /// The folder's name, which is the plan's part of every URL.
    pub slug: String,
}

/// The plans of a content folder, sorted by name. Reports names that cannot be part of a URL,
/// tables that lie beside the folders of the plans, and a content folder without plans.
#[must_use]
pub fn plans(content: &Path) -> Checked<Vec<PlanFolder>> {
    let listing = match file::listing(content, PLANS) {
        Ok(listing) => listing,
        Err(problem) => return Checked { value: Vec::new(), problems: vec![problem] },
    };
    let folders: Vec<PlanFolder> = listing.folders.into_iter().map(|slug| PlanFolder { slug }).collect();
    let tables = listing.files.into_iter().filter(|name| plan::is_like_edition(name));
    let mut problems: Vec<Problem> =
        tables.map(|name| file::unused(format!("{PLANS}/{name}"), name)).collect();
    for folder in &folders {
        let value = folder.slug.clone();
        if !id::is_folder(&value) {
            problems.push(Problem { case: Case::BadSlug { value }, origin: Origin::file(folder.path()) });
        } else if id::is_reserved_folder(&value) {
            problems.push(Problem { case: Case::ReservedId { value }, origin: Origin::file(folder.path()) });
        }
    }
    if folders.is_empty() {
        problems.push(Problem { case: Case::NoPlan {}, origin: Origin::file(PLANS) });
    }
    Checked { value: folders, problems }
}

/// Reads a plan: plan.toml, if there is one, and every edition (`2023.csv`, `R5.txt`). `None` only
/// where nothing can be made of it; the problems then say why.
#[must_use]
pub fn plan(content: &Path, folder: &PlanFolder) -> Checked<Option<Plan>> {
    plan::plan(content, folder)
}

/// Reads translations.csv; an absent file has none. The first of `languages` is the language of
/// the tables.
#[must_use]
pub fn translations(content: &Path, languages: &[String]) -> Checked<Vec<Translation>> {
    words::translations(content, languages)
}

/// Reads units.csv; an absent file has none.
#[must_use]
pub fn units(content: &Path) -> Checked<Vec<UnitName>> {
    words::units(content)
}

/// The folder that holds the plans.
const PLANS: &str = "plans";

/// The settings of a plan, in its folder.
const SETTINGS: &str = "plan.toml";

impl PlanFolder {
    /// The folder, as origins name it.
    fn path(&self) -> String {
        format!("{PLANS}/{}", self.slug)
    }

    /// A file in the folder, as origins name it.
    fn file(&self, name: &str) -> String {
        format!("{PLANS}/{}/{name}", self.slug)
    }

    /// The file of the plan's settings, which need not be there.
    #[must_use]
    pub fn settings(&self) -> String {
        self.file(SETTINGS)
    }
}
