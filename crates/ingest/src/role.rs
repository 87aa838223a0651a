//! What a column is for, as far as its header alone says.

use nendo_model::FiscalYear;

use crate::alias::{Item, Meaning};
use crate::heading::Heading;

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Level,
    Kpi,
    KpiId,
    /// The row's item.
    Item,
    /// The row's fiscal year.
    Year,
    /// Values; what the column does not say, the row does.
    Value {
        year: Option<FiscalYear>,
        item: Option<Item>,
    },
    Baseline,
    FinalTarget,
    Unit,
    Section,
    Ignored,
    /// The header says nothing that is known.
    None,
}

/// Where a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Left of the KPI, among the levels.
    Left,
    /// The KPI itself, or right of it.
    Right,
}

/// What a header alone says. Left of the KPI, 区分 and 目標 are names of levels, unless plan.toml
/// says otherwise.
pub(crate) fn role(heading: Heading, side: Side) -> Role {
    let Heading { meaning, year, setting } = heading;
    let Some(meaning) = meaning else {
        return if year.is_some() { Role::Value { year, item: None } } else { Role::None };
    };
    let may_be_level = side == Side::Left && setting.is_none() && year.is_none();
    if may_be_level && matches!(meaning, Meaning::Item | Meaning::Value(Item::Target)) {
        return Role::None;
    }
    match meaning {
        Meaning::Level => Role::Level,
        Meaning::Kpi => Role::Kpi,
        Meaning::KpiId => Role::KpiId,
        Meaning::Item => Role::Item,
        Meaning::Year => Role::Year,
        Meaning::Value(item) => Role::Value { year, item: Some(item) },
        Meaning::Current | Meaning::Baseline => Role::Baseline,
        Meaning::FinalTarget => Role::FinalTarget,
        Meaning::Unit => Role::Unit,
        Meaning::Section => Role::Section,
        Meaning::Ignored => Role::Ignored,
    }
}

/// A column that names an item and no year, in a table whose rows name none: the grade, the reason
/// and the note are those of the edition's year. So are target and actual where no column names a
/// year; beside columns that do, they could be of any.
///
/// Where the rows name items, a year with an item (2024年度（計画）) is only a year.
pub(crate) fn settle_years(roles: &mut [Role], edition: FiscalYear) {
    if roles.contains(&Role::Item) {
        for role in roles.iter_mut() {
            if let Role::Value { year: Some(_), item: item @ Some(Item::Target | Item::Actual) } = role {
                *item = None;
            }
        }
    }
    if roles.contains(&Role::Year) {
        return;
    }
    let dated = roles.iter().any(|role| matches!(role, Role::Value { year: Some(_), .. }));
    for role in roles {
        *role = match *role {
            Role::Value { year: None, item: Some(Item::Target | Item::Actual) } if dated => Role::None,
            Role::Value { year: None, item } => Role::Value { year: Some(edition), item },
            other => other,
        };
    }
}
