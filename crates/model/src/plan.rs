//! A plan and its editions: levels, KPIs, years.

use std::collections::BTreeMap;

use crate::cell::Cell;
use crate::date::Date;
use crate::place::{Origin, Place};
use crate::saved::Saved;
use crate::scale::{GradeBound, GradeIndex, Scale};
use crate::wording::Wording;
use crate::year::FiscalYear;

/// A plan whose progress is reported year by year.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Plan {
    /// Its folder's name, and its part of the URL.
    pub slug: String,
    /// Its title.
    pub title: Wording,
    /// The names of its levels, outermost first: 柱, 取組項目.
    pub levels: Vec<Wording>,
    /// Its evaluation scale.
    pub scale: Scale,
    /// The rule by which its grades can be audited, if it has one.
    pub audit: Option<Vec<GradeBound>>,
    /// The month (1 to 12) in which its fiscal year begins; 4 in Japan.
    pub fiscal_year_start: u8,
    /// The first day on which its pages may be published, if that is told. No page shows it.
    pub publish_after: Option<Date>,
    /// What was reported, oldest edition first.
    pub editions: Vec<Edition>,
}

/// What the city reported for one fiscal year: `2023.csv`. It holds earlier results and later
/// targets too, as known then.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edition {
    /// The year reported on.
    pub year: FiscalYear,
    /// The file it was read from.
    pub file: String,
    /// How the file was saved.
    pub saved: Saved,
    /// When it was published, if that is told.
    pub published: Option<Date>,
    /// What was put right in it since, the oldest first.
    pub corrections: Vec<Correction>,
    /// The headers of its columns, which may be fewer than its cells fill.
    pub headers: Vec<String>,
    /// The outermost level, in the order of the table.
    pub branches: Vec<Branch>,
}

/// What was put right in an edition after it was published.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Correction {
    /// The day it was put right.
    pub date: Date,
    /// What was wrong, and what it says now.
    pub text: Wording,
}

/// A pillar, an initiative: a level of the plan, with what lies under it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Branch {
    /// Its id, which is the name of its page: `service-1`.
    pub id: String,
    /// Its number, if it has one: ①.
    pub number: Option<Number>,
    /// Its name without the number.
    pub label: String,
    /// The levels under it.
    pub branches: Vec<Branch>,
    /// The KPIs directly under it.
    pub kpis: Vec<Kpi>,
    /// The cell that names it first.
    pub place: Place,
}

/// A key performance indicator, or the text goal that stands in the place of one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Kpi {
    /// Its id, unique in the plan and the same in every edition: `service-1-1`.
    pub id: String,
    /// What its id was made of.
    pub identity: Identity,
    /// Its number, if it has one: ①-1.
    pub number: Option<Number>,
    /// Its name without the number; a KPI without one is named by its initiative.
    pub label: Option<String>,
    /// Whether more or less is better.
    pub direction: Direction,
    /// What its values count, as far as the table says.
    pub counting: Counting,
    /// Whether it is drawn.
    pub chart: Chart,
    /// The value before the plan began.
    pub baseline: Option<Cell>,
    /// The target at the end of the plan.
    pub final_target: Option<Cell>,
    /// The responsible section (担当課).
    pub section: Option<String>,
    /// What each fiscal year has. Boxed, as a map keeps room for more years than most KPIs have.
    pub years: BTreeMap<FiscalYear, Box<YearEntry>>,
    /// The cell that names it, or its first row.
    pub place: Place,
}

/// What one edition says of a KPI in one fiscal year. A cell that the table does not have is
/// absent; one that it leaves blank is there, and not set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct YearEntry {
    /// 目標.
    pub target: Option<Cell>,
    /// 実績.
    pub actual: Option<Cell>,
    /// 評価; absent where the year was not evaluated.
    pub evaluation: Option<GradeIndex>,
    /// 理由, which belongs to the year's grade.
    pub reason: Option<Cell>,
    /// 備考.
    pub note: Option<Cell>,
}

/// The number before a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    /// As written: `①-1`, `(2)`.
    pub written: String,
    /// Its parts: `[1, 1]`, `[2]`.
    pub parts: Vec<u32>,
}

