//! A text of the input as it can stand in a message: on one line, not too long, and with nothing
//! in it that a reader would not see or that would change how the terminal shows the rest.

use unicode_width::UnicodeWidthChar;

const MARK: char = '…';

/// The text on one line of at most so many columns of a terminal.
pub(crate) fn line(text: &str, columns: usize) -> String {
    let lines = text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
    let lines: Vec<&str> = lines.map(str::trim_end).filter(|line| !line.is_empty()).collect();
    let mut shown = String::new();
    let mut width = 0;
    // Where the text has to end if it turns out to be too long.
    let mut room = 0;
    for letter in lines.join(" / ").chars() {
        let piece = piece(letter);
        width += piece.chars().map(|letter| letter.width().unwrap_or(0)).sum::<usize>();
        if width > columns {
            shown.truncate(room);
            shown.push(MARK);
            return shown;
        }
        shown.push_str(&piece);
        if width < columns {
            room = shown.len();
        }
    }
    shown
}

fn piece(letter: char) -> String {
    match letter {
        '\t' => " ".to_owned(),
        letter if is_hidden(letter) => format!("<U+{:04X}>", u32::from(letter)),
        letter => letter.to_string(),
    }
}

/// Control characters, and those that take no room or turn the direction of the text.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_text_stands_on_one_line_of_its_width_with_nothing_hidden() {
        for (text, columns, shown) in [
            ("・一\r\n\n・二\r", 80, "・一 / ・二"),
            ("a\tb", 80, "a b"),
            ("", 80, ""),
            ("12345", 5, "12345"),
            ("123456", 5, "1234…"),
            ("漢字漢", 6, "漢字漢"),
            ("漢字漢字", 6, "漢字…"),
            ("漢字漢字", 5, "漢字…"),
            ("a漢字漢字", 6, "a漢字…"),
            ("A\u{200b}", 80, "A<U+200B>"),
            ("\u{202e}gpj.exe", 80, "<U+202E>gpj.exe"),
            ("\u{1b}[31m\0", 80, "<U+001B>[31m<U+0000>"),
            ("葛\u{e0100}城", 80, "葛\u{e0100}城"),
        ] {
            assert_eq!(line(text, columns), shown, "{columns}");
        }
    }
}
