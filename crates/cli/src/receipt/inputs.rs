//! The files that a site is made of, each with what stands for its bytes. It knows not what is in them.

use std::fs;
use std::path::{Path, PathBuf};

use nendo_model::is_left_over;
use nendo_site::{Config, Key, hash};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// What systems that keep versions put into a folder: it changes with every version, and the site does not.
const VERSIONS: [&str; 4] = [".git", ".hg", ".svn", ".jj"];

/// A file that a site is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Input {
    /// Its path with `/` between folders: `content/…` in the content folder, `theme/…` in the folder of the theme.
    pub(crate) path: String,
    /// How many bytes it has.
    pub(crate) bytes: u64,
    /// Their SHA-256, in hexadecimal.
    pub(crate) sha256: String,
    /// Of site.toml, what stands for all that pages are made of: where they are published is no part of that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    settings: Option<String>,
}

impl Input {
    /// Whether pages that are made of either are the same.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        self == other || self.settings.is_some() && self.settings == other.settings
    }
}

/// The settings of a site as they are known among its files.
const SETTINGS: &str = "content/site.toml";

/// Every file that a site of these folders is made of, as it is now, in the order of their paths. `theme` is the folder that was asked for;
/// where none was, the one that site.toml names is taken. What nobody means, as the locks and drafts of programs, is left out, and so is
/// what cannot be read: whoever reads it in earnest will say so.
pub(crate) fn inputs(content: &Path, theme: Option<&Path>) -> Vec<Input> {
    let config = Config::read(content);
    let theme = config.value.theme_folder(content, theme);
    let settings = config.problems.is_empty().then(|| Key::of(&config.value).to_string());
    let mut files = Vec::new();
    gather(content, "content", &mut files);
    if let Some(theme) = theme {
        gather(&theme, "theme", &mut files);
    }
    files.sort();
    let input = |(path, file): (String, PathBuf)| {
        let bytes = fs::read(file).ok()?;
        let settings = settings.clone().filter(|_| path == SETTINGS);
        Some(Input { path, bytes: u64::try_from(bytes.len()).ok()?, sha256: hash(&bytes), settings })
    };
    files.into_par_iter().filter_map(input).collect()
}

/// The files of a folder and of those in it, each with the path that it is known by.
fn gather(folder: &Path, known: &str, files: &mut Vec<(String, PathBuf)>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_left_over(&name) || VERSIONS.contains(&name.as_str()) {
            continue;
        }
        let (path, known) = (entry.path(), format!("{known}/{name}"));
        if path.is_dir() {
            gather(&path, &known, files);
        } else {
            files.push((known, path));
        }
    }
}
