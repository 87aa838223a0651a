//! Which texts are the same, however they are typed.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// Texts that differ only in width, compatibility forms or white space are the same text; so is one
/// with a character that has no width, and what published data has in its place: (1) for ①.
pub(crate) fn key(text: &str) -> String {
    let plain = nendo_model::plain_letters(text);
    normal(plain.as_deref().unwrap_or(text)).chars().filter(|letter| !is_space(*letter)).collect()
}

/// The key of a text in which published data may have put ` / ` for a line break.
pub(crate) fn key_without_slashes(text: &str) -> String {
    key(text).replace('/', "")
}

/// A text in its plain forms, as NFKC has them. Most are so already, which is told sooner than made.
pub(crate) fn normal(text: &str) -> Cow<'_, str> {
    if is_normal(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfkc().collect()) }
}

fn is_normal(text: &str) -> bool {
    text.chars().all(is_plain) || is_nfkc_quick(text.chars()) == IsNormalized::Yes
}

/// Letters that most texts are made of, and of which it is known without a table that they are their own plain form.
fn is_plain(letter: char) -> bool {
    letter.is_ascii()
        || matches!(letter, '、' | '。' | '「' | '」' | 'ぁ'..='ゔ' | 'ァ'..='ヺ' | '・' | 'ー' | '\u{4e00}'..='\u{9fff}')
}

/// Whether a text is its own key, as far as can be told without making it.
pub(crate) fn is_key(text: &str) -> bool {
    !text.contains(is_space) && is_normal(text) && nendo_model::plain_letters(text).is_none()
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{UnicodeNormalization, is_key, is_plain, key};

    #[test]
    fn texts_match_without_regard_to_width_and_white_space() {
        assert_eq!(key("オープンデータ 化の推進"), key("オープンデータ化の\n推進"));
        assert_eq!(key("（ＡＢＣ）"), key("(ABC)"));
        assert_ne!(key("推進"), key("促進"));
        for text in ["A～B", "推進 A", "①", "\u{feff}推進", "か\u{3099}", "推進", "79%"] {
            assert!(!is_key(text) || key(text) == text, "{text}");
            assert_eq!(key(&key(text)), key(text));
        }
        assert!(is_key("推進") && is_key("79%"));
        let plain: String = ('\0'..=char::MAX).filter(|letter| is_plain(*letter)).collect();
        assert_eq!(plain.nfkc().collect::<String>(), plain);
    }
}
