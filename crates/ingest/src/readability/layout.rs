//! Where what stands in a CSV: its header, its rows, what stands around them, and what each column is for as far as
//! names and cells tell. Knows no rule. [`super::understood`] knows more of a progress table.

use std::collections::BTreeSet;

use nendo_model::{FiscalYear, Place, Reading, YearName};

use super::raw::{self, Field};
use crate::{reading, spelling};

/// A CSV, laid out. Rows and columns are counted from 0.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    pub(crate) rows: Vec<Vec<Field>>,
    /// The rows of the header.
    pub(crate) header: Vec<usize>,
    /// The rows of the table, without blank ones.
    pub(crate) body: Vec<usize>,
    /// The rows that say something about the table.
    pub(crate) around: Vec<usize>,
    pub(crate) columns: Vec<Column>,
    /// The first cell that holds a grade of a progress table.
    pub(crate) grade: Option<Place>,
    /// The cells of grades, which are numbers now and then.
    pub(crate) grades: BTreeSet<Place>,
    /// The unit of every number stands in a column or above the table.
    pub(crate) has_units: bool,
}

/// A column of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Column {
    /// Its name, of all rows of the header.
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// It names what its row is about, so it can be blank in no row.
    pub(crate) is_key: bool,
    /// The year that its name is of, where it holds values.
    pub(crate) year: Option<String>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Numbers that measure something.
    Value,
    /// Years and dates.
    Time,
    /// Grades.
    Grade,
    /// Whatever else: names, codes, sentences.
    #[default]
    Other,
}

/// Parts of the names of columns whose numbers measure nothing.
const NAMES_OF_CODES: [&str; 12] =
    ["code", "id", "number", "no", "order", "rank", "level", "コード", "番号", "順位", "№", "no."];

/// Parts of the names of columns that hold years and dates.
const NAMES_OF_TIMES: [&str; 10] =
    ["year", "date", "month", "edition", "年度", "年", "年月", "年月日", "日付", "時点"];

impl Layout {
    /// A table of which nothing is known: its header is the first row that is at least half as full as the fullest.
    pub(crate) fn of(text: &str) -> Self {
        let rows = raw::rows(text);
        let filled = |row: &Vec<Field>| row.iter().filter(|field| !field.is_blank()).count();
        let widest = rows.iter().map(filled).max().unwrap_or(0);
        let header = rows.iter().position(|row| filled(row) > 0 && filled(row) * 2 >= widest);
        let Some(header) = header else { return Self { rows, ..Self::default() } };
        let mut layout = Self { rows, header: vec![header], ..Self::default() };
        for row in 0..layout.rows.len() {
            match filled(&layout.rows[row]) {
                0 => {}
                _ if row == header => {}
                _ if row < header || widest > 2 && layout.is_note(row) => layout.around.push(row),
                _ => layout.body.push(row),
            }
        }
        let width = layout.rows[header].len();
        layout.columns = (0..width).map(|at| layout.column(at)).collect();
        layout
    }

    /// The text of a cell as it stands; beyond the end of a row there is none.
    pub(crate) fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", |field| field.text.as_str())
    }

    /// The cells of a column that are filled, without white space at their ends, and their rows.
    pub(crate) fn filled(&self, column: usize) -> impl Iterator<Item = (usize, &str)> + Clone {
        let cells = self.body.iter().map(move |row| (*row, self.cell(*row, column).trim()));
        cells.filter(|(_, cell)| !cell.is_empty())
    }

    /// The columns of a kind.
    pub(crate) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = usize> {
        (0..self.columns.len()).filter(move |at| self.columns[*at].kind == kind)
    }

    /// The last row of the header, which is the one that programs take for it.
    pub(crate) fn names(&self) -> Option<usize> {
        self.header.last().copied()
    }

    /// Whether a row has one cell, which begins as notes about a table do.
    fn is_note(&self, row: usize) -> bool {
        let mut filled = self.rows[row].iter().filter(|field| !field.is_blank());
        let (Some(field), None) = (filled.next(), filled.next()) else { return false };
        let text = spelling::folded(&field.text);
        ["※", "注)", "(注", "注:", "備考:", "出典", "資料:"].iter().any(|mark| text.starts_with(mark))
    }

    fn column(&self, at: usize) -> Column {
        let name = self.names().map(|row| spelling::one_line(self.cell(row, at))).unwrap_or_default();
        let key = spelling::folded(&name).to_lowercase();
        let parts = |known: &[&str]| key.split(['_', '-']).any(|part| known.contains(&part));
        let says_year = |cell: &str| YearName::read(cell).is_some_and(is_named);
        let is_time = parts(&NAMES_OF_TIMES) || self.is_mostly(at, says_year) || self.holds_years(at, &key);
        let kind = match () {
            () if is_time => Kind::Time,
            () if self.is_wording(at, &key) || parts(&NAMES_OF_CODES) => Kind::Other,
            () if key == "evaluation" || key == "評価" => Kind::Grade,
            () if self.is_mostly(at, is_numeric) => Kind::Value,
            () => Kind::Other,
        };
        let year = YearName::read(&name).map(|name| name.year.to_string());
        Column { name, kind, is_key: at == 0, year }
    }

    /// Whether a column says in words what another says in a number: `target_text_ja` beside `target_value`.
    fn is_wording(&self, at: usize, key: &str) -> bool {
        let Some((stem, _)) = key.split_once("_text") else { return false };
        let Some(names) = self.names() else { return false };
        let value = format!("{stem}_value");
        (0..self.rows[names].len()).any(|other| other != at && self.cell(names, other).trim() == value)
    }

    /// Whether all that stands in a column could be years, and nothing says that it is measured.
    fn holds_years(&self, at: usize, key: &str) -> bool {
        let is_year = |cell: &str| cell.len() == 4 && FiscalYear::read(cell).is_some();
        let mut cells = self.filled(at).peekable();
        !key.ends_with("value") && cells.peek().is_some() && cells.all(|(_, cell)| is_year(cell))
    }

    fn is_mostly(&self, column: usize, is_such: impl Fn(&str) -> bool) -> bool {
        let all = self.filled(column).count();
        all > 0 && self.filled(column).filter(|(_, cell)| is_such(cell)).count() * 2 > all
    }
}

/// Whether a text is a number, with whatever stands around it.
pub(crate) fn is_numeric(cell: &str) -> bool {
    use Reading::{Broken, Change, Quantity, Range, Several};
    matches!(reading::read(cell), Quantity(_) | Range(_) | Several(_) | Change | Broken)
}

/// Whether the text says that it is a year: `2023` alone is a number too.
fn is_named(name: YearName) -> bool {
    name.era.is_some() || name.calendar != nendo_model::Calendar::Unsaid
}
