//! The words of a site: its languages, the content's translations, and the names of counters. It knows no plan and no page.

use std::collections::BTreeMap;

use nendo_model::{Checked, Localized, Translation, UnitName};
use rustc_hash::FxHashMap;
use serde::de::DeserializeOwned;

use crate::config::YearStyle;
use crate::language::Language;
use crate::spelling::{is_key, key, key_without_slashes};
use crate::text;
use crate::theme::Theme;

const UNITS: &str = "i18n/units.toml";
const TERMS: &str = "i18n/terms.toml";

type Forms = BTreeMap<String, String>;

/// Everything that can be said, in every language of the site.
pub(crate) struct Words {
    /// The source first.
    pub(crate) languages: Vec<Language>,
    translations: Vec<Localized>,
    /// The place of each translation, by the key of its source and by every spelling of it that the content has.
    sources: FxHashMap<String, usize>,
    /// By counter and language.
    units: FxHashMap<String, BTreeMap<String, Forms>>,
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
        let terms = theme_table::<Forms>(theme, TERMS).unload(&mut problems);
        let Some(languages) = languages else { return Checked { value: None, problems } };
        let (translations, sources) = by_source(translations, terms);
        let units = by_counter(counters, units);
        Checked { value: Some(Self { languages, translations, sources, units, year_style }), problems }
    }

    /// The language of the progress tables.
    pub(crate) fn source_tag(&self) -> &str {
        self.languages.first().map_or("", |language| &language.tag)
    }

    /// The translation of a source text.
    pub(crate) fn translation(&self, source: &str, tag: &str) -> Option<&str> {
        let by_key = || if is_key(source) { None } else { self.sources.get(&key(source)) };
        let by_lines = || self.sources.get(&key_without_slashes(source));
        let place = self.sources.get(source).or_else(by_key).or_else(by_lines)?;
        self.translations.get(*place)?.get(tag)
    }

    /// The name of a counter, by plural category.
    pub(crate) fn unit(&self, unit: &str, tag: &str) -> Option<&Forms> {
        let by_key = || if is_key(unit) { None } else { self.units.get(&key(unit)) };
        self.units.get(unit).or_else(by_key)?.get(tag)
    }
}

/// The names of counters that the theme has, and those of the content, which count before them; each by its key too, as
/// published data spells it.
fn by_counter(
    theme: BTreeMap<String, BTreeMap<String, Forms>>,
    content: &[UnitName],
) -> FxHashMap<String, BTreeMap<String, Forms>> {
    let mut units: FxHashMap<String, BTreeMap<String, Forms>> = theme.into_iter().collect();
    for UnitName { unit, language, forms } in content {
        units.entry(unit.clone()).or_default().insert(language.clone(), forms.clone());
    }
    let mut spelled: Vec<(String, BTreeMap<String, Forms>)> = units
        .iter()
        .filter(|(unit, _)| !is_key(unit))
        .map(|(unit, names)| (key(unit), names.clone()))
        .collect();
    spelled.sort();
    for (unit, names) in spelled {
        units.entry(unit).or_insert(names);
    }
    units
}

/// The translations of the content and, where it has none, those of the theme; and where to find them. Of two for the same
/// text the first counts.
fn by_source(
    translations: &[Translation],
    terms: BTreeMap<String, Forms>,
) -> (Vec<Localized>, FxHashMap<String, usize>) {
    let mut all: Vec<Localized> = Vec::new();
    let mut places = FxHashMap::default();
    for Translation { source, targets, origin: _ } in translations {
        let place = *places.entry(key(source)).or_insert_with(|| {
            all.push(targets.clone());
            all.len() - 1
        });
        places.entry(source.clone()).or_insert(place);
    }
    for (source, targets) in terms {
        let place = *places.entry(key(&source)).or_insert_with(|| {
            all.push(Localized::default());
            all.len() - 1
        });
        for (tag, text) in targets {
            all[place].0.entry(tag).or_insert(text);
        }
    }
    let spelled: Vec<(String, usize)> = translations
        .iter()
        .filter_map(|row| Some((key_without_slashes(&row.source), *places.get(&key(&row.source))?)))
        .collect();
    for (source, place) in spelled {
        places.entry(source).or_insert(place);
    }
    (all, places)
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
