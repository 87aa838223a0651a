//! Where something stands: in a table, in a file.

use std::fmt;

/// Where a cell stands in the table of its edition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The row as a spreadsheet counts it, from 1.
    pub row: u32,
    /// The column, from 0; see [`column_letters`].
    pub column: u32,
}

/// A place in a file of the content folder or the theme.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// The file, relative to the folder it was found in, with `/` between folders.
    pub file: String,
    /// The row as a spreadsheet counts it, or the line of a text file; from 1.
    pub row: Option<u32>,
    /// The column, from 0; see [`column_letters`].
    pub column: Option<u32>,
    /// The header of the column, empty where it has none.
    pub header: String,
}

impl Place {
    /// A row, from 1, and a column, from 0. No spreadsheet has as many columns as can be counted.
    #[must_use]
    pub fn new(row: u32, column: usize) -> Self {
        Self { row, column: u32::try_from(column).unwrap_or(u32::MAX) }
    }
}

/// As spreadsheets say it: `D12`.
impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{}", column_letters(self.column), self.row)
    }
}

impl Origin {
    /// The whole of a file.
    #[must_use]
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), ..Self::default() }
    }

    /// A row of a file, counted from 1.
    #[must_use]
    pub fn row(file: impl Into<String>, row: u32) -> Self {
        Self { row: Some(row), ..Self::file(file) }
    }

    /// A cell of a file whose columns have these headers.
    #[must_use]
    pub fn cell(file: impl Into<String>, headers: &[String], Place { row, column }: Place) -> Self {
        let header = usize::try_from(column).ok().and_then(|column| headers.get(column));
        Self { column: Some(column), header: header.cloned().unwrap_or_default(), ..Self::row(file, row) }
    }
}

/// The letters by which a spreadsheet names a column: 0 is A, 26 is AA.
#[must_use]
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{Origin, Place, column_letters};

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        let letters = [0, 3, 25, 26, 51, 52, 701, 702].map(column_letters);
        assert_eq!(letters, ["A", "D", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
        assert_eq!(Place::new(12, 3).to_string(), "D12");
    }

    #[test]
    fn a_cell_is_named_by_file_row_column_and_header() {
        let headers = ["番号", "実績"].map(str::to_owned);
        let origin = |row, column, header: &str| {
            let header = header.to_owned();
            Origin { file: "2023.csv".to_owned(), row: Some(row), column: Some(column), header }
        };
        assert_eq!(Origin::cell("2023.csv", &headers, Place::new(3, 1)), origin(3, 1, "実績"));
        assert_eq!(
            Origin::cell("2023.csv", &headers, Place::new(4, 2)),
            origin(4, 2, ""),
            "beyond the headers"
        );
    }
}
