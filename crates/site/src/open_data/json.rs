//! progress.json: what the progress CSV says, nested as the plan is.

use std::collections::BTreeMap;

use nendo_model::{Branch, Cell, Decimal, Kpi, Quantity, Reading, Scale, Wording, YearEntry};
use serde::Serialize;
use serde_json::value::RawValue;

use super::{plain, status, value};
use crate::view::Report;
use crate::voice::Voice;

/// A text by language; a language without a translation is absent.
type Texts = BTreeMap<String, String>;

#[derive(Serialize)]
struct Progress {
    municipality_code: Option<String>,
    plan: String,
    title: Texts,
    fiscal_year: u16,
    edition: u16,
    source: Texts,
    licence: Option<&'static str>,
    scale: Vec<Grade>,
    levels: Vec<Texts>,
    branches: Vec<BranchRecord>,
}

#[derive(Serialize)]
struct Grade {
    code: String,
    rank: Option<u32>,
    counted: bool,
    tone: &'static str,
    meaning: Texts,
}

#[derive(Serialize)]
struct BranchRecord {
    id: String,
    number: Option<String>,
    name: Texts,
    branches: Vec<BranchRecord>,
    kpis: Vec<KpiRecord>,
}

#[derive(Serialize)]
struct KpiRecord {
    id: String,
    number: Option<String>,
    name: Texts,
    direction: &'static str,
    section: Texts,
    baseline: Option<CellRecord>,
    final_target: Option<CellRecord>,
    years: Vec<YearRecord>,
}

#[derive(Serialize)]
struct YearRecord {
    fiscal_year: u16,
    target: CellRecord,
    actual: CellRecord,
    evaluation: Option<String>,
    reason: Texts,
    note: Texts,
}

#[derive(Serialize)]
struct CellRecord {
    status: &'static str,
    value: Option<Box<RawValue>>,
    unit: Option<String>,
    cumulative: bool,
    text: Texts,
    parts: Vec<PartRecord>,
}

#[derive(Serialize)]
struct PartRecord {
    name: Texts,
    value: Option<Box<RawValue>>,
    unit: String,
}

/// The progress of a year's edition, in every language of the site.
pub(crate) fn progress_json(report: &Report<'_>) -> Vec<u8> {
    let voices: Vec<Voice<'_>> = report.site.words.voices().collect();
    let (config, plan, edition) = (&report.site.config, report.plan, report.edition);
    let record = Progress {
        municipality_code: config.municipality_code.clone(),
        plan: plan.slug.clone(),
        title: wording(&voices, &plan.title),
        fiscal_year: report.year.number(),
        edition: edition.year.number(),
        source: config.source.as_ref().map(|source| wording(&voices, source)).unwrap_or_default(),
        licence: config.licence.map(crate::Licence::name),
        scale: plan
            .scale
            .grades()
            .map(|(_, grade)| Grade {
                code: plain::plain(&grade.code),
                rank: grade.rank,
                counted: grade.counted,
                tone: grade.tone.name(),
                meaning: grade.meaning.as_ref().map(|meaning| wording(&voices, meaning)).unwrap_or_default(),
            })
            .collect(),
        levels: plan.levels.iter().map(|level| wording(&voices, level)).collect(),
        branches: edition.branches.iter().map(|branch| branch_record(&plan.scale, &voices, branch)).collect(),
    };
    // A record of texts and numbers is always serialised.
    let mut bytes = serde_json::to_vec_pretty(&record).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn branch_record(scale: &Scale, voices: &[Voice<'_>], branch: &Branch) -> BranchRecord {
    BranchRecord {
        id: branch.id.clone(),
        number: branch.number.as_ref().map(|number| plain::plain(&number.written)),
        name: texts(voices, |voice| plain::native(&voice.phrase(&branch.label))),
        branches: branch.branches.iter().map(|inner| branch_record(scale, voices, inner)).collect(),
        kpis: branch.kpis.iter().map(|kpi| kpi_record(scale, voices, kpi)).collect(),
    }
}

fn kpi_record(scale: &Scale, voices: &[Voice<'_>], kpi: &Kpi) -> KpiRecord {
    let name = |source: &Option<String>| {
        let source = source.as_deref();
        source.map(|source| texts(voices, |voice| plain::native(&voice.phrase(source)))).unwrap_or_default()
    };
    let optional = |cell: &Option<Cell>| cell.as_ref().map(|cell| cell_record(voices, Some(cell)));
    KpiRecord {
        id: kpi.id.clone(),
        number: kpi.number.as_ref().map(|number| plain::plain(&number.written)),
        name: name(&kpi.label),
        direction: kpi.direction.name(),
        section: name(&kpi.section),
        baseline: optional(&kpi.baseline),
        final_target: optional(&kpi.final_target),
        years: kpi
            .years
            .iter()
            .map(|(year, entry)| year_record(scale, voices, year.number(), entry))
            .collect(),
    }
}

fn year_record(scale: &Scale, voices: &[Voice<'_>], fiscal_year: u16, entry: &YearEntry) -> YearRecord {
    let remark = |cell: &Option<Cell>| texts(voices, |voice| plain::cell(voice, cell.as_ref()));
    YearRecord {
        fiscal_year,
        target: cell_record(voices, entry.target.as_ref()),
        actual: cell_record(voices, entry.actual.as_ref()),
        evaluation: entry
            .evaluation
            .and_then(|grade| scale.grade(grade))
            .map(|grade| plain::plain(&grade.code)),
        reason: remark(&entry.reason),
        note: remark(&entry.note),
    }
}

fn cell_record(voices: &[Voice<'_>], cell: Option<&Cell>) -> CellRecord {
    let quantity = cell.and_then(|cell| match &*cell.reading {
        Reading::Quantity(quantity) => Some(quantity),
        _ => None,
    });
    let value = value(cell);
    CellRecord {
        status: status(cell),
        value: value.and_then(|(value, _)| exact(value)),
        unit: value.map(|(_, unit)| plain::plain(unit)),
        cumulative: quantity.is_some_and(|quantity| quantity.cumulative),
        text: texts(voices, |voice| plain::cell(voice, cell)),
        parts: quantity.map(|quantity| parts(voices, quantity)).unwrap_or_default(),
    }
}

fn parts(voices: &[Voice<'_>], quantity: &Quantity) -> Vec<PartRecord> {
    let part = |part: &nendo_model::Part| PartRecord {
        name: texts(voices, |voice| plain::native(&voice.phrase(&part.name))),
        value: exact(part.value),
        unit: plain::plain(&part.unit),
    };
    quantity.breakdown.iter().map(part).collect()
}

/// The digits as they are: a number of JSON is no floating-point number until someone reads it so.
fn exact(value: Decimal) -> Option<Box<RawValue>> {
    RawValue::from_string(value.to_string()).ok()
}

fn wording(voices: &[Voice<'_>], wording: &Wording) -> Texts {
    texts(voices, |voice| plain::native(&voice.wording(wording)))
}

fn texts(voices: &[Voice<'_>], text: impl Fn(Voice<'_>) -> String) -> Texts {
    voices
        .iter()
        .map(|voice| (voice.tag().to_owned(), plain::plain(&text(*voice))))
        .filter(|(_, text)| !text.is_empty())
        .collect()
}
