//! What people and programs do to the output between two builds: files go, are damaged or cut, and so is what nendo
//! remembers; files of others are put there.

use std::fs;

use crate::files::{self, Files};
use crate::ground::Ground;
use crate::synthetic::chance::Chance;
use crate::table::pick;

const MEMO: &str = ".nendo/built";

/// Damages the site that stands, in one way; `None` where it has nothing of the kind.
pub(crate) fn damage(chance: &mut Chance, ground: &mut Ground) -> Option<String> {
    let public = ground.public();
    let site = files::read(&public);
    let own = |path: &&String| !path.starts_with(".nendo") && !ground.foreign.contains_key(*path);
    let paths: Vec<&String> = site.keys().filter(own).collect();
    let path = *pick(chance, &paths)?;
    let bytes = &site[path];
    let some = chance.below(bytes.len() + 1);
    let told = match chance.below(10) {
        0 => {
            fs::remove_file(files::at(&public, path)).ok()?;
            format!("{path} is removed")
        }
        1 => {
            let folder = path.split('/').next().filter(|folder| folder.len() < path.len())?;
            fs::remove_dir_all(public.join(folder)).ok()?;
            format!("the folder {folder} is removed")
        }
        2 => {
            files::write(&public, path, &bytes[..some]);
            format!("{path} is cut to {some} bytes")
        }
        3 => {
            let at = some.min(bytes.len().checked_sub(1)?);
            let mut bytes = bytes.clone();
            bytes[at] ^= 1;
            keep_time(&public, path, &bytes);
            format!("{path} has another byte {at}, and looks as old as before")
        }
        4 => {
            files::write(&public, path, b"");
            format!("{path} is empty")
        }
        5 => {
            fs::remove_file(files::at(&public, MEMO)).ok()?;
            format!("{MEMO} is removed")
        }
        6 => damage_memo(chance, ground, &site)?,
        7 => {
            fs::remove_dir_all(public.join(".nendo")).ok()?;
            ".nendo is removed".to_owned()
        }
        8 => {
            for left in [".nendo/stage/index.html", ".nendo/stage/plan-000/2022/x.html", ".nendo/built.new"] {
                files::write(&public, left, b"left by a build that was killed");
            }
            "a build that was killed has left its stage".to_owned()
        }
        _ => {
            let name = *pick(chance, &["mine.txt", "of-others/notes.html"])?;
            files::write(&public, name, b"not nendo's");
            ground.foreign.insert(name.to_owned(), b"not nendo's".to_vec());
            format!("{name} is put there")
        }
    };
    Some(told)
}

fn damage_memo(chance: &mut Chance, ground: &Ground, site: &Files) -> Option<String> {
    let memo = site.get(MEMO)?;
    let at = chance.below(memo.len());
    let mut damaged = memo.clone();
    let told = match chance.below(3) {
        0 => {
            damaged.truncate(at);
            format!("{MEMO} is cut to {at} bytes")
        }
        1 => {
            damaged[at] ^= 1;
            format!("{MEMO} has another byte {at}")
        }
        _ => {
            damaged = vec![0xFF; at];
            format!("{MEMO} is nonsense")
        }
    };
    files::write(&ground.public(), MEMO, &damaged);
    Some(told)
}

/// Writes a file that looks as old as the one that it replaces.
fn keep_time(folder: &std::path::Path, path: &str, bytes: &[u8]) {
    let at = files::at(folder, path);
    let time = fs::metadata(&at).and_then(|about| about.modified());
    files::write(folder, path, bytes);
    if let (Ok(time), Ok(file)) = (time, fs::File::options().write(true).open(&at)) {
        let _ = file.set_modified(time);
    }
}
