//! Where a site may go: anywhere but into the folder that it is made of. Knows paths, and nothing
//! of what is written.

use std::path::{Component, Path, PathBuf};

use nendo_model::{Case, Origin, Problem};

/// Refuses an output that is the content folder or stands in it, by whatever way it is named.
pub(crate) fn check(out: &Path, content: &Path) -> Result<(), Problem> {
    // A content folder that is not there is told by whoever reads it.
    let Ok(content) = content.canonicalize() else { return Ok(()) };
    match standing(out) {
        Some(folder) if folder.starts_with(content) => {
            Err(Problem { case: Case::OutputInContent {}, origin: Origin::file(out.to_string_lossy()) })
        }
        _ => Ok(()),
    }
}

/// Whether a path leads into a folder, neither of which need be there.
pub(crate) fn is_within(path: &Path, folder: &Path) -> bool {
    standing(path).zip(standing(folder)).is_some_and(|(path, folder)| path.starts_with(folder))
}

/// Where a path that may have to be made leads: what stands of it with all links followed, and the
/// rest of it part by part.
fn standing(path: &Path) -> Option<PathBuf> {
    let mut led = std::env::current_dir().ok()?.canonicalize().ok()?;
    for part in path.components() {
        match part {
            Component::ParentDir => drop(led.pop()),
            part => led.push(part),
        }
        led = led.canonicalize().unwrap_or(led);
    }
    Some(led)
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::{env, fs, process};

    use super::{check, is_within};

    /// A folder with content in it; it is removed in the end.
    struct Desk(PathBuf);

    impl Desk {
        fn new(name: &str) -> Self {
            let folder = env::temp_dir().join(format!("nendo-output-{name}-{}", process::id()));
            fs::create_dir_all(folder.join("content/plans")).expect("a folder");
            Self(folder)
        }

        fn is_refused(&self, out: &str) -> bool {
            let checked = check(&self.0.join(out), &self.0.join("content"));
            checked.is_err_and(|problem| problem.case.code() == "output-in-content")
        }
    }

    impl Drop for Desk {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn nothing_is_written_into_the_content() {
        let desk = Desk::new("inside");
        for out in [
            "content",
            "content/",
            "content/public",
            "content/new/deep",
            "content/plans/../public",
            "new/../content/x",
        ] {
            assert!(desk.is_refused(out), "{out}");
        }
        for out in ["public", "content2", "new/content", ".", "content/../public", "content/../new/deep"] {
            assert!(!desk.is_refused(out), "{out}");
        }
    }

    #[test]
    fn a_path_is_within_a_folder_that_is_still_to_be_made() {
        for within in ["new/public", "new/public/a.json", "new/x/../public/.nendo/receipt.json"] {
            assert!(is_within(Path::new(within), Path::new("new/public")), "{within}");
        }
        for beside in ["new/public.json", "new", "new/public/../a.json"] {
            assert!(!is_within(Path::new(beside), Path::new("new/public")), "{beside}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_lead_where_they_lead() {
        let desk = Desk::new("links");
        std::os::unix::fs::symlink(desk.0.join("content/plans"), desk.0.join("public")).expect("a link");
        assert!(desk.is_refused("public") && desk.is_refused("public/new"));
        fs::create_dir(desk.0.join("www")).expect("a folder");
        std::os::unix::fs::symlink(desk.0.join("www"), desk.0.join("content/site")).expect("a link");
        assert!(!desk.is_refused("content/site"));
    }

    #[test]
    fn a_relative_path_starts_here_and_absent_content_refuses_nothing() {
        assert!(check(Path::new("no-such-folder/public"), Path::new(".")).is_err());
        assert!(check(Path::new("public"), Path::new("no-such-folder")).is_ok());
    }
}
