//! A site for somebody else to publish: an archive, with words on what to do with it.

use std::path::Path;

use nendo_publish::{Covering, Handover, Packed, Site};
use nendo_site::{Contents, PublishTarget};

use super::errand::Errand;
use super::obstacle::Obstacle;
use super::record::Record;
use super::{bar, opening, shown};
use crate::words::{Language, Voice, Words};

/// Packs the archive, and says what is in it.
pub(super) fn pack(
    errand: &Errand<'_>,
    target: &PublishTarget,
    contents: Contents,
    site: &Site,
    record: &mut Record,
) -> Result<(), Obstacle> {
    let Errand { job, publishing, voice } = errand;
    let folder = opening::root(target, &job.content);
    let failed = |error: std::io::Error| Obstacle::Archive { path: folder.clone(), said: error.to_string() };
    let handover = Handover::open(Path::new(&folder), &target.name).map_err(failed)?;
    let plan = handover.plan(site);
    record.planned(&plan);
    let packed = match contents {
        Contents::Whole => Packed::Whole,
        Contents::Changed => Packed::Changed,
    };
    // A whole archive is made whenever it is asked for.
    record.is_done &= packed == Packed::Changed;
    shown::plan(job, target, &plan, *voice);
    if record.is_done {
        return Ok(());
    }
    let allowed = errand.allow(&plan, nendo_publish::Conflicts::Stop);
    if publishing.dry_run {
        record.would_stop = allowed.err().map(Box::new);
        return Ok(());
    }
    allowed?;
    let now = jiff::Timestamp::now();
    let name = now.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y%m%d-%H%M%S");
    let name = format!("{}-{name}.zip", target.name);
    let words = Words::embedded();
    let readme = Language::ALL.map(|language| readme(words.voice(language), packed, &plan)).join("\n\n");
    let at = u64::try_from(now.as_second()).unwrap_or_default();
    let covering = Covering { nendo: env!("CARGO_PKG_VERSION"), at, readme: &readme };
    let file = handover.pack(site, &plan, packed, &name, &covering).map_err(failed)?;
    let sent = plan.new.iter().chain(&plan.changed);
    let sent = sent.chain(plan.unchanged.iter().filter(|_| packed == Packed::Whole));
    (record.sent, record.bytes) = sent.fold((0, 0), |(files, bytes), step| (files + 1, bytes + step.bytes));
    record.deleted = plan.removed.len();
    record.archive = Some(file.to_string_lossy().into_owned());
    Ok(())
}

fn readme(voice: Voice<'_>, packed: Packed, plan: &nendo_publish::Plan) -> String {
    let id = match packed {
        Packed::Whole => "archive-readme-whole",
        Packed::Changed => "archive-readme-changed",
    };
    let sent = plan.new.iter().chain(&plan.changed).map(|step| step.bytes).sum();
    let told = [
        ("files", (plan.new.len() + plan.changed.len()).into()),
        ("all", (plan.new.len() + plan.changed.len() + plan.unchanged.len()).into()),
        ("bytes", bar::size(sent).into()),
        ("removed", plan.removed.len().into()),
    ];
    voice.say(id, &told) + "\n"
}
