//! The search for the header of a table: the first row that names the KPI column and a column of values, below any
//! title. It may be of two rows, with years merged above and items below, or the other way about.

use std::cmp::Ordering;

use nendo_model::{Case, Origin, Problem};

use crate::alias::Meaning;
use crate::field::{Attribute, Item};
use crate::header::{Header, lacking};
use crate::heading::Heading;
use crate::look::Look;
use crate::record::Record;
use crate::vocabulary::Vocabulary;

/// Finds the header: a row with a column that surely names the KPI or, where there is none, the row most
/// like a header, if just one of its columns may.
pub(crate) fn find<'t>(
    records: &[Record<'t>],
    file: &'t str,
    words: Vocabulary<'_>,
) -> Result<Header<'t>, Problem> {
    let search = Search { records, file, words };
    let lines = || (0..records.len()).filter_map(|at| search.line(at));
    let sure = |(at, line): (usize, Line<'t>)| search.header(at, sure_kpi(&line.headings)?, &line);
    if let Some(header) = lines().enumerate().find_map(sure) {
        return Ok(header);
    }
    let lines: Vec<Line<'_>> = lines().collect();
    let Some(at) = likeliest(&lines) else {
        let case = lacking("all", &[], &[]);
        return Err(Problem { case, origin: Origin::file(file) });
    };
    let kpi = possible_kpi(&lines[at].headings, &records[at + 1..]);
    let header = kpi.and_then(|kpi| search.header(at, kpi, &lines[at]));
    header.ok_or_else(|| Problem { case: absent(&lines[at]), origin: lines[at].record.origin(file) })
}

/// Where a header is searched.
struct Search<'a, 't> {
    records: &'a [Record<'t>],
    file: &'t str,
    words: Vocabulary<'a>,
}

/// A row, and what its cells name if it is one of a header.
struct Line<'t> {
    record: Record<'t>,
    headings: Vec<Heading>,
}

