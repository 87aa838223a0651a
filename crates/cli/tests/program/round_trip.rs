//! What nendo publishes, put in as content, gives the same data again, byte for byte: for the example, for every case that
//! builds, for content made up, and for a table of everything that an office may write.

mod hostile;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, thread};

use nendo_model::FiscalYear;

use crate::desk::{Desk, Ran, entries, root, run, tree};
use crate::synthetic::{self, Sizes};

/// The published tables, by path.
type Tables = BTreeMap<String, Vec<u8>>;

/// How a published table is named in the folder of its plan.
#[derive(Clone, Copy, Debug)]
enum Named {
    /// By the year that it was published of: 2023.csv.
    ByYear,
    /// As it was downloaded.
    AsPublished,
}

const BOTH: [Named; 2] = [Named::ByYear, Named::AsPublished];

#[test]
fn every_content_that_builds_gives_its_data_again() {
    let mut contents: Vec<(PathBuf, Option<PathBuf>)> = vec![(root().join("content"), None)];
    let cases = entries(&root().join("tests/cases")).into_iter().filter(|case| case.join("content").is_dir());
    contents.extend(cases.map(|case| (case.join("content"), Some(case))));
    let (next, tried, wrong) = (AtomicUsize::new(0), AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let at = next.fetch_add(1, Ordering::Relaxed)
                    && let Some((content, case)) = contents.get(at)
                {
                    let desk = Desk::without_content();
                    for (path, file) in tree(content) {
                        if let Some((bytes, _)) = file {
                            desk.write(&format!("content/{path}"), bytes);
                        }
                    }
                    let name = case.as_deref().unwrap_or(content).display().to_string();
                    // Each case takes its time, and one name for each is enough.
                    let names = if case.is_some() { &BOTH[at % 2..=at % 2] } else { &BOTH[..] };
                    match round_trip(&desk, names, &arguments(case.as_deref())) {
                        Some(complaints) => {
                            tried.fetch_add(1, Ordering::Relaxed);
                            let complaints =
                                complaints.into_iter().map(|complaint| format!("{name}: {complaint}"));
                            wrong.lock().expect("a lock").extend(complaints);
                        }
                        None => assert!(case.is_some(), "the example builds"),
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().expect("a lock");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried.into_inner() > 25);
}

#[test]
fn plans_with_every_kind_of_kpi_give_their_data_again() {
    let desk = Desk::without_content();
    synthetic::write(&desk.path("content"), Sizes::like_the_example(2));
    assert_eq!(round_trip(&desk, &BOTH, &[]), Some(Vec::new()));
}

#[test]
fn whatever_an_office_writes_gives_the_same_data_again() {
    let desk = Desk::without_content();
    desk.write(
        "content/site.toml",
        "title = '進捗'\nlanguages = ['ja', 'en']\nmunicipality-code = '221309'\n",
    );
    desk.write("content/plans/dx/plan.toml", "title = '計画'\n[kpi.p1-1-2]\nunit = '千円'\n");
    let texts = hostile::texts();
    for (year, turn) in [(2022, 0), (2023, 7)] {
        desk.write(&format!("content/plans/dx/{year}.csv"), hostile::table(&texts, year, turn));
    }
    let mut translations = "ja,en\n".to_owned();
    for (at, text) in texts.iter().enumerate().filter(|(at, _)| at % 2 == 0) {
        translations.push_str(&hostile::line(&[(*text).to_owned(), format!("text {at}")]));
    }
    for text in ["窓口\nの改善", "A / B課", "歩行者数"] {
        translations.push_str(&hostile::line(&[text.to_owned(), format!("name {}", text.len())]));
    }
    desk.write("content/translations.csv", translations);
    desk.write("content/units.csv", "unit,en-one,en-other\n㌔,kilo,kilos\n窓口,counter,counters\n");
    let ran = desk.run("build");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(round_trip(&desk, &BOTH, &[]), Some(Vec::new()));
}

/// Builds, puts what was published in the place of the tables, and builds again. What differs; `None` where nothing is built.
fn round_trip(desk: &Desk, names: &[Named], arguments: &[OsString]) -> Option<Vec<String>> {
    let before = built(desk, "before", arguments).ok()?;
    let mut wrong = Vec::new();
    let own = tree(&desk.path("content/plans"));
    for named in names {
        replace_tables(desk, &before, *named);
        match built(desk, &format!("after-{named:?}"), arguments) {
            Err(ran) => wrong.push(format!("{named:?}: exit code {:?}\n{}", ran.code, ran.err)),
            Ok(after) => {
                let paths = before.keys().chain(after.keys().filter(|path| !before.contains_key(*path)));
                let differs = paths.filter(|path| before.get(*path) != after.get(*path));
                wrong.extend(differs.map(|path| difference(path, before.get(path), after.get(path))));
            }
        }
        fs::remove_dir_all(desk.path("content/plans")).expect("removed");
        for (path, file) in &own {
            if let Some((bytes, _)) = file {
                desk.write(&format!("content/plans/{path}"), bytes);
            }
        }
    }
    Some(wrong)
}

/// Every CSV of a build.
fn built(desk: &Desk, out: &str, arguments: &[OsString]) -> Result<Tables, Ran> {
    let task = ["build", "--content", "content", "--out", out].map(OsString::from);
    let ran = run(&desk.path(""), "C", task.iter().chain(arguments));
    if ran.code != Some(0) {
        return Err(ran);
    }
    if ran.err.contains("stands in the columns beside it") {
        return Err(ran);
    }
    let files = tree(&desk.path(out)).into_iter().filter(|(path, _)| path.rsplit('.').next() == Some("csv"));
    Ok(files.filter_map(|(path, file)| Some((path, file?.0))).collect())
}

/// Puts each published table of a year in the place of the edition that it says it is.
fn replace_tables(desk: &Desk, tables: &Tables, named: Named) {
    for (path, bytes) in tables.iter().filter(|(path, _)| path.ends_with("_progress.csv")) {
        let parts: Vec<&str> = path.split('/').collect();
        let [.., year, "data", name] = &parts[..] else { panic!("{path}") };
        // Beside those of the years lies that of all.
        if FiscalYear::read(year).is_none() {
            continue;
        }
        let (slug, edition) = slug_and_edition(bytes);
        let folder = desk.path(&format!("content/plans/{slug}"));
        for file in entries(&folder) {
            let stem = file.file_stem().expect("a name").to_string_lossy().into_owned();
            let is_table = file.extension().is_some_and(|extension| extension != "toml");
            if is_table && FiscalYear::read(&stem) == Some(edition) && !is_published(&file) {
                fs::remove_file(file).expect("removed");
            }
        }
        let file = match named {
            Named::ByYear => format!("{year}.csv"),
            Named::AsPublished => (*name).to_owned(),
        };
        desk.write(&format!("content/plans/{slug}/{file}"), bytes);
    }
}

fn is_published(file: &Path) -> bool {
    String::from_utf8_lossy(&fs::read(file).expect("a file")).contains("municipality_code,plan,edition")
}

/// What the first row says.
fn slug_and_edition(table: &[u8]) -> (String, FiscalYear) {
    let text = String::from_utf8_lossy(table);
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let row = reader.records().next().expect("a row").expect("a record");
    (row[1].to_owned(), FiscalYear::read(&row[2]).expect("a year"))
}

/// The further arguments of a case.
fn arguments(case: Option<&Path>) -> Vec<OsString> {
    let Some(case) = case else { return Vec::new() };
    let theme = case.join("theme");
    let further = fs::read_to_string(case.join("args.txt")).unwrap_or_default();
    let mut arguments: Vec<OsString> = further.lines().map(OsString::from).collect();
    if theme.is_dir() {
        arguments.extend(["--theme".into(), theme.into_os_string()]);
    }
    arguments
}

/// The first line that differs.
fn difference(path: &str, before: Option<&Vec<u8>>, after: Option<&Vec<u8>>) -> String {
    let text =
        |bytes: Option<&Vec<u8>>| String::from_utf8_lossy(bytes.map_or(&[][..], Vec::as_slice)).into_owned();
    let (before, after) = (text(before), text(after));
    let lines = before.lines().zip(after.lines()).find(|(before, after)| before != after);
    let (before, after) = lines.unwrap_or(("its length", "another"));
    format!("{path}\n  was {before}\n  is  {after}")
}
