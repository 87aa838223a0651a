//! The summary of a year: how many KPIs have each grade, which ones, what is behind, what moved.

use nendo_model::{Branch, Cell, FiscalYear, GradeIndex, Kpi, Movement, Tally, Tone};
use serde::Serialize;

use super::part::{ChartView, KpiView};
use super::{GradeCount, Link, View};
use crate::drawing::Drawing;
use crate::kept::Part;
use crate::narrator::{Narrator, SpokenGrade};
use crate::phrase::Phrase;
use crate::report::Move;
use crate::route::Page;
use crate::spoken::Spoken;

/// The content of the summary page.
#[derive(Debug, Hash, Serialize)]
pub(crate) struct SummaryView {
    answer: Phrase,
    tiles: Vec<Tile>,
    total: String,
    counts: Vec<GradeCount>,
    unevaluated: String,
    pillars: Vec<Pillar>,
    chart: Option<Part<ChartView>>,
    behind: Vec<Part<KpiView>>,
    behind_href: String,
    grades: Vec<GradeList>,
    changes: Option<Changes>,
    several_numbers: bool,
}

/// One KPI as a tile with its letter.
#[derive(Debug, Hash, Serialize)]
struct Tile {
    grade: Option<SpokenGrade>,
    /// Its number alone, for those who see it; empty where it has none.
    number: String,
    kpi: Link,
}

/// A top-level branch with its counts.
#[derive(Debug, Hash, Serialize)]
struct Pillar {
    branch: Link,
    total: String,
    counts: Vec<GradeCount>,
    unevaluated: String,
}

/// What has a grade, by pillar: the table that a progress report opens with.
#[derive(Debug, Hash, Serialize)]
struct GradeList {
    /// Absent for the KPIs without an evaluation.
    grade: Option<SpokenGrade>,
    count: String,
    percent: String,
    pillars: Vec<Vec<Initiative>>,
}

/// An initiative under a grade, with those of its KPIs that have it.
#[derive(Debug, Hash, Serialize)]
struct Initiative {
    link: Link,
    /// Empty where the initiative has a single KPI.
    kpis: Vec<Link>,
    reasons: Vec<Spoken>,
}

/// What changed against the year before.
#[derive(Debug, Hash, Serialize)]
struct Changes {
    /// Absent where no KPI has a grade.
    chart: Option<Part<ChartView>>,
    up: String,
    same: String,
    down: String,
    new: String,
    other: String,
    moved: Vec<Part<KpiView>>,
    revised: Vec<Revised>,
    completed: Vec<Part<KpiView>>,
}

/// A KPI whose targets were revised, and those targets.
#[derive(Debug, Hash, Serialize)]
struct Revised {
    link: Link,
    targets: Vec<Phrase>,
}

