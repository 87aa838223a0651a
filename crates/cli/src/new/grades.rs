//! What grades are called and mean, as people are shown them and as files have them.

use nendo_model::{Grade, Localized, Scale, Wording};

use crate::words::{Language, Voice};

/// What a grade means, in both languages; nothing where that is not known.
pub(crate) fn meaning(grade: &Grade) -> Option<[&str; 2]> {
    Some(match grade.meaning.as_ref()? {
        Wording::Source(text) => [text, ""],
        Wording::Given(Localized(texts)) => {
            ["ja", "en"].map(|language| texts.get(language).map_or("", String::as_str))
        }
    })
}

/// Grades with what they mean: `A On target, B …`; nothing where one has no meaning yet.
pub(crate) fn meant(scale: &Scale, voice: Voice<'_>) -> Option<String> {
    let grades = scale.grades().map(|(_, grade)| {
        let [ja, en] = meaning(grade)?;
        let meaning = if voice.language == Language::Ja { ja } else { en };
        Some(format!("{} {meaning}", grade.code))
    });
    let grades: Vec<String> = grades.collect::<Option<_>>()?;
    (!grades.is_empty()).then(|| grades.join(&voice.word("count-separator")))
}

/// Scales that have a name, with their grades: `a-c (A B C)`.
pub(crate) fn listed(scales: impl IntoIterator<Item = (String, Scale)>) -> String {
    let listed = scales.into_iter().map(|(name, scale)| format!("{name} ({})", codes(&scale)));
    listed.collect::<Vec<_>>().join(", ")
}

/// The codes of a scale.
pub(crate) fn codes(scale: &Scale) -> String {
    scale.grades().map(|(_, grade)| grade.code.as_str()).collect::<Vec<_>>().join(" ")
}
