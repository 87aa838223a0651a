//! One pass over the content, the same for every command: everything is read and every file of the
//! site is made, one plan in memory at a time. What is bad is noted, and the pass goes on.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;

use nendo_ingest::{Explanation, PlanFolder};
use nendo_model::{Case, Edition, FiscalYear, Origin, Plan, Problem, Saved};
use nendo_site::{Agreement, Config, Coverage, Outputs, Site, SiteLanguage};
use serde::Serialize;

use crate::job::{Job, Task};
use crate::progress::Progress;
use crate::words::Voice;

/// What a pass found.
#[derive(Default)]
pub(crate) struct Pass {
    /// Every problem, in the order of reading.
    pub(crate) problems: Vec<Problem>,
    /// How much there is.
    pub(crate) counts: Counts,
    /// How much of it can be said in each language but that of the tables, over all plans.
    pub(crate) coverage: Vec<Coverage>,
    /// The tables that were read and how each was saved; only for a check.
    pub(crate) tables: Vec<(String, Saved)>,
    /// The languages of the site, that of the tables first; none where the settings cannot be read.
    pub(crate) languages: Vec<SiteLanguage>,
    /// How each of them was understood, if that was asked for.
    pub(crate) explained: Vec<Explanation>,
    years: BTreeSet<FiscalYear>,
}

/// How much there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Counts {
    /// Plans.
    pub(crate) plans: usize,
    /// Fiscal years that have a site, each counted once over all plans.
    pub(crate) years: usize,
    /// Languages of the site.
    pub(crate) languages: usize,
    /// KPIs of the newest edition of each plan.
    pub(crate) kpis: usize,
    /// Pages.
    pub(crate) pages: usize,
    /// Charts on those pages.
    pub(crate) charts: usize,
}

impl Pass {
    /// Reads and makes everything. Each part of the site is handed to `take` as soon as it is made.
    pub(crate) fn over(job: &Job, voice: Voice<'_>, mut take: impl FnMut(Outputs) -> Vec<Problem>) -> Self {
        let mut pass = Self::default();
        if let Err(error) = std::fs::read_dir(&job.content) {
            let case = match error.kind() {
                ErrorKind::NotFound | ErrorKind::NotADirectory => Case::NoContent {},
                _ => Case::Io { message: error.to_string() },
            };
            pass.problems.push(Problem { case, origin: Origin::file(job.content.to_string_lossy()) });
            return pass;
        }
        let mut site = pass.site(&job.content, job.theme.as_deref());
        let folders = nendo_ingest::plans(&job.content).unload(&mut pass.problems);
        let progress = Progress::of(folders.len(), voice.word("progress"));
        let mut cards = Vec::new();
        for (done, folder) in folders.iter().enumerate() {
            progress.show(done);
            if let Some(plan) = nendo_ingest::plan(&job.content, folder).unload(&mut pass.problems) {
                pass.count(&plan);
                pass.look_closer(job, &plan, folder);
                if let Some((site, agreement)) = &mut site {
                    agreement.add(site, &plan);
                    pass.cover(site, &plan);
                    let (card, outputs) = site.plan(&plan).unload(&mut pass.problems);
                    cards.push(card);
                    pass.hand_over(outputs, &mut take);
                }
            }
        }
        progress.show(folders.len());
        if let Some((site, agreement)) = site {
            pass.problems.extend(agreement.problems(&site));
            let outputs = site.front(&cards).unload(&mut pass.problems);
            pass.hand_over(outputs, &mut take);
        }
        pass
    }

    /// What all plans share. Without readable settings the languages of the site are unknown, and
    /// whatever could be said about words, translations and pages would be guessed.
    fn site(&mut self, content: &Path, theme: Option<&Path>) -> Option<(Site, Agreement)> {
        let config = Config::read(content);
        let readable = config.problems.iter().all(|problem| matches!(problem.case, Case::BadSetting { .. }));
        let config = config.unload(&mut self.problems);
        let units = nendo_ingest::units(content).unload(&mut self.problems);
        if !readable {
            return None;
        }
        self.counts.languages = config.languages.len();
        let translations = nendo_ingest::translations(content, &config.languages).unload(&mut self.problems);
        let site = Site::open(content, config, theme, &translations, &units).unload(&mut self.problems)?;
        self.languages = site.languages();
        let agreement = Agreement::of(&site, &translations);
        Some((site, agreement))
    }

    fn count(&mut self, plan: &Plan) {
        self.years.extend(plan.reported().into_iter().map(|(year, _)| year));
        self.counts.years = self.years.len();
        self.counts.plans += 1;
        self.counts.kpis += plan.editions.last().map_or(0, |edition| Edition::kpis(edition).count());
    }

    /// What is asked of a check alone.
    fn look_closer(&mut self, job: &Job, plan: &Plan, folder: &PlanFolder) {
        let Task::Check { audit, explain } = job.task else { return };
        self.tables.extend(plan.editions.iter().map(|edition| (edition.file.clone(), edition.saved)));
        if explain {
            self.explained.extend(nendo_ingest::explain(&job.content, folder, plan));
        }
        if audit {
            self.audit(plan, folder);
        }
    }

    fn audit(&mut self, plan: &Plan, folder: &PlanFolder) {
        self.problems.extend(nendo_model::audit(plan));
        if plan.audit.is_none() {
            let case = Case::NoAuditRule { value: plan.slug.clone() };
            self.problems.push(Problem { case, origin: Origin::file(folder.settings()) });
        }
    }

    fn cover(&mut self, site: &Site, plan: &Plan) {
        for coverage in site.coverage(plan).unload(&mut self.problems) {
            match self.coverage.iter_mut().find(|sum| sum.language == coverage.language) {
                Some(sum) => sum.join(coverage),
                None => self.coverage.push(coverage),
            }
        }
    }

    fn hand_over(&mut self, outputs: Outputs, take: &mut impl FnMut(Outputs) -> Vec<Problem>) {
        self.counts.pages += outputs.pages;
        self.counts.charts += outputs.charts;
        self.problems.extend(take(outputs));
    }
}
