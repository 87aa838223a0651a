//! Files are saved in real folders in the ways that programs save them. Each whole save is one change, and no half of one
//! is. Times are generous, as a machine may be slow; how long a change took is printed and not judged.

#![expect(clippy::print_stdout, reason = "a test says what it measured")]

mod desk;
mod folders;

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::process::Command;
use std::sync::mpsc::RecvTimeoutError;
use std::thread::{self, sleep};
use std::time::{Duration, Instant, SystemTime};

use nendo_preview::{Watch, Way};

use crate::desk::{Desk, LONG, POLLING, folder, is_swift, table};

#[test]
fn a_saved_cell_is_one_change() {
    for (name, way) in [("plain", Way::Events), ("plain-polled", POLLING)] {
        let desk = Desk::watched_by(name, way);
        let saved = desk.write("plans/dx/2023.csv", &desk.edited());
        desk.expect(&["plans/dx/2023.csv"], name, saved);
    }
}

#[test]
fn a_file_that_is_saved_as_it_was_is_no_change() {
    for (name, way) in [("touch", Way::Events), ("touch-polled", POLLING)] {
        let desk = Desk::watched_by(name, way);
        desk.write("plans/dx/2023.csv", &desk.table);
        File::open(desk.csv()).and_then(|file| file.set_modified(SystemTime::now())).expect("a touch");
        desk.expect_none(name);
    }
}

#[test]
fn a_file_that_is_renamed_over_is_one_change() {
    let desk = Desk::new("rename");
    desk.write("plans/dx/2023.csv.tmp", &desk.edited());
    fs::rename(desk.path("plans/dx/2023.csv.tmp"), desk.csv()).expect("a rename");
    desk.expect(&["plans/dx/2023.csv"], "renamed over", Instant::now());
}

#[test]
fn a_file_that_is_set_aside_and_made_anew_is_one_change() {
    let desk = Desk::new("backup");
    let began = Instant::now();
    fs::rename(desk.csv(), desk.path("plans/dx/2023.csv~")).expect("a rename");
    sleep(Duration::from_millis(200));
    let saved = desk.write("plans/dx/2023.csv", &desk.edited());
    if !is_swift(began) {
        return;
    }
    fs::remove_file(desk.path("plans/dx/2023.csv~")).expect("a backup");
    desk.expect(&["plans/dx/2023.csv"], "set aside and made anew", saved);
}

#[test]
fn two_halves_are_one_change() {
    for (name, way) in [("halves", Way::Events), ("halves-polled", POLLING)] {
        let desk = Desk::watched_by(name, way);
        let text = desk.edited();
        // The first half ends behind a row.
        let middle = text.match_indices("\r\n").nth(30).expect("a row").0 + 2;
        let (first, second) = text.split_at(middle);
        let began = Instant::now();
        let mut file = File::create(desk.csv()).expect("the table");
        file.write_all(first.as_bytes()).expect("a half");
        let early = desk.changes.recv_timeout(Duration::from_millis(200));
        assert_eq!(early, Err(RecvTimeoutError::Timeout), "{name}: in one go");
        file.write_all(second.as_bytes()).expect("a half");
        drop(file);
        if !is_swift(began) {
            continue;
        }
        desk.expect(&["plans/dx/2023.csv"], &format!("{name}: in one go"), Instant::now());

        // And here within a letter of the last row.
        let text = desk.table.replacen("79%", "82%", 2);
        let (first, second) = text.as_bytes().split_at(text.len() - 7);
        let began = Instant::now();
        fs::write(desk.csv(), first).expect("a half");
        let early = desk.changes.recv_timeout(Duration::from_millis(200));
        assert_eq!(early, Err(RecvTimeoutError::Timeout), "{name}: opened twice");
        let mut file = OpenOptions::new().append(true).open(desk.csv()).expect("the table");
        file.write_all(second).expect("a half");
        if !is_swift(began) {
            continue;
        }
        desk.expect(&["plans/dx/2023.csv"], &format!("{name}: opened twice"), Instant::now());
    }
}

#[test]
fn a_half_beside_a_whole_file_keeps_it_waiting() {
    let desk = Desk::new("beside");
    let text = desk.edited();
    let began = Instant::now();
    desk.write("plans/dx/2023.csv", text.split_at(text.find("79%").expect("a cell")).0);
    sleep(Duration::from_millis(50));
    desk.write("site.toml", "title = \"A\"\n");
    sleep(Duration::from_millis(50));
    let saved = desk.write("plans/dx/2023.csv", &text);
    if !is_swift(began) {
        return;
    }
    desk.expect(&["plans/dx/2023.csv", "site.toml"], "a half beside a whole", saved);
}

#[test]
fn a_burst_is_one_change() {
    let desk = Desk::new("burst");
    for value in 0..40 {
        desk.write("plans/dx/2023.csv", &desk.table.replacen("79%", &format!("{value}%"), 1));
    }
    let changes = std::iter::from_fn(|| desk.changes.recv_timeout(LONG).ok()).count();
    println!("40 saves in a row: {changes} changes");
    assert!((1..=10).contains(&changes), "{changes}");
}

