//! The breakdown: parts of values that name some (直営施設 66, 指定管理施設 20).

use nendo_model::{Cell, FiscalYear, Kpi};

use super::cell::{self, Piece};
use super::column::{Field, Kind, Shape};
use super::progress::code;
use super::table::{Subject, Table};
use crate::report::Report;
use crate::site::Site;

/// What has parts.
const KINDS: [&str; 4] = ["target", "actual", "baseline", "final_target"];

struct Line<'a> {
    site: &'a Site,
    report: &'a Report<'a>,
    kpi: &'a Kpi,
    /// None where the value belongs to no year.
    year: Option<FiscalYear>,
    kind: &'static str,
    piece: Piece<'a>,
}

/// The parts of the values of a year's edition.
pub(super) fn table(site: &Site, report: &Report<'_>) -> Table {
    let lines = report.edition.kpis().flat_map(|kpi| {
        values(kpi).into_iter().flat_map(move |(year, kind, value)| {
            cell::pieces(value).into_iter().map(move |piece| Line { site, report, kpi, year, kind, piece })
        })
    });
    Table::of(Subject::Breakdown, &fields(), &Shape::flat(site), lines)
}

/// Every value of a KPI, in the order of years.
fn values(kpi: &Kpi) -> Vec<(Option<FiscalYear>, &'static str, Option<&Cell>)> {
    let years = kpi.years.iter().flat_map(|(year, entry)| {
        [(Some(*year), KINDS[0], entry.target.as_ref()), (Some(*year), KINDS[1], entry.actual.as_ref())]
    });
    let once = [(None, KINDS[2], kpi.baseline.as_ref()), (None, KINDS[3], kpi.final_target.as_ref())];
    years.chain(once).collect()
}

fn fields<'a>() -> [Field<Line<'a>>; 9] {
    [
        Field::once("municipality_code", Kind::Code, |line: &Line<'_>| code(line.site)),
        Field::once("plan", Kind::Code, |line: &Line<'_>| line.report.plan.slug.clone()).always(),
        Field::once("edition", Kind::Year, |line: &Line<'_>| line.report.edition.year.to_string()).always(),
        Field::once("fiscal_year", Kind::Year, |line: &Line<'_>| {
            line.year.map(|year| year.to_string()).unwrap_or_default()
        }),
        Field::once("kpi_id", Kind::Code, |line: &Line<'_>| line.kpi.id.clone()).always(),
        Field::once("kind", Kind::OneOf(&KINDS), |line: &Line<'_>| line.kind.to_owned()).always(),
        Field::said("part", |line: &Line<'_>, voice| cell::name(voice, Some(line.piece.name))),
        Field::once("value", Kind::Decimal, |line: &Line<'_>| line.piece.value.to_string())
            .always()
            .like("part_value"),
        Field::once("unit", Kind::Text, |line: &Line<'_>| line.piece.unit.to_owned()),
    ]
}
