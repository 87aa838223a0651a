//! Content that is made up, for tests and benchmarks that need more than one plan: every kind of KPI that the example
//! has, in two languages, without a problem to tell. The same sizes give the same bytes everywhere. It knows the form of
//! a content folder, and nothing of the program.

#![allow(dead_code, reason = "each test or benchmark uses a part")]

mod cells;
pub(crate) mod chance;
mod plan;
mod words;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use plan::Plan;

/// The fiscal years of the tables; each that is reported has an edition of its own.
const YEARS: [u16; 3] = [2022, 2023, 2024];

/// How much there is of everything.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sizes {
    /// Plans of the site.
    pub(crate) plans: usize,
    /// Fiscal years that are reported, up to those in [`YEARS`].
    pub(crate) years: usize,
    /// Initiatives of a plan, half of them under each of its two pillars.
    pub(crate) initiatives: usize,
    /// KPIs of a plan, spread over its initiatives.
    pub(crate) kpis: usize,
}

impl Sizes {
    /// Plans as large as the example's.
    pub(crate) fn like_the_example(plans: usize) -> Self {
        Self { plans, years: YEARS.len(), initiatives: 16, kpis: 25 }
    }

    /// Plans that are built in no time.
    pub(crate) fn small(plans: usize) -> Self {
        Self { plans, years: 1, initiatives: 2, kpis: 3 }
    }
}

/// Writes a content folder, which need not exist.
pub(crate) fn write(content: &Path, sizes: Sizes) {
    save(content, "site.toml", words::SITE);
    save(content, "pages/about.ja.md", words::ABOUT[0]);
    save(content, "pages/about.en.md", words::ABOUT[1]);
    let mut translations = "ja,en\n".to_owned();
    for [ja, en] in words::SHARED {
        let _ = writeln!(translations, "{ja},{en}");
    }
    for number in 0..sizes.plans {
        let plan = Plan::new(number, sizes);
        save(content, &plan.file("plan.toml"), &plan.settings());
        for year in &YEARS[..sizes.years] {
            save(content, &plan.file(&format!("{year}.csv")), &plan.table(*year, 0));
        }
        for [ja, en] in plan.translations() {
            let _ = writeln!(translations, "{ja},{en}");
        }
    }
    save(content, "translations.csv", &translations);
}

/// Writes the newest table of a plan with one cell changed, an actual; each round gives another value.
pub(crate) fn change_a_cell(content: &Path, sizes: Sizes, plan: usize, round: usize) {
    let plan = Plan::new(plan, sizes);
    let newest = YEARS[sizes.years - 1];
    save(content, &plan.file(&format!("{newest}.csv")), &plan.table(newest, round));
}

fn save(content: &Path, file: &str, text: &str) {
    let path = content.join(file);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}
