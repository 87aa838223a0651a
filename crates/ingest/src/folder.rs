//! The folders of plans, and the tables in them: which file is the edition of which fiscal year. Knows names, not
//! what is in a file.

use std::path::Path;

use nendo_model::{Case, Checked, FiscalYear, Origin, Problem};

use crate::{file, id, published, spelling};

/// The folder that holds the plans.
const PLANS: &str = "plans";

/// The settings of a plan, in its folder.
const SETTINGS: &str = "plan.toml";

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
    let tables = listing.files.into_iter().filter(|name| is_like_edition(name));
    let mut problems: Vec<Problem> =
        tables.map(|name| file::unused(format!("{PLANS}/{name}"), name)).collect();
    for folder in &folders {
        let fault = id::fault_of_folder(&folder.slug);
        problems.extend(fault.map(|case| Problem { case, origin: Origin::file(folder.path()) }));
    }
    if folders.is_empty() {
        problems.push(Problem { case: Case::NoPlan {}, origin: Origin::file(PLANS) });
    }
    Checked { value: folders, problems }
}

/// Whether the folder of a plan can have this name, which is part of every URL.
#[must_use]
pub fn is_plan_name(name: &str) -> bool {
    id::fault_of_folder(name).is_none()
}

impl PlanFolder {
    /// The folder, as origins name it: relative to the content folder, with `/`.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{PLANS}/{}", self.slug)
    }

    /// A file in the folder, as origins name it.
    pub(crate) fn file(&self, name: &str) -> String {
        format!("{PLANS}/{}/{name}", self.slug)
    }

    /// The file of the plan's settings, which need not be there.
    #[must_use]
    pub fn settings(&self) -> String {
        self.file(SETTINGS)
    }

    /// The files that are named by a fiscal year, oldest first. Several may be of the same one.
    pub(crate) fn editions(&self, content: &Path) -> Checked<Vec<(FiscalYear, String)>> {
        let listing = match file::listing(content, &self.path()) {
            Ok(listing) => listing,
            Err(problem) => return Checked { value: Vec::new(), problems: vec![problem] },
        };
        let mut problems = Vec::new();
        let mut years: Vec<(FiscalYear, String)> = Vec::new();
        for name in listing.files.into_iter().filter(|name| name != SETTINGS) {
            let path = self.file(&name);
            match year(&name) {
                Some(year) if is_text(&name) => years.push((year, path)),
                None if is_table(&name) => {
                    let is_of_all_years = published::is_of_all_years(file::parts(&name).0);
                    let case = if is_of_all_years {
                        Case::AllYears { value: name }
                    } else {
                        Case::NotAYear { value: name }
                    };
                    problems.push(Problem { case, origin: Origin::file(path) });
                }
                _ => problems.push(file::unused(path, name)),
            }
        }
        problems.extend(listing.folders.into_iter().map(|name| file::unused(self.file(&name), name)));
        years.sort();
        Checked { value: years, problems }
    }
}

/// Whether a file would be an edition if it were in the folder of a plan, or were a CSV.
fn is_like_edition(name: &str) -> bool {
    is_table(name) || year(name).is_some()
}

/// The fiscal year that a file is named by.
fn year(name: &str) -> Option<FiscalYear> {
    let stem = file::parts(name).0;
    FiscalYear::read(&spelling::folded(published::year_in_name(stem).unwrap_or(stem)))
}

/// Whether a file is a table, whatever its name.
fn is_table(name: &str) -> bool {
    matches!(file::parts(name).1.as_str(), "csv" | "tsv")
}

/// Whether a file may be a table: Excel calls its Unicode text `.txt`, as people do their notes.
fn is_text(name: &str) -> bool {
    is_table(name) || file::parts(name).1 == "txt"
}
