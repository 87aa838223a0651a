//! `nendo publish`: the built site onto the host that the settings name, or into an archive for whoever has one. First it is said
//! what will change, then it is changed; what stands in the way is named.

mod archive;
mod bar;
mod desk;
mod errand;
mod guards;
mod obstacle;
mod opening;
mod place;
mod record;
mod secrets;
mod shown;
mod verified;

use std::process::ExitCode;

use nendo_publish::{Conflicts, Done, Session, Site, Stopped};
use nendo_site::{Config, PublishTarget, Service};

use self::bar::Bar;
use self::desk::Desk;
use self::errand::Errand;
use self::obstacle::{Obstacle, exit};
use self::record::Record;
use crate::job::{Job, Publishing};
use crate::pass::{self, Pass};
use crate::report::Report;
use crate::words::Words;
use crate::{interrupt, receipt};

/// Publishes, and says how it went.
pub(crate) fn run(job: &Job, publishing: &Publishing, words: &Words) -> ExitCode {
    interrupt::listen();
    let voice = words.voice(job.language);
    let found = Pass::over(job, voice, None, &mut pass::Desk::default());
    let report = Report::new(found.problems);
    report.show(job, words);
    let errand = Errand { job, publishing, voice };
    let ended = if report.stops(job.strictness) {
        Err(Obstacle::Problems { counts: report.counted(voice) })
    } else {
        errand.publish()
    };
    match ended {
        Ok(record) => {
            shown::end(job, &record, voice);
            exit_code(&record)
        }
        Err(obstacle) => {
            shown::obstacle(job, &obstacle, words);
            obstacle.exit_code()
        }
    }
}

impl Errand<'_> {
    fn publish(&self) -> Result<Record, Obstacle> {
        let Publishing { out, target, allow_outdated, receipt: file, verify, .. } = self.publishing;
        let Job { content, theme, .. } = self.job;
        let config = Config::read(content).value;
        let target = named(&config, target.as_deref())?;
        let place = guards::Place { out, content, theme: theme.as_deref() };
        guards::look_at_root(target, place)?;
        let built = receipt::Receipt::read(out).map_err(|missing| Obstacle::no_receipt(&missing))?;
        guards::look(&built, place, *allow_outdated)?;
        let desk = Desk::open(out)?;
        let site = Site::read(out, built.files())
            .map_err(|(path, error)| Obstacle::Unread { path, said: error.to_string() })?;
        let mut record = Record::of(target, &site, &built);
        if let Service::Zip(contents) = target.service {
            archive::pack(self, target, contents, &site, &mut record)?;
        } else {
            self.bring(target, &site, &desk, &mut record)?;
        }
        if let Some(url) = verify.as_ref().filter(|_| !self.publishing.dry_run) {
            record.verified = Some(verified::look(self, url, target, &site, &desk)?);
        }
        if !self.publishing.dry_run {
            record.keep(&desk, file.as_deref())?;
        }
        Ok(record)
    }

    /// Looks at the host, says what will change, and changes it.
    fn bring(
        &self,
        target: &PublishTarget,
        site: &Site,
        desk: &Desk,
        record: &mut Record,
    ) -> Result<(), Obstacle> {
        let bar = Bar::of(self.voice);
        let reached = opening::target(self.job, target, &bar)?;
        let refused = |stopped: Stopped| Obstacle::Stopped { stopped, target: target.clone() };
        let session = Session::open(&reached, site, &bar).map_err(refused)?;
        bar.clear();
        let plan = session.plan();
        record.planned(&plan);
        shown::plan(self.job, target, &plan, self.voice);
        if plan.is_done() {
            return Ok(());
        }
        let conflicts = if self.publishing.force { Conflicts::Overwrite } else { Conflicts::Stop };
        let allowed = self.allow(&plan, conflicts);
        if self.publishing.dry_run {
            record.would_stop = allowed.err().map(Box::new);
            return Ok(());
        }
        allowed?;
        let done = session.carry_out(&plan, conflicts, desk.publisher(), env!("CARGO_PKG_VERSION"));
        bar.clear();
        let Done { sent, bytes, removed } = done.map_err(refused)?;
        (record.sent, record.bytes, record.deleted) = (sent, bytes, removed);
        Ok(())
    }
}

/// The target of this name, or the only one.
fn named<'c>(config: &'c Config, name: Option<&str>) -> Result<&'c PublishTarget, Obstacle> {
    let targets = &config.publishing.0;
    let names = || targets.keys().cloned().collect::<Vec<_>>();
    match (name, targets.len()) {
        (_, 0) => Err(Obstacle::NoTargets),
        (Some(name), _) => {
            targets.get(name).ok_or_else(|| Obstacle::UnknownTarget { name: name.to_owned(), known: names() })
        }
        (None, 1) => targets.values().next().ok_or(Obstacle::NoTargets),
        (None, _) => Err(Obstacle::WhichTarget { known: names() }),
    }
}

/// That of a publish that came to its end.
fn exit_code(record: &Record) -> ExitCode {
    match (&record.would_stop, &record.verified) {
        (Some(obstacle), _) => obstacle.exit_code(),
        (None, Some(verified)) if !verified.is_sound() => exit::VERIFY.into(),
        _ => ExitCode::SUCCESS,
    }
}
