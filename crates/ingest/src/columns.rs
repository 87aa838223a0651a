//! The role of each column, from the header. One idea serves all three layouts: a column of values
//! knows its fiscal year, its item, or both, and the row knows the rest. Looks at the body
//! only to see whether a column is used, and what its cells are where its header leaves that open.

use nendo_model::{Case, Checked, FiscalYear, Origin, Problem, column_letters};

use crate::alias::{Item, Meaning};
use crate::header::{self, Absent, Header};
use crate::heading::{Heading, Vocabulary};
use crate::look::Look;
use crate::record::Record;
use crate::role::{Role, Side, role, settle_cells, settle_claims, settle_years};
use crate::{dated, spelling, stated};

/// The columns of a table.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    pub(crate) header: Header,
    /// A role for each column of the header.
    pub(crate) roles: Vec<Role>,
    /// The entries of `[columns]` in plan.toml that were used.
    pub(crate) settings: Vec<usize>,
}

/// The most levels that a plan has.
const MOST_LEVELS: usize = 4;

impl Columns {
    /// Finds the header and gives each column its role. `None` where no table is found.
    /// `edition` is the year of a column that names an item and no year.
    pub(crate) fn read(
        records: &[Record<'_>],
        file: &str,
        words: Vocabulary<'_>,
        edition: FiscalYear,
    ) -> Checked<Option<Self>> {
        let header = match header::find(records, words) {
            Ok(header) => header,
            Err(Absent { row, case }) => {
                let origin = Origin { row, ..Origin::file(file) };
                return Checked { value: None, problems: vec![Problem { case, origin }] };
            }
        };
        let body = records.get(header.body..).unwrap_or_default();
        let mut headings: Vec<Heading> = header.cells.iter().map(|cell| words.heading(cell)).collect();
        dated::settle(&mut headings);
        let kpi = header.kpi;
        let mut roles = roles(&headings, kpi, body);
        let used = used(body, roles.len());
        for at in (0..kpi).filter(|at| used[*at] || body.is_empty()) {
            if roles[at] == Role::None && !header.cells[at].is_empty() && !is_of_values(&headings[at]) {
                roles[at] = Role::Level;
            }
        }
        find_item_column(&mut roles, &header, body, kpi, words);
        if let Some(problem) = undated(&roles, &headings, &header, records, (file, edition), words) {
            return Checked { value: None, problems: vec![problem] };
        }
        let is_taken =
            |role: &Role| matches!(role, Role::Value { year: None, item: Some(Item::Target | Item::Actual) });
        let undated: Vec<usize> = (0..roles.len()).filter(|at| is_taken(&roles[*at])).collect();
        settle_years(&mut roles, edition);
        let is_of_file = |at: &usize| matches!(roles[*at], Role::Value { year: Some(_), .. });
        let title =
            undated.iter().any(is_of_file).then(|| header.title_of_another(records, edition)).flatten();
        settle_claims(&mut roles, |at| has_weak_claim(&headings[at]));

        let mut problems: Vec<Problem> = Vec::new();
        problems.extend(title.map(|(place, value)| {
            let case = Case::TitleYear { value: value.to_owned(), edition: edition.to_string() };
            Problem { case, origin: Origin::cell(file, &[], place) }
        }));
        problems.extend(header.units_above(records).into_iter().map(|(place, value)| {
            let origin = Origin::cell(file, &[], place);
            Problem { case: Case::UnitAbove { value: value.to_owned() }, origin }
        }));
        drop_same_roles(&mut roles, &header, file, &mut problems);
        let has_values = roles.iter().any(|role| matches!(role, Role::Value { .. }));
        let lacks_item = |at: usize| !has_values && headings.get(at).is_some_and(Heading::is_dated);
        for at in (0..used.len()).filter(|at| used[*at] && !lacks_item(*at)) {
            let origin = header.origin(file, at);
            let value = origin.header.clone();
            let case = match roles.get(at).unwrap_or(&Role::None) {
                Role::None => Case::ColumnWithoutRole { nearest: words.nearest_heading(&value), value },
                Role::Calendar => {
                    let year = headings[at].year.map(|year| year.to_string()).unwrap_or_default();
                    Case::CalendarYear { value, year }
                }
                _ => continue,
            };
            problems.push(Problem { case, origin });
        }
        let levels: Vec<usize> = (0..roles.len()).filter(|at| roles[*at] == Role::Level).collect();
        let case = if !has_values {
            Some(header.without_values(&headings))
        } else if !(1..=MOST_LEVELS).contains(&levels.len()) {
            let names: Vec<&str> = levels.iter().map(|at| header.cells[*at].as_str()).collect();
            Some(Case::BadLevels { value: names.join(" ") })
        } else {
            None
        };
        if let Some(case) = case {
            problems.push(Problem { case, origin: Origin::row(file, header.row) });
            return Checked { value: None, problems };
        }
        let settings = headings.iter().filter_map(|found| found.setting).collect();
        Checked { value: Some(Self { header, roles, settings }), problems }
    }

    /// The columns of a role, from the left.
    pub(crate) fn of(&self, role: Role) -> impl Iterator<Item = usize> {
        self.roles.iter().enumerate().filter(move |(_, other)| **other == role).map(|(at, _)| at)
    }
}

/// That targets or actuals would be taken for those of the file's year, as no column of values names a year,
/// though something beside them names another. A merged cell that could not be joined to them may be theirs.
fn undated(
    roles: &[Role],
    headings: &[Heading],
    header: &Header,
    records: &[Record<'_>],
    (file, edition): (&str, FiscalYear),
    words: Vocabulary<'_>,
) -> Option<Problem> {
    let is_dated = |role: &Role| matches!(role, Role::Year | Role::Value { year: Some(_), .. });
    if roles.iter().any(is_dated) || roles.contains(&Role::Item) {
        return None;
    }
    let undated = roles.iter().zip(&header.cells).filter(|(role, _)| {
        matches!(role, Role::Value { year: None, item: Some(Item::Target | Item::Actual) })
    });
    let undated: Vec<String> = undated.map(|(_, cell)| spelling::one_line(cell)).collect();
    let own = headings.iter().zip(&header.cells).filter_map(|(found, cell)| {
        let is_derived = found.meaning == Some(Meaning::Derived);
        Some((header.row, found.year.filter(|_| is_derived)?, cell.as_str()))
    });
    let beside = header.years_beside(records, words).into_iter().chain(own);
    let others: Vec<(u32, FiscalYear, &str)> = beside.filter(|(_, year, _)| *year != edition).collect();
    let (row, _, _) = *others.first().filter(|_| !undated.is_empty())?;
    let years = others.iter().filter(|other| other.0 == row).map(|(_, _, text)| spelling::one_line(text));
    let case = Case::UndatedValues {
        value: undated.join(", "),
        years: years.collect::<Vec<_>>().join(", "),
        edition: edition.to_string(),
    };
    Some(Problem { case, origin: Origin::row(file, row) })
}

/// What each column is for, as far as its header and its cells tell.
fn roles(headings: &[Heading], kpi: usize, body: &[Record<'_>]) -> Vec<Role> {
    let calendars = || headings.iter().filter(|found| found.year.is_some()).map(|found| found.calendar);
    let role = |(at, found): (usize, &Heading)| {
        if at == kpi {
            return Role::Kpi;
        }
        let is_used = found.meaning != Some(Meaning::Derived);
        if is_used && found.year.is_some() && dated::is_civil(found.calendar, calendars()) {
            return Role::Calendar;
        }
        let role = role(*found, if at < kpi { Side::Left } else { Side::Right });
        let mut cells = body.iter().map(|record| record.cell(at));
        // A word that is not known would be passed over in silence.
        let states_other = match role {
            Role::Counting => !cells.all(stated::is_counting),
            Role::Direction => !cells.all(stated::is_direction),
            _ => false,
        };
        match found.meaning {
            _ if states_other => Role::None,
            Some(Meaning::Progress | Meaning::Goal | Meaning::Derived) => {
                settle_cells(role, *found, &Look::of(cells))
            }
            _ => role,
        }
    };
    headings.iter().enumerate().map(role).collect()
}

/// Whether a column is of the values, though its cells do not fit its header: it is no level.
fn is_of_values(heading: &Heading) -> bool {
    use Meaning::{Counting, Derived, Direction, Progress};
    matches!(heading.meaning, Some(Progress | Derived | Counting | Direction))
}

/// Whether another column that means the same has the better claim, or as good a one.
fn has_weak_claim(heading: &Heading) -> bool {
    heading.is_weak || matches!(heading.meaning, Some(Meaning::Progress | Meaning::Goal))
}

/// Years across need an item from the row. Where no header says 項目, it is the column right of
/// the KPI whose every cell names an item; where there is none, the years say nothing.
fn find_item_column(
    roles: &mut [Role],
    header: &Header,
    body: &[Record<'_>],
    kpi: usize,
    words: Vocabulary<'_>,
) {
    let needs_item = |role: &Role| matches!(role, Role::Value { item: None, .. });
    if roles.contains(&Role::Item) || !roles.iter().any(needs_item) {
        return;
    }
    let names_items = |at: &usize| {
        let mut cells = body.iter().map(|record| record.cell(*at)).filter(|cell| !cell.is_empty());
        cells.clone().next().is_some() && cells.all(|cell| words.item(cell).is_some())
    };
    let blank = |at: &usize| roles[*at] == Role::None && header.cells[*at].is_empty();
    match (kpi + 1..roles.len()).filter(blank).find(names_items) {
        Some(at) => roles[at] = Role::Item,
        None => roles.iter_mut().filter(|role| needs_item(role)).for_each(|role| *role = Role::None),
    }
}

/// Reports a role that a column on the left has already; only that column is used.
fn drop_same_roles(roles: &mut [Role], header: &Header, file: &str, problems: &mut Vec<Problem>) {
    for at in 0..roles.len() {
        let role = roles[at];
        if !role.is_had_once() {
            continue;
        }
        let first = roles[..at].iter().position(|other| *other == role);
        if let Some(first) = first {
            let other = column_letters(u32::try_from(first).unwrap_or(u32::MAX));
            let origin = header.origin(file, at);
            problems.push(Problem { case: Case::SameRole { value: origin.header.clone(), other }, origin });
            roles[at] = Role::Ignored;
        }
    }
}

/// For each column whether any row has a cell in it; at least this many columns.
fn used(body: &[Record<'_>], columns: usize) -> Vec<bool> {
    let width = body.iter().map(|record| record.len()).max().unwrap_or(0).max(columns);
    let mut used = vec![false; width];
    for record in body {
        for (used, cell) in used.iter_mut().zip(record.cells()) {
            *used |= !cell.is_empty();
        }
    }
    used
}

#[cfg(test)]
mod tests {
    use nendo_model::{Checked, FiscalYear, Problem};

    use super::Columns;
    use crate::alias::Item;
    use crate::heading::Vocabulary;
    use crate::record::Grid;
    use crate::role::Role;

    fn read(csv: &str) -> Checked<Option<Columns>> {
        let edition = FiscalYear::new(2023).expect("a year");
        Columns::read(&Grid::of(csv.to_owned()).records(), "2023.csv", Vocabulary::new(&[], None), edition)
    }

    fn roles(csv: &str) -> Vec<Role> {
        read(csv).value.expect(csv).roles
    }

    fn told(csv: &str) -> Vec<(&'static str, Option<u32>, Option<u32>, String)> {
        let told = |Problem { case, origin }| (case.code(), origin.row, origin.column, origin.header);
        read(csv).problems.into_iter().map(told).collect()
    }

    fn value(year: Option<u16>, item: Option<Item>) -> Role {
        Role::Value { year: year.and_then(FiscalYear::new), item }
    }

    #[test]
    fn each_layout_splits_year_and_item_its_own_way() {
        use Item::{Actual, Evaluation, Target};
        assert_eq!(
            roles("柱,KPI,項目,R4,R5\na,k,目標,1,2\n")[2..],
            [Role::Item, value(Some(2022), None), value(Some(2023), None)]
        );
        assert_eq!(
            roles("柱,KPI,年度,目標,実績\na,k,R5,1,2\n")[2..],
            [Role::Year, value(None, Some(Target)), value(None, Some(Actual))]
        );
        assert_eq!(
            roles("柱,KPI,単位,R5目標,R5実績,評価\na,k,人,1,2,A\n")[2..],
            [
                Role::Unit,
                value(Some(2023), Some(Target)),
                value(Some(2023), Some(Actual)),
                value(Some(2023), Some(Evaluation)),
            ]
        );
    }

    #[test]
    fn levels_are_what_is_left_of_the_kpi() {
        let roles = roles("No.,目標,区分,担当課,KPI,目標,実績\n1,a,b,c,k,1,2\n");
        assert_eq!(roles[..5], [Role::Ignored, Role::Level, Role::Level, Role::Section, Role::Kpi]);
        assert_eq!(told("KPI,R5目標\nk,1\n"), [("bad-levels", Some(1), None, String::new())]);
        assert_eq!(told("a,b,c,d,e,KPI,R5目標\n1,2,3,4,5,k,1\n")[0].0, "bad-levels");
    }

    #[test]
    fn what_no_role_is_known_for_is_reported_with_its_place() {
        let csv = "計画の進捗\n柱,KPI,項目,R5,到達点,空\na,k,目標,1,90%,,x\n";
        let expected = [
            ("column-without-role", Some(2), Some(4), "到達点".to_owned()),
            ("column-without-role", Some(2), Some(6), String::new()),
        ];
        assert_eq!(told(csv), expected);
        assert_eq!(
            told("柱,KPI,目標,R5実績\na,k,1,2\n"),
            [("column-without-role", Some(1), Some(2), "目標".to_owned())]
        );
    }

    #[test]
    fn a_role_is_had_once() {
        assert_eq!(
            told("柱,KPI,R5目標,2023年度目標値\na,k,1,2\n"),
            [("same-role", Some(1), Some(3), "2023年度目標値".to_owned())]
        );
    }

    #[test]
    fn years_without_an_item_say_nothing() {
        assert_eq!(told("柱,KPI,R4,R5\na,k,1,2\n"), [("no-header", Some(1), None, String::new())]);
        let planned = roles("柱,KPI,項目,R5実績,R6計画\na,k,目標,1,2\n");
        assert_eq!(planned[3..], [value(Some(2023), None), value(Some(2024), None)]);
        let roles = roles("柱,KPI,,R5\na,k,目標,1\n,,実績,2\n");
        assert_eq!(roles[2..], [Role::Item, value(Some(2023), None)]);
    }
}
