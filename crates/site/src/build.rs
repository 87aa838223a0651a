//! Tasks → rayon → outputs: every page and data file of one plan at a time, so that memory is
//! bounded by the largest plan.

use std::collections::BTreeMap;

use nendo_model::{Case, Checked, FiscalYear, Plan, Problem};
use rayon::prelude::*;
use tera::Value;

use crate::drawing::Drawing;
use crate::open_data;
use crate::route::{self, Page, SitePath};
use crate::view::{Front, Known, Report, Reported, View};
use crate::voice::Voice;
use crate::{PlanCard, Site};

/// Files of a site by path, and what they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outputs {
    /// The bytes of each file.
    pub files: BTreeMap<SitePath, Vec<u8>>,
    /// How many of them are pages.
    pub pages: usize,
    /// How many charts stand on those pages.
    pub charts: usize,
}

/// A file, unless there is nothing to make one of.
type Made = Result<Option<(SitePath, Vec<u8>)>, Problem>;

/// Something to be made, on any thread.
enum Task<'a> {
    Page(&'a Report<'a>, Voice<'a>, Page),
    Year(FiscalYear),
    Plan,
    Progress(&'a Report<'a>),
    Json(&'a Report<'a>),
    Chart(&'a Report<'a>, Voice<'a>, Drawing<'a>),
}

impl Site {
    /// Every file of a plan.
    #[must_use]
    pub fn plan(&self, plan: &Plan) -> Checked<Outputs> {
        let known = Known::of(plan);
        let reported = Reported::of(plan, &known);
        if reported.is_empty() {
            return Checked::sound(Outputs::default());
        }
        let reports: Vec<Report<'_>> =
            reported.iter().map(|year| Report::new(self, plan, *year, &known, &reported)).collect();
        let card = PlanCard::of(plan);
        let mut tasks = vec![Task::Plan];
        for report in &reports {
            tasks.push(Task::Year(report.year));
            tasks.push(Task::Progress(report));
            tasks.push(Task::Json(report));
            for voice in self.words.voices() {
                tasks.extend(Drawing::all(report).map(|chart| Task::Chart(report, voice, chart)));
                tasks.extend(report.pages().into_iter().map(|page| Task::Page(report, voice, page)));
            }
        }
        let made: Vec<Made> = tasks.par_iter().map(|task| self.make(task, &card)).collect();
        let mut outputs = gather(made);
        outputs.problems.extend(reports.iter().flat_map(|report| self.clashes(report)));
        for report in &reports {
            self.add_assets(&mut outputs.value, Some((&plan.slug, report.year)));
        }
        outputs
    }

    /// The files above all plans.
    #[must_use]
    pub fn front(&self, plans: &[PlanCard]) -> Checked<Outputs> {
        let home = self.front_page(&route::home(), &Front::home(self, plans));
        let not_found = self.front_page(&route::not_found(), &Front::not_found(self));
        let mut outputs = gather(vec![home, not_found]);
        let robots = b"User-agent: *\nAllow: /\n".to_vec();
        outputs.value.files.insert(SitePath::new("robots.txt"), robots);
        self.add_assets(&mut outputs.value, None);
        outputs
    }

    fn make(&self, task: &Task<'_>, card: &PlanCard) -> Made {
        match task {
            Task::Page(report, voice, page) => self.page(&View::new(report, *voice, page.clone())),
            Task::Year(year) => {
                self.front_page(&route::year(&card.slug, *year), &Front::year(self, card, *year))
            }
            Task::Plan => self.front_page(&route::plan(&card.slug), &Front::plan(self, card)),
            Task::Progress(report) => {
                let file = open_data::progress_file(report);
                Ok(Some((route::data(&card.slug, report.year, &file), open_data::progress_csv(report))))
            }
            Task::Json(report) => {
                let file = route::data(&card.slug, report.year, "progress.json");
                Ok(Some((file, open_data::progress_json(report))))
            }
            Task::Chart(report, voice, chart) => {
                // A chart looks the same from every page.
                let view = View::new(report, *voice, Page::Summary);
                Ok(chart.file(&view))
            }
        }
    }

    fn page(&self, view: &View<'_>) -> Made {
        let word = |id: &str| crate::phrase::Phrase::plain(view.voice.word(id).unwrap_or_default());
        let language = view.voice.tag();
        let (template, title, page) = match &view.page {
            Page::Summary => ("summary.html", word("nav-summary"), Value::from_serializable(&view.summary())),
            Page::Structure => {
                ("structure.html", word("nav-structure"), Value::from_serializable(&view.structure()))
            }
            Page::Behind => ("behind.html", word("nav-behind"), Value::from_serializable(&view.behind())),
            Page::Kpis => ("kpis.html", word("nav-kpis"), Value::from_serializable(&view.kpis())),
            Page::Branch(id) => {
                ("branch.html", view.branch_title(id), Value::from_serializable(&view.branch(id)))
            }
            Page::Prose(name) => {
                ("prose.html", view.prose_title(name), Value::from_serializable(&view.prose(name)))
            }
        };
        let html = self.templates.render(template, language, &view.frame(title), &page);
        Ok(Some((view.here.clone(), html?)))
    }

    fn front_page(&self, path: &SitePath, front: &Front) -> Made {
        let html = self.templates.render("front.html", self.words.source_tag(), &(), front)?;
        Ok(Some((path.clone(), html)))
    }

    /// Pages of prose that would stand where a level of the plan does.
    fn clashes<'a>(&'a self, report: &'a Report<'_>) -> impl Iterator<Item = Problem> + 'a {
        let branches = report.edition.all_branches().into_iter();
        branches.filter(|branch| self.prose.contains_key(&branch.id)).map(|branch| {
            let other = format!("pages/{}.{}.md", branch.id, self.words.source_tag());
            let case = Case::DuplicateId { value: branch.id.clone(), other };
            Problem { case, origin: report.edition.origin(branch.place) }
        })
    }

    fn add_assets(&self, outputs: &mut Outputs, folder: Option<(&str, FiscalYear)>) {
        for (name, bytes) in self.assets() {
            outputs.files.insert(route::asset(folder, name), bytes.to_vec());
        }
    }
}

/// Joins what the threads made, in the order of the tasks. One fault in a template shows on many
/// pages and is one problem.
fn gather(made: Vec<Made>) -> Checked<Outputs> {
    let mut outputs = Outputs::default();
    let mut problems: Vec<Problem> = Vec::new();
    for result in made {
        match result {
            Ok(None) => {}
            Ok(Some((path, bytes))) => {
                if path.is_page() {
                    outputs.pages += 1;
                    outputs.charts += count(&bytes, b"<svg class=\"chart");
                }
                outputs.files.insert(path, bytes);
            }
            Err(problem) if problems.contains(&problem) => {}
            Err(problem) => problems.push(problem),
        }
    }
    Checked { value: outputs, problems }
}

fn count(bytes: &[u8], pattern: &[u8]) -> usize {
    bytes.windows(pattern.len()).filter(|window| *window == pattern).count()
}
