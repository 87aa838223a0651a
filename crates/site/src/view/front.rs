//! Front doors: the choice of plan, of year and of language. They hold every language at once.

use std::collections::BTreeMap;

use nendo_model::{FiscalYear, Plan, Wording};
use serde::Serialize;

use super::Link;
use crate::phrase::Phrase;
use crate::report::{History, Outlook};
use crate::route::{self, Page, SitePath};
use crate::site::Site;
use crate::voice::Voice;

/// What the front doors say of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanCard {
    pub(crate) slug: String,
    title: Wording,
    /// The fiscal years that have a site, oldest first.
    years: Vec<(FiscalYear, Outlook)>,
}

/// A front door, in each language of the site.
#[derive(Debug, Serialize)]
pub(crate) struct Front {
    lang: String,
    /// How this page names the static files of the theme.
    assets: BTreeMap<String, String>,
    /// Empty where the page does not carry its style.
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
    doors: Vec<Door>,
}

/// The way to a year, with what that year comes to.
#[derive(Debug, Serialize)]
struct Door {
    link: Link,
    answer: Phrase,
}

impl PlanCard {
    /// The card of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let history = History::of(plan);
        let years = history.reports().iter().map(|report| (report.year, report.outlook())).collect();
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
        let page = Self::new(site, &route::not_found(), None, |voice, _| {
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
                up: base.map(|base| Link::new(voice.fill("go-home", []), format!("{base}/"))),
            }
        });
        Self { inline_style: site.style.text.clone(), ..page }
    }

    /// A plan's years.
    pub(crate) fn plan(site: &Site, plan: &PlanCard) -> Self {
        Self::new(site, &route::plan(&plan.slug), None, |voice, here| Content {
            title: voice.wording(&plan.title),
            groups: vec![Group { name: Phrase::default(), doors: years(plan, voice, |to| here.link_to(to)) }],
            up: Some(Link::new(site.title(voice), here.link_to(&route::home()))),
            ..Content::default()
        })
    }

    /// The languages of a year.
    pub(crate) fn year(site: &Site, plan: &PlanCard, year: FiscalYear) -> Self {
        let folder = Some((plan.slug.as_str(), year));
        Self::new(site, &route::year(&plan.slug, year), folder, |voice, here| {
            let plan_title = voice.wording(&plan.title);
            let outlook = plan.years.iter().find(|(known, _)| *known == year);
            let link = |to: &SitePath| here.link_to(to);
            let open = outlook.map(|(_, outlook)| Door {
                link: summary(plan, year, voice, link, voice.word("open-site")),
                answer: voice.outlook(*outlook),
            });
            Content {
                title: voice.fill(
                    "year-of-plan",
                    [("plan", plan_title.clone().into()), ("year", voice.year_in_full(year).into())],
                ),
                groups: vec![Group { name: Phrase::default(), doors: open.into_iter().collect() }],
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
            assets: site.assets.links(here, folder),
            inline_style: String::new(),
            parts: site.voices().map(part).collect(),
        }
    }
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
