//! Where the header of a table is: the first row that names the KPI column and a column of values,
//! below any title. It may be of two rows, with years merged above and items below, or the other
//! way about. Gives texts, not roles.

use nendo_model::{Origin, Place};

use crate::alias::{Item, Meaning};
use crate::heading::{Heading, Vocabulary};
use crate::record::Record;

/// The header of a table.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    /// Its row as a spreadsheet counts; the lower one of two.
    pub(crate) row: u32,
    /// The index of the first record below it.
    pub(crate) body: usize,
    /// A text for each column, of both rows where there are two.
    pub(crate) cells: Vec<String>,
    /// The cells of each of its rows, as they stand.
    lines: Vec<Vec<String>>,
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
        let filled = record.cells().enumerate().filter(|(_, cell)| !cell.is_empty());
        let repeats = |line: &Vec<String>| {
            filled.clone().all(|(at, cell)| line.get(at).is_some_and(|own| own == cell))
                && filled.clone().count() > 1
        };
        self.lines.iter().any(repeats)
    }
}

/// Finds the header.
pub(crate) fn find(records: &[Record<'_>], words: Vocabulary<'_>) -> Option<Header> {
    records.iter().enumerate().find_map(|(at, record)| {
        let headings: Vec<Heading> = record.cells().map(|cell| words.heading(cell)).collect();
        let kpi = headings.iter().position(|found| found.meaning == Some(Meaning::Kpi))?;
        headings.iter().any(Heading::is_value).then_some(())?;
        let part = |at: usize| records.get(at).copied().filter(|record| is_part(*record, kpi, words));
        if let Some(below) = part(at + 1) {
            return Some(joined([*record, below], kpi, below.row, at + 2, words));
        }
        let dated = headings.iter().any(|found| found.year.is_some() || found.meaning == Some(Meaning::Year));
        match at.checked_sub(1).and_then(part) {
            Some(above) if !dated => Some(joined([above, *record], kpi, record.row, at + 1, words)),
            _ => Some(Header {
                row: record.row,
                body: at + 1,
                cells: texts(*record),
                lines: vec![texts(*record)],
            }),
        }
    })
}

/// Whether a row is the other half of a header: nothing up to the KPI column, and right of it only
/// years and items.
fn is_part(record: Record<'_>, kpi: usize, words: Vocabulary<'_>) -> bool {
    let mut filled = record.cells().enumerate().filter(|(_, cell)| !cell.is_empty()).peekable();
    filled.peek().is_some() && filled.all(|(at, cell)| at > kpi && words.heading(cell).is_value())
}

/// Two rows as one. A merged cell above stands over the items and years to its right until the
/// next one, but not over a grade, reason or note that comes once: that is of the whole row.
fn joined(
    [above, below]: [Record<'_>; 2],
    kpi: usize,
    row: u32,
    body: usize,
    words: Vocabulary<'_>,
) -> Header {
    let under_merged = |lower: &str| {
        let heading = words.heading(lower);
        let is_of_row = matches!(heading.item(), Some(Item::Evaluation | Item::Reason | Item::Note));
        let times = below.cells().filter(|cell| *cell == lower).take(2).count();
        heading.is_value() && (times > 1 || !is_of_row)
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
            (false, false) => format!("{over} {lower}"),
        }
    });
    let cells = cells.collect();
    Header { row, body, cells, lines: vec![texts(above), texts(below)] }
}

fn texts(record: Record<'_>) -> Vec<String> {
    record.cells().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{Header, find};
    use crate::heading::Vocabulary;
    use crate::record::Grid;

    fn header(csv: &str) -> Option<Header> {
        find(&Grid::of(csv.to_owned()).records(), Vocabulary::new(&[]))
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
