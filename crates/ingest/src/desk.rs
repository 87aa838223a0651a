//! plan.toml → settings. Takes the file apart without leaving anything over, and gathers what is
//! wrong with its values, each with the row it stands on.

use std::collections::BTreeMap;
use std::path::Path;

use nendo_model::{Case, Chart, Checked, Decimal, Direction, GradeBound, Origin, Problem};
use toml::Spanned;

use crate::alias::Meaning;
use crate::margin::Margin;
use crate::plan_toml::{KpiToml, PlanToml, Text};
use crate::settings::{AuditSetting, ColumnSetting, KpiSetting, LevelSetting, Settings, SlugSetting};
use crate::{chronicle, file, grades, id, spelling};

/// plan.toml; `None` where it cannot be read. A plan without one has the default settings.
pub(crate) fn settings(content: &Path, path: &str) -> Checked<Option<Settings>> {
    match file::text(content, path) {
        Ok(None) => Checked::sound(Some(Settings::default())),
        Ok(Some(text)) => {
            let mut checked = read(&text, path);
            checked.problems.sort_by_key(|problem| problem.origin.row);
            checked
        }
        Err(problem) => Checked { value: None, problems: vec![problem] },
    }
}

/// Reads plan.toml. `None` where TOML itself or a name in it is wrong: then nothing is known.
pub(crate) fn read(text: &str, file: &str) -> Checked<Option<Settings>> {
    let mut margin = Margin { text, file, problems: Vec::new() };
    let settings = match toml::from_str::<PlanToml>(text) {
        Ok(toml) => Some(taken_apart(toml, &mut margin)),
        Err(error) => {
            let row = error.span().map(|span| margin.row(span.start));
            let case = Case::BadSettings { message: error.message().to_owned() };
            margin.problems.push(Problem { case, origin: Origin { row, ..Origin::file(file) } });
            None
        }
    };
    Checked { value: settings, problems: margin.problems }
}

fn taken_apart(toml: PlanToml, margin: &mut Margin<'_>) -> Settings {
    let PlanToml {
        title,
        levels,
        slugs,
        scale,
        fiscal_year_start,
        publish_after,
        kpi,
        columns,
        audit,
        published,
        corrections,
    } = toml;
    let mut settings = Settings {
        title: title.and_then(|title| margin.wording("title", title)),
        levels: levels.into_iter().filter_map(|level| level_setting(margin, level)).collect(),
        slugs: slugs.into_iter().filter_map(|(name, slug)| slug_setting(margin, &name, &slug)).collect(),
        scale: scale.and_then(|toml| grades::scale(margin, toml)),
        fiscal_year_start: fiscal_year_start.and_then(|month| first_month(margin, &month)),
        publish_after: publish_after.and_then(|date| chronicle::first_day(margin, &date)),
        kpis: kpi.into_iter().map(|(id, kpi)| kpi_setting(margin, &id, kpi)).collect(),
        columns: columns
            .into_iter()
            .filter_map(|(header, role)| column_setting(margin, &header, &role))
            .collect(),
        audit: audit.filter(|bounds| !bounds.is_empty()).map(|bounds| audit_rule(margin, bounds)),
        published: chronicle::publications(margin, published),
        corrections: corrections.into_iter().filter_map(|toml| chronicle::correction(margin, toml)).collect(),
    };
    // Maps come in the order of their keys; what is read and reported goes by the file's.
    settings.slugs.sort_by_key(|slug| slug.row);
    settings.kpis.sort_by_key(|kpi| kpi.row);
    settings.columns.sort_by_key(|column| column.row);
    settings.corrections.sort_by_key(|set| set.correction.date);
    settings
}

fn level_setting(margin: &mut Margin<'_>, level: Spanned<Text>) -> Option<LevelSetting> {
    let row = margin.row(level.span().start);
    margin.wording("levels", level).map(|name| LevelSetting { name, row })
}

