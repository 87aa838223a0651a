//! A site, or what changed of it, in an archive for somebody else to put on a host, with a list of what is in it and what is to be
//! removed. What was handed over last is noted beside the archives: `NAME.manifest.json`.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::ledger::{Manifest, Published};
use crate::plan::{Plan, Step};
use crate::site::{Site, Sum};

/// The folder of an archive that the site is in.
const SITE: &str = "site";

/// A folder of archives that are handed over.
#[derive(Debug)]
pub struct Handover {
    folder: PathBuf,
    name: String,
    before: BTreeMap<String, Sum>,
}

/// What an archive has in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packed {
    /// The whole site.
    Whole,
    /// What changed since the last one.
    Changed,
}

/// What goes into an archive beside the site.
#[derive(Clone, Debug)]
pub struct Covering<'a> {
    /// The version of nendo.
    pub nendo: &'a str,
    /// The time, in seconds since 1970.
    pub at: u64,
    /// What `readme.txt` says.
    pub readme: &'a str,
}

impl Handover {
    /// Looks what was handed over last under this name; where that cannot be told, nothing was.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn open(folder: &Path, name: &str) -> io::Result<Self> {
        let mut handover = Self { folder: folder.to_owned(), name: name.to_owned(), before: BTreeMap::new() };
        match fs::read(handover.manifest()) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            read => {
                let before = read.ok().and_then(|bytes| Manifest::parse(&bytes).ok()).unwrap_or_default();
                handover.before.extend(before.files.into_iter().map(|(path, file)| (path, file.sum)));
            }
        }
        Ok(handover)
    }

    /// What is other than in the last archive.
    #[must_use]
    pub fn plan(&self, site: &Site) -> Plan {
        let mut plan = Plan { published: self.before.len(), is_noted: true, ..Plan::default() };
        for (path, sum) in site.files() {
            let step = Step { path: path.clone(), bytes: sum.bytes };
            match self.before.get(path) {
                None => plan.new.push(step),
                Some(before) if before == sum => plan.unchanged.push(step),
                Some(_) => plan.changed.push(step),
            }
        }
        let gone = self.before.iter().filter(|(path, _)| !site.files().contains_key(*path));
        plan.removed.extend(gone.map(|(path, sum)| Step { path: path.clone(), bytes: sum.bytes }));
        plan
    }

    /// Packs an archive with this name, and notes it as handed over. The file is there when all of it is.
    ///
    /// # Errors
    /// The disk refuses, or a file of the site changed meanwhile; no archive is made then.
    pub fn pack(
        &self,
        site: &Site,
        plan: &Plan,
        packed: Packed,
        file: &str,
        covering: &Covering<'_>,
    ) -> io::Result<PathBuf> {
        fs::create_dir_all(&self.folder)?;
        let target = self.folder.join(file);
        let part = self.folder.join(format!("{file}.nendo-part"));
        let written = write(&part, site, plan, packed, covering);
        let placed = written.and_then(|()| fs::rename(&part, &target));
        if placed.is_err() {
            let _ = fs::remove_file(&part);
        }
        placed?;
        self.note(site, covering)?;
        Ok(target)
    }

    fn note(&self, site: &Site, Covering { nendo, at, .. }: &Covering<'_>) -> io::Result<()> {
        let files = site.files().iter();
        let files = files.map(|(path, sum)| (path.clone(), Published { sum: sum.clone(), mark: None }));
        let part = self.folder.join(format!("{}.manifest.json.nendo-part", self.name));
        fs::write(&part, Manifest { files: files.collect() }.write(nendo, *at))?;
        fs::rename(part, self.manifest())
    }

    fn manifest(&self) -> PathBuf {
        self.folder.join(format!("{}.manifest.json", self.name))
    }
}

/// Writes an archive.
fn write(
    part: &Path,
    site: &Site,
    plan: &Plan,
    packed: Packed,
    Covering { readme, .. }: &Covering<'_>,
) -> io::Result<()> {
    let mut zip = ZipWriter::new(BufWriter::new(File::create(part)?));
    let options = SimpleFileOptions::default();
    let mut put = |name: &str, bytes: &[u8]| {
        zip.start_file(name, options)?;
        zip.write_all(bytes)
    };
    put("readme.txt", &text(readme))?;
    put("manifest.csv", &text(&list(site, plan)))?;
    let mut steps: Vec<&Step> = plan.new.iter().chain(&plan.changed).collect();
    if packed == Packed::Whole {
        steps.extend(&plan.unchanged);
    }
    steps.sort_by(|one, other| one.path.cmp(&other.path));
    for Step { path, bytes: _ } in steps {
        let bytes = site.bytes(path).ok_or_else(|| io::Error::other(path.clone()))?;
        put(&format!("{SITE}/{path}"), &bytes)?;
    }
    zip.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}

/// As programs of Windows take it for what it is: with a mark before UTF-8, and their line ends.
fn text(text: &str) -> Vec<u8> {
    format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes()
}

/// What becomes of each file: a CSV. Paths of a site have neither commas nor quotes.
fn list(site: &Site, plan: &Plan) -> String {
    let mut lines = String::from("action,path,bytes,sha256\n");
    for (action, steps) in [
        ("new", &plan.new),
        ("changed", &plan.changed),
        ("removed", &plan.removed),
        ("unchanged", &plan.unchanged),
    ] {
        for Step { path, bytes } in steps {
            let sha256 = site.files().get(path).map_or("", |sum| sum.sha256.as_str());
            lines.extend([action, ",", path, ",", &bytes.to_string(), ",", sha256, "\n"]);
        }
    }
    lines
}
