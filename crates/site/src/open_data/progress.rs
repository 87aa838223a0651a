//! The progress table: long, a record for each KPI and fiscal year; over all years, one for each edition that says something else of it.

use nendo_model::{Cell, Direction, FiscalYear, Kpi, Wording, YearEntry};

use super::cell::{self, STATUSES};
use super::column::{Field, Kind, Shape};
use super::table::{Subject, Table};
use crate::narrator::Narrator;
use crate::report::Report;
use crate::report::timeline::Timeline;
use crate::report::version::{Revised, Version};
use crate::site::Site;
use crate::voice::Voice;

/// What a record is made of.
struct Line<'a> {
    site: &'a Site,
    /// Who names the KPI and what it stands under.
    report: &'a Report<'a>,
    kpi: &'a Kpi,
    year: FiscalYear,
    edition: FiscalYear,
    entry: &'a YearEntry,
    version: Option<&'a Version<'a>>,
}

impl Line<'_> {
    fn target(&self) -> Option<&Cell> {
        self.entry.target.as_ref()
    }

    fn actual(&self) -> Option<&Cell> {
        self.entry.actual.as_ref()
    }

    fn level(&self, voice: Voice<'_>, at: usize) -> String {
        let narrator = Narrator { report: self.report, voice };
        let branch = self.report.path(self.kpi).get(at);
        branch.map(|branch| narrator.branch_name(branch).native_or("")).unwrap_or_default()
    }

    fn revised(&self) -> Revised {
        self.version.map(|version| version.revised).unwrap_or_default()
    }

    fn is_cumulative(&self) -> bool {
        let is_cumulative = |cell: &Cell| cell.quantity().is_some_and(|quantity| quantity.cumulative);
        [self.target(), self.actual()].into_iter().flatten().any(is_cumulative)
    }

    fn grade(&self) -> String {
        let grade = self.entry.evaluation.and_then(|grade| self.report.plan.scale.grade(grade));
        grade.map(|grade| grade.code.clone()).unwrap_or_default()
    }
}

/// The progress of a year, as its edition tells it.
pub(super) fn of_year(site: &Site, report: &Report<'_>) -> Table {
    let nothing = YearEntry::default();
    let lines = report.edition.kpis().flat_map(|kpi| {
        report.years.iter().map(|year| Line {
            site,
            report,
            kpi,
            year: *year,
            edition: report.edition.year,
            entry: kpi.entry(*year).unwrap_or(&nothing),
            version: None,
        })
    });
    Table::of(Subject::Progress, &fields(), &Shape::of(site, &report.plan.levels, report.depth()), lines)
}

