//! What is told of a table that was made. Makes none.

use nendo_model::{Edition, FiscalYear, Kpi, Origin, Problem, Saved};

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
    /// Those that were completed, and stay so that the ids of others, known by their place, stay.
    pub kept: Vec<KpiNamed>,
    /// Those that were completed, and stay so that no top level gets the id that stands in for a slug of another.
    pub kept_for_levels: Vec<KpiNamed>,
    /// The KPIs without a target for its year, but for those.
    pub without_target: Vec<KpiNamed>,
    /// The KPIs that have a result for its year already.
    pub with_result: Vec<KpiNamed>,
    /// Whether it has a cell for an actual of its year.
    pub room: Room,
    /// The headers that named no year, and name that of the table before now.
    pub dated: Vec<String>,
    /// The headers that name no year, and whose values stay in the table before alone.
    pub emptied: Vec<String>,
    /// The headers of notes that name no year, and stay.
    pub notes: Vec<String>,
    /// The cells above the header that named the year before, and name the new one now.
    pub renamed: Vec<Origin>,
    /// Those that still name the year before, as dates do.
    pub unchanged: Vec<Origin>,
    /// How the table is saved.
    pub saved: Saved,
    /// What is not read in the table that it was made of.
    pub unread: Vec<Problem>,
}

/// Whether a table has a cell for an actual of its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// It has.
    Enough,
    /// It has none: no column or row is understood as that of actuals.
    Lacking,
}

/// A KPI, as people know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KpiNamed {
    /// Its id.
    pub id: String,
    /// Its number and name, or those of its lowest level.
    pub name: String,
}

/// The KPIs of an edition that are meant.
pub(super) fn named(edition: &Edition, is_meant: impl Fn(&Kpi) -> bool) -> Vec<KpiNamed> {
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
