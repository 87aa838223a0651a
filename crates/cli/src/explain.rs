//! `nendo check --explain`: how each table was understood, for people and for programs.

mod json;
mod said;
mod text;

use nendo_ingest::Explanation;

use crate::job::Format;
use crate::stream;
use crate::words::Voice;

/// Shows how tables were understood.
pub(crate) fn show(explained: &[Explanation], format: Format, voice: Voice<'_>) {
    let shown = match format {
        Format::Json => explained.iter().map(json::text).collect::<String>(),
        Format::Full | Format::Short => explained.iter().map(|table| text::text(table, voice)).collect(),
    };
    stream::out(&shown);
}
