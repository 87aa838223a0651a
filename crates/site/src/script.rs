//! Scripts as they are published: those of a theme without the space and the comments that only people need, and data that
//! stands in one.

use serde_json::Value;

/// What a script or an HTML parser may take for more than a letter of a string.
const ESCAPES: [(char, &str); 5] =
    [('<', "\\u003c"), ('>', "\\u003e"), ('&', "\\u0026"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")];

/// Data within a script: whatever it says stands in strings, and can end neither them nor an element of HTML.
pub(crate) fn data(value: &Value) -> String {
    ESCAPES.into_iter().fold(value.to_string(), |text, (letter, escaped)| text.replace(letter, escaped))
}

/// A script without space at the ends of its lines, empty lines, and lines that are comments. Lines stay lines, so that nothing
/// that ends with one ends elsewhere. Where a string may go on from line to line, the script is left as it is.
pub(crate) fn compact(script: &str) -> String {
    let goes_on = |line: &str| line.matches('`').count() % 2 == 1 || line.ends_with('\\');
    if script.lines().any(goes_on) {
        return script.to_owned();
    }
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::{compact, data};

    #[test]
    fn no_text_ends_its_script() {
        let text = data(&"</script><!--&\u{2028}\"\\".into());
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read, "</script><!--&\u{2028}\"\\");
    }

    #[test]
    fn comments_and_space_go_but_within_strings() {
        assert_eq!(compact("// a\nlet b = 'c' // d\n\n  b()\r\n"), "let b = 'c' // d\nb()\n");
        for kept in ["let a = `b\n  // c\n`", "let a = 'b\\\n  // c'", ""] {
            assert_eq!(compact(kept), kept);
        }
    }
}
