//! Content → plan: every CSV of the content folder, plan.toml and translations.
//!
//! Reading never fails, it reports. Only what stands in the files decides the result; this crate
//! knows no page, no chart and no clock.

mod across;
mod alias;
mod attested;
mod chronicle;
mod columns;
mod dated;
mod decode;
mod desk;
mod doubt;
mod edition;
mod encode;
mod evaluation;
mod explain;
mod explanation;
mod field;
mod file;
mod folder;
mod footnote;
#[cfg(any(fuzzing, test))]
pub mod fuzz;
mod grades;
mod header;
mod heading;
mod id;
mod items;
mod keys;
mod kpi;
mod listed;
mod look;
mod margin;
mod name;
mod nearest;
mod plan;
mod plan_toml;
mod published;
mod readability;
mod reading;
mod record;
mod redating;
mod remark;
mod role;
mod roles;
mod rollover;
mod rows;
mod scale;
mod search;
mod sections;
mod settings;
mod sheet;
mod spelling;
mod stated;
mod suggest;
mod supplement;
mod survey;
mod table;
mod unit;
mod vocabulary;
mod words;
mod years;

pub use explain::explain;
pub use explanation::{CellExplained, ColumnExplained, Explanation, KpiExplained, Meaning, Purpose};
pub use field::{Attribute, Item};
pub use folder::{PlanFolder, is_plan_name, plans};
pub use grades::presets;
pub use plan::plan;
pub use readability::{
    Broken, Gravity, Rule, Scored, Spot, Unjudged, readability, readability_of_published, rules,
};
pub use rollover::{KpiNamed, Rollover, Room, rollover};
pub use sheet::{Field, Form, LastRow, Sheet};
pub use supplement::{Supplement, Wanted, supplement_translations, supplement_units};
pub use survey::{Survey, survey, year_of_file};
pub use words::{translations, units};
