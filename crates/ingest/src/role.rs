//! What a column is for, as far as its header alone says.

use nendo_model::FiscalYear;

use crate::alias::Meaning;
use crate::field::{Attribute, Item};
use crate::heading::Heading;

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Level,
    Kpi,
    /// The row's item.
    Item,
    /// The row's fiscal year.
    Year,
    /// Values; what the column does not say, the row does.
    Value {
        year: Option<FiscalYear>,
        item: Option<Item>,
    },
    /// What is said of the KPI once.
    Attribute(Attribute),
    /// Values made of others (達成率, 前年度比), which are not used.
    Derived,
    /// Values of a calendar year among fiscal years, which are not used.
    Calendar,
    Ignored,
    /// What the text beside it was read as, in published data.
    Attested,
    /// The header says nothing that is known.
    None,
}

/// Where a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Left of the KPI, among the levels.
    Left,
    /// Right of the KPI.
    Right,
}

impl Role {
    /// Whether a cell of the column makes its row one of a KPI: it says more than where the row stands.
    pub(crate) fn is_said_of_kpi(self) -> bool {
        match self {
            Self::Value { .. } | Self::Item => true,
            Self::Attribute(attribute) => attribute != Attribute::KpiNumber,
            _ => false,
        }
    }

    /// Whether only one column can have it.
    pub(crate) fn is_had_once(self) -> bool {
        match self {
            Self::Kpi | Self::Item | Self::Year | Self::Value { .. } => true,
            Self::Attribute(attribute) => attribute != Attribute::KpiNumber,
            Self::Level | Self::Derived | Self::Calendar | Self::Ignored | Self::Attested | Self::None => {
                false
            }
        }
    }
}

/// What a header alone says. Left of the KPI, 区分 and 目標 are names of levels, unless plan.toml
/// says otherwise; so is a word that has only a weak claim to be the KPI, a target, or prose.
pub(crate) fn role(heading: Heading, side: Side) -> Role {
    let Heading { meaning, setting, is_weak, .. } = heading;
    let year = heading.year();
    let Some(meaning) = meaning else {
        return if year.is_some() { Role::Value { year, item: None } } else { Role::None };
    };
    if side == Side::Left && setting.is_none() && year.is_none() {
        let is_level = match meaning {
            Meaning::Item | Meaning::Goal | Meaning::Value(Item::Target) => true,
            Meaning::Value(Item::Reason | Item::Note) => is_weak,
            _ => false,
        };
        if is_level {
            return Role::None;
        }
    }
    match meaning {
        Meaning::Level => Role::Level,
        // Where the KPI is found, it has a better claim.
        Meaning::Kpi if is_weak => Role::None,
        Meaning::Kpi => Role::Kpi,
        Meaning::Item => Role::Item,
        Meaning::Year => Role::Year,
        Meaning::Goal => Role::Value { year, item: Some(Item::Target) },
        Meaning::Value(item) => Role::Value { year, item: Some(item) },
        Meaning::Progress => Role::Value { year, item: Some(Item::Evaluation) },
        Meaning::Current => Role::Attribute(Attribute::Baseline),
        Meaning::Attribute(attribute) => Role::Attribute(attribute),
        Meaning::Derived => Role::Derived,
        Meaning::Ignored => Role::Ignored,
    }
}
