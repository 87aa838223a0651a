//! Columns of open data as a contract: what each is called, what it holds, and where its value comes from. The header, the
//! records and every description of them are made of the same list, so that they cannot part.

use nendo_model::Wording;

use super::plain;
use crate::site::Site;
use crate::voice::Voice;

/// The version of all names and columns of the open data. The first number changes where something is renamed, removed or means
/// something else, the second where something is added, the third where words of explanation change.
pub(crate) const SCHEMA_VERSION: &str = "1.0.0";

/// A column as it is declared, once for all languages and levels, of tables whose lines are these.
pub(super) struct Field<L> {
    name: &'static str,
    about: &'static str,
    kind: Kind,
    presence: Presence,
    fill: Fill<L>,
}

/// Where a value comes from, and how many columns it has.
enum Fill<L> {
    Once(fn(&L) -> String),
    /// In each language.
    Said(fn(&L, Voice<'_>) -> String),
    /// At each level of the plan, in each language.
    Level(fn(&L, Voice<'_>, usize) -> String),
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Words, which a spreadsheet must not take for a formula.
    Text,
    /// Characters that only name something, zeros at the beginning included.
    Code,
    /// The calendar year that a fiscal year begins in.
    Year,
    /// An exact number.
    Decimal,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A day: 2024-06-28.
    Date,
    /// One of these codes.
    OneOf(&'static [&'static str]),
}

/// Whether every record has a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It may be blank.
    Optional,
    /// It is never blank.
    Always,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// Its header: `target_text_ja`.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) kind: Kind,
    /// Whether every record has a value.
    pub(crate) presence: Presence,
    /// The tag of the language that it is in, where it is in one.
    pub(crate) language: Option<String>,
    field: &'static str,
    about: &'static str,
    /// The place of its level, the outermost being 0, and what the plan calls it.
    level: Option<(usize, Option<Wording>)>,
}

/// What decides how many columns a field has.
pub(super) struct Shape<'a> {
    pub(super) voices: Vec<Voice<'a>>,
    /// What the plan calls its levels, as many as there are.
    pub(super) levels: Vec<Option<&'a Wording>>,
}

impl<'a> Shape<'a> {
    /// Every language of the site, and so many levels with these names.
    pub(super) fn of(site: &'a Site, levels: &'a [Wording], depth: usize) -> Self {
        Self { voices: site.voices().collect(), levels: (0..depth).map(|at| levels.get(at)).collect() }
    }

    /// Every language of the site.
    pub(super) fn flat(site: &'a Site) -> Self {
        Self::of(site, &[], 0)
    }
}

impl<L> Field<L> {
    /// A value that has no language.
    pub(super) fn once(name: &'static str, kind: Kind, value: fn(&L) -> String) -> Self {
        Self { name, about: name, kind, presence: Presence::Optional, fill: Fill::Once(value) }
    }

    /// A text in each language.
    pub(super) fn said(name: &'static str, text: fn(&L, Voice<'_>) -> String) -> Self {
        Self { name, about: name, kind: Kind::Text, presence: Presence::Optional, fill: Fill::Said(text) }
    }

    /// A text for each level of the plan in each language.
    pub(super) fn level(name: &'static str, text: fn(&L, Voice<'_>, usize) -> String) -> Self {
        Self { name, about: name, kind: Kind::Text, presence: Presence::Optional, fill: Fill::Level(text) }
    }

    /// The same, never blank.
    pub(super) fn always(self) -> Self {
        Self { presence: Presence::Always, ..self }
    }

    /// The same, explained as other columns are.
    pub(super) fn like(self, about: &'static str) -> Self {
        Self { about, ..self }
    }

    /// The columns of the field.
    pub(super) fn columns(&self, shape: &Shape<'_>) -> Vec<Column> {
        let column =
            |name: String, language: Option<Voice<'_>>, level: Option<(usize, Option<Wording>)>| Column {
                name,
                kind: self.kind,
                presence: self.presence,
                language: language.map(|voice| voice.tag().to_owned()),
                field: self.name,
                about: self.about,
                level,
            };
        let voices = || shape.voices.iter().copied();
        match self.fill {
            Fill::Once(_) => vec![column(self.name.to_owned(), None, None)],
            Fill::Said(_) => {
                voices().map(|voice| column(header(self.name, voice), Some(voice), None)).collect()
            }
            Fill::Level(_) => {
                let levels = shape.levels.iter().enumerate();
                let columns = levels.flat_map(|(at, called)| {
                    let name = format!("{}{}", self.name, at + 1);
                    voices().map(move |voice| (header(&name, voice), voice, (at, called.cloned())))
                });
                columns.map(|(name, voice, level)| column(name, Some(voice), Some(level))).collect()
            }
        }
    }

    /// Its values of a line, in the order of its columns.
    pub(super) fn put(&self, line: &L, shape: &Shape<'_>, record: &mut Vec<String>) {
        let written = |value: String| if self.kind == Kind::Text { plain::guarded(&value) } else { value };
        let voices = || shape.voices.iter().copied();
        match self.fill {
            Fill::Once(value) => record.push(written(value(line))),
            Fill::Said(text) => record.extend(voices().map(|voice| written(text(line, voice)))),
            Fill::Level(text) => {
                let places = (0..shape.levels.len()).flat_map(|at| voices().map(move |voice| (at, voice)));
                record.extend(places.map(|(at, voice)| written(text(line, voice, at))));
            }
        }
    }
}

fn header(name: &str, voice: Voice<'_>) -> String {
    // A tag such as pt-BR would not be a name in every tool.
    format!("{name}_{}", voice.tag().to_ascii_lowercase().replace('-', "_"))
}

impl Column {
    /// What people call it.
    pub(crate) fn title(&self, voice: Voice<'_>) -> String {
        let title = self.called(voice);
        let language =
            self.language.as_deref().and_then(|tag| Voice::all(voice.words).find(|voice| voice.tag() == tag));
        match language {
            None => title,
            Some(language) => voice.line(
                "column-in-language",
                [("column", &title), ("language", &language.word("language-name"))],
            ),
        }
    }

    /// The same without its language.
    pub(super) fn called(&self, voice: Voice<'_>) -> String {
        let Some((at, called)) = &self.level else { return voice.word(&word("column", self.field)) };
        let called = called.as_ref().map(|called| voice.wording(called).native_or("")).unwrap_or_default();
        let number = (at + 1).to_string();
        let called = Some(called).filter(|called| !called.is_empty());
        called.unwrap_or_else(|| voice.line("column-level", [("number", &number)]))
    }

    /// Whether it differs from another in nothing but language or level.
    pub(super) fn is_of_same_field(&self, other: &Self) -> bool {
        self.field == other.field
    }

    /// What its values mean.
    pub(crate) fn about(&self, voice: Voice<'_>) -> String {
        voice.word(&word("about", self.about))
    }
}

/// The id of a word of the theme: `column-fiscal-year`.
fn word(of: &str, name: &str) -> String {
    format!("{of}-{}", name.replace('_', "-"))
}
