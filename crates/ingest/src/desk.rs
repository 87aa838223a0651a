//! plan.toml → settings. Takes the file apart without leaving anything over, and gathers what is
//! wrong with its values, each with the row it stands on.

use std::collections::BTreeMap;

use nendo_model::{Case, Chart, Checked, Decimal, Direction, Localized, Origin, Problem, Wording};
use toml::Spanned;

use crate::plan_toml::{KpiToml, PlanToml, Text};
use crate::settings::{AuditSetting, ColumnSetting, KpiSetting, LevelSetting, Settings, SlugSetting};
use crate::{alias, heading, id, scale, spelling};

/// Reads plan.toml. `None` where TOML itself or a name in it is wrong: then nothing is known.
pub(crate) fn read(text: &str, file: &str) -> Checked<Option<Settings>> {
    let mut desk = Desk { text, file, problems: Vec::new() };
    let settings = match toml::from_str::<PlanToml>(text) {
        Ok(toml) => Some(desk.settings(toml)),
        Err(error) => {
            let row = error.span().map(|span| desk.row(span.start));
            let case = Case::BadSettings { message: error.message().to_owned() };
            desk.problems.push(Problem { case, origin: Origin { row, ..Origin::file(file) } });
            None
        }
    };
    Checked { value: settings, problems: desk.problems }
}

/// Where the settings are taken apart, and the problems gathered.
pub(crate) struct Desk<'a> {
    text: &'a str,
    file: &'a str,
    problems: Vec<Problem>,
}

impl Desk<'_> {
    fn settings(&mut self, toml: PlanToml) -> Settings {
        let PlanToml { title, levels, slugs, scale, fiscal_year_start, kpi, columns, audit } = toml;
        let mut settings = Settings {
            title: title.and_then(|title| self.wording("title", title)).map(|level| level.name),
            levels: levels.into_iter().filter_map(|level| self.wording("levels", level)).collect(),
            slugs: slugs.into_iter().filter_map(|(name, slug)| self.slug(&name, &slug)).collect(),
            scale: scale.and_then(|toml| scale::set(self, toml)),
            fiscal_year_start: fiscal_year_start.and_then(|month| self.month(&month)),
            kpis: kpi.into_iter().map(|(id, kpi)| self.kpi(&id, kpi)).collect(),
            columns: columns.into_iter().filter_map(|(header, role)| self.column(&header, &role)).collect(),
            audit: audit.filter(|bounds| !bounds.is_empty()).map(|bounds| self.audit(bounds)),
        };
        // Maps come in the order of their keys; what is read and reported goes by the file's.
        settings.slugs.sort_by_key(|slug| slug.row);
        settings.kpis.sort_by_key(|kpi| kpi.row);
        settings.columns.sort_by_key(|column| column.row);
        settings
    }

    fn wording(&mut self, setting: &str, text: Spanned<Text>) -> Option<LevelSetting> {
        let at = text.span().start;
        let Text(name) = text.into_inner();
        let is_empty = match &name {
            Wording::Source(text) => text.trim().is_empty(),
            Wording::Given(Localized(texts)) => texts.values().all(|text| text.trim().is_empty()),
        };
        if is_empty {
            self.refuse::<()>(setting, "", at);
            return None;
        }
        Some(LevelSetting { name, row: self.row(at) })
    }

    fn slug(&mut self, name: &Spanned<String>, slug: &Spanned<String>) -> Option<SlugSetting> {
        let value = slug.get_ref().clone();
        if !id::is_slug(&value) {
            self.report(Case::BadSlug { value }, slug.span().start);
            return None;
        }
        if id::is_reserved(&value) {
            self.report(Case::ReservedId { value }, slug.span().start);
            return None;
        }
        let written = name.get_ref().clone();
        let row = self.row(name.span().start);
        Some(SlugSetting { name: spelling::folded(&written), written, slug: value, row })
    }

    fn month(&mut self, month: &Spanned<i64>) -> Option<u8> {
        let number = u8::try_from(*month.get_ref()).ok().filter(|number| (1..=12).contains(number));
        if number.is_none() {
            self.refuse::<()>("fiscal-year-start", &month.get_ref().to_string(), month.span().start);
        }
        number
    }

    fn kpi(&mut self, id: &Spanned<String>, kpi: KpiToml) -> KpiSetting {
        let KpiToml { direction, unit, chart, label } = kpi;
        let at = id.span().start;
        let value = id.get_ref().clone();
        if label.is_some() && !id::is_id(&value) {
            self.report(Case::BadSlug { value: value.clone() }, at);
        } else if label.is_some() && id::is_reserved(&value) {
            self.report(Case::ReservedId { value: value.clone() }, at);
        }
        let direction = direction.and_then(|word| match word.get_ref().as_str() {
            "higher" => Some(Direction::Higher),
            "lower" => Some(Direction::Lower),
            other => self.refuse("direction", other, word.span().start),
        });
        let chart = chart.and_then(|word| match word.get_ref().as_str() {
            "automatic" => Some(Chart::Automatic),
            "none" => Some(Chart::None),
            other => self.refuse("chart", other, word.span().start),
        });
        KpiSetting {
            id: value,
            direction,
            unit,
            chart: chart.unwrap_or_default(),
            label: label.as_deref().map(spelling::folded),
            row: self.row(at),
        }
    }

    fn column(&mut self, header: &Spanned<String>, role: &Spanned<String>) -> Option<ColumnSetting> {
        let written = header.get_ref().clone();
        let meaning = alias::role(role.get_ref())
            .or_else(|| self.refuse("columns", role.get_ref(), role.span().start))?;
        let row = self.row(header.span().start);
        Some(ColumnSetting { header: heading::key(&written), written, meaning, row })
    }

    /// The bounds of a rule that is sound as a whole: without one of its bounds it would be another.
    fn audit(&mut self, bounds: BTreeMap<Spanned<String>, Spanned<toml::Value>>) -> Vec<AuditSetting> {
        let mut bounds: Vec<_> = bounds.into_iter().collect();
        bounds.sort_by_key(|(grade, _)| grade.span().start);
        let mut rule: Vec<AuditSetting> = Vec::new();
        let count = bounds.len();
        for (grade, from) in bounds {
            let written = self.text.get(from.span()).unwrap_or_default();
            let is_new = |from: &Decimal| rule.iter().all(|other| other.from != *from);
            let read = Decimal::parse(written).filter(is_new);
            let from = read.or_else(|| self.refuse("audit", written, from.span().start));
            let row = self.row(grade.span().start);
            rule.extend(from.map(|from| AuditSetting { grade: grade.into_inner(), from, row }));
        }
        if rule.len() == count { rule } else { Vec::new() }
    }

    /// Reports a value that a setting cannot have, and gives nothing in its place.
    pub(crate) fn refuse<T>(&mut self, setting: &str, value: &str, at: usize) -> Option<T> {
        self.report(Case::BadSetting { setting: setting.to_owned(), value: value.to_owned() }, at);
        None
    }

    fn report(&mut self, case: Case, at: usize) {
        let origin = Origin::row(self.file, self.row(at));
        self.problems.push(Problem { case, origin });
    }

    /// The line, from 1, that a byte of the text stands on.
    fn row(&self, at: usize) -> u32 {
        let before = self.text.get(..at).unwrap_or_default();
        let breaks = before.matches('\n').count();
        u32::try_from(breaks).unwrap_or(u32::MAX).saturating_add(1)
    }
}

