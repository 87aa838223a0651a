//! A text that someone typed, so that it can stand beside others: it ends what it begins of the writing direction, and has no
//! character that HTML or XML forbids. It knows neither of them.

use std::borrow::Cow;

/// Ends an embedding or an override: U+202A, U+202B, U+202D, U+202E.
const POP: char = '\u{202c}';
/// Ends an isolate: U+2066 to U+2068.
const POP_ISOLATE: char = '\u{2069}';

/// The text without forbidden characters, and with an end for each direction that it leaves open. Such an end that ends
/// nothing of its own is left out, as it would end something of the text around it.
pub(crate) fn inert(text: &str) -> Cow<'_, str> {
    let is_suspect = text.bytes().any(may_begin_such);
    if !is_suspect || !text.contains(|letter| is_forbidden(letter) || is_direction(letter)) {
        return Cow::Borrowed(text);
    }
    let mut inert = String::with_capacity(text.len() + POP.len_utf8());
    let mut open: Vec<char> = Vec::new();
    for letter in text.chars().filter(|letter| !is_forbidden(*letter)) {
        match letter {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push(POP),
            '\u{2066}'..='\u{2068}' => open.push(POP_ISOLATE),
            POP if open.last() == Some(&POP) => drop(open.pop()),
            POP_ISOLATE if open.contains(&POP_ISOLATE) => {
                // The end of an isolate ends what was begun within it.
                while open.pop().is_some_and(|end| end != POP_ISOLATE) {
                    inert.push(POP);
                }
            }
            POP | POP_ISOLATE => continue,
            _ => {}
        }
        inert.push(letter);
    }
    inert.extend(open.into_iter().rev());
    Cow::Owned(inert)
}

/// Whether this byte may be the first of a letter that is forbidden or of a direction. Most texts have none, and are read no
/// further.
fn may_begin_such(byte: u8) -> bool {
    matches!(byte, ..0x20 | 0x7f | 0xc2 | 0xe2 | 0xef..)
}

/// Controls but tab and line break, and what is no character.
fn is_forbidden(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\t' | '\n' | '\r')) || u32::from(letter) & 0xfffe == 0xfffe
}

fn is_direction(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{inert, is_direction, is_forbidden, may_begin_such};

    #[test]
    fn a_text_ends_every_direction_that_it_begins() {
        for (text, expected) in [
            ("計画\u{202e}gnp", "計画\u{202e}gnp\u{202c}"),
            ("\u{2067}a\u{202e}b", "\u{2067}a\u{202e}b\u{202c}\u{2069}"),
            ("\u{2067}a\u{202e}b\u{2069}c", "\u{2067}a\u{202e}b\u{202c}\u{2069}c"),
            ("\u{202b}a\u{202c}b", "\u{202b}a\u{202c}b"),
        ] {
            assert_eq!(inert(text), expected);
            assert_eq!(inert(expected), expected, "what is inert stays as it is");
        }
    }

    #[test]
    fn it_ends_nothing_of_the_text_around_it() {
        assert_eq!(inert("a\u{202c}b\u{2069}"), "ab");
        assert_eq!(inert("\u{2068}a\u{202c}b"), "\u{2068}ab\u{2069}");
        assert_eq!(inert("\u{202e}a\u{2069}b"), "\u{202e}ab\u{202c}");
    }

    #[test]
    fn forbidden_characters_go_and_the_rest_stays() {
        assert_eq!(inert("a\u{0}b\u{1b}c\u{85}\u{fffe}\u{1ffff}\td\ne"), "abc\td\ne");
        for letter in ('\0'..=char::MAX).filter(|letter| is_forbidden(*letter) || is_direction(*letter)) {
            assert!(may_begin_such(letter.to_string().as_bytes()[0]), "{letter:?}");
        }
        assert!(matches!(inert("<b> 目標\r\n𠮷\u{200f}"), Cow::Borrowed(_)));
    }
}
