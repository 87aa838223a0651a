//! The table that a content folder is to start from: its bytes, as they are, and what it says of itself.

use std::fs;
use std::path::Path;

use nendo_ingest::Survey;
use nendo_model::FiscalYear;

use crate::report::Report;
use crate::words::Voice;

/// A file that somebody named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    /// What is in it.
    pub(crate) bytes: Vec<u8>,
    /// Its extension: `csv`, `tsv`, `txt`.
    pub(crate) extension: &'static str,
    /// The fiscal year in its name.
    pub(crate) named: Option<FiscalYear>,
    /// What it says of itself.
    pub(crate) survey: Survey,
}

/// Extensions of what a spreadsheet program keeps its own files in.
const WORKBOOKS: [&str; 7] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "numbers", "gsheet"];
/// How the two kinds of Excel's own files begin, whatever they are called.
const BEGINNINGS: [&[u8]; 2] = [b"PK\x03\x04", &[0xd0, 0xcf, 0x11, 0xe0]];

/// Looks at a table; the error says what can be done.
pub(crate) fn open(text: &str, voice: Voice<'_>) -> Result<Table, String> {
    // A path that Windows copies is in quotation marks.
    let path = Path::new(text.trim_matches(['"', '\'']));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let extension = path.extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
    let bytes = fs::read(path).map_err(|_| voice.hint("io", &[]))?;
    if WORKBOOKS.contains(&&*extension) || BEGINNINGS.iter().any(|start| bytes.starts_with(start)) {
        return Err(voice.word("why-workbook"));
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let looked = nendo_ingest::survey(folder, &name);
    let report = Report::new(looked.problems);
    let Some(survey) = looked.value else { return Err(report.error(voice).unwrap_or_default()) };
    let extension = ["tsv", "txt"].into_iter().find(|known| *known == extension).unwrap_or("csv");
    Ok(Table { bytes, extension, named: nendo_ingest::year_of_file(&name), survey })
}

impl Table {
    /// The fiscal year that it reports on, if its name and its cells do not contradict each other.
    pub(crate) fn year(&self) -> Option<FiscalYear> {
        if self.contradiction().is_some() { None } else { self.named.or(self.survey.year) }
    }

    /// The fiscal years that its name and its cells say, if they are not the same.
    pub(crate) fn contradiction(&self) -> Option<[FiscalYear; 2]> {
        self.named.zip(self.survey.year).filter(|(named, reported)| named != reported).map(<[_; 2]>::from)
    }
}
