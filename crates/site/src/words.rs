//! The words of a site: its languages, the content's translations, and the names of counters. It knows no plan and no page.

use std::collections::BTreeMap;

use nendo_model::{Checked, Localized, Translation, UnitName};
use serde::de::DeserializeOwned;

use crate::config::YearStyle;
use crate::language::Language;
use crate::spelling::key;
use crate::text;
use crate::theme::Theme;

const UNITS: &str = "i18n/units.toml";
const TERMS: &str = "i18n/terms.toml";

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
        let counters = theme_table::<BTreeMap<String, Forms>>(theme, UNITS).unload(&mut problems);
        let counters = counters.into_iter().flat_map(|(unit, languages)| {
            languages.into_iter().map(move |(tag, forms)| ((unit.clone(), tag), forms))
        });
        let terms = theme_table::<Forms>(theme, TERMS).unload(&mut problems);
        let Some(languages) = languages else { return Checked { value: None, problems } };
        let mut words =
            Self { languages, translations: BTreeMap::new(), units: counters.collect(), year_style };
        for Translation { source, targets, origin: _ } in translations {
            words.translations.entry(key(source)).or_insert_with(|| targets.clone());
        }
        for (source, targets) in terms {
            let known = words.translations.entry(key(&source)).or_default();
            for (tag, text) in targets {
                known.0.entry(tag).or_insert(text);
            }
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

/// What a file of the theme has to say of each text.
fn theme_table<T: DeserializeOwned>(theme: &Theme, file: &str) -> Checked<BTreeMap<String, T>> {
    let mut problems = Vec::new();
    let text = theme.text(file).unload(&mut problems).unwrap_or_default();
    let value = text::parse(file, text).unwrap_or_else(|problem| {
        problems.push(problem);
        BTreeMap::new()
    });
    Checked { value, problems }
}
