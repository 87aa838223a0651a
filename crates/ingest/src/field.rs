//! What a table says of a KPI: items year by year, and attributes once. Each by the name that plan.toml has for it.

/// What a value of a year is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// What was to be reached.
    Target,
    /// What was reached.
    Actual,
    /// The grade that the city gives.
    Evaluation,
    /// Why it is so.
    Reason,
    /// Whatever else is said.
    Note,
}

/// What is said of a KPI once, whatever the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// The id of the KPI.
    KpiId,
    /// The number of the KPI, which stands before its name in other tables.
    KpiNumber,
    /// The unit of values that name none.
    Unit,
    /// The responsible section.
    Section,
    /// What the values count: 累計, 単年度.
    Counting,
    /// Which way is better: ↑, 減少.
    Direction,
    /// The value before the plan began.
    Baseline,
    /// The target at the end of the plan.
    FinalTarget,
}

impl Item {
    /// The item of this name.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        use Item::{Actual, Evaluation, Note, Reason, Target};
        [Target, Actual, Evaluation, Reason, Note].into_iter().find(|item| item.name() == name)
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Actual => "actual",
            Self::Evaluation => "evaluation",
            Self::Reason => "reason",
            Self::Note => "note",
        }
    }
}

impl Attribute {
    /// The attribute of this name.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        use Attribute::{Baseline, Counting, Direction, FinalTarget, KpiId, KpiNumber, Section, Unit};
        let all = [KpiId, KpiNumber, Unit, Section, Counting, Direction, Baseline, FinalTarget];
        all.into_iter().find(|attribute| attribute.name() == name)
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::KpiId => "kpi-id",
            Self::KpiNumber => "kpi-number",
            Self::Unit => "unit",
            Self::Section => "section",
            Self::Counting => "counting",
            Self::Direction => "direction",
            Self::Baseline => "baseline",
            Self::FinalTarget => "final-target",
        }
    }
}
