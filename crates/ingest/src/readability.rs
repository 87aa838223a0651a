//! How well machines can read a CSV: each file is judged by the rules that a program can judge, and scored by level. It
//! judges what the city keeps and what is published alike; nothing here decides what is on a page.

mod axis;
mod beside;
mod layout;
mod letters;
mod names;
mod raw;
mod rules;
mod shape;
mod subject;
mod understood;
mod values;

use std::collections::BTreeMap;
use std::path::Path;

use nendo_model::{Case, Checked, Problem};

pub use self::rules::{Gravity, Rule, Unjudged};
pub use self::subject::Spot;

use self::layout::Layout;
use self::rules::{Judge, RULES};
use self::subject::{Meanings, Standing, Subject};
use crate::folder::{self, PlanFolder};
use crate::vocabulary::Vocabulary;
use crate::{decode, desk, file, words};

/// What a file comes to.
#[derive(Debug)]
pub struct Scored {
    /// The file: relative to the content folder, or to the site.
    pub file: String,
    /// The points of each level, 0 to 100; none where the file could not be read.
    pub scores: [Option<u8>; 3],
    /// The rules that it breaks, in their order.
    pub broken: Vec<Broken>,
}

/// A rule that a file breaks.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken {
    /// The rule.
    pub rule: &'static Rule,
    /// Where, in the order of the file; at least one.
    pub spots: Vec<Spot>,
}

/// All rules, in their order.
#[must_use]
pub fn rules() -> &'static [Rule] {
    &RULES
}

/// Scores every table of a content folder: the editions of its plans, and its tables of words. Problems are of files
/// that cannot be opened; all else that is wrong with a file is told by whoever reads it.
#[must_use]
pub fn readability(content: &Path) -> Checked<Vec<Scored>> {
    let mut problems = Vec::new();
    let mut scored = Vec::new();
    for plan in folder::plans(content).value {
        scored.extend(editions(content, &plan).unload(&mut problems));
    }
    for file in [words::TRANSLATIONS, words::UNITS] {
        let standing = Standing::Input { meanings: Meanings::Unsaid };
        scored.extend(match open(content, file, &mut problems) {
            Opened::Text(text) => Some(score(file.to_owned(), &Layout::of(&text), standing, None)),
            Opened::Unreadable => Some(unreadable(file)),
            Opened::Nothing => None,
        });
    }
    Checked { value: scored, problems }
}

/// Scores the CSVs among files that are published, by their paths.
#[must_use]
pub fn readability_of_published(files: &BTreeMap<String, Vec<u8>>) -> Vec<Scored> {
    let mut years: BTreeMap<String, Layout> = BTreeMap::new();
    let mut scored = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| file::parts(path).1 == "csv") {
        let Some((text, _)) = decode::decode(bytes) else {
            scored.push(unreadable(path));
            continue;
        };
        // Paths are in order, so that a folder's files stand next to each other.
        let folder = path.rfind('/').map_or("", |at| &path[..=at]);
        let within = files.range(folder.to_owned()..).take_while(|(other, _)| other.starts_with(folder));
        let beside = within.map(|(other, bytes)| (&other[folder.len()..], bytes.as_slice()));
        let beside: BTreeMap<&str, &[u8]> = beside.filter(|(name, _)| !name.contains('/')).collect();
        let layout = Layout::of(&text);
        let series = without_year(path);
        let standing = Standing::Published { beside: &beside };
        let before = years.get(&series);
        scored.push(score(path.clone(), &layout, standing, before));
        years.insert(series, layout);
    }
    scored
}

fn score(file: String, layout: &Layout, standing: Standing<'_>, before: Option<&Layout>) -> Scored {
    let subject = Subject { layout, standing, before };
    let mut scores = [100_u8; 3];
    let mut broken = Vec::new();
    for rule in &RULES {
        let Judge::Program(judge) = rule.judge else { continue };
        let mut spots = judge(&subject);
        if spots.is_empty() {
            continue;
        }
        spots.sort_by_key(|spot| match spot {
            Spot::Cell(place) => (place.row, place.column, 0),
            Spot::Row(row) => (*row, 0, 1),
            Spot::Column(column) => (0, *column, 2),
            Spot::File | Spot::Missing(_) => (0, 0, 0),
        });
        spots.dedup();
        if let Some(score) = scores.get_mut(rule.level() - 1) {
            *score = score.saturating_sub(rule.cost());
        }
        broken.push(Broken { rule, spots });
    }
    Scored { file, scores: scores.map(Some), broken }
}

fn editions(content: &Path, plan: &PlanFolder) -> Checked<Vec<Scored>> {
    let mut problems = Vec::new();
    let settings = desk::settings(content, &plan.settings()).value.unwrap_or_default();
    let words = Vocabulary::new(&settings.columns, settings.fiscal_year_start);
    let meanings = if settings.scale.is_some() { Meanings::Said } else { Meanings::Unsaid };
    let mut before = None;
    let mut scored = Vec::new();
    for (year, file) in plan.editions(content).value {
        scored.extend(match open(content, &file, &mut problems) {
            Opened::Text(text) => {
                let layout = understood::layout(&text, &file, year, words);
                let file = score(file, &layout, Standing::Input { meanings }, before.as_ref());
                before = Some(layout);
                Some(file)
            }
            Opened::Unreadable => Some(unreadable(&file)),
            Opened::Nothing => None,
        });
    }
    Checked { value: scored, problems }
}

/// What became of a file that was to be opened.
enum Opened {
    Text(String),
    /// It is no text.
    Unreadable,
    /// It is not there, or was kept back, which is told.
    Nothing,
}

fn open(content: &Path, file: &str, problems: &mut Vec<Problem>) -> Opened {
    match file::text(content, file) {
        Ok(text) => text.map_or(Opened::Nothing, Opened::Text),
        Err(Problem { case: Case::Undecodable {}, .. }) => Opened::Unreadable,
        Err(problem) => {
            problems.push(problem);
            Opened::Nothing
        }
    }
}

/// A path as that of the same file of another year is, too: without what may be a year.
fn without_year(path: &str) -> String {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let parts = path.split_inclusive(|letter| !is_digit(letter)).map(|part| {
        let rest = part.trim_start_matches(is_digit);
        if part.len() - rest.len() == 4 { rest } else { part }
    });
    parts.collect()
}

/// A file that is no text breaks the first rule, and no other can be asked.
fn unreadable(file: &str) -> Scored {
    let broken = vec![Broken { rule: &RULES[0], spots: vec![Spot::File] }];
    Scored { file: file.to_owned(), scores: [Some(0), None, None], broken }
}