#[test]
fn files_that_are_saved_together_are_one_change() {
    let desk = Desk::new("together");
    desk.write("site.toml", "title = \"00\"\nlanguages = [\"ja\"]\n");
    desk.expect(&["site.toml"], "a new file", Instant::now());
    let (mut together, mut parted) = (0, 0);
    // Written over and not emptied, which takes the least time.
    let open = |name: &str| OpenOptions::new().write(true).open(desk.path(name)).expect("a file");
    for value in 10..30 {
        let (mut table, mut settings) = (open("plans/dx/2023.csv"), open("site.toml"));
        let text = desk.table.replacen("79%", &format!("{value}%"), 1);
        let began = Instant::now();
        table.write_all(text.as_bytes()).expect("a table");
        write!(settings, "title = \"{value}\"").expect("settings");
        let took = began.elapsed();
        let change = desk.changes.recv_timeout(Duration::from_secs(20)).expect("a change");
        if took < Duration::from_millis(1) {
            let is_one = change.files == [desk.csv(), desk.path("site.toml")];
            *(if is_one { &mut together } else { &mut parted }) += 1;
        }
        while desk.changes.recv_timeout(Duration::from_millis(60)).is_ok() {}
    }
    // Now and then a busy machine pauses in between.
    println!("two files at once: one change {together} times, two {parted} times");
    assert!(together >= parted);
}

#[test]
fn a_change_and_its_undo_are_none() {
    let desk = Desk::new("undo");
    let began = Instant::now();
    desk.write("plans/dx/2023.csv", "");
    sleep(Duration::from_millis(30));
    desk.write("plans/dx/2023.csv", &desk.table);
    if is_swift(began) {
        desk.expect_none("undone");
    }
}

#[test]
fn what_programs_leave_beside_a_table_is_no_change() {
    let left_over =
        "~$2023.csv .~lock.2023.csv# lu49igug.tmp .2023.csv.swp 2023.csv~ 4913 4A2B1C00 .DS_Store";
    for (name, way) in [("locks", Way::Events), ("locks-polled", POLLING)] {
        let desk = Desk::watched_by(name, way);
        fs::create_dir(desk.path("public")).expect("a folder");
        for name in left_over.split(' ') {
            desk.write(&format!("plans/dx/{name}"), "x");
        }
        desk.write("public/index.html", "x");
        desk.expect_none(name);
    }
}

#[test]
fn what_is_written_during_a_build_is_told_after_it() {
    for (name, way) in [("current", Way::Events), ("current-polled", POLLING)] {
        let folder = folder(name);
        let csv = folder.join("plans/dx/2023.csv");
        fs::write(&csv, table()).expect("a table");
        let long_ago = SystemTime::now() - Duration::from_hours(1);
        File::options().write(true).open(&csv).and_then(|file| file.set_modified(long_ago)).expect("a time");
        let mut watch = Watch::begin(std::slice::from_ref(&folder), &[], way).expect("a watch");
        assert!(watch.is_current());
        fs::write(&csv, "half").expect("a table");
        fs::write(&csv, table()).expect("a table");
        // A build could have read the half.
        assert!(!watch.is_current());
        assert_eq!(watch.wait().expect("a change").files, [csv.as_path()]);
        assert!(watch.is_current());
        fs::write(&csv, "half").expect("a table");
        assert!(!watch.is_current());
        fs::write(&csv, table()).expect("a table");
        assert!(!watch.is_current());
        assert_eq!(watch.wait().expect("a change").files, [csv.as_path()]);
        assert!(watch.is_current());
        fs::write(&csv, table().replacen("79%", "80%", 1)).expect("a table");
        assert_eq!(watch.wait().expect("a change").files, [csv]);
        assert!(watch.is_current());
        watch.stopper().stop();
        assert_eq!(watch.wait(), None);
    }
}

/// A save of the same length and time, which no stamp tells: of a file so young that it is read anyway, or one that an
/// event names.
#[test]
fn two_saves_at_one_time_are_told_apart() {
    for (name, way, age) in [("tick-polled", POLLING, 0), ("tick", Way::Events, 3600)] {
        let time = SystemTime::now() - Duration::from_secs(age);
        let folder = folder(name);
        let csv = folder.join("plans/dx/2023.csv");
        let save = |text: &str| {
            let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(&csv)?;
            file.write_all(text.as_bytes()).and_then(|()| file.set_modified(time))
        };
        save(&table()).expect("a table");
        let mut watch = Watch::begin(std::slice::from_ref(&folder), &[], way).expect("a watch");
        let stop = watch.stopper();
        save(&table().replacen("79%", "80%", 1)).expect("a table");
        let late = thread::spawn(move || {
            sleep(Duration::from_secs(20));
            stop.stop();
        });
        assert_eq!(watch.wait().expect("a change").files, [csv.as_path()], "{name}");
        drop(late);
    }
}

/// How `LibreOffice` saves a table: it locks the file, writes another beside it and renames that over it.
#[test]
fn what_libre_office_saves_is_one_change() {
    let desk = Desk::new("office");
    let input = desk.folder.with_extension("input");
    fs::create_dir_all(&input).expect("a folder");
    let program = "soffice";
    // Commas, quotes, UTF-8, cells as shown.
    let table = "44,34,76,1,,0,false,true";
    let save = |text: &str| {
        fs::write(input.join("2023.csv"), text).expect("a table");
        let profile = format!("-env:UserInstallation=file://{}", input.join("profile").display());
        let mut command = Command::new(program);
        command.args([&profile, "--headless", &format!("--infilter=CSV:{table}"), "--convert-to"]);
        command.args([&format!("csv:Text - txt - csv (StarCalc):{table}"), "--outdir"]);
        command.arg(desk.path("plans/dx")).arg(input.join("2023.csv")).output()
    };
    match save(&desk.table) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            println!("skipped: {program} is not installed");
            return;
        }
        saved => assert!(saved.expect("a run").status.success()),
    }
    desk.expect(&["plans/dx/2023.csv"], "LibreOffice, in its own line ends", Instant::now());
    save(&desk.table.replacen("79%", "83%", 1)).expect("a run");
    desk.expect(&["plans/dx/2023.csv"], "LibreOffice, one cell", Instant::now());
}
