//! Where the records of a text end, and the cells of one. It is as strict about quotes as a reader of CSV is, and
//! guesses nothing of what they hold.
//!
//! A text is walked from its start, and what is found never depends on what follows, but for the line feed after a
//! carriage return. So the first part of a text has the same records as the whole, up to the one that is cut.

use std::ops::Range;

/// What ends a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A line end that stands in no quotes. Comma, semicolon and tab part the cells.
    Table,
    /// Any line end.
    Lines,
}

/// How wide a unit of text is. In all other encodings that nendo reads, line ends, quotes and delimiters are
/// single bytes that are no part of another letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Units {
    Bytes,
    Utf16Little,
    Utf16Big,
}

/// Where something ends: the byte after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Cell(usize),
    Record(usize),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    CellStart,
    Plain,
    Quoted,
    /// After a quote within quotes: the end of them, or the first half of a doubled one.
    QuoteSeen,
}

impl Units {
    /// How a text is written, by its byte order mark; `None` for what is no text.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xFF, 0xFE, ..] => Some(Self::Utf16Little),
            [0xFE, 0xFF, ..] => Some(Self::Utf16Big),
            _ => (!bytes.contains(&0)).then_some(Self::Bytes),
        }
    }

    fn width(self) -> usize {
        if self == Self::Bytes { 1 } else { 2 }
    }

    /// The units; the half of one, at the end of a text that was cut, is no sign that means something.
    fn each(self, bytes: &[u8]) -> impl Iterator<Item = u16> {
        bytes.chunks(self.width()).map(move |unit| match (self, unit) {
            (Self::Bytes, [byte]) => u16::from(*byte),
            (Self::Utf16Little, [low, high]) => u16::from_le_bytes([*low, *high]),
            (Self::Utf16Big, [high, low]) => u16::from_be_bytes([*high, *low]),
            _ => u16::MAX,
        })
    }
}

/// The records of a text, each with its line end. The last may have none.
pub(crate) fn records(bytes: &[u8], units: Units, form: Form) -> Vec<Range<usize>> {
    let mut records = Vec::new();
    let mut start = 0;
    walk(bytes, units, form, |end| {
        if let End::Record(end) = end {
            records.push(start..end);
            start = end;
        }
    });
    if start < bytes.len() {
        records.push(start..bytes.len());
    }
    records
}

/// The cells of one record, with their quotes, and its line end, which may be empty.
pub(crate) fn cells(record: &[u8], units: Units) -> (Vec<&[u8]>, &[u8]) {
    let width = units.width();
    let mut is_ended = false;
    walk(record, units, Form::Table, |end| is_ended = matches!(end, End::Record(_)));
    // A line end in quotes that were cut ends nothing.
    let is_ending = |unit: &u16| is_ended && matches!(unit, 0x0A | 0x0D);
    let ending = units.each(record).collect::<Vec<_>>().into_iter().rev().take_while(is_ending);
    let (text, ending) = record.split_at(record.len().saturating_sub(ending.count() * width));
    let mut cells = Vec::new();
    let mut start = 0;
    walk(text, units, Form::Table, |end| {
        if let End::Cell(end) = end {
            cells.push(&text[start..end - width]);
            start = end;
        }
    });
    cells.push(&text[start..]);
    (cells, ending)
}

fn walk(bytes: &[u8], units: Units, form: Form, mut found: impl FnMut(End)) {
    const MARKS: [u16; 4] = [0xFEFF, 0xEF, 0xBB, 0xBF];
    let mut each = units.each(bytes).enumerate().peekable();
    let mut state = State::CellStart;
    let mut in_mark = true;
    while let Some((at, unit)) = each.next() {
        let end = ((at + 1) * units.width()).min(bytes.len());
        // A byte order mark stands before the first cell, and not in it.
        in_mark = in_mark && at < 3 && MARKS.contains(&unit);
        if in_mark {
            continue;
        }
        let is_quoted = form == Form::Table && state == State::Quoted;
        state = match unit {
            0x22 if is_quoted => State::QuoteSeen,
            _ if is_quoted => State::Quoted,
            0x22 if form == Form::Table && matches!(state, State::CellStart | State::QuoteSeen) => {
                State::Quoted
            }
            0x2C | 0x3B | 0x09 => {
                found(End::Cell(end));
                State::CellStart
            }
            0x0D if each.peek().is_some_and(|(_, next)| *next == 0x0A) => state,
            0x0A | 0x0D => {
                found(End::Record(end));
                State::CellStart
            }
            _ => State::Plain,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, Units, cells, records};

    fn texts(text: &str, form: Form) -> Vec<&str> {
        records(text.as_bytes(), Units::Bytes, form).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_quoted_line_break_ends_no_record() {
        assert_eq!(texts("a,\"b\nc\"\r\nd\re", Form::Table), ["a,\"b\nc\"\r\n", "d\r", "e"]);
        assert_eq!(texts("a,\"b\nc\"\n", Form::Lines), ["a,\"b\n", "c\"\n"]);
        assert_eq!(texts("\u{FEFF}\"a\nb\"\nc\n", Form::Table), ["\u{FEFF}\"a\nb\"\n", "c\n"]);
    }

    #[test]
    fn a_quote_within_a_cell_and_a_doubled_one_mean_nothing() {
        assert_eq!(texts("5\" pipe,b\nc\n", Form::Table), ["5\" pipe,b\n", "c\n"]);
        assert_eq!(texts("\"a\"\"\nb\",c\nd", Form::Table), ["\"a\"\"\nb\",c\n", "d"]);
    }

    #[test]
    fn the_records_of_utf_16_end_at_units() {
        let bytes: Vec<u8> = "\u{FEFF}\u{0A0D},b\nc\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let units = Units::of(&bytes).expect("a text");
        assert_eq!(units, Units::Utf16Little);
        assert_eq!(records(&bytes, units, Form::Table), [0..10, 10..14]);
        assert_eq!(records(&bytes[..11], units, Form::Table), [0..10, 10..11]);
    }

    #[test]
    fn cells_are_parted_outside_of_quotes() {
        let (cells, ending) = cells(b"a,\"b,c\",\r\n", Units::Bytes);
        assert_eq!(cells, [&b"a"[..], b"\"b,c\"", b""]);
        assert_eq!(ending, b"\r\n");
    }
}
