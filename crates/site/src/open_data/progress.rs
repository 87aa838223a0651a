//! The progress CSV: long, a row per KPI and fiscal year; UTF-8 with BOM, CRLF, one record a line.

use nendo_model::{Cell, Kpi, YearEntry};

use super::{cell, plain};
use crate::narrator::Narrator;
use crate::report::Report;
use crate::site::Site;

/// Columns of a record: names and values side by side, so that the header cannot part from them.
type Record = Vec<(String, String)>;

/// The progress of a year's edition, in every language of the site.
pub(crate) fn progress_csv(site: &Site, report: &Report<'_>) -> Vec<u8> {
    let narrators: Vec<Narrator<'_>> = site.voices().map(|voice| Narrator { report, voice }).collect();
    let edition = edition(site, report);
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    let mut has_header = false;
    for kpi in report.edition.kpis() {
        let (names, ends) = (names(report, &narrators, kpi), ends(&narrators, kpi));
        for year in &report.years {
            let year_of = vec![("fiscal_year".to_owned(), year.to_string())];
            let values = values(report, &narrators, kpi.entry(*year).unwrap_or(&YearEntry::default()));
            let record = || [&edition, &year_of, &names, &values, &ends].into_iter().flatten();
            // Writing to memory cannot fail, and every record has the same columns.
            if !has_header {
                let _ = writer.write_record(record().map(|(name, _)| name));
                has_header = true;
            }
            let _ = writer.write_record(record().map(|(_, value)| value));
        }
    }
    drop(writer);
    bytes
}

/// What every record says.
fn edition(site: &Site, report: &Report<'_>) -> Record {
    let code = site.config.municipality_code.clone().unwrap_or_default();
    let (plan, edition) = (report.plan.slug.clone(), report.edition.year.to_string());
    [("municipality_code", code), ("plan", plan), ("edition", edition)]
        .map(|(name, value)| (name.to_owned(), value))
        .into()
}

/// What every record of a KPI says of where it stands.
fn names(report: &Report<'_>, narrators: &[Narrator<'_>], kpi: &Kpi) -> Record {
    let mut record = Record::new();
    let mut put = |name: &str, value: String| record.push((name.to_owned(), value));
    put("kpi_id", kpi.id.clone());
    for level in 0..report.depth() {
        texts(&mut put, narrators, &format!("level{}", level + 1), |narrator| {
            let branch = report.path(kpi).get(level);
            branch.map(|branch| narrator.branch_name(branch).native_or("")).unwrap_or_default()
        });
    }
    put("kpi_number", plain::guarded(kpi.number.as_ref().map_or("", |number| &number.written)));
    texts(&mut put, narrators, "kpi", |narrator| name(narrator, kpi.label.as_deref()));
    record
}

/// What a record says of its year.
fn values(report: &Report<'_>, narrators: &[Narrator<'_>], entry: &YearEntry) -> Record {
    let mut record = Record::new();
    let mut put = |name: &str, value: String| record.push((name.to_owned(), value));
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
    record
}

/// What every record of a KPI ends with.
fn ends(narrators: &[Narrator<'_>], kpi: &Kpi) -> Record {
    let mut record = Record::new();
    let mut put = |name: &str, value: String| record.push((name.to_owned(), value));
    texts(&mut put, narrators, "section", |narrator| name(narrator, kpi.section.as_deref()));
    put("direction", kpi.direction.name().to_owned());
    quantity(&mut put, narrators, "baseline", kpi.baseline.as_ref());
    quantity(&mut put, narrators, "final_target", kpi.final_target.as_ref());
    record
}

/// A name in the language of the narrator; empty where it has none.
fn name(narrator: &Narrator<'_>, source: Option<&str>) -> String {
    source.map(|source| narrator.voice.phrase(source).native_or("")).unwrap_or_default()
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
