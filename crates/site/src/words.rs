//! The words of a site: its languages, the content's translations, and the names of counters. It knows no plan and no page.

use std::collections::BTreeMap;

use nendo_model::{Checked, Localized, Translation, UnitName};

use crate::config::YearStyle;
use crate::language::Language;
use crate::spelling::key;
use crate::text;
use crate::theme::Theme;

const UNITS: &str = "i18n/units.toml";

type Forms = BTreeMap<String, String>;

/// Everything that can be said, in every language of the site.
pub(crate) struct Words {
    /// The source first.
    pub(crate) languages: Vec<Language>,
    translations: BTreeMap<String, Localized>,
    units: BTreeMap<(String, String), Forms>,
    pub(crate) year_style: YearStyle,
}

impl Words {
    /// The words of a theme and of a content folder. Without a language's words there is nothing
    /// to say, and no `Words`.
    pub(crate) fn load(
        theme: &Theme,
        languages: &[String],
        year_style: YearStyle,
        translations: &[Translation],
        units: &[UnitName],
    ) -> Checked<Option<Self>> {
        let mut problems = Vec::new();
        let languages = Language::load_all(theme, languages).unload(&mut problems);
        let counters = theme_units(theme).unload(&mut problems);
        let Some(languages) = languages else { return Checked { value: None, problems } };
        let mut words = Self { languages, translations: BTreeMap::new(), units: counters, year_style };
        for Translation { source, targets, origin: _ } in translations {
            words.translations.entry(key(source)).or_insert_with(|| targets.clone());
        }
        for UnitName { unit, language, forms } in units {
            words.units.insert((unit.clone(), language.clone()), forms.clone());
        }
        Checked { value: Some(words), problems }
    }

    /// The language of the progress tables.
    pub(crate) fn source_tag(&self) -> &str {
        self.languages.first().map_or("", |language| &language.tag)
    }

    /// The translation of a source text.
    pub(crate) fn translation(&self, source: &str, tag: &str) -> Option<&str> {
        self.translations.get(&key(source))?.get(tag)
    }

    /// The name of a counter, by plural category.
    pub(crate) fn unit(&self, unit: &str, tag: &str) -> Option<&Forms> {
        self.units.get(&(unit.to_owned(), tag.to_owned()))
    }
}

fn theme_units(theme: &Theme) -> Checked<BTreeMap<(String, String), Forms>> {
    let mut problems = Vec::new();
    let mut units = BTreeMap::new();
    let text = theme.text(UNITS).unload(&mut problems).unwrap_or_default();
    match text::parse::<BTreeMap<String, BTreeMap<String, Forms>>>(UNITS, text) {
        Ok(table) => {
            for (unit, languages) in table {
                units.extend(languages.into_iter().map(|(tag, forms)| ((unit.clone(), tag), forms)));
            }
        }
        Err(problem) => problems.push(problem),
    }
    Checked { value: units, problems }
}
