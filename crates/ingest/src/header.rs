//! Where the header of a table is: the first row that names the KPI column and a column of values,
//! below any title. It may be of two rows, with years merged above and items below, or the other
//! way about. Gives texts, not roles.

use std::cmp::Ordering;

use nendo_model::{Case, FiscalYear, Origin, Place};
use unicode_normalization::UnicodeNormalization;

use crate::alias::{Item, Meaning};
use crate::dated;
use crate::heading::{Heading, Vocabulary, key};
use crate::look::Look;
use crate::record::Record;
use crate::spelling;

/// The header of a table.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    /// Its row as a spreadsheet counts; the lower one of two.
    pub(crate) row: u32,
    /// The index of the first record below it.
    pub(crate) body: usize,
    /// A text for each column, of both rows where there are two.
    pub(crate) cells: Vec<String>,
    /// The column of the KPI's name.
    pub(crate) kpi: usize,
    /// The cells of each of its rows, as they are compared.
    lines: Vec<Vec<String>>,
}

/// That there is no header, and the row that is most like one.
#[derive(Clone, Debug)]
pub(crate) struct Absent {
    pub(crate) row: Option<u32>,
    pub(crate) case: Case,
}

impl Header {
    /// A cell of the header itself.
    pub(crate) fn origin(&self, file: &str, column: usize) -> Origin {
        self.cell(file, Place::new(self.row, column))
    }

    /// A cell below the header.
    pub(crate) fn cell(&self, file: &str, place: Place) -> Origin {
        Origin::cell(file, &self.cells, place)
    }

    /// Whether a row repeats the header, as at the top of a printed page.
    pub(crate) fn is_repeated_in(&self, record: Record<'_>) -> bool {
        let mut filled = record.cells().enumerate().filter(|(_, cell)| !cell.is_empty());
        // Most rows differ in their first cell.
        let Some((first, cell)) = filled.next() else { return false };
        let begins =
            |line: &Vec<String>| line.get(first).is_some_and(|own| may_be(cell, own) && *own == key(cell));
        if !self.lines.iter().any(begins) {
            return false;
        }
        let filled: Vec<(usize, String)> =
            std::iter::once((first, cell)).chain(filled).map(|(at, cell)| (at, key(cell))).collect();
        // A single year or item may be all of its upper row.
        let is_enough = filled.len() > 1 || filled.iter().any(|(at, _)| *at > self.kpi);
        let repeats =
            |line: &Vec<String>| is_enough && filled.iter().all(|(at, cell)| line.get(*at) == Some(cell));
        self.lines.iter().any(repeats)
    }

    /// Whether a row below is the header of another table: it names a KPI and values.
    pub(crate) fn is_another(&self, record: Record<'_>, words: Vocabulary<'_>) -> bool {
        let own = record.cell(self.kpi);
        let is_as_above = |line: &Vec<String>| {
            line.get(self.kpi).is_some_and(|above| may_be(own, above) && *above == key(own))
        };
        let is_kpi = || KPI_WORDS.contains(&own) || self.lines.iter().any(is_as_above);
        let is_value = |cell: &str| words.heading(cell).is_value();
        !own.is_empty()
            && is_kpi()
            && record.cells().skip(self.kpi + 1).any(is_value)
            && !self.is_repeated_in(record)
    }

