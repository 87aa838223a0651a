//! What progress.json is made of, for the writer and, as a JSON Schema, for its readers: both go by these types.

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::value::RawValue;

use super::{cell, codes};

/// A text by language tag; a language without a translation is absent.
pub(super) type Texts = BTreeMap<String, String>;

/// The progress of a plan, as one edition tells it.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, title = "Progress of a fiscal year")]
pub(super) struct YearRecord {
    #[serde(flatten)]
    pub(super) plan: PlanRecord,
    /// The fiscal year that the file is about, by the calendar year in which it begins.
    pub(super) fiscal_year: u16,
    /// The report that the values come from, by the fiscal year that it was made for.
    pub(super) edition: u16,
    /// The outermost level of the plan, in the order of the table.
    pub(super) branches: Vec<BranchRecord>,
}

/// The progress of a plan, as all its editions tell it.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, title = "Progress of all fiscal years")]
pub(super) struct AllYears {
    #[serde(flatten)]
    pub(super) plan: PlanRecord,
    /// The reports that the values come from, the oldest first.
    pub(super) editions: Vec<EditionRecord>,
    /// Every KPI that the plan has or had, as the latest edition that has it names it.
    pub(super) kpis: Vec<Followed>,
}

/// What is said of a plan once.
#[derive(Serialize, JsonSchema)]
pub(super) struct PlanRecord {
    /// The version of names and columns; its first number changes where they do.
    pub(super) schema_version: &'static str,
    /// 全国地方公共団体コード: six digits, the last a check digit.
    pub(super) municipality_code: Option<String>,
    /// The plan, by its name in URLs.
    pub(super) plan: String,
    /// The title of the plan.
    pub(super) title: Texts,
    /// What the figures were taken from.
    pub(super) source: Texts,
    /// The licence of the data, where one is stated.
    pub(super) licence: Option<&'static str>,
    /// The evaluation scale, best first.
    pub(super) scale: Vec<Grade>,
    /// The names of the levels of the plan, outermost first.
    pub(super) levels: Vec<Texts>,
}

/// A grade of the evaluation scale.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Grade {
    /// As evaluations write it.
    pub(super) code: String,
    /// Its rung, 1 the best; null outside the ranking.
    pub(super) rank: Option<u32>,
    /// Whether it counts in percentages.
    pub(super) counted: bool,
    /// What it says of progress.
    #[schemars(extend("enum" = codes::TONES))]
    pub(super) tone: &'static str,
    /// What it means.
    pub(super) meaning: Texts,
}

/// A level of the plan with what lies under it.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct BranchRecord {
    #[serde(flatten)]
    pub(super) level: LevelRecord,
    /// The levels under it.
    pub(super) branches: Vec<BranchRecord>,
    /// The KPIs directly under it.
    pub(super) kpis: Vec<KpiRecord>,
}

/// A level of the plan.
#[derive(Serialize, JsonSchema)]
pub(super) struct LevelRecord {
    /// Its id, which is the name of its page.
    pub(super) id: String,
    /// Its number, where it has one.
    pub(super) number: Option<String>,
    /// Its name without the number.
    pub(super) name: Texts,
}

/// A KPI with what its edition says of each year.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct KpiRecord {
    #[serde(flatten)]
    pub(super) kpi: Described,
    /// What the edition says of each fiscal year.
    pub(super) years: Vec<Year>,
}

/// A KPI with what all editions say of each year.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Followed {
    #[serde(flatten)]
    pub(super) kpi: Described,
    /// The levels that it stands under, outermost first.
    pub(super) path: Vec<LevelRecord>,
    /// What is said of each fiscal year, in the order of years, and of each year in the order of editions.
    pub(super) years: Vec<Revision>,
}

/// What is said of a KPI once.
#[derive(Serialize, JsonSchema)]
pub(super) struct Described {
    /// Its id, the same in every edition.
    pub(super) id: String,
    /// Its number, where it has one.
    pub(super) number: Option<String>,
    /// Its name without the number; one without a name is named by its level.
    pub(super) name: Texts,
    /// Which way is better; null where the city does not say.
    #[schemars(extend("enum" = ["higher", "lower", null]))]
    pub(super) direction: Option<&'static str>,
    /// The responsible section.
    pub(super) section: Texts,
    /// The value before the plan began.
    pub(super) baseline: Option<ValueRecord>,
    /// The target at the end of the plan.
    pub(super) final_target: Option<ValueRecord>,
}

/// A report for a fiscal year.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct EditionRecord {
    /// The fiscal year that it was made for.
    pub(super) edition: u16,
    /// The day on which it was published, where that is known.
    #[schemars(extend("format" = "date"))]
    pub(super) published: Option<String>,
}

/// A fiscal year of a KPI.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Year {
    #[serde(flatten)]
    pub(super) values: YearValues,
}

/// What is said of a fiscal year of a KPI from an edition on.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Revision {
    /// The first edition that says so.
    pub(super) edition: u16,
    /// The first edition that says something else; null where this stands.
    pub(super) superseded_by: Option<u16>,
    /// Whether an edition before gave another target.
    pub(super) target_revised: bool,
    /// Whether an edition before gave another actual.
    pub(super) actual_revised: bool,
    /// Whether an edition before gave another evaluation.
    pub(super) evaluation_revised: bool,
    #[serde(flatten)]
    pub(super) values: YearValues,
}

/// The values of a fiscal year.
#[derive(Serialize, JsonSchema)]
pub(super) struct YearValues {
    /// The fiscal year, by the calendar year in which it begins.
    pub(super) fiscal_year: u16,
    pub(super) target: ValueRecord,
    pub(super) actual: ValueRecord,
    /// The code of a grade of the scale; null where the year was not evaluated.
    pub(super) evaluation: Option<String>,
    /// Why the grade is what it is.
    pub(super) reason: Texts,
    /// A remark.
    pub(super) note: Texts,
}

/// A value.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct ValueRecord {
    /// What became of it.
    #[schemars(extend("enum" = cell::STATUSES))]
    pub(super) status: &'static str,
    /// The quantity in `unit`, with any magnitude applied; null where the text is no single quantity.
    #[schemars(schema_with = "number_or_null")]
    pub(super) value: Option<Box<RawValue>>,
    /// The unit, empty where there is none; null where there is no value.
    pub(super) unit: Option<String>,
    /// Whether it counts from the start of the plan on.
    pub(super) cumulative: bool,
    /// The whole of it in words.
    pub(super) text: Texts,
    /// The parts that it names.
    pub(super) parts: Vec<PartRecord>,
}

/// A named part of a value.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct PartRecord {
    /// What it is a part of the value for.
    pub(super) name: Texts,
    /// Its quantity.
    #[schemars(schema_with = "number")]
    pub(super) value: Option<Box<RawValue>>,
    /// Its unit, empty where there is none.
    pub(super) unit: String,
}

/// What the JSON of a year may be.
pub(super) fn schema_of_year() -> Schema {
    schema::<YearRecord>()
}

/// What the JSON of all years may be.
pub(super) fn schema_of_plan() -> Schema {
    schema::<AllYears>()
}

fn schema<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

fn number(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "number" })
}

fn number_or_null(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["number", "null"] })
}
