//! Text as every machine reads it: one line, no character that some platform lacks, nothing that a
//! spreadsheet would run.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::spelling::normal;

/// A text on one line, with platform-dependent characters in their plain forms: ① is (1), ～ is ~,
/// and the rest goes by NFKC.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.lines().map(|line| plain_line(line.trim())).filter(|line| !line.is_empty()) {
        if !plain.is_empty() {
            plain.push_str(" / ");
        }
        plain.push_str(&line);
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
    let is_special = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{2460}'..='\u{2473}' | '\u{3251}'..='\u{325F}' | '\u{32B1}'..='\u{32BF}' | '〜' | '―')
    };
    if !line.contains(is_special) {
        return normal(line);
    }
    let mut plain = String::with_capacity(line.len());
    for letter in line.chars() {
        match letter {
            '\u{2460}'..='\u{2473}' | '\u{3251}'..='\u{325F}' | '\u{32B1}'..='\u{32BF}' => {
                plain.push('(');
                plain.extend(letter.nfkc());
                plain.push(')');
            }
            '〜' => plain.push('~'),
            '―' => plain.push('—'),
            letter if letter.is_control() => {}
            letter => plain.push(letter),
        }
    }
    normal(&plain).into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::{guarded, plain};

    #[test]
    fn characters_of_some_platforms_become_plain() {
        assert_eq!(plain("①-1 オンライン化率（件数）"), "(1)-1 オンライン化率(件数)");
        assert_eq!(plain("⑩"), "(10)");
        assert_eq!(plain("10〜15件、１０～１５㎡ ㈱"), "10~15件、10~15m2 (株)");
        assert_eq!(plain("・一\r\n\n ・二\n"), "・一 / ・二");
        assert_eq!(plain("髙﨑 ―…"), "髙﨑 —...");
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