fn slug_setting(
    margin: &mut Margin<'_>,
    name: &Spanned<String>,
    slug: &Spanned<String>,
) -> Option<SlugSetting> {
    let value = slug.get_ref().clone();
    if let Some(case) = id::fault_of_slug(&value) {
        margin.report(case, slug.span().start);
        return None;
    }
    let written = name.get_ref().clone();
    let row = margin.row(name.span().start);
    Some(SlugSetting { name: spelling::folded(&written), written, slug: value, row })
}

fn first_month(margin: &mut Margin<'_>, month: &Spanned<i64>) -> Option<u8> {
    let number = u8::try_from(*month.get_ref()).ok().filter(|number| (1..=12).contains(number));
    if number.is_none() {
        margin.refuse::<()>("fiscal-year-start", &month.get_ref().to_string(), month.span().start);
    }
    number
}

fn kpi_setting(margin: &mut Margin<'_>, id: &Spanned<String>, kpi: KpiToml) -> KpiSetting {
    let KpiToml { direction, unit, chart, label } = kpi;
    let at = id.span().start;
    let value = id.get_ref().clone();
    if let Some(case) = label.as_ref().and_then(|_| id::fault_of_id(&value)) {
        margin.report(case, at);
    }
    let directions = [("higher", Direction::Higher), ("lower", Direction::Lower)];
    let direction = margin.one_of("direction", direction, &directions);
    let chart = margin.one_of("chart", chart, &[("automatic", Chart::Automatic), ("none", Chart::None)]);
    KpiSetting {
        id: value,
        direction,
        unit,
        chart: chart.unwrap_or_default(),
        label: label.as_deref().map(spelling::folded),
        row: margin.row(at),
    }
}

fn column_setting(
    margin: &mut Margin<'_>,
    header: &Spanned<String>,
    role: &Spanned<String>,
) -> Option<ColumnSetting> {
    let written = header.get_ref().clone();
    let meaning = Meaning::of_name(role.get_ref())
        .or_else(|| margin.refuse("columns", role.get_ref(), role.span().start))?;
    let row = margin.row(header.span().start);
    Some(ColumnSetting { header: spelling::header(&written), written, meaning, row })
}

