//! The progress CSV that nendo publishes, put in as content: a row for each KPI and fiscal year, every cell filled that
//! says something. It is known by its header alone, and read without any guess: a blank is blank, and what the columns
//! beside a text say of it is kept for whoever reads the text.

mod names;
mod rows;

use nendo_model::{Case, Checked, FiscalYear, Problem};

use crate::columns::Columns;
use crate::header::Header;
use crate::heading::Heading;
use crate::listed::Listed;
use crate::record::{Record, Written};
use crate::spelling;
use names::Names;

/// What such a table holds.
pub(crate) struct Published<'t> {
    /// The fiscal year of its edition, as its rows say.
    pub(crate) year: FiscalYear,
    pub(crate) columns: Columns<'t>,
    pub(crate) listed: Vec<Listed<'t>>,
}

/// Reads a table whose first row is the header of published data. `None` where it is not: it is a city's own table.
/// `language` is that of the content, where it is known; `file_year` is the year of a table that does not say its edition.
pub(crate) fn read<'t>(
    records: &[Record<'t>],
    file: &'t str,
    language: Option<&str>,
    file_year: FiscalYear,
) -> Option<Checked<Option<Published<'t>>>> {
    let (first, body) = records.split_first()?;
    let names = Names::of(*first, body, language)?;
    let refused =
        |case| Checked { value: None, problems: vec![Problem { case, origin: first.origin(file) }] };
    if let Some(name) = names.of_all_years() {
        return Some(refused(Case::AllYears { value: name.to_owned() }));
    }
    if let Some(missing) = names.missing() {
        let unknown = first.cells().collect::<Vec<_>>().join(", ");
        return Some(refused(Case::NoHeader { missing: "column".to_owned(), known: missing, unknown }));
    }
    let cells: Vec<String> = first.cells().map(str::to_owned).collect();
    let headings = vec![Heading::default(); cells.len()];
    let header = Header::new(file, &[*first], 1, (cells, headings), names.kpi)?;
    let columns = Columns { header, roles: names.roles() };
    let year = match edition(body, &names, &columns, file_year) {
        Ok(year) => year,
        Err(problem) => return Some(Checked { value: None, problems: vec![problem] }),
    };
    let Checked { value: listed, mut problems } = rows::read(body, &names, &columns);
    if listed.is_empty() {
        problems.insert(0, Problem { case: Case::NoRows {}, origin: first.origin(file) });
        return Some(Checked { value: None, problems });
    }
    Some(Checked { value: Some(Published { year, columns, listed }), problems })
}

/// The year of the edition, if all rows are of the same edition and plan.
fn edition(
    body: &[Record<'_>],
    names: &Names,
    columns: &Columns<'_>,
    file_year: FiscalYear,
) -> Result<FiscalYear, Problem> {
    let other = |written: Written<'_>, other: String| {
        let case = Case::MixedRows { value: written.text.to_owned(), other };
        Problem { case, origin: columns.header.cell(written.place) }
    };
    for column in names.plan.into_iter().chain([names.edition]) {
        let mut rows = body.iter().filter(|record| !record.cell(names.id).is_empty());
        let Some(first) = rows.next().map(|record| record.cell(column)) else { continue };
        if let Some(record) = rows.find(|record| record.cell(column) != first) {
            return Err(other(record.written(column), first.to_owned()));
        }
    }
    let Some(written) = body.iter().find_map(|record| record.filled(names.edition)) else {
        return Ok(file_year);
    };
    let read = FiscalYear::read(&spelling::folded(written.text));
    read.ok_or_else(|| other(written, file_year.to_string()))
}

/// Whether a name without a year is one under which nendo publishes all years of a plan: `221309_dx_progress`.
pub(crate) fn is_of_all_years(stem: &str) -> bool {
    stem.ends_with("_progress")
}

/// The year in a name under which nendo publishes a table: `221309_dx_2023_progress`, or as a browser names a second copy.
pub(crate) fn year_in_name(stem: &str) -> Option<&str> {
    let copied = stem.rsplit_once(" (").filter(|(_, number)| {
        number.strip_suffix(')').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    });
    let named = copied.map_or(stem, |(stem, _)| stem).strip_suffix("_progress")?;
    let year = named.rsplit_once('_').map_or(named, |(_, year)| year);
    (year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())).then_some(year)
}
