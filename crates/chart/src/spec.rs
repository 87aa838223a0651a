//! What is to be drawn: plain numbers and the words that stand beside them.
//!
//! Nothing here is computed from a plan. Numbers are in the unit of the axis; labels arrive worded and rounded, in the
//! language of the page.

/// A chart, by kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Spec {
    /// Target and actual by fiscal year.
    Progress(Progress),
    /// How many of a whole have each grade.
    Share(Share),
}

/// Target and actual by fiscal year: bars for the actual, a stepped and marked line for the target.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// Prefix that makes element ids unique on a page: `[a-z0-9-]`, other characters are dropped.
    pub id: String,
    /// Accessible name, in the language of the page.
    pub title: String,
    /// Accessible description, in the language of the page; may be empty.
    pub description: String,
    /// Unit of all values, shown once at the top of the axis; may be empty.
    pub unit: String,
    /// The word for the target, as in 目標.
    pub target_word: String,
    /// The word for the actual value, as in 実績.
    pub actual_word: String,
    /// Where grid lines stand. [`ticks()`](crate::ticks()) finds the values.
    pub ticks: Vec<Tick>,
    /// The fiscal years, oldest first.
    pub periods: Vec<Period>,
}

/// A grid line and its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Height on the axis, in the unit of the chart.
    pub value: f64,
    /// The value in words.
    pub label: String,
}

/// One fiscal year of a [`Progress`] chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    /// Name of the year, drawn below the axis.
    pub label: String,
    /// What was aimed at.
    pub target: Point,
    /// What was reached.
    pub actual: Point,
    /// Where the year lies, seen from the year of the page.
    pub stage: Stage,
}

/// A value, or the reason why there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Point {
    /// A number. What is not finite, or beyond 1e300, is drawn as a gap without a word.
    Value {
        /// Height on the axis, in the unit of the chart.
        value: f64,
        /// The value in words, drawn beside it.
        label: String,
    },
    /// No number.
    Gap {
        /// Why, as in 集計中; empty when there is nothing to say.
        word: String,
    },
}

/// Where a year lies, seen from the year of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Before the year of the page.
    Past,
    /// The year of the page.
    Current,
    /// After the year of the page: its target is drawn hollow and dashed.
    Later,
}

/// How many of a whole have each grade: a stacked bar a row, all rows on one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// Prefix that makes element ids unique on a page: `[a-z0-9-]`, other characters are dropped.
    pub id: String,
    /// Accessible name, in the language of the page.
    pub title: String,
    /// Accessible description, in the language of the page; may be empty.
    pub description: String,
    /// The rows, top to bottom.
    pub rows: Vec<ShareRow>,
}

/// One stacked bar of a [`Share`] chart.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareRow {
    /// Name of the row, drawn above its bar.
    pub label: String,
    /// The parts, left to right.
    pub segments: Vec<Segment>,
}

/// One part of a stacked bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// The letter drawn inside, as in A.
    pub code: String,
    /// The full words, for the tooltip.
    pub title: String,
    /// How many; a part of none is not drawn.
    pub count: usize,
    /// Which colour the stylesheet gives it.
    pub tone: Tone,
}

/// The meaning of a grade, as far as its colour goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Ahead of the target.
    Ahead,
    /// As planned.
    On,
    /// Behind the target.
    Behind,
    /// Not evaluated.
    None,
}

impl Point {
    /// The number and its label, when there is one that can be drawn.
    pub(crate) fn drawable(&self) -> Option<(f64, &str)> {
        match self {
            Self::Value { value, label } if value.abs() <= 1e300 => {
                // A number no page could print is as good as zero, and safe to divide by.
                Some((if value.abs() < 1e-300 { 0.0 } else { *value }, label))
            }
            Self::Value { .. } | Self::Gap { .. } => None,
        }
    }

    /// The word that stands where a number is missing; empty if there is none.
    pub(crate) fn word(&self) -> &str {
        match self {
            Self::Gap { word } => word.trim(),
            Self::Value { .. } => "",
        }
    }
}
