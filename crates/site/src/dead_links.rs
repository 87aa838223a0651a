//! The links of prose beside what was built: which lead to a file that is not there, or to no part of a page.

use nendo_model::{Case, Problem};

use crate::outputs::Outputs;
use crate::report::Report;
use crate::route::{self, Page, SitePath};
use crate::site::Site;

impl Site {
    /// The links of prose that lead nowhere on some page of a plan. Each is told once, with the first such page.
    pub(crate) fn dead_links(&self, reports: &[Report<'_>], outputs: &Outputs) -> Vec<Problem> {
        let mut dead: Vec<Problem> = Vec::new();
        for report in reports.iter().rev() {
            for (name, versions) in &self.prose {
                for (tag, prose) in versions {
                    let slug = &report.plan.slug;
                    let here = route::page(slug, report.year, tag, &Page::Prose(name.clone()));
                    for link in
                        prose.links.iter().filter(|link| !self.leads(slug, &here, &link.value, outputs))
                    {
                        let is_told = |problem: &Problem| {
                            problem.origin == link.origin
                                && problem
                                    .case
                                    .fields()
                                    .first()
                                    .is_some_and(|(_, value)| *value == link.value)
                        };
                        if !dead.iter().any(is_told) {
                            let case =
                                Case::DeadLink { value: link.value.clone(), page: here.as_str().to_owned() };
                            dead.push(Problem { case, origin: link.origin.clone() });
                        }
                    }
                }
            }
        }
        dead
    }

    /// Whether a link on a page of a plan leads somewhere. Of other plans nothing is known here.
    fn leads(&self, slug: &str, here: &SitePath, link: &str, outputs: &Outputs) -> bool {
        let (file, fragment) = link.split_once('#').unwrap_or((link, ""));
        let file = file.split_once('?').map_or(file, |(file, _)| file);
        let target = if file.is_empty() { Some(here.clone()) } else { here.resolve(file) };
        let Some(target) = target else { return false };
        match outputs.files.get(&target) {
            Some(_) if fragment.is_empty() || !target.is_page() => true,
            Some(page) => String::from_utf8_lossy(page).contains(&format!(" id=\"{fragment}\"")),
            None => match target.as_str().split_once('/') {
                None => self.is_front(&target),
                Some((folder, name)) => folder != slug && (folder != "assets" || self.assets.has(name)),
            },
        }
    }

    /// Whether a file stands above all plans.
    fn is_front(&self, path: &SitePath) -> bool {
        let fixed = [route::home(), route::not_found(), route::robots(), route::sitemap(None)];
        fixed.contains(path) || self.voices().any(|voice| route::feed(voice.tag()) == *path)
    }
}
