//! What a cell states of its whole KPI in one of a few words: what its values count (集計方法), and
//! which way is better (望ましい方向).

use nendo_model::{Counting, Direction};

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

/// Which way is better, if the text says one; 維持 says neither, and 拡充 is said of a project.
pub(crate) fn direction(written: &str) -> Option<Direction> {
    match spelling::folded(written).to_lowercase().as_str() {
        "↑" | "↗" | "増加" | "増" | "増やす" | "上昇" | "向上" | "higher" | "up" | "increase" => {
            Some(Direction::Higher)
        }
        "↓" | "↘" | "減少" | "減" | "減らす" | "低下" | "lower" | "down" | "decrease" => {
            Some(Direction::Lower)
        }
        _ => None,
    }
}
