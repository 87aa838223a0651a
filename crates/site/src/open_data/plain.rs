//! Text as every machine reads it: one line, no character that some platform lacks, nothing that a
//! spreadsheet would run.

use std::borrow::Cow;

use nendo_model::plain_letters;

use crate::spelling::normal;

/// A text on one line, with platform-dependent characters in their plain forms: ① is (1), ～ is ~,
/// and the rest goes by NFKC.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.lines().map(plain_line) {
        // A plain form may begin with a space that its letter had not. Two of them would only make room.
        for (at, word) in line.split(' ').filter(|word| !word.is_empty()).enumerate() {
            match at {
                0 if plain.is_empty() => {}
                0 => plain.push_str(" / "),
                _ => plain.push(' '),
            }
            plain.push_str(word);
        }
    }
    plain
}

/// A plain text that a spreadsheet does not take for a formula: a leading `'` stands guard, and is
/// removed in reading.
pub(super) fn guarded(text: &str) -> String {
    let text = plain(text);
    if text.starts_with(['=', '+', '-', '@', '\'', '\t']) { format!("'{text}") } else { text }
}

fn plain_line(line: &str) -> Cow<'_, str> {
    let plain = plain_letters(line);
    let line = plain.map_or(Cow::Borrowed(line), Cow::Owned);
    if line.contains(char::is_control) {
        let line: String = line.chars().filter(|letter| !letter.is_control()).collect();
        return normal(&line).into_owned().into();
    }
    match line {
        Cow::Borrowed(line) => normal(line),
        Cow::Owned(line) => normal(&line).into_owned().into(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{guarded, plain};
    use crate::spelling::key_without_slashes;

    #[test]
    fn characters_of_some_platforms_become_plain() {
        assert_eq!(plain("①-1 オンライン化率（件数）"), "(1)-1 オンライン化率(件数)");
        assert_eq!(plain("⑩"), "(10)");
        assert_eq!(plain("10〜15件、１０～１５㎡ ㈱"), "10~15件、10~15m2 (株)");
        assert_eq!(plain("・一\r\n\n ・二\n"), "・一 / ・二");
        assert_eq!(plain("髙﨑 ―…"), "髙﨑 —...");
        assert_eq!(plain("❶　　一  二 ⓫ ⓪"), "(1) 一 二 (11) (0)");
    }

    proptest! {
        #[test]
        fn a_plain_text_is_plain(text in any_text()) {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once);
        }

        #[test]
        fn a_plain_text_with_its_line_breaks_again_is_the_same(text in any_text()) {
            let once = plain(&text);
            let lines: Vec<&str> = once.split(" / ").collect();
            if lines.iter().all(|line| !line.is_empty() && line.trim() == *line) {
                prop_assert_eq!(plain(&lines.join("\n")), once);
            }
        }

        #[test]
        fn a_plain_text_is_looked_up_as_the_text_is(text in any_text()) {
            let shown: String = text.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect();
            prop_assert_eq!(key_without_slashes(&plain(&shown)), key_without_slashes(&shown));
        }
    }

    /// Texts in which the letters that have other plain forms are not rare.
    fn any_text() -> impl Strategy<Value = String> {
        prop_oneof![
            "\\PC{0,12}",
            "[①⑳㉑㊿❶⓪〜～―—ー゛´ ／/\u{301}\u{3099}かＡ㈱½ﾊﾟ=+'＠@\n\r\t1-9()・]{0,24}",
            any::<String>()
        ]
    }

    #[test]
    fn a_formula_does_not_run() {
        for text in ["=1+1", "+1", "-1", "@x", "＝1", "'x"] {
            assert!(guarded(text).starts_with('\''), "{text}");
        }
        assert_eq!(guarded("\u{9}=1"), "'=1");
        assert_eq!(guarded("79%"), "79%");
        assert_eq!(guarded(""), "");
    }
}
