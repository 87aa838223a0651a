//! The summary of a year: how many KPIs have each grade, which ones, what is behind, what moved.

use nendo_model::{Branch, GradeIndex, Kpi, Movement, Reading, Tone, completed};
use serde::Serialize;

use super::{GradeCount, GradeView, KpiView, Move, Report, View};
use crate::drawing::{Drawing, Figure};
use crate::phrase::Phrase;
use crate::route::Page;

/// The content of the summary page.
#[derive(Debug, Serialize)]
pub(crate) struct SummaryView {
    sentences: Vec<String>,
    tiles: Vec<Tile>,
    total: String,
    counts: Vec<GradeCount>,
    unevaluated: String,
    pillars: Vec<Pillar>,
    chart: Option<Figure>,
    behind: Vec<KpiView>,
    behind_href: String,
    grades: Vec<GradeList>,
    changes: Option<Changes>,
    several_numbers: bool,
}

/// One KPI as a tile with its letter.
#[derive(Debug, Serialize)]
struct Tile {
    grade: Option<GradeView>,
    href: String,
    name: Phrase,
}

/// A top-level branch with its counts.
#[derive(Debug, Serialize)]
struct Pillar {
    name: Phrase,
    href: String,
    total: String,
    counts: Vec<GradeCount>,
    unevaluated: String,
}

/// What has a grade, by pillar: the table that a progress report opens with.
#[derive(Debug, Serialize)]
struct GradeList {
    /// Absent for the KPIs without an evaluation.
    grade: Option<GradeView>,
    count: String,
    percent: String,
    pillars: Vec<Vec<Initiative>>,
}

/// An initiative under a grade, with those of its KPIs that have it.
#[derive(Debug, Serialize)]
struct Initiative {
    name: Phrase,
    href: String,
    /// Empty where the initiative has a single KPI.
    kpis: Vec<Numbered>,
    reasons: Vec<crate::spoken::Spoken>,
}

#[derive(Debug, Serialize)]
struct Numbered {
    number: Phrase,
    href: String,
}

/// What changed against the year before.
#[derive(Debug, Serialize)]
struct Changes {
    /// Absent where no KPI has a grade.
    chart: Option<Figure>,
    up: String,
    same: String,
    down: String,
    new: String,
    other: String,
    moved: Vec<KpiView>,
    revised: Vec<KpiView>,
    completed: Vec<KpiView>,
}

