//! Which texts are the same, however they are typed.

use unicode_normalization::UnicodeNormalization;

/// Texts that differ only in width, compatibility forms or white space are the same text; so is one
/// with a character that has no width.
pub(crate) fn key(text: &str) -> String {
    let is_space =
        |letter: &char| letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{2060}' | '\u{feff}');
    text.nfkc().filter(|letter| !is_space(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn texts_match_without_regard_to_width_and_white_space() {
        assert_eq!(key("オープンデータ 化の推進"), key("オープンデータ化の\n推進"));
        assert_eq!(key("（ＡＢＣ）"), key("(ABC)"));
        assert_ne!(key("推進"), key("促進"));
    }
}
