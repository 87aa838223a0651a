//! A content folder that is watched, and somebody who saves files in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use nendo_preview::{Change, Stop, Watch, Way};

/// Longer than any quiet time.
pub(crate) const LONG: Duration = Duration::from_millis(1200);

pub(crate) const POLLING: Way = Way::Polling(Duration::from_millis(40));

/// A content folder that somebody works in.
pub(crate) struct Desk {
    pub(crate) folder: PathBuf,
    pub(crate) changes: Receiver<Change>,
    stop: Stop,
    watching: Option<JoinHandle<()>>,
    pub(crate) table: String,
}

impl Desk {
    pub(crate) fn new(name: &str) -> Self {
        Self::watched_by(name, Way::Events)
    }

    pub(crate) fn watched_by(name: &str, way: Way) -> Self {
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

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub(crate) fn csv(&self) -> PathBuf {
        self.path("plans/dx/2023.csv")
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> Instant {
        fs::write(self.path(name), text).expect("a folder to write into");
        Instant::now()
    }

    /// The table with another value in one cell.
    pub(crate) fn edited(&self) -> String {
        self.table.replacen("79%", "81%", 1)
    }

    /// Exactly one change comes, of these files.
    pub(crate) fn expect(&self, files: &[&str], what: &str, saved: Instant) {
        let change = self.changes.recv_timeout(Duration::from_secs(20)).expect(what);
        println!("{what}: told after {:?}", saved.elapsed());
        let files: Vec<PathBuf> = files.iter().map(|name| self.path(name)).collect();
        assert_eq!(change.files, files, "{what}");
        assert!(change.noticed.elapsed() < Duration::from_secs(20));
        self.expect_none(what);
    }

    pub(crate) fn expect_none(&self, what: &str) {
        assert_eq!(self.changes.recv_timeout(LONG), Err(RecvTimeoutError::Timeout), "{what}");
    }
}

/// Whether a save of several steps was as swift as programs are. A machine that pauses longer than a quiet time makes two of
/// it, and then there is nothing to judge.
pub(crate) fn is_swift(began: Instant) -> bool {
    let is_swift = began.elapsed() < Duration::from_millis(450);
    if !is_swift {
        println!("skipped: this machine took {:?} for the steps of a save", began.elapsed());
    }
    is_swift
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.stop.stop();
        let ended = self.watching.take().map(JoinHandle::join);
        assert!(thread::panicking() || matches!(ended, Some(Ok(()))), "a watch that ends");
    }
}

pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("watch-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("plans/dx")).expect("a folder");
    folder
}

pub(crate) fn table() -> String {
    let row = |row: u32| format!("{row},施策 {row},目標 {},79%,\"前年度より\n増えた\"\r\n", row % 7);
    "番号,名前,指標,実績,備考\r\n".to_owned() + &(1..60).map(row).collect::<String>()
}
