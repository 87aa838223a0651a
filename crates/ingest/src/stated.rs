//! What a cell states of its whole KPI in one of a few words: what its values count (集計方法), and
//! which way is better (望ましい方向).

use nendo_model::{Counting, Direction, FiscalYear};

use crate::spelling;

/// What the values count, if this is one of the words for it.
pub(crate) fn counting(written: &str) -> Option<Counting> {
    match spelling::folded(written).to_lowercase().as_str() {
        "累計" | "累計値" | "累積" | "cumulative" => Some(Counting::Cumulative),
        "単年度" | "単年" | "単年度値" | "単年値" | "yearly" => Some(Counting::Yearly),
        "年度末時点" | "年度末" | "時点" | "時点値" => Some(Counting::PointInTime),
        _ => None,
    }
}

/// The fiscal year that a remark beside a value says it is of, and says no more: R2年度調査, R4, 令和元年度実績.
pub(crate) fn year(remark: &str) -> Option<FiscalYear> {
    const OF: [&str; 11] =
        ["", "末", "時点", "現在", "末時点", "末現在", "実績", "実績値", "調査", "調査値", "値"];
    let folded = spelling::folded(remark);
    let (year, rest) = FiscalYear::read_start(&folded)?;
    OF.contains(&rest).then_some(year)
}

/// Whether a cell of such a column can be read.
pub(crate) fn is_counting(written: &str) -> bool {
    written.is_empty() || nendo_model::is_placeholder(written) || counting(written).is_some()
}

/// Whether a cell of such a column can be read.
pub(crate) fn is_direction(written: &str) -> bool {
    written.is_empty() || nendo_model::is_placeholder(written) || direction(written).is_some()
}

/// Which way is better, if the text says it, be it neither (維持); 拡充 is said of a project.
pub(crate) fn direction(written: &str) -> Option<Direction> {
    match spelling::folded(written).to_lowercase().as_str() {
        "↑" | "↗" | "増加" | "増" | "増やす" | "上昇" | "向上" | "higher" | "up" | "increase" => {
            Some(Direction::Higher)
        }
        "↓" | "↘" | "減少" | "減" | "減らす" | "低下" | "lower" | "down" | "decrease" => {
            Some(Direction::Lower)
        }
        "維持" | "現状維持" | "→" => Some(Direction::Unclear),
        _ => None,
    }
}
