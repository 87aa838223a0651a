//! What Markdown leaves unsaid of its headings and tables: headings have ids, and a table stands in a region that can be moved
//! sideways, has the name of its heading, and says which cells are heads of columns. It writes no text.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

/// The id of the title, which stands above the text.
const TITLE: &str = "title";

/// How far a text has come.
#[derive(Default)]
pub(super) struct Marks {
    headings: usize,
    alignments: Vec<Alignment>,
    column: usize,
    is_head: bool,
}

impl Marks {
    /// A part of a text with its marks.
    pub(super) fn put<'a>(&mut self, event: Event<'a>) -> Event<'a> {
        match event {
            Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
                self.headings += 1;
                let id = Some(self.heading().into());
                Event::Start(Tag::Heading { level, id, classes, attrs })
            }
            Event::Start(Tag::Table(alignments)) => {
                self.alignments = alignments;
                let name = self.heading();
                html(format!(
                    "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{name}\">\n\
                     <table aria-labelledby=\"{name}\">"
                ))
            }
            Event::End(TagEnd::Table) => html("</tbody></table>\n</div>\n"),
            Event::Start(row @ (Tag::TableHead | Tag::TableRow)) => {
                self.column = 0;
                self.is_head = row == Tag::TableHead;
                html(if self.is_head { "<thead><tr>" } else { "<tr>" })
            }
            Event::End(TagEnd::TableHead) => html("</tr></thead><tbody>\n"),
            Event::End(TagEnd::TableRow) => html("</tr>\n"),
            Event::Start(Tag::TableCell) => {
                let cell = if self.is_head { "<th scope=\"col\"" } else { "<td" };
                let is_number = self.alignments.get(self.column) == Some(&Alignment::Right);
                self.column += 1;
                html(format!("{cell}{}>", if is_number { " class=\"number\"" } else { "" }))
            }
            Event::End(TagEnd::TableCell) => html(if self.is_head { "</th>" } else { "</td>" }),
            other => other,
        }
    }

    /// The id of the heading that the text is under.
    fn heading(&self) -> String {
        if self.headings == 0 { TITLE.to_owned() } else { format!("part-{}", self.headings) }
    }
}

fn html<'a>(text: impl Into<String>) -> Event<'a> {
    Event::Html(text.into().into())
}
