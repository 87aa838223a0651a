//! What a server says of a folder, as XML: RFC 4918, 14.16.

use std::time::UNIX_EPOCH;

use percent_encoding::percent_decode_str;
use roxmltree::{Document, Node};

use super::super::{Entry, Refusal, RefusalKind};

/// The namespace of it all.
const DAV: &str = "DAV:";

/// The folder that was asked about, or something in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Member {
    /// None for folders.
    pub(super) file: Option<Entry>,
}

/// All that is listed.
pub(super) fn members(text: &[u8]) -> Result<Vec<Member>, Refusal> {
    let text = String::from_utf8_lossy(text);
    let listed = Document::parse(text.trim_start_matches('\u{feff}'))
        .map_err(|error| Refusal::new(RefusalKind::Other, format!("no list of a folder: {error}")))?;
    Ok(listed.root_element().children().filter(|node| is(node, "response")).filter_map(member).collect())
}

fn member(response: Node) -> Option<Member> {
    // What it has stands apart from what it has not.
    let properties = children(response, "propstat")
        .filter(|found| text(*found, "status").is_none_or(|status| status.contains(" 200")))
        .find_map(|found| children(found, "prop").next())?;
    let folder =
        children(properties, "resourcetype").any(|kind| children(kind, "collection").next().is_some());
    if folder {
        return Some(Member { file: None });
    }
    // An address may be whole, or a path of its own for who stands behind a proxy; the name is its last part.
    let path = text(response, "href")?;
    let name = path.split(['?', '#']).next()?.trim_end_matches('/').rsplit('/').next()?;
    let name = percent_decode_str(name).decode_utf8().ok()?;
    let written = text(properties, "getlastmodified").and_then(|date| httpdate::parse_http_date(date).ok());
    // A tag that is weak in the second of the write is strong later.
    let tag = text(properties, "getetag").map(|tag| tag.trim_start_matches("W/"));
    let written = written.and_then(|date| date.duration_since(UNIX_EPOCH).ok()).map(|since| since.as_secs());
    let mark = match (tag, written) {
        (None, None) => None,
        (tag, written) => Some(format!("{} {}", tag.unwrap_or_default(), written.unwrap_or_default())),
    };
    let bytes = text(properties, "getcontentlength").and_then(|bytes| bytes.parse().ok()).unwrap_or_default();
    Some(Member { file: Some(Entry { name: name.into_owned(), bytes, mark, written }) })
}

fn is(node: &Node, name: &str) -> bool {
    node.has_tag_name((DAV, name))
}

fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| is(child, name))
}

fn text<'a>(node: Node<'a, '_>, name: &'static str) -> Option<&'a str> {
    children(node, name).find_map(|child| child.text()).map(str::trim).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As IIS says it: addresses are whole, and a folder has no date.
    const WHOLE: &str = r#"<?xml version="1.0"?><a:multistatus xmlns:a="DAV:">
        <a:response><a:href>http://city.example/dav/</a:href><a:propstat><a:status>HTTP/1.1 200 OK</a:status><a:prop>
        <a:resourcetype><a:collection/></a:resourcetype></a:prop></a:propstat></a:response>
        <a:response><a:href>http://city.example/dav/%e5%b9%b4%20%25.html</a:href><a:propstat><a:status>HTTP/1.1 404 Not Found</a:status>
        <a:prop><a:getetag/></a:prop></a:propstat><a:propstat><a:status>HTTP/1.1 200 OK</a:status><a:prop><a:resourcetype/>
        <a:getcontentlength>12</a:getcontentlength><a:getlastmodified>Thu, 01 Jan 1970 00:01:40 GMT</a:getlastmodified>
        </a:prop></a:propstat></a:response></a:multistatus>"#;

    #[test]
    fn a_whole_address_is_a_name_too() {
        let file = Entry {
            name: "年 %.html".to_owned(),
            bytes: 12,
            mark: Some(" 100".to_owned()),
            written: Some(100),
        };
        assert_eq!(members(WHOLE.as_bytes()), Ok(vec![Member { file: None }, Member { file: Some(file) }]));
    }

    #[test]
    fn a_tag_is_the_same_whether_it_is_weak_or_strong() {
        let marked = |tag: &str| {
            let text =
                WHOLE.replace("<a:resourcetype/>", &format!("<a:resourcetype/><a:getetag>{tag}</a:getetag>"));
            let mut listed = members(text.as_bytes()).expect("a list");
            listed.pop().and_then(|member| member.file).and_then(|entry| entry.mark)
        };
        assert_eq!(marked("W/\"a-1\""), marked("\"a-1\""));
        assert_ne!(marked("\"a-2\""), marked("\"a-1\""));
    }

    #[test]
    fn what_is_no_list_is_refused() {
        assert!(members(b"<html><br></html>").is_err() && members(b"").is_err());
    }
}
