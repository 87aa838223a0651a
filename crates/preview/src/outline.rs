//! Where in the bytes of a page the things are that matter to the preview. It changes nothing and looks at no file.

use html5gum::{DefaultEmitter, HtmlString, Span, Spanned, StartTag, Token, Tokenizer};
use std::ops::Range;

/// Where in a page things are.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Outline {
    /// Where each content security policy begins.
    pub(crate) policies: Vec<usize>,
    /// The style sheets, in order.
    pub(crate) styles: Vec<Style>,
    /// The addresses of all else that is loaded with the page: scripts, images.
    pub(crate) parts: Vec<String>,
    /// Where the body ends.
    pub(crate) end: usize,
}

/// A link to a style sheet.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Style {
    /// Its address, as the page has it.
    pub(crate) href: String,
    /// Where that stands, with the attribute's name.
    pub(crate) span: Range<usize>,
}

/// Looks through a page.
pub(crate) fn outline(html: &[u8]) -> Outline {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut outline = Outline { end: html.len(), ..Outline::default() };
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => outline.note(html, &tag),
            Token::EndTag(tag) if **tag.name == *b"body" => outline.end = tag.span.start.min(html.len()),
            _ => {}
        }
    }
    outline
}

impl Outline {
    fn note(&mut self, html: &[u8], tag: &StartTag<usize>) {
        let text =
            |name: &str| tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value));
        let says = |name: &str, wanted: &str| {
            text(name).is_some_and(|text| {
                text.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(wanted))
            })
        };
        match &**tag.name {
            b"meta" if says("http-equiv", "content-security-policy") => {
                let content = tag.attributes.get(b"content".as_slice());
                self.policies.extend(content.and_then(|content| first_of(html, content)));
            }
            b"link" if says("rel", "stylesheet") => {
                if let (Some(href), Some(value)) = (text("href"), tag.attributes.get(b"href".as_slice())) {
                    let Span { start, end } = value.span;
                    self.styles.push(Style {
                        href: href.into_owned(),
                        span: start.min(html.len())..end.min(html.len()),
                    });
                }
            }
            // Where a reader may go is no part of the page.
            b"a" | b"area" => {}
            b"link"
                if !["icon", "preload", "modulepreload", "manifest"].iter().any(|rel| says("rel", rel)) => {}
            _ => {
                let of_one = ["src", "href", "xlink:href", "poster", "data"].into_iter().filter_map(text);
                self.parts.extend(of_one.map(|address| address.trim().to_owned()));
                let sets = ["srcset", "imagesrcset"].into_iter().filter_map(text);
                self.parts.extend(sets.flat_map(|set| candidates(&set)));
            }
        }
    }
}

/// The addresses of `a.png 1x, b.png 2x`.
fn candidates(set: &str) -> Vec<String> {
    set.split(',').filter_map(|one| one.split_ascii_whitespace().next()).map(str::to_owned).collect()
}

/// Where a quoted value begins.
fn first_of(html: &[u8], value: &Spanned<HtmlString, usize>) -> Option<usize> {
    let written = html.get(value.span.start..value.span.end.min(html.len()))?;
    let quote = written.iter().position(|byte| b"\"'".contains(byte))?;
    Some(value.span.start + quote + 1)
}
