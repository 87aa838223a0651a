//! What a receipt says is still so, or is not.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::{env, fs, process};

use nendo_model::Date;
use nendo_site::{Output, Stage};

use super::{Circumstances, Fate, Kind, Missing, Problems, Receipt, inputs};

/// A folder with content and an output that was made of it; it is removed in the end.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let desk = Self(env::temp_dir().join(format!("nendo-receipt-{name}-{}", process::id())));
        for (path, text) in [("content/site.toml", "theme = \"own\"\n"), ("content/plans/a/2023.csv", "1")] {
            desk.write(path, text);
        }
        for path in ["themes/own/a.css", "content/plans/a/~$2023.csv", "content/.git/HEAD", "given/b.css"] {
            desk.write(path, "1");
        }
        desk
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn remove(&self, path: &str) {
        fs::remove_file(self.0.join(path)).expect("a file");
    }

    fn out(&self) -> PathBuf {
        self.0.join("public")
    }

    fn content(&self) -> PathBuf {
        self.0.join("content")
    }

    /// Makes an output of two files, and reads its receipt.
    fn built(&self) -> Receipt {
        let stage = Stage::open(&self.out()).expect("a stage");
        for path in ["index.html", "a/2023/x.csv"] {
            let path = nendo_site::SitePath::read(path).expect("a path");
            stage.take(path, None, b"made".to_vec()).expect("taken");
        }
        let circumstances = Circumstances {
            time: Some("2024-06-28T09:00:00+09:00".to_owned()),
            draft: true,
            problems: Problems { errors: 0, warnings: 2, notes: 1 },
            publish_after: [("a".to_owned(), Date::read("2024-06-28").expect("a day"))].into(),
            inputs: inputs(&self.content(), None),
        };
        let receipt = Receipt::new(circumstances, stage.files());
        stage.with_receipt(receipt.to_json()).commit().expect("a build");
        let read = Receipt::read(&self.out()).expect("a receipt");
        assert_eq!(read, receipt);
        read
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_receipt_reads_back_as_written() {
    let receipt = Desk::new("read").built();
    assert!(receipt.is_draft());
    assert_eq!(receipt.time.as_deref(), Some("2024-06-28T09:00:00+09:00"));
    assert_eq!(receipt.problems, Problems { errors: 0, warnings: 2, notes: 1 });
    let days = receipt.publish_after().into_iter().map(|(plan, date)| format!("{plan} {date}"));
    assert_eq!(days.collect::<Vec<_>>(), ["a 2024-06-28"]);
    assert_eq!(receipt.files().collect::<Vec<_>>(), ["a/2023/x.csv", "index.html"]);
    assert_eq!(receipt.other_nendo(), None);
    let older = Receipt { nendo: "0.0.9".to_owned(), ..receipt };
    assert_eq!(older.other_nendo(), Some("0.0.9"));
}

#[test]
fn what_the_site_is_made_of_is_compared_with_what_it_was_made_of() {
    let desk = Desk::new("outdated");
    let receipt = desk.built();
    let outdated = |theme: Option<&str>| {
        receipt.outdated(&desk.content(), theme.map(|theme| desk.0.join(theme)).as_deref())
    };
    let told = |different: &[(&str, Kind)]| -> Vec<(String, Kind)> {
        different.iter().map(|(path, kind)| ((*path).to_owned(), *kind)).collect()
    };
    assert_eq!(outdated(None), []);
    for passed_over in ["content/plans/a/~$other.csv", "content/.git/index", "beside.csv"] {
        desk.write(passed_over, "2");
    }
    assert_eq!(outdated(None), []);
    let other_theme = [("theme/a.css", Kind::Removed), ("theme/b.css", Kind::Added)];
    assert_eq!(outdated(Some("given")), told(&other_theme));
    desk.write("content/plans/a/2023.csv", "2");
    desk.write("content/plans/a/2022.csv", "1");
    desk.remove("themes/own/a.css");
    let different = [
        ("content/plans/a/2022.csv", Kind::Added),
        ("content/plans/a/2023.csv", Kind::Changed),
        ("theme/a.css", Kind::Removed),
    ];
    assert_eq!(outdated(None), told(&different));
}

#[test]
fn what_became_of_the_output_is_told() {
    let desk = Desk::new("altered");
    let receipt = desk.built();
    desk.write("public/foreign.html", "not of nendo");
    assert_eq!(receipt.altered(&desk.out()), []);
    desk.write("public/index.html", "mad!");
    desk.remove("public/a/2023/x.csv");
    let altered = [("a/2023/x.csv", Fate::Missing), ("index.html", Fate::Changed)];
    assert_eq!(receipt.altered(&desk.out()), altered.map(|(path, fate)| (path.to_owned(), fate)));
    desk.remove("public/index.html");
    desk.write("public/index.html/x", "a folder is in its place");
    assert_eq!(receipt.altered(&desk.out())[1].1, Fate::Changed);
}

#[test]
fn what_is_no_receipt_is_none() {
    let desk = Desk::new("damaged");
    assert!(matches!(Receipt::read(&desk.out()), Err(Missing::Absent)));
    let sound = String::from_utf8(desk.built().to_json()).expect("UTF-8");
    for (from, to) in [
        ("nendo build 1", "nendo build 2"),
        ("\"draft\"", "\"drafts\""),
        ("2024-06-28\"", "2024-06-31\""),
        ("\"index.html\"", "\"../index.html\""),
        ("\"index.html\"", "\"C:/index.html\""),
        ("\"index.html\"", "\".nendo/built\""),
        ("}", ""),
    ] {
        assert!(sound.contains(from), "{from}");
        desk.write("public/.nendo/receipt.json", &sound.replace(from, to));
        assert!(matches!(Receipt::read(&desk.out()), Err(Missing::Foreign)), "{to}");
    }
    desk.remove("public/.nendo/receipt.json");
    desk.write("public/.nendo/receipt.json/x", "a folder");
    let refused = Receipt::read(&desk.out());
    assert!(matches!(refused, Err(Missing::Io(error)) if error.kind() != ErrorKind::NotFound));
}
