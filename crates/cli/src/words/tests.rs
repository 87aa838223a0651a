//! The words are complete and sound in both languages.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentBundle, FluentResource};
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use nendo_model::Case;

use super::{Language, Words};

/// A message of a file: the names that it uses, and those of its hint if it has one.
struct Message {
    names: BTreeSet<String>,
    hint: Option<BTreeSet<String>>,
}

fn messages(language: Language) -> BTreeMap<String, Message> {
    let resource = FluentResource::try_new(language.source().to_owned())
        .unwrap_or_else(|(_, errors)| panic!("{}.ftl: {errors:?}", language.tag()));
    let mut bundle = FluentBundle::default();
    bundle.add_resource(&resource).unwrap_or_else(|errors| panic!("{}.ftl: {errors:?}", language.tag()));
    let messages = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        Entry::Junk { content } => panic!("{}.ftl: {content}", language.tag()),
        _ => None,
    });
    let messages = messages.map(|message| {
        assert!(
            message.attributes.iter().all(|attribute| attribute.id.name == "hint"),
            "{}",
            message.id.name
        );
        let hint = message.attributes.first().map(|hint| pattern_names(&hint.value));
        let names = message.value.as_ref().map(pattern_names).unwrap_or_default();
        (message.id.name.to_owned(), Message { names, hint })
    });
    messages.collect()
}

/// The names in a pattern: `$value` for what it is told, `counts` for another message.
fn pattern_names(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let placeables = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::Placeable { expression } => Some(expression),
        PatternElement::TextElement { .. } => None,
    });
    placeables.flat_map(expression_names).collect()
}

fn expression_names(expression: &Expression<&str>) -> BTreeSet<String> {
    match expression {
        Expression::Inline(inline) => inline_names(inline),
        Expression::Select { selector, variants } => {
            let inner = variants.iter().flat_map(|variant| pattern_names(&variant.value));
            inner.chain(inline_names(selector)).collect()
        }
    }
}

fn inline_names(inline: &InlineExpression<&str>) -> BTreeSet<String> {
    match inline {
        InlineExpression::VariableReference { id } => BTreeSet::from([format!("${}", id.name)]),
        InlineExpression::MessageReference { id, .. } => BTreeSet::from([id.name.to_owned()]),
        InlineExpression::Placeable { expression } => expression_names(expression),
        InlineExpression::FunctionReference { arguments: CallArguments { .. }, id } => {
            panic!("{}()", id.name)
        }
        _ => BTreeSet::new(),
    }
}

/// The variables that a message uses, itself or through others.
fn variables(names: &BTreeSet<String>, messages: &BTreeMap<String, Message>) -> BTreeSet<String> {
    let through = |name: &String| match name.strip_prefix('$') {
        Some(variable) => BTreeSet::from([variable.to_owned()]),
        None => variables(&messages.get(name).unwrap_or_else(|| panic!("no message {name}")).names, messages),
    };
    names.iter().flat_map(through).collect()
}

#[test]
fn every_case_has_a_message_and_a_remedy_that_use_only_its_fields() {
    for language in Language::ALL {
        let messages = messages(language);
        for (code, fields) in Case::CODES {
            let message =
                messages.get(*code).unwrap_or_else(|| panic!("{}.ftl lacks {code}", language.tag()));
            let hint =
                message.hint.as_ref().unwrap_or_else(|| panic!("{}.ftl lacks {code}.hint", language.tag()));
            for name in variables(&message.names, &messages).union(&variables(hint, &messages)) {
                assert!(fields.contains(&name.as_str()), "{}.ftl: {code} has no {name}", language.tag());
            }
            for field in *fields {
                assert!(
                    variables(&message.names, &messages).contains(*field),
                    "{}.ftl: {code} hides {field}",
                    language.tag()
                );
            }
        }
    }
}

#[test]
fn only_cases_and_what_keeps_a_site_from_being_published_have_a_remedy() {
    for language in Language::ALL {
        for (id, _) in messages(language).iter().filter(|(_, message)| message.hint.is_some()) {
            let is_case = Case::CODES.iter().any(|(code, _)| code == id);
            let is_obstacle = id.starts_with("publish-") || id.starts_with("host-");
            assert!(is_case || is_obstacle, "{}.ftl: {id} is no case", language.tag());
        }
    }
}

#[test]
fn both_languages_say_the_same_and_are_told_the_same() {
    let (ja, en) = (messages(Language::Ja), messages(Language::En));
    // English counts its nouns.
    let extra = |id: &&String| !ja.contains_key(*id) && !id.ends_with("-count");
    assert_eq!(en.keys().filter(extra).collect::<Vec<_>>(), Vec::<&String>::new());
    for (id, message) in &ja {
        let other = en.get(id).unwrap_or_else(|| panic!("en.ftl lacks {id}"));
        assert_eq!(variables(&message.names, &ja), variables(&other.names, &en), "{id}");
    }
}

#[test]
fn messages_end_without_a_full_stop_and_say_everything() {
    let words = Words::embedded();
    for language in Language::ALL {
        let voice = words.voice(language);
        for (code, fields) in Case::CODES {
            let told: Vec<_> = fields.iter().map(|field| (*field, format!("<{field}>").into())).collect();
            for text in [voice.say(code, &told), voice.hint(code, &told)] {
                assert!(!text.is_empty() && !text.contains(['\n', '{', '}']), "{code}: {text}");
                assert!(!text.ends_with(['.', '。', ' ']), "{code}: {text}");
            }
        }
    }
}

#[test]
fn locales_of_japanese_are_known() {
    for locale in ["ja", "ja_JP.UTF-8", "ja-JP", "JA", "ja@x"] {
        assert_eq!(Language::of_locale(locale), Language::Ja, "{locale}");
    }
    for locale in ["", "C", "POSIX", "C.UTF-8", "en_US.UTF-8", "jam_JM", "pt-BR"] {
        assert_eq!(Language::of_locale(locale), Language::En, "{locale}");
    }
}
