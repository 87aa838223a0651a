//! What a chart shows, in sentences made from its numbers. They stand under the chart, and a screen reader says them.

use nendo_model::{
    Branch, Decimal, Direction, FiscalYear, Kpi, Movement, Standing, attainment, comparison, completed,
    measured_unit, trend,
};

use super::View;
use crate::figure::is_drawn;
use crate::phrase::Phrase;

/// The sentences of a chart.
pub(crate) struct Caption {
    /// As they stand under the chart.
    pub(crate) text: Phrase,
    /// As the picture says them: without what is not in the page's language, for it has no place to mark one.
    pub(crate) spoken: String,
}

/// Whether a name that is not in the page's language may be said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    All,
    Native,
}

impl View<'_> {
    /// The latest actual against its target and against the year before, and which way is better.
    pub(crate) fn progress_caption(&self, kpi: &Kpi) -> Caption {
        let year = self.report.year;
        let latest = kpi.years.range(..=year).rev().map(|(year, _)| *year).find(|at| has_actual(kpi, *at));
        let mut sentences = Vec::new();
        if let Some(completion) = completed(kpi, year) {
            sentences.push(self.completed(completion));
        } else if latest != Some(year) {
            let said = self.figures(kpi, year);
            let nothing = self.voice.fill("caption-no-actual", [("year", self.voice.year(year).into())]);
            sentences.push(if said.text().is_empty() && latest.is_some() { nothing } else { said });
        }
        sentences.extend(latest.map(|latest| self.figures(kpi, latest)));
        sentences.extend(latest.and_then(|latest| self.revised(kpi, latest)));
        if sentences.iter().all(|sentence| sentence.text().is_empty()) {
            let said = kpi.years.keys().map(|year| self.figures(kpi, *year));
            sentences.extend(said.into_iter().find(|sentence| !sentence.text().is_empty()));
        }
        sentences.extend(latest.and_then(|latest| self.trend(kpi, latest)));
        sentences.push(match kpi.direction {
            Direction::Higher => self.voice.fill("caption-higher", []),
            Direction::Lower => self.voice.fill("caption-lower", []),
            Direction::Assumed | Direction::Unclear => Phrase::default(),
        });
        let text = self.joined(sentences);
        Caption { spoken: text.native_text(), text }
    }

    /// How many KPIs of each pillar have each grade.
    pub(crate) fn share_caption(&self) -> Caption {
        self.caption(|names| {
            let rows = self.report.edition.branches.iter();
            rows.filter_map(|branch| self.pillar_counts(branch, names)).collect()
        })
    }

    /// A pillar by its place, for where it cannot be named: Pillar 1.
    pub(crate) fn pillar_by_place(&self, branch: &Branch) -> String {
        let at = self.report.edition.branches.iter().position(|other| other.id == branch.id);
        let place = at.map(|at| (at + 1).to_string()).unwrap_or_default();
        let level = Some(self.level_name(0)).filter(Phrase::is_native).unwrap_or_default();
        format!("{} {place}", level.text()).trim().to_owned()
    }

    /// How many KPIs reached their target, and the lowest and the highest attainment.
    pub(crate) fn attainment_caption(&self) -> Caption {
        self.caption(|names| self.attainments(names))
    }

    /// How many grades moved, and which way.
    pub(crate) fn moves_caption(&self) -> Caption {
        let moves = self.moves();
        let count = |wanted| moves.iter().filter(|made| made.movement == wanted).count();
        let counts = self.voice.fill(
            "moves-counts",
            [
                ("before", self.voice.year(self.report.year.previous()).into()),
                ("up", count(Some(Movement::Up)).into()),
                ("down", count(Some(Movement::Down)).into()),
                ("same", count(Some(Movement::Same)).into()),
            ],
        );
        let lost = moves.iter().filter(|made| made.before.is_some() && made.now.is_none()).count();
        let rest = [
            ("moves-new", count(Some(Movement::New))),
            ("moves-other", count(Some(Movement::Other))),
            ("moves-lost", lost),
        ];
        let rest = rest.into_iter().filter(|(_, count)| *count > 0);
        let rest = rest.map(|(id, count)| self.voice.fill(id, [("count", count.into())]));
        self.caption(|_| [counts.clone()].into_iter().chain(rest.clone()).collect())
    }

    fn caption(&self, sentences: impl Fn(Names) -> Vec<Phrase>) -> Caption {
        let said = |names| self.joined(sentences(names));
        Caption { text: said(Names::All), spoken: said(Names::Native).text() }
    }

    fn joined(&self, sentences: Vec<Phrase>) -> Phrase {
        let sentences = sentences.into_iter().filter(|sentence| !sentence.text().is_empty());
        Phrase::join(sentences, &self.voice.word("sentence-separator").unwrap_or_default())
    }

    /// What the target of a year was before it was revised.
    fn revised(&self, kpi: &Kpi, year: FiscalYear) -> Option<Phrase> {
        let before = self.report.earlier_target(kpi, year)?.level()?;
        Some(self.voice.fill("caption-revised", [("before", self.voice.amount(before).into())]))
    }

    /// The actual of a year beside that of the year before.
    fn trend(&self, kpi: &Kpi, year: FiscalYear) -> Option<Phrase> {
        let found = trend(kpi, year)?;
        let id = match found.now.value.cmp(&found.before.value) {
            std::cmp::Ordering::Greater => "trend-up",
            std::cmp::Ordering::Equal => "trend-same",
            std::cmp::Ordering::Less => "trend-down",
        };
        let args = [
            ("year", self.voice.year(year.previous()).into()),
            ("before", self.voice.value(found.before).into()),
            ("gap", self.gap(found.gap, [found.now, found.before]).into()),
        ];
        Some(self.voice.fill(id, args))
    }

    /// A pillar and its counts; nothing for one without KPIs.
    fn pillar_counts(&self, branch: &Branch, names: Names) -> Option<Phrase> {
        let tally = self.tally(branch.all_kpis());
        let part = |grade: Phrase, count: usize| {
            let args = [("grade", grade.into()), ("count", count.to_string().into())];
            (count > 0).then(|| self.voice.fill("share-part", args))
        };
        let graded = tally.grades.iter().enumerate().filter_map(|(at, (index, count))| {
            let grade = self.grade(*index)?;
            let has_meaning = grade.meaning.is_native() && !grade.meaning.text().is_empty();
            let code = match (names, grade.code.is_native(), has_meaning) {
                (Names::All, ..) | (_, true, _) => grade.code,
                (Names::Native, false, true) => grade.meaning,
                // As the chart names it.
                (Names::Native, false, false) => Phrase::plain(format!("#{}", at + 1)),
            };
            part(code, *count)
        });
        let parts: Vec<Phrase> =
            graded.chain(part(self.voice.fill("unevaluated", []), tally.unevaluated)).collect();
        let name = self.branch_name(branch);
        let name = match names {
            Names::Native if !name.is_native() => Phrase::plain(self.pillar_by_place(branch)),
            _ => name,
        };
        let parts_said = Phrase::join(parts.iter().cloned(), &self.voice.word("number-separator")?);
        let args = [("name", name.into()), ("parts", parts_said.into())];
        (!parts.is_empty()).then(|| self.voice.fill("share-row", args))
    }

    fn attainments(&self, names: Names) -> Vec<Phrase> {
        let year = self.report.year;
        let kpis: Vec<&Kpi> = self.report.edition.kpis().filter(|kpi| is_drawn(kpi)).collect();
        let with: Vec<(Decimal, &Kpi)> =
            kpis.iter().filter_map(|kpi| Some((attainment(kpi, year)?, *kpi))).collect();
        let reached = with.iter().filter(|(_, kpi)| {
            comparison(kpi, year).is_some_and(|compared| compared.standing != Standing::Missed)
        });
        let counts = [("reached", reached.count().into()), ("total", with.len().into())];
        let mut sentences = vec![self.voice.fill("attainment-reached", counts)];
        let percents = || with.iter().map(|(percent, _)| *percent);
        if let (Some(lowest), Some(highest)) = (percents().min(), percents().max()) {
            let ends = [lowest, highest].map(|end| self.attainment_of(end, &with, names));
            let [lowest_said, highest_said] = ends;
            sentences.push(if lowest == highest {
                let id = if with.len() > 1 { "attainment-each" } else { "attainment-all" };
                self.voice.fill(id, [("percent", self.percent(lowest).into())])
            } else {
                let args = [("lowest", lowest_said.into()), ("highest", highest_said.into())];
                self.voice.fill("attainment-ends", args)
            });
        }
        if kpis.len() > with.len() {
            let count = kpis.len() - with.len();
            sentences.push(self.voice.fill("attainment-without", [("count", count.into())]));
        }
        sentences
    }

    /// An attainment with the KPI that has it, where it is one alone: 92.9% (①-1).
    fn attainment_of(&self, percent: Decimal, all: &[(Decimal, &Kpi)], names: Names) -> Phrase {
        let said = Phrase::plain(self.percent(percent));
        let mut holders = all.iter().filter(|(other, _)| *other == percent);
        let (Some((_, kpi)), None) = (holders.next(), holders.next()) else { return said };
        let name = self.kpi_name(kpi);
        if names == Names::Native && !name.is_native() {
            return said;
        }
        self.voice.fill("attainment-named", [("percent", said.into()), ("name", name.into())])
    }
}

fn has_actual(kpi: &Kpi, year: FiscalYear) -> bool {
    let actual = kpi.entry(year).and_then(|entry| entry.actual.as_ref());
    let level = actual.and_then(nendo_model::Cell::level);
    level.is_some_and(|level| measured_unit(kpi) == Some(level.unit.as_str()))
}
