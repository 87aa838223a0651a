//! What the last build came to, as the pages in the browsers are told it. It knows neither HTTP nor files.

use std::collections::BTreeMap;

use serde::Serialize;

/// What the last build came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The site on disk is what the content says.
    Good,
    /// The site on disk is the last good one; what is wrong with the content since, by language (`ja`).
    Bad(BTreeMap<String, Vec<Told>>),
}

/// A problem in the words of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The word for how bad it is.
    pub severity: String,
    /// The colour for that.
    pub tone: Tone,
    /// Where it is: `content/plans/dx/2023.csv:12 D12`. May be empty.
    pub place: String,
    /// What is wrong.
    pub text: String,
    /// What to do about it. May be empty.
    pub hint: String,
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// The site could not be made.
    Error,
    /// The site could be made, but may not say what was meant.
    Warning,
    /// Something worth knowing.
    Note,
}
