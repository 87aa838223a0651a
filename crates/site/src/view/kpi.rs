//! A KPI as pages show it: in a line of a list, and as a section with table, sentence and chart.

use nendo_model::{
    Cell, Chart, Direction, FiscalYear, GradeIndex, Kpi, Reading, Tone, YearEntry, attainment, comparison,
    completed, measured_unit,
};
use serde::Serialize;

use super::{Report, View};
use crate::figure;
use crate::phrase::Phrase;
use crate::route::{self, Page};
use crate::spoken::Spoken;

/// A grade with its meaning.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GradeView {
    pub(crate) code: String,
    pub(crate) meaning: Phrase,
    /// `ahead`, `on`, `behind` or `none`.
    pub(crate) tone: &'static str,
}

/// A KPI in a line of a list.
#[derive(Debug, Serialize)]
pub(crate) struct KpiView {
    pub(crate) id: String,
    pub(crate) href: String,
    pub(crate) number: String,
    pub(crate) name: Phrase,
    pub(crate) initiative: Phrase,
    pub(crate) initiative_href: String,
    pub(crate) grade: Option<GradeView>,
    pub(crate) before: Option<GradeView>,
    pub(crate) target: Spoken,
    pub(crate) actual: Spoken,
    pub(crate) attainment: String,
    /// The attainment between 0 and 100 as a number, for the length of a bar.
    pub(crate) attainment_bar: String,
    pub(crate) reason: Spoken,
    pub(crate) completed: String,
    pub(crate) sentence: Phrase,
}

/// A KPI as a section of a page.
#[derive(Debug, Serialize)]
pub(crate) struct KpiSection {
    #[serde(flatten)]
    pub(crate) kpi: KpiView,
    pub(crate) caption: Phrase,
    pub(crate) years: Vec<YearHead>,
    pub(crate) rows: Vec<Row>,
    pub(crate) remarks: Vec<Remark>,
    /// The chart as SVG; empty where the KPI is qualitative.
    pub(crate) chart: String,
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
    /// A grade of the plan's scale.
    pub(crate) fn grade(&self, index: GradeIndex) -> Option<GradeView> {
        let grade = self.report.plan.scale.grade(index)?;
        Some(GradeView {
            code: grade.code.clone(),
            meaning: grade.meaning.as_ref().map(|meaning| self.voice.wording(meaning)).unwrap_or_default(),
            tone: match grade.tone {
                Tone::Ahead => "ahead",
                Tone::On => "on",
                Tone::Behind => "behind",
                Tone::None => "none",
            },
        })
    }

    /// The number of a KPI, or of its initiative where it has none.
    pub(crate) fn kpi_number<'k>(&'k self, kpi: &'k Kpi) -> &'k str {
        let own = kpi.number.as_ref();
        let parent = || self.report.path(kpi).last().and_then(|branch| branch.number.as_ref());
        own.or_else(parent).map_or("", |number| number.written.as_str())
    }

    /// The name of a KPI without its number; that of its initiative where it has none.
    pub(crate) fn kpi_label(&self, kpi: &Kpi) -> Phrase {
        let parent = || self.report.path(kpi).last().map_or("", |branch| branch.label.as_str());
        self.voice.phrase(kpi.label.as_deref().unwrap_or_else(parent))
    }

    /// The number and name of a KPI.
    pub(crate) fn kpi_name(&self, kpi: &Kpi) -> Phrase {
        let label = self.kpi_label(kpi);
        match self.kpi_number(kpi) {
            "" => label,
            number => self.voice.fill("numbered-kpi", [("number", number.into()), ("label", label.into())]),
        }
    }

    /// A KPI in a line of a list.
    pub(crate) fn kpi(&self, kpi: &Kpi) -> KpiView {
        let year = self.report.year;
        let entry = kpi.entry(year);
        let attained = attainment(kpi, year);
        let path = self.report.path(kpi);
        let before = self.report.has_year_before().then(|| kpi.evaluation(year.previous())).flatten();
        KpiView {
            id: kpi.id.clone(),
            href: self.kpi_link(kpi),
            number: self.kpi_number(kpi).to_owned(),
            name: self.kpi_name(kpi),
            initiative: path.last().map(|branch| self.branch_name(branch)).unwrap_or_default(),
            initiative_href: path
                .last()
                .map(|branch| self.link(&Page::Branch(branch.id.clone())))
                .unwrap_or_default(),
            grade: kpi.evaluation(year).and_then(|grade| self.grade(grade)),
            before: before.and_then(|grade| self.grade(grade)),
            target: self.table_cell(kpi, year, entry.and_then(|entry| entry.target.as_ref())).text,
            actual: self.table_cell(kpi, year, entry.and_then(|entry| entry.actual.as_ref())).text,
            attainment: attained.map(|percent| self.percent(percent)).unwrap_or_default(),
            attainment_bar: attained.map(bar_length).unwrap_or_default(),
            reason: entry
                .and_then(|entry| entry.reason.as_ref())
                .map(|cell| self.voice.cell(cell))
                .unwrap_or_default(),
            completed: completed(kpi, year)
                .map(|year| self.voice.fill("completed-in", [("year", self.voice.year(year).into())]).text())
                .unwrap_or_default(),
            sentence: self.sentence(kpi, year),
        }
    }

