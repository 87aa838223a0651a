//! The progress CSV: long, a row per KPI and fiscal year; UTF-8 with BOM, CRLF, one record a line.

use nendo_model::{Cell, FiscalYear, Kpi, YearEntry};

use super::{cell, plain};
use crate::narrator::Narrator;
use crate::report::Report;
use crate::site::Site;

/// A record in the making: names and values side by side, so that the header cannot part from them.
type Record = Vec<(String, String)>;

/// The progress of a year's edition, in every language of the site.
pub(crate) fn progress_csv(site: &Site, report: &Report<'_>) -> Vec<u8> {
    let narrators: Vec<Narrator<'_>> = site.voices().map(|voice| Narrator { report, voice }).collect();
    let years = |kpi| report.years.iter().map(move |year| (kpi, *year));
    let records =
        report.edition.kpis().flat_map(years).map(|(kpi, year)| record(site, report, &narrators, kpi, year));
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

fn record(
    site: &Site,
    report: &Report<'_>,
    narrators: &[Narrator<'_>],
    kpi: &Kpi,
    year: FiscalYear,
) -> Record {
    let empty = YearEntry::default();
    let entry = kpi.entry(year).unwrap_or(&empty);
    let mut record = Record::new();
    let mut put = |name: &str, value: String| record.push((name.to_owned(), value));
    put("municipality_code", site.config.municipality_code.clone().unwrap_or_default());
    put("plan", report.plan.slug.clone());
    put("edition", report.edition.year.to_string());
    put("fiscal_year", year.to_string());
    put("kpi_id", kpi.id.clone());
    for level in 0..report.depth() {
        texts(&mut put, narrators, &format!("level{}", level + 1), |narrator| {
            let branch = report.path(kpi).get(level);
            branch.map(|branch| narrator.branch_name(branch).native_or("")).unwrap_or_default()
        });
    }
    put("kpi_number", plain::guarded(kpi.number.as_ref().map_or("", |number| &number.written)));
    let name = |narrator: &Narrator<'_>, source: Option<&str>| {
        source.map(|source| narrator.voice.phrase(source).native_or("")).unwrap_or_default()
    };
    texts(&mut put, narrators, "kpi", |narrator| name(narrator, kpi.label.as_deref()));
    quantity(&mut put, narrators, "target", entry.target.as_ref());
    put("target_status", cell::status(entry.target.as_ref()).to_owned());
    quantity(&mut put, narrators, "actual", entry.actual.as_ref());
    put("actual_status", cell::status(entry.actual.as_ref()).to_owned());
    let is_cumulative =
        |cell: Option<&Cell>| cell.and_then(Cell::quantity).is_some_and(|quantity| quantity.cumulative);
    let cumulative = is_cumulative(entry.target.as_ref()) || is_cumulative(entry.actual.as_ref());
    put("cumulative", cumulative.to_string());
    let grade = entry.evaluation.and_then(|grade| report.plan.scale.grade(grade));
    put("evaluation", plain::guarded(grade.map_or("", |grade| &grade.code)));
    texts(&mut put, narrators, "reason", |narrator| cell::text(narrator.voice, entry.reason.as_ref()));
    texts(&mut put, narrators, "note", |narrator| cell::text(narrator.voice, entry.note.as_ref()));
    texts(&mut put, narrators, "section", |narrator| name(narrator, kpi.section.as_deref()));
    put("direction", kpi.direction.name().to_owned());
    quantity(&mut put, narrators, "baseline", kpi.baseline.as_ref());
    quantity(&mut put, narrators, "final_target", kpi.final_target.as_ref());
    record
}

/// A column for each language of the site.
fn texts(
    put: &mut impl FnMut(&str, String),
    narrators: &[Narrator<'_>],
    name: &str,
    text: impl Fn(&Narrator<'_>) -> String,
) {
    for narrator in narrators {
        put(&format!("{name}_{}", narrator.voice.tag()), plain::guarded(&text(narrator)));
    }
}

/// Value, unit, and the whole cell in each language.
fn quantity(put: &mut impl FnMut(&str, String), narrators: &[Narrator<'_>], name: &str, cell: Option<&Cell>) {
    let quantity = cell.and_then(Cell::quantity);
    put(&format!("{name}_value"), quantity.map(|quantity| quantity.value.to_string()).unwrap_or_default());
    put(&format!("{name}_unit"), plain::guarded(quantity.map_or("", |quantity| &quantity.unit)));
    texts(put, narrators, &format!("{name}_text"), |narrator| cell::text(narrator.voice, cell));
}
