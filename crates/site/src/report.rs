//! A fiscal year of a plan: the edition that its values come from, and what the other editions say of the same KPIs. It knows
//! no language and no page.

pub(crate) mod timeline;
pub(crate) mod version;

use std::collections::BTreeMap;

use nendo_model::{
    Branch, Cell, Edition, FiscalYear, GradeIndex, Identity, Kpi, Movement, Plan, Tally, Tone, movement,
};

use crate::spelling::key;

/// A plan with all its editions, and the fiscal years that have a site.
pub(crate) struct History<'a> {
    plan: &'a Plan,
    /// Oldest first.
    editions: Vec<Index<'a>>,
    reported: Vec<(FiscalYear, &'a Edition)>,
}

/// What an edition has, by id.
struct Index<'a> {
    edition: &'a Edition,
    /// Every fiscal year that it has a column or row for.
    years: Vec<FiscalYear>,
    /// The way to each branch, itself last.
    branches: BTreeMap<&'a str, Vec<&'a Branch>>,
    /// Each KPI, and the way to its branch.
    kpis: BTreeMap<&'a str, (&'a Kpi, Vec<&'a Branch>)>,
}

/// A fiscal year of a plan, with the edition that its values come from.
pub(crate) struct Report<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) year: FiscalYear,
    pub(crate) edition: &'a Edition,
    /// Every fiscal year that the edition has a column or row for.
    pub(crate) years: Vec<FiscalYear>,
    history: &'a History<'a>,
    index: &'a Index<'a>,
}

/// How the grade of a KPI moved since the year before.
pub(crate) struct Move<'a> {
    pub(crate) kpi: &'a Kpi,
    pub(crate) before: Option<GradeIndex>,
    pub(crate) now: Option<GradeIndex>,
    /// Absent where the year has no grade.
    pub(crate) movement: Option<Movement>,
}

/// What a year comes to: how many KPIs made progress, and how many did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Outlook {
    pub(crate) total: usize,
    pub(crate) evaluated: usize,
    /// On target or ahead of it.
    pub(crate) good: usize,
    pub(crate) behind: usize,
    /// Whether any grade of the scale says something of progress.
    pub(crate) has_tone: bool,
}

impl<'a> History<'a> {
    pub(crate) fn of(plan: &'a Plan) -> Self {
        let reported = plan.reported();
        let last = reported.iter().map(|(_, edition)| edition.year).max();
        // The table of a year of which nothing is reported yet is no report.
        let editions = plan.editions.iter().filter(|edition| last.is_none_or(|last| edition.year <= last));
        Self { plan, editions: editions.map(Index::of).collect(), reported }
    }

    /// Every fiscal year that has a site, oldest first.
    pub(crate) fn reports(&'a self) -> Vec<Report<'a>> {
        self.reported.iter().filter_map(|(year, edition)| self.report(*year, edition)).collect()
    }

    /// A fiscal year as an edition of the plan tells it.
    pub(crate) fn report(&'a self, year: FiscalYear, edition: &Edition) -> Option<Report<'a>> {
        let index = self.index(edition)?;
        let (plan, edition) = (self.plan, index.edition);
        Some(Report { plan, year, edition, years: index.years.clone(), history: self, index })
    }

    /// The plan.
    pub(crate) fn plan(&self) -> &'a Plan {
        self.plan
    }

    /// Every edition that a year or its past comes from, the oldest first.
    pub(crate) fn editions(&self) -> Vec<&'a Edition> {
        self.editions.iter().map(|index| index.edition).collect()
    }

    /// Every fiscal year that an edition has a column or row for.
    fn years(&self, edition: &Edition) -> &[FiscalYear] {
        self.index(edition).map_or(&[], |index| &index.years)
    }

    fn index(&self, edition: &Edition) -> Option<&Index<'a>> {
        self.editions.iter().find(|index| index.edition.year == edition.year)
    }

    fn reported_index(&self, year: FiscalYear) -> Option<&Index<'a>> {
        let (_, edition) = self.reported.iter().find(|(reported, _)| *reported == year)?;
        self.index(edition)
    }
}

impl<'a> Index<'a> {
    fn of(edition: &'a Edition) -> Self {
        let (mut branches, mut kpis) = (BTreeMap::new(), BTreeMap::new());
        for path in edition.paths() {
            let Some(branch) = path.last() else { continue };
            kpis.extend(branch.kpis.iter().map(|kpi| (kpi.id.as_str(), (kpi, path.clone()))));
            branches.insert(branch.id.as_str(), path);
        }
        Self { edition, years: edition.years(), branches, kpis }
    }

    /// The KPI of the same id as one of another edition, unless it is another one: an id that is a
    /// place means the same KPI only where the name is the same.
    fn same_kpi(&self, kpi: &Kpi) -> Option<&'a Kpi> {
        let (other, _) = self.kpis.get(kpi.id.as_str())?;
        let is_same = match (kpi.identity, other.identity) {
            (Identity::Pinned, _) | (Identity::Numbered, Identity::Numbered | Identity::Pinned) => true,
            _ => kpi.label.as_deref().map(key) == other.label.as_deref().map(key),
        };
        is_same.then_some(*other)
    }
}

impl<'a> Report<'a> {
    /// Every fiscal year of the plan that has a site, oldest first.
    pub(crate) fn reported(&self) -> impl Iterator<Item = FiscalYear> {
        self.history.reported.iter().map(|(year, _)| *year)
    }

