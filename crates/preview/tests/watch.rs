//! Files are saved in real folders in the ways that programs save them. Each whole save is one change, and no half of one
//! is. Times are generous, as a machine may be slow; how long a change took is printed and not judged.

#![expect(clippy::print_stdout, reason = "a test says what it measured")]

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, JoinHandle, sleep};
use std::time::{Duration, Instant, SystemTime};

use nendo_preview::{Change, Stop, Watch, Way};

/// Longer than any quiet time and two rounds of looking.
const LONG: Duration = Duration::from_millis(1500);

const POLLING: Way = Way::Polling(Duration::from_millis(40));

/// A content folder that somebody works in.
struct Desk {
    folder: PathBuf,
    changes: Receiver<Change>,
    stop: Stop,
    watching: Option<JoinHandle<()>>,
    table: String,
}

impl Desk {
    fn new(name: &str) -> Self {
        Self::watched_by(name, Way::Events)
    }

    fn watched_by(name: &str, way: Way) -> Self {
        let folder = folder(name);
        let table = table();
        fs::write(folder.join("plans/dx/2023.csv"), &table).expect("the table");
        let ignored = folder.join("public");
        let mut watch =
            Watch::begin(&[folder.clone(), folder.join("../absent")], &[ignored], way).expect("a watch");
        let stop = watch.stopper();
        let (sender, changes) = channel();
        let watching = thread::spawn(move || {
            while let Some(change) = watch.wait() {
                assert!(!change.files.is_empty());
                sender.send(change).expect("a test that listens");
            }
        });
        Self { folder, changes, stop, watching: Some(watching), table }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn csv(&self) -> PathBuf {
        self.path("plans/dx/2023.csv")
    }

    fn write(&self, name: &str, text: &str) -> Instant {
        fs::write(self.path(name), text).expect("a folder to write into");
        Instant::now()
    }

    /// The table with another value in one cell.
    fn edited(&self) -> String {
        self.table.replacen("79%", "81%", 1)
    }

    /// Exactly one change comes, of these files.
    fn expect(&self, files: &[&str], what: &str, saved: Instant) {
        let change = self.changes.recv_timeout(Duration::from_secs(20)).expect(what);
        println!("{what}: told after {:?}", saved.elapsed());
        let files: Vec<PathBuf> = files.iter().map(|name| self.path(name)).collect();
        assert_eq!(change.files, files, "{what}");
        assert!(change.noticed.elapsed() < Duration::from_secs(20));
        self.expect_none(what);
    }

    fn expect_none(&self, what: &str) {
        assert_eq!(self.changes.recv_timeout(LONG), Err(RecvTimeoutError::Timeout), "{what}");
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.stop.stop();
        let ended = self.watching.take().map(JoinHandle::join);
        assert!(thread::panicking() || matches!(ended, Some(Ok(()))), "a watch that ends");
    }
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("watch-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("plans/dx")).expect("a folder");
    folder
}

fn table() -> String {
    let row = |row: u32| format!("{row},施策 {row},目標 {},79%,\"前年度より\n増えた\"\r\n", row % 7);
    "番号,名前,指標,実績,備考\r\n".to_owned() + &(1..60).map(row).collect::<String>()
}

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
    fs::rename(desk.csv(), desk.path("plans/dx/2023.csv~")).expect("a rename");
    sleep(Duration::from_millis(200));
    let saved = desk.write("plans/dx/2023.csv", &desk.edited());
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
        let mut file = File::create(desk.csv()).expect("the table");
        file.write_all(first.as_bytes()).expect("a half");
        let early = desk.changes.recv_timeout(Duration::from_millis(200));
        assert_eq!(early, Err(RecvTimeoutError::Timeout), "{name}: in one go");
        file.write_all(second.as_bytes()).expect("a half");
        drop(file);
        desk.expect(&["plans/dx/2023.csv"], &format!("{name}: in one go"), Instant::now());

        // And here within a letter of the last row.
        let text = desk.table.replacen("79%", "82%", 2);
        let (first, second) = text.as_bytes().split_at(text.len() - 7);
        fs::write(desk.csv(), first).expect("a half");
        let early = desk.changes.recv_timeout(Duration::from_millis(200));
        assert_eq!(early, Err(RecvTimeoutError::Timeout), "{name}: opened twice");
        let mut file = OpenOptions::new().append(true).open(desk.csv()).expect("the table");
        file.write_all(second).expect("a half");
        desk.expect(&["plans/dx/2023.csv"], &format!("{name}: opened twice"), Instant::now());
    }
}

