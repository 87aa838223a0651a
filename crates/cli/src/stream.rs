//! The two streams, and a line as it goes into them. A reader that has gone away, as `head` does, is no error of ours.

use std::io::{Write, stderr, stdout};

use serde::Serialize;

/// A line for programs, which read JSON.
pub(crate) fn json_line(value: &impl Serialize) -> String {
    // Records of texts and counts always become JSON.
    serde_json::to_string(value).map(|line| line + "\n").unwrap_or_default()
}

/// Prints a result.
pub(crate) fn out(text: &str) {
    let mut stream = stdout().lock();
    let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
}

/// Prints what has to be said about it.
pub(crate) fn err(text: &str) {
    let _ = stderr().lock().write_all(text.as_bytes());
}
