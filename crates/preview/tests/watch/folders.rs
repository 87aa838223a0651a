//! Folders that come, go, are replaced or linked, and many of them.

use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

use nendo_preview::{Watch, Way};

use crate::desk::{Desk, POLLING, folder, is_swift};

#[test]
fn new_files_and_folders_are_noticed_and_so_is_their_end() {
    for (name, way) in [("plan", Way::Events), ("plan-polled", POLLING)] {
        let desk = Desk::watched_by(name, way);
        let began = Instant::now();
        fs::create_dir_all(desk.path("plans/aging/notes")).expect("a folder");
        desk.write("plans/aging/2024.csv", "a\n");
        let saved = desk.write("plans/aging/notes/old.md", "a\n");
        if !is_swift(began) {
            continue;
        }
        desk.expect(&["plans/aging/2024.csv", "plans/aging/notes/old.md"], "a new plan", saved);
        // The new folder tells of what is saved in it.
        let saved = desk.write("plans/aging/2024.csv", "b\n");
        desk.expect(&["plans/aging/2024.csv"], "in the new plan", saved);
        let began = Instant::now();
        fs::remove_dir_all(desk.path("plans/aging")).expect("a folder");
        if is_swift(began) {
            desk.expect(&["plans/aging/2024.csv", "plans/aging/notes/old.md"], "a plan that goes", began);
        }
    }
}

/// Windows lets nobody rename a folder while files in it are watched.
#[cfg(not(windows))]
#[test]
fn a_folder_that_is_replaced_is_watched_on() {
    let desk = Desk::new("replaced");
    let away = desk.folder.with_extension("away");
    let _ = fs::remove_dir_all(&away);
    let began = Instant::now();
    fs::rename(&desk.folder, &away).expect("a rename");
    fs::create_dir_all(desk.path("plans/dx")).expect("a folder");
    let saved = desk.write("plans/dx/2023.csv", &desk.edited());
    if !is_swift(began) {
        return;
    }
    let change = desk.changes.recv_timeout(Duration::from_secs(20)).expect("another folder of the name");
    println!("another folder of the name: told after {:?}", saved.elapsed());
    assert_eq!(change.files, [desk.csv()]);
    // A round later the events are those of the new one.
    desk.expect_none("replaced");
    sleep(Duration::from_millis(2200));
    let saved = desk.write("plans/dx/2023.csv", &desk.table);
    desk.expect(&["plans/dx/2023.csv"], "in the folder that came", saved);
    let began = Instant::now();
    fs::rename(&desk.folder, desk.folder.with_extension("second")).expect("a rename");
    fs::rename(&away, &desk.folder).expect("a rename");
    if is_swift(began) {
        desk.expect_none("the first folder is back, and says the same");
    }
    let _ = fs::remove_dir_all(desk.folder.with_extension("second"));
}

#[cfg(unix)]
#[test]
fn links_and_names_of_no_text_are_followed() {
    use std::ffi::OsStr;
    use std::os::unix::{ffi::OsStrExt, fs::symlink};
    let elsewhere = folder("elsewhere");
    fs::write(elsewhere.join("plans/2024.csv"), "a,b\n1,2\n").expect("a table");
    let desk = Desk::new("links");
    symlink(elsewhere.join("plans"), desk.path("plans/linked")).expect("a link");
    symlink(&desk.folder, desk.path("plans/linked/dx/round")).expect("a link");
    let change = desk.changes.recv_timeout(Duration::from_secs(20)).expect("a linked folder");
    assert!(change.files.contains(&desk.path("plans/linked/2024.csv")), "{change:?}");
    fs::remove_file(desk.path("plans/linked/dx/round")).expect("a link");
    let change = desk.changes.recv_timeout(Duration::from_secs(20));
    println!("a link that went round: {} files", change.map_or(0, |change| change.files.len()));
    fs::write(elsewhere.join("plans/2024.csv"), "a,c\n1,2\n").expect("a table");
    desk.expect(&["plans/linked/2024.csv"], "behind a link", Instant::now());
    let name = desk.path("plans/dx").join(OsStr::from_bytes(b"\x83\x65\x83\x58\x83\x67.csv"));
    if fs::write(&name, "a").is_ok() {
        let change = desk.changes.recv_timeout(Duration::from_secs(20)).expect("a name of no text");
        assert_eq!(change.files, [name]);
    }
}

/// Far more than any city has; all files of 40 plans are looked at in a fortieth of the time.
#[test]
fn ten_thousand_files_are_looked_at_in_a_bounded_time() {
    let folder = folder("many");
    for plan in 0..1000 {
        fs::create_dir(folder.join(format!("plans/{plan}"))).expect("a folder");
        for year in 2015..2025 {
            fs::write(folder.join(format!("plans/{plan}/{year}.csv")), "a,b\n1,79%\n").expect("a table");
        }
    }
    let began = Instant::now();
    let mut watch = Watch::begin(std::slice::from_ref(&folder), &[], Way::Events).expect("a watch");
    println!("10000 files: begun in {:?}", began.elapsed());
    for time in ["read", "looked at"] {
        let began = Instant::now();
        assert!(watch.is_current());
        println!("10000 files: {time} in {:?}", began.elapsed());
        // When their times are no longer young, files need not be read.
        sleep(Duration::from_millis(if time == "read" { 2200 } else { 0 }));
        watch.is_current();
    }
    let csv = folder.join("plans/500/2020.csv");
    fs::write(&csv, "a,b\n1,80%\n").expect("a table");
    let saved = Instant::now();
    assert_eq!(watch.wait().expect("a change").files, [csv]);
    println!("10000 files: one is told after {:?}", saved.elapsed());
    fs::remove_dir_all(folder).expect("a folder");
}
