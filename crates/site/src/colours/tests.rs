//! The default theme's colours against each other, as WCAG 2.2 measures them, and its style sheets against its colours.

#![allow(clippy::unwrap_used)]

use super::contrast::{Kind, Look, pairs};
use super::{Case, Colours, FILE};
use crate::theme::{self, Theme};

#[test]
fn every_text_and_graphic_of_the_default_theme_stands_out() {
    let colours = default();
    assert_eq!(colours.low_contrast(), []);
    let of_screens = |kind| colours.lowest(|found| found.pair.kind == kind && found.look != Look::Print);
    let [text, graphics] = [Kind::Text, Kind::Graphics].map(|kind| of_screens(kind).unwrap().ratio);
    assert!((4.5..21.0).contains(&text) && (3.0..21.0).contains(&graphics), "{text} {graphics}");
}

#[test]
fn every_pair_is_measured() {
    let named = Look::ALL.into_iter().flat_map(pairs).count();
    assert_eq!(default().contrasts().count(), named);
}

#[test]
fn every_colour_is_used_and_every_used_one_is_there() {
    let colours = default();
    let sheets = ["static/style.css", "chart.css"].map(theme::default_text).concat();
    for name in colours.light.keys() {
        assert!(sheets.contains(&format!("var(--{name})")), "{name} is not used");
    }
    for used in sheets.split("var(--").skip(1) {
        let name = used.split(')').next().unwrap();
        let is_own =
            sheets.contains(&format!("--{name}:")) || ["running-head", "years", "label"].contains(&name);
        assert!(is_own || colours.light.contains_key(name), "{name} is no colour");
    }
    for other in [&colours.dark, &colours.print] {
        assert!(other.keys().all(|name| colours.light.contains_key(name)));
    }
}

/// Word and Inkscape are given this sheet: one class a rule, and no more.
#[test]
fn charts_have_simple_rules_alone() {
    let sheet = theme::default_text("chart.css");
    let (_, rules) = sheet.split_once("*/").unwrap();
    for line in rules.lines().filter(|line| !line.is_empty() && !line.starts_with("/*")) {
        let (selector, style) = line.split_once(" { ").unwrap();
        let class = selector.strip_prefix('.').unwrap();
        assert!(class.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-'), "{line}");
        assert!(style.ends_with("; }") && style.matches(['{', '}']).count() == 1, "{line}");
    }
    let resolved = default().resolved(sheet);
    assert!(!resolved[resolved.find("*/").unwrap()..].contains("var("), "{resolved}");
}

/// The case of each warning, with its line.
fn told(own: &str) -> Vec<(String, u32)> {
    let mut colours = Colours::default();
    for text in [theme::default_text(FILE), own] {
        colours.lay(toml::from_str(text).unwrap(), text, &mut Vec::new());
    }
    let problems = colours.low_contrast().into_iter().map(|problem| {
        let Case::LowContrast { above, below, look, ratio, least } = problem.case else { panic!("another") };
        (format!("[{look}] {above} on {below}: {ratio}, not {least}"), problem.origin.row.unwrap())
    });
    problems.collect()
}

#[test]
fn a_theme_is_told_where_each_of_its_lines_is_at_its_worst() {
    let own = "[light]\nlink = \"#767676\"\ntext = \"#777777\"\n\n[dark]\nground = \"#808080\"\n";
    let expected = [
        ("[light] link on ground-soft: 4.05, not 4.5", 2),
        ("[light] text on flow-up: 3.82, not 4.5", 3),
        ("[dark] chart-part-4 on ground: 1.04, not 3", 6),
    ];
    assert_eq!(told(own), expected.map(|(text, row)| (text.to_owned(), row)));
}

#[test]
fn a_colour_that_a_look_leaves_out_is_that_of_the_light_one() {
    let own = "[light]\nlink = \"#00553a\"\n";
    assert_eq!(told(own), [], "on a dark screen links are those of the default theme");
    let own = "[light]\nfocus-ground = \"#595959\"\n";
    assert_eq!(told(own), [("[light] focus-ring on focus-ground: 2.99, not 4.5".to_owned(), 2)], "told once");
    assert_eq!(told("[light]\nrule = \"#fefefe\"\n"), [], "decoration");
}

#[test]
fn the_style_sheets_have_no_colour_of_their_own() {
    let sheets = ["static/style.css", "chart.css"].map(theme::default_text).concat();
    for value in sheets.split(':').skip(1).filter_map(|rest| rest.split([';', '}']).next()) {
        assert!(!["#", "rgb(", "hsl("].iter().any(|colour| value.contains(colour)), "{value}");
    }
}

fn default() -> Colours {
    let colours = Colours::load(&Theme::load(None).value);
    assert_eq!(colours.problems, []);
    colours.value
}
