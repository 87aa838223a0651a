//! What every page of a year has around its content: switches, navigation, footer.

use nendo_model::FiscalYear;
use serde::Serialize;

use super::{Link, View};
use crate::narrator::Narrator;
use crate::phrase::Phrase;
use crate::route::{self, Page};
use crate::voice::Voice;

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
        let (Narrator { report, voice }, here, config) = (self.narrator, &self.here, &self.site.config);
        let year = voice.year(report.year);
        let plan_title = voice.wording(&report.plan.title);
        let args = [
            ("title", title.clone().into()),
            ("year", year.clone().into()),
            ("plan", plan_title.clone().into()),
        ];
        let whole_title = voice.fill("page-title", args);
        let folder = Some((report.plan.slug.as_str(), report.year));
        let edition_note = if report.edition.year == report.year {
            String::new()
        } else {
            voice.fill("from-edition", [("year", voice.year(report.edition.year).into())]).text()
        };
        Frame {
            lang: voice.tag().to_owned(),
            title_text: whole_title.text(),
            title_lang: whole_title.lang().to_owned(),
            title,
            notice: voice.optional(config.notice.as_ref()),
            site_title: self.site.title(voice),
            plan_title,
            year,
            year_in_full: voice.year_in_full(report.year),
            year_span: voice.year_span(report.year, report.plan.fiscal_year_start),
            edition_note,
            languages: self.languages(),
            years: self.years(),
            nav: self.nav(),
            crumbs: self.crumbs(),
            home: here.link_to(&route::home()),
            assets: here.link_to(&route::asset(folder, "")),
            style: here.link_to(&route::asset(folder, &self.site.style.name)),
            publisher: voice.optional(config.publisher.as_ref()),
            source: voice.optional(config.source.as_ref()),
            licence_name: config.licence.map(|licence| licence.name().to_owned()).unwrap_or_default(),
            licence_url: config.licence.map(|licence| licence.url().to_owned()).unwrap_or_default(),
        }
    }

    /// The same page in every language.
    fn languages(&self) -> Vec<Link> {
        let Narrator { report, voice } = self.narrator;
        let link = |other: Voice<'_>| Link {
            label: Phrase::plain(other.word("language-name")),
            href: self.here.link_to(&route::page(&report.plan.slug, report.year, other.tag(), &self.page)),
            lang: other.tag().to_owned(),
            current: other.tag() == voice.tag(),
        };
        self.site.voices().map(link).collect()
    }

    /// The same page of every year, or that year's summary where it has no such page.
    fn years(&self) -> Vec<Link> {
        let Narrator { report, voice } = self.narrator;
        let link = |year: FiscalYear| {
            let page = match &self.page {
                Page::Branch(id) if !report.has_branch_in(year, id) => &Page::Summary,
                page => page,
            };
            let href = self.here.link_to(&route::page(&report.plan.slug, year, voice.tag(), page));
            Link { current: year == report.year, ..Link::new(Phrase::plain(voice.year(year)), href) }
        };
        report.reported().map(link).collect()
    }

    fn nav(&self) -> Vec<Link> {
        let fixed = [
            ("nav-summary", Page::Summary),
            ("nav-behind", Page::Behind),
            ("nav-kpis", Page::Kpis),
            ("nav-structure", Page::Structure),
        ];
        let fixed = fixed.into_iter().map(|(id, page)| (self.narrator.voice.fill(id, []), page));
        let prose = self.site.prose.keys().map(|name| (self.prose_title(name), Page::Prose(name.clone())));
        fixed.chain(prose).map(|(label, page)| self.nav_link(label, &page)).collect()
    }

    /// The way from the plan down to this page, which stands last.
    fn crumbs(&self) -> Vec<Link> {
        let Narrator { report, voice } = self.narrator;
        let plan = self.here.link_to(&route::plan(&report.plan.slug));
        let plan = Link::new(voice.wording(&report.plan.title), plan);
        let year = self.nav_link(Phrase::plain(voice.year(report.year)), &Page::Summary);
        let mut crumbs = vec![plan, year];
        match &self.page {
            Page::Summary => {}
            Page::Branch(id) => {
                let path = report.branch_path(id).iter();
                crumbs.extend(
                    path.map(|branch| Link { current: branch.id == *id, ..self.branch_link(branch) }),
                );
            }
            _ => crumbs.extend(self.nav().into_iter().find(|link| link.current)),
        }
        crumbs
    }

    fn nav_link(&self, label: Phrase, page: &Page) -> Link {
        Link { current: *page == self.page, ..Link::new(label, self.link(page)) }
    }
}
