//! What is to be drawn: plain numbers and the words that stand beside them.
//!
//! Nothing here is computed from a plan. Numbers are in the unit of the axis; labels arrive worded and rounded, in the
//! language of the page.

/// A chart: how it is named, and what it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Spec {
    /// Prefix that makes element ids unique on a page: `[a-z0-9-]`, other characters are dropped.
    pub id: String,
    /// Accessible name, in the language of the page.
    pub title: String,
    /// Accessible description, in the language of the page; may be empty.
    pub description: String,
    /// What is drawn.
    pub kind: Kind,
}

/// What a chart shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Target and actual by fiscal year.
    Progress(Progress),
    /// How many of a whole have each grade: a stacked bar a row, top to bottom, all on one scale.
    Share(Vec<ShareRow>),
    /// How far each of many targets was attained.
    Attainment(Attainment),
    /// How grades moved from one fiscal year to the next.
    Moves(Moves),
    /// Target and actual by fiscal year at the size of a word, for the cell of a table; its labels are titles only.
    Spark(Vec<Period>),
}

/// Target and actual by fiscal year: bars for the actual, a stepped and marked line for the target.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// Unit of all values, shown once at the top of the axis; may be empty.
    pub unit: String,
    /// The words that the drawing itself needs.
    pub words: Words,
    /// Where grid lines stand. [`ticks()`](crate::ticks()) finds the values.
    pub ticks: Vec<Mark>,
    /// What the axis begins with.
    pub base: Base,
    /// How the values of the years hang together.
    pub run: Run,
    /// The names of the parts that a bar is stacked of, from the bottom up; empty where it is whole.
    pub parts: Vec<String>,
    /// The fiscal years, oldest first.
    pub periods: Vec<Period>,
}

/// The words of a [`Progress`] chart, in the language of the page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Words {
    /// The target, as in 目標.
    pub target: String,
    /// The actual value, as in 実績.
    pub actual: String,
    /// A target before it was revised, as in 変更前の目標.
    pub earlier: String,
    /// Which way is better, as in 低いほど良い; empty where the chart need not say.
    pub better: String,
}

/// What the axis of a [`Progress`] chart begins with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Base {
    /// Zero, on which the bars stand.
    #[default]
    Zero,
    /// The lowest tick. The axis shows a break, and the actual is a point: a bar would lie about its length.
    Broken,
}

/// How the values of a [`Progress`] chart hang together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Run {
    /// Each year for itself: bars.
    #[default]
    Yearly,
    /// Each year counts from the start of the plan: bars that touch, as stairs.
    Cumulative,
}

/// A value and its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Place on the axis, in the unit of the chart. What is not finite, or beyond 1e300, is drawn as a gap without a word.
    pub value: f64,
    /// The value in words, drawn beside it.
    pub label: String,
}

/// One fiscal year of a [`Progress`] chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    /// Name of the year, drawn below the axis.
    pub label: String,
    /// What was aimed at.
    pub target: Point,
    /// What was aimed at before the target was revised.
    pub earlier: Option<Mark>,
    /// What was reached.
    pub actual: Point,
    /// The actual value by part, in the order of [`Progress::parts`]. A bar is stacked only if all are there, none is
    /// negative and together they are the whole; else it is drawn whole.
    pub parts: Vec<Mark>,
    /// Where the year lies, seen from the year of the page.
    pub stage: Stage,
}

/// A value, or the reason why there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Point {
    /// A number.
    Value(Mark),
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

/// How far each of many targets was attained: a row each, a dot on one scale with the target as its line.
#[derive(Debug, Clone, PartialEq)]
pub struct Attainment {
    /// Grid lines, in percent. The scale ends with them, or with the goal; what lies beyond is an arrow at its end.
    pub ticks: Vec<Mark>,
    /// Where the target stands on the scale, and its word.
    pub goal: Mark,
    /// The rows, top to bottom.
    pub rows: Vec<AttainmentRow>,
}

/// One row of an [`Attainment`] chart.
#[derive(Debug, Clone, PartialEq)]
pub struct AttainmentRow {
    /// Name of what was to be attained, drawn above its line.
    pub label: String,
    /// Its grade, if it has one.
    pub grade: Option<Grade>,
    /// The attainment in percent, or why there is none.
    pub attained: Point,
    /// Whether the goal was reached, which a rounded percentage does not tell: it decides the shape of the dot.
    pub goal: Goal,
}

/// Whether a goal was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// The value is as good as the goal, or better.
    Reached,
    /// It is not.
    Missed,
}

/// How grades moved: two stacks of the same KPIs, and a band for each way from a grade to a grade.
#[derive(Debug, Clone, PartialEq)]
pub struct Moves {
    /// The name of the earlier year.
    pub before: String,
    /// The name of the later year.
    pub after: String,
    /// What a KPI can be graded as, best first; among them that it has no grade.
    pub grades: Vec<Grade>,
    /// How many went which way.
    pub flows: Vec<Flow>,
}

/// So many that went from one grade to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    /// The earlier grade, by its place in [`Moves::grades`].
    pub from: usize,
    /// The later grade, by its place in [`Moves::grades`].
    pub to: usize,
    /// How many; none is not drawn, nor is what names no grade.
    pub count: usize,
    /// Whether that is better or worse.
    pub trend: Trend,
}

/// Whether a move is for the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// To a better grade.
    Up,
    /// To a worse grade.
    Down,
    /// The same grade, or grades that are not ranked against each other.
    Level,
}

/// A grade as a chart shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Grade {
    /// The letter drawn inside, as in A.
    pub code: String,
    /// The full words, for the tooltip.
    pub title: String,
    /// Which colour the stylesheet gives it.
    pub tone: Tone,
}

/// One stacked bar of a [`Kind::Share`] chart.
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
    /// What all of the part are graded as.
    pub grade: Grade,
    /// How many; a part of none is not drawn.
    pub count: usize,
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

impl Mark {
    /// The number, when it is one that can be drawn.
    pub(crate) fn drawable(&self) -> Option<f64> {
        (self.value.abs() <= 1e300).then_some(self.value)
    }

    /// That number and its label.
    pub(crate) fn labelled(&self) -> Option<(f64, &str)> {
        Some((self.drawable()?, &self.label))
    }
}

impl Point {
    /// The number and its label, when there is one that can be drawn.
    pub(crate) fn drawable(&self) -> Option<(f64, &str)> {
        match self {
            Self::Value(mark) => mark.labelled(),
            Self::Gap { .. } => None,
        }
    }

    /// The word that stands where a number is missing; empty if there is none.
    pub(crate) fn word(&self) -> &str {
        match self {
            Self::Gap { word } => word.trim(),
            Self::Value(_) => "",
        }
    }
}