#[test]
fn a_half_beside_a_whole_file_keeps_it_waiting() {
    let desk = Desk::new("beside");
    let text = desk.edited();
    desk.write("plans/dx/2023.csv", text.split_at(text.find("79%").expect("a cell")).0);
    sleep(Duration::from_millis(50));
    desk.write("site.toml", "title = \"A\"\n");
    sleep(Duration::from_millis(50));
    let saved = desk.write("plans/dx/2023.csv", &text);
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
fn a_change_and_its_undo_are_none() {
    let desk = Desk::new("undo");
    desk.write("plans/dx/2023.csv", "");
    sleep(Duration::from_millis(30));
    desk.write("plans/dx/2023.csv", &desk.table);
    desk.expect_none("undone");
}

#[test]
fn what_programs_leave_beside_a_table_is_no_change() {
    let desk = Desk::new("locks");
    fs::create_dir(desk.path("public")).expect("a folder");
    for name in [
        "~$2023.csv",
        ".~lock.2023.csv#",
        "lu49igug.tmp",
        ".2023.csv.swp",
        "2023.csv~",
        "4913",
        "4A2B1C00",
        ".DS_Store",
    ] {
        desk.write(&format!("plans/dx/{name}"), "x");
    }
    desk.write("public/index.html", "x");
    desk.expect_none("left over");
}

#[test]
fn new_files_and_folders_are_noticed_and_so_is_their_end() {
    let desk = Desk::new("plan");
    fs::create_dir_all(desk.path("plans/aging/notes")).expect("a folder");
    desk.write("plans/aging/2024.csv", "a\n");
    let saved = desk.write("plans/aging/notes/old.md", "a\n");
    desk.expect(&["plans/aging/2024.csv", "plans/aging/notes/old.md"], "a new plan", saved);
    // The new folder tells of what is saved in it.
    let saved = desk.write("plans/aging/2024.csv", "b\n");
    desk.expect(&["plans/aging/2024.csv"], "in the new plan", saved);
    fs::remove_dir_all(desk.path("plans/aging")).expect("a folder");
    desk.expect(&["plans/aging/2024.csv", "plans/aging/notes/old.md"], "a plan that goes", Instant::now());
}

/// Windows lets nobody rename a folder while files in it are watched.
#[cfg(not(windows))]
#[test]
fn a_folder_that_is_replaced_is_watched_on() {
    let desk = Desk::new("replaced");
    let away = desk.folder.with_extension("away");
    let _ = fs::remove_dir_all(&away);
    fs::rename(&desk.folder, &away).expect("a rename");
    fs::create_dir_all(desk.path("plans/dx")).expect("a folder");
    let saved = desk.write("plans/dx/2023.csv", &desk.edited());
    let change = desk.changes.recv_timeout(Duration::from_secs(20)).expect("another folder of the name");
    println!("another folder of the name: told after {:?}", saved.elapsed());
    assert_eq!(change.files, [desk.csv()]);
    // A round later the events are those of the new one.
    desk.expect_none("replaced");
    sleep(LONG);
    let saved = desk.write("plans/dx/2023.csv", &desk.table);
    desk.expect(&["plans/dx/2023.csv"], "in the folder that came", saved);
    fs::rename(&desk.folder, desk.folder.with_extension("second")).expect("a rename");
    fs::rename(&away, &desk.folder).expect("a rename");
    desk.expect_none("the first folder is back, and says the same");
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

#[test]
fn what_is_written_during_a_build_is_told_after_it() {
    for (name, way) in [("current", Way::Events), ("current-polled", POLLING)] {
        let folder = folder(name);
        let csv = folder.join("plans/dx/2023.csv");
        fs::write(&csv, table()).expect("a table");
        let mut watch = Watch::begin(std::slice::from_ref(&folder), &[], way).expect("a watch");
        assert!(watch.is_current());
        fs::write(&csv, "half").expect("a table");
        assert!(!watch.is_current());
        fs::write(&csv, table()).expect("a table");
        // A build could have read the half.
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

/// How `LibreOffice` saves a table: it locks the file, writes another beside it and renames that over it.
#[test]
fn what_libre_office_saves_is_one_change() {
    let desk = Desk::new("office");
    let input = desk.folder.with_extension("input");
    fs::create_dir_all(&input).expect("a folder");
    let program = "soffice";
    // Writer has a filter that saves text as it is; Calc, which saves tables, is a package of its own.
    let save = |text: &str| {
        fs::write(input.join("2023.txt"), text).expect("a text");
        let profile = format!("-env:UserInstallation=file://{}", input.join("profile").display());
        let mut command = Command::new(program);
        command.args([&profile, "--headless", "--convert-to", "csv:Text (encoded):UTF8", "--outdir"]);
        command.arg(desk.path("plans/dx")).arg(input.join("2023.txt")).output()
    };
    let lines = desk.table.replace("\r\n", "\n");
    match save(&lines) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            println!("skipped: {program} is not installed");
            return;
        }
        saved => assert!(saved.expect("a run").status.success()),
    }
    desk.expect(&["plans/dx/2023.csv"], "LibreOffice, in its own encoding", Instant::now());
    save(&lines.replacen("79%", "83%", 1)).expect("a run");
    desk.expect(&["plans/dx/2023.csv"], "LibreOffice, one cell", Instant::now());
}
