//! The links and pictures of a text: which may be, and which lead to files of the site. It knows none of those files.

use nendo_model::{Case, Origin, Problem};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::text;

/// A link to a file of the site, as written, and where.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Link {
    pub(crate) value: String,
    pub(crate) origin: Origin,
}

/// What a text has linked so far.
pub(super) struct Links<'a> {
    pub(super) markdown: &'a str,
    pub(super) file: &'a str,
    pub(super) inside: Vec<Link>,
    /// Whether the links and pictures that are open stand on the page.
    pub(super) open: Vec<Standing>,
    pub(super) problems: Vec<Problem>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Kept,
    /// Only its words are.
    LeftOut,
}

/// Where an address leads.
enum Way {
    Inside,
    Elsewhere,
    /// To a script, or who knows where.
    Unsafe,
}

impl Links<'_> {
    /// A part of the text as it may stand on the page: of a link that may not be only the words are left.
    pub(super) fn checked<'e>(&mut self, event: Event<'e>, at: usize) -> Option<Event<'e>> {
        let standing = match &event {
            Event::Start(Tag::Link { link_type: LinkType::Email, .. }) => {
                self.open.push(Standing::Kept);
                Standing::Kept
            }
            Event::Start(Tag::Link { dest_url, .. }) => self.open(dest_url, "link", at),
            Event::Start(Tag::Image { dest_url, .. }) => self.open(dest_url, "picture", at),
            Event::End(TagEnd::Link | TagEnd::Image) => self.open.pop().unwrap_or(Standing::Kept),
            _ => Standing::Kept,
        };
        (standing == Standing::Kept).then_some(event)
    }

    fn open(&mut self, address: &str, kind: &str, at: usize) -> Standing {
        let (value, origin) = (address.to_owned(), text::origin(self.file, self.markdown, at));
        let standing = match (way(address), kind) {
            (Way::Inside, _) => {
                self.inside.push(Link { value, origin });
                Standing::Kept
            }
            (Way::Elsewhere, "link") => Standing::Kept,
            (Way::Elsewhere | Way::Unsafe, _) => {
                let case = Case::UnsafeLink { value, kind: kind.to_owned() };
                self.problems.push(Problem { case, origin });
                Standing::LeftOut
            }
        };
        self.open.push(standing);
        standing
    }
}

/// By the scheme, of which only those are known that name a place; one that begins with a slash is for the city's host.
fn way(address: &str) -> Way {
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
    match scheme.split_once(':') {
        Some((scheme, _))
            if ["http", "https", "mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) =>
        {
            Way::Elsewhere
        }
        Some(_) => Way::Unsafe,
        None if address.starts_with('/') => Way::Elsewhere,
        None => Way::Inside,
    }
}
