//! A script of a theme as it is published: without the space and the comments that only people need.

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
    use super::compact;

    #[test]
    fn comments_and_space_go_but_within_strings() {
        assert_eq!(compact("// a\nlet b = 'c' // d\n\n  b()\r\n"), "let b = 'c' // d\nb()\n");
        for kept in ["let a = `b\n  // c\n`", "let a = 'b\\\n  // c'", ""] {
            assert_eq!(compact(kept), kept);
        }
    }
}
