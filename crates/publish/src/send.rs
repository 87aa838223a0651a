//! A plan, carried out: in its order, many files at once, with a lock that is kept and a journal that says what is meant to come.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use futures_util::{StreamExt, TryStreamExt, stream};

use crate::event::{Amount, Event, Listener};
use crate::host::{Entry, Host, Refusal, RefusalKind};
use crate::ledger::{JOURNAL, MANIFEST, Manifest, Published};
use crate::lock::{Lock, Publisher};
use crate::outcome::{Done, Stopped};
use crate::patience::Patient;
use crate::plan::{Conflicts, Plan, Stages, Step};
use crate::site::{Site, folder};
use crate::survey::{Survey, entries};

/// A publish that goes on.
pub(crate) struct Sending<'a, H> {
    host: &'a Patient<'a, H>,
    lock: Lock<'a>,
    listener: &'a dyn Listener,
    site: &'a Site,
    nendo: &'a str,
}

impl<'a, H: Host> Sending<'a, H> {
    /// Locks the host.
    pub(crate) async fn begin(
        host: &'a Patient<'a, H>,
        publisher: &'a Publisher,
        listener: &'a dyn Listener,
        site: &'a Site,
        nendo: &'a str,
    ) -> Result<Self, Stopped> {
        let lock = Lock::take(host, publisher, listener).await?;
        Ok(Self { host, lock, listener, site, nendo })
    }

    /// Sends and removes what the plan says, and notes it.
    pub(crate) async fn carry_out(
        &self,
        plan: &Plan,
        conflicts: Conflicts,
        survey: &Survey,
    ) -> Result<Done, Stopped> {
        if conflicts == Conflicts::Stop && !plan.conflicts.is_empty() {
            return Err(Stopped::Conflicts);
        }
        let Stages { sent, removed } = plan.stages(conflicts);
        self.note(&sent, survey).await?;
        for part in &plan.parts {
            self.host.remove(part).await?;
        }
        let all = sent.iter().flatten();
        let of = Amount {
            of_files: all.clone().count(),
            of_bytes: all.map(|step| step.bytes).sum(),
            ..Amount::default()
        };
        let amount = Cell::new(of);
        for stage in &sent {
            self.each(stage, async |step| {
                self.send(&step.path).await?;
                let Amount { files, bytes, .. } = amount.get();
                amount.set(Amount { files: files + 1, bytes: bytes + step.bytes, ..of });
                self.listener.hear(Event::Sent(amount.get()));
                Ok(())
            })
            .await?;
        }
        let count = removed.iter().flatten().count();
        let done = Cell::new(0);
        for stage in &removed {
            self.each(stage, async |step| {
                self.host.remove(&step.path).await?;
                done.set(done.get() + 1);
                self.listener.hear(Event::Removed { done: done.get(), of: count });
                Ok(())
            })
            .await?;
        }
        self.remove_folders(removed.iter().flatten()).await?;
        self.close().await?;
        Ok(Done { sent: of.of_files, bytes: of.of_bytes, removed: count })
    }

    /// Gives the lock back.
    pub(crate) async fn end(&self) {
        self.lock.release(self.host).await;
    }

    /// Notes what is meant to come, so that the next publish knows it for nendo's own.
    async fn note(&self, sent: &[Vec<Step>], survey: &Survey) -> Result<(), Stopped> {
        let mut journal = survey.journal.clone();
        for Step { path, bytes: _ } in sent.iter().flatten() {
            if let Some(sum) = self.site.files().get(path) {
                journal.note(path.clone(), sum.clone());
            }
        }
        Ok(self.host.put(JOURNAL, &journal.write(self.nendo, self.listener.now())).await?)
    }

    async fn each(
        &self,
        steps: &[Step],
        act: impl AsyncFn(&Step) -> Result<(), Stopped>,
    ) -> Result<(), Stopped> {
        let acts = steps.iter().map(async |step| {
            if self.listener.stops() {
                return Err(Stopped::Asked);
            }
            self.lock.keep(self.host, self.listener).await?;
            act(step).await
        });
        stream::iter(acts).buffer_unordered(self.host.at_once()).try_collect().await
    }

    async fn send(&self, path: &str) -> Result<(), Stopped> {
        let bytes = self.site.bytes(path).ok_or_else(|| Stopped::Altered(path.to_owned()))?;
        Ok(self.host.put(path, &bytes).await?)
    }

    /// Removes the folders that nothing of the site is in any more; a host keeps those in which anything else is.
    async fn remove_folders<'s>(&self, removed: impl Iterator<Item = &'s Step>) -> Result<(), Stopped> {
        let mut folders = BTreeSet::new();
        for step in removed {
            let above = std::iter::successors(Some(folder(&step.path)), |below| Some(folder(below)));
            folders.extend(above.take_while(|folder| !folder.is_empty()));
        }
        // The inner ones sort behind those that they are in.
        for folder in folders.into_iter().rev() {
            let inside = format!("{folder}/");
            if !self
                .site
                .files()
                .range(inside.clone()..)
                .next()
                .is_some_and(|(path, _)| path.starts_with(&inside))
            {
                self.host.remove_folder(folder).await?;
            }
        }
        Ok(())
    }

    /// Looks at what came, and notes it as published.
    async fn close(&self) -> Result<(), Stopped> {
        // The date of the lock tells the time by the clock of the host.
        self.lock.renew(self.host, self.listener).await?;
        let mut paths: BTreeSet<&str> = self.site.files().keys().map(String::as_str).collect();
        paths.insert(self.lock.path());
        let entries = entries(self.host, &paths, self.listener).await?;
        let now = entries.get(self.lock.path()).and_then(|lock| lock.written);
        let manifest = Manifest { files: self.published(&entries, now)? };
        self.host.put(MANIFEST, &manifest.write(self.nendo, self.listener.now())).await?;
        Ok(self.host.remove(JOURNAL).await?)
    }

    fn published(
        &self,
        entries: &BTreeMap<String, Entry>,
        now: Option<u64>,
    ) -> Result<BTreeMap<String, Published>, Refusal> {
        let published = self.site.files().iter().map(|(path, sum)| {
            let entry = entries.get(path).filter(|entry| entry.bytes == sum.bytes);
            let entry = entry.ok_or_else(|| {
                let said = entries.get(path).map_or_else(String::new, |entry| entry.bytes.to_string());
                Refusal::new(RefusalKind::Other, format!("{} → {said}", sum.bytes)).about(path)
            })?;
            // What was written just now may be written again without a new mark.
            let is_settled = match (entry.written, now) {
                (Some(written), Some(now)) => written + self.host.grain() < now,
                (None, _) => true,
                (Some(_), None) => false,
            };
            let mark = entry.mark.clone().filter(|_| is_settled);
            Ok((path.clone(), Published { sum: sum.clone(), mark }))
        });
        published.collect()
    }
}
