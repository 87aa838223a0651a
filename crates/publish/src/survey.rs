//! What stands on a host where the site is, or will be: only the folders of the site are looked at, and only files whose marks tell
//! nothing are read.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::{StreamExt, TryStreamExt, stream};

use crate::event::{Event, Listener};
use crate::host::{Entry, Host, Refusal};
use crate::ledger::{JOURNAL, Journal, MANIFEST, Manifest, Unusable};
use crate::patience::{Patient, part_of};
use crate::site::{Site, Sum, folder};

/// A host as it was found.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    pub(crate) manifest: Manifest,
    pub(crate) journal: Journal,
    /// The files that stand where one of nendo's is, or will be.
    pub(crate) standing: BTreeMap<String, Standing>,
    /// What an earlier publish left of files that had not come whole.
    pub(crate) parts: Vec<String>,
    /// The ledgers as they were read, to see whether they still are the same.
    pub(crate) ledgers: [Option<Vec<u8>>; 2],
}

/// A file as it stands on a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Its bytes are these.
    Read(Sum),
    /// It has so many bytes as none that is known; it was not read.
    Other,
}

/// Why there is no survey.
#[derive(Debug)]
pub(crate) enum Unseen {
    Refused(Refusal),
    /// A newer nendo has published there.
    Newer,
}

impl From<Refusal> for Unseen {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Survey {
    /// Looks at a host.
    pub(crate) async fn of(
        host: &Patient<'_, impl Host>,
        site: &Site,
        listener: &dyn Listener,
    ) -> Result<Self, Unseen> {
        let ledgers = ledgers(host).await?;
        let [manifest, journal] = &ledgers;
        let manifest = usable(manifest.as_deref().map(Manifest::parse), listener)?;
        let journal = usable(journal.as_deref().map(Journal::parse), listener)?;
        let mut survey = Self { manifest, journal, ledgers, ..Self::default() };
        let entries = survey.list(host, site, listener).await?;
        survey.read(host, site, entries, listener).await?;
        Ok(survey)
    }

    /// Every sum that a file may have and be nendo's own.
    pub(crate) fn own<'a>(&'a self, path: &str) -> impl Iterator<Item = &'a Sum> {
        let published = self.manifest.files.get(path).map(|published| &published.sum);
        published.into_iter().chain(self.journal.files.get(path).into_iter().flatten())
    }

    /// Every file that nendo has put there, or was about to.
    pub(crate) fn paths(&self) -> BTreeSet<&String> {
        self.manifest.files.keys().chain(self.journal.files.keys()).collect()
    }

    async fn list(
        &mut self,
        host: &Patient<'_, impl Host>,
        site: &Site,
        listener: &dyn Listener,
    ) -> Result<BTreeMap<String, Entry>, Refusal> {
        let paths = self.paths().into_iter().chain(site.files().keys());
        let paths: BTreeSet<&str> = paths.map(String::as_str).collect();
        let mut entries = entries(host, &paths, listener).await?;
        let is_part = |name: &String| part_of(name).is_some_and(|path| paths.contains(path));
        let parts = entries.keys().filter(|name| is_part(name)).cloned().collect();
        entries.retain(|path, _| paths.contains(path.as_str()));
        self.parts = parts;
        Ok(entries)
    }

    async fn read(
        &mut self,
        host: &Patient<'_, impl Host>,
        site: &Site,
        entries: BTreeMap<String, Entry>,
        listener: &dyn Listener,
    ) -> Result<(), Refusal> {
        let mut unread = Vec::new();
        for (path, entry) in entries {
            let published = self.manifest.files.get(&path);
            let same = published.filter(|known| {
                known.mark.is_some() && known.mark == entry.mark && known.sum.bytes == entry.bytes
            });
            let may_be = |sum: &Sum| sum.bytes == entry.bytes;
            if let Some(known) = same {
                self.standing.insert(path, Standing::Read(known.sum.clone()));
            } else if self.own(&path).chain(site.files().get(&path)).any(may_be) {
                unread.push(path);
            } else {
                self.standing.insert(path, Standing::Other);
            }
        }
        let of = unread.len();
        let mut done = 0;
        let read = unread.into_iter().map(async |path| {
            let sum = host.read(&path).await?.map(|bytes| Sum::of(&bytes));
            Ok::<_, Refusal>((path, sum))
        });
        let mut read = stream::iter(read).buffer_unordered(host.at_once());
        while let Some((path, sum)) = read.try_next().await? {
            self.standing.extend(sum.map(|sum| (path, Standing::Read(sum))));
            done += 1;
            listener.hear(Event::Looked { done, of });
        }
        Ok(())
    }
}

/// The files, by path, in the folders of these paths.
pub(crate) async fn entries(
    host: &Patient<'_, impl Host>,
    paths: &BTreeSet<&str>,
    listener: &dyn Listener,
) -> Result<BTreeMap<String, Entry>, Refusal> {
    let folders: BTreeSet<&str> = paths.iter().map(|path| folder(path)).collect();
    let of = folders.len();
    let mut done = 0;
    let listed =
        folders.into_iter().map(async |folder| Ok::<_, Refusal>((folder, host.files(folder).await?)));
    let mut listed = stream::iter(listed).buffer_unordered(host.at_once());
    let mut entries = BTreeMap::new();
    while let Some((folder, files)) = listed.try_next().await? {
        entries.extend(files.into_iter().map(|entry| {
            let path =
                if folder.is_empty() { entry.name.clone() } else { format!("{folder}/{}", entry.name) };
            (path, entry)
        }));
        done += 1;
        listener.hear(Event::Looked { done, of });
    }
    Ok(entries)
}

/// The manifest and the journal as they stand.
pub(crate) async fn ledgers(host: &Patient<'_, impl Host>) -> Result<[Option<Vec<u8>>; 2], Refusal> {
    Ok([host.read(MANIFEST).await?, host.read(JOURNAL).await?])
}

fn usable<T: Default>(read: Option<Result<T, Unusable>>, listener: &dyn Listener) -> Result<T, Unseen> {
    match read {
        None => Ok(T::default()),
        Some(Ok(ledger)) => Ok(ledger),
        Some(Err(Unusable::Newer)) => Err(Unseen::Newer),
        Some(Err(Unusable::Damaged)) => {
            listener.hear(Event::LedgerDamaged);
            Ok(T::default())
        }
    }
}
