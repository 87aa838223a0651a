//! Judges of words: names in every row, and one spelling for each choice.

use std::collections::BTreeMap;

use super::layout::{Column, Kind, Layout};
use super::subject::{Spot, Subject};
use crate::spelling;

/// What stands for the cell above or beside it.
const DITTOS: [&str; 7] = ["〃", "同上", "同左", "同右", "仝", "々", "″"];

/// L2-02: cells left blank below a name that they belong under, as merged cells become, and signs for the same again.
pub(crate) fn left_out(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let keys: Vec<usize> = (0..layout.columns.len()).filter(|at| layout.columns[*at].is_key).collect();
    let mut above: Vec<Option<&str>> = vec![None; keys.len()];
    let mut found = Vec::new();
    for row in &layout.body {
        for at in 0..keys.len() {
            let cell = layout.cell(*row, keys[at]).trim();
            if cell.is_empty() {
                found.extend(above[at].map(|_| Spot::cell(*row, keys[at])));
            } else if above[at] != Some(cell) && !DITTOS.contains(&cell) {
                above[at] = Some(cell);
                // Another name above ends those that stood under it.
                above[at + 1..].fill(None);
            }
        }
        let dittos =
            layout.rows[*row].iter().enumerate().filter(|(_, field)| DITTOS.contains(&field.text.trim()));
        found.extend(dittos.map(|(column, _)| Spot::cell(*row, column)));
    }
    found
}

/// L2-04: choices that are spelled in several ways (`A`, `Ａ`), or have a remark beside them (`A（暫定）`) where they are
/// grades.
pub(crate) fn spelled_otherwise(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let choices = (0..layout.columns.len()).filter_map(|at| Some((at, choices(layout, at)?)));
    let odd = choices.flat_map(|(at, choices)| {
        let most = most_common(&choices);
        let is_graded = layout.columns[at].kind == Kind::Grade;
        let is_odd = move |choice: &str| {
            let key = spelling::folded(choice).to_lowercase();
            let bare = key.split(['(', '※', '*', '【']).next().unwrap_or_default();
            let is_remarked = is_graded && bare != key && most.contains_key(bare);
            is_remarked || most.get(&key).is_some_and(|common| *common != choice)
        };
        layout.filled(at).filter(move |(_, cell)| is_odd(cell)).map(move |(row, _)| Spot::cell(row, at))
    });
    odd.collect()
}

/// L2-05: `その他（…）` where その他 is a choice.
pub(crate) fn other_with_details(Subject { layout, .. }: &Subject<'_>) -> Vec<Spot> {
    let detailed = |cell: &str| {
        let key = spelling::folded(cell);
        key.strip_prefix("その他").is_some_and(|rest| rest.starts_with(['(', ':', '・', '→']))
    };
    let is_choice = |at: &usize| {
        let others = layout.filled(*at).filter(|(_, cell)| cell.starts_with("その他"));
        let plain = others.clone().any(|(_, cell)| cell == "その他");
        !layout.columns[*at].is_key && (plain || others.count() > 1)
    };
    let columns = (0..layout.columns.len()).filter(is_choice);
    let cells = columns
        .flat_map(|at| layout.filled(at).filter(|(_, cell)| detailed(cell)).map(move |(row, _)| (row, at)));
    cells.map(|(row, at)| Spot::cell(row, at)).collect()
}

/// The choices of a column and how often each is made; none where most cells say something of their own.
fn choices(layout: &Layout, at: usize) -> Option<BTreeMap<&str, usize>> {
    let Column { kind, .. } = layout.columns[at];
    if matches!(kind, Kind::Value | Kind::Time) {
        return None;
    }
    let mut choices = BTreeMap::new();
    for (_, cell) in layout.filled(at) {
        *choices.entry(cell).or_default() += 1;
    }
    let cells: usize = choices.values().sum();
    (choices.len() * 2 <= cells || kind == Kind::Grade).then_some(choices)
}

/// The most common spelling of each choice, by what it is compared as.
fn most_common<'a>(choices: &BTreeMap<&'a str, usize>) -> BTreeMap<String, &'a str> {
    let mut most: BTreeMap<String, (&str, usize)> = BTreeMap::new();
    for (choice, count) in choices {
        let common = most.entry(spelling::folded(choice).to_lowercase()).or_insert((choice, *count));
        if *count > common.1 {
            *common = (choice, *count);
        }
    }
    most.into_iter().map(|(key, (choice, _))| (key, choice)).collect()
}