    /// The cells above the header that give a unit for the whole table: （単位：千円）.
    pub(crate) fn units_above<'t>(&self, records: &[Record<'t>]) -> Vec<(Place, &'t str)> {
        let gives_unit = |cell: &str| cell.contains("単位") && spelling::folded(cell).contains("単位:");
        self.cells_above(records).filter(|(_, cell)| gives_unit(cell)).collect()
    }

    /// The title above the header, if all titles name one fiscal year (令和4年度) and that is not this one.
    pub(crate) fn title_of_another<'t>(
        &self,
        records: &[Record<'t>],
        edition: FiscalYear,
    ) -> Option<(Place, &'t str)> {
        let mut titles = self
            .cells_above(records)
            .flat_map(|(place, cell)| dated::named(cell).map(move |year| (place, cell, year)));
        let (place, cell, year) = titles.next()?;
        (year != edition && titles.all(|(_, _, other)| other == year)).then_some((place, cell))
    }

    /// The cells above the header.
    fn cells_above<'t>(&self, records: &[Record<'t>]) -> impl Iterator<Item = (Place, &'t str)> {
        self.above(records)
            .iter()
            .flat_map(|row| row.cells().enumerate().map(|(column, cell)| (Place::new(row.row, column), cell)))
    }

    /// The rows above the header.
    fn above<'a, 't>(&self, records: &'a [Record<'t>]) -> &'a [Record<'t>] {
        records.get(..self.body.saturating_sub(self.lines.len())).unwrap_or_default()
    }

    /// The cells right of the KPI in the rows above the header, and in the row below it if that names
    /// nothing, which begin with a fiscal year: the row, the year and the text.
    pub(crate) fn years_beside<'t>(
        &self,
        records: &[Record<'t>],
        words: Vocabulary<'_>,
    ) -> Vec<(u32, FiscalYear, &'t str)> {
        let below = records.get(self.body).filter(|row| row.cells().take(self.kpi + 1).all(str::is_empty));
        let cells = self.above(records).iter().chain(below).flat_map(|row| {
            row.cells()
                .skip(self.kpi + 1)
                .map(move |cell| (row.row, cell))
                .filter(|(_, cell)| !cell.is_empty())
        });
        cells.filter_map(|(row, cell)| Some((row, words.year_of(cell)?, cell))).collect()
    }

    /// That the header names no column of values that can be used.
    pub(crate) fn without_values(&self, headings: &[Heading]) -> Case {
        let missing = if headings.iter().any(Heading::is_dated) { "items" } else { "values" };
        no_header(missing, &self.cells, headings)
    }
}

/// What a second table may call its KPIs, when it does not call them as the first does.
const KPI_WORDS: [&str; 6] = ["KPI", "ＫＰＩ", "指標", "指標名", "成果指標", "評価指標"];

