//! Adds to translations.csv and units.csv the rows that they lack, and marks those that nothing asks for any more. Nothing
//! in a file is lost or moved: its order, its further columns and the way it is saved stay. Knows not who asks for a text.

use std::collections::BTreeSet;
use std::path::Path;

use nendo_model::{Case, Origin, Problem};

use crate::record::unguarded;
use crate::sheet::{Field, Form, Sheet};
use crate::words::{TRANSLATIONS, UNITS, UNUSED, form, is_mark, is_tag, is_unit};
use crate::{reading, spelling};

/// What is asked of a table of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// Every text that is asked for, whether it has a translation or not.
    pub used: BTreeSet<&'a str>,
    /// Those that lack one, in the order in which their rows are to come.
    pub missing: Vec<&'a str>,
}

/// What was done to a table of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Supplement {
    /// Rows added at its end.
    pub added: usize,
    /// Rows that nothing asks for, marked now or before.
    pub unused: usize,
    /// Rows that were marked, and are asked for again.
    pub again: usize,
    /// Whether the file was written.
    pub written: bool,
}

/// What a row is marked with that nothing asks for.
const MARK: &str = "x";

/// Supplements translations.csv. `languages` are those of the site, that of the tables first.
///
/// # Errors
///
/// That the file cannot be read or written, or has no column of that language; it is then as it was.
pub fn supplement_translations(
    content: &Path,
    languages: &[String],
    wanted: &Wanted<'_>,
) -> Result<Supplement, Problem> {
    let Some((source, others)) = languages.split_first() else { return Ok(Supplement::default()) };
    let is_source = |header: &str| is_tag(header, source);
    let mut table = Table::open(content, TRANSLATIONS, source, &is_source)?;
    for language in others {
        table.column(language, &|header| is_tag(header, language));
    }
    table.supplement(wanted, source, spelling::without_slashes);
    table.save(content)
}

/// Supplements units.csv. The others are the languages of the site but that of the tables, each with its plural
/// categories in CLDR, as a new column of the language is to have them.
///
/// # Errors
///
/// That the file cannot be read or written, or has no column of units; it is then as it was.
pub fn supplement_units(
    content: &Path,
    source: &str,
    others: &[(String, Vec<String>)],
    wanted: &Wanted<'_>,
) -> Result<Supplement, Problem> {
    let mut table = Table::open(content, UNITS, "unit", &is_unit)?;
    for (language, categories) in others {
        let is_named = |header: &String| form(header).is_some_and(|(named, _)| is_tag(&named, language));
        if !table.headers().iter().any(is_named) {
            for category in categories {
                let header = format!("{language}-{category}");
                table.column(&header, &|other| other == header);
            }
        }
    }
    table.supplement(wanted, source, reading::unit_spelling);
    table.save(content)
}

/// A table of words that is being supplemented.
struct Table {
    file: &'static str,
    sheet: Sheet,
    /// The row of the header, and the column of the texts.
    header: usize,
    from: usize,
    done: Supplement,
    is_new: bool,
    /// The rows as they were.
    before: Vec<Vec<Field>>,
}

impl Table {
    /// The table of a file; a new one, of this header alone, where there is no file or nothing in it.
    fn open(
        content: &Path,
        file: &'static str,
        name: &str,
        is_header: &dyn Fn(&str) -> bool,
    ) -> Result<Self, Problem> {
        let read = Sheet::read(content, file)?;
        let is_new = read.is_none();
        let mut sheet = read.unwrap_or_else(|| Sheet { form: Form::new(), rows: Vec::new() });
        let before = sheet.rows.clone();
        let header = sheet.rows.iter().position(|row| !is_blank(row)).unwrap_or_else(|| {
            sheet.rows.insert(0, vec![Field::new(name)]);
            0
        });
        let Some(from) = sheet.rows[header].iter().position(|field| is_header(field.text().trim())) else {
            let headers: Vec<&str> = sheet.rows[header].iter().map(|field| field.text().trim()).collect();
            let missing = "column".to_owned();
            let case = Case::NoHeader { missing, known: name.to_owned(), unknown: headers.join(", ") };
            let row = u32::try_from(header + 1).unwrap_or(u32::MAX);
            return Err(Problem { case, origin: Origin::row(file, row) });
        };
        Ok(Self { file, sheet, header, from, done: Supplement::default(), is_new, before })
    }

