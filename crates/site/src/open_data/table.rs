//! A table of open data: its columns and records, and both as CSV: UTF-8 with BOM, CRLF, one record a line.

use super::column::{Column, Field, Shape};
use crate::voice::Voice;

/// A table of open data.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Which table it is.
    pub(crate) subject: Subject,
    /// Its columns, in order.
    pub(crate) columns: Vec<Column>,
    /// Its records, each with a value for every column.
    pub(crate) records: Vec<Vec<String>>,
}

/// Which table of a folder it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// Targets, actuals and grades.
    Progress,
    /// What the grades mean.
    EvaluationCodes,
    /// Parts of values that have some.
    Breakdown,
    /// What was published when.
    Updates,
}

impl Subject {
    /// Its part of the name of a file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::EvaluationCodes => "evaluation_codes",
            Self::Breakdown => "breakdown",
            Self::Updates => "updates",
        }
    }

    /// What people call it.
    pub(crate) fn title(self, voice: Voice<'_>) -> String {
        voice.word(match self {
            Self::Progress => "file-progress",
            Self::EvaluationCodes => "file-evaluation-codes",
            Self::Breakdown => "file-breakdown",
            Self::Updates => "file-updates",
        })
    }

    /// The columns that tell a record from all others, where there are such.
    pub(super) fn key(self) -> &'static [&'static str] {
        match self {
            Self::Progress => &["edition", "kpi_id", "fiscal_year"],
            Self::EvaluationCodes => &["code"],
            Self::Breakdown | Self::Updates => &[],
        }
    }
}

impl Table {
    /// A table of lines, with these columns.
    pub(super) fn of<L>(
        subject: Subject,
        fields: &[Field<L>],
        shape: &Shape<'_>,
        lines: impl IntoIterator<Item = L>,
    ) -> Self {
        let columns: Vec<Column> = fields.iter().flat_map(|field| field.columns(shape)).collect();
        let record = |line: L| {
            let mut record = Vec::with_capacity(columns.len());
            for field in fields {
                field.put(&line, shape, &mut record);
            }
            record
        };
        let records = lines.into_iter().map(record).collect();
        Self { subject, columns, records }
    }

    /// The table as CSV.
    pub(crate) fn csv(&self) -> Vec<u8> {
        csv(&self.columns, self.records.iter())
    }

    /// What its records have in a column.
    pub(super) fn values(&self, column: &str) -> impl Iterator<Item = &str> {
        let at = self.columns.iter().position(|known| known.name == column);
        self.records.iter().filter_map(move |record| record.get(at?).map(String::as_str))
    }

    /// Those of its records that have this value in a column.
    pub(crate) fn excerpt(&self, column: &str, value: &str) -> Vec<u8> {
        let at = self.columns.iter().position(|known| known.name == column);
        let is_wanted =
            |record: &&Vec<String>| at.and_then(|at| record.get(at)).is_some_and(|own| own == value);
        csv(&self.columns, self.records.iter().filter(is_wanted))
    }
}

fn csv<'a>(columns: &[Column], records: impl Iterator<Item = &'a Vec<String>>) -> Vec<u8> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    // Writing to memory cannot fail, and every record has the same columns.
    let _ = writer.write_record(columns.iter().map(|column| &column.name));
    for record in records {
        let _ = writer.write_record(record);
    }
    drop(writer);
    bytes
}
