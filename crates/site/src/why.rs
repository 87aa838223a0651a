//! Why a build made a file again or left it alone: what it is made of, now and before. It knows no words.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use crate::key::Key;
use crate::memo::{Made, Memo};
use crate::outputs::Recipe;
use crate::route::SitePath;

/// What the files above all plans are called among the parts of a build.
pub(crate) const FRONT: &str = "front";

/// A file that someone asked about.
#[derive(Debug)]
pub(crate) struct Asked {
    path: SitePath,
    /// What it is made of, as far as it is a page and was looked at.
    recipe: Mutex<Option<Ingredients>>,
}

/// What a page is made of, by name.
#[derive(Clone, Debug)]
struct Ingredients {
    template: String,
    words: String,
    view: Key,
}

/// Why a file was made again, or left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The file.
    pub path: SitePath,
    /// What became of it.
    pub verdict: Verdict,
    /// What it is made of, from the whole to the parts.
    pub parts: Vec<Part>,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The site has no such file.
    Absent,
    /// Nothing of its plan and of the site around it changed, so none of the plan's files was made again.
    PlanKept,
    /// The page shows what it showed, and was not made again.
    Kept,
    /// It was made again, and has the same bytes.
    Same,
    /// It was made again, and written.
    Written,
}

/// Something that a file is made of, by the keys that stand for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is: `plan/dx`, `theme`, `template/kpis.html`, `words/ja`; `view`, all that the page shows; `page`, the key by
    /// which it is made again or not; `bytes`, those of the file.
    pub name: String,
    /// As it is now.
    pub now: Option<Key>,
    /// As the last build had it. What a page showed is not kept by itself, but in the key of the page.
    pub before: Option<Key>,
}

impl Asked {
    /// About a file of the site, named as the output folder has it.
    pub(crate) fn new(path: &str) -> Self {
        let path = path.replace('\\', "/");
        Self {
            path: SitePath::new(path.trim_start_matches("./").trim_matches('/')),
            recipe: Mutex::default(),
        }
    }

    /// Notes what a page is made of, if it is the one.
    pub(crate) fn note(&self, path: &SitePath, recipe: &Recipe<'_>) {
        if *path == self.path {
            let Recipe { template: (template, _), words: (words, _), view } = *recipe;
            *self.recipe.lock().unwrap_or_else(PoisonError::into_inner) =
                Some(Ingredients { template: template.to_owned(), words: words.to_owned(), view });
        }
    }

    /// What became of the file.
    pub(crate) fn answer(&self, before: &Memo, next: &Memo, changed: &BTreeSet<SitePath>) -> Why {
        let recipe = self.recipe.lock().unwrap_or_else(PoisonError::into_inner);
        let part = |name: &str| Part {
            name: name.to_owned(),
            now: next.parts.get(name).copied(),
            before: before.parts.get(name).copied(),
        };
        let shared = next.parts.keys().filter(|name| !name.contains('/') && *name != FRONT);
        let mut parts: Vec<Part> = shared.map(|name| part(name)).collect();
        let (folder, _) = self.path.as_str().split_once('/').unwrap_or_default();
        let plan = part(&format!("plan/{folder}"));
        let whole = if plan.now.is_some() { plan } else { part(FRONT) };
        let is_whole_as_before = whole.now.is_some() && whole.now == whole.before;
        parts.push(whole);
        if let Some(Ingredients { template, words, view }) = &*recipe {
            parts.extend([part(&format!("template/{template}")), part(&format!("words/{words}"))]);
            parts.push(Part { name: "view".to_owned(), now: Some(*view), before: None });
        }
        let (made, known) = (next.files.get(&self.path), before.files.get(&self.path));
        let own = |name: &str, key: &dyn Fn(&Made) -> Option<Key>| {
            let [now, before] = [made, known].map(|made| made.and_then(key));
            Some(Part { name: name.to_owned(), now, before }).filter(|part| part.now.is_some())
        };
        parts.extend(own("page", &|made| made.shows));
        parts.extend(own("bytes", &|made| Some(made.bytes)));
        let shows_same =
            |made: &Made| made.shows.is_some() && made.shows == known.and_then(|known| known.shows);
        let verdict = match made {
            None => Verdict::Absent,
            Some(_) if changed.contains(&self.path) => Verdict::Written,
            Some(made) if recipe.is_some() && shows_same(made) => Verdict::Kept,
            Some(_) if recipe.is_none() && is_whole_as_before => Verdict::PlanKept,
            Some(_) => Verdict::Same,
        };
        Why { path: self.path.clone(), verdict, parts }
    }
}
