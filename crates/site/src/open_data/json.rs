//! progress.json: what the tables say, nested.

use nendo_model::{self as model, Branch, Cell, Decimal, Edition, FiscalYear, Kpi, Plan, Wording, YearEntry};
use serde::Serialize;
use serde_json::value::RawValue;

use super::cell::Piece;
use super::column::SCHEMA_VERSION;
use super::record::{
    AllYears, BranchRecord, Described, EditionRecord, Followed, Grade, KpiRecord, LevelRecord, PartRecord,
    PlanRecord, Revision, Texts, ValueRecord, Year, YearRecord, YearValues,
};
use super::{cell, plain, progress};
use crate::config::Licence;
use crate::report::Report;
use crate::report::timeline::Timeline;
use crate::report::version::Version;
use crate::site::Site;
use crate::voice::Voice;

/// The progress of a year's edition, in every language of the site.
pub(super) fn of_year(site: &Site, report: &Report<'_>) -> Vec<u8> {
    let writer = Writer { plan: report.plan, voices: site.voices().collect() };
    let edition = report.edition;
    pretty(&YearRecord {
        plan: writer.plan(site),
        fiscal_year: report.year.number(),
        edition: edition.year.number(),
        branches: edition.branches.iter().map(|branch| writer.branch(branch, &report.years)).collect(),
    })
}

/// The progress of all years, with what each edition changed.
pub(super) fn of_plan(
    site: &Site,
    plan: &Plan,
    editions: &[&Edition],
    timelines: &[Timeline<'_>],
) -> Vec<u8> {
    let writer = Writer { plan, voices: site.voices().collect() };
    let edition = |edition: &&Edition| EditionRecord {
        edition: edition.year.number(),
        published: edition.published.map(|date| date.to_string()),
    };
    pretty(&AllYears {
        plan: writer.plan(site),
        editions: editions.iter().map(edition).collect(),
        kpis: timelines.iter().map(|timeline| writer.followed(timeline)).collect(),
    })
}

/// A record of texts and numbers is always serialised.
pub(super) fn pretty(record: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(record).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// What every record is written with.
struct Writer<'a> {
    plan: &'a Plan,
    voices: Vec<Voice<'a>>,
}

impl Writer<'_> {
    fn plan(&self, site: &Site) -> PlanRecord {
        let grade = |grade: &model::Grade| Grade {
            code: plain::plain(&grade.code),
            rank: grade.rank,
            counted: grade.counted,
            tone: grade.tone.name(),
            meaning: self.wording(grade.meaning.as_ref()),
        };
        PlanRecord {
            schema_version: SCHEMA_VERSION,
            municipality_code: site.config.municipality_code.clone(),
            plan: self.plan.slug.clone(),
            title: self.wording(Some(&self.plan.title)),
            source: self.wording(site.config.source.as_ref()),
            licence: site.config.licence.map(Licence::name),
            scale: self.plan.scale.grades().map(|(_, known)| grade(known)).collect(),
            levels: self.plan.levels.iter().map(|level| self.wording(Some(level))).collect(),
        }
    }

    fn branch(&self, branch: &Branch, years: &[FiscalYear]) -> BranchRecord {
        let kpi = |kpi: &Kpi| KpiRecord {
            kpi: self.described(kpi),
            years: years.iter().map(|year| Year { values: self.year(*year, kpi.entry(*year)) }).collect(),
        };
        BranchRecord {
            level: self.level(branch),
            branches: branch.branches.iter().map(|inner| self.branch(inner, years)).collect(),
            kpis: branch.kpis.iter().map(kpi).collect(),
        }
    }

    fn level(&self, branch: &Branch) -> LevelRecord {
        LevelRecord {
            id: branch.id.clone(),
            number: branch.number.as_ref().map(|number| plain::plain(&number.written)),
            name: self.phrase(Some(&branch.label)),
        }
    }

    fn followed(&self, timeline: &Timeline<'_>) -> Followed {
        let revision = |version: Version<'_>| Revision {
            edition: version.edition.year.number(),
            superseded_by: version.superseded_by.map(FiscalYear::number),
            target_revised: version.revised.target,
            actual_revised: version.revised.actual,
            evaluation_revised: version.revised.evaluation,
            values: self.year(version.year, Some(&version.entry)),
        };
        Followed {
            kpi: self.described(&timeline.kpi),
            path: timeline.report.path(&timeline.kpi).iter().map(|branch| self.level(branch)).collect(),
            years: timeline.versions().into_iter().map(revision).collect(),
        }
    }

    fn described(&self, kpi: &Kpi) -> Described {
        let optional = |cell: &Option<Cell>| cell.as_ref().map(|cell| self.value(Some(cell)));
        Described {
            id: kpi.id.clone(),
            number: kpi.number.as_ref().map(|number| plain::plain(&number.written)),
            name: self.phrase(kpi.label.as_deref()),
            direction: Some(progress::direction(kpi)).filter(|direction| !direction.is_empty()),
            section: self.phrase(kpi.section.as_deref()),
            baseline: optional(&kpi.baseline),
            final_target: optional(&kpi.final_target),
        }
    }

    fn year(&self, year: FiscalYear, entry: Option<&YearEntry>) -> YearValues {
        let empty = YearEntry::default();
        let entry = entry.unwrap_or(&empty);
        let remark = |cell: &Option<Cell>| self.texts(|voice| cell::text(voice, cell.as_ref()));
        let grade = entry.evaluation.and_then(|grade| self.plan.scale.grade(grade));
        YearValues {
            fiscal_year: year.number(),
            target: self.value(entry.target.as_ref()),
            actual: self.value(entry.actual.as_ref()),
            evaluation: grade.map(|grade| plain::plain(&grade.code)),
            reason: remark(&entry.reason),
            note: remark(&entry.note),
        }
    }

    fn value(&self, cell: Option<&Cell>) -> ValueRecord {
        let quantity = cell.and_then(Cell::quantity);
        ValueRecord {
            status: cell::status(cell),
            value: quantity.and_then(|quantity| exact(quantity.value)),
            unit: quantity.map(|quantity| plain::plain(&quantity.unit)),
            cumulative: quantity.is_some_and(|quantity| quantity.cumulative),
            text: self.texts(|voice| cell::text(voice, cell)),
            parts: cell::pieces(cell).into_iter().map(|piece| self.part(&piece)).collect(),
        }
    }

    fn part(&self, piece: &Piece<'_>) -> PartRecord {
        PartRecord {
            name: self.phrase(Some(piece.name)),
            value: exact(piece.value),
            unit: plain::plain(piece.unit),
        }
    }

    fn phrase(&self, source: Option<&str>) -> Texts {
        self.texts(|voice| cell::name(voice, source))
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
