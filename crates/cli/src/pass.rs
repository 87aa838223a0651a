//! One pass over the content, the same for every command: everything is read and every file of the
//! site is made, each plan on a thread of its own and out of memory as soon as it is done. What is bad is noted, and the pass
//! goes on. What a pass read can be kept on a desk, for the next one not to read it again.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::sync::Arc;
use std::time::{Duration, Instant};

use nendo_ingest::{Explanation, PlanFolder, Scored};
use nendo_model::{Case, Date, Edition, FiscalYear, Origin, Plan, Problem, Saved};
use nendo_site::{
    Agreement, Config, Coverage, Extent, Key, Output, PlanCard, Rehearsal, Site, SiteLanguage, Stage,
};
use rayon::prelude::*;
use serde::Serialize;

use crate::fingerprint;
use crate::interrupt;
use crate::job::{Asked, Job, Task};
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
    /// How well machines can read the tables that are kept, and those that would be published, if that was asked for.
    pub(crate) scored: Option<[Vec<Scored>; 2]>,
    /// The first day on which each plan may be published, by its slug, where one is set.
    pub(crate) publish_after: BTreeMap<String, Date>,
    /// How long all threads together took to read.
    pub(crate) reading: Duration,
    /// And to make files.
    pub(crate) making: Duration,
    years: BTreeSet<FiscalYear>,
}

/// What was read, kept from one pass to the next.
#[derive(Default)]
pub(crate) struct Desk {
    site: Option<(Key, Shared)>,
    plans: BTreeMap<String, Kept>,
}

/// What all plans share.
struct Shared {
    site: Option<(Site, Agreement)>,
    problems: Vec<Problem>,
    languages: usize,
}

/// A plan that was read, as its folder then was, and what stands for it in the output.
struct Kept {
    folder: Key,
    output: Option<Key>,
    read: Arc<PlanRead>,
    /// How long that took, this time.
    reading: Duration,
    making: Duration,
}

/// What there is to say of a plan once it is read and made.
#[derive(Default)]
struct PlanRead {
    problems: Vec<Problem>,
    is_plan: bool,
    years: BTreeSet<FiscalYear>,
    publish_after: Option<(String, Date)>,
    kpis: usize,
    coverage: Vec<Coverage>,
    agreement: Agreement,
    card: Option<PlanCard>,
    tables: Vec<(String, Saved)>,
    explained: Vec<Explanation>,
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
    /// Charts, each once, however many pages show it.
    pub(crate) charts: usize,
}

impl Pass {
    /// Reads and makes everything, and hands it to the stage, if there is one.
    pub(crate) fn over(job: &Job, voice: Voice<'_>, stage: Option<&Stage>, desk: &mut Desk) -> Self {
        let mut pass = Self::default();
        if let Err(error) = std::fs::read_dir(&job.content) {
            let case = match error.kind() {
                ErrorKind::NotFound | ErrorKind::NotADirectory => Case::NoContent {},
                _ => Case::Io { message: error.to_string() },
            };
            pass.problems.push(Problem { case, origin: Origin::file(job.content.to_string_lossy()) });
            return pass;
        }
        let begun = Instant::now();
        desk.read_shared(job);
        pass.reading += begun.elapsed();
        let Some((_, shared)) = &desk.site else { return pass };
        pass.problems.extend(shared.problems.iter().cloned());
        pass.counts.languages = shared.languages;
        let site = shared.site.as_ref().map(|(site, _)| site);
        pass.languages = site.map(Site::languages).unwrap_or_default();
        let rehearsal = site.map(Site::rehearsal).unwrap_or_default();
        let is_scored = matches!(job.task, Task::Check(Asked { readability: true, .. }));
        let rehearsal = if is_scored { rehearsal.keeping_tables() } else { rehearsal };
        let output: &dyn Output = stage.map_or(&rehearsal, |stage| stage);
        if let (Some(stage), Some(site)) = (stage, site) {
            stage.made_of(site.parts());
        }
        let folders = nendo_ingest::plans(&job.content).unload(&mut pass.problems);
        let progress = Progress::of(folders.len(), voice);
        let reader = Reader { job, site, stage, output, before: &desk.plans };
        let read: Vec<Option<Kept>> = folders
            .par_iter()
            .map(|folder| {
                let read = (!interrupt::is_asked_for()).then(|| reader.plan(folder));
                progress.step();
                read
            })
            .collect();
        drop(progress);
        let cards: Vec<PlanCard> = read.iter().flatten().filter_map(|kept| pass.join(kept)).collect();
        if let Some((site, agreement)) = &shared.site {
            let plans = read.iter().flatten().map(|kept| &kept.read.agreement);
            let all: Vec<&Agreement> = std::iter::once(agreement).chain(plans).collect();
            pass.problems.extend(Agreement::problems(&all));
            let begun = Instant::now();
            pass.problems.extend(site.front(&cards, output));
            pass.making += begun.elapsed();
        }
        let Extent { files: _, pages, charts } = output.extent();
        (pass.counts.pages, pass.counts.charts) = (pages, charts);
        if is_scored {
            pass.scored = Some(Self::scored(job, rehearsal, &mut pass.problems));
        }
        let named = folders.into_iter().map(|folder| folder.slug).zip(read);
        desk.plans = named.filter_map(|(slug, kept)| Some((slug, kept?))).collect();
        pass
    }

    /// The scores of the tables that are kept, and of those among the files of a rehearsal.
    fn scored(job: &Job, rehearsal: Rehearsal, problems: &mut Vec<Problem>) -> [Vec<Scored>; 2] {
        let kept = nendo_ingest::readability(&job.content).unload(problems);
        [kept, nendo_ingest::readability_of_published(&rehearsal.into_files())]
    }

