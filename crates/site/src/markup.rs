//! Texts as they stand in HTML. It knows no page and no language.

/// A text as HTML, the same within an element and within a quoted attribute, put down piece by piece.
pub(crate) fn escape(text: &str, mut put: impl FnMut(&str)) {
    let mut from = 0;
    for (at, letter) in text.bytes().enumerate() {
        let written = match letter {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        put(&text[from..at]);
        put(written);
        from = at + 1;
    }
    put(&text[from..]);
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn a_text_is_nothing_but_text() {
        let mut html = String::new();
        escape("<a href=\"x\">目標 'A' & B</a>", |piece| html.push_str(piece));
        assert_eq!(html, "&lt;a href=&quot;x&quot;&gt;目標 &#39;A&#39; &amp; B&lt;/a&gt;");
    }
}
