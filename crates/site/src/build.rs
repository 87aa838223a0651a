//! Tasks → rayon → outputs: every page and data file of one plan at a time, so that memory is
//! bounded by the largest plan.

use nendo_model::{Case, Checked, FiscalYear, Plan, Problem};
use rayon::prelude::*;
use serde::Serialize;
use tera::Value;

use crate::drawing::Drawing;
use crate::feed::Feed;
use crate::narrator::Narrator;
use crate::open_data;
use crate::outputs::Outputs;
use crate::pages::Listed;
use crate::phrase::Phrase;
use crate::report::timeline::Timeline;
use crate::report::{History, Report};
use crate::route::{self, Page, SitePath};
use crate::site::Site;
use crate::sitemap::sitemap;
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
    Search(Narrator<'a>),
    Timeline(Narrator<'a>, &'a Timeline<'a>),
}

impl Site {
    /// Every file of a plan, and what the front doors say of it.
    #[must_use]
    pub fn plan(&self, plan: &Plan) -> Checked<(PlanCard, Outputs)> {
        let history = History::of(plan);
        let reports = history.reports();
        let mut card = PlanCard::of(plan, self);
        if reports.is_empty() {
            return Checked::sound((card, Outputs::default()));
        }
        let timelines = history.timelines();
        let mut tasks = vec![Task::Plan];
        for report in &reports {
            tasks.extend([Task::Year(report.year), Task::Csv(report), Task::Json(report)]);
            for voice in self.voices() {
                let narrator = Narrator { report, voice };
                tasks.extend(Drawing::all(report).map(|drawing| Task::Chart(narrator, drawing)));
                tasks.push(Task::Search(narrator));
                tasks.extend(self.pages(report).into_iter().map(|page| Task::Page(narrator, page)));
            }
        }
        for timeline in &timelines {
            let narrators = self.voices().map(|voice| Narrator { report: &timeline.report, voice });
            tasks.extend(narrators.map(|narrator| Task::Timeline(narrator, timeline)));
        }
        let made: Vec<Made> = tasks.into_par_iter().map(|task| self.make(task, &card)).collect();
        let mut outputs = gather(made);
        outputs.problems.extend(reports.iter().flat_map(|report| self.clashes(report)));
        for report in &reports {
            self.add_assets(&mut outputs.value, Some((&plan.slug, report.year)));
        }
        card.targets = self.targets(&outputs.value);
        Checked { value: (card, outputs.value), problems: outputs.problems }
    }

    /// The files above all plans.
    #[must_use]
    pub fn front(&self, plans: &[PlanCard]) -> Checked<Outputs> {
        let home = self.front_page(route::home(), &Front::home(self, plans));
        let not_found = self.front_page(route::not_found(), &Front::not_found(self, plans));
        let mut outputs = gather(vec![home, not_found]);
        outputs.value.files.extend(self.announcements(plans));
        self.add_assets(&mut outputs.value, None);
        outputs.problems.extend(self.dead_links(plans, &outputs.value));
        outputs
    }

    /// What is for robots and feed readers. All but robots.txt need the address of the site.
    fn announcements(&self, plans: &[PlanCard]) -> Vec<(SitePath, Vec<u8>)> {
        let mut robots = "User-agent: *\nAllow: /\n".to_owned();
        let mut files = Vec::new();
        if let Some(base) = self.config.base_url.as_deref() {
            robots += &["\nSitemap: ", &route::sitemap(None).at(base), "\n"].concat();
            let home = Listed { paths: vec![route::home()], published: None };
            let listed: Vec<&Listed> =
                std::iter::once(&home).chain(plans.iter().flat_map(|plan| &plan.listed)).collect();
            let tags: Vec<&str> = self.voices().map(|voice| voice.tag()).collect();
            files.extend(sitemap(base, &tags, &listed));
            files.extend(self.voices().filter_map(|voice| {
                let (site, publisher) = (self.title(voice), voice.optional(self.config.publisher.as_ref()));
                let author = if publisher.is_empty() { site.clone() } else { publisher };
                let title = voice.fill("feed-title", [("title", site.into())]);
                let entries = plans.iter().flat_map(|plan| plan.entries(voice)).collect();
                Feed { base, site: self.lasting_name(), voice, title, author }.file(entries)
            }));
        }
        files.push((route::robots(), robots.into_bytes()));
        files
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
            Task::Search(narrator) => {
                let path = route::search_index(&card.slug, narrator.report.year, narrator.voice.tag());
                Ok(Some((path, View::new(self, narrator, Page::Summary).search_index())))
            }
            Task::Timeline(narrator, timeline) => self.timeline(narrator, timeline),
        }
    }

    fn page(&self, view: &View<'_>) -> Made {
        let voice = view.narrator.voice;
        let word = |id: &str| voice.fill(id, []);
        let prose = |name: &str| ("prose.html", view.prose_title(name), value(&view.prose(name)));
        let (template, title, page) = match &view.page {
            Page::Summary => ("summary.html", word("nav-summary"), value(&view.summary())),
            Page::Structure => ("structure.html", word("nav-structure"), value(&view.structure())),
            Page::Behind => ("behind.html", word("nav-behind"), value(&view.behind())),
            Page::Kpis => ("kpis.html", word("nav-kpis"), value(&view.kpis())),
            Page::Branch(id) => ("branch.html", view.branch_title(id), value(&view.branch(id))),
            Page::Sections => ("sections.html", word("nav-sections"), value(&view.sections())),
            Page::Section(name) => ("section.html", voice.phrase(name), value(&view.section(name))),
            Page::Report => ("report.html", word("nav-report"), value(&view.report())),
            Page::Data => ("data.html", word("nav-data"), value(&view.data())),
            Page::Prose(name) => prose(name),
            Page::Accessibility if self.prose.contains_key(Page::ACCESSIBILITY) => prose(Page::ACCESSIBILITY),
            Page::Accessibility => {
                ("accessibility.html", word("nav-accessibility"), value(&view.statement()))
            }
            // It is made of all years.
            Page::Kpi(_) => return Ok(None),
        };
        self.render(view, template, title, &page)
    }

    fn timeline(&self, narrator: Narrator<'_>, timeline: &Timeline<'_>) -> Made {
        let view = View::new(self, narrator, Page::Kpi(timeline.kpi.id.clone()));
        let title = narrator.kpi_name(&timeline.kpi);
        self.render(&view, "timeline.html", title, &value(&view.timeline(timeline)))
    }

    fn render(&self, view: &View<'_>, template: &str, title: Phrase, page: &Value) -> Made {
        let html = self.templates.render(template, view.narrator.voice.tag(), &view.frame(title), page)?;
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
        for (name, bytes) in self.assets.files() {
            outputs.files.insert(route::asset(folder, name), bytes.to_vec());
        }
    }
}

fn value(page: &impl Serialize) -> Value {
    Value::from_serializable(page)
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