impl View<'_> {
    /// The content of the summary page.
    pub(crate) fn summary(&self) -> SummaryView {
        let report = self.narrator.report;
        let kpis: Vec<&Kpi> = report.edition.kpis().collect();
        let tally = report.tally(kpis.iter().copied());
        let mut by_grade = kpis.clone();
        by_grade.sort_by_key(|kpi| (kpi.evaluation(report.year).is_none(), kpi.evaluation(report.year)));
        let behind = kpis.iter().filter(|kpi| report.tone(kpi) == Some(Tone::Behind));
        SummaryView {
            answer: self.answer(),
            tiles: by_grade.iter().map(|kpi| self.tile(kpi)).collect(),
            total: self.narrator.voice.count(kpis.len()),
            counts: self.counts(&tally),
            unevaluated: if tally.unevaluated == 0 {
                String::new()
            } else {
                self.narrator.voice.count(tally.unevaluated)
            },
            pillars: report.edition.branches.iter().map(|branch| self.pillar(branch)).collect(),
            chart: self.chart(Drawing::Share),
            behind: behind.map(|kpi| self.kpi(kpi)).collect(),
            behind_href: self.link(&Page::Behind),
            grades: self.grade_lists(&tally),
            changes: report.has_year_before().then(|| self.changes()),
            several_numbers: report.edition.all_branches().iter().any(|branch| has_several_numbers(branch)),
        }
    }

    /// The answer in a sentence or two, from the numbers.
    pub(crate) fn answer(&self) -> Phrase {
        self.narrator.voice.outlook(self.narrator.report.outlook())
    }

    fn tile(&self, kpi: &Kpi) -> Tile {
        let grade = kpi.evaluation(self.narrator.report.year);
        let number = self.narrator.kpi_number(kpi).to_owned();
        let grade = grade.and_then(|grade| self.narrator.grade(grade));
        Tile { grade, number, kpi: self.kpi_link(kpi) }
    }

    fn pillar(&self, branch: &Branch) -> Pillar {
        let kpis = branch.all_kpis();
        let tally = self.narrator.report.tally(kpis.iter().copied());
        Pillar {
            branch: self.branch_link(branch),
            total: self.narrator.voice.count(kpis.len()),
            unevaluated: self.narrator.voice.count(tally.unevaluated),
            counts: self.counts(&tally),
        }
    }

    /// Under each grade, and under none, the initiatives and KPIs that have it.
    fn grade_lists(&self, tally: &Tally) -> Vec<GradeList> {
        let list = |grade: Option<GradeIndex>| {
            let pillars = self.narrator.report.edition.branches.iter();
            pillars.map(|pillar| self.initiatives(pillar, grade)).collect()
        };
        let graded = self.counts(tally).into_iter().zip(&tally.grades);
        let mut lists: Vec<GradeList> = graded
            .map(|(count, tally)| GradeList {
                grade: Some(count.grade),
                count: count.kpis,
                percent: count.percent,
                pillars: list(Some(tally.grade)),
            })
            .collect();
        if tally.unevaluated > 0 {
            let count = self.narrator.voice.count(tally.unevaluated);
            lists.push(GradeList { grade: None, count, percent: String::new(), pillars: list(None) });
        }
        lists
    }

    /// The branches of a pillar that hold KPIs with this grade, at any depth, in the order of the table.
    fn initiatives(&self, pillar: &Branch, grade: Option<GradeIndex>) -> Vec<Initiative> {
        let paths = self.narrator.report.edition.paths().into_iter();
        let below = paths.filter(|path| path.first().is_some_and(|top| top.id == pillar.id));
        below.filter_map(|path| self.initiative(path.last()?, grade)).collect()
    }

    fn initiative(&self, branch: &Branch, grade: Option<GradeIndex>) -> Option<Initiative> {
        let year = self.narrator.report.year;
        let kpis: Vec<&Kpi> = branch.kpis.iter().filter(|kpi| kpi.evaluation(year) == grade).collect();
        let first = kpis.first()?;
        let link = self.branch_link(branch);
        let reasons = kpis.iter().filter_map(|kpi| self.reason(kpi)).collect();
        Some(if branch.kpis.len() == 1 {
            let link = Link { href: self.kpi_link(first).href, ..link };
            Initiative { link, kpis: Vec::new(), reasons }
        } else {
            Initiative { link, kpis: kpis.iter().map(|kpi| self.kpi_mark(kpi)).collect(), reasons }
        })
    }

    /// A KPI by its number alone; by its name where it has none.
    fn kpi_mark(&self, kpi: &Kpi) -> Link {
        let number = kpi.number.as_ref().map(|number| Phrase::plain(&number.written));
        let label = number.unwrap_or_else(|| self.narrator.kpi_label(kpi));
        Link { label, ..self.kpi_link(kpi) }
    }

    fn reason(&self, kpi: &Kpi) -> Option<Spoken> {
        let Narrator { report, voice } = self.narrator;
        let reason = kpi.entry(report.year)?.reason.as_ref().filter(|cell| !cell.is_blank())?;
        Some(voice.cell(reason))
    }

    fn changes(&self) -> Changes {
        let report = self.narrator.report;
        let moves = report.moves();
        let count = |wanted| {
            self.narrator.voice.count(moves.iter().filter(|made| made.movement == Some(wanted)).count())
        };
        let views = |wanted: &dyn Fn(&Move<'_>) -> bool| {
            moves.iter().filter(|made| wanted(made)).map(|made| self.kpi(made.kpi)).collect()
        };
        Changes {
            chart: self.chart(Drawing::Moves),
            up: count(Movement::Up),
            same: count(Movement::Same),
            down: count(Movement::Down),
            new: count(Movement::New),
            other: count(Movement::Other),
            moved: views(&|made| !matches!(made.movement, None | Some(Movement::Same))),
            revised: report.edition.kpis().filter_map(|kpi| self.revised(kpi)).collect(),
            completed: views(&|Move { kpi, .. }| {
                kpi.completion(report.year).is_some() && kpi.completion(report.year.previous()).is_none()
            }),
        }
    }

    /// A KPI with its targets of this year or later that say they were revised, and those that an earlier edition gave
    /// otherwise; nothing where there are none.
    fn revised(&self, kpi: &Kpi) -> Option<Revised> {
        let Narrator { report, voice } = self.narrator;
        let says_so = |year: FiscalYear, cell: &Cell| {
            (year >= report.year && cell.revision().is_some()) || report.earlier_target(kpi, year).is_some()
        };
        let targets = kpi.years.iter().filter_map(|(year, entry)| Some((*year, entry.target.as_ref()?)));
        let targets = targets.filter(|(year, cell)| says_so(*year, cell)).map(|(year, cell)| {
            let said = voice.cell(cell).lines.into_iter().chain(self.revised_from(kpi, year));
            let args = [("label", voice.year(year).into()), ("amount", Phrase::join(said, " ").into())];
            voice.fill("labelled", args)
        });
        let targets: Vec<Phrase> = targets.collect();
        (!targets.is_empty()).then(|| Revised { link: self.kpi_link(kpi), targets })
    }
}

/// Whether the KPIs of a branch are told apart by their numbers.
fn has_several_numbers(branch: &Branch) -> bool {
    branch.kpis.len() > 1 && branch.kpis.iter().any(|kpi| kpi.number.is_some())
}
