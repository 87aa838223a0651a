//! Characters as Japanese offices mix them: full and half width, and a dozen dashes.

/// The half-width form of a full-width letter, digit or sign of ASCII; any other letter as it is.
#[must_use]
pub fn half_width(letter: char) -> char {
    match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        _ => letter,
    }
}

/// The number in a circle (①, ㊿, ❶), which some platforms lack and Unicode takes for a bare one, or leaves.
#[must_use]
pub fn encircled(letter: char) -> Option<u32> {
    let (first, value) = match letter {
        '\u{2460}'..='\u{2473}' => ('\u{2460}', 1),
        '\u{3251}'..='\u{325F}' => ('\u{3251}', 21),
        '\u{32B1}'..='\u{32BF}' => ('\u{32B1}', 36),
        '\u{24EB}'..='\u{24F4}' => ('\u{24EB}', 11),
        '\u{24F5}'..='\u{24FE}' => ('\u{24F5}', 1),
        '\u{2776}'..='\u{277F}' => ('\u{2776}', 1),
        '\u{2780}'..='\u{2789}' => ('\u{2780}', 1),
        '\u{278A}'..='\u{2793}' => ('\u{278A}', 1),
        _ => return None,
    };
    Some(u32::from(letter) - u32::from(first) + value)
}

/// The plain forms of letters that Unicode's own (NFKC) leaves as they are or takes too far, as published data has them:
/// ① is (1), 〜 is ~ and ― is —. `None` where there is none such, as in nearly every text.
#[must_use]
pub fn plain_letters(text: &str) -> Option<String> {
    let is_meant =
        |letter: char| matches!(letter, '〜' | '―' | '⓪' | '⓿' | '﹅' | '﹆') || encircled(letter).is_some();
    text.contains(is_meant).then(|| {
        let mut plain = String::with_capacity(text.len() + 2);
        for letter in text.chars() {
            match (letter, encircled(letter)) {
                (_, Some(number)) => plain.extend(["(", &number.to_string(), ")"]),
                ('⓪' | '⓿', _) => plain.push_str("(0)"),
                ('〜', _) => plain.push('~'),
                ('﹅' | '﹆', _) => plain.push('・'),
                ('―', _) => plain.push('—'),
                _ => plain.push(letter),
            }
        }
        plain
    })
}

/// Whether a text only holds its place: dashes, or the `?` that Windows-31J makes of one.
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    matches!(text, "?" | "？") || (!text.is_empty() && text.chars().all(is_dash))
}

/// Whether a character is one of those that offices, fonts and encodings put where a dash is meant.
#[must_use]
pub fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '‐'..='―' | '−' | 'ー' | '－' | 'ｰ' | '─' | '━' | '⁃' | '﹘')
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn every_dash_holds_a_place() {
        for dash in ["-", "‐", "‑", "–", "—", "―", "－", "ー", "ｰ", "−", "--", "?", "？", " – "]
        {
            assert!(is_placeholder(dash), "{dash}");
        }
        for text in ["", "A-", "0", "??", "サーバー", "-5"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
