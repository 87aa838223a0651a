//! A KPI as a section of a page: sentence, chart, a table of all years, remarks.

use nendo_model::{Cell, FiscalYear, Kpi, YearEntry, measured_unit};
use serde::Serialize;

use super::{GradeView, KpiView, Report, View};
use crate::drawing::{Drawing, Figure};
use crate::phrase::Phrase;
use crate::route;
use crate::spoken::Spoken;

/// A KPI as a section of a page.
#[derive(Debug, Serialize)]
pub(crate) struct KpiSection {
    #[serde(flatten)]
    pub(crate) kpi: KpiView,
    pub(crate) caption: Phrase,
    pub(crate) years: Vec<YearHead>,
    pub(crate) rows: Vec<Row>,
    pub(crate) remarks: Vec<Remark>,
    /// Absent where the KPI is qualitative.
    pub(crate) chart: Option<Figure>,
    pub(crate) quantitative: bool,
    pub(crate) section: Phrase,
    pub(crate) baseline: Spoken,
    pub(crate) final_target: Spoken,
    pub(crate) data: String,
}

/// A year at the head of a column.
#[derive(Debug, Serialize)]
pub(crate) struct YearHead {
    pub(crate) label: String,
    pub(crate) current: bool,
}

/// A row of a KPI's table: one item over the years.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    pub(crate) item: &'static str,
    pub(crate) label: String,
    pub(crate) cells: Vec<TableCell>,
}

/// A reason or a note of a year.
#[derive(Debug, Serialize)]
pub(crate) struct Remark {
    pub(crate) label: String,
    pub(crate) text: Spoken,
}

/// A cell of a KPI's table.
#[derive(Debug, Default, Serialize)]
pub(crate) struct TableCell {
    pub(crate) text: Spoken,
    pub(crate) grade: Option<GradeView>,
    pub(crate) current: bool,
}

impl View<'_> {
    /// A KPI as a section of a page.
    pub(crate) fn kpi_section(&self, kpi: &Kpi) -> KpiSection {
        let Report { plan, year, .. } = self.report;
        let years = &self.report.years;
        let name = self.kpi_name(kpi);
        let cell = |cell: &Option<Cell>| cell.as_ref().map(|cell| self.voice.cell(cell)).unwrap_or_default();
        let data = crate::open_data::progress_file(self.report);
        KpiSection {
            kpi: self.kpi(kpi),
            caption: self.voice.fill("table-caption", [("name", name.into())]),
            years: years
                .iter()
                .map(|at| YearHead { label: self.voice.year(*at), current: at == year })
                .collect(),
            rows: self.rows(kpi, years),
            remarks: self.remarks(kpi),
            chart: Drawing::Kpi(kpi).figure(self),
            quantitative: measured_unit(kpi).is_some(),
            section: kpi.section.as_deref().map(|section| self.voice.phrase(section)).unwrap_or_default(),
            baseline: cell(&kpi.baseline),
            final_target: cell(&kpi.final_target),
            data: self.here.link_to(&route::data(&plan.slug, *year, &data)),
        }
    }

    fn rows(&self, kpi: &Kpi, years: &[FiscalYear]) -> Vec<Row> {
        let nothing = YearEntry::default();
        let row = |item: &'static str, cell: &dyn Fn(FiscalYear, &YearEntry) -> TableCell| Row {
            item,
            label: self.voice.word(item).unwrap_or_default(),
            cells: years
                .iter()
                .map(|year| TableCell {
                    current: *year == self.report.year,
                    ..cell(*year, kpi.entry(*year).unwrap_or(&nothing))
                })
                .collect(),
        };
        vec![
            row("target", &|year, entry| {
                let mut text = self.figure(kpi, year, entry.target.as_ref());
                text.lines.extend(self.revised_from(kpi, year));
                TableCell { text, ..TableCell::default() }
            }),
            row("actual", &|year, entry| TableCell {
                text: self.figure(kpi, year, entry.actual.as_ref()),
                ..TableCell::default()
            }),
            row("evaluation", &|_, entry| match entry.evaluation.and_then(|grade| self.grade(grade)) {
                None => TableCell { text: self.not_set(), ..TableCell::default() },
                grade => TableCell { grade, ..TableCell::default() },
            }),
        ]
    }

    /// Reasons and notes, which are too long for the columns of a table, each under its year.
    fn remarks(&self, kpi: &Kpi) -> Vec<Remark> {
        let remark = |year: FiscalYear, word: &str, cell: &Option<Cell>| {
            let cell = cell.as_ref().filter(|cell| cell.is_set())?;
            let word = self.voice.word(word).unwrap_or_default();
            let label = self
                .voice
                .fill("remark-of-year", [("remark", word.into()), ("year", self.voice.year(year).into())]);
            Some(Remark { label: label.text(), text: self.voice.cell(cell) })
        };
        let years = kpi.years.iter().rev();
        let both = years.map(|(year, entry)| {
            [remark(*year, "reason", &entry.reason), remark(*year, "remark", &entry.note)]
        });
        both.flatten().flatten().collect()
    }

    /// The target of a year before it was revised.
    fn revised_from(&self, kpi: &Kpi, year: FiscalYear) -> Option<Phrase> {
        let before = self.voice.cell(self.report.earlier_target(kpi, year)?);
        Some(self.voice.fill("revised-from", [("before", Phrase::join(before.lines, " ").into())]))
    }
}
