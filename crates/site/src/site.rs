//! What all plans of a site share: settings, theme, words and prose.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use nendo_model::{Case, Checked, Date, Origin, Problem, Translation, UnitName};

use crate::assets::Assets;
use crate::config::Config;
use crate::key::Key;
use crate::numbers::Lexicon;
use crate::outputs::Rehearsal;
use crate::phrase::Phrase;
use crate::prose::{self, ProsePages};
use crate::route::SitePath;
use crate::style::Style;
use crate::templates::Templates;
use crate::theme::Theme;
use crate::voice::Voice;
use crate::words::Words;

/// What all plans of a site share.
pub struct Site {
    pub(crate) config: Config,
    pub(crate) assets: Assets,
    pub(crate) words: Words,
    pub(crate) prose: ProsePages,
    pub(crate) templates: Templates,
    pub(crate) style: Style,
    /// Whether its pages are for a look alone.
    pub(crate) is_draft: bool,
    /// What all pages are made of, by name.
    parts: Vec<(&'static str, Key)>,
    lexicons: OnceLock<BTreeMap<String, Lexicon>>,
}

/// A language of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteLanguage {
    /// Its tag.
    pub tag: String,
    /// Its plural categories in CLDR: `one`, `other` and so on.
    pub plurals: Vec<String>,
}

impl Site {
    /// Opens a site: its prose, its theme and its words. `theme` is a folder that replaces files
    /// of the default theme; where none is given, the one that site.toml names is used.
    #[must_use]
    pub fn open(
        content: &Path,
        config: Config,
        theme: Option<&Path>,
        translations: &[Translation],
        units: &[UnitName],
    ) -> Checked<Option<Self>> {
        let mut problems = Vec::new();
        let folder = theme_folder(content, &config, theme).unload(&mut problems);
        let theme = Theme::load(folder.as_deref()).unload(&mut problems);
        let prose = prose::prose(content, &config).unload(&mut problems);
        let style = Style::load(&theme).unload(&mut problems);
        let words = Words::load(&theme, &config.languages, config.year_style, translations, units);
        let words = words.unload(&mut problems);
        let templates = Templates::load(&theme, words.as_ref()).unload(&mut problems);
        let parts = vec![
            ("program", Key::of(env!("NENDO_SOURCE"))),
            ("settings", Key::of(&config)),
            ("theme", Key::of(&theme)),
            ("translations", Key::of(&(translations, units))),
            ("prose", Key::of(&prose)),
        ];
        let value = words.zip(templates).zip(style).map(|((words, templates), style)| Self {
            config,
            assets: Assets::of(&theme, &style),
            words,
            prose,
            templates,
            style,
            is_draft: false,
            parts,
            lexicons: OnceLock::new(),
        });
        Checked { value, problems }
    }

    /// The same site as a draft: every page says that it is one, and nothing invites anybody to find it.
    #[must_use]
    pub fn as_draft(mut self) -> Self {
        self.is_draft = true;
        self.parts.push(("draft", Key::of("draft")));
        self
    }

    /// What its pages are made of beside a plan, by name: the program and everything that the site was opened with, then
    /// each template and the words of each language.
    pub fn parts(&self) -> impl Iterator<Item = (String, Key)> {
        let own = self.parts.iter().map(|(name, key)| ((*name).to_owned(), *key));
        own.chain(self.templates.parts())
    }

    /// What stands for the whole site but its plans.
    pub(crate) fn key(&self) -> Key {
        Key::of(&self.parts)
    }

    /// How each language says numbers.
    pub(crate) fn lexicons(&self) -> &BTreeMap<String, Lexicon> {
        let lexicons = || self.voices().map(|voice| (voice.tag().to_owned(), Lexicon::of(voice))).collect();
        self.lexicons.get_or_init(lexicons)
    }

    /// An output for this site that makes everything and writes nothing.
    #[must_use]
    pub fn rehearsal(&self) -> Rehearsal {
        Rehearsal::keeping(self.linked_files())
    }

    /// Every language of the site, that of the tables first.
    #[must_use]
    pub fn languages(&self) -> Vec<SiteLanguage> {
        let language =
            |voice: Voice<'_>| SiteLanguage { tag: voice.tag().to_owned(), plurals: voice.plurals() };
        self.voices().map(language).collect()
    }

    /// The tag of the language of the tables.
    #[must_use]
    pub fn source_language(&self) -> &str {
        self.words.source_tag()
    }

    /// Every language, that of the tables first.
    pub(crate) fn voices(&self) -> impl Iterator<Item = Voice<'_>> {
        Voice::all(&self.words)
    }

    /// The address of a file, where that of the site is known.
    pub(crate) fn address(&self, path: &SitePath) -> Option<String> {
        self.config.base_url.as_deref().map(|base| path.at(base))
    }

    /// The languages that have a feed of something, where anything of it has a day of publication. A draft has none.
    pub(crate) fn feeds(&self, published: impl IntoIterator<Item = Option<Date>>) -> Vec<Voice<'_>> {
        let has_address = self.config.base_url.is_some() && !self.is_draft;
        let is_fed = has_address && published.into_iter().any(|date| date.is_some());
        self.voices().filter(|_| is_fed).collect()
    }

    /// What the site is called for good: the code of the municipality, else its title in the language of the tables.
    pub(crate) fn lasting_name(&self) -> String {
        let title = || self.voices().next().map(|first| self.title(first).text()).unwrap_or_default();
        self.config.municipality_code.clone().unwrap_or_else(title)
    }

    /// The title of the site.
    pub(crate) fn title(&self, voice: Voice<'_>) -> Phrase {
        match &self.config.title {
            None => Phrase::plain(voice.word("site-title")),
            Some(title) => voice.wording(title),
        }
    }
}

/// The folder on disk that the theme is read from.
fn theme_folder(content: &Path, config: &Config, given: Option<&Path>) -> Checked<Option<PathBuf>> {
    let Some(folder) = config.theme_folder(content, given) else { return Checked::sound(None) };
    if folder.is_dir() {
        return Checked::sound(Some(folder));
    }
    let value = folder.to_string_lossy().into_owned();
    let case = Case::MissingThemeFile { value: value.clone() };
    Checked { value: None, problems: vec![Problem { case, origin: Origin::file(value) }] }
}
