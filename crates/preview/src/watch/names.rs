//! Names of files that programs leave beside those that they have open. It goes by the name alone.
//!
//! What is not on the list is watched, as a theme may have any file. One that a program makes and removes while it saves
//! is new, so that it waits for a quiet time, and is gone by then: its name need not be known. The list has those that
//! stay longer.

use std::ffi::OsStr;

/// Locks, drafts and backups: of Excel, `LibreOffice`, vim, Emacs and others, and what systems put into every folder.
pub(crate) fn is_left_over(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    ["~", ".~", ".#", "#", "._"].iter().any(|start| name.starts_with(start))
        || ["~", ".tmp", ".temp", ".bak", ".swp", ".swo", ".swx", ".part", ".crdownload"]
            .iter()
            .any(|end| name.ends_with(end))
        || matches!(name.as_str(), ".ds_store" | "thumbs.db" | "desktop.ini" | ".git" | ".hg" | ".svn")
}

/// A file as Excel writes it beside the old one before it takes its place: `4A2B1C00`; or vim, to try the folder: `4913`.
pub(crate) fn is_passing(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name == b"4913" || name.len() == 8 && name.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F'))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use super::{is_left_over, is_passing};

    #[test]
    fn what_programs_leave_is_told_from_what_a_site_is_made_of() {
        let left_over = "~$2023.csv .~lock.2023.csv# .#a.md #a.md# a.md~ .a.md.swp lu1x.tmp A.TMP 2023.csv.bak \
                         .DS_Store Thumbs.db desktop.ini .git ._2023.csv";
        for name in left_over.split_whitespace() {
            assert!(is_left_over(OsStr::new(name)), "{name}");
        }
        for name in ["2023.csv", "令和5年度.txt", ".htaccess", "a.tmp.css", "logo.png", "DX", "20230401"]
        {
            assert!(!is_left_over(OsStr::new(name)), "{name}");
        }
        assert!(is_passing(OsStr::new("4A2B1C00")) && is_passing(OsStr::new("4913")));
        assert!(!is_passing(OsStr::new("2023")) && !is_passing(OsStr::new("4a2b1c00")));
    }
}
