//! Front doors: the choice of plan, of year and of language. They hold every language at once.

use nendo_model::{FiscalYear, Plan, Wording};
use serde::Serialize;

use super::Link;
use crate::phrase::Phrase;
use crate::route::{self, Page, SitePath};
use crate::site::Site;
use crate::voice::Voice;

/// What the front doors say of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanCard {
    pub(crate) slug: String,
    title: Wording,
    /// The fiscal years that have a site, oldest first.
    years: Vec<FiscalYear>,
}

/// A front door, in each language of the site.
#[derive(Debug, Serialize)]
pub(crate) struct Front {
    lang: String,
    /// The link to the style sheet; empty where the page carries its style.
    style: String,
    /// The link to the folder of static files.
    assets: String,
    inline_style: String,
    parts: Vec<Part>,
}

/// The part of a front door in one language.
#[derive(Debug, Serialize)]
struct Part {
    lang: String,
    notice: Phrase,
    published_by: String,
    publisher: Phrase,
    #[serde(flatten)]
    content: Content,
}

/// What differs between front doors.
#[derive(Debug, Default, Serialize)]
struct Content {
    title: Phrase,
    text: String,
    groups: Vec<Group>,
    up: Option<Link>,
}

/// Links that belong together, under a name where there are several groups.
#[derive(Debug, Serialize)]
struct Group {
    name: Phrase,
    links: Vec<Link>,
}

impl PlanCard {
    /// The card of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let years = plan.reported().into_iter().map(|(year, _)| year).collect();
        Self { slug: plan.slug.clone(), title: plan.title.clone(), years }
    }
}

impl Front {
    /// The choice of plan and year, at the root of the site.
    pub(crate) fn home(site: &Site, plans: &[PlanCard]) -> Self {
        Self::new(site, &route::home(), None, |voice, here| Content {
            title: site.title(voice),
            groups: plans
                .iter()
                .filter(|plan| !plan.years.is_empty())
                .map(|plan| Group { name: voice.wording(&plan.title), links: years(plan, voice, here) })
                .collect(),
            ..Content::default()
        })
    }

    /// The page for an address that is not there. It is served at any depth, so it carries its
    /// style, and leads home only where the address of the site is known.
    pub(crate) fn not_found(site: &Site) -> Self {
        let page = Self::new(site, &route::not_found(), None, |voice, _| Content {
            title: voice.fill("not-found", []),
            text: voice.word("not-found-body"),
            up: site.config.base_url.clone().map(|address| Link::new(voice.fill("go-home", []), address)),
            ..Content::default()
        });
        Self { style: String::new(), inline_style: site.style.text.clone(), ..page }
    }

    /// A plan's years.
    pub(crate) fn plan(site: &Site, plan: &PlanCard) -> Self {
        Self::new(site, &route::plan(&plan.slug), None, |voice, here| Content {
            title: voice.wording(&plan.title),
            groups: vec![Group { name: Phrase::default(), links: years(plan, voice, here) }],
            up: Some(Link::new(site.title(voice), here.link_to(&route::home()))),
            ..Content::default()
        })
    }

    /// The languages of a year.
    pub(crate) fn year(site: &Site, plan: &PlanCard, year: FiscalYear) -> Self {
        let folder = Some((plan.slug.as_str(), year));
        Self::new(site, &route::year(&plan.slug, year), folder, |voice, here| {
            let plan_title = voice.wording(&plan.title);
            let open = summary(plan, year, voice, here, voice.word("open-site"));
            Content {
                title: voice.fill(
                    "year-of-plan",
                    [("plan", plan_title.clone().into()), ("year", voice.year_in_full(year).into())],
                ),
                groups: vec![Group { name: Phrase::default(), links: vec![open] }],
                up: Some(Link::new(plan_title, here.link_to(&route::plan(&plan.slug)))),
                ..Content::default()
            }
        })
    }

    fn new(
        site: &Site,
        here: &SitePath,
        folder: Option<(&str, FiscalYear)>,
        content: impl Fn(Voice<'_>, &SitePath) -> Content,
    ) -> Self {
        let part = |voice: Voice<'_>| Part {
            lang: voice.tag().to_owned(),
            notice: voice.optional(site.config.notice.as_ref()),
            published_by: voice.word("published-by"),
            publisher: voice.optional(site.config.publisher.as_ref()),
            content: content(voice, here),
        };
        Self {
            lang: site.words.source_tag().to_owned(),
            style: here.link_to(&route::asset(folder, &site.style.name)),
            assets: here.link_to(&route::asset(folder, "")),
            inline_style: String::new(),
            parts: site.voices().map(part).collect(),
        }
    }
}

/// Links to the summaries of a plan's years, newest first.
fn years(plan: &PlanCard, voice: Voice<'_>, here: &SitePath) -> Vec<Link> {
    let newest_first = plan.years.iter().rev();
    newest_first.map(|year| summary(plan, *year, voice, here, voice.year_in_full(*year))).collect()
}

fn summary(plan: &PlanCard, year: FiscalYear, voice: Voice<'_>, here: &SitePath, label: String) -> Link {
    Link::new(Phrase::plain(label), here.link_to(&route::page(&plan.slug, year, voice.tag(), &Page::Summary)))
}
