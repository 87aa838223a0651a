//! The links of prose beside everything that was built: which lead to a file that is not there, or to no part of a page.

use std::collections::BTreeSet;

use nendo_model::{Case, Problem};

use crate::outputs::Output;
use crate::prose::{Link, Prose};
use crate::route::{Page, SitePath};
use crate::site::Site;
use crate::view::front::PlanCard;

impl Site {
    /// The names of the files of which links of prose name a part.
    pub(crate) fn linked_files(&self) -> BTreeSet<String> {
        let links =
            self.written().flat_map(|(name, _, prose)| prose.links.iter().map(move |link| (name, link)));
        let named = links.filter_map(|(name, link)| {
            let (file, fragment) = parts(link);
            let file = if file.is_empty() { format!("{name}.html") } else { file };
            fragment.map(|_| SitePath::new(file).name().to_owned())
        });
        named.collect()
    }

    /// The links of prose that lead nowhere on some page of some plan, each with the first such page.
    pub(crate) fn dead_links(&self, plans: &[PlanCard], output: &dyn Output) -> Vec<Problem> {
        let mut dead = Vec::new();
        for (name, tag, prose) in self.written() {
            let page = Page::Prose(name.to_owned());
            let pages: Vec<SitePath> = plans.iter().flat_map(|plan| plan.in_every_year(tag, &page)).collect();
            for link in &prose.links {
                let leads =
                    |here: &SitePath| target(here, link).is_some_and(|target| is_there(output, &target));
                let Some(here) = pages.iter().find(|here| !leads(here)) else { continue };
                let case = Case::DeadLink { value: link.value.clone(), page: here.as_str().to_owned() };
                let problem = Problem { case, origin: link.origin.clone() };
                if !dead.contains(&problem) {
                    dead.push(problem);
                }
            }
        }
        dead
    }

    /// The pages of prose with their names and languages, without those that stand in for another language.
    fn written(&self) -> impl Iterator<Item = (&str, &str, &Prose)> {
        let all = self.prose.iter().flat_map(|(name, versions)| {
            versions.iter().map(move |(tag, prose)| (name.as_str(), tag.as_str(), prose))
        });
        all.filter(|(_, tag, prose)| *tag == prose.language)
    }
}

/// Whether the site has a file and, where it is a page, that part of it.
fn is_there(output: &dyn Output, (path, part): &(SitePath, Option<String>)) -> bool {
    let Some(part) = part.as_ref().filter(|_| path.is_page()) else { return output.has(path) };
    let id = format!(" id=\"{}\"", nendo_chart::escaped(part));
    output.bytes(path).is_some_and(|bytes| String::from_utf8_lossy(&bytes).contains(&id))
}

/// The file that a link on a page names, and the part of it; none where it leaves the site.
fn target(here: &SitePath, link: &Link) -> Option<(SitePath, Option<String>)> {
    let (file, fragment) = parts(link);
    let file = if file.is_empty() { here.clone() } else { here.resolve(&file)? };
    Some((file, fragment))
}

/// The file of a link and its fragment, as their names are. What sets the table of all KPIs (`#grade=C`) is no part of a page.
fn parts(link: &Link) -> (String, Option<String>) {
    let (file, fragment) = link.value.split_once('#').unwrap_or((&link.value, ""));
    let file = file.split_once('?').map_or(file, |(file, _)| file);
    let is_part = !fragment.is_empty() && !fragment.contains('=');
    (decoded(file), is_part.then(|| decoded(fragment)))
}

/// An address with its letters in place of their numbers: `%E7%AF%80`.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.as_bytes();
    while let [first, after @ ..] = rest {
        let number = match (first, after) {
            (b'%', [high, low, ..]) => char::from(*high).to_digit(16).zip(char::from(*low).to_digit(16)),
            _ => None,
        };
        let byte = number.and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
