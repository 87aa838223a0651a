//! Names of files that programs and systems leave beside those that people save.

/// Whether a file of this name is a lock, a draft or a backup of a program (Excel, `LibreOffice`, vim, Emacs), or what a system puts
/// into every folder. Such files are never read.
#[must_use]
pub fn is_left_over(name: &str) -> bool {
    let name = name.to_lowercase();
    ["~", ".~", ".#", "#", "._"].iter().any(|start| name.starts_with(start))
        || ["~", ".tmp", ".temp", ".bak", ".swp", ".swo", ".swx"].iter().any(|end| name.ends_with(end))
        || matches!(name.as_str(), ".ds_store" | "thumbs.db" | "desktop.ini")
}

#[cfg(test)]
mod tests {
    use super::is_left_over;

    #[test]
    fn what_programs_leave_is_told_from_what_people_save() {
        for name in
            "~$2023.csv .~lock.2023.csv# .#a.md #a.md# a.md~ .a.md.swp A.TMP 2023.csv.bak .DS_Store Thumbs.db"
                .split(' ')
        {
            assert!(is_left_over(name), "{name}");
        }
        for name in ["2023.csv", "令和5年度.txt", ".htaccess", "a.tmp.css", "logo.png"] {
            assert!(!is_left_over(name), "{name}");
        }
    }
}