/// What the id of a KPI was made of, and so whether it means the same KPI in another edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Identity {
    /// The city fixed it, in a column of the table or in plan.toml.
    Pinned,
    /// The number of the KPI, or of the initiative that it stands for.
    Numbered,
    /// Its place among its siblings, which a row above it moves.
    Placed,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Nothing says which, and more is taken to be better.
    #[default]
    Assumed,
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither can be taken: the city wants the value kept, or nothing says which way is better and targets that fall from
    /// year to year speak against more.
    Unclear,
}

/// Whether a KPI that can be drawn is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Chart {
    /// Where the KPI is numeric.
    #[default]
    Automatic,
    /// Never.
    None,
}

/// What the values of a KPI count (集計方法).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Counting {
    /// The table does not say.
    #[default]
    Unstated,
    /// 累計: all since the plan began.
    Cumulative,
    /// 単年度: the year alone.
    Yearly,
    /// 年度末時点: what there is at the end of the year.
    PointInTime,
}

impl Plan {
    /// The fiscal years that have a site, each with the edition its values come from: that of the year itself or, where
    /// that has no actual and no evaluation of it, the earliest later one that has. What an edition before the year
    /// foretold makes no site.
    #[must_use]
    pub fn reported(&self) -> Vec<(FiscalYear, &Edition)> {
        let mut reported = BTreeMap::new();
        for edition in &self.editions {
            let entries = edition.kpis().flat_map(|kpi| &kpi.years);
            let told = entries.filter(|(year, entry)| **year <= edition.year && entry.has_result());
            for (year, _) in told {
                reported.entry(*year).or_insert(edition);
            }
        }
        reported.into_iter().collect()
    }
}

impl Edition {
    /// A place in the table, as messages name it.
    #[must_use]
    pub fn origin(&self, place: Place) -> Origin {
        Origin::cell(&*self.file, &self.headers, place)
    }

    /// Every KPI in the order of the table.
    pub fn kpis(&self) -> impl Iterator<Item = &Kpi> {
        self.branches.iter().flat_map(Branch::all_kpis)
    }

    /// Every branch of every level in the order of the table, each before those under it.
    #[must_use]
    pub fn all_branches(&self) -> Vec<&Branch> {
        self.paths().into_iter().filter_map(|path| path.last().copied()).collect()
    }

    /// The way to every branch, in the order of the table: `[pillar]`, `[pillar, initiative]`.
    #[must_use]
    pub fn paths(&self) -> Vec<Vec<&Branch>> {
        fn walk<'a>(branches: &'a [Branch], above: &[&'a Branch], paths: &mut Vec<Vec<&'a Branch>>) {
            for branch in branches {
                let path = [above, &[branch]].concat();
                paths.push(path.clone());
                walk(&branch.branches, &path, paths);
            }
        }
        let mut paths = Vec::new();
        walk(&self.branches, &[], &mut paths);
        paths
    }

    /// Every fiscal year that the edition has a column or row for.
    #[must_use]
    pub fn years(&self) -> Vec<FiscalYear> {
        let mut years: Vec<FiscalYear> = self.kpis().flat_map(|kpi| kpi.years.keys().copied()).collect();
        years.sort_unstable();
        years.dedup();
        years
    }
}

impl Branch {
    /// Every KPI under this branch, at any depth, in the order of the table.
    #[must_use]
    pub fn all_kpis(&self) -> Vec<&Kpi> {
        let deeper = self.branches.iter().flat_map(Branch::all_kpis);
        self.kpis.iter().chain(deeper).collect()
    }
}

impl Kpi {
    /// The entry of a year, if the edition has one.
    #[must_use]
    pub fn entry(&self, year: FiscalYear) -> Option<&YearEntry> {
        self.years.get(&year).map(Box::as_ref)
    }

    /// The grade of a year, if it was evaluated.
    #[must_use]
    pub fn evaluation(&self, year: FiscalYear) -> Option<GradeIndex> {
        self.entry(year)?.evaluation
    }
}

impl Direction {
    /// The word for it in data: `higher`, `lower`; empty where it is unclear.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Assumed | Self::Higher => "higher",
            Self::Lower => "lower",
            Self::Unclear => "",
        }
    }
}

impl YearEntry {
    /// Whether the year has an actual or an evaluation.
    #[must_use]
    pub fn has_result(&self) -> bool {
        self.evaluation.is_some() || self.actual.as_ref().is_some_and(Cell::is_set)
    }
}
