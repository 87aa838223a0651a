//! The words of a site: the theme's in Fluent, the content's translations, names of counters, and
//! numbers and years as each language writes them. It knows no plan and no page.

use std::collections::BTreeMap;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_syntax::ast::Entry;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{Y, YM};
use icu_datetime::options::YearStyle as EraStyle;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use icu_plurals::{PluralRules, PluralRulesOptions};
use nendo_model::{Case, Checked, Localized, Origin, Problem, Translation, UnitName};
use unicode_normalization::UnicodeNormalization;

use crate::config::YearStyle;
use crate::theme::{self, Theme};
use crate::voice::Voice;

const UNITS: &str = "i18n/units.toml";

type Forms = BTreeMap<String, String>;

/// Everything that can be said, in every language of the site.
pub(crate) struct Words {
    languages: Vec<Language>,
    translations: BTreeMap<String, Localized>,
    units: BTreeMap<(String, String), Forms>,
    pub(crate) year_style: YearStyle,
}

/// What one language needs to speak.
pub(crate) struct Language {
    pub(crate) tag: String,
    /// The names of the messages, for those who want them all.
    pub(crate) ids: Vec<String>,
    pub(crate) bundle: FluentBundle<FluentResource>,
    pub(crate) numbers: DecimalFormatter,
    pub(crate) plurals: PluralRules,
    pub(crate) months: DateTimeFormatter<YM>,
    pub(crate) eras: DateTimeFormatter<Y>,
}

impl Words {
    /// The words of a theme and of a content folder. Without a language's words there is nothing
    /// to say, and no `Words`.
    #[must_use]
    pub(crate) fn load(
        theme: &Theme,
        languages: &[String],
        year_style: YearStyle,
        translations: &[Translation],
        units: &[UnitName],
    ) -> Checked<Option<Self>> {
        let mut problems = Vec::new();
        let loaded: Vec<Option<Language>> =
            languages.iter().map(|tag| Language::load(theme, tag).unload(&mut problems)).collect();
        check_words(&loaded, &mut problems);
        let counters = theme_units(theme).unload(&mut problems);
        let Some(languages) = loaded.into_iter().collect() else {
            return Checked { value: None, problems };
        };
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

    /// Every language, the source first.
    pub(crate) fn voices(&self) -> impl Iterator<Item = Voice<'_>> {
        self.languages.iter().map(|language| Voice { words: self, language })
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

impl Language {
    fn load(theme: &Theme, tag: &str) -> Checked<Option<Self>> {
        let file = format!("i18n/{tag}.ftl");
        let mut problems = Vec::new();
        let Some(text) = theme.text(&file).unload(&mut problems) else {
            return Checked { value: None, problems };
        };
        let mut bad =
            |message: String, origin| problems.push(Problem { case: Case::BadWords { message }, origin });
        let resource = match FluentResource::try_new(text) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    let before = resource.source().get(..error.pos.start).unwrap_or_default();
                    let line = u32::try_from(before.matches('\n').count() + 1).unwrap_or(u32::MAX);
                    bad(error.kind.to_string(), Origin::row(&file, line));
                }
                return Checked { value: None, problems };
            }
        };
        let language = Self::new(tag, theme::default_text(&file), resource);
        if let Err(message) = &language {
            bad(message.clone(), Origin::file(&file));
        }
        Checked { value: language.ok(), problems }
    }

    /// A language with the words of the theme in place of the default theme's own.
    fn new(tag: &str, default: &str, resource: FluentResource) -> Result<Self, String> {
        let locale: Locale = tag.parse().map_err(|error| format!("{error}"))?;
        let japanese: Locale = format!("{tag}-u-ca-japanese").parse().map_err(|error| format!("{error}"))?;
        let fluent_tag = tag.parse().map_err(|error| format!("{error}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![fluent_tag]);
        bundle.set_use_isolating(false);
        let default = FluentResource::try_new(default.to_owned()).map_err(|_| "i18n".to_owned())?;
        let mut ids: Vec<String> =
            default.entries().chain(resource.entries()).filter_map(message_id).collect();
        ids.sort_unstable();
        ids.dedup();
        bundle.add_resource_overriding(default);
        bundle.add_resource_overriding(resource);
        Ok(Self {
            tag: tag.to_owned(),
            ids,
            bundle,
            numbers: DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default())
                .map_err(|error| error.to_string())?,
            plurals: PluralRules::try_new((&locale).into(), PluralRulesOptions::default())
                .map_err(|error| error.to_string())?,
            months: DateTimeFormatter::try_new((&locale).into(), YM::long())
                .map_err(|error| error.to_string())?,
            eras: DateTimeFormatter::try_new(
                (&japanese).into(),
                Y::long().with_year_style(EraStyle::WithEra),
            )
            .map_err(|error| error.to_string())?,
        })
    }
}

fn message_id(entry: &Entry<&str>) -> Option<String> {
    match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    }
}

/// Every language says whatever the default theme and the first language say.
fn check_words(loaded: &[Option<Language>], problems: &mut Vec<Problem>) {
    let default = FluentResource::try_new(theme::default_text("i18n/en.ftl").to_owned());
    let mut wanted: Vec<String> =
        default.iter().flat_map(|words| words.entries().filter_map(message_id)).collect();
    wanted.extend(loaded.first().and_then(Option::as_ref).into_iter().flat_map(|first| first.ids.clone()));
    wanted.sort_unstable();
    wanted.dedup();
    for language in loaded.iter().flatten() {
        for value in wanted.iter().filter(|id| !language.ids.contains(id)) {
            let case = Case::MissingWord { value: value.clone(), language: language.tag.clone() };
            problems.push(Problem { case, origin: Origin::file(format!("i18n/{}.ftl", language.tag)) });
        }
    }
}

fn theme_units(theme: &Theme) -> Checked<BTreeMap<(String, String), Forms>> {
    let mut problems = Vec::new();
    let mut units = BTreeMap::new();
    let text = theme.text(UNITS).unload(&mut problems).unwrap_or_default();
    match toml::from_str::<BTreeMap<String, BTreeMap<String, Forms>>>(&text) {
        Ok(table) => {
            for (unit, languages) in table {
                for (tag, forms) in languages {
                    units.insert((unit.clone(), tag), forms);
                }
            }
        }
        Err(error) => {
            let case = Case::BadSettings { message: error.message().to_owned() };
            problems.push(Problem { case, origin: Origin::file(UNITS) });
        }
    }
    Checked { value: units, problems }
}

/// Texts that differ only in width, compatibility forms or white space are the same text; so is one
/// with a character that has no width.
pub(crate) fn key(text: &str) -> String {
    let is_space =
        |letter: &char| letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{2060}' | '\u{feff}');
    text.nfkc().filter(|letter| !is_space(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn texts_match_without_regard_to_width_and_white_space() {
        assert_eq!(key("オープンデータ 化の推進"), key("オープンデータ化の\n推進"));
        assert_eq!(key("（ＡＢＣ）"), key("(ABC)"));
        assert_ne!(key("推進"), key("促進"));
    }
}
