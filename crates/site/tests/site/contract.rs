//! What those who reuse the data may rely on: names of files, columns with what they hold, and the form of the JSON. It is written down
//! once for each version, and a version never changes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde_json::Value;

use crate::made::{entry, kpi, outputs, plan_of, site};
use crate::sample::of;

/// The data folders of a small plan, by path.
fn data() -> BTreeMap<String, Vec<u8>> {
    let plan = plan_of(kpi("life-1", "利用者数", [(2023, entry(of("1", "人"), of("1", "人")))]));
    let files = outputs(&site(&[]), &plan).files.into_iter();
    let files = files.map(|(path, bytes)| (path.as_str().to_owned(), bytes));
    files.filter(|(path, _)| path.contains("/data/")).collect()
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("JSON")
}

/// A schema without the words that explain it.
fn without_words(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            // A property may be called so, too; it is an object then.
            members.retain(|name, value| {
                !(value.is_string() && ["title", "description"].contains(&name.as_str()))
            });
            members.values_mut().for_each(without_words);
        }
        Value::Array(items) => items.iter_mut().for_each(without_words),
        _ => {}
    }
}

/// All that is promised, as lines.
fn promised(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut lines: String = files.keys().flat_map(|path| [path.as_str(), "\n"]).collect();
    for (path, bytes) in files {
        if path.ends_with("/csv-metadata.json") {
            for table in json(bytes)["tables"].as_array().expect("tables") {
                let _ =
                    writeln!(lines, "\n{path}: {}, key {}", table["url"], table["tableSchema"]["primaryKey"]);
                for column in table["tableSchema"]["columns"].as_array().expect("columns") {
                    let kind = (&column["name"], &column["datatype"], &column["required"], &column["lang"]);
                    let _ = writeln!(lines, "{} {} required {} lang {}", kind.0, kind.1, kind.2, kind.3);
                }
            }
        }
        if path.ends_with("/progress.schema.json") {
            let mut schema = json(bytes);
            without_words(&mut schema);
            let _ = writeln!(lines, "\n{path}: {}", serde_json::to_string_pretty(&schema).expect("JSON"));
        }
    }
    lines
}

#[test]
fn what_is_promised_changes_with_its_version_alone() {
    let files = data();
    let version = json(&files["city/2023/data/progress.json"])["schema_version"].clone();
    let version = version.as_str().expect("a version");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/contract").join(format!("{version}.txt"));
    let promised = promised(&files);
    if env::var_os("NENDO_BLESS").is_some() && !path.exists() {
        fs::write(&path, &promised).expect("written");
    }
    let known = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let differs = known.lines().zip(promised.lines()).find(|(known, now)| known != now);
    assert!(
        known == promised,
        "{differs:?}\nThe open data of version {version} is not what {} says. Those who reuse it rely on that: if the change \
         is meant, give SCHEMA_VERSION a new number, then run NENDO_BLESS=1 cargo test -p nendo-site contract.",
        path.display()
    );
}

#[test]
fn all_that_has_a_version_has_the_same() {
    let files = data();
    let told = |path: &str, name: &str| json(&files[path])[name].clone();
    for folder in ["city/2023/data", "city/data"] {
        let version = told(&format!("{folder}/progress.json"), "schema_version");
        assert!(version.is_string());
        assert_eq!(told(&format!("{folder}/datapackage.json"), "version"), version);
        assert_eq!(told(&format!("{folder}/csv-metadata.json"), "schema:schemaVersion"), version);
    }
}
