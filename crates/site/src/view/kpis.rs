//! Every KPI of a year as one table in the order of the plan, with what a reader may sort and filter it by.

use std::collections::BTreeMap;

use nendo_model::{Cell, GradeIndex, Kpi};
use serde::Serialize;

use super::frame::css_string;
use super::part::KpiView;
use super::{Link, View};
use crate::figure::spark;
use crate::kept::Part;
use crate::narrator::{Narrator, SpokenGrade};
use crate::phrase::Phrase;

/// What stands for a KPI without a grade among the choices; no grade is a dash, for a dash is a blank.
const NO_GRADE: &str = "-";

/// Every KPI.
#[derive(Debug, Hash, Serialize)]
pub(crate) struct KpisView {
    lead: String,
    caption: String,
    /// Rules of CSS that give each cell the name of its column, for where the columns have no heads.
    labels: String,
    groups: Vec<Group>,
    /// The columns of the table: name, target and actual, and those of the others that say something.
    columns: Vec<&'static str>,
    year_before: String,
    filters: Vec<Filter>,
    /// What stands before and after the number of the KPIs that are shown.
    shown: [String; 2],
    total: String,
}

/// The KPIs under a branch of the outermost level.
#[derive(Debug, Hash, Serialize)]
struct Group {
    id: String,
    branch: Link,
    kpis: Vec<KpiRow>,
}

#[derive(Debug, Hash, Serialize)]
struct KpiRow {
    kpi: Part<KpiView>,
    section: Phrase,
    behind: bool,
    /// The letter of its grade, by which it is found.
    code: String,
    order: Order,
    order_before: Order,
    attained: String,
    /// Whether target and actual are a number with its unit and no more.
    target_is_figure: bool,
    actual_is_figure: bool,
    /// The chart of its years as SVG; empty where it is qualitative, or has no actual yet.
    spark: String,
}

/// Where a grade comes when the table is sorted by it: ranked ones by their rank, the others behind them.
#[derive(Debug, Default, Hash, Serialize)]
struct Order {
    rank: String,
    unranked: String,
}

/// A list to choose from; `name` is also its name in the address of a filtered table.
#[derive(Debug, Hash, Serialize)]
struct Filter {
    name: &'static str,
    label: Phrase,
    choices: Vec<Choice>,
}

/// Something to choose. It can hold no marks, so that it has one language as a whole.
#[derive(Debug, Hash, Serialize)]
struct Choice {
    value: String,
    label: String,
    lang: String,
}

