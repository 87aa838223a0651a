//! What an office publishes in the course of a year, on each kind of host. What stands there is what was built, byte for byte.

use std::collections::BTreeSet;

use crate::desk::TABLE;
use crate::office::Office;
use crate::place::{Files, Kind};

/// What somebody else has there, also in a folder of the site.
const FOREIGN: [(&str, &[u8]); 2] = [("mayor.html", b"mayor"), ("city/2023/ja/notes.txt", b"notes")];

#[test]
fn a_site_goes_to_a_folder_and_stays_what_was_built() {
    a_year(Kind::Folder);
}

#[test]
fn a_site_goes_to_openssh_and_stays_what_was_built() {
    a_year(Kind::OpenSsh);
}

#[test]
fn a_site_goes_to_sftp_without_extensions_and_stays_what_was_built() {
    a_year(Kind::Asyncssh);
}

#[test]
fn a_site_goes_to_ftps_and_stays_what_was_built() {
    a_year(Kind::Ftps);
}

#[test]
fn a_site_goes_to_webdav_and_stays_what_was_built() {
    a_year(Kind::WebDav);
}

#[test]
fn a_site_goes_to_s3_and_stays_what_was_built() {
    a_year(Kind::S3);
}

fn a_year(kind: Kind) {
    let mut office = Office::new(kind);
    for (path, bytes) in FOREIGN {
        office.place.put(path, bytes);
    }

    // The first, after one that changes nothing.
    let first = office.built();
    let tried = office.publish("--dry-run");
    assert_eq!(tried.came_to(), ("planned", 0, 0), "{tried:?}");
    assert_eq!(office.place.all(), foreign(), "a dry run changes nothing");
    comes_to(&mut office, first.len(), 0);

    // Nothing changed.
    let again = office.publish("");
    assert_eq!((again.code, again.came_to()), (Some(0), ("unchanged", 0, 0)), "{again:?}");

    // A cell: only the files that it touches.
    office.edit(&Office::table("40%,65%", "40%,66%"));
    let second = office.built();
    let touched = second.iter().filter(|(path, bytes)| first.get(*path) != Some(*bytes)).count();
    let gone = first.keys().filter(|path| !second.contains_key(*path)).count();
    assert!(touched > 0 && touched < second.len() / 2, "{touched} of {}", second.len());
    comes_to(&mut office, touched, gone);

    // A KPI more, with a page and pictures of its own; another name for it; then it goes.
    let more = format!("{TABLE},2 満足度,目標,50%,60%\n,,実績,40%,65%\n,,評価,B,A\n");
    for table in [&more, &more.replace("満足度", "不満率"), TABLE] {
        let before = office.built();
        office.edit(table);
        let after = office.built();
        let sent = after.iter().filter(|(path, bytes)| before.get(*path) != Some(*bytes)).count();
        let gone: BTreeSet<_> = before.keys().filter(|path| !after.contains_key(*path)).collect();
        comes_to(&mut office, sent, gone.len());
    }
    if kind != Kind::S3 {
        assert_eq!(empty_folders(&office), Vec::<String>::new());
    }

    // What somebody else changed is named and kept, and overwritten if asked.
    let page = "city/2023/ja/index.html";
    let theirs = office.built()[page].iter().map(|byte| byte.wrapping_add(1)).collect::<Vec<_>>();
    office.place.put(page, &theirs);
    office.edit(&Office::table("40%,65%", "40%,67%"));
    let refused = office.publish("");
    assert_eq!((refused.code, refused.end["code"].as_str()), (Some(4), Some("publish-conflicts")));
    assert!(refused.told.iter().any(|line| line.to_string().contains(page)), "{refused:?}");
    assert_eq!(office.place.site().get(page), Some(&theirs));
    let forced = office.publish("--force");
    assert_eq!(forced.code, Some(0), "{forced:?}");
    stands(&mut office);
    assert_eq!(office.publish("").came_to(), ("unchanged", 0, 0));
}

/// Publishes, and asks how much was changed, and what stands there then.
fn comes_to(office: &mut Office, sent: usize, removed: usize) {
    let came = office.publish("--max-removals 100%");
    let [sent, removed] = [sent, removed].map(|count| u64::try_from(count).expect("a count"));
    assert_eq!((came.code, came.came_to()), (Some(0), ("published", sent, removed)), "{came:?}");
    stands(office);
}

fn stands(office: &mut Office) {
    let mut expected = office.built();
    expected.extend(foreign());
    let found = office.place.site();
    let paths = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(&found), paths(&expected));
    let other: Vec<_> = expected.iter().filter(|(path, bytes)| found.get(*path) != Some(*bytes)).collect();
    assert!(other.is_empty(), "{:?}", other.iter().map(|(path, _)| path).collect::<Vec<_>>());
}

fn foreign() -> Files {
    FOREIGN.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).into()
}

/// Folders of the host in which nothing is.
fn empty_folders(office: &Office) -> Vec<String> {
    let tree = crate::desk::tree(&office.place.folder());
    let folders = tree.iter().filter(|(_, file)| file.is_none()).map(|(path, _)| path);
    let is_empty = |folder: &&String| !tree.keys().any(|path| path.starts_with(&format!("{folder}/")));
    folders.filter(is_empty).cloned().collect()
}
