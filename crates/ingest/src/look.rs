//! What the cells of a column or a row look like, where its name can mean more than one thing. Knows
//! no column and no header.

use std::collections::BTreeSet;

use nendo_model::Reading;

use crate::{reading, spelling};

/// What filled cells look like.
#[derive(Clone, Debug, Default)]
pub(crate) struct Look<'a> {
    filled: usize,
    numbers: usize,
    /// Some number is no grade of one to ten: 95, 98.5, 3%.
    is_measured: bool,
    /// How many cells are sentences.
    sentences: usize,
    texts: BTreeSet<&'a str>,
}

/// A grade is no longer than this.
const LONGEST_GRADE: usize = 20;

impl<'a> Look<'a> {
    /// Looks at cells; those that are blank, or say that nothing is set, do not count.
    pub(crate) fn of(cells: impl IntoIterator<Item = &'a str>) -> Self {
        let mut look = Self::default();
        for cell in cells.into_iter().filter(|cell| !cell.is_empty()) {
            let reading = reading::read(cell);
            if matches!(reading, Reading::NotSet { .. } | Reading::Closed { .. }) {
                continue;
            }
            look.filled += 1;
            look.texts.insert(cell);
            let is_sentence = cell.chars().count() > LONGEST_GRADE || cell.contains(['\n', '。']);
            look.sentences += usize::from(is_sentence);
            if is_number(&reading) {
                look.numbers += 1;
                let digits = cell.chars().filter(|letter| letter.is_numeric()).count();
                let may_be_grade = digits < 2 || spelling::folded(cell) == "10";
                look.is_measured |= !may_be_grade || cell.contains(['%', '％']);
            }
        }
        look
    }

    /// Whether every cell is a number, and there is one.
    pub(crate) fn is_numbers(&self) -> bool {
        self.filled > 0 && self.numbers == self.filled
    }

    /// Whether no cell is a number.
    pub(crate) fn is_words(&self) -> bool {
        self.numbers == 0
    }

    /// Whether they can be figures made of others: 95.3, 102%. A rate is now and then a word.
    pub(crate) fn is_derived(&self) -> bool {
        self.filled == 0 || self.numbers > 0
    }

    /// Whether they are such figures and no grades, which may be digits too.
    pub(crate) fn is_measured(&self) -> bool {
        self.is_numbers() && self.is_measured
    }

    /// Whether most are sentences, which unlike grades hardly ever come twice.
    pub(crate) fn is_prose(&self) -> bool {
        self.sentences * 2 > self.filled && self.texts.len() * 2 > self.filled
    }
}

fn is_number(reading: &Reading) -> bool {
    use Reading::{Broken, Change, Quantity, Range, Several};
    matches!(reading, Quantity(_) | Range(_) | Several(_) | Change | Broken)
}

#[cfg(test)]
mod tests {
    use super::Look;

    #[test]
    fn figures_grades_and_sentences_look_different() {
        let look = |cells: &[&'static str]| {
            let look = Look::of(cells.iter().copied());
            (look.is_measured(), look.is_prose(), look.is_words())
        };
        assert_eq!(look(&["95.3%", "—", "", "#DIV/0!"]), (true, false, false));
        assert_eq!(look(&["95"]), (true, false, false));
        assert_eq!(look(&["3%"]), (true, false, false));
        assert_eq!(look(&["3", "10", "—"]), (false, false, false));
        assert_eq!(look(&["A", "順調", "未集計"]), (false, false, true));
        let long = "計画どおり順調に進んでおり、目標を達成する見込み";
        assert_eq!(look(&[long, long, long, "遅れ"]), (false, false, true));
        assert_eq!(look(&[long, long]), (false, false, true));
        assert_eq!(look(&[long, "遅れ"]), (false, false, true));
        assert_eq!(look(&[&long[..60], &long[3..63]]), (false, false, true));
        assert_eq!(look(&[long, "窓口を増やした。"]), (false, true, true));
        assert_eq!(look(&["A", "B", "C", long]), (false, false, true));
        assert_eq!(look(&[]), (false, false, true));
    }
}
