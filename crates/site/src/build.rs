//! Tasks → rayon → an output: every page and data file of one plan at a time, each handed over as soon as it is made, so that
//! memory is bounded by the plans at work. What stands already, and shows the same, is not made again.

use std::hash::Hash;

use nendo_model::{Case, Checked, FiscalYear, Plan, Problem};
use rayon::prelude::*;
use serde::Serialize;

use crate::drawing::Drawing;
use crate::feed::Feed;
use crate::key::Key;
use crate::narrator::Narrator;
use crate::open_data::{Dataset, Folder};
use crate::outputs::{Output, Recipe};
use crate::pages::Listed;
use crate::phrase::Phrase;
use crate::report::timeline::Timeline;
use crate::report::{History, Report};
use crate::route::{self, Page, SitePath};
use crate::site::Site;
use crate::sitemap::sitemap;
use crate::view::View;
use crate::view::front::{Front, PlanCard};
use crate::view::told::{Frames, Told};

/// Something to be made, on any thread.
enum Task<'a> {
    Plan,
    Year(FiscalYear),
    Data(&'a Folder<'a>),
    Archive(&'a Folder<'a>, &'a [Told<'a>]),
    Chart(&'a Told<'a>, Drawing<'a>),
    Page(&'a Told<'a>, Page),
    Search(&'a Told<'a>),
    Timeline(Told<'a>, &'a Timeline<'a>),
    Asset(SitePath, &'a [u8]),
}

/// A fiscal year, told in every language.
struct ToldYear<'a> {
    report: &'a Report<'a>,
    data: &'a Folder<'a>,
    told: Vec<Told<'a>>,
}

/// A site with the output that its files go to.
#[derive(Clone, Copy)]
struct Press<'a> {
    site: &'a Site,
    output: &'a dyn Output,
}

impl Site {
    /// Makes every file of a plan, and what the front doors say of it.
    #[must_use]
    pub fn plan(&self, plan: &Plan, output: &dyn Output) -> Checked<PlanCard> {
        let history = History::of(plan);
        let reports = history.reports();
        let card = PlanCard::of(plan, self);
        if reports.is_empty() || output.keeps_plan(&plan.slug, Key::of(&(self.key(), plan))) {
            return Checked::sound(card);
        }
        let timelines = history.timelines();
        let sets = reports.par_iter().map(|report| Dataset::of_year(self, report));
        let years: Vec<Folder<'_>> = sets.map(Folder::of).collect();
        let all_years = Folder::of(Dataset::of_plan(self, &history, &timelines));
        let narrators = |report| self.voices().map(move |voice| Narrator { report, voice });
        let told = reports.iter().zip(&years).map(|(report, data)| {
            let told = narrators(report).map(|narrator| Told::new(narrator, data)).collect();
            ToldYear { report, data, told }
        });
        let told: Vec<ToldYear<'_>> = told.collect();
        let frames = Frames::default();
        let mut tasks = self.tasks(&plan.slug, &told);
        tasks.extend([Task::Data(&all_years), Task::Archive(&all_years, &[])]);
        for timeline in &timelines {
            let narrators = narrators(&timeline.report);
            let told = narrators.map(|narrator| Told::of_timeline(narrator, &all_years, &frames));
            tasks.extend(told.map(|told| Task::Timeline(told, timeline)));
        }
        let press = Press { site: self, output };
        let made: Vec<Result<(), Problem>> =
            tasks.into_par_iter().map(|task| press.make(task, &card)).collect();
        let mut problems = different(made);
        problems.extend(reports.iter().flat_map(|report| self.clashes(report)));
        Checked { value: card, problems }
    }

