//! The default theme's colours against each other, as WCAG 2.2 measures them, and its style sheets against its colours.

#![allow(clippy::unwrap_used)]

use super::{Colour, Colours, Shades};
use crate::theme::{self, Theme};

/// WCAG 2.2, 1.4.3 and 1.4.11.
const TEXT: f64 = 4.5;
const GRAPHICS: f64 = 3.0;

const PARTS: [&str; 5] = ["chart-part-1", "chart-part-2", "chart-part-3", "chart-part-4", "chart-part-5"];
const BARS: [&str; 6] = ["chart-actual", PARTS[0], PARTS[1], PARTS[2], PARTS[3], PARTS[4]];
const TONES: [&str; 4] = ["tone-ahead", "tone-on", "tone-behind", "tone-none"];
const FLOWS: [&str; 3] = ["flow-up", "flow-down", "flow-level"];
const GROUND: [&str; 1] = ["ground"];
const PAGE: [&str; 3] = ["ground", "ground-soft", "notice-ground"];

/// What is written: the colours of the letters, and of what is beneath them.
const WRITTEN: [(&[&str], &[&str]); 5] = [
    (&["text", "muted", "link", "link-visited"], &PAGE),
    (&["focus-ring"], &["focus-ground"]),
    (&["text", "muted"], &FLOWS),
    (&["chart-on-actual"], &BARS),
    (&["chart-on-tone"], &TONES),
];

/// What is drawn, with what it must stand out from. `rule` and the band of what stayed the same are decoration.
const DRAWN: [(&[&str], &[&str]); 9] = [
    (&["rule-strong", "accent"], &PAGE),
    (&["chart-actual", "chart-actual-mark", "chart-target"], &GROUND),
    (&PARTS, &GROUND),
    (&TONES, &GROUND),
    (&["flow-up-rim", "flow-down-rim"], &GROUND),
    (&["flow-down-rim"], &["flow-down"]),
    (&["chart-target"], &BARS),
    (&["chart-hatch", "chart-rim"], &PARTS),
    (&["chart-hatch", "chart-rim"], &TONES),
];

/// What is drawn on paper, where tones and parts are white and grey and have black rims.
const PRINTED: [(&[&str], &[&str]); 3] = [
    (
        &["chart-rim", "chart-target", "rule-strong", "chart-actual-mark", "flow-up-rim", "flow-down-rim"],
        &GROUND,
    ),
    (&["chart-target"], &BARS),
    (&["chart-hatch", "chart-rim"], &["chart-part-3", "tone-behind"]),
];

#[test]
fn text_and_graphics_stand_out_from_their_grounds() {
    let colours = default();
    let looks = [("light", &colours.light), ("dark", &colours.dark), ("print", &colours.print)];
    let mut faults = Vec::new();
    for (look, own) in looks {
        let drawn: &[(&[&str], &[&str])] = if look == "print" { &PRINTED } else { &DRAWN };
        for (pairs, least) in [(&WRITTEN[..], TEXT), (drawn, GRAPHICS)] {
            for (above, below) in pairs.iter().flat_map(|(above, below)| pairs_of(above, below)) {
                let shade = |name| shade(&colours, own, name);
                let ratio = contrast(shade(above), shade(below));
                if ratio < least {
                    faults.push(format!("[{look}] {above} on {below}: {ratio:.2}, not {least}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn contrast_is_that_of_wcag() {
    let ratio = |one, other| contrast(colour(one), colour(other));
    assert!((ratio("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((ratio("#777777", "#ffffff") - 4.478).abs() < 1e-3);
    assert!((ratio("#ffffff", "#777777") - ratio("#777777", "#ffffff")).abs() < 1e-9);
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
        assert!(name == "sans" || colours.light.contains_key(name), "{name} is no colour");
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

#[test]
fn a_colour_is_six_digits_and_nothing_else() {
    assert_eq!(Colour::parse("#00AAff").unwrap().to_string(), "#00aaff");
    for bad in ["", "#", "#fff", "00aaff", "#00aaff0", "#+0aaff", "#00aafg", "red", "#00aaff;}", "#００aaff"]
    {
        assert_eq!(Colour::parse(bad), None, "{bad}");
    }
}

fn default() -> Colours {
    let colours = Colours::load(&Theme::load(None).value);
    assert_eq!(colours.problems, []);
    colours.value
}

fn shade(colours: &Colours, own: &Shades, name: &str) -> Colour {
    *own.get(name).or_else(|| colours.light.get(name)).unwrap_or_else(|| panic!("{name} is no colour"))
}

fn colour(text: &str) -> Colour {
    Colour::parse(text).unwrap()
}

fn pairs_of<'a>(above: &'a [&str], below: &'a [&str]) -> impl Iterator<Item = (&'a str, &'a str)> {
    above.iter().flat_map(move |above| below.iter().map(move |below| (*above, *below)))
}

/// The contrast ratio of WCAG 2.2: 1 to 21.
fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance of WCAG 2.2: 0 to 1.
fn luminance(Colour(channels): Colour) -> f64 {
    let linear = channels.map(|channel| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}