    fn headers(&self) -> Vec<String> {
        self.sheet.rows[self.header].iter().map(|field| field.text().trim().to_owned()).collect()
    }

    /// The column of a header, which is made at the end where there is none.
    fn column(&mut self, name: &str, is_header: &dyn Fn(&str) -> bool) -> usize {
        let headers = self.headers();
        headers.iter().position(|header| is_header(header)).unwrap_or_else(|| {
            // A spreadsheet leaves empty cells behind at the end of its rows.
            let end = headers.iter().rposition(|header| !header.is_empty()).map_or(0, |last| last + 1);
            set(&mut self.sheet.rows[self.header], end, name);
            end
        })
    }

    fn supplement(&mut self, wanted: &Wanted<'_>, source: &str, folded: fn(&str) -> String) {
        let used: BTreeSet<String> = wanted.used.iter().map(|text| folded(text)).collect();
        let mut known = BTreeSet::new();
        let (mut unused, mut used_rows) = (Vec::new(), Vec::new());
        for (at, row) in self.sheet.rows.iter().enumerate().skip(self.header + 1) {
            let text = row.get(self.from).map(|field| unguarded(field.text().trim())).unwrap_or_default();
            if text.is_empty() {
                continue;
            }
            let text = folded(text);
            let rows = if used.contains(&text) { &mut used_rows } else { &mut unused };
            rows.push(at);
            known.insert(text);
        }
        self.mark(&unused, &used_rows, source);
        let width = self.headers().len();
        let new = wanted.missing.iter().filter(|text| known.insert(folded(text))).map(|text| {
            let mut row = vec![Field::default(); width];
            set(&mut row, self.from, &guarded(text));
            row
        });
        let new: Vec<Vec<Field>> = new.collect();
        self.done.added = new.len();
        let end = self.sheet.rows.iter().rposition(|row| !is_blank(row)).map_or(0, |last| last + 1);
        self.sheet.rows.splice(end..end, new);
    }

    /// Marks rows that are not used, and takes the mark from those that are.
    fn mark(&mut self, unused: &[usize], used: &[usize], source: &str) {
        self.done.unused = unused.len();
        let known = self.headers().iter().position(|header| is_mark(header));
        if known.is_none() && unused.is_empty() {
            return;
        }
        let name = UNUSED[usize::from(!source.starts_with("ja"))];
        let column = self.column(name, &|header| is_mark(header));
        let marked = |row: &[Field]| row.get(column).is_some_and(|field| !field.text().trim().is_empty());
        for at in unused {
            if !marked(&self.sheet.rows[*at]) {
                set(&mut self.sheet.rows[*at], column, MARK);
            }
        }
        for at in used {
            if marked(&self.sheet.rows[*at]) {
                set(&mut self.sheet.rows[*at], column, "");
                self.done.again += 1;
            }
        }
    }

    /// Writes the table, if a row of it is new or other than it was.
    fn save(mut self, content: &Path) -> Result<Supplement, Problem> {
        let is_needed = if self.is_new { self.done.added > 0 } else { self.sheet.rows != self.before };
        if is_needed {
            if self.is_new {
                self.sheet.create(content, self.file)?;
            } else {
                self.sheet.replace(content, self.file)?;
            }
            self.done.written = true;
        }
        Ok(self.done)
    }
}

fn set(row: &mut Vec<Field>, at: usize, text: &str) {
    if row.len() <= at {
        row.resize(at + 1, Field::default());
    }
    row[at].set(text);
}

fn is_blank(row: &[Field]) -> bool {
    row.iter().all(|field| field.text().trim().is_empty())
}

/// A text that no spreadsheet runs as a formula.
fn guarded(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\'']) { "'" } else { "" };
    format!("{guard}{text}")
}
