//! What the items are that the rows of a table name (目標, 実績, 課題): a word that can mean more than
//! one thing is settled by all its rows and by the other words, as headers are. Reads no value.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::columns::Columns;
use crate::field::Item;
use crate::look::Look;
use crate::record::Record;
use crate::role::Role;
use crate::spelling;
use crate::vocabulary::{RowItem, RowWord, Vocabulary};

/// The items of a table, by the words for them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Items<'t>(FxHashMap<&'t str, RowWord>);

impl<'t> Items<'t> {
    /// Settles the words of the item column, if there is one.
    pub(crate) fn of(rows: &[Record<'t>], columns: &Columns<'_>, words: Vocabulary<'_>) -> Self {
        let Some(column) = columns.of(Role::Item).next() else { return Self::default() };
        let named: BTreeSet<&str> = rows.iter().map(|row| row.cell(column)).collect();
        let mut spelled: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for text in named.into_iter().filter(|text| !text.is_empty()) {
            spelled.entry(spelling::header(text)).or_default().push(text);
        }
        let settled = spelled.into_values().filter_map(|texts| {
            let look = || {
                let own = rows.iter().filter(|row| texts.contains(&row.cell(column)));
                Look::of(own.flat_map(|row| asking(*row, columns)))
            };
            let word = settled(words.item(texts.first()?)?, look)?;
            Some((texts, word))
        });
        let held: Vec<(Vec<&str>, RowWord)> = settled.collect();
        let is_sure = |at: usize, word: &RowWord| {
            let mut others = held.iter().enumerate().filter(|(other, _)| *other != at);
            !word.is_weak || others.all(|(_, (_, same))| same.item != word.item)
        };
        let sure = held.iter().enumerate().filter(|(at, (_, word))| is_sure(*at, word));
        Self(sure.flat_map(|(_, (texts, word))| texts.iter().map(|text| (*text, *word))).collect())
    }

    /// What a cell of the item column names.
    pub(crate) fn item(&self, text: &str) -> Option<RowWord> {
        self.0.get(text).copied()
    }
}

/// The cells of a row that ask for its item.
fn asking<'t>(row: Record<'t>, columns: &Columns<'_>) -> impl Iterator<Item = &'t str> {
    let asks = |role: &Role| matches!(role, Role::Value { item: None, .. });
    columns.roles.iter().zip(row.cells()).filter(move |(role, _)| asks(role)).map(|(_, cell)| cell)
}

/// A word as its rows tell; `None` where they are not what it says.
fn settled<'t>(word: RowWord, look: impl Fn() -> Look<'t>) -> Option<RowWord> {
    let item = match word.item {
        RowItem::Progress => match look() {
            look if look.is_measured() => RowItem::Derived,
            look if look.is_prose() => RowItem::Item(Item::Note),
            _ => RowItem::Item(Item::Evaluation),
        },
        RowItem::Derived if !look().is_derived() => return None,
        item => item,
    };
    let is_weak = word.is_weak && item != RowItem::Derived;
    Some(RowWord { item, is_weak, ..word })
}