/// Finds the header: a row with a column that surely names the KPI or, where there is none, the row most
/// like a header, if just one of its columns may.
pub(crate) fn find(records: &[Record<'_>], words: Vocabulary<'_>) -> Result<Header, Absent> {
    let sure = |at: usize| header(records, at, sure_kpi(&headings(records[at], words))?, words);
    if let Some(header) = (0..records.len()).find_map(sure) {
        return Ok(header);
    }
    let rows: Vec<Vec<Heading>> = records.iter().map(|record| headings(*record, words)).collect();
    let Some(at) = likeliest(records, &rows) else {
        return Err(Absent { row: None, case: no_header("all", &[], &[]) });
    };
    let kpi = possible_kpi(&rows[at], &records[at + 1..]);
    kpi.and_then(|kpi| header(records, at, kpi, words)).ok_or_else(|| absent(records[at], &rows[at]))
}

fn headings(record: Record<'_>, words: Vocabulary<'_>) -> Vec<Heading> {
    record.cells().map(|cell| words.heading(cell)).collect()
}

/// The column of a row that names the KPI.
fn sure_kpi(headings: &[Heading]) -> Option<usize> {
    headings.iter().position(|found| found.meaning == Some(Meaning::Kpi) && !found.is_weak)
}

/// The only column of a row that may name the KPI. 数値目標 does where no cell below is a number.
fn possible_kpi(headings: &[Heading], body: &[Record<'_>]) -> Option<usize> {
    let may_name = |column: usize, meaning: Option<Meaning>| match meaning {
        Some(Meaning::Kpi) => true,
        Some(Meaning::Goal) => Look::of(body.iter().map(|record| record.cell(column))).is_words(),
        _ => false,
    };
    let mut columns = headings.iter().enumerate().filter(|(column, found)| may_name(*column, found.meaning));
    let (first, _) = columns.next()?;
    columns.next().is_none().then_some(first)
}

/// The header whose row of names is this one, with its KPI in this column.
fn header(records: &[Record<'_>], at: usize, kpi: usize, words: Vocabulary<'_>) -> Option<Header> {
    let record = records[at];
    let named = headings(record, words);
    named.iter().any(Heading::is_value).then_some(())?;
    let is_lower_row = |below: &Record<'_>| {
        is_part(*below, &headings(*below, words), kpi, None) && fits_under(*below, &named, kpi)
    };
    let below = records.get(at + 1).copied().filter(is_lower_row);
    if let Some(below) = below {
        return Some(joined([record, below], kpi, at + 2, words));
    }
    let above = at.checked_sub(1).and_then(|above| records.get(above)).copied().filter(|above| {
        let upper = headings(*above, words);
        let is_dated = named.iter().any(|found| found.is_dated() || found.meaning == Some(Meaning::Year));
        let names_levels = above.cells().take(kpi).any(|cell| !cell.is_empty());
        is_part(*above, &upper, kpi, Some(record))
            && (!is_dated || (names_levels && !upper.iter().any(Heading::is_dated)))
    });
    if let Some(above) = above {
        return Some(joined([above, record], kpi, at + 1, words));
    }
    let cells = record.cells().map(str::to_owned).collect();
    Some(Header { row: record.row, body: at + 1, cells, kpi, lines: vec![keys(record)] })
}

/// Whether every cell of a lower row stands under a blank, a year or a value. Under 年度 stands the year of
/// the first row.
fn fits_under(below: Record<'_>, named: &[Heading], kpi: usize) -> bool {
    let mut filled = below.cells().enumerate().filter(|(at, cell)| *at != kpi && !cell.is_empty());
    let may_be_dated = |meaning| {
        use Meaning::{Baseline, Current, Derived, FinalTarget, Goal, Progress, Value};
        matches!(meaning, Value(_) | Baseline | Current | FinalTarget | Derived | Goal | Progress)
    };
    filled.all(|(at, _)| named.get(at).and_then(|above| above.meaning).is_none_or(may_be_dated))
}

/// Whether a row is the other half of a header: right of the KPI only years, items and other names of
/// columns. Left of it a lower row has nothing, and an upper one only what stands merged over the row
/// `below`, if that has nothing there.
fn is_part(record: Record<'_>, headings: &[Heading], kpi: usize, below: Option<Record<'_>>) -> bool {
    let filled = || headings.iter().enumerate().filter(|(at, _)| !record.cell(*at).is_empty());
    let is_over_blanks = below.is_some_and(|below| below.cells().take(kpi).all(str::is_empty));
    let may_stand = |(at, found): (usize, &Heading)| {
        let names_kpi = found.meaning == Some(Meaning::Kpi);
        match at.cmp(&kpi) {
            Ordering::Less => is_over_blanks && !names_kpi,
            Ordering::Equal => names_kpi,
            Ordering::Greater => found.is_known() && !names_kpi,
        }
    };
    let says_something =
        |(at, found): (usize, &Heading)| (at > kpi && found.is_value()) || (at == kpi && below.is_some());
    filled().any(says_something) && filled().all(may_stand)
}

/// Two rows as one. A merged cell above stands over the items and years to its right until the
/// next one, but not over a grade, reason or note that comes once beside several years: that is of the
/// whole row.
fn joined([above, below]: [Record<'_>; 2], kpi: usize, body: usize, words: Vocabulary<'_>) -> Header {
    let years = [above, below].map(|record| headings(record, words)).concat();
    let is_of_one_year = years.iter().filter(|found| found.is_dated()).count() == 1;
    let under_merged = |lower: &str| {
        let heading = words.heading(lower);
        let is_of_row = matches!(heading.item(), Some(Item::Evaluation | Item::Reason | Item::Note));
        let times = below.cells().filter(|cell| *cell == lower).take(2).count();
        heading.is_value() && (times > 1 || !is_of_row || is_of_one_year)
    };
    let mut merged = "";
    let cells = (0..above.len().max(below.len())).map(|at| {
        let (upper, lower) = (above.cell(at), below.cell(at));
        if at > kpi && !upper.is_empty() {
            merged = upper;
        }
        let over = if upper.is_empty() && at > kpi && under_merged(lower) { merged } else { upper };
        match (over.is_empty(), lower.is_empty()) {
            (_, true) => upper.to_owned(),
            (true, false) => lower.to_owned(),
            (false, false) if at == kpi => lower.to_owned(),
            (false, false) => format!("{over} {lower}"),
        }
    });
    let cells = cells.collect();
    Header { row: below.row, body, cells, kpi, lines: vec![keys(above), keys(below)] }
}

/// Whether a text may have this key, as far as its first letter tells.
fn may_be(text: &str, key: &str) -> bool {
    let first = text.chars().take(2).nfkc().next();
    // Signs and spaces may be left out of a key.
    first.is_none_or(|first| !first.is_alphanumeric() || first.to_lowercase().eq(key.chars().take(1)))
}

fn keys(record: Record<'_>) -> Vec<String> {
    record.cells().map(key).collect()
}

/// The row most like a header: it has the most cells that are known. A lower row with nothing on its left
/// is the half of the row above it.
fn likeliest(records: &[Record<'_>], rows: &[Vec<Heading>]) -> Option<usize> {
    let known = |at: usize| rows[at].iter().filter(|found| found.is_known()).count();
    let first = |at: usize| records[at].cells().position(|cell| !cell.is_empty());
    let most = (0..rows.len()).rev().max_by_key(|at| known(*at)).filter(|at| known(*at) > 0)?;
    let is_lower = most > 0 && known(most - 1) > 0 && first(most - 1) < first(most);
    Some(if is_lower { most - 1 } else { most })
}

/// What is missing of a header in the row most like one.
fn absent(record: Record<'_>, headings: &[Heading]) -> Absent {
    let names_kpi = |found: &Heading| matches!(found.meaning, Some(Meaning::Kpi | Meaning::Goal));
    let missing = match (headings.iter().any(names_kpi), headings.iter().any(Heading::is_value)) {
        (false, true) => "kpi",
        (true, false) => "values",
        (true, true) => "choice",
        (false, false) => "all",
    };
    let texts: Vec<String> = record.cells().map(str::to_owned).collect();
    Absent { row: Some(record.row), case: no_header(missing, &texts, headings) }
}

fn no_header(missing: &str, cells: &[String], headings: &[Heading]) -> Case {
    let texts = |is_wanted: bool| {
        let wanted = cells
            .iter()
            .zip(headings)
            .filter(|(cell, found)| !cell.is_empty() && found.is_known() == is_wanted);
        wanted.map(|(cell, _)| spelling::one_line(cell)).collect::<Vec<_>>().join(", ")
    };
    Case::NoHeader { missing: missing.to_owned(), known: texts(true), unknown: texts(false) }
}

#[cfg(test)]
mod tests {
    use super::{Header, find};
    use crate::heading::Vocabulary;
    use crate::record::Grid;

    fn header(csv: &str) -> Option<Header> {
        find(&Grid::of(csv.to_owned()).records(), Vocabulary::new(&[], None)).ok()
    }

    #[test]
    fn titles_and_blank_rows_above_are_passed_over() {
        let found = header("計画の進捗,,\n,,\n柱,KPI,R5目標\nあ,k,1\n").expect("a header");
        assert_eq!((found.row, found.cells[1].as_str()), (3, "KPI"));
        assert!(header("柱,取組,R5目標\n").is_none());
        assert!(header("柱,KPI,担当課\n").is_none());
        assert!(header("").is_none());
    }

    #[test]
    fn two_rows_are_read_as_one() {
        let expected = ["柱", "KPI", "R4 目標", "R4 実績", "R5 目標", "R5 実績", "備考"];
        let below = "柱,KPI,R4,,R5,,備考\n,,目標,実績,目標,実績,\nあ,k,1,2,3,4,x\n";
        let above = ",,R4,,R5,,\n柱,KPI,目標,実績,目標,実績,備考\nあ,k,1,2,3,4,x\n";
        for csv in [below, above] {
            let found = header(csv).expect("a header");
            assert_eq!(found.cells, expected, "{csv}");
            assert_eq!(found.row, 2);
        }
        let items = header("柱,KPI,目標,,実績,\n,,R4,R5,R4,R5\n").expect("a header");
        assert_eq!(items.cells[2..], ["目標 R4", "目標 R5", "実績 R4", "実績 R5"]);
    }

    #[test]
    fn a_report_date_above_a_long_table_is_no_header() {
        let found = header(",,,,令和5年度\n柱,KPI,年度,目標,実績\n").expect("a header");
        assert_eq!((found.row, found.cells[4].as_str()), (2, "実績"));
    }

    #[test]
    fn a_header_is_known_when_it_comes_again() {
        let found = header("柱,KPI,R4,R5\n,,目標,実績\nあ,k,1,2\n").expect("a header");
        let is_repeated = |text: &str| found.is_repeated_in(Grid::of(text.to_owned()).records()[0]);
        assert!(is_repeated("柱,KPI,R4,R5"));
        assert!(is_repeated(",,目標,実績"));
        assert!(!is_repeated("あ,k,目標,実績"));
    }
}
