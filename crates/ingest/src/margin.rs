//! The margin of plan.toml, where it is noted what is wrong with its values, each with the row it stands on.

use nendo_model::{Case, Origin, Problem};
use toml::Spanned;

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
