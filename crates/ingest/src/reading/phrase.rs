//! A cell that is one quantity, with all that may stand around it:
//! `サテライトオフィス設置: 86窓口(累計)に導入 (直営施設:66、 指定管理施設:20) ※新たに58窓口`.

use nendo_model::Reading;

use super::Fault;
use super::label::{self, Kind};
use super::measure;
use super::source::Text;
use super::tail::{self, Ending};

/// A label this long is a sentence with a colon in it.
const LONGEST_DOUBTED: usize = 20;

/// Reads the whole text as a quantity or a change.
pub(super) fn phrase(text: Text<'_>) -> Result<Reading, Fault> {
    let label::Labelled { label, kind, body } = label::split(text);
    let (cumulative, body) = total_so_far(body);
    let (measure, rest) = measure::measure(body)?;
    let mut quantity = measure.into_quantity();
    let named = label.is_some_and(|label| label.contains_any(&["累計", "累積"]));
    quantity.cumulative = cumulative || named || kind == Kind::Cumulative;
    let ending = tail::follow(rest, &mut quantity)?;
    match kind {
        Kind::Doubted if label.is_some_and(|label| label.len() > LONGEST_DOUBTED) => Err(Fault::Words),
        Kind::Doubted => Err(Fault::Unread),
        Kind::Change => Ok(Reading::Change),
        Kind::Plain | Kind::Cumulative if ending == Ending::Change => Ok(Reading::Change),
        Kind::Cumulative => Ok(Reading::Quantity(quantity)),
        Kind::Plain => {
            quantity.label = label.map(Text::written);
            Ok(Reading::Quantity(quantity))
        }
    }
}

/// 累計 before the number.
fn total_so_far(text: Text<'_>) -> (bool, Text<'_>) {
    match text.strip("累計") {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    }
}
