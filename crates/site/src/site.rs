//! What all plans of a site share: settings, theme, words and prose.

use std::path::{Path, PathBuf};

use nendo_model::{Case, Checked, Date, Origin, Problem, Translation, UnitName};

use crate::assets::Assets;
use crate::config::Config;
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
        let value = words.zip(templates).zip(style).map(|((words, templates), style)| Self {
            config,
            assets: Assets::of(&theme, &style),
            words,
            prose,
            templates,
            style,
        });
        Checked { value, problems }
    }

    /// Every language of the site, that of the tables first.
    #[must_use]
    pub fn languages(&self) -> Vec<SiteLanguage> {
        let language =
            |voice: Voice<'_>| SiteLanguage { tag: voice.tag().to_owned(), plurals: voice.plurals() };
        self.voices().map(language).collect()
    }

    /// Every language, that of the tables first.
    pub(crate) fn voices(&self) -> impl Iterator<Item = Voice<'_>> {
        Voice::all(&self.words)
    }

    /// The address of a file, where that of the site is known.
    pub(crate) fn address(&self, path: &SitePath) -> Option<String> {
        self.config.base_url.as_deref().map(|base| path.at(base))
    }

    /// The languages that have a feed of something, where anything of it has a day of publication.
    pub(crate) fn feeds(&self, published: impl IntoIterator<Item = Option<Date>>) -> Vec<Voice<'_>> {
        let is_fed = self.config.base_url.is_some() && published.into_iter().any(|date| date.is_some());
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

/// The folder on disk that the theme is read from: the one given, else `themes/NAME` beside the
/// content folder.
fn theme_folder(content: &Path, config: &Config, given: Option<&Path>) -> Checked<Option<PathBuf>> {
    let named = || {
        let name = config.theme.as_deref().filter(|name| *name != "default")?;
        let above = content.file_name().and(content.parent());
        let above = above.map_or_else(|| content.join(".."), Path::to_owned);
        Some(above.join("themes").join(name))
    };
    let Some(folder) = given.map(Path::to_owned).or_else(named) else { return Checked::sound(None) };
    if folder.is_dir() {
        return Checked::sound(Some(folder));
    }
    let value = folder.to_string_lossy().into_owned();
    let case = Case::MissingThemeFile { value: value.clone() };
    Checked { value: None, problems: vec![Problem { case, origin: Origin::file(value) }] }
}
