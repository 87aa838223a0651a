//! The evaluation scale as data: which grades there are, their order, and what they mean.

use crate::decimal::Decimal;
use crate::letter::half_width;
use crate::wording::Wording;

/// A city's scale of grades, best first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Scale {
    grades: Vec<Grade>,
}

/// One grade of a scale.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Grade {
    /// The letter or mark as the city writes it: `A`, `◎`, `順調`.
    pub code: String,
    /// What the grade means; absent where the scale was made from the grades that occur.
    pub meaning: Option<Wording>,
    /// Its rung, 1 the best; `None` stands outside the ranking (評価できない).
    pub rank: Option<u32>,
    /// What a page calls it: the city's own word, never our arithmetic.
    pub tone: Tone,
    /// Whether a KPI with this grade counts in the denominator of percentages.
    pub counted: bool,
    /// Other ways the city writes the same grade.
    pub aliases: Vec<String>,
}

/// The attainment from which a grade is due.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GradeBound {
    /// The grade as the rule writes it. A scale made of the grades that occur may lack it.
    pub grade: String,
    /// The least attainment in percent.
    pub from: Decimal,
}

/// What a grade says of progress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// Better than the target.
    Ahead,
    /// As targeted.
    On,
    /// Behind the target.
    Behind,
    /// Says nothing of progress, or the city did not say.
    #[default]
    None,
}

impl Tone {
    /// The word for it in data and styles: `ahead`, `on`, `behind`, `none`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::On => "on",
            Self::Behind => "behind",
            Self::None => "none",
        }
    }
}

/// The place of a grade in its scale. Only the scale gives one out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GradeIndex(usize);

impl Scale {
    /// A scale of these grades, best first.
    #[must_use]
    pub fn new(grades: Vec<Grade>) -> Self {
        Self { grades }
    }

    /// The grades, best first, with their places.
    #[must_use]
    pub fn grades(&self) -> impl ExactSizeIterator<Item = (GradeIndex, &Grade)> {
        self.grades.iter().enumerate().map(|(at, grade)| (GradeIndex(at), grade))
    }

    /// The grade at a place that this scale gave out.
    #[must_use]
    pub fn grade(&self, index: GradeIndex) -> Option<&Grade> {
        self.grades.get(index.0)
    }

    /// The grade that a cell names. Look-alikes (`○ 〇 ◯`, `Ａ A`) are the same, letters of either
    /// case too unless the scale tells them apart, and X is a cross in a scale of marks.
    #[must_use]
    pub fn find(&self, written: &str) -> Option<GradeIndex> {
        let names = |grade: &Grade, fold: fn(&str) -> String| {
            let wanted = fold(written);
            fold(&grade.code) == wanted || grade.aliases.iter().any(|alias| fold(alias) == wanted)
        };
        let position = |fold: fn(&str) -> String| self.grades.iter().position(|grade| names(grade, fold));
        let found = if self.is_of_marks() {
            position(fold_crosses)
        } else {
            position(fold_look_alikes).or_else(|| position(fold_case))
        };
        found.map(GradeIndex)
    }

    /// Whether grades are marks, and none is a letter or digit but X.
    fn is_of_marks(&self) -> bool {
        let codes = || self.grades.iter().map(|grade| fold_crosses(&grade.code));
        codes().any(|code| code.starts_with(|first: char| !first.is_alphanumeric() && first != '×'))
            && codes().all(|code| !code.contains(|letter: char| letter.is_ascii_alphanumeric()))
    }

    /// Whether any grade says ahead, on or behind.
    #[must_use]
    pub fn has_tone(&self) -> bool {
        self.grades.iter().any(|grade| grade.tone != Tone::None)
    }
}

/// A text with one form for characters that look alike in marks and codes: circles, crosses, full-width letters, with
/// or without the selectors that make an emoji of a mark. ▲ is not △, nor ● ○: some cities write both. X is a letter here.
#[must_use]
pub fn one_look(text: &str) -> String {
    let one_look = |letter: char| match letter {
        '〇' | '◯' | '⭕' | '⚪' => '○',
        '✕' | '✖' | '✗' | '✘' | '❌' | '╳' | '☓' | '⨯' => '×',
        '⦾' | '⦿' | '⊚' => '◎',
        '∆' | 'Δ' | '⊿' | '▵' => '△',
        '＊' | '∗' => '*',
        _ => half_width(letter),
    };
    text.chars().filter(|letter| !matches!(letter, '\u{FE00}'..='\u{FE0F}')).map(one_look).collect()
}

