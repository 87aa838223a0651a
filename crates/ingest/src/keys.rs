//! What names a row: its levels, its KPI, its item and its year. Blank cells of merged rows take what
//! stands above them, but only under the same parent. Knows one row at a time, and no value.

use nendo_model::Origin;

use crate::columns::Columns;
use crate::role::Role;
use crate::table::Written;

/// Names of rows that sum up others, as they are compared.
const TOTALS: [&str; 7] = ["合計", "計", "総計", "小計", "全体計", "総合計", "total"];

/// The columns whose blank cells take what stands above, from the left.
pub(crate) struct Keys(Vec<Key>);

/// One of them.
pub(crate) struct Key {
    pub(crate) column: usize,
    pub(crate) role: Role,
    /// What it says of the row that is read.
    pub(crate) carried: Option<Written>,
}

impl Keys {
    /// The key columns of a table.
    pub(crate) fn of(columns: &Columns) -> Self {
        let is_key = |role: &Role| matches!(role, Role::Level | Role::Kpi | Role::Item | Role::Year);
        let roles = columns.roles.iter().enumerate().filter(|(_, role)| is_key(role));
        Self(roles.map(|(column, role)| Key { column, role: *role, carried: None }).collect())
    }

    /// Takes up the filled cells of the next row. One that differs from what stood above ends all to
    /// its right.
    pub(crate) fn carry(&mut self, filled: impl Fn(usize) -> Option<Written>) {
        for at in 0..self.0.len() {
            let Some(written) = filled(self.0[at].column) else { continue };
            let same = self.0[at].carried.as_ref().is_some_and(|above| above.key() == written.key());
            if !same {
                self.0[at].carried = Some(written);
                self.0[at + 1..].iter_mut().for_each(|right| right.carried = None);
            }
        }
    }

    /// The first column of a role.
    pub(crate) fn find(&self, role: Role) -> Option<&Key> {
        self.0.iter().find(|key| key.role == role)
    }

    /// The levels that the row stands under, outermost first.
    pub(crate) fn path(&self) -> Vec<Written> {
        let levels = self.0.iter().filter(|key| key.role == Role::Level);
        levels.filter_map(|key| key.carried.clone()).filter(|level| !level.key().is_empty()).collect()
    }

    /// The name of the row's KPI. A lowest level without a KPI beside it is followed as a KPI
    /// without a name, which stands at `origin`.
    pub(crate) fn kpi(&mut self, origin: impl Fn(usize) -> Origin) -> Option<Written> {
        let lowest = self.0.iter().rfind(|key| key.role == Role::Level)?.carried.as_ref();
        let is_lowest_named = lowest.is_some_and(|level| !level.key().is_empty());
        let kpi = self.0.iter_mut().find(|key| key.role == Role::Kpi)?;
        if kpi.carried.is_none() && is_lowest_named {
            kpi.carried = Some(Written { text: String::new(), origin: origin(kpi.column) });
        }
        kpi.carried.clone()
    }

    /// Whether the lowest name of the row is that of a sum.
    pub(crate) fn is_total(&self) -> bool {
        let name = |key: &Key| key.carried.as_ref().map(Written::key).filter(|name| !name.is_empty());
        let of = |role: Role| self.0.iter().rev().filter(move |key| key.role == role).find_map(name);
        let lowest = of(Role::Kpi).or_else(|| of(Role::Level));
        lowest.is_some_and(|name| TOTALS.contains(&name.to_lowercase().as_str()))
    }

    /// The rows in which the names stand.
    pub(crate) fn rows(&self) -> impl Iterator<Item = u32> {
        self.0.iter().filter_map(|key| key.carried.as_ref()?.origin.row)
    }
}
