//! Cells that say that a target was completed and is followed no longer: (2022年度末をもって目標完了).
//! 2025年度に完了 may be a plan as well as a fact, and 事業終了 is the end of something else than the target: they stay texts.

use nendo_model::Reading;

use super::date;
use super::source::{Text, is_dash};

/// Words after the year that end it; a plan is not written with them.
const ENDINGS: [&str; 5] = ["をもって", "を以て", "を以って", "にて", "で"];

/// `None` where the whole cell is not such a statement. A dash before it changes nothing.
pub(super) fn closed(text: Text<'_>) -> Option<Reading> {
    let text = text.skip_while(|letter| is_dash(letter) || letter.is_whitespace());
    let text = text.enclosed().unwrap_or(text);
    let (year, rest) = match date::year(text) {
        Some((year, rest)) => (Some(year), rest),
        None => (None, text),
    };
    let ended = year.and_then(|_| rest.without(&["末"]).strip_any(&ENDINGS));
    let within = year.and_then(|_| rest.strip_any(&["中に", "末に", "に"]));
    let rest = ended.or(within).unwrap_or(rest).trim_start();
    let subject = rest.strip_any(&["目標達成", "目標を", "目標"]);
    let verbs = if subject.is_some() { ["完了", "終了"].as_slice() } else { &["完了"] };
    let rest = subject.unwrap_or(rest).strip_any(verbs)?;
    let past = rest.strip_any(&["済み", "済", "しました", "した"]);
    let certain = ended.is_some() || subject.is_some() || past.is_some() && year.is_some();
    let ends = past.unwrap_or(rest).trim().is_one_of(&["", "。"]);
    (certain && ends).then_some(Reading::Closed { year })
}