    /// Takes in what was said of a plan.
    fn join(&mut self, Kept { read, reading, making, .. }: &Kept) -> Option<PlanCard> {
        self.reading += *reading;
        self.making += *making;
        self.problems.extend_from_slice(&read.problems);
        self.years.extend(&read.years);
        self.publish_after.extend(read.publish_after.clone());
        self.counts.years = self.years.len();
        self.counts.plans += usize::from(read.is_plan);
        self.counts.kpis += read.kpis;
        self.tables.extend_from_slice(&read.tables);
        self.explained.extend_from_slice(&read.explained);
        for coverage in &read.coverage {
            match self.coverage.iter_mut().find(|sum| sum.language == coverage.language) {
                Some(sum) => sum.join(coverage.clone()),
                None => self.coverage.push(coverage.clone()),
            }
        }
        read.card.clone()
    }
}

impl Desk {
    /// Reads what all plans share, unless it is as it was; where it is not, nothing that was said of a plan holds.
    fn read_shared(&mut self, job: &Job) {
        let (content, theme) = (job.content.as_path(), job.theme.as_deref());
        let theme_folder = Config::read(content).value.theme_folder(content, theme);
        let folders = [Some(content), theme_folder.as_deref()].into_iter().flatten();
        let key = Key::of(&folders.map(|folder| fingerprint::of(folder, &["plans"])).collect::<Vec<_>>());
        if self.site.as_ref().is_none_or(|(known, _)| *known != key) {
            self.plans.clear();
            self.site = Some((key, Shared::read(job)));
        }
    }
}

impl Shared {
    /// What all plans share. Without readable settings the languages of the site are unknown, and
    /// whatever could be said about words, translations and pages would be guessed.
    fn read(job: &Job) -> Self {
        let content = job.content.as_path();
        let mut problems = Vec::new();
        let config = Config::read(content);
        let readable = !config.problems.iter().any(|problem| {
            matches!(problem.case, Case::BadSettings { .. } | Case::Undecodable {} | Case::Io { .. })
        });
        let config = config.unload(&mut problems);
        let units = nendo_ingest::units(content).unload(&mut problems);
        if !readable {
            return Self { site: None, problems, languages: 0 };
        }
        let languages = config.languages.len();
        let translations = nendo_ingest::translations(content, &config.languages).unload(&mut problems);
        let site = Site::open(content, config, job.theme.as_deref(), &translations, &units);
        let site = site.unload(&mut problems).map(|site| {
            let site = if job.is_draft() { site.as_draft() } else { site };
            let agreement = Agreement::of(&site, &translations);
            (site, agreement)
        });
        Self { site, problems, languages }
    }
}

/// Reads plans and has them made.
struct Reader<'a> {
    job: &'a Job,
    site: Option<&'a Site>,
    stage: Option<&'a Stage>,
    output: &'a dyn Output,
    before: &'a BTreeMap<String, Kept>,
}

impl Reader<'_> {
    /// A plan: as it was read before, where its folder and what stands in the output are as they were.
    fn plan(&self, folder: &PlanFolder) -> Kept {
        let begun = Instant::now();
        let key = fingerprint::of(&self.job.content.join(folder.path()), &[]);
        if let Some(kept) = self.before.get(&folder.slug).filter(|kept| kept.folder == key)
            && let Some((stage, output)) = self.stage.zip(kept.output)
            && stage.trusts_plan(&folder.slug, output)
        {
            let (reading, making) = (begun.elapsed(), Duration::ZERO);
            return Kept { folder: key, output: Some(output), read: Arc::clone(&kept.read), reading, making };
        }
        let (plan, mut read) = self.read(folder);
        let reading = begun.elapsed();
        if let Some((plan, site)) = plan.zip(self.site) {
            read.card = Some(site.plan(&plan, self.output).unload(&mut read.problems));
        }
        let output = self.stage.and_then(|stage| stage.plan_key(&folder.slug));
        let read = Arc::new(read);
        Kept { folder: key, output, read, reading, making: begun.elapsed().saturating_sub(reading) }
    }

    fn read(&self, folder: &PlanFolder) -> (Option<Plan>, PlanRead) {
        let mut read = PlanRead::default();
        let plan = nendo_ingest::plan(&self.job.content, folder, self.language()).unload(&mut read.problems);
        let Some(plan) = plan else { return (None, read) };
        read.is_plan = true;
        read.publish_after = plan.publish_after.map(|date| (plan.slug.clone(), date));
        read.years = plan.reported().into_iter().map(|(year, _)| year).collect();
        read.kpis = plan.editions.last().map_or(0, |edition| Edition::kpis(edition).count());
        self.look_closer(&plan, folder, &mut read);
        if let Some(site) = self.site {
            read.agreement = Agreement::of_plan(site, &plan);
            read.coverage = site.coverage(&plan).unload(&mut read.problems);
        }
        (Some(plan), read)
    }

    /// The language of the tables, where the settings tell it.
    fn language(&self) -> Option<&str> {
        self.site.map(Site::source_language)
    }

    /// What is asked of a check alone.
    fn look_closer(&self, plan: &Plan, folder: &PlanFolder, read: &mut PlanRead) {
        let Task::Check(Asked { audit, explain, readability: _ }) = self.job.task else { return };
        read.tables.extend(plan.editions.iter().map(|edition| (edition.file.clone(), edition.saved)));
        if explain {
            read.explained.extend(nendo_ingest::explain(&self.job.content, folder, plan, self.language()));
        }
        if audit {
            read.problems.extend(nendo_model::audit(plan));
        }
        if audit && plan.audit.is_none() {
            let case = Case::NoAuditRule { value: plan.slug.clone() };
            read.problems.push(Problem { case, origin: Origin::file(folder.settings()) });
        }
    }
}
