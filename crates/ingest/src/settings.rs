//! The settings of a plan, as [`crate::desk`] makes them of plan.toml: every value is one that it
//! can have. Whether the plan has what a setting names is asked by whoever knows the plan.

use nendo_model::{Chart, Correction, Date, Direction, FiscalYear, GradeBound, Scale, Wording};

use crate::alias::Meaning;

/// What plan.toml says; the default is a plan without one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    pub(crate) title: Option<Wording>,
    /// The names of the levels, outermost first.
    pub(crate) levels: Vec<LevelSetting>,
    pub(crate) slugs: Vec<SlugSetting>,
    pub(crate) scale: Option<Scale>,
    /// The month, 1 to 12, where it is set.
    pub(crate) fiscal_year_start: Option<u8>,
    /// The first day on which the pages may be published, where it is set.
    pub(crate) publish_after: Option<Date>,
    pub(crate) kpis: Vec<KpiSetting>,
    pub(crate) columns: Vec<ColumnSetting>,
    /// The rule for grades, where one is set; empty where a part of it cannot be.
    pub(crate) audit: Option<Vec<AuditSetting>>,
    pub(crate) published: Vec<PublishedSetting>,
    /// The oldest first.
    pub(crate) corrections: Vec<CorrectionSetting>,
}

/// The name of a level.
#[derive(Clone, Debug)]
pub(crate) struct LevelSetting {
    pub(crate) name: Wording,
    pub(crate) row: u32,
}

/// The slug of a top level.
#[derive(Clone, Debug)]
pub(crate) struct SlugSetting {
    /// The level's name as it is compared.
    pub(crate) name: String,
    pub(crate) written: String,
    pub(crate) slug: String,
    pub(crate) row: u32,
}

/// What is set for a single KPI.
#[derive(Clone, Debug)]
pub(crate) struct KpiSetting {
    pub(crate) id: String,
    pub(crate) direction: Option<Direction>,
    /// The unit of quantities that name none.
    pub(crate) unit: Option<String>,
    pub(crate) chart: Chart,
    /// The name, as it is compared, of the KPI that has this id whatever its number says.
    pub(crate) label: Option<String>,
    pub(crate) row: u32,
}

/// The role of the columns, or the item of the rows, with this name.
#[derive(Clone, Debug)]
pub(crate) struct ColumnSetting {
    /// The name as it is compared.
    pub(crate) header: String,
    pub(crate) written: String,
    pub(crate) meaning: Meaning,
    pub(crate) row: u32,
}

/// The attainment from which a grade is due.
#[derive(Clone, Debug)]
pub(crate) struct AuditSetting {
    pub(crate) bound: GradeBound,
    pub(crate) row: u32,
}

/// What was put right in an edition.
#[derive(Clone, Debug)]
pub(crate) struct CorrectionSetting {
    pub(crate) year: FiscalYear,
    pub(crate) written: String,
    pub(crate) correction: Correction,
    pub(crate) row: u32,
}

/// When an edition was published.
#[derive(Clone, Debug)]
pub(crate) struct PublishedSetting {
    pub(crate) year: FiscalYear,
    pub(crate) written: String,
    pub(crate) date: Date,
    pub(crate) row: u32,
}
