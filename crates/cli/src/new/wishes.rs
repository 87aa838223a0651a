//! What was typed behind `nendo new`: answers to questions that need not be asked then. Knows no question.

/// The answers, and whether the rest is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wishes {
    /// Each with the name of its question, which is that of its option.
    pub(crate) given: Vec<(&'static str, String)>,
    /// How the rest is settled.
    pub(crate) rest: Rest,
}

/// How questions are settled that nothing was typed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rest {
    /// They are asked, if somebody is there.
    Asked,
    /// By their defaults.
    Default,
}

impl Wishes {
    /// The questions, in the order in which they are asked: each is an option, too.
    pub(crate) const NAMES: [&'static str; 9] =
        ["table", "name", "name-en", "code", "plan", "title", "title-en", "scale", "year"];

    /// What was typed for a question.
    pub(crate) fn of(&self, name: &str) -> Option<&str> {
        self.given.iter().find(|(given, _)| *given == name).map(|(_, text)| text.as_str())
    }
}
