//! The gallery, drawn and compared with what is kept in the folder `gallery` beside this file, a file a chart, and what
//! every chart of it must hold to.
//!
//! With `NENDO_BLESS=1` in the environment the folder is rewritten. Look at the charts (`make gallery`) before you commit it.

#[path = "../examples/gallery/charts/mod.rs"]
mod charts;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use nendo_chart::{Kind, Spec, svg};
use roxmltree::{Document, Node};

use charts::{Language, specs};

/// Bytes that a usual chart of three years may have.
const USUAL: usize = 5000;

#[test]
fn every_chart_is_drawn_as_before() {
    let drawn: BTreeMap<PathBuf, String> = specs_of_all_languages()
        .iter()
        .map(|spec| (folder().join(format!("{}.svg", spec.id)), kept(&svg(spec))))
        .collect();
    if is_blessing() {
        fs::create_dir_all(folder()).expect("a folder");
        for orphan in files().iter().filter(|file| !drawn.contains_key(*file)) {
            fs::remove_file(orphan).expect("removed");
        }
        for (file, drawing) in &drawn {
            fs::write(file, drawing).expect("written");
        }
    }
    let orphans = files().into_iter().filter(|file| !drawn.contains_key(file));
    let mut wrong: Vec<String> =
        orphans.map(|file| format!("{}: no chart has this name", file.display())).collect();
    for (file, drawing) in &drawn {
        let name = file.display();
        match fs::read_to_string(file) {
            Err(error) => wrong.push(format!("{name}: {error}")),
            Ok(before) if before == *drawing => {}
            Ok(before) => wrong.push(format!("{name}: {}", difference(&before, drawing))),
        }
    }
    assert!(
        wrong.is_empty(),
        "\n{}\nIf this is what should be: NENDO_BLESS=1 cargo test --package nendo-chart --test gallery",
        wrong.join("\n")
    );
}

#[test]
fn every_chart_is_well_formed_and_leaves_colours_to_the_stylesheet() {
    for spec in specs_of_all_languages() {
        let (id, text) = (&spec.id, svg(&spec));
        let document = Document::parse(&text).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert!(!text.contains('#'), "{id}: a colour, or a reference");
        for node in document.descendants().filter(Node::is_element) {
            for attribute in node.attributes() {
                let (name, value) = (attribute.name(), attribute.value());
                let coloured = matches!(name, "style" | "stroke" | "color" | "fill") && value != "none";
                assert!(!coloured, "{id}: {name}=\"{value}\"");
            }
        }
    }
}

#[test]
fn ids_are_unique_on_the_page_and_charts_are_named() {
    for language in Language::ALL {
        let (mut ids, mut names) = (Vec::new(), Vec::new());
        for spec in specs(language) {
            let text = svg(&spec);
            let document = Document::parse(&text).expect("XML");
            ids.extend(document.descendants().filter_map(|node| node.attribute("id")).map(str::to_owned));
            assert!(!spec.description.is_empty(), "{}: has a sentence", spec.id);
            names.push(spec.title);
        }
        assert_eq!(twice(&mut ids), None);
        assert_eq!(twice(&mut names), None);
        assert!(ids.len() >= 2 * names.len(), "each chart has a title and a description");
    }
}

#[test]
fn a_usual_chart_of_three_years_is_small() {
    for spec in specs_of_all_languages() {
        let Kind::Progress(chart) = &spec.kind else { continue };
        if chart.periods.len() == 3 && chart.parts.is_empty() && !spec.id.contains("long") {
            let bytes = svg(&spec).len();
            assert!(bytes < USUAL, "{}: {bytes} bytes", spec.id);
        }
    }
}

fn specs_of_all_languages() -> Vec<Spec> {
    Language::ALL.into_iter().flat_map(specs).collect()
}

/// A drawing as it is kept: a line an element, so that a difference can be read.
fn kept(drawing: &str) -> String {
    drawing.replace("><", ">\n<") + "\n"
}

/// The first line that differs.
fn difference(before: &str, after: &str) -> String {
    let at = before.lines().zip(after.lines()).take_while(|(before, after)| before == after).count();
    let line = |text: &str| text.lines().nth(at).unwrap_or("the end").to_owned();
    format!("line {}\n  kept  {}\n  drawn {}", at + 1, line(before), line(after))
}

/// What is there more than once.
fn twice(all: &mut [String]) -> Option<String> {
    all.sort();
    all.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone())
}

fn files() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).into_iter().flatten();
    entries.map(|entry| entry.expect("an entry").path()).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery")
}

fn is_blessing() -> bool {
    env::var_os("NENDO_BLESS").is_some_and(|value| value == "1")
}
