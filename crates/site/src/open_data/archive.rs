//! All files of a data folder in one: a zip whose bytes depend on nothing but theirs.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A zip of files with these names, in this order.
pub(crate) fn archive<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // The time of the build would make each zip another one.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(1))
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    for (name, bytes) in files {
        // Writing to memory cannot fail, and no name is there twice.
        let _ = writer.start_file(name, options).and_then(|()| Ok(writer.write_all(bytes)?));
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}
