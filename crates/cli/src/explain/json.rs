//! How a table was understood, for programs: a JSON object a line, for the table, each column, KPI and cell.

use nendo_ingest::{CellExplained, ColumnExplained, Explanation, KpiExplained, Meaning, Purpose};
use nendo_model::{FiscalYear, Magnitude, Part, Quantity, Reading, Revision, column_letters};
use serde::Serialize;

use crate::stream;

/// A line, told from those of problems by what it explains.
#[derive(Serialize)]
struct Line<T> {
    explained: &'static str,
    #[serde(flatten)]
    value: T,
}

#[derive(Serialize)]
struct TableLine<'a> {
    file: &'a str,
    encoding: &'static str,
    delimiter: &'static str,
    header_row: u32,
}

#[derive(Serialize)]
struct ColumnLine<'a> {
    file: &'a str,
    column: String,
    header: &'a str,
    #[serde(flatten)]
    purpose: PurposeLine,
}

#[derive(Serialize)]
struct CellLine<'a> {
    file: &'a str,
    row: u32,
    column: String,
    written: &'a str,
    kpi: Option<&'a str>,
    #[serde(flatten)]
    purpose: PurposeLine,
    #[serde(flatten)]
    meaning: MeaningLine<'a>,
}

#[derive(Serialize)]
struct PurposeLine {
    purpose: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<usize>,
    fiscal_year: Option<u16>,
}

#[derive(Serialize)]
struct KpiLine<'a> {
    file: &'a str,
    kpi: &'a str,
    names: &'a [String],
    /// The unit in which it is measured; none where it is not numeric.
    unit: Option<&'a str>,
    direction: &'static str,
}

/// What was understood: a word for it, and what the word alone does not say.
#[derive(Serialize)]
#[serde(tag = "understood", rename_all = "kebab-case")]
enum MeaningLine<'a> {
    Quantity(QuantityLine<'a>),
    Range { lowest: QuantityLine<'a>, highest: QuantityLine<'a> },
    Change,
    Several { quantities: Vec<QuantityLine<'a>>, total: Option<usize> },
    Text,
    List { items: &'a [String] },
    NotSet { reason: Option<&'a str> },
    Closed { at_end_of: Option<u16> },
    Broken,
    Unread,
    Grade { grade: Option<&'a str> },
    Name,
    Unused,
}

#[derive(Serialize)]
struct QuantityLine<'a> {
    /// A decimal as text, so that no reader rounds it.
    value: String,
    unit: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    cumulative: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    written_in: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tail: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    notes: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    breakdown: Vec<PartLine<'a>>,
}

#[derive(Serialize)]
struct PartLine<'a> {
    name: &'a str,
    value: String,
    unit: &'a str,
}

/// The lines of a table.
pub(super) fn text(Explanation { file, saved, header_row, columns, kpis, cells }: &Explanation) -> String {
    let table = TableLine {
        file,
        encoding: saved.encoding.name(),
        delimiter: saved.delimiter.name(),
        header_row: *header_row,
    };
    let mut text = line("table", table);
    for (at, ColumnExplained { header, purpose, year }) in columns.iter().enumerate() {
        let column = column_letters(u32::try_from(at).unwrap_or(u32::MAX));
        let purpose = purpose_line(*purpose, *year);
        text += &line("column", ColumnLine { file, column, header, purpose });
    }
    for KpiExplained { id, names, unit, direction } in kpis {
        let (unit, direction) = (unit.as_deref(), direction.name());
        text += &line("kpi", KpiLine { file, kpi: id, names, unit, direction });
    }
    for CellExplained { place, written, kpi, purpose, year, meaning } in cells {
        let cell = CellLine {
            file,
            row: place.row,
            column: column_letters(place.column),
            written,
            kpi: kpi.as_deref(),
            purpose: purpose_line(*purpose, *year),
            meaning: meaning_line(meaning),
        };
        text += &line("cell", cell);
    }
    text
}

fn line(what: &'static str, value: impl Serialize) -> String {
    stream::json_line(&Line { explained: what, value })
}

fn purpose_line(purpose: Purpose, year: Option<FiscalYear>) -> PurposeLine {
    let level = match purpose {
        Purpose::Level(level) => Some(level),
        _ => None,
    };
    PurposeLine { purpose: purpose.name(), level, fiscal_year: year.map(FiscalYear::number) }
}

fn meaning_line(meaning: &Meaning) -> MeaningLine<'_> {
    let reading = match meaning {
        Meaning::Reading(reading) => reading,
        Meaning::Grade(code) => return MeaningLine::Grade { grade: code.as_deref() },
        Meaning::Plain => return MeaningLine::Name,
        Meaning::Unused => return MeaningLine::Unused,
    };
    match &**reading {
        Reading::Quantity(read) => MeaningLine::Quantity(quantity(read)),
        Reading::Range(range) => {
            MeaningLine::Range { lowest: quantity(&range.lowest), highest: quantity(&range.highest) }
        }
        Reading::Change => MeaningLine::Change,
        Reading::Several(several) => MeaningLine::Several {
            quantities: several.quantities.iter().map(quantity).collect(),
            total: several.total,
        },
        Reading::Text => MeaningLine::Text,
        Reading::List(items) => MeaningLine::List { items },
        Reading::NotSet { reason } => MeaningLine::NotSet { reason: reason.as_deref() },
        Reading::Closed { year } => MeaningLine::Closed { at_end_of: year.map(FiscalYear::number) },
        Reading::Broken => MeaningLine::Broken,
        Reading::Unread => MeaningLine::Unread,
    }
}

fn quantity(quantity: &Quantity) -> QuantityLine<'_> {
    let Quantity { value, magnitude, unit, bound, cumulative, revision, label, tail, notes, breakdown } =
        quantity;
    QuantityLine {
        value: value.to_string(),
        unit,
        cumulative: *cumulative,
        written_in: (*magnitude != Magnitude::One).then(|| magnitude.kanji()),
        bound: bound.name(),
        revision: revision.map(Revision::name),
        label: label.as_deref(),
        tail: tail.as_deref(),
        notes,
        breakdown: breakdown
            .iter()
            .map(|Part { name, value, unit }| PartLine { name, value: value.to_string(), unit })
            .collect(),
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_false(value: &bool) -> bool {
    !value
}
