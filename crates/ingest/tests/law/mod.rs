//! The law of reading a table, looked at from outside: what a plan says stands in the file at the place that
//! the plan names for it, under the year, the item, the KPI and the levels that the file names there.
//!
//! It asks for no more than any reading must hold to, so that new words hardly change it.

pub(crate) mod sheet;

use nendo_model::{Branch, Cell, Edition, FiscalYear, Kpi, Place};

use sheet::{DELIMITERS, Sheet, folded};

/// What a cell is filed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filed {
    /// What a KPI has once: baseline, final target.
    Wide,
    Value(FiscalYear, Item),
}

/// The items that are cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    Target,
    Actual,
    Reason,
    Note,
}

/// Where the names of a table are.
struct Names<'a> {
    sheet: &'a Sheet,
    headers: &'a [String],
    /// The row in which the column of KPIs is named, and the rows that repeat it.
    header: u32,
    repeated: Vec<u32>,
    year: FiscalYear,
}

const YEARS: [&str; 6] = ["年度", "会計年度", "対象年度", "fiscalyear", "year", "fy"];

/// Parts of the words for each item. 計画 and 目標 are in names of other things too; only a contradiction counts.
const WORDS: [(Item, &[&str]); 4] = [
    (Item::Target, &["目標", "計画", "target", "plan", "goal"]),
    (Item::Actual, &["実績", "現状", "現況", "actual", "result"]),
    (Item::Reason, &["理由", "reason"]),
    (Item::Note, &["備考", "特記", "コメント", "補足", "note", "remark", "comment"]),
];

/// The sheet in which an edition keeps the law, made of the bytes it was read from; or what it breaks.
pub(crate) fn holds(edition: &Edition, bytes: &[u8]) -> Result<Sheet, String> {
    let first = edition.kpis().next().ok_or("no KPI")?;
    let text = sheet::text(bytes);
    let mut breach = Err("no header".to_owned());
    for delimiter in DELIMITERS {
        let sheet = Sheet::of(&text, delimiter);
        let Place { row, column } = first.place;
        let name = edition.headers.get(column as usize).ok_or("a KPI without a column")?;
        // A title, or a row that was damaged, may look like the header; one of them must be it.
        let headers: Vec<u32> = (sheet.rows().take_while(|above| *above < row))
            .filter(|above| sheet.cell(*above, column) == name)
            .collect();
        for header in headers {
            let repeated = sheet.rows().filter(|row| repeats(&sheet, header, *row)).collect();
            let headers = &edition.headers;
            let names = Names { sheet: &sheet, headers, header, repeated, year: edition.year };
            match names.branches(&edition.branches, &[]) {
                Ok(()) => return Ok(sheet),
                Err(told) => breach = Err(told),
            }
        }
    }
    breach
}

/// Every cell of a KPI, with what it is filed as.
pub(crate) fn cells(kpi: &Kpi) -> Vec<(Filed, &Cell)> {
    let wide = [&kpi.baseline, &kpi.final_target].map(|cell| (Filed::Wide, cell));
    let values = kpi.years.iter().flat_map(|(year, entry)| {
        [
            (Filed::Value(*year, Item::Target), &entry.target),
            (Filed::Value(*year, Item::Actual), &entry.actual),
            (Filed::Value(*year, Item::Reason), &entry.reason),
            (Filed::Value(*year, Item::Note), &entry.note),
        ]
    });
    wide.into_iter().chain(values).filter_map(|(filed, cell)| Some((filed, cell.as_ref()?))).collect()
}

