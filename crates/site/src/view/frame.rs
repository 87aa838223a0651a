//! What every page of a year has around its content: switches, navigation, footer.

use serde::Serialize;

use super::{Link, Report, View};
use crate::phrase::Phrase;
use crate::route::{self, Page};

/// The frame of a page.
#[derive(Debug, Serialize)]
pub(crate) struct Frame {
    lang: String,
    title: Phrase,
    title_text: String,
    title_lang: String,
    notice: Phrase,
    site_title: Phrase,
    plan_title: Phrase,
    year: String,
    year_in_full: String,
    year_span: String,
    edition_note: String,
    languages: Vec<Link>,
    years: Vec<Link>,
    nav: Vec<Link>,
    crumbs: Vec<Link>,
    home: String,
    style: String,
    assets: String,
    publisher: Phrase,
    source: Phrase,
    licence_name: String,
    licence_url: String,
}

impl View<'_> {
    /// The frame of this page, whose content has this title.
    pub(crate) fn frame(&self, title: Phrase) -> Frame {
        let Report { site, plan, year, edition, .. } = self.report;
        let voice = self.voice;
        let config = &site.config;
        let plan_title = voice.wording(&plan.title);
        let whole_title = voice.fill(
            "page-title",
            [
                ("title", title.clone().into()),
                ("year", voice.year(*year).into()),
                ("plan", plan_title.clone().into()),
            ],
        );
        let here = &self.here;
        let folder = Some((plan.slug.as_str(), *year));
        let edition_note = if edition.year == *year {
            String::new()
        } else {
            voice.fill("from-edition", [("year", voice.year(edition.year).into())]).text()
        };
        Frame {
            lang: voice.tag().to_owned(),
            title_text: whole_title.text(),
            title_lang: whole_title.lang().to_owned(),
            title,
            notice: voice.optional(config.notice.as_ref()),
            site_title: site.title(voice),
            plan_title,
            year: voice.year(*year),
            year_in_full: voice.year_in_full(*year),
            year_span: voice.year_span(*year, plan.fiscal_year_start),
            edition_note,
            languages: self.languages(),
            years: self.years(),
            nav: self.nav(),
            crumbs: self.crumbs(),
            home: here.link_to(&route::home()),
            assets: here.link_to(&route::asset(folder, "")),
            style: here.link_to(&route::asset(folder, &site.style.name)),
            publisher: voice.optional(config.publisher.as_ref()),
            source: voice.optional(config.source.as_ref()),
            licence_name: config.licence.map(|licence| licence.name().to_owned()).unwrap_or_default(),
            licence_url: config.licence.map(|licence| licence.url().to_owned()).unwrap_or_default(),
        }
    }

    /// The same page in every language.
    fn languages(&self) -> Vec<Link> {
        let Report { site, plan, year, .. } = self.report;
        let link = |voice: crate::voice::Voice<'_>| Link {
            label: Phrase::plain(voice.word("language-name").unwrap_or_default()),
            href: self.here.link_to(&route::page(&plan.slug, *year, voice.tag(), &self.page)),
            lang: voice.tag().to_owned(),
            current: voice.tag() == self.voice.tag(),
        };
        site.words.voices().map(link).collect()
    }

    /// The same page of every year, or that year's summary where it has no such page.
    fn years(&self) -> Vec<Link> {
        let Report { plan, reported, .. } = self.report;
        let link = |other: &super::Reported<'_>| {
            let page = match &self.page {
                Page::Branch(id) if !other.known.has_branch(id) => &Page::Summary,
                page => page,
            };
            Link {
                label: Phrase::plain(self.voice.year(other.year)),
                href: self.here.link_to(&route::page(&plan.slug, other.year, self.voice.tag(), page)),
                lang: String::new(),
                current: other.year == self.report.year,
            }
        };
        reported.iter().map(link).collect()
    }

    fn nav(&self) -> Vec<Link> {
        let named = |id: &str, page: &Page| {
            self.nav_link(Phrase::plain(self.voice.word(id).unwrap_or_default()), page)
        };
        let mut links = vec![
            named("nav-summary", &Page::Summary),
            named("nav-behind", &Page::Behind),
            named("nav-kpis", &Page::Kpis),
            named("nav-structure", &Page::Structure),
        ];
        for name in self.report.site.prose.keys() {
            links.push(self.nav_link(self.prose_title(name), &Page::Prose(name.clone())));
        }
        links
    }

    /// The way from the plan down to this page, which stands last.
    fn crumbs(&self) -> Vec<Link> {
        let plan = Link {
            label: self.voice.wording(&self.report.plan.title),
            href: self.here.link_to(&route::plan(&self.report.plan.slug)),
            lang: String::new(),
            current: false,
        };
        let year = self.nav_link(Phrase::plain(self.voice.year(self.report.year)), &Page::Summary);
        let mut crumbs = vec![plan, year];
        match &self.page {
            Page::Branch(id) => {
                for branch in self.report.branch_path(id) {
                    crumbs.push(self.nav_link(self.branch_name(branch), &Page::Branch(branch.id.clone())));
                }
            }
            page => crumbs.extend(self.nav().into_iter().find(|link| link.current && *page != Page::Summary)),
        }
        crumbs
    }

    fn nav_link(&self, label: Phrase, page: &Page) -> Link {
        let href = self.link(page);
        Link { label, href, lang: String::new(), current: *page == self.page }
    }
}
