//! The words of the program, in Fluent files that are part of it. It knows no problem and no
//! option, only names of messages.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod tests;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl Language {
    /// Every language.
    pub(crate) const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// Its tag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The language of the terminal, else of the system, else English.
    pub(crate) fn of_environment() -> Self {
        // sys-locale does not ask these variables on every system.
        let variables = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
        let said = variables.filter_map(|name| std::env::var(name).ok()).find(|locale| !locale.is_empty());
        Self::of_locale(&said.or_else(sys_locale::get_locale).unwrap_or_default())
    }

    /// The language of a locale: `ja_JP.UTF-8`, `ja-JP`.
    fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("ja") { Self::Ja } else { Self::En }
    }

    fn source(self) -> &'static str {
        match self {
            Self::Ja => include_str!("../i18n/ja.ftl"),
            Self::En => include_str!("../i18n/en.ftl"),
        }
    }
}

/// Everything that can be said, in every language.
pub(crate) struct Words {
    ja: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl Words {
    /// The words that are part of the program.
    pub(crate) fn embedded() -> Self {
        Self { ja: bundle(Language::Ja), en: bundle(Language::En) }
    }

    /// Someone who speaks a language.
    pub(crate) fn voice(&self, language: Language) -> Voice<'_> {
        let bundle = match language {
            Language::Ja => &self.ja,
            Language::En => &self.en,
        };
        Voice { language, bundle }
    }
}

// A test asserts that the files have no mistake, so there is none to report here.
fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(language.source().to_owned());
    let mut bundle = FluentBundle::new_concurrent(language.tag().parse().into_iter().collect());
    bundle.set_use_isolating(false);
    let _ = bundle.add_resource(resource.unwrap_or_else(|(resource, _)| resource));
    bundle
}

/// Someone who speaks one language.
#[derive(Clone, Copy)]
pub(crate) struct Voice<'a> {
    /// Which one.
    pub(crate) language: Language,
    bundle: &'a FluentBundle<FluentResource>,
}

/// What a message is told: names, each with a text or a count.
pub(crate) type Told<'a> = [(&'a str, FluentValue<'a>)];

impl Voice<'_> {
    /// A message that is told nothing.
    pub(crate) fn word(self, id: &str) -> String {
        self.say(id, &[])
    }

    /// A message.
    pub(crate) fn say(self, id: &str, told: &Told<'_>) -> String {
        self.text(id, None, told).unwrap_or_else(|| id.to_owned())
    }

    /// The remedy that belongs to a message.
    pub(crate) fn hint(self, id: &str, told: &Told<'_>) -> String {
        self.text(id, Some("hint"), told).unwrap_or_default()
    }

    fn text(self, id: &str, attribute: Option<&str>, told: &Told<'_>) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let args: FluentArgs<'_> = told.iter().cloned().collect();
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }
}
