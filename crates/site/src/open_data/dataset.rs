//! The open data of a fiscal year, or of all years of a plan: the folder that holds it, its tables, and what is said of the whole.
//! Every description of the data, for people or machines, is made of this.

use nendo_model::{Date, Edition, FiscalYear, Kpi, Plan};

use super::column::{Column, Kind};
use super::names::Names;
use super::table::{Subject, Table};
use super::{breakdown, codes, json, progress, record, updates};
use crate::phrase::Phrase;
use crate::report::timeline::Timeline;
use crate::report::{History, Report};
use crate::route::{self, Page, SitePath};
use crate::site::Site;
use crate::voice::Voice;

/// The ministry's list of the codes of municipalities.
pub(crate) const MUNICIPALITIES: &str = "https://www.soumu.go.jp/denshijiti/code.html";

/// The open data of a fiscal year, or of all years of a plan.
pub(crate) struct Dataset<'a> {
    pub(crate) site: &'a Site,
    pub(crate) plan: &'a Plan,
    pub(crate) scope: Scope<'a>,
    /// The reports that the values come from, the oldest first.
    pub(crate) editions: Vec<&'a Edition>,
    /// Every fiscal year that the data is about, the oldest first.
    pub(crate) years: Vec<FiscalYear>,
    pub(crate) tables: Vec<Table>,
}

/// What a dataset is of.
#[derive(Clone, Copy)]
pub(crate) enum Scope<'a> {
    /// One fiscal year, as its edition tells it.
    Year(&'a Report<'a>),
    /// All years, as all editions tell them.
    AllYears(&'a [Timeline<'a>]),
}

impl<'a> Dataset<'a> {
    /// The data of a fiscal year.
    pub(crate) fn of_year(site: &'a Site, report: &'a Report<'a>) -> Self {
        let Report { plan, edition, .. } = *report;
        let tables = vec![
            progress::of_year(site, report),
            codes::table(site, plan),
            breakdown::table(site, report),
            updates::table(site, [edition]),
        ];
        Self {
            site,
            plan,
            scope: Scope::Year(report),
            editions: vec![edition],
            years: report.years.clone(),
            tables,
        }
    }

