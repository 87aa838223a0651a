//! The style of a site: one sheet for its pages, and another for the charts that are files of their own.

use nendo_model::Checked;

use crate::colours::Colours;
use crate::theme::Theme;

/// The style sheet of a theme, among its static files.
pub(crate) const FILE: &str = "static/style.css";
const CHART: &str = "chart.css";

/// The style sheets as they are published.
pub(crate) struct Style {
    /// The pages' style sheet.
    pub(crate) text: String,
    /// What a chart that has no page carries in itself.
    pub(crate) chart: String,
    pub(crate) colours: Colours,
}

impl Style {
    /// Puts the style of a theme together: its colours, the pages, the charts.
    pub(crate) fn load(theme: &Theme) -> Checked<Option<Self>> {
        let mut problems = Vec::new();
        let colours = Colours::load(theme).unload(&mut problems);
        let pages = theme.text(FILE).unload(&mut problems);
        let charts = theme.text(CHART).unload(&mut problems);
        let value = pages.zip(charts).map(|(pages, charts)| {
            let text = compact(&format!("{}{pages}{charts}", colours.properties()));
            Self { text, chart: colours.resolved(&compact(charts)), colours }
        });
        problems.extend(value.iter().flat_map(|style| style.colours.low_contrast()));
        Checked { value, problems }
    }
}

/// A style sheet without its comments and the space that only people need; what stands in quotes is kept.
fn compact(style: &str) -> String {
    let mut compact = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '"' | '\'' => quoted(rest, letter),
            _ if rest.starts_with("/*") => rest[2..].find("*/").map_or(rest.len(), |end| end + 4),
            _ if letter.is_whitespace() => rest.len() - rest.trim_start().len(),
            _ => letter.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        let is_space = token.starts_with("/*") || letter.is_whitespace();
        match letter {
            // Space parts words; beside these signs it parts nothing.
            _ if is_space && compact.ends_with([' ', '{', '}', ';', ',', ':', '>', '/']) => {}
            _ if is_space => compact.push(' '),
            // 0.5rem is .5rem.
            '0' if after.starts_with('.') && compact.ends_with([' ', ':', '(', ',', '-']) => {}
            '{' | '}' | ';' | ',' | '>' | '/' | '!' => {
                compact.truncate(
                    compact.trim_end_matches(if letter == '}' { [' ', ';'] } else { [' ', ' '] }).len(),
                );
                compact.push(letter);
            }
            _ => compact.push_str(token),
        }
        rest = after;
    }
    compact.trim().to_owned()
}

/// How long the text in quotes is that this begins with.
fn quoted(text: &str, quote: char) -> usize {
    let mut is_escaped = true;
    let end = text.char_indices().find(|(_, letter)| {
        let ends = *letter == quote && !is_escaped;
        is_escaped = *letter == '\\' && !is_escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at + quote.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn comments_and_space_go() {
        for (style, expected) in [
            ("/*/ a\n b */\n.x { fill: y; }\n\n/**/.z{}/* open", ".x{fill:y}.z{}"),
            (
                "a :is(b, c) > d,\n e { margin: 0 auto !important; width: calc(1rem + 2px) }",
                "a :is(b,c)>d,e{margin:0 auto!important;width:calc(1rem + 2px)}",
            ),
            ("@media print {\n  a { b: c !important; }\n}\n", "@media print{a{b:c!important}}"),
            (r#"a { content: "x ; \" /* y */ " / ""; }"#, r#"a{content:"x ; \" /* y */ "/""}"#),
            ("a/**/b { c: 0.5rem -0.25em 10.5%; d: url(a0.b) }", "a b{c:.5rem -.25em 10.5%;d:url(a0.b)}"),
        ] {
            assert_eq!(compact(style), expected);
        }
    }
}
