//! The margin of plan.toml, where it is noted what is wrong with its values, each with the row it stands on.

use nendo_model::{Case, Localized, Origin, Problem, Wording};
use toml::Spanned;

use crate::plan_toml::Text;

/// A file, and what is wrong with it.
pub(crate) struct Margin<'a> {
    pub(crate) text: &'a str,
    pub(crate) file: &'a str,
    pub(crate) problems: Vec<Problem>,
}

impl Margin<'_> {
    /// The value that a word names, of those that a setting can have.
    pub(crate) fn one_of<T: Copy>(
        &mut self,
        setting: &str,
        word: Option<Spanned<String>>,
        known: &[(&str, T)],
    ) -> Option<T> {
        let word = word?;
        let found = known.iter().find(|(name, _)| name == word.get_ref()).map(|(_, value)| *value);
        found.or_else(|| self.refuse(setting, word.get_ref(), word.span().start))
    }

    /// A text that says something in one language at least.
    pub(crate) fn wording(&mut self, setting: &str, text: Spanned<Text>) -> Option<Wording> {
        let at = text.span().start;
        let Text(wording) = text.into_inner();
        let is_empty = match &wording {
            Wording::Source(text) => text.trim().is_empty(),
            Wording::Given(Localized(texts)) => texts.values().all(|text| text.trim().is_empty()),
        };
        if is_empty { self.refuse(setting, "", at) } else { Some(wording) }
    }

    /// Reports a value that a setting cannot have, and gives nothing in its place.
    pub(crate) fn refuse<T>(&mut self, setting: &str, value: &str, at: usize) -> Option<T> {
        self.report(Case::BadSetting { setting: setting.to_owned(), value: value.to_owned() }, at);
        None
    }

    pub(crate) fn report(&mut self, case: Case, at: usize) {
        let origin = Origin::row(self.file, self.row(at));
        self.problems.push(Problem { case, origin });
    }

    /// The line, from 1, that a byte of the text stands on.
    pub(crate) fn row(&self, at: usize) -> u32 {
        let before = self.text.get(..at).unwrap_or_default();
        let breaks = before.matches('\n').count();
        u32::try_from(breaks).unwrap_or(u32::MAX).saturating_add(1)
    }
}
