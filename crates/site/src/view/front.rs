//! Front doors: the choice of plan, of year and of language. They hold every language at once.

use std::collections::BTreeMap;
use std::slice;
use std::sync::Arc;

use nendo_model::{Date, FiscalYear, Plan, Wording};
use serde::Serialize;

use super::data::all_years;
use super::draft::Mark;
use super::sharing::{Shared, Sharing};
use super::{Link, draft};
use crate::feed::Entry;
use crate::open_data::Names;
use crate::pages::Listed;
use crate::phrase::Phrase;
use crate::report::{History, Outlook};
use crate::route::{self, Page, SitePath};
use crate::site::Site;
use crate::voice::Voice;

/// What the front doors say of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PlanCard {
    pub(crate) slug: String,
    title: Wording,
    /// The fiscal years that have a site, oldest first.
    years: Vec<(FiscalYear, Outlook)>,
    /// The editions of which it is known when they were published.
    published: Vec<(FiscalYear, Date)>,
    /// Every page of the plan.
    pub(crate) listed: Arc<[Listed]>,
}

/// A front door, in each language of the site.
#[derive(Debug, Hash, Serialize)]
pub(crate) struct Front {
    lang: String,
    title: String,
    /// Absent where the page is not to be found or shared.
    sharing: Option<Sharing>,
    /// That the page is a draft, in every language; empty where it is none.
    draft: Vec<Mark>,
    /// How this page names the static files of the theme.
    assets: BTreeMap<String, String>,
    /// Empty where the page does not carry its style.
    inline_style: String,
    parts: Vec<Part>,
}

/// The part of a front door in one language.
#[derive(Debug, Hash, Serialize)]
struct Part {
    lang: String,
    notice: Phrase,
    published_by: String,
    publisher: Phrase,
    #[serde(flatten)]
    content: Content,
}

/// What differs between front doors.
#[derive(Debug, Default, Hash, Serialize)]
struct Content {
    title: Phrase,
    text: String,
    groups: Vec<Group>,
    /// The open data of a plan.
    data: Option<Offer>,
    up: Option<Link>,
}

/// Open data under a heading: of all years, then the page of each year's.
#[derive(Debug, Hash, Serialize)]
struct Offer {
    heading: Phrase,
    files: Vec<Link>,
    years: Vec<Link>,
}

/// Links that belong together, under a name where there are several groups.
#[derive(Debug, Hash, Serialize)]
struct Group {
    name: Phrase,
    doors: Vec<Door>,
}

/// The way to a year, with what that year comes to.
#[derive(Debug, Hash, Serialize)]
struct Door {
    link: Link,
    answer: Phrase,
}

impl PlanCard {
    /// The card of a plan.
    pub(crate) fn of(plan: &Plan, site: &Site) -> Self {
        let history = History::of(plan);
        let years = history.reports().iter().map(|report| (report.year, report.outlook())).collect();
        let dated = plan.editions.iter().filter_map(|edition| Some((edition.year, edition.published?)));
        Self {
            slug: plan.slug.clone(),
            title: plan.title.clone(),
            years,
            published: dated.collect(),
            listed: site.listed(&history).into(),
        }
    }

    /// What a feed says of the editions that have a day of publication, the newest first.
    pub(crate) fn entries<'a>(&'a self, voice: Voice<'a>) -> impl Iterator<Item = Entry<'a>> + 'a {
        self.published.iter().rev().filter_map(move |(year, published)| {
            let (_, outlook) = self.years.iter().find(|(known, _)| known == year)?;
            Some(Entry {
                plan: &self.slug,
                year: *year,
                title: self.year_title(voice, *year),
                summary: voice.outlook(*outlook),
                page: route::page(&self.slug, *year, voice.tag(), &Page::Summary),
                published: *published,
            })
        })
    }

    /// Where a page of a year stands in each of them, the newest first.
    pub(crate) fn in_every_year(&self, tag: &str, page: &Page) -> impl Iterator<Item = SitePath> {
        self.years.iter().rev().map(move |(year, _)| route::page(&self.slug, *year, tag, page))
    }

    fn year_title(&self, voice: Voice<'_>, year: FiscalYear) -> Phrase {
        let args = [("plan", voice.wording(&self.title).into()), ("year", voice.year_in_full(year).into())];
        voice.fill("year-of-plan", args)
    }

    /// The days on which its editions that have a site were published.
    pub(crate) fn published(&self) -> impl Iterator<Item = Option<Date>> {
        let has_site = |year: &FiscalYear| self.years.iter().any(|(known, _)| known == year);
        self.published.iter().map(move |(year, date)| Some(*date).filter(|_| has_site(year)))
    }
}

impl Front {
    /// The choice of plan and year, at the root of the site.
    pub(crate) fn home(site: &Site, plans: &[PlanCard]) -> Self {
        Self::new(site, plans, &route::home(), None, |voice, here| Content {
            title: site.title(voice),
            groups: plans
                .iter()
                .filter(|plan| !plan.years.is_empty())
                .map(|plan| Group {
                    name: voice.wording(&plan.title),
                    doors: years(plan, voice, |to| here.link_to(to)),
                })
                .collect(),
            ..Content::default()
        })
    }

