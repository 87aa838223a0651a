//! What names a row: its levels, its KPI, its item and its year. Blank cells of merged rows take what
//! stands above them, but only under the same parent. Knows one row at a time, and no value.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::columns::Columns;
use crate::listed::Named;
use crate::record::{Record, Written};
use crate::role::Role;

/// Names of rows that sum up others, as they are compared.
const TOTALS: [&str; 7] = ["合計", "計", "総計", "小計", "全体計", "総合計", "total"];

/// The columns whose blank cells take what stands above, from the left.
pub(crate) struct Keys<'t> {
    keys: Vec<Key<'t>>,
    /// What each text is compared as.
    folded: FxHashMap<&'t str, Rc<str>>,
}

/// One of them.
pub(crate) struct Key<'t> {
    pub(crate) column: usize,
    pub(crate) role: Role,
    /// What it says of the row that is read.
    pub(crate) carried: Option<Named<'t>>,
}

/// Which names a row has of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Carry {
    /// None, or the same as the row above: it belongs to the same KPI.
    Same,
    /// Another level or KPI.
    Other,
}

impl<'t> Keys<'t> {
    /// The key columns of a table.
    pub(crate) fn of(columns: &Columns<'_>) -> Self {
        let is_key = |role: &Role| matches!(role, Role::Level | Role::Kpi | Role::Item | Role::Year);
        let roles = columns.roles.iter().enumerate().filter(|(_, role)| is_key(role));
        let keys = roles.map(|(column, role)| Key { column, role: *role, carried: None }).collect();
        Self { keys, folded: FxHashMap::default() }
    }

    /// Takes up the filled cells of the next row. One that differs from what stood above ends what stands
    /// under it, to its right.
    pub(crate) fn carry(&mut self, record: Record<'t>) -> Carry {
        let mut carry = Carry::Same;
        for at in 0..self.keys.len() {
            let Key { column, role: _, carried } = &mut self.keys[at];
            let Some(written) = record.filled(*column).filter(|written| !written.is_ditto()) else {
                continue;
            };
            if carried.as_ref().is_some_and(|above| above.written.text == written.text) {
                continue;
            }
            let folded = self.folded.entry(written.text).or_insert_with(|| written.key());
            let named = Named { written, key: folded.clone() };
            if carried.as_ref().is_some_and(|above| above.key == named.key) {
                continue;
            }
            *carried = Some(named);
            let names_kpi = |role: Role| matches!(role, Role::Level | Role::Kpi);
            let is_parent = names_kpi(self.keys[at].role);
            if is_parent {
                carry = Carry::Other;
            }
            // A year or an item is no parent of the KPI beside it.
            let ended = self.keys[at + 1..].iter_mut().filter(|right| is_parent || !names_kpi(right.role));
            ended.for_each(|right| right.carried = None);
        }
        carry
    }

    /// The first column of a role.
    pub(crate) fn find(&self, role: Role) -> Option<&Key<'t>> {
        self.keys.iter().find(|key| key.role == role)
    }

    /// The levels that the row stands under, outermost first.
    pub(crate) fn path(&self) -> Vec<Named<'t>> {
        let levels = self.keys.iter().filter(|key| key.role == Role::Level);
        levels.filter_map(|key| key.carried.clone()).filter(|level| !level.key.is_empty()).collect()
    }

    /// The name of the row's KPI. A lowest level without a KPI beside it is followed as a KPI
    /// without a name, in this row.
    pub(crate) fn kpi(&mut self, record: Record<'t>) -> Option<Named<'t>> {
        let lowest = self.keys.iter().rfind(|key| key.role == Role::Level)?.carried.as_ref();
        let is_lowest_named = lowest.is_some_and(|level| !level.key.is_empty());
        let kpi = self.keys.iter_mut().find(|key| key.role == Role::Kpi)?;
        if kpi.carried.is_none() && is_lowest_named {
            let written = Written { text: "", place: record.place(kpi.column) };
            kpi.carried = Some(Named { written, key: Rc::default() });
        }
        kpi.carried.clone()
    }

    /// Whether the lowest name of the row is that of a sum.
    pub(crate) fn is_total(&self) -> bool {
        let name =
            |key: &Key<'t>| key.carried.as_ref().map(|name| name.key.clone()).filter(|key| !key.is_empty());
        let of = |role: Role| self.keys.iter().rev().filter(move |key| key.role == role).find_map(name);
        let lowest = of(Role::Kpi).or_else(|| of(Role::Level));
        lowest.is_some_and(|name| TOTALS.contains(&name.to_lowercase().as_str()))
    }

    /// The rows in which the names stand.
    pub(crate) fn rows(&self) -> impl Iterator<Item = u32> {
        self.keys.iter().filter_map(|key| Some(key.carried.as_ref()?.written.place.row))
    }
}