    /// A KPI as a section of a page.
    pub(crate) fn kpi_section(&self, kpi: &Kpi) -> KpiSection {
        let Report { plan, edition, year, .. } = self.report;
        let years = edition.years();
        let name = self.kpi_name(kpi);
        let drawn = kpi.chart == Chart::Automatic && measured_unit(kpi).is_some();
        let cell = |cell: &Option<Cell>| cell.as_ref().map(|cell| self.voice.cell(cell)).unwrap_or_default();
        let data = crate::open_data::progress_file(self.report);
        KpiSection {
            kpi: self.kpi(kpi),
            caption: self.voice.fill("table-caption", [("name", name.into())]),
            years: years
                .iter()
                .map(|at| YearHead { label: self.voice.year(*at), current: at == year })
                .collect(),
            rows: self.rows(kpi, &years),
            remarks: self.remarks(kpi),
            chart: if drawn { nendo_chart::svg(&figure::progress(self, kpi, &years)) } else { String::new() },
            quantitative: measured_unit(kpi).is_some(),
            section: kpi.section.as_deref().map(|section| self.voice.phrase(section)).unwrap_or_default(),
            baseline: cell(&kpi.baseline),
            final_target: cell(&kpi.final_target),
            data: self.here.link_to(&route::data(&plan.slug, *year, &data)),
        }
    }

    fn rows(&self, kpi: &Kpi, years: &[FiscalYear]) -> Vec<Row> {
        let row = |item: &'static str, word: &str, cell: &dyn Fn(FiscalYear, &YearEntry) -> TableCell| Row {
            item,
            label: self.voice.word(word).unwrap_or_default(),
            cells: years
                .iter()
                .map(|year| TableCell {
                    current: *year == self.report.year,
                    ..kpi.entry(*year).map(|entry| cell(*year, entry)).unwrap_or_default()
                })
                .collect(),
        };
        let text = |part: fn(&YearEntry) -> Option<&Cell>| {
            move |year, entry: &YearEntry| self.table_cell(kpi, year, part(entry))
        };
        vec![
            row("target", "target", &text(|entry| entry.target.as_ref())),
            row("actual", "actual", &text(|entry| entry.actual.as_ref())),
            row("evaluation", "evaluation", &|_, entry| {
                let grade = entry.evaluation.and_then(|grade| self.grade(grade));
                let text = if grade.is_none() { self.not_set() } else { Spoken::default() };
                TableCell { text, grade, current: false }
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

    /// A target or actual; a blank of a completed KPI says that it is completed.
    fn table_cell(&self, kpi: &Kpi, year: FiscalYear, cell: Option<&Cell>) -> TableCell {
        let blank = cell.is_none_or(|cell| cell.reading == Reading::NotSet { reason: None });
        let text = match cell {
            _ if blank && completed(kpi, year).is_some() => Spoken::word(self.voice.fill("completed", [])),
            Some(cell) => self.voice.cell(cell),
            None => self.not_set(),
        };
        TableCell { text, grade: None, current: false }
    }

    fn not_set(&self) -> Spoken {
        Spoken::word(self.voice.fill("not-set", []))
    }

    pub(crate) fn percent(&self, percent: nendo_model::Decimal) -> String {
        self.voice.fill("percent", [("value", self.voice.number(percent).into())]).text()
    }

    /// What happened in a year, made from the numbers; empty for a qualitative KPI.
    pub(crate) fn sentence(&self, kpi: &Kpi, year: FiscalYear) -> Phrase {
        let voice = self.voice;
        if let Some(at) = completed(kpi, year) {
            return voice.fill("sentence-completed", [("year", voice.year(at).into())]);
        }
        let (Some(entry), Some(unit)) = (kpi.entry(year), measured_unit(kpi)) else {
            return Phrase::default();
        };
        let level = |cell: &Option<Cell>| {
            let quantity = cell.as_ref()?.level().filter(|quantity| quantity.unit == unit)?;
            Some(voice.amount(quantity))
        };
        let year_word = || ("year", voice.year(year).into());
        let Some(compared) = comparison(kpi, year) else {
            return match (level(&entry.actual), level(&entry.target)) {
                (Some(actual), _) => {
                    voice.fill("sentence-no-target", [year_word(), ("actual", actual.into())])
                }
                (None, Some(target)) => {
                    voice.fill("sentence-no-actual", [year_word(), ("target", target.into())])
                }
                (None, None) => Phrase::default(),
            };
        };
        let id = match compared.actual.value.cmp(&compared.target.value) {
            std::cmp::Ordering::Greater => "sentence-above",
            std::cmp::Ordering::Equal => "sentence-met",
            std::cmp::Ordering::Less => "sentence-below",
        };
        let said = voice.fill(
            id,
            [
                year_word(),
                ("actual", voice.amount(compared.actual).into()),
                ("target", voice.amount(compared.target).into()),
                ("gap", self.gap(&compared).into()),
            ],
        );
        match kpi.direction {
            Direction::Higher => said,
            Direction::Lower => voice.fill("lower-is-better", [("sentence", said.into())]),
        }
    }

    /// The distance from the target: percentages are apart by points.
    fn gap(&self, compared: &nendo_model::Comparison<'_>) -> Phrase {
        let unit = match compared.actual.unit.as_str() {
            "%" | "％" => "ポイント",
            unit => unit,
        };
        let mut gap = compared.actual.clone();
        gap.value = compared.gap;
        unit.clone_into(&mut gap.unit);
        self.voice.amount(&gap)
    }
}

fn bar_length(percent: nendo_model::Decimal) -> String {
    let (none, all) = (nendo_model::Decimal::from(0), nendo_model::Decimal::from(100));
    percent.clamp(none, all).to_string()
}
