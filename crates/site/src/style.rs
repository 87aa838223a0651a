//! The style of a site: one sheet for its pages, and another for the charts that are files of their own.

use nendo_model::Checked;

use crate::colours::Colours;
use crate::hash::hash;
use crate::theme::Theme;

/// The style sheet of a theme, among its static files.
pub(crate) const FILE: &str = "static/style.css";
const CHART: &str = "chart.css";

/// The style sheets as they are published.
pub(crate) struct Style {
    /// The name of the pages' style sheet, which changes with what it says.
    pub(crate) name: String,
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
            let text = format!("{}{pages}{charts}", colours.properties());
            let name = format!("style.{}.css", &hash(text.as_bytes())[..8]);
            Self { name, text, chart: colours.resolved(&bare(charts)), colours }
        });
        problems.extend(value.iter().flat_map(|style| style.colours.low_contrast()));
        Checked { value, problems }
    }
}

/// A style sheet without its comments, in one line.
fn bare(style: &str) -> String {
    let mut pieces = style.split("/*");
    let first = pieces.next().unwrap_or_default();
    let rest = pieces.map(|piece| piece.split_once("*/").map_or("", |(_, style)| style));
    let words: Vec<&str> = std::iter::once(first).chain(rest).flat_map(str::split_whitespace).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn comments_and_line_breaks_go() {
        assert_eq!(bare("/* a\n b */\n.x { fill: y; }\n\n/**/.z{}/* open"), ".x { fill: y; } .z{}");
    }
}
