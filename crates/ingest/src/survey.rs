//! What a table says of itself before it belongs to a plan: the year it reports on, its grades, the names of its top
//! levels. For whoever makes a content folder of it; nothing here decides how a plan is read.

use std::path::Path;

use nendo_model::{Calendar, Case, Checked, FiscalYear, Problem, Scale, YearName};

use crate::settings::Settings;
use crate::table::{self, Table};
use crate::vocabulary::Vocabulary;
use crate::{dated, edition, file, plan, scale, spelling};

/// A table as far as it can be understood without settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// The newest fiscal year that has an actual or an evaluation, if the table itself names the years of all.
    pub year: Option<FiscalYear>,
    /// The grades that surely are some, of which nothing else is known.
    pub scale: Scale,
    /// The names of the top levels, in the order of the table.
    pub tops: Vec<String>,
}

/// Looks at a table, wherever it lies. `None` where it cannot be understood without settings, or at all; the problems then say
/// why.
#[must_use]
pub fn survey(folder: &Path, file: &str) -> Checked<Option<Survey>> {
    let grid = match file::grid(folder, file) {
        Ok(grid) => grid,
        Err(problem) => return Checked { value: None, problems: vec![problem] },
    };
    let words = Vocabulary::new(&[], None);
    let mut problems = Vec::new();
    // A year that no table is of: values that get it name none.
    let Some(unknown) = FiscalYear::new(1900) else { return Checked { value: None, problems } };
    let first = table::read(&grid, file, words, unknown);
    let table = match first.problems.iter().find_map(year_beside) {
        Some(year) => table::read(&grid, file, words, year).unload(&mut problems),
        None => first.unload(&mut problems),
    };
    Checked { value: table.map(|table| of(table, unknown)), problems }
}

/// The fiscal year in the name of a file (`2023.csv`, `R5進捗表.csv`), if it names one and no other.
#[must_use]
pub fn year_of_file(name: &str) -> Option<FiscalYear> {
    let stem = spelling::folded(file::parts(name).0);
    let mut before = None;
    let mut found = None;
    let mut rest = stem.as_str();
    while let Some(letter) = rest.chars().next() {
        let (text, last) = (rest, before.replace(letter));
        rest = &rest[letter.len_utf8()..];
        // What follows a year may be another one: R4R5.
        let is_inside = |last: char| {
            last.is_ascii_alphanumeric() && (letter.is_ascii_alphabetic() || last.is_ascii_digit())
        };
        if last.is_some_and(is_inside) {
            continue;
        }
        let Some((YearName { year, calendar, .. }, after)) = YearName::read_start(text) else { continue };
        let after_signs = after.trim_start_matches(['-', '_', '.', '/', '~', '〜', '・', ',']);
        let is_date = after_signs.starts_with(|next: char| next.is_ascii_digit());
        if calendar == Calendar::Civil || is_date || found.is_some_and(|other| other != year) {
            return None;
        }
        found = Some(year);
        before = None;
        rest = after;
    }
    found
}

/// The year that stands beside a table whose columns name none.
fn year_beside(problem: &Problem) -> Option<FiscalYear> {
    match &problem.case {
        Case::UndatedValues { years, .. } => FiscalYear::read(years),
        Case::TitleYear { value, .. } => dated::named(value).next(),
        _ => None,
    }
}

fn of(mut table: Table<'_>, unknown: FiscalYear) -> Survey {
    let evaluations: Vec<&str> = plan::evaluations([&table].into_iter()).collect();
    let (scale, occurring) = (scale::sure(&evaluations), scale::occurring(evaluations));
    let edition = edition::edition(&mut table, &Settings::default(), &occurring).value;
    let name = |number: Option<&str>, label: &str| number.unwrap_or_default().to_owned() + label;
    let tops = edition.branches.iter();
    let tops = tops.map(|top| name(top.number.as_ref().map(|number| number.written.as_str()), &top.label));
    let tops = tops.collect();
    let reported = edition.kpis().flat_map(|kpi| &kpi.years);
    let reported = reported.filter(|(_, entry)| entry.has_result()).map(|(year, _)| *year);
    let reported: Vec<FiscalYear> = reported.collect();
    let year = if reported.contains(&unknown) { None } else { reported.into_iter().max() };
    Survey { year, scale, tops }
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use nendo_model::FiscalYear;

    use super::{Survey, survey, year_of_file};

    fn surveyed(name: &str, text: &str) -> Option<Survey> {
        let folder = env::temp_dir().join(format!("nendo-survey-{name}-{}", process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("表.csv"), text).expect("a table");
        let survey = survey(&folder, "表.csv").value;
        fs::remove_dir_all(&folder).expect("removed");
        survey
    }

    #[test]
    fn a_table_says_its_year_its_grades_and_its_top_levels() {
        let survey = surveyed(
            "says",
            "柱,KPI,項目,2022年度,2023年度,2024年度\n１ 暮らし,率,目標,1%,2%,3%\n,,実績,1%,2%,—\n,,評価,△,◎,\n働き方,数,実績,,,\n",
        );
        let survey = survey.expect("a table");
        assert_eq!(survey.year, FiscalYear::new(2023));
        assert_eq!(crate::scale::codes(&survey.scale), "△ ◎");
        assert_eq!(survey.tops.len(), 2);
        let doubtful = "柱,KPI,R5実績,R5評価\n暮らし,率,1%,A\n,数,1件,B（暫定）\n";
        assert_eq!(crate::scale::codes(&surveyed("doubt", doubtful).expect("a table").scale), "A");
        assert!(survey.tops[0].ends_with("暮らし") && survey.tops[0].starts_with('１'), "{:?}", survey.tops);
    }

    #[test]
    fn a_year_that_the_table_does_not_name_is_not_known() {
        for (name, title, year) in [
            ("none", "進捗", None),
            ("title", "令和4年度の進捗", Some(2022)),
            ("beside", ",,R5,", Some(2023)),
        ] {
            let survey = surveyed(name, &format!("{title}\n柱,KPI,目標,実績\n暮らし,率,1%,2%\n"));
            let known = survey.expect("a table").year.map(FiscalYear::number);
            assert_eq!(known, year, "{name}");
        }
        assert_eq!(surveyed("not", "あ,い\n1,2\n"), None);
    }

    #[test]
    fn a_file_is_named_by_one_year_or_by_none() {
        for (name, year) in [
            ("2023.csv", Some(2023)),
            ("R5.csv", Some(2023)),
            ("進捗表R5.csv", Some(2023)),
            ("令和５年度 進捗（最終）.csv", Some(2023)),
            ("kpi_2023_final.csv", Some(2023)),
            ("dx2023.csv", Some(2023)),
            ("2023年度(令和5年度).csv", Some(2023)),
            ("進捗表.csv", None),
            ("R4-R5.csv", None),
            ("R4R5.csv", None),
            ("R4～6.csv", None),
            ("2022年度2023年度.csv", None),
            ("20240401進捗.csv", None),
            ("2024-04-01.csv", None),
            ("CPR5.csv", None),
            ("Sheet1.csv", None),
            ("2024年6月集計.csv", None),
        ] {
            assert_eq!(year_of_file(name).map(FiscalYear::number), year, "{name}");
        }
    }
}