#[cfg(test)]
mod tests {
    use nendo_model::{Case, Chart, Direction, Problem, Wording};

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
             fiscal-year-start = 1\nscale = 'a-d'\n[slugs]\n'デジタル 活用' = 'service'\n\
             [kpi.service-1-1]\ndirection = 'lower'\nunit = '%'\nchart = 'none'\nlabel = '率'\n\
             [columns]\n'成果目標' = 'target'\n[audit]\nB = 95.50\n'A' = 100\n",
        );
        assert!(matches!(settings.title, Some(Wording::Given(_))));
        assert_eq!(settings.levels[0].name, Wording::Source("柱".to_owned()));
        assert_eq!(settings.fiscal_year_start, Some(1));
        assert_eq!(settings.scale.expect("a scale").grades().len(), 4);
        assert_eq!((settings.slugs[0].name.as_str(), settings.slugs[0].row), ("デジタル活用", 6));
        let kpi = &settings.kpis[0];
        assert_eq!((kpi.direction, kpi.chart), (Some(Direction::Lower), Chart::None));
        assert_eq!((kpi.unit.as_deref(), kpi.label.as_deref(), kpi.row), (Some("%"), Some("率"), 7));
        assert_eq!(settings.columns[0].row, 13);
        let audit = settings.audit.expect("a rule");
        let audit = audit.iter().map(|bound| (bound.grade.as_str(), bound.from.to_string(), bound.row));
        assert_eq!(audit.collect::<Vec<_>>(), [("B", "95.50".to_owned(), 15), ("A", "100".to_owned(), 16)]);
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
    }
}
