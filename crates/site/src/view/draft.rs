//! What a page of a draft says of itself: that it is one.

use serde::Serialize;

use crate::site::Site;
use crate::voice::Voice;

/// That the page is a draft, in one language.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub(super) struct Mark {
    lang: String,
    /// The word that stands on every sheet of paper, too.
    word: String,
    note: String,
}

/// The marks of a page in these languages; none where the site is no draft.
pub(super) fn marks<'a>(site: &Site, voices: impl IntoIterator<Item = Voice<'a>>) -> Vec<Mark> {
    let mark = |voice: Voice<'_>| Mark {
        lang: voice.tag().to_owned(),
        word: voice.word("draft"),
        note: voice.word("draft-note"),
    };
    voices.into_iter().filter(|_| site.is_draft).map(mark).collect()
}
