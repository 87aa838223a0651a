//! What every page has around its content: switches, navigation, footer.

use nendo_model::FiscalYear;

use super::part::Frame;
use super::sharing::{Shared, Sharing};
use super::{Link, View, draft};
use crate::kept::Part;
use crate::narrator::Narrator;
use crate::phrase::Phrase;
use crate::route::{self, Page, SitePath};
use crate::voice::Voice;

impl View<'_> {
    /// The frame of this page.
    pub(crate) fn frame(&self, title: Phrase) -> Frame {
        let (voice, here) = (self.narrator.voice, &self.here);
        let around = self.told.frame.get_or_init(|| self.around());
        let args = [
            ("title", title.clone().into()),
            ("year", self.span().into()),
            ("plan", (*around.plan_title).clone().into()),
        ];
        let whole_title = voice.fill("page-title", args);
        let crumbs = self.crumbs(&title);
        let own = here.link_to(here);
        let marked = |link: &Part<Link>| {
            if link.href == own { Link { current: true, ..(**link).clone() }.into() } else { link.clone() }
        };
        Frame {
            sharing: self.sharing(&whole_title, &crumbs),
            title_text: whole_title.text(),
            title_lang: whole_title.lang().to_owned(),
            languages: self.languages(),
            years: self.years(),
            nav: around.nav.iter().map(marked).collect(),
            crumbs: crumbs.into_iter().map(|(label, path)| self.crumb(label, &path)).collect(),
            accessibility: marked(&around.accessibility),
            title,
            ..around.clone()
        }
    }

    /// What is the same in the frame of every page of the year; the rest of it is empty.
    fn around(&self) -> Frame {
        let (Narrator { report, voice }, here, config) = (self.narrator, &self.here, &self.site.config);
        let plan_title = voice.wording(&report.plan.title);
        let head =
            voice.fill("running-head", [("year", self.span().into()), ("plan", plan_title.clone().into())]);
        let folder = match &self.page {
            Page::Kpi(_) => None,
            _ => Some((report.plan.slug.as_str(), report.year)),
        };
        let assets = self.site.assets.links(here, folder);
        let logo = ["logo.svg", "logo.png"].iter().find_map(|name| assets.get(*name));
        let edition_note = if report.edition.year == report.year {
            String::new()
        } else {
            voice.line("from-edition", [("year", &voice.year(report.edition.year))])
        };
        let published = report.edition.published.map(|date| voice.date(date));
        Frame {
            lang: voice.tag().to_owned(),
            running_head: css_string(&head.native_text()).into(),
            draft: draft::marks(self.site, [voice]).into(),
            notice: voice.optional(config.notice.as_ref()).into(),
            site_title: self.site.title(voice).into(),
            plan_title: plan_title.into(),
            logo: logo.cloned().unwrap_or_default().into(),
            year: voice.year(report.year).into(),
            year_in_full: voice.year_in_full(report.year).into(),
            year_span: voice.year_span(report.year, report.plan.fiscal_year_start).into(),
            edition_note: edition_note.into(),
            published: published.unwrap_or_default().into(),
            nav: self.nav().into_iter().map(Part::from).collect(),
            home: here.link_to(&route::home()).into(),
            accessibility: self.accessibility().into(),
            search: here.link_to(&route::search_index(&report.plan.slug, report.year, voice.tag())).into(),
            assets: assets.into(),
            publisher: voice.optional(config.publisher.as_ref()).into(),
            source: voice.optional(config.source.as_ref()).into(),
            licence_name: config.licence.map(|licence| licence.name().to_owned()).unwrap_or_default().into(),
            licence_url: config.licence.map(|licence| licence.url().to_owned()).unwrap_or_default().into(),
            ..Frame::default()
        }
    }

    /// The year of this page; that it is of all years.
    fn span(&self) -> String {
        let Narrator { report, voice } = self.narrator;
        match &self.page {
            Page::Kpi(_) => voice.word("timeline-level"),
            _ => voice.year(report.year),
        }
    }

    /// What the page says of itself; its title, where it has nothing more to say.
    fn sharing(&self, title: &Phrase, crumbs: &[(Phrase, SitePath)]) -> Sharing {
        let Narrator { report, voice } = self.narrator;
        let description = self.description();
        let others = self.site.voices().filter(|other| other.tag() != voice.tag());
        let languages = self.site.voices().map(|other| (other.tag().to_owned(), self.in_language(other)));
        let editions = report.plan.editions.iter().map(|edition| edition.published);
        let shared = Shared {
            here: &self.here,
            title: title.clone(),
            description: if description.is_empty() { title.clone() } else { description },
            site_name: self.site.title(voice),
            locales: std::iter::once(voice).chain(others).collect(),
            languages: languages.collect(),
            feeds: self.site.feeds(editions).into_iter().filter(|fed| fed.tag() == voice.tag()).collect(),
            linked_data: self.linked_data(crumbs),
        };
        Sharing::new(self.site, shared)
    }

    fn in_language(&self, voice: Voice<'_>) -> SitePath {
        let report = self.narrator.report;
        route::page(&report.plan.slug, report.year, voice.tag(), &self.page)
    }

    /// The same page in every language.
    fn languages(&self) -> Vec<Link> {
        let voice = self.narrator.voice;
        let link = |other: Voice<'_>| Link {
            label: Phrase::plain(other.word("language-name")),
            href: self.here.link_to(&self.in_language(other)),
            lang: other.tag().to_owned(),
            current: other.tag() == voice.tag(),
        };
        self.site.voices().map(link).collect()
    }

    /// The same page of every year, or that year's summary where it has no such page. A page of all years leads to what
    /// each of them says of its KPI, and is none of theirs.
    fn years(&self) -> Vec<Link> {
        let Narrator { report, voice } = self.narrator;
        let link = |year: FiscalYear| {
            let (page, fragment) = self.page_in(year);
            let path = route::page(&report.plan.slug, year, voice.tag(), &page);
            let href = format!("{}{fragment}", self.here.link_to(&path));
            let current = year == report.year && page == self.page;
            Link { current, ..Link::new(Phrase::plain(voice.year(year)), href) }
        };
        report.reported().map(link).collect()
    }

    /// What a year has in the place of this page, and where on it.
    fn page_in(&self, year: FiscalYear) -> (Page, String) {
        let report = self.narrator.report;
        let kept = match &self.page {
            Page::Kpi(id) => {
                let branch = report.kpi(id).and_then(|kpi| report.branch_in(year, kpi));
                return branch.map_or((Page::Summary, String::new()), |branch| {
                    (Page::Branch(branch.id.clone()), format!("#{id}"))
                });
            }
            Page::Branch(id) => report.has_branch_in(year, id),
            Page::Sections => report.has_section_in(year, None),
            Page::Section(name) => report.has_section_in(year, Some(name)),
            Page::Summary
            | Page::Structure
            | Page::Behind
            | Page::Kpis
            | Page::Report
            | Page::Data
            | Page::Accessibility
            | Page::Prose(_) => true,
        };
        (if kept { self.page.clone() } else { Page::Summary }, String::new())
    }

    /// The pages that each page of the year leads to.
    pub(super) fn nav(&self) -> Vec<Link> {
        let fixed = [
            ("nav-summary", Page::Summary),
            ("nav-behind", Page::Behind),
            ("nav-kpis", Page::Kpis),
            ("nav-structure", Page::Structure),
            ("nav-sections", Page::Sections),
            ("nav-report", Page::Report),
            ("nav-data", Page::Data),
        ];
        let report = self.narrator.report;
        let has_sections = report.has_section_in(report.year, None);
        let fixed = fixed.into_iter().filter(|(_, page)| *page != Page::Sections || has_sections);
        let fixed = fixed.map(|(id, page)| (self.narrator.voice.fill(id, []), page));
        let prose = self.site.prose.keys().filter(|name| *name != Page::ACCESSIBILITY);
        let prose = prose.map(|name| (self.prose_title(name), Page::Prose(name.clone())));
        fixed.chain(prose).map(|(label, page)| self.nav_link(label, &page)).collect()
    }

    pub(super) fn accessibility(&self) -> Link {
        self.nav_link(self.narrator.voice.fill("nav-accessibility", []), &Page::Accessibility)
    }

    /// The way from the plan down to this page, which stands last.
    fn crumbs(&self, title: &Phrase) -> Vec<(Phrase, SitePath)> {
        let Narrator { report, voice } = self.narrator;
        let plan = (voice.wording(&report.plan.title), route::plan(&report.plan.slug));
        let year = (Phrase::plain(voice.year(report.year)), self.path(&Page::Summary));
        let here = (title.clone(), self.here.clone());
        match &self.page {
            Page::Summary => vec![plan, year],
            Page::Kpi(_) => vec![plan, here],
            Page::Section(_) => {
                let all = (voice.fill("nav-sections", []), self.path(&Page::Sections));
                vec![plan, year, all, here]
            }
            Page::Branch(id) => {
                let path = report.branch_path(id).iter().map(|branch| {
                    (self.narrator.branch_name(branch), self.path(&Page::Branch(branch.id.clone())))
                });
                [plan, year].into_iter().chain(path).collect()
            }
            _ => vec![plan, year, here],
        }
    }

    fn crumb(&self, label: Phrase, path: &SitePath) -> Link {
        Link { current: *path == self.here, ..Link::new(label, self.here.link_to(path)) }
    }

    fn nav_link(&self, label: Phrase, page: &Page) -> Link {
        Link::new(label, self.link(page))
    }
}

/// A text as a string of CSS within an element `style`: whatever could end either is written by its number.
pub(super) fn css_string(text: &str) -> String {
    let letter = |letter: char| match letter {
        '"' | '\\' | '<' | '>' | '&' => format!("\\{:x} ", u32::from(letter)),
        letter if letter.is_control() => " ".to_owned(),
        letter => letter.to_string(),
    };
    format!("\"{}\"", text.chars().map(letter).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::css_string;

    #[test]
    fn a_string_of_css_ends_where_its_text_does() {
        assert_eq!(css_string("計画 \"A\""), "\"計画 \\22 A\\22 \"");
        assert_eq!(css_string("</style>\\\n"), "\"\\3c /style\\3e \\5c  \"");
    }
}
