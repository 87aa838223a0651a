//! The nouns of a progress report, and the pure questions one can ask of them.
//!
//! A [`Plan`] holds its [`Edition`]s, an edition its levels and KPIs, a KPI its years, a year its
//! [`Cell`]s. A cell keeps what the city wrote, what was read, and where it stands. Nothing here
//! knows a file format, a page or a chart, and nothing is read from or written to anywhere.

mod audit;
mod case;
mod cell;
mod date;
mod decimal;
mod judge;
mod left_over;
mod letter;
mod movement;
mod place;
mod plan;
mod problem;
mod quantity;
mod saved;
mod scale;
mod tally;
mod wording;
mod year;

pub use audit::audit;
pub use case::{Case, Severity};
pub use cell::{Cell, Reading};
pub use date::Date;
pub use decimal::Decimal;
pub use judge::{Comparison, Completion, Series, Standing, Trend};
pub use left_over::is_left_over;
pub use letter::{encircled, half_width, is_dash, is_placeholder, plain_letters};
pub use movement::{Movement, movement};
pub use place::{Origin, Place, column_letters};
pub use plan::{
    Branch, Chart, Correction, Counting, Direction, Edition, Identity, Kpi, Number, Plan, YearEntry,
};
pub use problem::{Checked, Problem};
pub use quantity::{Bound, Magnitude, Part, Quantity, Range, Revision, Several};
pub use saved::{Delimiter, Encoding, Saved};
pub use scale::{Grade, GradeBound, GradeIndex, Scale, Tone, one_look};
pub use tally::{GradeTally, Tally};
pub use wording::{Localized, Translation, UnitName, Wording};
pub use year::{Calendar, ERAS, Era, FiscalYear, YearName};