impl View<'_> {
    /// The content of the summary page.
    pub(crate) fn summary(&self) -> SummaryView {
        let Report { plan, edition, .. } = self.report;
        let kpis: Vec<&Kpi> = edition.kpis().collect();
        let tally = self.tally(kpis.iter().copied());
        let mut by_grade = kpis.clone();
        by_grade.sort_by_key(|kpi| self.evaluation(kpi).map_or((1, None), |grade| (0, Some(grade))));
        let tone =
            |kpi: &Kpi| self.evaluation(kpi).and_then(|at| plan.scale.grade(at)).map(|grade| grade.tone);
        SummaryView {
            sentences: self.sentences(&kpis),
            tiles: by_grade.iter().map(|kpi| self.tile(kpi)).collect(),
            total: kpis.len().to_string(),
            counts: self.counts(&tally),
            unevaluated: if tally.unevaluated == 0 { String::new() } else { tally.unevaluated.to_string() },
            pillars: edition.branches.iter().map(|branch| self.pillar(branch)).collect(),
            chart: Drawing::Share.figure(self),
            behind: kpis
                .iter()
                .filter(|kpi| tone(kpi) == Some(Tone::Behind))
                .map(|kpi| self.kpi(kpi))
                .collect(),
            behind_href: self.link(&Page::Behind),
            grades: self.grade_lists(&tally),
            changes: self.report.has_year_before().then(|| self.changes()),
            several_numbers: edition.all_branches().iter().any(|branch| branch.kpis.len() > 1),
        }
    }

    fn evaluation(&self, kpi: &Kpi) -> Option<GradeIndex> {
        kpi.evaluation(self.report.year)
    }

    /// The answer in a sentence or two, from the numbers.
    fn sentences(&self, kpis: &[&Kpi]) -> Vec<String> {
        let scale = &self.report.plan.scale;
        let grades: Vec<_> = kpis.iter().filter_map(|kpi| scale.grade(self.evaluation(kpi)?)).collect();
        let toned = |wanted: &[Tone]| grades.iter().filter(|grade| wanted.contains(&grade.tone)).count();
        let evaluated = grades.len();
        let (good, behind) = (toned(&[Tone::Ahead, Tone::On]), toned(&[Tone::Behind]));
        let say = |id: &str, args| self.voice.fill::<4>(id, args).text();
        let args = || {
            [
                ("total", kpis.len().into()),
                ("evaluated", evaluated.into()),
                ("good", good.into()),
                ("behind", behind.into()),
            ]
        };
        let first = match (scale.has_tone(), behind) {
            (false, _) => "summary-evaluated",
            (true, 0) => "summary-none-behind",
            (true, _) => "summary-behind",
        };
        let mut sentences = vec![say(first, args())];
        let rest = |id: &str, count: usize| self.voice.fill(id, [("count", count.into())]).text();
        if scale.has_tone() && evaluated > good + behind {
            sentences.push(rest("summary-outside", evaluated - good - behind));
        }
        if kpis.len() > evaluated {
            sentences.push(rest("summary-unevaluated", kpis.len() - evaluated));
        }
        sentences
    }

    fn tile(&self, kpi: &Kpi) -> Tile {
        Tile {
            grade: self.evaluation(kpi).and_then(|grade| self.grade(grade)),
            href: self.kpi_link(kpi),
            name: self.kpi_name(kpi),
        }
    }

    fn pillar(&self, branch: &Branch) -> Pillar {
        let kpis = branch.all_kpis();
        let tally = self.tally(kpis.iter().copied());
        Pillar {
            name: self.branch_name(branch),
            href: self.link(&Page::Branch(branch.id.clone())),
            total: kpis.len().to_string(),
            unevaluated: tally.unevaluated.to_string(),
            counts: self.counts(&tally),
        }
    }

    /// Under each grade, and under none, the initiatives and KPIs that have it.
    fn grade_lists(&self, tally: &nendo_model::Tally) -> Vec<GradeList> {
        let list = |grade: Option<GradeIndex>| {
            self.report.edition.branches.iter().map(|pillar| self.initiatives(pillar, grade)).collect()
        };
        let graded = self.counts(tally).into_iter().zip(&tally.grades);
        let mut lists: Vec<GradeList> = graded
            .map(|(count, (index, _))| GradeList {
                grade: Some(count.grade),
                count: count.kpis,
                percent: count.percent,
                pillars: list(Some(*index)),
            })
            .collect();
        if tally.unevaluated > 0 {
            let count = tally.unevaluated.to_string();
            lists.push(GradeList { grade: None, count, percent: String::new(), pillars: list(None) });
        }
        lists
    }

    fn initiatives(&self, pillar: &Branch, grade: Option<GradeIndex>) -> Vec<Initiative> {
        let mut below: Vec<&Branch> = Vec::new();
        collect_holders(pillar, &mut below);
        below
            .into_iter()
            .filter_map(|branch| {
                let kpis: Vec<&Kpi> =
                    branch.kpis.iter().filter(|kpi| self.evaluation(kpi) == grade).collect();
                let first = kpis.first()?;
                let several = branch.kpis.len() > 1;
                Some(Initiative {
                    name: self.branch_name(branch),
                    href: if several {
                        self.link(&Page::Branch(branch.id.clone()))
                    } else {
                        self.kpi_link(first)
                    },
                    reasons: kpis.iter().filter_map(|kpi| self.reason(kpi)).collect(),
                    kpis: if several {
                        kpis.iter().map(|kpi| self.kpi_mark(kpi)).collect()
                    } else {
                        Vec::new()
                    },
                })
            })
            .collect()
    }

    fn kpi_mark(&self, kpi: &Kpi) -> Numbered {
        let number = match &kpi.number {
            Some(number) => Phrase::plain(&number.written),
            None => self.kpi_label(kpi),
        };
        Numbered { number, href: self.kpi_link(kpi) }
    }

    fn reason(&self, kpi: &Kpi) -> Option<crate::spoken::Spoken> {
        let reason = kpi.entry(self.report.year)?.reason.as_ref().filter(|cell| cell.is_set())?;
        Some(self.voice.cell(reason))
    }

    fn changes(&self) -> Changes {
        let year = self.report.year;
        let moves = self.moves();
        let count = |wanted| moves.iter().filter(|made| made.movement == Some(wanted)).count().to_string();
        let views = |wanted: &dyn Fn(&Move<'_>) -> bool| {
            moves.iter().filter(|made| wanted(made)).map(|made| self.kpi(made.kpi)).collect()
        };
        Changes {
            chart: Drawing::Moves.figure(self),
            up: count(Movement::Up),
            same: count(Movement::Same),
            down: count(Movement::Down),
            new: count(Movement::New),
            other: count(Movement::Other),
            moved: views(&|made| !matches!(made.movement, None | Some(Movement::Same))),
            revised: views(&|Move { kpi, .. }| {
                let later = kpi.years.range(year..).filter_map(|(_, entry)| entry.target.as_ref());
                let says_so = |cell: &nendo_model::Cell| matches!(&*cell.reading, Reading::Quantity(quantity) if quantity.revision.is_some());
                later.into_iter().any(says_so)
                    || kpi.years.keys().any(|year| self.report.earlier_target(kpi, *year).is_some())
            }),
            completed: views(&|Move { kpi, .. }| {
                completed(kpi, year).is_some() && completed(kpi, year.previous()).is_none()
            }),
        }
    }
}

/// The branches that hold KPIs, at any depth, in the order of the table.
fn collect_holders<'a>(branch: &'a Branch, holders: &mut Vec<&'a Branch>) {
    if !branch.kpis.is_empty() {
        holders.push(branch);
    }
    for inner in &branch.branches {
        collect_holders(inner, holders);
    }
}