impl<'t> Search<'_, 't> {
    fn line(&self, at: usize) -> Option<Line<'t>> {
        let record = *self.records.get(at)?;
        Some(Line { record, headings: record.cells().map(|cell| self.words.heading(cell)).collect() })
    }

    /// The header whose row of names is this one, with its KPI in this column.
    fn header(&self, at: usize, kpi: usize, line: &Line<'t>) -> Option<Header<'t>> {
        line.headings.iter().any(Heading::is_value).then_some(())?;
        let is_lower_row = |below: &Line<'_>| is_part(below, kpi, None) && fits_under(below, line, kpi);
        if let Some(below) = self.line(at + 1).filter(is_lower_row) {
            return self.joined([line, &below], kpi, at + 2);
        }
        let is_upper_row = |above: &Line<'_>| {
            let names_year = |found: &Heading| found.is_dated() || found.meaning == Some(Meaning::Year);
            let names_levels = above.record.cells().take(kpi).any(|cell| !cell.is_empty());
            is_part(above, kpi, Some(line.record))
                && (!line.headings.iter().any(names_year)
                    || (names_levels && !above.headings.iter().any(Heading::is_dated)))
        };
        if let Some(above) = at.checked_sub(1).and_then(|above| self.line(above)).filter(is_upper_row) {
            return self.joined([&above, line], kpi, at + 1);
        }
        let cells = line.record.cells().map(str::to_owned).collect();
        Header::new(self.file, &[line.record], at + 1, (cells, line.headings.clone()), kpi)
    }

    /// Two rows as one. A merged cell above stands over the items and years to its right until the
    /// next one, but not over a grade, reason or note that comes once beside several years: that is of the
    /// whole row.
    fn joined(&self, [above, below]: [&Line<'t>; 2], kpi: usize, body: usize) -> Option<Header<'t>> {
        let years = above.headings.iter().chain(&below.headings).filter(|found| found.is_dated());
        let is_of_one_year = years.count() == 1;
        let [above, lower] = [above.record, below.record];
        let under_merged = |at: usize| {
            let Some(heading) = below.headings.get(at) else { return false };
            let is_of_row = matches!(heading.item(), Some(Item::Evaluation | Item::Reason | Item::Note));
            let times = lower.cells().filter(|cell| *cell == lower.cell(at)).take(2).count();
            heading.is_value() && (times > 1 || !is_of_row || is_of_one_year)
        };
        let mut merged = "";
        let cells = (0..above.len().max(lower.len())).map(|at| {
            let (upper, own) = (above.cell(at), lower.cell(at));
            if at > kpi && !upper.is_empty() {
                merged = upper;
            }
            let over = if upper.is_empty() && under_merged(at) { merged } else { upper };
            match (over.is_empty(), own.is_empty()) {
                (_, true) => upper.to_owned(),
                (true, false) => own.to_owned(),
                (false, false) if at == kpi => own.to_owned(),
                (false, false) => format!("{over} {own}"),
            }
        });
        let cells: Vec<String> = cells.collect();
        let headings = cells.iter().map(|cell| self.words.heading(cell)).collect();
        Header::new(self.file, &[above, lower], body, (cells, headings), kpi)
    }
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

/// Whether every cell of a lower row stands under a blank, a year or a value. Under 年度 stands the year of
/// the first row.
fn fits_under(below: &Line<'_>, above: &Line<'_>, kpi: usize) -> bool {
    let mut filled = below.record.cells().enumerate().filter(|(at, cell)| *at != kpi && !cell.is_empty());
    let may_be_dated = |meaning| {
        use Attribute::{Baseline, FinalTarget};
        use Meaning::{Current, Derived, Goal, Progress, Value};
        matches!(
            meaning,
            Value(_) | Meaning::Attribute(Baseline | FinalTarget) | Current | Derived | Goal | Progress
        )
    };
    filled.all(|(at, _)| above.headings.get(at).and_then(|above| above.meaning).is_none_or(may_be_dated))
}

/// Whether a row is the other half of a header: right of the KPI only years, items and other names of
/// columns. Left of it a lower row has nothing, and an upper one only what stands merged over the row
/// `below`, if that has nothing there.
fn is_part(Line { record, headings }: &Line<'_>, kpi: usize, below: Option<Record<'_>>) -> bool {
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

/// The row most like a header: it has the most cells that are known. A lower row with nothing on its left
/// is the half of the row above it.
fn likeliest(lines: &[Line<'_>]) -> Option<usize> {
    let known = |at: usize| lines[at].headings.iter().filter(|found| found.is_known()).count();
    let first = |at: usize| lines[at].record.cells().position(|cell| !cell.is_empty());
    let most = (0..lines.len()).rev().max_by_key(|at| known(*at)).filter(|at| known(*at) > 0)?;
    let is_lower = most > 0 && known(most - 1) > 0 && first(most - 1) < first(most);
    Some(if is_lower { most - 1 } else { most })
}

/// What is missing of a header in the row most like one.
fn absent(Line { record, headings }: &Line<'_>) -> Case {
    let names_kpi = |found: &Heading| matches!(found.meaning, Some(Meaning::Kpi | Meaning::Goal));
    let missing = match (headings.iter().any(names_kpi), headings.iter().any(Heading::is_value)) {
        (false, true) => "kpi",
        (true, false) => "values",
        (true, true) => "choice",
        (false, false) => "all",
    };
    let cells: Vec<String> = record.cells().map(str::to_owned).collect();
    lacking(missing, &cells, headings)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::record::Grid;
    use crate::vocabulary::Vocabulary;

    /// The row of the header and its cells.
    fn header(csv: &str) -> Option<(u32, Vec<String>)> {
        let grid = Grid::of(csv.to_owned());
        let found = find(&grid.records(), "2023.csv", Vocabulary::new(&[], None)).ok()?;
        Some((found.record.row, found.cells))
    }

    #[test]
    fn titles_and_blank_rows_above_are_passed_over() {
        let found = header("計画の進捗,,\n,,\n柱,KPI,R5目標\nあ,k,1\n").expect("a header");
        assert_eq!((found.0, found.1[1].as_str()), (3, "KPI"));
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
            assert_eq!(found.1, expected, "{csv}");
            assert_eq!(found.0, 2);
        }
        let named = header("柱,指標,R5\n,指標名,目標\n").expect("a header");
        assert_eq!(named.1, ["柱", "指標名", "R5 目標"]);
        let items = header("柱,KPI,目標,,実績,\n,,R4,R5,R4,R5\n").expect("a header");
        assert_eq!(items.1[2..], ["目標 R4", "目標 R5", "実績 R4", "実績 R5"]);
    }

    #[test]
    fn a_report_date_above_a_long_table_is_no_header() {
        let found = header(",,,,令和5年度\n柱,KPI,年度,目標,実績\n").expect("a header");
        assert_eq!((found.0, found.1[4].as_str()), (2, "実績"));
    }

    #[test]
    fn what_only_stands_above_or_below_a_header_is_no_half_of_it() {
        for (csv, row, cells) in [
            (",,,評価\n柱,KPI,R5目標,R5実績\n", 2, vec!["柱", "KPI", "R5目標", "R5実績"]),
            ("計画の進捗,,\n,KPI,R5実績\n", 2, vec!["", "KPI", "R5実績"]),
            ("柱,KPI,,実績\n,,R4,5件\n", 1, vec!["柱", "KPI", "", "実績"]),
            ("柱,KPI,R5実績\n,,,担当課\nあ,k,1,x\n", 1, vec!["柱", "KPI", "R5実績"]),
        ] {
            let found = header(csv).expect("a header");
            assert_eq!((found.0, found.1), (row, cells.into_iter().map(str::to_owned).collect()), "{csv}");
        }
    }

    #[test]
    fn a_header_is_known_when_it_comes_again() {
        let grid = Grid::of("柱,KPI,R4,R5\n,,目標,実績\nあ,k,1,2\n".to_owned());
        let found = find(&grid.records(), "2023.csv", Vocabulary::new(&[], None)).expect("a header");
        let is_repeated = |text: &str| found.is_repeated_in(Grid::of(text.to_owned()).records()[0]);
        for again in ["柱,KPI,R4,R5", "_柱,ＫＰＩ,R4,R5", "柱,KPI", ",,目標,実績", ",,目標"] {
            assert!(is_repeated(again), "{again}");
        }
        for other in ["あ,k,目標,実績", "柱,KPI数,R4,R5", "柱", ",KPI"] {
            assert!(!is_repeated(other), "{other}");
        }
    }
}
