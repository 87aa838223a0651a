//! The receipt of a build, `.nendo/receipt.json` in its output: what it was made of and what it made, so that it can be told later
//! whether both are still so. A build hands it to the one writer; whoever publishes reads it back.

mod inputs;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use nendo_model::Date;
use nendo_site::{BuiltFile, Key, SitePath, Stage};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

pub(crate) use self::inputs::{Input, inputs};

/// Says what a file is that begins with it, and how it is laid out.
const FORMAT: &str = "nendo build 1";

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What a build was made of, and what it made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Receipt {
    #[serde(rename = "receipt")]
    format: String,
    /// The version of nendo.
    nendo: String,
    /// When it was made, in RFC 3339, where that was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    draft: bool,
    problems: Problems,
    publish_after: BTreeMap<String, String>,
    inputs: Vec<Input>,
    files: Vec<File>,
}

/// What is to be said of a build that it does not know of itself.
pub(crate) struct Circumstances {
    /// When it is made, in RFC 3339, where that was said.
    pub(crate) time: Option<String>,
    /// Whether its pages are for a look alone.
    pub(crate) draft: bool,
    /// What was wrong.
    pub(crate) problems: Problems,
    /// The first day on which each plan may be published, where one is set.
    pub(crate) publish_after: BTreeMap<String, Date>,
    /// What it was made of, gathered before any of it was read.
    pub(crate) inputs: Vec<Input>,
}

/// How many problems of each severity a build had and stands all the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Problems {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
}

/// A file that a build made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    path: String,
    bytes: u64,
    xxh3_128: String,
}

impl Receipt {
    /// The receipt of a build that made these files.
    pub(crate) fn new(circumstances: Circumstances, files: Vec<BuiltFile>) -> Self {
        let Circumstances { time, draft, problems, publish_after, inputs } = circumstances;
        let day = |(plan, date): (String, Date)| (plan, date.to_string());
        Self {
            format: FORMAT.to_owned(),
            nendo: VERSION.to_owned(),
            time,
            draft,
            problems,
            publish_after: publish_after.into_iter().map(day).collect(),
            inputs,
            files: files.into_iter().map(File::of).collect(),
        }
    }

    /// The bytes of the file that it is kept in.
    pub(crate) fn to_json(&self) -> Vec<u8> {
        // Records of texts and numbers always become JSON.
        serde_json::to_string_pretty(self).map(|text| (text + "\n").into_bytes()).unwrap_or_default()
    }
}

impl File {
    fn of(BuiltFile { path, length, key }: BuiltFile) -> Self {
        Self { path: path.as_str().to_owned(), bytes: length, xxh3_128: key.to_string() }
    }

    /// What became of it in an output; `None` where it is as it was made.
    fn fate(&self, out: &Path) -> Option<Fate> {
        let path = out.join(self.path.split('/').collect::<PathBuf>());
        match fs::symlink_metadata(&path) {
            Ok(file) if file.is_file() && file.len() == self.bytes => {
                let is_same = |bytes: Vec<u8>| Key::of_bytes(&bytes).to_string() == self.xxh3_128;
                (!fs::read(&path).is_ok_and(is_same)).then_some(Fate::Changed)
            }
            Ok(_) => Some(Fate::Changed),
            Err(_) => Some(Fate::Missing),
        }
    }
}

/// Why an output has no receipt that says anything.
#[derive(Debug)]
pub(crate) enum Missing {
    /// There is none: no build made the output, or one of a nendo that wrote none.
    Absent,
    /// It is none that this nendo can read: damaged, or of another one.
    Foreign,
    /// The disk refuses.
    Io(std::io::Error),
}

/// What became of a file that a site was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It was not there then.
    Added,
    /// It says something else now.
    Changed,
    /// It is not there any more.
    Removed,
}

/// What became of a file of the output that is not as it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It has other bytes, or something else stands in its place.
    Changed,
    /// It is not there.
    Missing,
}

impl Receipt {
    /// Reads the receipt of an output.
    ///
    /// # Errors
    /// There is none, or none that says anything.
    pub(crate) fn read(out: &Path) -> Result<Self, Missing> {
        let bytes = fs::read(Stage::receipt(out)).map_err(|error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Missing::Absent,
            _ => Missing::Io(error),
        })?;
        let receipt: Self = serde_json::from_slice(&bytes).map_err(|_| Missing::Foreign)?;
        // A receipt is a file like any other. What it names is looked for, and perhaps sent: never anything outside.
        let is_sound = receipt.format == FORMAT
            && receipt.publish_after.values().all(|day| Date::read(day).is_some())
            && receipt.files.iter().all(|file| SitePath::read(&file.path).is_some());
        if is_sound { Ok(receipt) } else { Err(Missing::Foreign) }
    }

    /// Whether the pages say that they are for a look alone.
    pub(crate) fn is_draft(&self) -> bool {
        self.draft
    }

    /// The first day on which each plan may be published, by its slug, where one is set.
    pub(crate) fn publish_after(&self) -> BTreeMap<String, Date> {
        let day = |(plan, day): (&String, &String)| Some((plan.clone(), Date::read(day)?));
        self.publish_after.iter().filter_map(day).collect()
    }

    /// The version of nendo that built it, where that is not this one, which might make something else of the same files.
    pub(crate) fn other_nendo(&self) -> Option<&str> {
        Some(self.nendo.as_str()).filter(|version| *version != VERSION)
    }

    /// The files that the site was made of and that are not now as they were then, in the order of their paths (`content/…`, `theme/…`).
    /// `theme` is the folder that is asked for; where none is, the one that site.toml names is taken.
    pub(crate) fn outdated(&self, content: &Path, theme: Option<&Path>) -> Vec<(String, Kind)> {
        let by_path = |inputs: Vec<Input>| -> BTreeMap<String, Input> {
            inputs.into_iter().map(|input| (input.path.clone(), input)).collect()
        };
        let (mut then, now) = (by_path(self.inputs.clone()), by_path(inputs(content, theme)));
        let mut different = BTreeMap::new();
        for (path, input) in now {
            match then.remove(&path) {
                None => drop(different.insert(path, Kind::Added)),
                Some(known) if !known.says_the_same(&input) => drop(different.insert(path, Kind::Changed)),
                Some(_) => {}
            }
        }
        different.extend(then.into_keys().map(|path| (path, Kind::Removed)));
        different.into_iter().collect()
    }

    /// The files of an output that are not as the build made them, in the order of their paths. Files that it did not make are nobody's
    /// business here.
    pub(crate) fn altered(&self, out: &Path) -> Vec<(String, Fate)> {
        let fate = |file: &File| Some((file.path.clone(), file.fate(out)?));
        self.files.par_iter().filter_map(fate).collect()
    }

    /// The files that the build made, by their paths in the output with `/` between folders, in their order.
    pub(crate) fn files(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.path.as_str())
    }
}
