//! What stands for a folder: the names and bytes of all that it holds. It knows not what is in a file.

use std::fs;
use std::path::Path;

use nendo_site::Key;

/// The fingerprint of a folder with all that is in it, but for folders of these names directly within it. What cannot be read
/// counts as empty: whoever reads it in earnest will say so.
pub(crate) fn of(folder: &Path, without: &[&str]) -> Key {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut entries: Vec<_> = entries.map(|entry| entry.file_name()).collect();
    entries.sort();
    let entries = entries.into_iter().filter(|name| !without.iter().any(|other| *name == **other));
    let prints = entries.map(|name| {
        let path = folder.join(&name);
        let print = if path.is_dir() { of(&path, &[]) } else { Key::of(&fs::read(&path).ok()) };
        (name, print)
    });
    Key::of(&prints.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::of;

    #[test]
    fn a_fingerprint_changes_with_any_name_and_any_byte() {
        let folder = env::temp_dir().join(format!("nendo-fingerprint-{}", process::id()));
        fs::create_dir_all(folder.join("a/b")).expect("a folder");
        fs::write(folder.join("a/b/c"), "1").expect("a file");
        let print = || of(&folder, &["aside"]);
        let mut seen = vec![print()];
        assert_eq!(seen[0], print());
        fs::create_dir(folder.join("aside")).expect("a folder");
        fs::write(folder.join("aside/x"), "1").expect("a file");
        assert_eq!(seen[0], print());
        let changes: [&dyn Fn() -> std::io::Result<()>; 4] = [
            &|| fs::write(folder.join("a/b/c"), "2"),
            &|| fs::rename(folder.join("a/b/c"), folder.join("a/b/d")),
            &|| fs::rename(folder.join("a/b/d"), folder.join("a/d")),
            &|| fs::remove_file(folder.join("a/d")),
        ];
        for change in changes {
            change().expect("a change");
            assert!(!seen.contains(&print()));
            seen.push(print());
        }
        fs::remove_dir_all(&folder).expect("removed");
    }
}