    fn tasks<'a>(&'a self, slug: &'a str, years: &'a [ToldYear<'a>]) -> Vec<Task<'a>> {
        let mut tasks = vec![Task::Plan];
        for ToldYear { report, data, told } in years {
            tasks.extend([Task::Year(report.year), Task::Data(data), Task::Archive(data, told)]);
            let assets = self.assets(Some((slug, report.year)));
            tasks.extend(assets.map(|(path, bytes)| Task::Asset(path, bytes)));
            for told in told {
                tasks.extend(Drawing::all(report).map(|drawing| Task::Chart(told, drawing)));
                tasks.push(Task::Search(told));
                tasks.extend(self.pages(report).into_iter().map(|page| Task::Page(told, page)));
            }
        }
        tasks
    }

    fn assets(&self, folder: Option<(&str, FiscalYear)>) -> impl Iterator<Item = (SitePath, &[u8])> {
        self.assets.files().map(move |(name, bytes)| (route::asset(folder, name), bytes))
    }

    /// Makes the files above all plans, once every plan is made.
    #[must_use]
    pub fn front(&self, plans: &[PlanCard], output: &dyn Output) -> Vec<Problem> {
        let mut made = Vec::new();
        if !output.keeps_front(Key::of(&(self.key(), plans))) {
            let press = Press { site: self, output };
            made.push(press.front_page(route::home(), &Front::home(self, plans)));
            made.push(press.front_page(route::not_found(), &Front::not_found(self, plans)));
            made.extend(self.assets(None).map(|(path, bytes)| output.take(path, None, bytes.to_vec())));
            self.announce(plans, |path, bytes| made.push(output.take(path, None, bytes)));
        }
        let mut problems = different(made);
        problems.extend(self.dead_links(plans, output));
        problems
    }

    /// Puts down what is for robots and feed readers. All but robots.txt need the address of the site, and a draft has nothing for them.
    fn announce(&self, plans: &[PlanCard], mut put: impl FnMut(SitePath, Vec<u8>)) {
        if self.is_draft {
            return put(route::robots(), b"User-agent: *\nDisallow: /\n".to_vec());
        }
        let mut robots = "User-agent: *\nAllow: /\n".to_owned();
        if let Some(base) = self.config.base_url.as_deref() {
            robots += &["\nSitemap: ", &route::sitemap(None).at(base), "\n"].concat();
            let home = Listed { paths: vec![route::home()], published: None };
            let listed: Vec<&Listed> =
                std::iter::once(&home).chain(plans.iter().flat_map(|plan| plan.listed.iter())).collect();
            let tags: Vec<&str> = self.voices().map(|voice| voice.tag()).collect();
            sitemap(base, &tags, &listed, &mut put);
            for voice in self.voices() {
                let (site, publisher) = (self.title(voice), voice.optional(self.config.publisher.as_ref()));
                let author = if publisher.is_empty() { site.clone() } else { publisher };
                let title = voice.fill("feed-title", [("title", site.into())]);
                let entries = plans.iter().flat_map(|plan| plan.entries(voice)).collect();
                let feed = Feed { base, site: self.lasting_name(), voice, title, author };
                if let Some((path, bytes)) = feed.file(entries) {
                    put(path, bytes);
                }
            }
        }
        put(route::robots(), robots.into_bytes());
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
}

impl Press<'_> {
    fn make(self, task: Task<'_>, card: &PlanCard) -> Result<(), Problem> {
        let Self { site, output } = self;
        match task {
            Task::Plan => self.front_page(route::plan(&card.slug), &Front::plan(site, card)),
            Task::Year(year) => {
                self.front_page(route::year(&card.slug, year), &Front::year(site, card, year))
            }
            Task::Data(folder) => {
                let taken = |(path, bytes): (SitePath, Vec<u8>)| output.take(path, None, bytes);
                folder.written().into_iter().try_for_each(taken)
            }
            Task::Archive(folder, told) => {
                let charts = told.iter().flat_map(|told| {
                    let drawings = Drawing::all(told.narrator.report);
                    drawings.filter_map(|drawing| self.chart(told, drawing))
                });
                let (path, bytes) = folder.archived(&charts.collect::<Vec<_>>());
                output.take(path, None, bytes)
            }
            Task::Chart(told, drawing) => {
                let Some((path, svg)) = self.chart(told, drawing) else { return Ok(()) };
                output.take(path, None, svg)
            }
            Task::Page(told, page) => self.page(&View::new(site, told, page)),
            Task::Search(told) => {
                let Narrator { report, voice } = told.narrator;
                let path = route::search_index(&card.slug, report.year, voice.tag());
                output.take(path, None, View::new(site, told, Page::Summary).search_index())
            }
            Task::Timeline(told, timeline) => self.timeline(&told, timeline),
            Task::Asset(path, bytes) => output.take(path, None, bytes.to_vec()),
        }
    }

    fn page(self, view: &View<'_>) -> Result<(), Problem> {
        let voice = view.narrator.voice;
        let word = |id: &str| voice.fill(id, []);
        let prose = |name: &str| self.render(view, "prose.html", view.prose_title(name), &view.prose(name));
        match &view.page {
            Page::Summary => self.render(view, "summary.html", word("nav-summary"), &view.summary()),
            Page::Structure => self.render(view, "structure.html", word("nav-structure"), &view.structure()),
            Page::Behind => self.render(view, "behind.html", word("nav-behind"), &view.behind()),
            Page::Kpis => self.render(view, "kpis.html", word("nav-kpis"), &view.kpis()),
            Page::Branch(id) => self.render(view, "branch.html", view.branch_title(id), &view.branch(id)),
            Page::Sections => self.render(view, "sections.html", word("nav-sections"), &view.sections()),
            Page::Section(name) => self.render(view, "section.html", voice.phrase(name), &view.section(name)),
            Page::Report => self.render(view, "report.html", word("nav-report"), &view.report()),
            Page::Data => self.render(view, "data.html", word("nav-data"), &view.data()),
            Page::Prose(name) => prose(name),
            Page::Accessibility if self.site.prose.contains_key(Page::ACCESSIBILITY) => {
                prose(Page::ACCESSIBILITY)
            }
            Page::Accessibility => {
                self.render(view, "accessibility.html", word("nav-accessibility"), &view.statement())
            }
            // It is made of all years.
            Page::Kpi(_) => Ok(()),
        }
    }

    /// A chart as a file of its own; none where there is nothing to draw.
    fn chart(self, told: &Told<'_>, drawing: Drawing<'_>) -> Option<(SitePath, Vec<u8>)> {
        let drawn = told.drawn(drawing)?;
        let svg = drawn.chart().stand_alone(told.narrator.voice.tag(), &self.site.style.chart);
        Some((drawing.path(told.narrator), svg.into_bytes()))
    }

    fn timeline(self, told: &Told<'_>, timeline: &Timeline<'_>) -> Result<(), Problem> {
        let view = View::new(self.site, told, Page::Kpi(timeline.kpi.id.clone()));
        let title = told.narrator.kpi_name(&timeline.kpi);
        self.render(&view, "timeline.html", title, &view.timeline(timeline))
    }

    fn front_page(self, path: SitePath, front: &Front) -> Result<(), Problem> {
        self.put(path, "front.html", self.site.words.source_tag(), &(), front)
    }

    fn render<P: Serialize + Hash>(
        self,
        view: &View<'_>,
        template: &str,
        title: Phrase,
        page: &P,
    ) -> Result<(), Problem> {
        self.put(view.here.clone(), template, view.narrator.voice.tag(), &view.frame(title), page)
    }

    /// A page, unless it stands and shows the same.
    fn put<F: Serialize + Hash, P: Serialize + Hash>(
        self,
        path: SitePath,
        template: &str,
        language: &str,
        frame: &F,
        page: &P,
    ) -> Result<(), Problem> {
        let Self { site: Site { templates, .. }, output } = self;
        let recipe = Recipe {
            template: (template, templates.key(template)),
            words: (language, templates.words_key(language)),
            view: Key::of(&(frame, page)),
        };
        if output.keeps(&path, &recipe) {
            return Ok(());
        }
        let html = templates.render(template, language, frame, page)?;
        output.take(path, Some(recipe.key()), html)
    }
}

/// What went wrong, in the order of the tasks. One fault in a template shows on many pages and is one problem.
fn different(made: Vec<Result<(), Problem>>) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    for problem in made.into_iter().filter_map(Result::err) {
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    problems
}