impl Names<'_> {
    fn branches(&self, branches: &[Branch], above: &[&Branch]) -> Result<(), String> {
        for branch in branches {
            let path = [above, &[branch]].concat();
            for kpi in &branch.kpis {
                self.kpi(kpi, &path)?;
            }
            self.branches(&branch.branches, &path)?;
        }
        Ok(())
    }

    fn kpi(&self, kpi: &Kpi, path: &[&Branch]) -> Result<(), String> {
        for (filed, cell) in cells(kpi) {
            let told = |what: &str| {
                format!("{what}: {:?} at {} as {filed:?} of {}", cell.written, cell.place, kpi.id)
            };
            let Place { row, column } = cell.place;
            if self.sheet.cell(row, column) != &*cell.written {
                return Err(told(&format!("the file has {:?}", self.sheet.cell(row, column))));
            }
            let header = self.header(column).ok_or_else(|| told("no such header"))?;
            if !self.is_under(row, kpi.place, path) {
                return Err(told("under another name"));
            }
            if let Filed::Value(year, item) = filed {
                if !self.is_of_year(row, header, year) {
                    return Err(told("of another year"));
                }
                if !self.is_of_item(row, header, item) {
                    return Err(told("of another item"));
                }
            }
        }
        Ok(())
    }

    /// The text of the header over a cell, if it is made of what stands above it: the cell of the column, and
    /// before that a cell that is merged over it.
    fn header(&self, column: u32) -> Option<&str> {
        let header = self.headers.get(column as usize).map_or("", String::as_str);
        // Blank rows may part the two rows of a header.
        let lines = self.header.saturating_sub(8).max(1)..=self.header + 8;
        let stands = lines.clone().any(|row| {
            let cell = self.sheet.cell(row, column);
            let Some(over) = header.strip_suffix(cell).map(str::trim_end) else { return false };
            over.is_empty()
                || lines
                    .clone()
                    .take_while(|other| *other < row)
                    .any(|other| self.is_over(other, column, over))
        });
        stands.then_some(header)
    }

    /// Whether the nearest filled cell at or left of a column is this text.
    fn is_over(&self, row: u32, column: u32, text: &str) -> bool {
        let cells = (0..=column).rev().map(|column| self.sheet.cell(row, column));
        cells.into_iter().find(|cell| !cell.is_empty()).is_some_and(|cell| cell == text)
    }

    /// Whether a row is of a KPI under its levels: their names are the nearest above it, and none of them stands
    /// below another name to its left.
    fn is_under(&self, row: u32, kpi: Place, path: &[&Branch]) -> bool {
        let places = path.iter().map(|branch| branch.place).chain([kpi]);
        let names = places.map(|place| (place.column, self.sheet.key(place.row, place.column)));
        // A level may have been named first in the column of another: one name is one level.
        let is_here = |column: u32, name: &str| {
            self.named_above(row, column).is_some_and(|above| self.sheet.key(above, column) == name)
        };
        let own = |(column, name): (u32, &'_ str)| {
            let other = || (0..kpi.column).find(|other| is_here(*other, name));
            if name.is_empty() || column == kpi.column || is_here(column, name) { None } else { other() }
        };
        let columns: Vec<(u32, &str)> =
            names.map(|(column, name)| (own((column, name)).unwrap_or(column), name)).collect();
        columns.iter().enumerate().all(|(at, (column, name))| {
            let mut nearest = self.named_above(row, *column);
            // A KPI without a name has none below the name of its level.
            if name.is_empty() && nearest.is_some_and(|above| self.sheet.key(above, *column) != *name) {
                let above = nearest.take().expect("a row");
                let mut left = columns[..at].iter().map(|(left, _)| *left).filter(|left| left < column);
                return left.any(|left| self.is_filled_between(above, row, left));
            }
            let above = nearest.unwrap_or(row);
            let is_named = name.is_empty() || self.sheet.key(above, *column) == *name;
            is_named && columns[..at].iter().all(|(left, name)| self.is_only(above, row, *left, name))
        })
    }

    /// The nearest row that has a name in a column; the header may come again on the way.
    fn named_above(&self, row: u32, column: u32) -> Option<u32> {
        let mut row = row;
        loop {
            let found = self.sheet.nearest(row, column, self.header)?;
            if !self.is_no_name(found) {
                return Some(found);
            }
            row = found - 1;
        }
    }

    fn is_filled_between(&self, above: u32, row: u32, column: u32) -> bool {
        self.named_above(row, column).is_some_and(|found| found > above)
    }

    /// Whether a column has no other name in the rows after `above`.
    fn is_only(&self, above: u32, row: u32, column: u32, name: &str) -> bool {
        let mut names = (above + 1..=row).filter(|row| !self.sheet.cell(*row, column).is_empty());
        names.all(|row| self.is_no_name(row) || self.sheet.key(row, column) == name)
    }

    /// Whether a row is the header come again, or a note about the table, which name nothing.
    fn is_no_name(&self, row: u32) -> bool {
        self.repeated.contains(&row) || is_note(self.sheet, row)
    }

    /// A header that names years names this one; else the row does, in a column of years; else it is the year of
    /// the edition.
    fn is_of_year(&self, row: u32, header: &str, year: FiscalYear) -> bool {
        let named = years(header);
        if !named.is_empty() {
            return named.contains(&year);
        }
        let Some(column) = self.years() else { return year == self.year };
        let above = self.named_above(row, column).map(|row| self.sheet.cell(row, column));
        above.and_then(FiscalYear::read) == Some(year)
    }

    /// The column of years, in a table that has one.
    fn years(&self) -> Option<u32> {
        let is_of_years = |column: &u32| YEARS.contains(&&*word(self.sheet.cell(self.header, *column)));
        (0..self.sheet.width(self.header)).find(is_of_years)
    }

    /// Neither the header nor the row names another item alone.
    fn is_of_item(&self, row: u32, header: &str, item: Item) -> bool {
        let mut named = items(&word(header), |text, part| text.contains(part));
        for column in 0..self.sheet.width(self.header) {
            let above = self.named_above(row, column).map(|row| word(self.sheet.cell(row, column)));
            let is_word = |text: &str, part: &str| {
                text.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest == "値")
            };
            named.extend(above.into_iter().flat_map(|text| items(&text, is_word)));
        }
        named.is_empty() || named.contains(&item)
    }
}

/// Whether a row has two cells or more, all as in the header.
fn repeats(sheet: &Sheet, header: u32, row: u32) -> bool {
    let mut filled = (0..sheet.width(row)).filter(|column| !sheet.cell(row, *column).is_empty());
    filled.clone().nth(1).is_some()
        && filled.all(|column| word(sheet.cell(row, column)) == word(sheet.cell(header, column)))
}

/// Whether a row has one cell, and that begins as notes do.
fn is_note(sheet: &Sheet, row: u32) -> bool {
    let cells: Vec<&str> =
        (0..sheet.width(row)).map(|column| sheet.cell(row, column)).filter(|cell| !cell.is_empty()).collect();
    matches!(cells[..], [note] if ["※", "*", "注", "(注", "（注", "出典", "資料"].iter().any(|sign| note.starts_with(sign)))
}

/// A word as headers are compared.
fn word(text: &str) -> String {
    folded(text).to_lowercase().replace('_', "")
}

fn items(text: &str, is_in: impl Fn(&str, &str) -> bool) -> Vec<Item> {
    WORDS
        .iter()
        .filter(|(_, words)| words.iter().any(|part| is_in(text, part)))
        .map(|(item, _)| *item)
        .collect()
}

/// The fiscal years that a header names anywhere.
fn years(header: &str) -> Vec<FiscalYear> {
    let text = folded(header);
    let starts = text.char_indices().map(|(at, _)| &text[at..]);
    starts.filter_map(|rest| FiscalYear::read_start(rest).map(|(year, _)| year)).collect()
}
