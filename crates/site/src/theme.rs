//! A theme: templates, static files and words. The default one is part of the program; a folder on
//! disk may replace any file of it by one of the same name.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use nendo_model::{Case, Checked, Origin, Problem, is_left_over};
use walkdir::WalkDir;

use crate::text;

macro_rules! embedded {
    ($($name:literal)*) => {
        [$(($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../themes/default/", $name)))),*]
    };
}

/// The files of the default theme, by name.
const DEFAULT: [(&str, &[u8]); 27] = embedded![
    "chart.css"
    "colours.toml"
    "i18n/en.ftl"
    "i18n/ja.ftl"
    "i18n/terms.toml"
    "i18n/units.toml"
    "static/find.js"
    "static/icon.svg"
    "static/kpis.js"
    "static/page.js"
    "static/style.css"
    "templates/accessibility.html"
    "templates/base.html"
    "templates/behind.html"
    "templates/branch.html"
    "templates/components.html"
    "templates/data.html"
    "templates/front.html"
    "templates/kpis.html"
    "templates/parts.html"
    "templates/prose.html"
    "templates/report.html"
    "templates/section.html"
    "templates/sections.html"
    "templates/structure.html"
    "templates/summary.html"
    "templates/timeline.html"
];

/// The files of a theme by name, with `/` between folders: `templates/kpis.html`.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Theme {
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Theme {
    /// The default theme, with the files of a folder in place of its own.
    pub(crate) fn load(folder: Option<&Path>) -> Checked<Self> {
        let mut files: BTreeMap<String, Cow<'static, [u8]>> =
            DEFAULT.iter().map(|(name, bytes)| ((*name).to_owned(), Cow::Borrowed(*bytes))).collect();
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
    pub(crate) fn texts<'a>(&'a self, folder: &'a str) -> Checked<Vec<(&'a str, &'a str)>> {
        let mut problems = Vec::new();
        let texts =
            self.under(folder).filter_map(|(name, _)| Some((name, self.text(name).unload(&mut problems)?)));
        Checked { value: texts.collect(), problems }
    }

    /// The text of one file, or the problem that it is missing.
    pub(crate) fn text(&self, name: &str) -> Checked<Option<&str>> {
        let missing = || Case::MissingThemeFile { value: name.to_owned() };
        match self.files.get(name).ok_or_else(missing).and_then(|bytes| text::decode(bytes)) {
            Ok(text) => Checked::sound(Some(text)),
            Err(case) => {
                Checked { value: None, problems: vec![Problem { case, origin: Origin::file(name) }] }
            }
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
    let file = DEFAULT.iter().find(|(known, _)| *known == name);
    file.and_then(|(_, bytes)| std::str::from_utf8(bytes).ok()).unwrap_or_default()
}

fn read(
    folder: &Path,
    entry: Result<walkdir::DirEntry, walkdir::Error>,
) -> Result<Option<(String, Vec<u8>)>, String> {
    let entry = entry.map_err(|error| error.to_string())?;
    if !entry.file_type().is_file() || is_left_over(&entry.file_name().to_string_lossy()) {
        return Ok(None);
    }
    let path = entry.path();
    let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let bytes = std::fs::read(path).map_err(|error| format!("{name}: {error}"))?;
    Ok(Some((name, bytes)))
}

#[cfg(test)]
mod tests {
    use super::{DEFAULT, Path, Theme};

    #[test]
    fn what_an_editor_leaves_is_no_file_of_a_theme() {
        let folder = std::env::temp_dir().join(format!("nendo-theme-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("templates")).expect("a folder");
        std::fs::write(folder.join("templates/.kpis.html.swp"), b"\xFF").expect("a file");
        let read = Theme::load(Some(&folder)).value;
        std::fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(read.files.len(), DEFAULT.len());
    }

    #[test]
    fn the_default_theme_is_its_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../themes/default");
        let read = Theme::load(Some(&folder));
        assert_eq!(read.problems, []);
        assert_eq!(
            read.value.files.keys().collect::<Vec<_>>(),
            DEFAULT.iter().map(|(name, _)| name).collect::<Vec<_>>()
        );
    }
}
