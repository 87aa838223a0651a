//! The progress CSV: long, a row per KPI and fiscal year; UTF-8 with BOM, CRLF, one record a line.

use nendo_model::{Branch, Cell, FiscalYear, Kpi, Reading, YearEntry};

use super::{plain, status, value};
use crate::phrase::Phrase;
use crate::route::Page;
use crate::view::{Report, View};
use crate::voice::Voice;

/// A record in the making: names and values side by side, so that the header cannot part from them.
type Record = Vec<(String, String)>;

/// The progress of a year's edition, in every language of the site.
pub(crate) fn progress_csv(report: &Report<'_>) -> Vec<u8> {
    let voices: Vec<Voice<'_>> = report.site.words.voices().collect();
    let kpis: Vec<&Kpi> = report.edition.kpis().collect();
    let records =
        kpis.iter().flat_map(|kpi| report.years.iter().map(|year| record(report, &voices, kpi, *year)));
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    for (at, record) in records.enumerate() {
        // Writing to memory cannot fail, and every record has the same columns.
        if at == 0 {
            let _ = writer.write_record(record.iter().map(|(name, _)| name));
        }
        let _ = writer.write_record(record.iter().map(|(_, value)| value));
    }
    drop(writer);
    bytes
}

fn record(report: &Report<'_>, voices: &[Voice<'_>], kpi: &Kpi, year: FiscalYear) -> Record {
    let empty = YearEntry::default();
    let entry = kpi.entry(year).unwrap_or(&empty);
    let mut record = Record::new();
    let mut put = |name: &str, value: String| record.push((name.to_owned(), value));
    put("municipality_code", report.site.config.municipality_code.clone().unwrap_or_default());
    put("plan", report.plan.slug.clone());
    put("edition", report.edition.year.to_string());
    put("fiscal_year", year.to_string());
    put("kpi_id", kpi.id.clone());
    for level in 0..report.depth() {
        let branch = report.path(kpi).get(level).copied();
        texts(&mut put, voices, &format!("level{}", level + 1), |voice| level_name(report, voice, branch));
    }
    put("kpi_number", plain::guarded(kpi.number.as_ref().map_or("", |number| &number.written)));
    texts(&mut put, voices, "kpi", |voice| {
        plain::native(&kpi.label.as_deref().map(|label| voice.phrase(label)).unwrap_or_default())
    });
    quantity(&mut put, voices, "target", entry.target.as_ref());
    put("target_status", status(entry.target.as_ref()).to_owned());
    quantity(&mut put, voices, "actual", entry.actual.as_ref());
    put("actual_status", status(entry.actual.as_ref()).to_owned());
    put("cumulative", is_cumulative(entry).to_string());
    let grade = entry.evaluation.and_then(|grade| report.plan.scale.grade(grade));
    put("evaluation", plain::guarded(grade.map_or("", |grade| &grade.code)));
    texts(&mut put, voices, "reason", |voice| plain::cell(voice, entry.reason.as_ref()));
    texts(&mut put, voices, "note", |voice| plain::cell(voice, entry.note.as_ref()));
    texts(&mut put, voices, "section", |voice| {
        plain::native(&kpi.section.as_deref().map(|section| voice.phrase(section)).unwrap_or_default())
    });
    put("direction", kpi.direction.name().to_owned());
    quantity(&mut put, voices, "baseline", kpi.baseline.as_ref());
    quantity(&mut put, voices, "final_target", kpi.final_target.as_ref());
    record
}

fn level_name(report: &Report<'_>, voice: Voice<'_>, branch: Option<&Branch>) -> String {
    let view = View::new(report, voice, Page::Summary);
    plain::native(&branch.map_or_else(Phrase::default, |branch| view.branch_name(branch)))
}

/// A column for each language of the site.
fn texts(
    put: &mut impl FnMut(&str, String),
    voices: &[Voice<'_>],
    name: &str,
    text: impl Fn(Voice<'_>) -> String,
) {
    for voice in voices {
        put(&format!("{name}_{}", voice.tag()), plain::guarded(&text(*voice)));
    }
}

/// Value, unit, and the whole cell in each language.
fn quantity(put: &mut impl FnMut(&str, String), voices: &[Voice<'_>], name: &str, cell: Option<&Cell>) {
    let value = value(cell);
    put(&format!("{name}_value"), value.map(|(value, _)| value.to_string()).unwrap_or_default());
    put(&format!("{name}_unit"), plain::guarded(value.map_or("", |(_, unit)| unit)));
    texts(put, voices, &format!("{name}_text"), |voice| plain::cell(voice, cell));
}

fn is_cumulative(entry: &YearEntry) -> bool {
    [&entry.target, &entry.actual]
        .into_iter()
        .flatten()
        .any(|cell| matches!(&*cell.reading, Reading::Quantity(quantity) if quantity.cumulative))
}