/// The bounds of a rule that is sound as a whole: without one of its bounds it would be another.
fn audit_rule(
    margin: &mut Margin<'_>,
    bounds: BTreeMap<Spanned<String>, Spanned<toml::Value>>,
) -> Vec<AuditSetting> {
    let mut bounds: Vec<_> = bounds.into_iter().collect();
    bounds.sort_by_key(|(grade, _)| grade.span().start);
    let mut rule: Vec<AuditSetting> = Vec::new();
    let count = bounds.len();
    for (grade, from) in bounds {
        let written = margin.text.get(from.span()).unwrap_or_default();
        let is_new = |from: &Decimal| rule.iter().all(|other| other.bound.from != *from);
        let read = Decimal::parse(written).filter(is_new);
        let from = read.or_else(|| margin.refuse("audit", written, from.span().start));
        let row = margin.row(grade.span().start);
        let bound = |from| GradeBound { grade: grade.into_inner(), from };
        rule.extend(from.map(|from| AuditSetting { bound: bound(from), row }));
    }
    if rule.len() == count { rule } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use nendo_model::{Case, Chart, Date, Direction, Problem, Wording};

    use super::read;
    use crate::settings::Settings;

    fn sound(text: &str) -> Settings {
        let checked = read(text, "plan.toml");
        assert_eq!(checked.problems, []);
        checked.value.expect("settings")
    }

    fn problems(text: &str) -> Vec<(&'static str, String, Option<u32>)> {
        let mut problems = read(text, "plan.toml").problems;
        problems.sort_by(|a, b| a.origin.cmp(&b.origin));
        let told = |Problem { case, origin }: Problem| {
            let value = case.fields().last().map(|(_, value)| (*value).to_owned()).unwrap_or_default();
            (case.code(), value, origin.row)
        };
        problems.into_iter().map(told).collect()
    }

    #[test]
    fn an_empty_file_sets_nothing() {
        let settings = sound("");
        assert!(settings.title.is_none() && settings.scale.is_none() && settings.slugs.is_empty());
    }

    #[test]
    fn every_setting_is_read() {
        let settings = sound(
            "title = { ja = '計画', en = 'Plan' }\nlevels = ['柱', { ja = '取組', en = 'Initiative' }]\n\
             fiscal-year-start = 1\npublish-after = 2024-06-28\nscale = 'a-d'\n[slugs]\n'デジタル 活用' = 'service'\n\
             [kpi.service-1-1]\ndirection = 'lower'\nunit = '%'\nchart = 'none'\nlabel = '率'\n\
             [columns]\n'成果目標' = 'target'\n[audit]\nB = 95.50\n'A' = 100\n",
        );
        assert!(matches!(settings.title, Some(Wording::Given(_))));
        assert_eq!(settings.levels[0].name, Wording::Source("柱".to_owned()));
        assert_eq!(settings.fiscal_year_start, Some(1));
        assert_eq!(settings.publish_after, Date::read("2024-06-28"));
        assert_eq!(settings.scale.expect("a scale").grades().len(), 4);
        assert_eq!((settings.slugs[0].name.as_str(), settings.slugs[0].row), ("デジタル活用", 7));
        let kpi = &settings.kpis[0];
        assert_eq!((kpi.direction, kpi.chart), (Some(Direction::Lower), Chart::None));
        assert_eq!((kpi.unit.as_deref(), kpi.label.as_deref(), kpi.row), (Some("%"), Some("率"), 8));
        assert_eq!(settings.columns[0].row, 14);
        let audit = settings.audit.expect("a rule");
        let audit = audit.iter().map(|set| (set.bound.grade.as_str(), set.bound.from.to_string(), set.row));
        assert_eq!(audit.collect::<Vec<_>>(), [("B", "95.50".to_owned(), 16), ("A", "100".to_owned(), 17)]);
    }

    #[test]
    fn a_rule_for_grades_is_sound_as_a_whole() {
        assert!(sound("[audit]\n").audit.is_none());
        let text = "[audit]\nA = 1e2\nB = '95'\nC = -1\nD = 80\nE = 80.0\nF = nan\nG = 7\n[audit.H]\n";
        let told = problems(text);
        let expected = [("1e2", 2), ("'95'", 3), ("-1", 4), ("80.0", 6), ("nan", 7), ("[audit.H]", 9)];
        assert_eq!(told, expected.map(|(value, row)| ("bad-setting", value.to_owned(), Some(row))));
        let settings = read(text, "plan.toml").value.expect("settings");
        assert_eq!(settings.audit.map(|bounds| bounds.len()), Some(0));
    }

    #[test]
    fn a_plan_is_published_from_a_day_on_and_from_no_hour() {
        for wrong in ["'2024-06-28'", "2024-06-28T09:00:00", "2024-06-28T09:00:00+09:00", "09:00:00", "2024"]
        {
            let told = problems(&format!("title = 'x'\npublish-after = {wrong}\n"));
            assert_eq!(told, [("bad-setting", wrong.to_owned(), Some(2))]);
        }
        assert_eq!(problems("publish-after = 2024-02-30\n")[0].0, "bad-settings");
    }

    #[test]
    fn editions_are_published_on_real_days_after_they_begin() {
        let settings = sound("[published]\n'2023' = 2024-06-28\n'R4' = '2023-07-01'\n");
        let told = settings.published.iter().map(|set| (set.year.number(), set.date.to_string(), set.row));
        let expected = [(2023, "2024-06-28".to_owned(), 2), (2022, "2023-07-01".to_owned(), 3)];
        assert_eq!(told.collect::<Vec<_>>(), expected);
        let told = problems(
            "[published]\n'2023' = 2024-06-28T10:00:00\n'x' = 2024-06-28\n'2022' = 2021-06-28\n'2021' = 5\n\
             '2020' = 2021-01-01\n'R2' = 2021-01-02\n'2019' = '2020-02-30'\n",
        );
        let expected =
            [("2024-06-28T10:00:00", 2), ("x", 3), ("2021-06-28", 4), ("5", 5), ("R2", 7), ("2020-02-30", 8)];
        assert_eq!(told, expected.map(|(value, row)| ("bad-setting", value.to_owned(), Some(row))));
    }

    #[test]
    fn corrections_are_of_real_days_after_the_year_of_their_edition_begins() {
        let settings = sound(
            "[[corrections]]\nedition = 'R5'\ndate = '2024-08-01'\ntext = '単位'\n\
             [[corrections]]\nedition = 2023\ndate = 2024-07-10\ntext = { ja = '実績', en = 'Actual' }\n",
        );
        let told = settings.corrections.iter().map(|set| {
            let text = matches!(set.correction.text, Wording::Given(_));
            (set.year.number(), set.written.as_str(), set.correction.date.to_string(), text, set.row)
        });
        // They come in the order of their days.
        let expected = [
            (2023, "2023", "2024-07-10".to_owned(), true, 6),
            (2023, "R5", "2024-08-01".to_owned(), false, 2),
        ];
        assert_eq!(told.collect::<Vec<_>>(), expected);
        let correction = |edition: &str, date: &str, text: &str| {
            problems(&format!("[[corrections]]\nedition = {edition}\ndate = {date}\ntext = '{text}'\n"))
        };
        for (edition, date, text, value, row) in [
            ("'x'", "2024-07-10", "a", "x", 2),
            ("2023", "2022-07-10", "a", "2022-07-10", 3),
            ("2023", "'2024-02-30'", "a", "2024-02-30", 3),
            ("2023", "2024-07-10T10:00:00", "a", "2024-07-10T10:00:00", 3),
            ("2023", "2024-07-10", " ", "", 4),
        ] {
            let expected = [("bad-setting", value.to_owned(), Some(row))];
            assert_eq!(correction(edition, date, text), expected, "{edition} {date} {text}");
        }
        assert_eq!(problems("[[corrections]]\nedition = 2023\n")[0].0, "bad-settings");
    }

    #[test]
    fn a_mistake_in_the_file_names_its_row() {
        let checked = read("title = 'x'\nslug = 1\n", "plans/dx/plan.toml");
        assert!(checked.value.is_none());
        let Problem { case, origin } = &checked.problems[0];
        assert!(matches!(case, Case::BadSettings { message } if message.contains("slug")), "{case:?}");
        assert_eq!((origin.file.as_str(), origin.row), ("plans/dx/plan.toml", Some(2)));
        for bad in ["title = ", "[kpi.a]\nunits = '%'", "title = 5", "[[scale]]\nrank = 1", "a = 1\na = 2"] {
            assert_eq!(problems(bad)[0].0, "bad-settings", "{bad}");
        }
    }

    #[test]
    fn values_that_cannot_be_are_told_together() {
        let told = problems(
            "title = ''\nfiscal-year-start = 13\nscale = 'z'\n[slugs]\n'あ' = 'A-1'\n'い' = 'index'\n\
             [kpi.a]\ndirection = 'up'\nchart = 'big'\n[kpi.'①']\nlabel = 'x'\n[columns]\n'う' = 'goal'\n",
        );
        let expected = [
            ("bad-setting", "", 1),
            ("bad-setting", "13", 2),
            ("bad-setting", "z", 3),
            ("bad-slug", "A-1", 5),
            ("reserved-id", "index", 6),
            ("bad-setting", "up", 8),
            ("bad-setting", "big", 9),
            ("bad-slug", "①", 10),
            ("bad-setting", "goal", 13),
        ];
        assert_eq!(told, expected.map(|(code, value, row)| (code, value.to_owned(), Some(row))));
        assert_eq!(problems("scale = []\n"), [("bad-setting", String::new(), Some(1))]);
    }
}