/// The progress of all years, with what each edition changed.
pub(super) fn of_plan(site: &Site, timelines: &[Timeline<'_>]) -> Table {
    let depth = timelines.iter().map(|timeline| timeline.report.depth()).max().unwrap_or_default();
    let levels = timelines.first().map_or(&[] as &[Wording], |timeline| &timeline.report.plan.levels);
    let versions: Vec<Vec<Version<'_>>> = timelines.iter().map(Timeline::versions).collect();
    let lines = timelines.iter().zip(&versions).flat_map(|(timeline, versions)| {
        versions.iter().map(|version| Line {
            site,
            report: &timeline.report,
            kpi: &timeline.kpi,
            year: version.year,
            edition: version.edition.year,
            entry: &version.entry,
            version: Some(version),
        })
    });
    let fields: Vec<Field<Line<'_>>> = fields().into_iter().chain(revisions()).collect();
    Table::of(Subject::Progress, &fields, &Shape::of(site, levels, depth), lines)
}

fn fields<'a>() -> Vec<Field<Line<'a>>> {
    let mut fields = vec![
        Field::once("municipality_code", Kind::Code, |line: &Line<'_>| code(line.site)),
        Field::once("plan", Kind::Code, |line: &Line<'_>| line.report.plan.slug.clone()).always(),
        Field::once("edition", Kind::Year, |line: &Line<'_>| line.edition.to_string()).always(),
        Field::once("fiscal_year", Kind::Year, |line: &Line<'_>| line.year.to_string()).always(),
        Field::once("kpi_id", Kind::Code, |line: &Line<'_>| line.kpi.id.clone()).always(),
        Field::level("level", Line::level),
        Field::once("kpi_number", Kind::Text, |line: &Line<'_>| {
            line.kpi.number.as_ref().map(|number| number.written.clone()).unwrap_or_default()
        }),
        Field::said("kpi", |line: &Line<'_>, voice| cell::name(voice, line.kpi.label.as_deref())),
    ];
    fields.extend([
        Field::once("target_value", Kind::Decimal, |line: &Line<'_>| cell::value(line.target()))
            .like("value"),
        Field::once("target_unit", Kind::Text, |line: &Line<'_>| cell::unit(line.target())).like("unit"),
        Field::said("target_text", |line: &Line<'_>, voice| cell::text(voice, line.target())).like("text"),
        Field::once("target_status", Kind::OneOf(&STATUSES), |line: &Line<'_>| {
            cell::status(line.target()).to_owned()
        })
        .always()
        .like("status"),
        Field::once("actual_value", Kind::Decimal, |line: &Line<'_>| cell::value(line.actual()))
            .like("value"),
        Field::once("actual_unit", Kind::Text, |line: &Line<'_>| cell::unit(line.actual())).like("unit"),
        Field::said("actual_text", |line: &Line<'_>, voice| cell::text(voice, line.actual())).like("text"),
        Field::once("actual_status", Kind::OneOf(&STATUSES), |line: &Line<'_>| {
            cell::status(line.actual()).to_owned()
        })
        .always()
        .like("status"),
        Field::once("cumulative", Kind::Boolean, |line: &Line<'_>| line.is_cumulative().to_string()).always(),
        Field::once("evaluation", Kind::Text, Line::grade),
        Field::said("reason", |line: &Line<'_>, voice| cell::text(voice, line.entry.reason.as_ref())),
        Field::said("note", |line: &Line<'_>, voice| cell::text(voice, line.entry.note.as_ref())),
        Field::said("section", |line: &Line<'_>, voice| cell::name(voice, line.kpi.section.as_deref())),
        Field::once("direction", Kind::OneOf(&["higher", "lower"]), |line: &Line<'_>| {
            direction(line.kpi).to_owned()
        }),
    ]);
    fields.extend([
        Field::once("baseline_value", Kind::Decimal, |line: &Line<'_>| {
            cell::value(line.kpi.baseline.as_ref())
        })
        .like("value"),
        Field::once("baseline_unit", Kind::Text, |line: &Line<'_>| cell::unit(line.kpi.baseline.as_ref()))
            .like("unit"),
        Field::said("baseline_text", |line: &Line<'_>, voice| cell::text(voice, line.kpi.baseline.as_ref()))
            .like("text"),
        Field::once("final_target_value", Kind::Decimal, |line: &Line<'_>| {
            cell::value(line.kpi.final_target.as_ref())
        })
        .like("value"),
        Field::once("final_target_unit", Kind::Text, |line: &Line<'_>| {
            cell::unit(line.kpi.final_target.as_ref())
        })
        .like("unit"),
        Field::said("final_target_text", |line: &Line<'_>, voice| {
            cell::text(voice, line.kpi.final_target.as_ref())
        })
        .like("text"),
    ]);
    fields
}

/// What the table of all years says besides.
fn revisions<'a>() -> [Field<Line<'a>>; 4] {
    [
        Field::once("target_revised", Kind::Boolean, |line: &Line<'_>| line.revised().target.to_string())
            .always()
            .like("revised"),
        Field::once("actual_revised", Kind::Boolean, |line: &Line<'_>| line.revised().actual.to_string())
            .always()
            .like("revised"),
        Field::once("evaluation_revised", Kind::Boolean, |line: &Line<'_>| {
            line.revised().evaluation.to_string()
        })
        .always()
        .like("revised"),
        Field::once("superseded_by", Kind::Year, |line: &Line<'_>| {
            let next = line.version.and_then(|version| version.superseded_by);
            next.map(|edition| edition.to_string()).unwrap_or_default()
        }),
    ]
}

/// The code of the municipality, where the site names it.
pub(super) fn code(site: &Site) -> String {
    site.config.municipality_code.clone().unwrap_or_default()
}

/// Which way is better, as far as the city says so.
pub(super) fn direction(kpi: &Kpi) -> &'static str {
    match kpi.direction {
        Direction::Higher => "higher",
        Direction::Lower => "lower",
        Direction::Assumed | Direction::Unclear => "",
    }
}
