//! Text of a CSV → its fields as they stand: with the white space at their ends, and with what is wrong in their
//! quotes. `record` reads the same text kindly; here it is told what a stricter reader would stumble over. Knows no
//! header.

use std::iter::Peekable;
use std::str::Chars;

use nendo_model::Delimiter;

use crate::record;

/// A field as it stands, without the quotes around it; any line break in it is `\n`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) text: String,
    /// A quote stands where none can, or is not closed.
    pub(crate) is_misquoted: bool,
}

impl Field {
    /// Whether nothing but white space stands in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The rows of a text as a spreadsheet counts them, the first at 0. A blank line is a row of one blank field; a line
/// that only names the delimiter is none.
pub(crate) fn rows(text: &str) -> Vec<Vec<Field>> {
    let (delimiter, is_named) = record::delimiter(text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = match text.split_once('\n') {
        Some((_, rest)) if is_named => rest,
        _ if is_named => "",
        _ => &text,
    };
    let mut letters = text.chars().peekable();
    let mut rows = Vec::new();
    while letters.peek().is_some() {
        rows.push(row(&mut letters, delimiter));
    }
    rows
}

fn row(letters: &mut Peekable<Chars<'_>>, delimiter: Delimiter) -> Vec<Field> {
    let mut fields = Vec::new();
    loop {
        let mut field = Field::default();
        if letters.next_if_eq(&'"').is_some() {
            quoted(letters, &mut field);
        }
        let end = loop {
            match letters.next() {
                Some('\n') | None => break None,
                Some(letter) if letter == char::from(delimiter.byte()) => break Some(()),
                Some(letter) => {
                    field.is_misquoted |= letter == '"';
                    field.text.push(letter);
                }
            }
        };
        fields.push(field);
        if end.is_none() {
            return fields;
        }
    }
}

/// Takes what stands between quotes, and the closing one, after which the field should end.
fn quoted(letters: &mut Peekable<Chars<'_>>, field: &mut Field) {
    loop {
        match letters.next() {
            Some('"') if letters.next_if_eq(&'"').is_some() => field.text.push('"'),
            Some('"') => break,
            Some(letter) => field.text.push(letter),
            None => {
                field.is_misquoted = true;
                return;
            }
        }
    }
    let is_end = |letter: &char| matches!(letter, '\n' | ',' | '\t' | ';');
    field.is_misquoted = letters.peek().is_some_and(|next| !is_end(next));
}

#[cfg(test)]
mod tests {
    use super::rows;

    /// Each row as its fields, those that are misquoted with `!`.
    fn shown(text: &str) -> Vec<Vec<String>> {
        let field = |field: super::Field| field.text + if field.is_misquoted { "!" } else { "" };
        rows(text).into_iter().map(|row| row.into_iter().map(field).collect()).collect()
    }

    #[test]
    fn fields_stand_as_they_are() {
        assert_eq!(
            shown("a, b ,\"c,\"\"d\"\"\"\r\n\r\n\"1\r\n2\",\n"),
            [vec!["a", " b ", "c,\"d\""], vec![""], vec!["1\n2", ""],]
        );
        assert_eq!(shown("sep=;\na;b"), [["a", "b"]]);
        assert!(shown("").is_empty());
    }

    #[test]
    fn quotes_that_a_strict_reader_stumbles_over_are_told() {
        assert_eq!(shown("a\"b,\"c\"d,\"e\"\n"), [["a\"b!", "cd!", "e"]]);
        assert_eq!(shown("a,\"b\nc,d"), [["a", "b\nc,d!"]]);
    }
}
