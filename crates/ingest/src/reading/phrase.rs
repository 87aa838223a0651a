//! A cell that is one quantity, with all that may stand around it:
//! `サテライトオフィス設置: 86窓口(累計)に導入 (直営施設:66、 指定管理施設:20) ※新たに58窓口`.

use nendo_model::Reading;

use super::Fault;
use super::before::{self, Before};
use super::fraction;
use super::label::{self, Kind};
use super::measure;
use super::source::Text;
use super::tail::{self, Ending};

/// A label this long is a sentence with a colon in it.
const LONGEST_DOUBTED: usize = 20;

/// Reads the whole text as a quantity or a change.
pub(super) fn phrase(text: Text<'_>) -> Result<Reading, Fault> {
    let label::Labelled { label, kind, body } = label::split(text);
    let (before, number) = before::before(body);
    let Before { cumulative, word } = before;
    let (mut quantity, rest) = match fraction::fraction(number) {
        Some(found) => found,
        None => measure::measure(number).map(|(measure, rest)| (measure.into_quantity(), rest))?,
    };
    // In 合計-5件 the hyphen parts a name from its number.
    if number.len() < body.len() && matches!(number.first(), Some('-' | '+' | '±')) {
        return Err(Fault::Unread);
    }
    let named = label.is_some_and(|label| label.contains_any(&["累計", "累積"]));
    quantity.cumulative = cumulative || named || kind == Kind::Cumulative;
    let ending = tail::follow(rest, &mut quantity)?;
    match kind {
        Kind::Doubted if label.is_some_and(|label| label.len() > LONGEST_DOUBTED) => Err(Fault::Words),
        Kind::Doubted => Err(Fault::Unread),
        Kind::Change => Ok(Reading::Change),
        Kind::Plain | Kind::Cumulative if ending == Ending::Change => Ok(Reading::Change),
        Kind::Plain | Kind::Cumulative if !before.keeps(&quantity.unit) => Err(Fault::Unread),
        Kind::Plain | Kind::Cumulative => {
            let label = label.filter(|_| kind == Kind::Plain);
            if let (Some(_), Some(word)) = (label, word) {
                quantity.notes.insert(0, word.written());
            }
            quantity.label = label.or(word).map(Text::written);
            Ok(Reading::Quantity(quantity))
        }
    }
}
