//! What the items are that the rows of a table name (目標, 実績, 課題): a word that can mean more than
//! one thing is settled by all its rows and by the other words, as headers are. Reads no value.

use std::collections::{BTreeMap, BTreeSet};

use crate::alias::Item;
use crate::columns::Columns;
use crate::heading::{self, RowItem, RowWord, Vocabulary};
use crate::look::Look;
use crate::record::Record;
use crate::role::Role;

/// The items of a table, by their words as they are compared.
#[derive(Clone, Debug, Default)]
pub(crate) struct Items(BTreeMap<String, RowWord>);

impl Items {
    /// Settles the words of the item column, if there is one.
    pub(crate) fn of(rows: &[Record<'_>], columns: &Columns, words: Vocabulary<'_>) -> Self {
        let Some(column) = columns.of(Role::Item).next() else { return Self::default() };
        let named: BTreeSet<&str> = rows.iter().map(|row| row.cell(column)).collect();
        let named = named.into_iter().filter(|text| !text.is_empty());
        let mut keys: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for text in named {
            keys.entry(heading::key(text)).or_default().push(text);
        }
        let settled = keys.into_iter().filter_map(|(key, texts)| {
            let word = words.item(&key)?;
            let look = || {
                let own = rows.iter().filter(|row| texts.contains(&row.cell(column)));
                Look::of(own.flat_map(|row| asking(*row, columns)))
            };
            Some((key, settled(word, look)?))
        });
        let held: BTreeMap<String, RowWord> = settled.collect();
        let is_sure = |key: &String, word: &RowWord| {
            !word.is_weak || !held.iter().any(|(other, same)| other != key && same.item == word.item)
        };
        let sure = held.iter().filter(|(key, word)| is_sure(key, word));
        Self(sure.map(|(key, word)| (key.clone(), *word)).collect())
    }

    /// What a cell of the item column names.
    pub(crate) fn item(&self, text: &str) -> Option<RowWord> {
        self.0.get(&heading::key(text)).copied()
    }
}

/// The cells of a row that ask for its item.
fn asking<'t>(row: Record<'t>, columns: &Columns) -> impl Iterator<Item = &'t str> {
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
