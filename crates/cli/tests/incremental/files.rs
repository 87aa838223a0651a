//! Files in memory and on disk, by their paths with `/` between folders.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Files with their bytes.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The files of a folder and of those in it; none of a folder that is not there. A folder without a file is an empty
/// text, its path with `/` at the end.
pub(crate) fn read(folder: &Path) -> Files {
    let mut files = Files::new();
    let Ok(entries) = fs::read_dir(folder) else { return files };
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            let inner = read(&path);
            if inner.is_empty() {
                files.insert(format!("{name}/"), Vec::new());
            }
            files.extend(inner.into_iter().map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
        } else {
            match fs::read(&path) {
                Ok(bytes) => drop(files.insert(name, bytes)),
                // A site that is served may change meanwhile.
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => panic!("{}: {error}", path.display()),
            }
        }
    }
    files
}

/// Makes a folder hold these files, where it holds those; what is the same is not touched.
pub(crate) fn change(folder: &Path, before: &Files, after: &Files) {
    for path in before.keys().filter(|path| !after.contains_key(*path)) {
        let gone = at(folder, path);
        fs::remove_file(&gone).expect("removed");
        for above in gone.ancestors().skip(1).take_while(|above| *above != folder) {
            if fs::remove_dir(above).is_err() {
                break;
            }
        }
    }
    for (path, bytes) in after.iter().filter(|(path, bytes)| before.get(*path) != Some(*bytes)) {
        write(folder, path, bytes);
    }
}

/// Writes a file and the folders above it.
pub(crate) fn write(folder: &Path, path: &str, bytes: &[u8]) {
    let path = at(folder, path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

/// The path of a file in a folder.
pub(crate) fn at(folder: &Path, path: &str) -> PathBuf {
    folder.join(path.split('/').filter(|part| !part.is_empty()).collect::<PathBuf>())
}

/// What differs between two folders, a line a file, up to some; `None` where nothing does.
pub(crate) fn difference(given: &Files, expected: &Files) -> Option<String> {
    let missing =
        expected.keys().filter(|path| !given.contains_key(*path)).map(|path| format!("missing {path}"));
    let too_much =
        given.keys().filter(|path| !expected.contains_key(*path)).map(|path| format!("too much {path}"));
    let other = expected.iter().filter_map(|(path, bytes)| {
        let given = given.get(path).filter(|given| *given != bytes)?;
        Some(format!("differs {path}: {}", first_difference(given, bytes)))
    });
    let told: Vec<String> = missing.chain(too_much).chain(other).collect();
    let rest = told.len().saturating_sub(12);
    (!told.is_empty()).then(|| {
        let more = if rest > 0 { format!("\n… and {rest} more") } else { String::new() };
        told[..told.len() - rest].join("\n") + &more
    })
}

fn first_difference(given: &[u8], expected: &[u8]) -> String {
    let at = given.iter().zip(expected).take_while(|(given, expected)| given == expected).count();
    let around = |bytes: &[u8]| {
        let (from, to) = (at.saturating_sub(30).min(bytes.len()), (at + 30).min(bytes.len()));
        String::from_utf8_lossy(&bytes[from..to]).into_owned()
    };
    format!("byte {at}, {:?} and not {:?}", around(given), around(expected))
}
