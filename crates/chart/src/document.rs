//! The document: elements, groups and titles as SVG text, always safe. Knows neither plotters nor colours.

use std::fmt::{Arguments, Write as _};

/// Elements as text, and the title that waits for the next of them.
#[derive(Debug, Default)]
pub(crate) struct Document {
    body: String,
    title: Option<String>,
}

impl Document {
    /// Opens a group of this class.
    pub(crate) fn open(&mut self, class: &str) {
        let _ = write!(self.body, "<g class=\"{class}\">");
    }

    /// Closes the group opened last.
    pub(crate) fn close(&mut self) {
        self.body.push_str("</g>");
    }

    /// Gives the next shape a title.
    pub(crate) fn title(&mut self, title: &str) {
        self.title = Some(escaped(title)).filter(|title| !title.is_empty());
    }

    /// Adds an element with text.
    pub(crate) fn text(&mut self, attributes: Arguments<'_>, text: &str) {
        let _ = write!(self.body, "<text {attributes}>");
        self.body.push_str(&escaped(text));
        self.body.push_str("</text>");
    }

    /// The text of all elements.
    pub(crate) fn take(&mut self) -> String {
        std::mem::take(&mut self.body)
    }

    /// Adds an empty element, or one with the title that waits for it.
    pub(crate) fn shape(&mut self, name: &str, attributes: Arguments<'_>) {
        let _ = match self.title.take() {
            Some(title) => write!(self.body, "<{name} {attributes}><title>{title}</title></{name}>"),
            None => write!(self.body, "<{name} {attributes}/>"),
        };
    }
}

/// Text as it may stand in an element or a quoted attribute of XML; what that forbids is left out, a line break is a space.
#[must_use]
pub fn escaped(text: &str) -> String {
    if !text.bytes().any(|byte| matches!(byte, ..0x20 | b'&' | b'<' | b'>' | b'"' | 0x7f | 0xc2 | 0xef)) {
        return text.to_owned();
    }
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\r' | '\t' => safe.push(' '),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{Document, escaped};

    #[test]
    fn text_is_safe_in_xml() {
        assert_eq!(escaped("a<b&\"c\">\u{0}\u{8}\n\u{ffff}d"), "a&lt;b&amp;&quot;c&quot;&gt; d");
    }

    #[test]
    fn groups_are_closed_and_titles_go_to_the_next_shape() {
        let mut document = Document::default();
        document.open("a");
        document.title("1 < 2");
        document.shape("rect", format_args!("x=\"1\""));
        document.title("");
        document.shape("rect", format_args!("x=\"2\""));
        document.close();
        let expected = "<g class=\"a\"><rect x=\"1\"><title>1 &lt; 2</title></rect><rect x=\"2\"/></g>";
        assert_eq!(document.take(), expected);
    }
}
