//! Whether a file that changed looks whole, or as if a program were still writing it. It knows bytes, and the names
//! by which tables are told from other texts.
//!
//! A program that saves in place empties the file and writes it from its start; somebody who looks in between sees
//! the new version cut off somewhere. What was there before tells how the new version should end, as most edits leave
//! the end of a file alone. A changed text is whole at once if one of these holds, where a record is a row of a table
//! (also one of several lines, in quotes) or a line of any other text, and always has its line end with it:
//!
//! 1. **As many rows.** It has as many records as before, and the last one is the same to the byte.
//! 2. **The same end.** It ends with the records that the old version ended with, as many of them as said nowhere else in
//!    it the same one after the other, and have eight letters or digits. Thus a row may come or go anywhere above.
//! 3. **A cell in the last row** (tables only). All before the last record is the same to the byte, and in the last one a
//!    single cell differs, and another that is filled does not. It has a line end, the same as before; without one the
//!    cell that differs is not the last.
//!
//! All else waits for a quiet time: a new file, one that vanished, one that was or is empty, the first save in another
//! encoding, rows that are added at the end or deleted from there, the changed last line of a text that is no table, a
//! changed picture or font (a zero byte outside of UTF-16), and whatever has a last record of more than 64 KiB.
//!
//! Of a new version that was cut off, the rules take the kept part in these cases alone, as it is then just what
//! somebody might have saved:
//!
//! - The writer paused exactly behind a copy of the old last record (1) or of the records that the old version ended with
//!   (2). Where the new version differs in the text of cells alone, and no row came to read as another did, there is none.
//! - The writer paused exactly behind the last row, one cell of which changed, and more rows are to follow (3).
//!
//! A program that overwrites a file from its start without emptying it leaves a mixture of both versions, which cannot be
//! told from an edit if its end is the old one; none of those that people edit tables with is known to.

use std::ffi::OsStr;
use std::path::Path;

use xxhash_rust::xxh3::xxh3_128;

use super::records::{Form, Units, cells, records};

/// The most bytes that are remembered of the end of a file.
const LONGEST_END: usize = 64 << 10;

/// How many letters or digits the end of a file must have to be told from any other.
const TELLING: usize = 8;

/// What is remembered of a text, to tell whether the next version of it is whole.
#[derive(Clone, Debug)]
pub(crate) struct Outline {
    form: Form,
    units: Units,
    records: usize,
    /// The hash of all before the last record.
    before: u128,
    last: Vec<u8>,
    /// The last records, as many as stand nowhere else in the text.
    end: Option<Vec<u8>>,
}

impl Outline {
    /// The outline of a file; `None` for what is no text, has no record or too long a one.
    pub(crate) fn of(path: &Path, bytes: &[u8]) -> Option<Self> {
        let units = Units::of(bytes)?;
        let form = form(path);
        let records = records(bytes, units, form);
        let last = records.last()?.clone();
        let starts: Vec<usize> = records.iter().map(|record| record.start).collect();
        (last.len() <= LONGEST_END).then(|| Self {
            form,
            units,
            records: records.len(),
            before: xxh3_128(&bytes[..last.start]),
            last: bytes[last].to_owned(),
            end: telling_end(bytes, &starts).map(<[u8]>::to_owned),
        })
    }

    /// Whether a later version of the file looks whole.
    pub(crate) fn is_followed_by(&self, bytes: &[u8]) -> bool {
        if Units::of(bytes) != Some(self.units) {
            return false;
        }
        let records = records(bytes, self.units, self.form);
        let Some(last) = records.last() else { return false };
        let has_as_many = records.len() == self.records;
        let has_same_end = || {
            let end = self.end.as_ref().filter(|end| bytes.ends_with(end));
            end.is_some_and(|end| records.iter().any(|record| record.start == bytes.len() - end.len()))
        };
        has_as_many && bytes[last.clone()] == self.last
            || has_same_end()
            || has_as_many
                && self.form == Form::Table
                && xxh3_128(&bytes[..last.start]) == self.before
                && self.differs_in_a_cell(&bytes[last.clone()])
    }

    /// Whether the last record differs in a single cell.
    fn differs_in_a_cell(&self, last: &[u8]) -> bool {
        let (old, old_ending) = cells(&self.last, self.units);
        let (new, ending) = cells(last, self.units);
        let mut different = old.iter().zip(&new).enumerate().filter(|(_, (old, new))| old != new);
        let first = different.next().map(|(at, _)| at);
        let is_one = first.is_some() && different.next().is_none();
        let is_ended = !ending.is_empty() || first.is_some_and(|at| at + 1 < new.len());
        let is_known = old.iter().enumerate().any(|(at, cell)| !cell.is_empty() && Some(at) != first);
        old.len() == new.len() && ending == old_ending && is_one && is_ended && is_known
    }
}

fn form(path: &Path) -> Form {
    let is_table = |kind: &OsStr| ["csv", "tsv", "txt"].iter().any(|table| kind.eq_ignore_ascii_case(table));
    if path.extension().is_some_and(is_table) { Form::Table } else { Form::Lines }
}

/// The fewest records at the end of a text that say enough and do not follow each other anywhere else in it.
fn telling_end<'b>(bytes: &'b [u8], starts: &[usize]) -> Option<&'b [u8]> {
    const MOST_RECORDS: usize = 64;
    let is_telling = |end: &[u8]| {
        end.iter().filter(|byte| byte.is_ascii_alphanumeric() || **byte >= 0x80).count() >= TELLING
    };
    let candidates = starts.iter().rev().take(MOST_RECORDS).map(|start| (*start, &bytes[*start..]));
    let mut short = candidates.take_while(|(_, end)| end.len() <= LONGEST_END);
    let stands_nowhere_else = |start: usize, end: &[u8]| {
        !starts.iter().any(|other| *other < start && bytes[*other..].starts_with(end))
    };
    short.find(|(start, end)| is_telling(end) && stands_nowhere_else(*start, end)).map(|(_, end)| end)
}

#[cfg(test)]
mod tests;
