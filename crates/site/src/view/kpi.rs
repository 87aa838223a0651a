//! A KPI as pages show it: in a line of a list, and as a section with table, sentence and chart.

use nendo_model::{
    Cell, Chart, Comparison, Completion, Direction, FiscalYear, GradeIndex, Kpi, Quantity, Reading, Standing,
    Tone, YearEntry, attainment, comparison, completed, measured_unit,
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
    pub(crate) code: Phrase,
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
            code: self.voice.phrase(&grade.code),
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
        self.numbered(self.kpi_number(kpi), self.kpi_label(kpi))
    }

    /// A KPI in a line of a list.
    pub(crate) fn kpi(&self, kpi: &Kpi) -> KpiView {
        let year = self.report.year;
        let entry = kpi.entry(year);
        let attained = attainment(kpi, year);
        let path = self.report.path(kpi);
        let before = self.report.grade_before(kpi);
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
            completed: completed(kpi, year).map(|completion| self.completion(completion)).unwrap_or_default(),
            sentence: self.sentence(kpi, year),
        }
    }

    /// A KPI as a section of a page.
    pub(crate) fn kpi_section(&self, kpi: &Kpi) -> KpiSection {
        let Report { plan, year, .. } = self.report;
        let years = &self.report.years;
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
            rows: self.rows(kpi, years),
            remarks: self.remarks(kpi),
            chart: if drawn { nendo_chart::svg(&figure::progress(self, kpi, years)) } else { String::new() },
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
            row("target", "target", &|year, entry| {
                let mut cell = self.table_cell(kpi, year, entry.target.as_ref());
                cell.text.lines.extend(self.revised_from(kpi, year));
                cell
            }),
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
        if let Some(Completion { at_end_of }) = completed(kpi, year) {
            return match at_end_of {
                Some(year) => voice.fill("sentence-completed-in", [("year", voice.year(year).into())]),
                None => voice.fill("sentence-completed", []),
            };
        }
        let (Some(entry), Some(unit)) = (kpi.entry(year), measured_unit(kpi)) else {
            return Phrase::default();
        };
        let level = |cell: &Option<Cell>| {
            let quantity = cell.as_ref()?.level().filter(|quantity| quantity.unit == unit)?;
            Some(voice.amount(quantity))
        };
        let year_word = || ("year", voice.year(year).into());
        let side_by_side = |actual: Phrase, target: Phrase| {
            let sides = [year_word(), ("actual", actual.into()), ("target", target.into())];
            voice.fill("sentence-side-by-side", sides)
        };
        let Some(compared) = comparison(kpi, year) else {
            return match (level(&entry.actual), level(&entry.target)) {
                (Some(actual), Some(target)) => side_by_side(actual, target),
                (Some(actual), None) => {
                    voice.fill("sentence-no-target", [year_word(), ("actual", actual.into())])
                }
                (None, Some(target)) => {
                    voice.fill("sentence-no-actual", [year_word(), ("target", target.into())])
                }
                (None, None) => Phrase::default(),
            };
        };
        if compared.gap.is_zero() && compared.standing == Standing::Missed {
            return side_by_side(voice.amount(compared.actual), voice.amount(compared.target));
        }
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
                ("target", voice.value(compared.target).into()),
                ("gap", self.gap(&compared).into()),
            ],
        );
        match kpi.direction {
            Direction::Higher => said,
            Direction::Lower => voice.fill("lower-is-better", [("sentence", said.into())]),
        }
    }

    /// The distance from the target, in the smaller magnitude of the two. Percentages are apart by
    /// points.
    fn gap(&self, compared: &Comparison<'_>) -> Phrase {
        let unit = match compared.actual.unit.as_str() {
            "%" | "％" => "ポイント",
            unit => unit,
        };
        let magnitudes = [compared.actual.magnitude, compared.target.magnitude];
        let magnitude = magnitudes.into_iter().min_by_key(|magnitude| magnitude.power());
        let mut gap = Quantity::plain(compared.gap, unit);
        gap.magnitude = magnitude.unwrap_or(gap.magnitude);
        self.voice.value(&gap)
    }

    /// The target of a year as an earlier edition gave it, where this one gives another.
    pub(crate) fn revised_from(&self, kpi: &Kpi, year: FiscalYear) -> Option<Phrase> {
        let now = kpi.entry(year)?.target.as_ref().filter(|cell| cell.is_set())?;
        let before = self.report.earlier_target(kpi, year)?;
        let is_same = match (now.level(), before.level()) {
            (Some(now), Some(before)) => now.value == before.value && now.unit == before.unit,
            _ => now.reading == before.reading && now.written == before.written,
        };
        let said = Phrase::join(self.voice.cell(before).lines, " ");
        (!is_same).then(|| self.voice.fill("revised-from", [("before", said.into())]))
    }

    fn completion(&self, completion: Completion) -> String {
        match completion.at_end_of {
            Some(year) => self.voice.fill("completed-in", [("year", self.voice.year(year).into())]).text(),
            None => self.voice.word("closed").unwrap_or_default(),
        }
    }
}

fn bar_length(percent: nendo_model::Decimal) -> String {
    let (none, all) = (nendo_model::Decimal::from(0), nendo_model::Decimal::from(100));
    percent.clamp(none, all).to_string()
}
