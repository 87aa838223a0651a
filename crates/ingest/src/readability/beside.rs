//! Judges of what lies beside a file: a table of its codes, what its columns mean, and the file of the year before.

use std::collections::BTreeSet;

use nendo_model::ERAS;

use super::layout::{Kind, Layout};
use super::raw;
use super::subject::{Meanings, Spot, Standing, Subject};
use crate::{decode, spelling};

/// What a published file that lists the codes of grades is called.
const CODES: &str = "evaluation_codes.csv";

/// What a published description of columns is called.
const COLUMNS: &str = "csv-metadata.json";

/// What a text with sources, notes and history is called.
const README: &str = "readme";

/// Less than this part of the names in two years being the same is another format.
const LEAST_SAME: f64 = 0.8;

/// L3-02: grades that no table of codes explains.
pub(crate) fn codes(Subject { layout, standing, .. }: &Subject<'_>) -> Vec<Spot> {
    let graded =
        layout.of_kind(Kind::Grade).flat_map(|at| layout.filled(at).map(move |(row, cell)| (row, at, cell)));
    match standing {
        Standing::Input { meanings: Meanings::Said } => Vec::new(),
        Standing::Input { .. } => {
            let first = graded.map(|(row, at, _)| Spot::cell(row, at)).next();
            layout.grade.map(Spot::Cell).or(first).into_iter().collect()
        }
        Standing::Published { beside } => {
            let tables = beside.iter().filter(|(name, _)| name.ends_with(CODES));
            let known: BTreeSet<String> = tables.clone().flat_map(|(_, bytes)| cells(bytes)).collect();
            let mut unknown: Vec<Spot> = graded
                .filter(|(_, _, cell)| !known.contains(*cell))
                .map(|(row, at, _)| Spot::cell(row, at))
                .collect();
            if !unknown.is_empty() && tables.count() == 0 {
                unknown = vec![Spot::Missing(CODES)];
            }
            unknown
        }
    }
}

/// L3-07: a header whose names differ from those of the year before in more than a few, or stand in another order.
pub(crate) fn another_format(Subject { layout, before, .. }: &Subject<'_>) -> Vec<Spot> {
    let (Some(before), Some(names)) = (before, layout.names()) else { return Vec::new() };
    let (now, then) = (undated(layout), undated(before));
    let set = |names: &[String]| names.iter().cloned().collect::<BTreeSet<String>>();
    let (known, all) = (set(&now).intersection(&set(&then)).count(), set(&now).union(&set(&then)).count());
    let shared = |names: &[String], other: &[String]| -> Vec<String> {
        let mut seen = BTreeSet::new();
        names.iter().filter(|name| other.contains(name) && seen.insert((*name).clone())).cloned().collect()
    };
    #[allow(clippy::cast_precision_loss, reason = "a header has few names")]
    let is_same = known as f64 >= LEAST_SAME * all as f64;
    if is_same && shared(&now, &then) == shared(&then, &now) {
        return Vec::new();
    }
    let new = now.iter().enumerate().filter(|(_, name)| !then.contains(name));
    let mut found: Vec<Spot> = new.map(|(at, _)| Spot::cell(names, at)).collect();
    if found.is_empty() {
        found.push(Spot::row(names));
    }
    found
}

/// L3-08: no description of the columns or no text about the file beside it, or names of columns that are not of the
/// letters a to z, digits and underscores. It is asked of published files alone.
pub(crate) fn undescribed(Subject { layout, standing, .. }: &Subject<'_>) -> Vec<Spot> {
    let Standing::Published { beside } = standing else { return Vec::new() };
    let mut found = Vec::new();
    if !beside.contains_key(COLUMNS) {
        found.push(Spot::Missing(COLUMNS));
    }
    if !beside.keys().any(|name| name.to_ascii_lowercase().starts_with(README)) {
        found.push(Spot::Missing(README));
    }
    let is_plain = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_alphabetic())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    if let Some(names) = layout.names() {
        let odd = (0..layout.columns.len()).filter(|at| !is_plain(layout.cell(names, *at)));
        found.extend(odd.map(|at| Spot::cell(names, at)));
    }
    found
}

/// Every cell of a table.
fn cells(bytes: &[u8]) -> Vec<String> {
    let text = decode::decode(bytes).map(|(text, _)| text).unwrap_or_default();
    raw::rows(&text).into_iter().flatten().map(|field| field.text.trim().to_owned()).collect()
}

/// The names of columns without their years: `R5実績` and `R6実績` are the same.
fn undated(layout: &Layout) -> Vec<String> {
    layout.columns.iter().map(|column| without_years(&spelling::header(&column.name))).collect()
}

fn without_years(name: &str) -> String {
    let eras = ERAS.iter().fold(name.to_owned(), |name, era| name.replace(era.name, ""));
    let letters: Vec<char> = eras.replace("元年", "年").chars().collect();
    let is_year = |at: usize| {
        let is_first = at == 0 || !letters[at - 1].is_ascii_alphanumeric();
        let is_initial = is_first && ERAS.iter().any(|era| era.initial.to_ascii_lowercase() == letters[at]);
        letters[at].is_ascii_digit() || is_initial && letters.get(at + 1).is_some_and(char::is_ascii_digit)
    };
    (0..letters.len()).filter(|at| !is_year(*at)).map(|at| letters[at]).collect()
}