    /// The page for an address that is not there. It is served at any depth, so it carries its
    /// style, and leads home only where the address of the site is known.
    pub(crate) fn not_found(site: &Site, plans: &[PlanCard]) -> Self {
        let page = Self::new(site, &[], &route::not_found(), None, |voice, _| {
            let base = site.config.base_url.as_deref().map(|base| base.trim_end_matches('/'));
            let group = |plan: &PlanCard, base: &str| Group {
                name: voice.wording(&plan.title),
                doors: years(plan, voice, |to| format!("{base}/{}", to.as_str())),
            };
            let groups = base.map(|base| plans.iter().map(|plan| group(plan, base)).collect());
            Content {
                title: voice.fill("not-found", []),
                text: voice.word("not-found-body"),
                groups: groups.unwrap_or_default(),
                data: None,
                up: base.map(|base| Link::new(voice.fill("go-home", []), format!("{base}/"))),
            }
        });
        Self { sharing: None, inline_style: site.style.text.clone(), ..page }
    }

    /// A plan's years.
    pub(crate) fn plan(site: &Site, plan: &PlanCard) -> Self {
        Self::new(site, slice::from_ref(plan), &route::plan(&plan.slug), None, |voice, here| Content {
            title: voice.wording(&plan.title),
            groups: vec![Group { name: Phrase::default(), doors: years(plan, voice, |to| here.link_to(to)) }],
            data: Some(offer(site, plan, voice, |to| here.link_to(to))),
            up: Some(Link::new(site.title(voice), here.link_to(&route::home()))),
            ..Content::default()
        })
    }

    /// The languages of a year.
    pub(crate) fn year(site: &Site, plan: &PlanCard, year: FiscalYear) -> Self {
        let folder = Some((plan.slug.as_str(), year));
        Self::new(site, slice::from_ref(plan), &route::year(&plan.slug, year), folder, |voice, here| {
            let plan_title = voice.wording(&plan.title);
            let outlook = plan.years.iter().find(|(known, _)| *known == year);
            let link = |to: &SitePath| here.link_to(to);
            let open = outlook.map(|(_, outlook)| Door {
                link: summary(plan, year, voice, link, voice.word("open-site")),
                answer: voice.outlook(*outlook),
            });
            Content {
                title: plan.year_title(voice, year),
                groups: vec![Group { name: Phrase::default(), doors: open.into_iter().collect() }],
                up: Some(Link::new(plan_title, here.link_to(&route::plan(&plan.slug)))),
                ..Content::default()
            }
        })
    }

    fn new(
        site: &Site,
        plans: &[PlanCard],
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
        let parts: Vec<Part> = site.voices().map(part).collect();
        let title = joined(parts.iter().map(|part| part.content.title.text()));
        let shared = Shared {
            here,
            title: Phrase::plain(&title),
            description: Phrase::plain(joined(parts.iter().map(|part| part.content.in_short()))),
            site_name: Phrase::plain(joined(site.voices().map(|voice| site.title(voice).text()))),
            locales: site.voices().collect(),
            languages: Vec::new(),
            feeds: site.feeds(plans.iter().flat_map(PlanCard::published)),
            linked_data: Vec::new(),
        };
        Self {
            sharing: Some(Sharing::new(site, shared)),
            draft: draft::marks(site, site.voices()),
            title,
            lang: site.words.source_tag().to_owned(),
            assets: site.assets.links(here, folder),
            inline_style: String::new(),
            parts,
        }
    }
}

impl Content {
    /// What the newest year came to; the title where there is none.
    fn in_short(&self) -> String {
        let door = self.groups.iter().flat_map(|group| &group.doors).next();
        door.map_or_else(|| self.title.text(), |door| door.answer.text())
    }
}

/// What a page says in all its languages at once; what is the same in several is said once.
fn joined(texts: impl Iterator<Item = String>) -> String {
    let mut different: Vec<String> = Vec::new();
    for text in texts {
        if !different.contains(&text) {
            different.push(text);
        }
    }
    different.join(" | ")
}

/// The ways to the summaries of a plan's years, newest first.
fn years(plan: &PlanCard, voice: Voice<'_>, link: impl Fn(&SitePath) -> String) -> Vec<Door> {
    let newest_first = plan.years.iter().rev();
    let door = |(year, outlook): &(FiscalYear, Outlook)| Door {
        link: summary(plan, *year, voice, &link, voice.year_in_full(*year)),
        answer: voice.outlook(*outlook),
    };
    newest_first.map(door).collect()
}

fn summary(
    plan: &PlanCard,
    year: FiscalYear,
    voice: Voice<'_>,
    link: impl Fn(&SitePath) -> String,
    label: String,
) -> Link {
    Link::new(Phrase::plain(label), link(&route::page(&plan.slug, year, voice.tag(), &Page::Summary)))
}

/// The open data of a plan: the files of all years, and the pages of each year's, the newest first.
fn offer(site: &Site, plan: &PlanCard, voice: Voice<'_>, link: impl Fn(&SitePath) -> String) -> Offer {
    let names = Names { site, slug: &plan.slug, year: None };
    let page = |(year, _): &(FiscalYear, Outlook)| {
        let path = route::page(&plan.slug, *year, voice.tag(), &Page::Data);
        Link::new(voice.fill("data-of-year", [("year", voice.year(*year).into())]), link(&path))
    };
    Offer {
        heading: voice.fill("nav-data", []),
        files: all_years(names, voice).map(|(label, path)| Link::new(label, link(&path))).collect(),
        years: plan.years.iter().rev().map(page).collect(),
    }
}