    /// The data of all years.
    pub(crate) fn of_plan(site: &'a Site, history: &History<'a>, timelines: &'a [Timeline<'a>]) -> Self {
        let (plan, editions) = (history.plan(), history.editions());
        let tables = vec![
            progress::of_plan(site, timelines),
            codes::table(site, plan),
            updates::table(site, editions.iter().copied()),
        ];
        let mut years: Vec<FiscalYear> = editions.iter().flat_map(|edition| edition.years()).collect();
        years.sort_unstable();
        years.dedup();
        Self { site, plan, scope: Scope::AllYears(timelines), editions, years, tables }
    }

    /// The fiscal year that it is about, where it is one.
    pub(crate) fn year(&self) -> Option<FiscalYear> {
        match self.scope {
            Scope::Year(report) => Some(report.year),
            Scope::AllYears(_) => None,
        }
    }

    /// What its files are called.
    pub(crate) fn names(&self) -> Names<'_> {
        Names { site: self.site, slug: &self.plan.slug, year: self.year() }
    }

    /// A file in the folder.
    pub(crate) fn path(&self, name: &str) -> SitePath {
        self.names().path(name)
    }

    /// What the names of its tables and its archive begin with: `221309_dx_2023`.
    pub(crate) fn stem(&self) -> String {
        self.names().stem()
    }

    /// The name of the file of a table.
    pub(crate) fn table_name(&self, subject: Subject) -> String {
        self.names().table(subject)
    }

    /// The file of the rows of a KPI by themselves. No id has an underscore, which the names of tables have.
    pub(crate) fn excerpt(&self, kpi: &Kpi) -> SitePath {
        self.path(&format!("{}.csv", kpi.id))
    }

    /// The name of the file that holds all the others.
    pub(crate) fn archive_name(&self) -> String {
        self.names().archive()
    }

    /// The same as the tables, nested.
    pub(super) fn json(&self) -> Vec<u8> {
        match self.scope {
            Scope::Year(report) => json::of_year(self.site, report),
            Scope::AllYears(timelines) => json::of_plan(self.site, self.plan, &self.editions, timelines),
        }
    }

    /// What that JSON may be.
    pub(super) fn json_schema(&self) -> Vec<u8> {
        json::pretty(&match self.scope {
            Scope::Year(_) => record::schema_of_year(),
            Scope::AllYears(_) => record::schema_of_plan(),
        })
    }

    /// The texts that a column may hold besides a blank, where they are few: codes, and the grades of the scale.
    pub(super) fn allowed(&self, table: &Table, column: &Column) -> Option<Vec<&str>> {
        match column.kind {
            Kind::OneOf(codes) => Some(codes.to_vec()),
            _ if table.subject == Subject::Progress && column.name == "evaluation" => {
                let grades = self.tables.iter().find(|table| table.subject == Subject::EvaluationCodes)?;
                let codes: Vec<&str> = grades.values("code").collect();
                (!codes.is_empty()).then_some(codes)
            }
            _ => None,
        }
    }

    /// The day on which it was first published, where that is known.
    pub(crate) fn issued(&self) -> Option<Date> {
        self.editions.iter().filter_map(|edition| edition.published).min()
    }

    /// The day since which it has not changed, where any is known.
    pub(crate) fn modified(&self) -> Option<Date> {
        let published = self.editions.iter().filter_map(|edition| edition.published);
        let corrected = self.editions.iter().flat_map(|edition| &edition.corrections);
        published.chain(corrected.map(|correction| correction.date)).max()
    }

    /// What it is called.
    pub(crate) fn title(&self, voice: Voice<'_>) -> Phrase {
        let plan = voice.wording(&self.plan.title);
        match self.year() {
            Some(year) => {
                voice.fill("year-of-plan", [("plan", plan.into()), ("year", voice.year(year).into())])
            }
            None => voice.fill("years-of-plan", [("plan", plan.into())]),
        }
    }

    /// What it is, and who publishes it.
    pub(crate) fn description(&self, voice: Voice<'_>) -> Phrase {
        let data = voice.fill("dataset", [("name", self.title(voice).into())]);
        let publisher = voice.optional(self.site.config.publisher.as_ref());
        let issued = if publisher.is_empty() {
            publisher
        } else {
            voice.fill("dataset-publisher", [("publisher", publisher.into())])
        };
        voice.paragraph([data, issued])
    }

    /// How to cite it: by name, with the newest day of publication and the address of its page, as far as they are known.
    pub(crate) fn citation(&self, voice: Voice<'_>) -> Phrase {
        let publisher = voice.optional(self.site.config.publisher.as_ref());
        let cited = if publisher.is_empty() { "citation" } else { "citation-of" };
        let cited = voice.fill(cited, [("name", self.title(voice).into()), ("publisher", publisher.into())]);
        let newest = self.editions.iter().filter_map(|edition| edition.published).max();
        let day = newest.map(|date| voice.fill("citation-published", [("date", voice.date(date).into())]));
        let address = self.site.address(&self.page(voice)).map(Phrase::plain);
        day.into_iter().chain(address).fold(cited, |citation, detail| {
            voice.fill("citation-with", [("citation", citation.into()), ("detail", detail.into())])
        })
    }

    /// The page that offers it.
    fn page(&self, voice: Voice<'_>) -> SitePath {
        let slug = &self.plan.slug;
        match self.year() {
            Some(year) => route::page(slug, year, voice.tag(), &Page::Data),
            None => route::plan(slug),
        }
    }

    /// What was published and corrected, and on which day, as far as days are known.
    pub(crate) fn history(&self, voice: Voice<'_>) -> Vec<(String, Phrase)> {
        let updates = updates::of(self.editions.iter().copied());
        updates.filter_map(|update| Some((voice.date(update.date()?), update.said(voice)))).collect()
    }

    /// The first and the last month of all years that it is about: `2021-04/2026-03`.
    pub(crate) fn months(&self) -> Option<[String; 2]> {
        let (first, last) = (self.years.first()?.number(), self.years.last()?.number());
        Some(match self.plan.fiscal_year_start {
            start @ 2.. => [format!("{first}-{start:02}"), format!("{}-{:02}", last + 1, start - 1)],
            _ => [format!("{first}-01"), format!("{last}-12")],
        })
    }
}
