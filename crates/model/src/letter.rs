//! Characters as Japanese offices mix them: full and half width, and a dozen dashes.

/// The half-width form of a full-width letter, digit or sign of ASCII; any other letter as it is.
#[must_use]
pub fn half_width(letter: char) -> char {
    match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        _ => letter,
    }
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
