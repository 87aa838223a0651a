//! The columns of a table: its header, and a role for each. One idea serves all three layouts: a column of values
//! knows its fiscal year, its item, or both, and the row knows the rest. Tells of whatever is passed over.

use nendo_model::{Case, Checked, FiscalYear, Origin, Problem, column_letters};

use crate::alias::Meaning;
use crate::field::Item;
use crate::header::Header;
use crate::heading::Heading;
use crate::record::{Record, Written};
use crate::role::Role;
use crate::vocabulary::Vocabulary;
use crate::{roles, search, spelling};

/// The columns of a table.
#[derive(Clone, Debug)]
pub(crate) struct Columns<'t> {
    pub(crate) header: Header<'t>,
    /// A role for each column of the header.
    pub(crate) roles: Vec<Role>,
}

/// The most levels that a plan has.
const MOST_LEVELS: usize = 4;

impl<'t> Columns<'t> {
    /// Finds the header and gives each column its role. `None` where no table is found.
    /// `edition` is the year of a column that names an item and no year.
    pub(crate) fn read(
        records: &[Record<'t>],
        file: &'t str,
        words: Vocabulary<'_>,
        edition: FiscalYear,
    ) -> Checked<Option<Self>> {
        let header = match search::find(records, file, words) {
            Ok(header) => header,
            Err(problem) => return Checked { value: None, problems: vec![problem] },
        };
        let body = header.rows_below(records);
        let mut roles = roles::of(&header, body, words);
        let mut problems = Vec::new();
        if roles.iter().copied().any(is_undated) && !roles.iter().copied().any(is_dated) {
            if let Some(problem) = undated(&roles, &header, records, edition, words) {
                return Checked { value: None, problems: vec![problem] };
            }
            let title = header.title_of_another(records, edition);
            problems.extend(title.map(|Written { text, place }| {
                let case = Case::TitleYear { value: text.to_owned(), edition: edition.to_string() };
                Problem { case, origin: Origin::cell(file, &[], place) }
            }));
        }
        roles::settle(&mut roles, &header.headings, edition);
        problems.extend(header.units_above(records).into_iter().map(|Written { text, place }| {
            let origin = Origin::cell(file, &[], place);
            Problem { case: Case::UnitAbove { value: text.to_owned() }, origin }
        }));
        drop_same_roles(&mut roles, &header, &mut problems);
        problems.extend(passed_over(&roles, &header, body, words));
        if let Some(case) = useless(&roles, &header) {
            problems.push(Problem { case, origin: header.row(header.record) });
            return Checked { value: None, problems };
        }
        Checked { value: Some(Self { header, roles }), problems }
    }

    /// The columns of a role, from the left.
    pub(crate) fn of(&self, role: Role) -> impl Iterator<Item = usize> {
        self.roles.iter().enumerate().filter(move |(_, other)| **other == role).map(|(at, _)| at)
    }

    /// The entries of `[columns]` in plan.toml that were used.
    pub(crate) fn settings(&self) -> impl Iterator<Item = usize> {
        self.header.headings.iter().filter_map(|found| found.setting)
    }
}

/// Whether a column holds targets or actuals and names no year.
fn is_undated(role: Role) -> bool {
    matches!(role, Role::Value { year: None, item: Some(Item::Target | Item::Actual) })
}

/// Whether a column or the rows name the year of values.
fn is_dated(role: Role) -> bool {
    matches!(role, Role::Year | Role::Value { year: Some(_), .. })
}

/// That targets or actuals would be taken for those of the file's year, as no column of values names a year,
/// though something beside them names another. A merged cell that could not be joined to them may be theirs.
fn undated(
    roles: &[Role],
    header: &Header<'_>,
    records: &[Record<'_>],
    edition: FiscalYear,
    words: Vocabulary<'_>,
) -> Option<Problem> {
    if roles.contains(&Role::Item) {
        return None;
    }
    let own = header.headings.iter().zip(&header.cells).filter_map(|(found, cell)| {
        let is_derived = found.meaning == Some(Meaning::Derived);
        Some((header.record, found.year().filter(|_| is_derived)?, cell.as_str()))
    });
    let beside = header.years_beside(records, words).into_iter().chain(own);
    let others: Vec<_> = beside.filter(|(_, year, _)| *year != edition).collect();
    let (first, _, _) = *others.first()?;
    let one_line =
        |texts: Vec<&str>| texts.into_iter().map(spelling::one_line).collect::<Vec<_>>().join(", ");
    let undated = roles.iter().zip(&header.cells).filter(|(role, _)| is_undated(**role));
    let years = others.iter().filter(|(record, _, _)| record.row == first.row);
    let case = Case::UndatedValues {
        value: one_line(undated.map(|(_, cell)| cell.as_str()).collect()),
        years: one_line(years.map(|(_, _, text)| *text).collect()),
        edition: edition.to_string(),
    };
    Some(Problem { case, origin: header.row(first) })
}

/// Reports a role that a column on the left has already; only that column is used.
fn drop_same_roles(roles: &mut [Role], header: &Header<'_>, problems: &mut Vec<Problem>) {
    for at in (0..roles.len()).filter(|at| roles[*at].is_had_once()).collect::<Vec<_>>() {
        if let Some(first) = roles[..at].iter().position(|other| *other == roles[at]) {
            let other = column_letters(u32::try_from(first).unwrap_or(u32::MAX));
            let origin = header.column(at);
            problems.push(Problem { case: Case::SameRole { value: origin.header.clone(), other }, origin });
            roles[at] = Role::Ignored;
        }
    }
}

/// The columns that are used and that no role is known for, or none that counts.
fn passed_over(
    roles: &[Role],
    header: &Header<'_>,
    body: &[Record<'_>],
    words: Vocabulary<'_>,
) -> Vec<Problem> {
    let has_values = has_values(roles);
    let lacks_item = |heading: Option<&Heading>| !has_values && heading.is_some_and(Heading::is_dated);
    let width = body.iter().map(|record| record.len()).max().unwrap_or(0).max(roles.len());
    let problem = |at: usize| {
        let heading = header.headings.get(at);
        let role = roles.get(at).unwrap_or(&Role::None);
        let is_used = || body.iter().any(|record| !record.cell(at).is_empty());
        if !matches!(role, Role::None | Role::Calendar) || lacks_item(heading) || !is_used() {
            return None;
        }
        let origin = header.column(at);
        let value = origin.header.clone();
        let case = if *role == Role::None {
            Case::ColumnWithoutRole { nearest: words.nearest_heading(&value), value }
        } else {
            Case::CalendarYear { value, year: heading?.year()?.to_string() }
        };
        Some(Problem { case, origin })
    };
    (0..width).filter_map(problem).collect()
}

/// Why nothing can be read in these columns.
fn useless(roles: &[Role], header: &Header<'_>) -> Option<Case> {
    if !has_values(roles) {
        return Some(header.without_values());
    }
    let levels = roles.iter().zip(&header.cells).filter(|(role, _)| **role == Role::Level);
    let levels: Vec<&str> = levels.map(|(_, cell)| cell.as_str()).collect();
    (!(1..=MOST_LEVELS).contains(&levels.len())).then(|| Case::BadLevels { value: levels.join(" ") })
}

fn has_values(roles: &[Role]) -> bool {
    roles.iter().any(|role| matches!(role, Role::Value { .. }))
}

#[cfg(test)]
mod tests {
    use nendo_model::{Checked, FiscalYear, Problem};

    use super::Columns;
    use crate::field::{Attribute, Item};
    use crate::record::Grid;
    use crate::role::Role;
    use crate::vocabulary::Vocabulary;

    fn read(csv: &str) -> Checked<Option<Vec<Role>>> {
        let edition = FiscalYear::new(2023).expect("a year");
        let grid = Grid::of(csv.to_owned());
        let words = Vocabulary::new(&[], None);
        let Checked { value, problems } = Columns::read(&grid.records(), "2023.csv", words, edition);
        Checked { value: value.map(|columns| columns.roles), problems }
    }

    fn roles(csv: &str) -> Vec<Role> {
        read(csv).value.expect(csv)
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
                Role::Attribute(Attribute::Unit),
                value(Some(2023), Some(Target)),
                value(Some(2023), Some(Actual)),
                value(Some(2023), Some(Evaluation)),
            ]
        );
    }

    #[test]
    fn levels_are_what_is_left_of_the_kpi() {
        let roles = roles("No.,目標,区分,担当課,KPI,目標,実績\n1,a,b,c,k,1,2\n");
        assert_eq!(
            roles[..5],
            [Role::Ignored, Role::Level, Role::Level, Role::Attribute(Attribute::Section), Role::Kpi]
        );
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
        for csv in ["柱,KPI,種別,R5\na,k,実績,1\n", "柱,KPI,,R5\na,k,人,1\n"] {
            assert_eq!(told(csv).last().map(|told| told.0), Some("no-header"), "{csv}");
        }
        let planned = roles("柱,KPI,項目,R5実績,R6計画\na,k,目標,1,2\n");
        assert_eq!(planned[3..], [value(Some(2023), None), value(Some(2024), None)]);
        let roles = roles("柱,KPI,,R5\na,k,目標,1\n,,実績,2\n");
        assert_eq!(roles[2..], [Role::Item, value(Some(2023), None)]);
    }
}