    /// Whether the site of a fiscal year has a branch of this id.
    pub(crate) fn has_branch_in(&self, year: FiscalYear, id: &str) -> bool {
        self.history.reported_index(year).is_some_and(|index| index.branches.contains_key(id))
    }

    /// Whether the site of a fiscal year has KPIs of this responsible section; of any, where none is named.
    pub(crate) fn has_section_in(&self, year: FiscalYear, name: Option<&str>) -> bool {
        let is_wanted = |section: &str| name.is_none_or(|name| name == section);
        let index = self.history.reported_index(year);
        index
            .is_some_and(|index| index.edition.kpis().filter_map(|kpi| kpi.section.as_deref()).any(is_wanted))
    }

    /// The branch that a fiscal year has the same KPI under.
    pub(crate) fn branch_in(&self, year: FiscalYear, kpi: &Kpi) -> Option<&'a Branch> {
        let index = self.history.reported_index(year)?;
        index.same_kpi(kpi)?;
        index.kpis.get(kpi.id.as_str())?.1.last().copied()
    }

    /// The KPI of an id.
    pub(crate) fn kpi(&self, id: &str) -> Option<&'a Kpi> {
        self.index.kpis.get(id).map(|(kpi, _)| *kpi)
    }

    /// The responsible sections that the table names, each once, in its order, with their KPIs.
    pub(crate) fn sections(&self) -> Vec<(&'a str, Vec<&'a Kpi>)> {
        let mut sections: Vec<(&str, Vec<&Kpi>)> = Vec::new();
        for kpi in self.edition.kpis() {
            let Some(name) = kpi.section.as_deref() else { continue };
            match sections.iter_mut().find(|(known, _)| *known == name) {
                Some((_, kpis)) => kpis.push(kpi),
                None => sections.push((name, vec![kpi])),
            }
        }
        sections
    }

    /// What the grades of the year come to.
    pub(crate) fn outlook(&self) -> Outlook {
        self.outlook_of(self.edition.kpis())
    }

    /// What the grades that these KPIs have in the year come to.
    pub(crate) fn outlook_of<'k>(&self, kpis: impl IntoIterator<Item = &'k Kpi>) -> Outlook {
        let tones: Vec<Option<Tone>> = kpis.into_iter().map(|kpi| self.tone(kpi)).collect();
        let count = |wanted: &[Tone]| tones.iter().flatten().filter(|tone| wanted.contains(tone)).count();
        Outlook {
            total: tones.len(),
            evaluated: tones.iter().flatten().count(),
            good: count(&[Tone::Ahead, Tone::On]),
            behind: count(&[Tone::Behind]),
            has_tone: self.plan.scale.has_tone(),
        }
    }

    /// The way to a KPI, outermost level first.
    pub(crate) fn path(&self, kpi: &Kpi) -> &'a [&'a Branch] {
        self.index.kpis.get(kpi.id.as_str()).map_or(&[], |(_, path)| path)
    }

    /// The way to a branch, itself last; empty for an id that the edition does not have.
    pub(crate) fn branch_path(&self, id: &str) -> &'a [&'a Branch] {
        self.index.branches.get(id).map_or(&[], Vec::as_slice)
    }

    /// How many levels the plan has in this edition.
    pub(crate) fn depth(&self) -> usize {
        self.index.branches.values().map(Vec::len).max().unwrap_or_default()
    }

    /// What the grade of a KPI says of its progress; absent where the year has no grade.
    pub(crate) fn tone(&self, kpi: &Kpi) -> Option<Tone> {
        Some(self.plan.scale.grade(kpi.evaluation(self.year)?)?.tone)
    }

    /// How many of these KPIs have each grade.
    pub(crate) fn tally<'k>(&self, kpis: impl IntoIterator<Item = &'k Kpi>) -> Tally {
        Tally::of(kpis, self.year, &self.plan.scale)
    }

    /// Whether the year before was reported.
    pub(crate) fn has_year_before(&self) -> bool {
        self.reported().any(|year| year == self.year.previous())
    }

    /// The grade of a KPI in the year before: as this edition gives it, else as that year's own.
    pub(crate) fn grade_before(&self, kpi: &Kpi) -> Option<GradeIndex> {
        let year = self.year.previous();
        let before = self.history.reported_index(year)?;
        kpi.evaluation(year).or_else(|| before.same_kpi(kpi)?.evaluation(year))
    }

    /// How every KPI moved, in the order of the table.
    pub(crate) fn moves(&self) -> Vec<Move<'a>> {
        let made = |kpi: &'a Kpi| {
            let (before, now) = (self.grade_before(kpi), kpi.evaluation(self.year));
            Move { kpi, before, now, movement: movement(&self.plan.scale, before, now) }
        };
        self.edition.kpis().map(made).collect()
    }

    /// The target of a year as the latest earlier edition gave it, where this one gives another.
    pub(crate) fn earlier_target(&self, kpi: &Kpi, year: FiscalYear) -> Option<&'a Cell> {
        let now = kpi.entry(year)?.target.as_ref().filter(|cell| cell.is_set())?;
        let editions = self.history.editions.iter().rev();
        let earlier = editions.filter(|other| other.edition.year < self.edition.year);
        let targets = earlier.filter_map(|other| other.same_kpi(kpi)?.entry(year)?.target.as_ref());
        let before = targets.into_iter().find(|cell| cell.is_set())?;
        now.is_revised_from(before).then_some(before)
    }
}
