//! The paragraphs of a page of prose as plain text, to be found by.

use pulldown_cmark::{Event, TagEnd};

/// The text that was read so far; its last paragraph may go on.
#[derive(Default)]
pub(super) struct Paragraphs(Vec<String>);

impl Paragraphs {
    pub(super) fn read(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) => self.go_on(text),
            Event::SoftBreak | Event::HardBreak => self.go_on("\n"),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell) => {
                self.0.push(String::new());
            }
            _ => {}
        }
    }

    fn go_on(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(paragraph) => paragraph.push_str(text),
            None => self.0.push(text.to_owned()),
        }
    }

    /// The paragraphs that say something.
    pub(super) fn done(self) -> Vec<String> {
        let paragraphs = self.0.iter().map(|paragraph| paragraph.trim());
        paragraphs.filter(|paragraph| !paragraph.is_empty()).map(str::to_owned).collect()
    }
}
