//! A language of the site: the words that the theme has for it in Fluent, and how it writes and counts numbers. It knows no
//! content.

use std::collections::BTreeSet;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use icu_plurals::{PluralRules, PluralRulesOptions};
use nendo_model::{Case, Checked, Origin, Problem};
use rustc_hash::FxHashMap;

use crate::message::Message;
use crate::text;
use crate::theme::{self, Theme};

/// Stands before and after each number in a message of Fluent, so that it can be written as the language does.
pub(crate) const NUMBER: char = '\u{10_FFFD}';

/// What one language needs to speak.
pub(crate) struct Language {
    pub(crate) tag: String,
    /// The names of the messages, for those who want them all.
    pub(crate) ids: BTreeSet<String>,
    pub(crate) bundle: FluentBundle<FluentResource>,
    /// The messages that need no Fluent to be said.
    pub(crate) messages: FxHashMap<String, Message>,
    pub(crate) numbers: DecimalFormatter,
    /// Whether a whole number below a thousand is written in the digits of ASCII and nothing else.
    pub(crate) plain_digits: bool,
    pub(crate) plurals: PluralRules,
}

impl Language {
    /// The languages of these tags, in their order; nothing where one of them has no words.
    pub(crate) fn load_all(theme: &Theme, tags: &[String]) -> Checked<Option<Vec<Self>>> {
        let mut problems = Vec::new();
        let loaded: Vec<Option<Self>> =
            tags.iter().map(|tag| Self::load(theme, tag).unload(&mut problems)).collect();
        check_words(&loaded, &mut problems);
        Checked { value: loaded.into_iter().collect(), problems }
    }

    fn load(theme: &Theme, tag: &str) -> Checked<Option<Self>> {
        let file = format!("i18n/{tag}.ftl");
        let mut problems = Vec::new();
        let Some(text) = theme.text(&file).unload(&mut problems) else {
            return Checked { value: None, problems };
        };
        let mut bad =
            |message: String, origin| problems.push(Problem { case: Case::BadWords { message }, origin });
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    let origin = text::origin(&file, resource.source(), error.pos.start);
                    bad(error.kind.to_string(), origin);
                }
                return Checked { value: None, problems };
            }
        };
        let default = Some(theme::default_text(&file)).filter(|default| *default != text);
        let language = Self::new(tag, default, resource);
        if let Err(message) = &language {
            bad(message.clone(), Origin::file(&file));
        }
        Checked { value: language.ok(), problems }
    }

    /// A language with the words of the theme in place of the default theme's own, where those are others.
    fn new(tag: &str, default: Option<&str>, resource: FluentResource) -> Result<Self, String> {
        let locale: Locale = tag.parse().map_err(|error| format!("{error}"))?;
        let fluent_tag = tag.parse().map_err(|error| format!("{error}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![fluent_tag]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(marked));
        let mut ids: BTreeSet<String> = resource.entries().filter_map(message_id).collect();
        if let Some(default) = default {
            let default = FluentResource::try_new(default.to_owned()).map_err(|_| "i18n".to_owned())?;
            ids.extend(default.entries().filter_map(message_id));
            bundle.add_resource_overriding(default);
        }
        bundle.add_resource_overriding(resource);
        let message = |id: &String| Some((id.clone(), Message::of(bundle.get_message(id)?.value()?)?));
        let messages = ids.iter().filter_map(message).collect();
        let numbers = DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default())
            .map_err(|error| error.to_string())?;
        let is_plain = |number: u16| numbers.format(&number.into()).to_string() == number.to_string();
        let plain_digits = [120, 345, 678, 9].into_iter().all(is_plain);
        Ok(Self {
            tag: tag.to_owned(),
            ids,
            bundle,
            messages,
            numbers,
            plain_digits,
            plurals: PluralRules::try_new((&locale).into(), PluralRulesOptions::default())
                .map_err(|error| error.to_string())?,
        })
    }
}

/// How Fluent puts a number into a message.
fn marked<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format!("{NUMBER}{}{NUMBER}", number.as_string())),
        _ => None,
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
    let mut wanted: BTreeSet<String> =
        default.iter().flat_map(|words| words.entries().filter_map(message_id)).collect();
    wanted.extend(loaded.first().into_iter().flatten().flat_map(|first| first.ids.clone()));
    for language in loaded.iter().flatten() {
        for value in wanted.difference(&language.ids) {
            let case = Case::MissingWord { value: value.clone(), language: language.tag.clone() };
            problems.push(Problem { case, origin: Origin::file(format!("i18n/{}.ftl", language.tag)) });
        }
    }
}