impl View<'_> {
    /// Every KPI in the order of the plan.
    pub(crate) fn kpis(&self) -> KpisView {
        let Narrator { report, voice } = self.narrator;
        let branches = report.edition.branches.iter();
        let groups = branches.map(|branch| Group {
            id: branch.id.clone(),
            branch: self.branch_link(branch),
            kpis: branch.all_kpis().into_iter().map(|kpi| self.kpi_row(kpi)).collect(),
        });
        let groups: Vec<Group> = groups.filter(|group| !group.kpis.is_empty()).collect();
        let total = groups.iter().map(|group| group.kpis.len()).sum::<usize>();
        // A letter that no language writes holds the place of the number.
        let shown = voice.fill("kpis-shown", [("total", total.into()), ("shown", "\u{E000}".into())]).text();
        let (before, after) = shown.split_once('\u{E000}').unwrap_or((&shown, ""));
        KpisView {
            lead: self.kpis_lead().text(),
            caption: voice.line("kpis-caption", [("year", &voice.year(report.year))]),
            labels: self.labels(),
            columns: columns(&groups),
            year_before: voice.year(report.year.previous()),
            filters: self.filters(&groups),
            groups,
            shown: [before, after].map(str::to_owned),
            total: voice.count(total),
        }
    }

    pub(super) fn kpis_lead(&self) -> Phrase {
        let count = self.narrator.report.edition.kpis().count();
        self.narrator.voice.fill("kpis-lead", [("count", count.into())])
    }

    fn labels(&self) -> String {
        let Narrator { report, voice } = self.narrator;
        let labels = [
            ("before", voice.year(report.year.previous())),
            ("now", voice.year(report.year)),
            ("target", voice.word("target")),
            ("actual", voice.word("actual")),
            ("attained", voice.word("attainment")),
            ("spark", voice.word("trend")),
        ];
        labels.map(|(class, label)| format!(".{class}{{--label:{}}}", css_string(&label))).concat()
    }

    fn kpi_row(&self, kpi: &Kpi) -> KpiRow {
        let Narrator { report, voice } = self.narrator;
        let year = report.year;
        let entry = kpi.entry(year);
        let now = kpi.evaluation(year);
        let code = now.and_then(|grade| self.narrator.grade(grade)).map(|grade| grade.code.text());
        let attained = kpi.comparison(year).and_then(|compared| compared.attainment());
        let spark = spark::spec(self.narrator, kpi);
        KpiRow {
            kpi: self.kpi(kpi),
            section: kpi.section.as_deref().map(|section| voice.phrase(section)).unwrap_or_default(),
            behind: self.is_behind(kpi),
            code: code.unwrap_or_else(|| NO_GRADE.to_owned()),
            order: self.order(now),
            order_before: self.order(report.grade_before(kpi)),
            attained: attained.map(|percent| percent.to_string()).unwrap_or_default(),
            target_is_figure: is_figure(entry.and_then(|entry| entry.target.as_ref())),
            actual_is_figure: is_figure(entry.and_then(|entry| entry.actual.as_ref())),
            spark: spark.as_ref().map(nendo_chart::svg).unwrap_or_default(),
        }
    }

    fn order(&self, grade: Option<GradeIndex>) -> Order {
        let scale = &self.narrator.report.plan.scale;
        let Some(index) = grade else { return Order::default() };
        let place = scale.grades().take_while(|(other, _)| *other != index).count();
        match scale.grade(index).and_then(|grade| grade.rank) {
            Some(rank) => Order { rank: rank.to_string(), ..Order::default() },
            None => Order { unranked: place.to_string(), ..Order::default() },
        }
    }

    /// The lists that leave a choice: grades, branches of the outermost level, sections.
    fn filters(&self, groups: &[Group]) -> Vec<Filter> {
        let voice = self.narrator.voice;
        let word = |id| Phrase::plain(voice.word(id));
        let level = self.narrator.level_name(0);
        let pillars = groups
            .iter()
            .map(|group| self.choice(group.id.clone(), group.branch.label.clone(), group.kpis.len()));
        let filters = [
            Filter { name: "grade", label: word("evaluation"), choices: self.grades(groups) },
            Filter {
                name: "pillar",
                label: if level.is_empty() { word("kpis-pillar") } else { level },
                choices: pillars.collect(),
            },
            Filter { name: "section", label: word("section"), choices: self.section_choices(groups) },
        ];
        filters.into_iter().filter(|filter| filter.choices.len() > 1).collect()
    }

    /// The grades that occur in the order of the scale, then having none.
    fn grades(&self, groups: &[Group]) -> Vec<Choice> {
        let narrator = self.narrator;
        let rows = || groups.iter().flat_map(|group| &group.kpis);
        let count = |code: &str| rows().filter(|row| row.code == code).count();
        let grades = narrator.report.plan.scale.grades();
        let spoken = grades.filter_map(|(index, _)| {
            let SpokenGrade { code, meaning, .. } = narrator.grade(index)?;
            let says_more = !meaning.is_empty() && meaning.text() != code.text();
            let label = if says_more { Phrase::join([code.clone(), meaning], " ") } else { code.clone() };
            Some((code.text(), label))
        });
        let none = (NO_GRADE.to_owned(), Phrase::plain(narrator.voice.word("unevaluated")));
        let counted = spoken.chain([none]).map(|(code, label)| (count(&code), code, label));
        let occurring = counted.filter(|(count, ..)| *count > 0);
        occurring.map(|(count, code, label)| self.choice(code, label, count)).collect()
    }

    /// The responsible sections in the order in which they first occur, by what the page calls them.
    fn section_choices(&self, groups: &[Group]) -> Vec<Choice> {
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut sections: Vec<(&Phrase, usize)> = Vec::new();
        for row in groups.iter().flat_map(|group| &group.kpis).filter(|row| !row.section.is_empty()) {
            let place = *places.entry(row.section.text()).or_insert(sections.len());
            match sections.get_mut(place) {
                Some((_, count)) => *count += 1,
                None => sections.push((&row.section, 1)),
            }
        }
        let choice = |(section, count): (&Phrase, usize)| self.choice(section.text(), section.clone(), count);
        sections.into_iter().map(choice).collect()
    }

    fn choice(&self, value: String, label: Phrase, count: usize) -> Choice {
        let args = [("label", label.into()), ("count", count.into())];
        let label = self.narrator.voice.fill("kpis-choice", args);
        Choice { value, label: one_line(&label.text()), lang: label.lang().to_owned() }
    }
}

fn columns(groups: &[Group]) -> Vec<&'static str> {
    let any = |has: fn(&KpiRow) -> bool| groups.iter().flat_map(|group| &group.kpis).any(has);
    let before = any(|row| row.kpi.before.is_some());
    let columns = [
        ("name", true),
        ("before", before),
        ("grade", before || any(|row| row.kpi.grade.is_some())),
        ("target", true),
        ("actual", true),
        ("attainment", any(|row| !row.attained.is_empty())),
        ("trend", any(|row| !row.spark.is_empty())),
    ];
    columns.into_iter().filter(|(_, says)| *says).map(|(name, _)| name).collect()
}

/// Whether a cell is a number with its unit and no more, to stand under others at the end of a column.
fn is_figure(cell: Option<&Cell>) -> bool {
    cell.is_some_and(|cell| cell.is_set() && cell.is_bare())
}

/// A text in one line, with single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
