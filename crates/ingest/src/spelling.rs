//! Which spellings are the same: the same text in full or half width, with or without the white
//! space and line breaks of a narrow cell. Knows nothing of what a text is for.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// A text as it is compared: in plain letters, by Unicode NFKC, without white space. What nendo publishes is the same
/// text as what it was made of.
pub(crate) fn folded(text: &str) -> String {
    let plain = nendo_model::plain_letters(text);
    plain.as_deref().unwrap_or(text).nfkc().filter(|letter| !is_space(*letter)).collect()
}

/// A text as it is compared where published data may have put ` / ` for a line break.
pub(crate) fn without_slashes(text: &str) -> String {
    folded(text).replace('/', "")
}

/// A text of published data with its line breaks again. One that may have had none there stays whole.
pub(crate) fn with_lines(text: &str) -> Cow<'_, str> {
    const BREAK: &str = " / ";
    let is_line = |line: &str| !line.is_empty() && line.trim() == line;
    if text.contains(BREAK) && text.split(BREAK).all(is_line) {
        text.replace(BREAK, "\n").into()
    } else {
        text.into()
    }
}

/// A header or an item as it is compared: folded, in lower case, without underscores.
pub(crate) fn header(text: &str) -> String {
    folded(text).to_lowercase().replace('_', "")
}

/// A name on one line. A line break in a narrow cell stands for nothing between Japanese letters,
/// and for a space between words of the Latin alphabet.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::new();
    for part in text.split(['\n', '\r']).map(str::trim).filter(|part| !part.is_empty()) {
        let words = line.ends_with(|last: char| last.is_ascii() && !"-/([".contains(last))
            && part.starts_with(|first: char| first.is_ascii() && !")],.%".contains(first));
        if words {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{folded, one_line};

    #[test]
    fn width_and_white_space_are_no_difference() {
        assert_eq!(folded("ＤＸ　推進\r\n計画（１）"), "DX推進計画(1)");
    }

    #[test]
    fn line_breaks_in_names_go() {
        assert_eq!(one_line("⑧オープンデータ\r\n 化の推進"), "⑧オープンデータ化の推進");
        assert_eq!(one_line("online\nservices"), "online services");
        assert_eq!(one_line("人/\nyear"), "人/year");
        assert_eq!(one_line("DX\n推進"), "DX推進");
    }
}
