//! What a cell with a number says: an exact value with its unit, how it was scaled, and the words
//! around it that change its meaning.

use crate::decimal::Decimal;

/// A single quantity: `86窓口(累計)に導入 (直営施設:66、 指定管理施設:20)`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// The value in `unit`, with the magnitude applied: 45.5万人 is 455000.
    pub value: Decimal,
    /// The magnitude the city wrote it in, kept for display.
    pub magnitude: Magnitude,
    /// The unit as written, without magnitude: `人`, `%`, `人/年`; empty where none is given.
    pub unit: String,
    /// Whether the value is exact, or a bound.
    pub bound: Bound,
    /// Counted from the start of the plan, not in the year alone (累計).
    pub cumulative: bool,
    /// The value replaces an earlier one (上方修正).
    pub revision: Option<Revision>,
    /// What is counted, where the cell says so before the number (`サテライトオフィス設置:`).
    pub label: Option<String>,
    /// What follows the unit as part of the phrase (`に導入`).
    pub tail: Option<String>,
    /// Remarks after the value: `※新たに2件`, `(速報値)`, without their marks.
    pub notes: Vec<String>,
    /// Parts that the cell names with a value each; they need not add up.
    pub breakdown: Vec<Part>,
}

impl Quantity {
    /// An exact value in a unit and nothing else.
    #[must_use]
    pub fn plain(value: Decimal, unit: &str) -> Self {
        Self {
            value,
            magnitude: Magnitude::One,
            unit: unit.to_owned(),
            bound: Bound::Exact,
            cumulative: false,
            revision: None,
            label: None,
            tail: None,
            notes: Vec::new(),
            breakdown: Vec::new(),
        }
    }
}

/// A named part of a quantity: 直営施設 66.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// The name as written.
    pub name: String,
    /// The part's value.
    pub value: Decimal,
    /// The part's own unit, or that of the whole where it names none.
    pub unit: String,
}

/// A range of quantities: `40%以上,60%以下`, `10〜15件`. Both ends are in the same unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Range {
    /// The lower end.
    pub lowest: Quantity,
    /// The upper end.
    pub highest: Quantity,
}

/// Several quantities in one cell: `男女計:8.5% 男性:12.9% 女性:2.8%`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Several {
    /// Each with its `label`, as ordered in the cell.
    pub quantities: Vec<Quantity>,
    /// Which of them is named as the total, if one is.
    pub total: Option<usize>,
}

/// How a value relates to the true one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// Just this value.
    Exact,
    /// 以上: this or more.
    AtLeast,
    /// 以下, 以内: this or less.
    AtMost,
    /// 超: more than this.
    MoreThan,
    /// 未満: less than this.
    LessThan,
    /// 約, 程度: about this.
    About,
}

impl Bound {
    /// Its name in data and words: `at-least`; none for an exact value.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Exact => None,
            Self::AtLeast => Some("at-least"),
            Self::AtMost => Some("at-most"),
            Self::MoreThan => Some("more-than"),
            Self::LessThan => Some("less-than"),
            Self::About => Some("about"),
        }
    }
}

/// In which direction an earlier target was revised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Revision {
    /// 上方修正.
    Upward,
    /// 下方修正.
    Downward,
    /// 修正, 見直し, without saying which way.
    Unspecified,
}

impl Revision {
    /// Its name in data and words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Upward => "upward",
            Self::Downward => "downward",
            Self::Unspecified => "unspecified",
        }
    }
}

/// The power of ten that a number is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Magnitude {
    /// No magnitude.
    One,
    /// 千.
    Thousand,
    /// 万.
    TenThousand,
    /// 百万.
    Million,
    /// 億.
    HundredMillion,
    /// 兆.
    Trillion,
}

impl Magnitude {
    /// Longest first, so that 百万 is found before 万.
    pub const WRITTEN: [Self; 5] =
        [Self::Million, Self::Thousand, Self::TenThousand, Self::HundredMillion, Self::Trillion];

    /// The power of ten: 4 for 万.
    #[must_use]
    pub fn power(self) -> u8 {
        match self {
            Self::One => 0,
            Self::Thousand => 3,
            Self::TenThousand => 4,
            Self::Million => 6,
            Self::HundredMillion => 8,
            Self::Trillion => 12,
        }
    }

    /// How Japanese writes it; empty for one.
    #[must_use]
    pub fn kanji(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Thousand => "千",
            Self::TenThousand => "万",
            Self::Million => "百万",
            Self::HundredMillion => "億",
            Self::Trillion => "兆",
        }
    }
}
