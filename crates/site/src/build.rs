//! Tasks → rayon → outputs: every page and data file of one plan at a time, so that memory is
//! bounded by the largest plan.

use nendo_model::{Case, Checked, FiscalYear, Plan, Problem};
use rayon::prelude::*;
use tera::Value;

use crate::drawing::Drawing;
use crate::narrator::Narrator;
use crate::open_data;
use crate::outputs::Outputs;
use crate::phrase::Phrase;
use crate::report::{History, Report};
use crate::route::{self, Page, SitePath};
use crate::site::Site;
use crate::view::View;
use crate::view::front::{Front, PlanCard};

/// A file, unless there is nothing to make one of.
type Made = Result<Option<(SitePath, Vec<u8>)>, Problem>;

/// Something to be made, on any thread.
enum Task<'a> {
    Plan,
    Year(FiscalYear),
    Csv(&'a Report<'a>),
    Json(&'a Report<'a>),
    Chart(Narrator<'a>, Drawing<'a>),
    Page(Narrator<'a>, Page),
}

impl Site {
    /// Every file of a plan.
    #[must_use]
    pub fn plan(&self, plan: &Plan) -> Checked<Outputs> {
        let history = History::of(plan);
        let reports = history.reports();
        if reports.is_empty() {
            return Checked::sound(Outputs::default());
        }
        let card = PlanCard::of(plan);
        let mut tasks = vec![Task::Plan];
        for report in &reports {
            tasks.extend([Task::Year(report.year), Task::Csv(report), Task::Json(report)]);
            for voice in self.voices() {
                let narrator = Narrator { report, voice };
                tasks.extend(Drawing::all(report).map(|drawing| Task::Chart(narrator, drawing)));
                tasks.extend(self.pages(report).into_iter().map(|page| Task::Page(narrator, page)));
            }
        }
        let made: Vec<Made> = tasks.into_par_iter().map(|task| self.make(task, &card)).collect();
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
        let home = self.front_page(route::home(), &Front::home(self, plans));
        let not_found = self.front_page(route::not_found(), &Front::not_found(self));
        let robots = (SitePath::new("robots.txt"), b"User-agent: *\nAllow: /\n".to_vec());
        let mut outputs = gather(vec![home, not_found, Ok(Some(robots))]);
        self.add_assets(&mut outputs.value, None);
        outputs
    }

    /// Every page of a year, in the order of the navigation and then of the plan.
    fn pages(&self, report: &Report<'_>) -> Vec<Page> {
        let mut pages = vec![Page::Summary, Page::Structure, Page::Behind, Page::Kpis];
        let branches = report.edition.all_branches().into_iter();
        pages.extend(branches.map(|branch| Page::Branch(branch.id.clone())));
        pages.extend(self.prose.keys().cloned().map(Page::Prose));
        pages
    }

    fn make(&self, task: Task<'_>, card: &PlanCard) -> Made {
        match task {
            Task::Plan => self.front_page(route::plan(&card.slug), &Front::plan(self, card)),
            Task::Year(year) => {
                self.front_page(route::year(&card.slug, year), &Front::year(self, card, year))
            }
            Task::Csv(report) => {
                let code = self.config.municipality_code.as_deref();
                let path = route::progress_csv(code, &card.slug, report.year);
                Ok(Some((path, open_data::progress_csv(self, report))))
            }
            Task::Json(report) => {
                let path = route::progress_json(&card.slug, report.year);
                Ok(Some((path, open_data::progress_json(self, report))))
            }
            Task::Chart(narrator, drawing) => Ok(drawing.figure(narrator).map(|figure| {
                let svg = nendo_chart::stand_alone(&figure.spec, narrator.voice.tag(), &self.style.chart);
                (drawing.path(narrator), svg.into_bytes())
            })),
            Task::Page(narrator, page) => self.page(&View::new(self, narrator, page)),
        }
    }

    fn page(&self, view: &View<'_>) -> Made {
        let voice = view.narrator.voice;
        let word = |id: &str| Phrase::plain(voice.word(id));
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
        let html = self.templates.render(template, voice.tag(), &view.frame(title), &page)?;
        Ok(Some((view.here.clone(), html)))
    }

    fn front_page(&self, path: SitePath, front: &Front) -> Made {
        let html = self.templates.render("front.html", self.words.source_tag(), &(), front)?;
        Ok(Some((path, html)))
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
            Ok(Some((path, bytes))) => outputs.add(path, bytes),
            Err(problem) if problems.contains(&problem) => {}
            Err(problem) => problems.push(problem),
        }
    }
    Checked { value: outputs, problems }
}
