//! The header of a table: what it says of each column, and what is asked of it by whoever reads the rows around it.
//! Does not know how it was found, nor what a column is for.

use nendo_model::{Case, FiscalYear, Origin, Place};
use unicode_normalization::UnicodeNormalization;

use crate::dated;
use crate::heading::{self, Heading};
use crate::record::{Record, Written};
use crate::spelling;
use crate::vocabulary::Vocabulary;

/// The header of a table.
#[derive(Clone, Debug)]
pub(crate) struct Header<'t> {
    /// The file it stands in.
    pub(crate) file: &'t str,
    /// Its row, the lower one of two.
    pub(crate) record: Record<'t>,
    /// The index of the first record below it.
    body: usize,
    /// A text for each column, of both rows where there are two.
    pub(crate) cells: Vec<String>,
    /// What each of them names.
    pub(crate) headings: Vec<Heading>,
    /// The column of the KPI's name.
    pub(crate) kpi: usize,
    /// The cells of each of its rows, as they are compared.
    lines: Vec<Vec<String>>,
}

/// What a second table may call its KPIs, when it does not call them as the first does.
const KPI_WORDS: [&str; 6] = ["KPI", "ＫＰＩ", "指標", "指標名", "成果指標", "評価指標"];

impl<'t> Header<'t> {
    /// A header of one row, or of two, whose cells and their headings are these.
    pub(crate) fn new(
        file: &'t str,
        rows: &[Record<'t>],
        body: usize,
        (cells, mut headings): (Vec<String>, Vec<Heading>),
        kpi: usize,
    ) -> Option<Self> {
        heading::settle(&mut headings);
        let lines = rows.iter().map(|row| row.cells().map(spelling::header).collect()).collect();
        Some(Self { file, record: *rows.last()?, body, cells, headings, kpi, lines })
    }

    /// A row of the table, be it the header.
    pub(crate) fn row(&self, record: Record<'_>) -> Origin {
        record.origin(self.file)
    }

    /// A cell of the header itself.
    pub(crate) fn column(&self, column: usize) -> Origin {
        self.cell(self.record.place(column))
    }

    /// A cell below the header.
    pub(crate) fn cell(&self, place: Place) -> Origin {
        Origin::cell(self.file, &self.cells, place)
    }

    /// Whether a row repeats the header, as at the top of a printed page.
    pub(crate) fn is_repeated_in(&self, record: Record<'_>) -> bool {
        let filled = || record.cells().enumerate().filter(|(_, cell)| !cell.is_empty());
        let repeats = |line: &Vec<String>| filled().all(|(at, cell)| is_same(cell, line.get(at)));
        // A single year or item may be all of its upper row.
        self.lines.iter().any(repeats) && (filled().count() > 1 || filled().any(|(at, _)| at > self.kpi))
    }

    /// The rows of the table.
    pub(crate) fn rows_below<'r>(&self, records: &'r [Record<'t>]) -> &'r [Record<'t>] {
        records.get(self.body..).unwrap_or_default()
    }

    /// Whether a row below is the header of another table: it names a KPI and values.
    pub(crate) fn is_another(&self, record: Record<'_>, words: Vocabulary<'_>) -> bool {
        let own = record.cell(self.kpi);
        let is_kpi =
            || KPI_WORDS.contains(&own) || self.lines.iter().any(|line| is_same(own, line.get(self.kpi)));
        let is_value = |cell: &str| words.heading(cell).is_value();
        !own.is_empty()
            && is_kpi()
            && record.cells().skip(self.kpi + 1).any(is_value)
            && !self.is_repeated_in(record)
    }

    /// The cells above the header that give a unit for the whole table: （単位：千円）.
    pub(crate) fn units_above(&self, records: &[Record<'t>]) -> Vec<Written<'t>> {
        let gives_unit = |cell: &str| spelling::folded(cell).contains("単位:");
        self.cells_above(records).filter(|cell| gives_unit(cell.text)).collect()
    }

    /// The title above the header, if all titles name one fiscal year (令和4年度) and that is not this one.
    pub(crate) fn title_of_another(
        &self,
        records: &[Record<'t>],
        edition: FiscalYear,
    ) -> Option<Written<'t>> {
        let mut titles =
            self.cells_above(records).flat_map(|cell| dated::named(cell.text).map(move |year| (cell, year)));
        let (cell, year) = titles.next()?;
        (year != edition && titles.all(|(_, other)| other == year)).then_some(cell)
    }

    /// The cells above the header.
    fn cells_above(&self, records: &[Record<'t>]) -> impl Iterator<Item = Written<'t>> {
        self.above(records).iter().flat_map(|row| (0..row.len()).map(|column| row.written(column)))
    }

    /// The rows above the header.
    pub(crate) fn above<'a>(&self, records: &'a [Record<'t>]) -> &'a [Record<'t>] {
        records.get(..self.body.saturating_sub(self.lines.len())).unwrap_or_default()
    }

    /// Its own rows: one, or two.
    pub(crate) fn own<'a>(&self, records: &'a [Record<'t>]) -> &'a [Record<'t>] {
        records.get(self.body.saturating_sub(self.lines.len())..self.body).unwrap_or_default()
    }

    /// The cells right of the KPI in the rows above the header, and in the row below it if that names
    /// nothing, which begin with a fiscal year: the row, the year and the text.
    pub(crate) fn years_beside(
        &self,
        records: &[Record<'t>],
        words: Vocabulary<'_>,
    ) -> Vec<(Record<'t>, FiscalYear, &'t str)> {
        let below = records.get(self.body).filter(|row| row.cells().take(self.kpi + 1).all(str::is_empty));
        let cells = self.above(records).iter().chain(below).flat_map(|row| {
            row.cells().skip(self.kpi + 1).map(move |cell| (*row, cell)).filter(|(_, cell)| !cell.is_empty())
        });
        cells.filter_map(|(row, cell)| Some((row, words.year_of(cell)?, cell))).collect()
    }

    /// That the header names no column of values that can be used.
    pub(crate) fn without_values(&self) -> Case {
        let missing = if self.headings.iter().any(Heading::is_dated) { "items" } else { "values" };
        lacking(missing, &self.cells, &self.headings)
    }
}

/// What is missing of a header.
pub(crate) fn lacking(missing: &str, cells: &[String], headings: &[Heading]) -> Case {
    let texts = |is_wanted: bool| {
        let wanted = cells
            .iter()
            .zip(headings)
            .filter(|(cell, found)| !cell.is_empty() && found.is_known() == is_wanted);
        wanted.map(|(cell, _)| spelling::one_line(cell)).collect::<Vec<_>>().join(", ")
    };
    Case::NoHeader { missing: missing.to_owned(), known: texts(true), unknown: texts(false) }
}

/// Whether a text is compared as this one. Most differ in their first letter, which takes less to tell.
fn is_same(text: &str, key: Option<&String>) -> bool {
    key.is_some_and(|key| may_be(text, key) && *key == spelling::header(text))
}

/// Whether a text may have this key, as far as its first letter tells.
fn may_be(text: &str, key: &str) -> bool {
    let first = text.chars().take(2).nfkc().next();
    // Signs and spaces may be left out of a key.
    first.is_none_or(|first| !first.is_alphanumeric() || first.to_lowercase().eq(key.chars().take(1)))
}
