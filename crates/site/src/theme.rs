//! A theme: templates, static files and words. The default one is part of the program; a folder on
//! disk may replace any file of it by one of the same name.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use include_dir::{Dir, include_dir};
use nendo_model::{Case, Checked, Origin, Problem};
use walkdir::WalkDir;

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../themes/default");

/// The files of a theme by name, with `/` between folders: `templates/kpis.html`.
#[derive(Clone, Debug)]
pub struct Theme {
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Theme {
    /// The default theme, with the files of a folder in place of its own.
    #[must_use]
    pub fn load(folder: Option<&Path>) -> Checked<Self> {
        let mut files = BTreeMap::new();
        embed(&DEFAULT, &mut files);
        let mut problems = Vec::new();
        if let Some(folder) = folder {
            for entry in WalkDir::new(folder).sort_by_file_name() {
                match read(folder, entry) {
                    Ok(Some((name, bytes))) => drop(files.insert(name, Cow::Owned(bytes))),
                    Ok(None) => {}
                    Err(message) => problems.push(Problem {
                        case: Case::Io { message },
                        origin: Origin::file(folder.to_string_lossy()),
                    }),
                }
            }
        }
        Checked { value: Self { files }, problems }
    }

    /// The names and texts of the files under a folder of the theme: `templates/`.
    pub(crate) fn texts(&self, folder: &str) -> Checked<Vec<(String, String)>> {
        let mut problems = Vec::new();
        let mut texts = Vec::new();
        for (name, _) in self.under(folder) {
            texts.extend(self.text(name).unload(&mut problems).map(|text| (name.to_owned(), text)));
        }
        Checked { value: texts, problems }
    }

    /// The text of one file, or the problem that it is missing.
    pub(crate) fn text(&self, name: &str) -> Checked<Option<String>> {
        let problem =
            |case| Checked { value: None, problems: vec![Problem { case, origin: Origin::file(name) }] };
        let Some(bytes) = self.files.get(name) else {
            return problem(Case::MissingThemeFile { value: name.to_owned() });
        };
        match std::str::from_utf8(bytes) {
            Ok(text) => Checked::sound(Some(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned())),
            Err(_) => problem(Case::Undecodable {}),
        }
    }

    /// The files under a folder of the theme, in order of name.
    pub(crate) fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.files
            .iter()
            .filter(move |(name, _)| name.starts_with(folder))
            .map(|(name, bytes)| (name.as_str(), bytes.as_ref()))
    }
}

/// The text of a file of the default theme; empty for one that it does not have.
pub(crate) fn default_text(name: &str) -> &'static str {
    DEFAULT.get_file(name).and_then(|file| file.contents_utf8()).unwrap_or_default()
}

fn embed(folder: &Dir<'static>, files: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for file in folder.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        files.insert(name, Cow::Borrowed(file.contents()));
    }
    for inner in folder.dirs() {
        embed(inner, files);
    }
}

fn read(
    folder: &Path,
    entry: Result<walkdir::DirEntry, walkdir::Error>,
) -> Result<Option<(String, Vec<u8>)>, String> {
    let entry = entry.map_err(|error| error.to_string())?;
    if !entry.file_type().is_file() {
        return Ok(None);
    }
    let path = entry.path();
    let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let bytes = std::fs::read(path).map_err(|error| format!("{name}: {error}"))?;
    Ok(Some((name, bytes)))
}
