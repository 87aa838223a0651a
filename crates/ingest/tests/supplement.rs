//! Tables of words get the rows that they lack, and keep all that they have.

mod folder;

use std::fs;

use folder::Folder;
use nendo_ingest::{Supplement, Wanted, supplement_translations, supplement_units};
use nendo_model::Problem;

const FILE: &str = "translations.csv";

fn translations(folder: &Folder, used: &[&str], missing: &[&str]) -> Result<Supplement, Problem> {
    let wanted = Wanted { used: used.iter().copied().collect(), missing: missing.to_vec() };
    supplement_translations(&folder.0, &["ja", "en"].map(str::to_owned), &wanted)
}

fn file(folder: &Folder, name: &str) -> Vec<u8> {
    fs::read(folder.0.join(name)).expect("a file")
}

#[test]
fn a_new_table_is_one_that_excel_opens() {
    let folder = Folder::of(&[]);
    assert_eq!(translations(&folder, &["柱"], &[]).expect("sound"), Supplement::default());
    assert!(!folder.0.join(FILE).exists(), "there is nothing to translate");
    let done = translations(&folder, &["柱", "-5%減"], &["柱", "-5%減"]).expect("sound");
    assert_eq!((done.added, done.written), (2, true));
    assert_eq!(file(&folder, FILE), "\u{FEFF}ja,en\r\n柱,\r\n'-5%減,\r\n".as_bytes());
    let again = translations(&folder, &["柱", "-5%減"], &["柱", "-5%減"]).expect("sound");
    assert_eq!((again.added, again.written), (0, false));
}

#[test]
fn what_is_there_stays_as_it_is_in_the_encoding_that_it_has() {
    let text = "sep=;\nメモ;en;ja;\n\"確認、済\";Pillar;柱;\n;  Old ;古い;x\n\n;;;\n";
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(text);
    let folder = Folder::empty();
    folder.write(FILE, &bytes);
    let done = translations(&folder, &["柱", "新しい", "同じ"], &["新しい", "柱", "同じ", "新しい"]);
    let done = done.expect("sound");
    assert_eq!((done.added, done.unused, done.again, done.written), (2, 1, 0, true));
    let expected =
        "sep=;\nメモ;en;ja;未使用\n\"確認、済\";Pillar;柱;\n;  Old ;古い;x\n;;新しい;\n;;同じ;\n\n;;;\n";
    let before = file(&folder, FILE);
    assert_eq!(encoding_rs::SHIFT_JIS.decode(&before).0, expected);
    let again = translations(&folder, &["柱", "新しい", "同じ"], &["新しい", "同じ"]).expect("sound");
    assert_eq!((again.added, again.written), (0, false));
    assert!(before == file(&folder, FILE));
}

#[test]
fn a_row_that_nothing_asks_for_is_marked_until_it_is_asked_for_again() {
    let folder = Folder::of(&[(FILE, "ja,en,備考\n柱,Pillar\n取組,Initiative,確認済\n")]);
    let done = translations(&folder, &["柱"], &[]).expect("sound");
    assert_eq!((done.unused, done.written), (1, true));
    let marked = "ja,en,備考,未使用\n柱,Pillar\n取組,Initiative,確認済,x\n";
    assert_eq!(String::from_utf8(file(&folder, FILE)).expect("UTF-8"), marked);
    assert!(!translations(&folder, &["柱"], &[]).expect("sound").written);
    let done = translations(&folder, &["柱", "取 組"], &[]).expect("sound");
    assert_eq!((done.unused, done.again, done.written), (0, 1, true));
    assert_eq!(String::from_utf8(file(&folder, FILE)).expect("UTF-8"), marked.replace(",x", ","));
    assert!(!translations(&folder, &["柱", "取組"], &[]).expect("sound").written);
}

#[test]
fn a_language_without_a_column_gets_one() {
    let folder = Folder::of(&[(FILE, "ja,,\n柱,,\n")]);
    translations(&folder, &["柱"], &["柱"]).expect("sound");
    assert_eq!(String::from_utf8(file(&folder, FILE)).expect("UTF-8"), "ja,en,\n柱,,\n");
    let wanted = Wanted { used: ["人", "基"].into(), missing: vec!["基"] };
    let plurals = ["one", "many", "other"].map(str::to_owned).to_vec();
    let others = [("en".to_owned(), plurals.clone()), ("pt-BR".to_owned(), plurals)];
    fs::write(folder.0.join("units.csv"), "en-one,単位,en-other\nperson,人,people\n箇所,,\n")
        .expect("a file");
    supplement_units(&folder.0, "ja", &others, &wanted).expect("sound");
    let expected =
        "en-one,単位,en-other,pt-BR-one,pt-BR-many,pt-BR-other\nperson,人,people\n箇所,,\n,基,,,,\n";
    assert_eq!(String::from_utf8(file(&folder, "units.csv")).expect("UTF-8"), expected);
    assert_eq!(nendo_ingest::units(&folder.0).problems, []);
}

#[test]
fn a_letter_that_the_encoding_lacks_changes_nothing() {
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode("ja,en\n柱,Pillar\n");
    let folder = Folder::empty();
    folder.write(FILE, &bytes);
    let problem = translations(&folder, &["柱", "São"], &["São"]).expect_err("no such letter");
    assert_eq!(problem.case.code(), "letter-not-in-encoding");
    assert!(problem.case.fields().iter().any(|(_, value)| *value == "ã"), "{problem:?}");
    assert!(file(&folder, FILE) == *bytes);
}

#[test]
fn a_table_without_the_column_of_the_texts_is_left_alone() {
    let folder = Folder::of(&[(FILE, "日本語,英語\n柱,Pillar\n")]);
    let problem = translations(&folder, &["柱"], &["柱"]).expect_err("no column");
    assert_eq!((problem.case.code(), problem.origin.row), ("no-header", Some(1)));
    assert_eq!(file(&folder, FILE), "日本語,英語\n柱,Pillar\n".as_bytes());
}
