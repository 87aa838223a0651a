//! What will change on a host, decided before anything does: a pure answer to what the site has, what stands there, and what nendo
//! put there before.

use std::collections::BTreeMap;

use crate::site::{Site, Sum, is_page};
use crate::survey::{Standing, Survey};

/// What will change on a host.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Files that are not there yet.
    pub new: Vec<Step>,
    /// Files of nendo's that become others.
    pub changed: Vec<Step>,
    /// Files of nendo's that are no longer of the site.
    pub removed: Vec<Step>,
    /// Files that stand there as they should.
    pub unchanged: Vec<Step>,
    /// Files that stand in the way, as they are not, or no longer, nendo's.
    pub conflicts: Vec<Conflict>,
    /// What an earlier publish left of files that had not come whole.
    pub parts: Vec<String>,
    /// How many files nendo had published there.
    pub published: usize,
    /// Whether an earlier publish did not end, and this one goes on where it stopped.
    pub resumes: bool,
    /// Whether what nendo keeps there is what it should be.
    pub(crate) is_noted: bool,
}

/// A file on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its path.
    pub path: String,
    /// How many bytes it has; of one that is removed, how many it had.
    pub bytes: u64,
}

/// A file that stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Its path.
    pub path: String,
    /// Why it is not nendo's to change.
    pub whose: Whose,
    /// The bytes that would stand there; none where it would be removed.
    pub bytes: Option<u64>,
}

/// Why a file is not nendo's to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// nendo never published it.
    Foreign,
    /// nendo published it, and somebody changed it since.
    Changed,
}

/// What becomes of files that stand in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflicts {
    /// Nothing is done.
    Stop,
    /// They are overwritten, and removed.
    Overwrite,
}

impl Plan {
    pub(crate) fn of(site: &Site, survey: &Survey) -> Self {
        let mut plan = Self {
            parts: survey.parts.clone(),
            published: survey.manifest.files.len(),
            resumes: !survey.journal.files.is_empty(),
            ..Self::default()
        };
        for (path, sum) in site.files() {
            plan.take(path, Some(sum), survey);
        }
        for path in survey.paths().into_iter().filter(|path| !site.files().contains_key(*path)) {
            plan.take(path, None, survey);
        }
        let noted = survey.manifest.files.iter().map(|(path, published)| (path, &published.sum));
        plan.is_noted = noted.eq(site.files()) && survey.ledgers[1].is_none();
        plan
    }

    fn take(&mut self, path: &str, wanted: Option<&Sum>, survey: &Survey) {
        let step = |bytes: u64| Step { path: path.to_owned(), bytes };
        let conflict =
            |whose: Whose| Conflict { path: path.to_owned(), whose, bytes: wanted.map(|sum| sum.bytes) };
        let is_own = |sum: &Sum| survey.own(path).any(|own| own == sum);
        match (survey.standing.get(path), wanted) {
            (None, None) => {}
            (None, Some(wanted)) => self.new.push(step(wanted.bytes)),
            (Some(Standing::Read(sum)), Some(wanted)) if sum == wanted => {
                self.unchanged.push(step(sum.bytes));
            }
            (Some(Standing::Read(sum)), wanted) if is_own(sum) => match wanted {
                Some(wanted) => self.changed.push(step(wanted.bytes)),
                None => self.removed.push(step(sum.bytes)),
            },
            _ if survey.own(path).next().is_some() => self.conflicts.push(conflict(Whose::Changed)),
            _ => self.conflicts.push(conflict(Whose::Foreign)),
        }
    }

    /// Whether the host is as it should be.
    #[must_use]
    pub fn is_done(&self) -> bool {
        let steps = [&self.new, &self.changed, &self.removed];
        steps.iter().all(|steps| steps.is_empty())
            && self.conflicts.is_empty()
            && self.parts.is_empty()
            && self.is_noted
    }

    /// What is sent and what is removed, in stages of which each is whole before the next begins: at no moment does a page show
    /// what is not there. First what pages show, then pages that nothing leads to yet, then those that lead to them; last goes what
    /// nothing leads to any more, pages before what they show.
    pub(crate) fn stages(&self, conflicts: Conflicts) -> Stages {
        let forced: &[Conflict] = if conflicts == Conflicts::Overwrite { &self.conflicts } else { &[] };
        let (mut removed, mut changed) = (paths(&self.removed), paths(&self.changed));
        for Conflict { path, whose: _, bytes } in forced {
            match bytes {
                Some(bytes) => changed.insert(path.clone(), *bytes),
                None => removed.insert(path.clone(), 0),
            };
        }
        let new = paths(&self.new);
        let of = |files: &BTreeMap<String, u64>, pages: bool| {
            let files = files.iter().filter(|(path, _)| is_page(path) == pages);
            files.map(|(path, bytes)| Step { path: path.clone(), bytes: *bytes }).collect::<Vec<_>>()
        };
        let mut shown = of(&new, false);
        shown.extend(of(&changed, false));
        Stages {
            sent: [shown, of(&new, true), of(&changed, true)],
            removed: [of(&removed, true), of(&removed, false)],
        }
    }
}

/// The order of things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stages {
    pub(crate) sent: [Vec<Step>; 3],
    pub(crate) removed: [Vec<Step>; 2],
}

fn paths(steps: &[Step]) -> BTreeMap<String, u64> {
    steps.iter().map(|step| (step.path.clone(), step.bytes)).collect()
}
