//! What a column is for, as its header says and, where that can mean more than one thing, its cells.

use nendo_model::FiscalYear;

use crate::alias::{Item, Meaning};
use crate::heading::Heading;
use crate::look::Look;

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Level,
    Kpi,
    KpiId,
    KpiNumber,
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
    Counting,
    Direction,
    /// Values made of others (達成率, 前年度比), which are not used.
    Derived,
    /// Values of a calendar year among fiscal years, which are not used.
    Calendar,
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

impl Role {
    /// Whether a cell of the column makes its row one of a KPI: it says more than where the row stands.
    pub(crate) fn is_said_of_kpi(self) -> bool {
        let stands = matches!(self, Self::Level | Self::Kpi | Self::KpiNumber | Self::Year);
        !stands && !matches!(self, Self::Derived | Self::Calendar | Self::Ignored | Self::None)
    }

    /// Whether only one column can have it.
    pub(crate) fn is_had_once(self) -> bool {
        use Role::{Calendar, Derived, Ignored, KpiNumber, Level, None};
        !matches!(self, Level | KpiNumber | Derived | Calendar | Ignored | None)
    }
}

/// What a header alone says. Left of the KPI, 区分 and 目標 are names of levels, unless plan.toml
/// says otherwise; so is a word that has only a weak claim to be the KPI, a target, or prose.
pub(crate) fn role(heading: Heading, side: Side) -> Role {
    let Heading { meaning, year, setting, is_weak, .. } = heading;
    let Some(meaning) = meaning else {
        return if year.is_some() { Role::Value { year, item: None } } else { Role::None };
    };
    if side == Side::Left && setting.is_none() && year.is_none() {
        let is_level = match meaning {
            Meaning::Item | Meaning::Goal | Meaning::Value(Item::Target) => true,
            Meaning::Kpi | Meaning::Value(Item::Reason | Item::Note) => is_weak,
            _ => false,
        };
        if is_level {
            return Role::None;
        }
    }
    match meaning {
        Meaning::Level => Role::Level,
        Meaning::Kpi if is_weak => Role::None,
        Meaning::Kpi => Role::Kpi,
        Meaning::KpiId => Role::KpiId,
        Meaning::KpiNumber => Role::KpiNumber,
        Meaning::Item => Role::Item,
        Meaning::Year => Role::Year,
        Meaning::Goal => Role::Value { year, item: Some(Item::Target) },
        Meaning::Value(item) => Role::Value { year, item: Some(item) },
        Meaning::Progress => Role::Value { year, item: Some(Item::Evaluation) },
        Meaning::Current | Meaning::Baseline => Role::Baseline,
        Meaning::FinalTarget => Role::FinalTarget,
        Meaning::Unit => Role::Unit,
        Meaning::Section => Role::Section,
        Meaning::Counting => Role::Counting,
        Meaning::Direction => Role::Direction,
        Meaning::Derived => Role::Derived,
        Meaning::Ignored => Role::Ignored,
    }
}

/// What a column is for whose header can mean more than one thing, as its cells tell: a grade, a rate
/// or a report; a target or no number; a rate or something else of the name.
pub(crate) fn settle_cells(role: Role, heading: Heading, cells: &Look<'_>) -> Role {
    match (heading.meaning, role) {
        (Some(Meaning::Progress), Role::Value { .. }) if cells.is_measured() => Role::Derived,
        (Some(Meaning::Progress), Role::Value { year, .. }) if cells.is_prose() => {
            Role::Value { year, item: Some(Item::Note) }
        }
        (Some(Meaning::Goal), Role::Value { .. }) if !cells.is_numbers() => Role::None,
        (Some(Meaning::Derived), _) if !cells.is_derived() => Role::None,
        _ => role,
    }
}

/// Takes the role from each column that has a weak claim to it, where another column has the role
/// too: of several reports, none is the note.
pub(crate) fn settle_claims(roles: &mut [Role], is_weak: impl Fn(usize) -> bool) {
    let held = roles.to_vec();
    for at in (0..roles.len()).filter(|at| held[*at].is_had_once() && is_weak(*at)) {
        let is_shared = held.iter().enumerate().any(|(other, role)| other != at && *role == held[at]);
        if is_shared {
            roles[at] = Role::None;
        }
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
