//! How wide a text is, without a font: by East Asian width, one em a wide character; a narrow one by what is usual for it.
//!
//! That is a little generous for Latin letters, which is what a layout without fonts needs: boxes that never overlap on
//! paper do not overlap in any usual font. All widths are in units of the drawing.

use unicode_width::UnicodeWidthChar;

/// Estimated width of a line of text at a font size.
pub(crate) fn of(text: &str, size: f64) -> f64 {
    text.chars().map(|letter| letter_width(letter, size)).sum()
}

/// Estimated width of the widest of some lines.
pub(crate) fn widest<'a>(lines: impl IntoIterator<Item = &'a str>, size: f64) -> f64 {
    lines.into_iter().map(|line| of(line, size)).fold(0.0, f64::max)
}

/// The text in one line of at most `most` units, shortened by an ellipsis where it has to be.
pub(crate) fn fit(text: &str, size: f64, most: f64) -> String {
    let text = text.trim();
    if of(text, size) <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut taken = of("…", size);
    for letter in text.chars() {
        taken += letter_width(letter, size);
        if taken > most {
            break;
        }
        kept.push(letter);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

/// The text in at most `lines` lines of at most `most` units each; the last one takes the ellipsis.
pub(crate) fn wrap(text: &str, size: f64, most: f64, lines: usize) -> Vec<String> {
    let mut rest = text.trim();
    let mut wrapped = Vec::new();
    while !rest.is_empty() && wrapped.len() < lines {
        if wrapped.len() + 1 == lines || of(rest, size) <= most {
            wrapped.push(fit(rest, size, most));
            break;
        }
        let (line, after) = rest.split_at(break_at(rest, size, most));
        wrapped.push(line.trim_end().to_owned());
        rest = after.trim_start();
    }
    wrapped
}

/// The width of the longest piece of a text that no line break may part.
pub(crate) fn longest_piece(text: &str, size: f64) -> f64 {
    let (mut longest, mut piece) = (0.0, 0.0);
    let mut before = None;
    for letter in text.trim().chars() {
        if before.is_some_and(|before| may_part(before, letter)) {
            piece = 0.0;
        }
        if letter != ' ' {
            piece += letter_width(letter, size);
        }
        longest = f64::max(longest, piece);
        before = Some(letter);
    }
    longest
}

/// The byte where a line that is too long is best broken: after a space if there is one, else between two wide characters.
fn break_at(text: &str, size: f64, most: f64) -> usize {
    let mut taken = 0.0;
    let mut best = None;
    let mut before: Option<char> = None;
    for (at, letter) in text.char_indices() {
        if before.is_some_and(|before| may_part(before, letter)) {
            best = Some(at);
        }
        taken += letter_width(letter, size);
        if taken > most && letter != ' ' {
            return best.unwrap_or(if at == 0 { letter.len_utf8() } else { at });
        }
        before = Some(letter);
    }
    text.len()
}

/// May a line end between these two? After a space, and beside a wide character unless punctuation would lead the line.
fn may_part(before: char, after: char) -> bool {
    let wide = |letter: char| letter.width() == Some(2);
    let leads_badly = "、。，．・」』）】〕！？ーっッゃャゅュょョ々％…)],.".contains(after);
    let ends_badly = "「『（【〔([".contains(before);
    !leads_badly && !ends_badly && (before == ' ' || wide(before) || wide(after))
}

fn letter_width(letter: char, size: f64) -> f64 {
    match letter.width_cjk() {
        None | Some(0) => 0.0,
        Some(1) => size * narrow(letter),
        Some(_) => size,
    }
}

/// Width of a narrow character in em, a little more than bold sans-serif faces have it.
fn narrow(letter: char) -> f64 {
    match letter {
        ' ' | ',' | '.' | ':' | ';' | '\'' | '|' | '!' | 'i' | 'j' | 'l' | 'I' => 0.35,
        '(' | ')' | '[' | ']' | '/' | '-' | 'f' | 'r' | 't' => 0.45,
        '%' | '@' | 'm' | 'w' | 'M' | 'W' => 0.98,
        'A'..='Z' | '&' | '+' | '=' | '<' | '>' | '~' | '#' => 0.75,
        '0'..='9' => 0.6,
        _ => 0.65,
    }
}

#[cfg(test)]
mod tests {
    use super::{fit, longest_piece, of, wrap};

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
    }

    #[test]
    fn wide_letters_take_an_em_and_narrow_ones_less() {
        near(of("年度", 10.0), 20.0);
        near(of("2023", 10.0), 24.0);
        near(of("2023年度", 10.0), 44.0);
        near(of("79%", 10.0), 21.8);
        near(of("1,000", 10.0), 27.5);
        near(of("ｶﾀｶﾅ", 10.0), 26.0);
        near(of("①", 10.0), 10.0);
        near(of("A 6", 10.0), 17.0);
        near(of("が", 10.0), 10.0);
        near(of("", 10.0), 0.0);
    }

    #[test]
    fn what_is_too_long_ends_in_an_ellipsis() {
        assert_eq!(fit("集計中", 10.0, 30.0), "集計中");
        assert_eq!(fit("集計中です", 10.0, 40.0), "集計中…");
        assert_eq!(fit("集", 10.0, 0.0), "…");
    }

    #[test]
    fn pieces_are_words_and_wide_letters() {
        near(longest_piece("to be counted", 10.0), of("counted", 10.0));
        near(longest_piece("集計中", 10.0), 10.0);
        near(longest_piece("集計「中」です。", 10.0), 30.0);
        near(longest_piece(" ", 10.0), 0.0);
        near(longest_piece("Wi-Fi環境", 10.0), of("Wi-Fi", 10.0));
    }

    #[test]
    fn lines_break_at_spaces_and_between_wide_letters() {
        assert_eq!(
            wrap("Digital services for residents", 10.0, 100.0, 2),
            ["Digital services", "for residents"]
        );
        assert_eq!(wrap("自治体の生産性向上の取組", 10.0, 60.0, 2), ["自治体の生産", "性向上の取組"]);
        assert_eq!(wrap("これはここで。切れる", 10.0, 60.0, 2), ["これはここ", "で。切れる"]);
        assert_eq!(wrap("aaaaaaaaaaaaaaaaaaaa", 10.0, 66.0, 2), ["aaaaaaaaaa", "aaaaaaaaaa"]);
        assert_eq!(wrap("これはここで。切れる", 10.0, 40.0, 2), ["これはこ", "こで。…"]);
        assert!(wrap("  ", 10.0, 60.0, 2).is_empty());
    }
}
