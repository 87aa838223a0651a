//! A KPI as a section of a page: sentence, chart, a table of all years, remarks.

use nendo_model::{Cell, FiscalYear, Kpi, YearEntry};

use super::View;
use super::part::{KpiDetail, KpiSection, Link, Remark, Row, TableCell, YearHead};
use crate::drawing::Drawing;
use crate::narrator::Narrator;
use crate::open_data::Subject;
use crate::phrase::Phrase;
use crate::route::Page;
use crate::spoken::Spoken;

/// So many years of numbers stand beside a chart on a screen.
const MOST_YEARS_BESIDE_CHART: usize = 5;

impl View<'_> {
    /// A KPI as a section of a page.
    pub(super) fn kpi_section(&self, kpi: &Kpi) -> KpiSection {
        let detail = self.told.details.get(&kpi.id, || self.detail(kpi).into());
        KpiSection { kpi: self.kpi(kpi), detail }
    }

    fn detail(&self, kpi: &Kpi) -> KpiDetail {
        let Narrator { report, voice } = self.narrator;
        let cell = |cell: &Option<Cell>| cell.as_ref().map(|cell| voice.cell(cell)).unwrap_or_default();
        let heads = report.years.iter();
        let heads = heads.map(|year| YearHead { label: voice.year(*year), current: *year == report.year });
        let dataset = &self.told.data.dataset;
        let is_of_one_year = !matches!(self.page, Page::Kpi(_));
        let cells = || kpi.years.values().flat_map(|entry| [&entry.target, &entry.actual]).flatten();
        KpiDetail {
            caption: voice.fill("table-caption", [("name", self.narrator.kpi_name(kpi).into())]),
            years: heads.collect(),
            numbers: kpi.series().is_some() && cells().all(Cell::is_bare),
            rows: self.rows(kpi),
            remarks: self.remarks(kpi),
            chart: self.chart(Drawing::Kpi(kpi)),
            quantitative: kpi.series().is_some(),
            long: report.years.len() > MOST_YEARS_BESIDE_CHART,
            section: kpi.section.as_deref().map(|section| self.section_link(section)),
            timeline: self.timeline_href(kpi),
            baseline: cell(&kpi.baseline),
            final_target: cell(&kpi.final_target),
            grade_year: if is_of_one_year { String::new() } else { voice.year(report.year) },
            data: if is_of_one_year {
                Link::new(voice.fill("data-link", []), self.here.link_to(&dataset.excerpt(kpi)))
            } else {
                let table = dataset.path(&dataset.table_name(Subject::Progress));
                Link::new(voice.fill("data-link-all-years", []), self.here.link_to(&table))
            },
        }
    }

    fn timeline_href(&self, kpi: &Kpi) -> String {
        let leads_there = !matches!(self.page, Page::Kpi(_)) && self.narrator.report.has_timeline(kpi);
        if leads_there { self.link(&Page::Kpi(kpi.id.clone())) } else { String::new() }
    }

    fn rows(&self, kpi: &Kpi) -> Vec<Row> {
        let Narrator { report, voice } = self.narrator;
        let nothing = YearEntry::default();
        let row = |item: &'static str, cell: &dyn Fn(FiscalYear, &YearEntry) -> TableCell| Row {
            item,
            label: voice.word(item),
            cells: report
                .years
                .iter()
                .map(|year| TableCell {
                    year: voice.year(*year),
                    current: *year == report.year,
                    ..cell(*year, kpi.entry(*year).unwrap_or(&nothing))
                })
                .collect(),
        };
        let text = |text: Spoken| TableCell { text, ..TableCell::default() };
        vec![
            row("target", &|year, entry| {
                let mut target = self.value(kpi, year, entry.target.as_ref());
                target.lines.extend(self.revised_from(kpi, year));
                text(target)
            }),
            row("actual", &|year, entry| text(self.value(kpi, year, entry.actual.as_ref()))),
            row(
                "evaluation",
                &|_, entry| match entry.evaluation.and_then(|grade| self.narrator.grade(grade)) {
                    None => text(Spoken::word(voice.fill("not-set", []))),
                    grade => TableCell { grade, ..TableCell::default() },
                },
            ),
        ]
    }

    /// Reasons and notes, which are too long for the columns of a table, each under its year.
    fn remarks(&self, kpi: &Kpi) -> Vec<Remark> {
        let voice = self.narrator.voice;
        let remark = |year: FiscalYear, word: &str, cell: &Option<Cell>| {
            let cell = cell.as_ref().filter(|cell| !cell.is_blank())?;
            let label =
                voice.line("remark-of-year", [("remark", &voice.word(word)), ("year", &voice.year(year))]);
            Some(Remark { label, text: voice.cell(cell) })
        };
        let years = kpi.years.iter().rev();
        let both = years.map(|(year, entry)| {
            [remark(*year, "reason", &entry.reason), remark(*year, "remark", &entry.note)]
        });
        both.flatten().flatten().collect()
    }

    /// The target of a year before it was revised.
    pub(super) fn revised_from(&self, kpi: &Kpi, year: FiscalYear) -> Option<Phrase> {
        let Narrator { report, voice } = self.narrator;
        let before = voice.cell(report.earlier_target(kpi, year)?);
        Some(voice.fill("revised-from", [("before", Phrase::join(before.lines, " ").into())]))
    }
}