fn fold_look_alikes(text: &str) -> String {
    one_look(text).split_whitespace().collect()
}

fn fold_case(text: &str) -> String {
    fold_look_alikes(text).to_lowercase()
}

fn fold_crosses(text: &str) -> String {
    fold_case(text).replace('x', "×")
}

#[cfg(test)]
mod tests {
    use super::{Grade, Scale, Tone};

    fn scale(codes: &[&str]) -> Scale {
        let grade = |code: &&str| Grade {
            code: (*code).to_owned(),
            meaning: None,
            rank: None,
            tone: Tone::None,
            counted: true,
            aliases: Vec::new(),
        };
        Scale::new(codes.iter().map(grade).collect())
    }

    fn found<'a>(scale: &'a Scale, written: &str) -> Option<&'a str> {
        scale.find(written).and_then(|at| scale.grade(at)).map(|grade| grade.code.as_str())
    }

    #[test]
    fn look_alikes_are_the_same_grade() {
        let marks = scale(&["◎", "○", "△", "×"]);
        for circle in ["○", "〇", "◯", " ○ "] {
            assert_eq!(found(&marks, circle), Some("○"), "{circle}");
        }
        for cross in ["×", "✕", "✖", "❌", "Ｘ", "ｘ", "X", "x"] {
            assert_eq!(found(&marks, cross), Some("×"), "{cross}");
        }
        for double in ["◎", "⦿", "⊚"] {
            assert_eq!(found(&marks, double), Some("◎"), "{double}");
        }
        assert_eq!(found(&marks, "⚪\u{FE0F}"), Some("○"));
        assert_eq!(found(&marks, "Δ"), Some("△"));
        for other in ["□", "▲", "●", "0", "O"] {
            assert_eq!(found(&marks, other), None, "{other}");
        }
        assert_eq!(found(&scale(&["○", "△", "▲"]), "▲"), Some("▲"));
    }

    #[test]
    fn a_letter_x_is_no_cross_among_letters() {
        let letters = scale(&["A", "B", "X", "×"]);
        assert_eq!(found(&letters, "Ｘ"), Some("X"));
        assert_eq!(found(&letters, "✕"), Some("×"));
        assert_eq!(found(&scale(&["A", "X"]), "×"), None);
        assert_eq!(found(&scale(&["A", "×"]), "X"), None);
        assert_eq!(found(&scale(&["○", "△", "Ｘ"]), "×"), Some("Ｘ"));
        assert_eq!(found(&scale(&["○", "B", "×"]), "X"), None, "marks beside a letter");
        assert_eq!(found(&scale(&["未", "順", "×"]), "X"), None, "a cross beside words");
    }

    #[test]
    fn letters_fold_unless_the_scale_tells_them_apart() {
        let letters = scale(&["A", "B", "B*"]);
        assert_eq!(found(&letters, "Ａ"), Some("A"));
        assert_eq!(found(&letters, "b"), Some("B"));
        assert_eq!(found(&letters, "B＊"), Some("B*"));
        assert_eq!(found(&letters, "B∗"), Some("B*"));
        let cased = scale(&["C", "c"]);
        assert_eq!(found(&cased, "c"), Some("c"));
        assert_eq!(found(&letters, "E"), None);
    }

    #[test]
    fn an_alias_names_its_grade() {
        let mut grades = scale(&["A", "B"]).grades;
        grades[1].aliases = vec!["概ね順調".to_owned(), "Ｂ評価".to_owned()];
        let aliased = Scale::new(grades);
        assert_eq!(found(&aliased, "概ね 順調"), Some("B"));
        assert_eq!(found(&aliased, "b評価"), Some("B"));
        assert_eq!(found(&aliased, "遅れ"), None);
    }

    #[test]
    fn a_tone_is_what_a_grade_says_of_progress() {
        let mut grades = scale(&["A", "B"]).grades;
        assert!(!Scale::new(grades.clone()).has_tone());
        grades[1].tone = Tone::Behind;
        assert!(Scale::new(grades).has_tone());
    }
}
