//! progress.json: what the progress CSV says, nested as the plan is.

use std::collections::BTreeMap;

use nendo_model::{self as model, Branch, Cell, Decimal, FiscalYear, Kpi, Part, Scale, Wording, YearEntry};
use serde::Serialize;
use serde_json::value::RawValue;

use super::{cell, plain};
use crate::config::Licence;
use crate::report::Report;
use crate::site::Site;
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
pub(crate) fn progress_json(site: &Site, report: &Report<'_>) -> Vec<u8> {
    let (config, plan, edition) = (&site.config, report.plan, report.edition);
    let writer = Writer { scale: &plan.scale, years: &report.years, voices: site.voices().collect() };
    let grade = |grade: &model::Grade| Grade {
        code: plain::plain(&grade.code),
        rank: grade.rank,
        counted: grade.counted,
        tone: grade.tone.name(),
        meaning: writer.wording(grade.meaning.as_ref()),
    };
    let record = Progress {
        municipality_code: config.municipality_code.clone(),
        plan: plan.slug.clone(),
        title: writer.wording(Some(&plan.title)),
        fiscal_year: report.year.number(),
        edition: edition.year.number(),
        source: writer.wording(config.source.as_ref()),
        licence: config.licence.map(Licence::name),
        scale: plan.scale.grades().map(|(_, known)| grade(known)).collect(),
        levels: plan.levels.iter().map(|level| writer.wording(Some(level))).collect(),
        branches: edition.branches.iter().map(|branch| writer.branch(branch)).collect(),
    };
    // A record of texts and numbers is always serialised.
    let mut bytes = serde_json::to_vec_pretty(&record).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// What every record is written with.
struct Writer<'a> {
    scale: &'a Scale,
    years: &'a [FiscalYear],
    voices: Vec<Voice<'a>>,
}

impl Writer<'_> {
    fn branch(&self, branch: &Branch) -> BranchRecord {
        BranchRecord {
            id: branch.id.clone(),
            number: branch.number.as_ref().map(|number| plain::plain(&number.written)),
            name: self.phrase(Some(&branch.label)),
            branches: branch.branches.iter().map(|inner| self.branch(inner)).collect(),
            kpis: branch.kpis.iter().map(|kpi| self.kpi(kpi)).collect(),
        }
    }

    fn kpi(&self, kpi: &Kpi) -> KpiRecord {
        let optional = |cell: &Option<Cell>| cell.as_ref().map(|cell| self.cell(Some(cell)));
        KpiRecord {
            id: kpi.id.clone(),
            number: kpi.number.as_ref().map(|number| plain::plain(&number.written)),
            name: self.phrase(kpi.label.as_deref()),
            direction: kpi.direction.name(),
            section: self.phrase(kpi.section.as_deref()),
            baseline: optional(&kpi.baseline),
            final_target: optional(&kpi.final_target),
            years: self.years.iter().map(|year| self.year(*year, kpi.entry(*year))).collect(),
        }
    }

    fn year(&self, year: FiscalYear, entry: Option<&YearEntry>) -> YearRecord {
        let empty = YearEntry::default();
        let entry = entry.unwrap_or(&empty);
        let remark = |cell: &Option<Cell>| self.texts(|voice| cell::text(voice, cell.as_ref()));
        let grade = entry.evaluation.and_then(|grade| self.scale.grade(grade));
        YearRecord {
            fiscal_year: year.number(),
            target: self.cell(entry.target.as_ref()),
            actual: self.cell(entry.actual.as_ref()),
            evaluation: grade.map(|grade| plain::plain(&grade.code)),
            reason: remark(&entry.reason),
            note: remark(&entry.note),
        }
    }

    fn cell(&self, cell: Option<&Cell>) -> CellRecord {
        let quantity = cell.and_then(Cell::quantity);
        let parts = quantity.into_iter().flat_map(|quantity| &quantity.breakdown);
        CellRecord {
            status: cell::status(cell),
            value: quantity.and_then(|quantity| exact(quantity.value)),
            unit: quantity.map(|quantity| plain::plain(&quantity.unit)),
            cumulative: quantity.is_some_and(|quantity| quantity.cumulative),
            text: self.texts(|voice| cell::text(voice, cell)),
            parts: parts.map(|part| self.part(part)).collect(),
        }
    }

    fn part(&self, part: &Part) -> PartRecord {
        PartRecord {
            name: self.phrase(Some(&part.name)),
            value: exact(part.value),
            unit: plain::plain(&part.unit),
        }
    }

    fn phrase(&self, source: Option<&str>) -> Texts {
        self.texts(|voice| source.map(|source| voice.phrase(source).native_or("")).unwrap_or_default())
    }

    fn wording(&self, wording: Option<&Wording>) -> Texts {
        self.texts(|voice| voice.optional(wording).native_or(""))
    }

    fn texts(&self, text: impl Fn(Voice<'_>) -> String) -> Texts {
        let texts = self.voices.iter().map(|voice| (voice.tag().to_owned(), plain::plain(&text(*voice))));
        texts.filter(|(_, text)| !text.is_empty()).collect()
    }
}

/// The digits as they are: a number of JSON is no floating-point number until someone reads it so.
fn exact(value: Decimal) -> Option<Box<RawValue>> {
    RawValue::from_string(value.to_string()).ok()
}
