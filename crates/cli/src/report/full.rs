//! Problems for people: what is wrong, where, and what to do about it.

use console::{Style, Term};
use nendo_model::{Problem, Severity};

use super::capped::{self, Shown};
use super::sentence;
use crate::words::Voice;

/// What is known of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// It shows colours.
    Coloured,
    /// It does not, or nobody knows.
    Plain,
}

impl Ink {
    /// What is known of that which shows stderr.
    pub(super) fn of_stderr() -> Self {
        if Term::stderr().features().colors_supported() { Self::Coloured } else { Self::Plain }
    }
}

/// The problems that are shown, with a blank line after each.
pub(super) fn text(problems: &[Problem], voice: Voice<'_>, ink: Ink) -> String {
    let paragraphs = capped::shown(problems).into_iter().map(|shown| match shown {
        Shown::Problem(problem) => paragraph(problem, voice, ink),
        Shown::Rest(rest) => rest.say(voice) + "\n\n",
    });
    paragraphs.collect()
}

fn paragraph(Problem { case, origin }: &Problem, voice: Voice<'_>, ink: Ink) -> String {
    let style = || Style::new().force_styling(ink == Ink::Coloured);
    let tone = match case.severity() {
        Severity::Error => style().red().bold(),
        Severity::Warning => style().yellow().bold(),
        Severity::Note => style().green().bold(),
    };
    let severity = tone.apply_to(sentence::severity(case, voice));
    let message = style().bold().apply_to(sentence::message(case, voice));
    let hint_word = style().cyan().apply_to(voice.word("hint"));
    let hint = sentence::hint(case, voice);
    let place = match sentence::origin(origin, voice) {
        nowhere if nowhere.is_empty() => nowhere,
        place => format!("  {} {place}\n", style().blue().apply_to("-->")),
    };
    format!("{severity}: {message}\n{place}  {hint_word}: {hint}\n\n")
}

#[cfg(test)]
mod tests {
    use nendo_model::{Case, Origin, Problem};

    use super::{Ink, text};
    use crate::words::{Language, Words};

    fn problems() -> [Problem; 3] {
        let place =
            Origin { column: Some(3), header: "評価".to_owned(), ..Origin::row("plans/dx/2023.csv", 12) };
        let grade =
            Case::UnknownGrade { value: "E".to_owned(), known: "A, B".to_owned(), nearest: String::new() };
        let settings = Case::UnusedSetting { setting: "slugs".to_owned(), value: "x".to_owned() };
        [
            Problem { case: grade, origin: place },
            Problem { case: settings, origin: Origin::row("plans/dx/plan.toml", 3) },
            Problem {
                case: Case::NoAuditRule { value: "dx".to_owned() },
                origin: Origin::file("plans/dx/plan.toml"),
            },
        ]
    }

    #[test]
    fn english() {
        let words = Words::embedded();
        let expected = "\
error: the scale has no grade `E` (it has A, B)
  --> plans/dx/2023.csv: row 12, column D「評価」
  hint: correct the grade in the cell, or add it as a [[scale]] entry in plan.toml; a remark beside it, such as （暫定） or （自己評価）, leaves it in doubt: leave only the grade, or add the whole text to aliases of its entry

warning: setting slugs names `x`, which the plan does not have
  --> plans/dx/plan.toml: line 3
  hint: check that it is exactly the name or id of the progress table; delete the setting if it is not needed

note: plan `dx` has no rule to compare its grades with
  --> plans/dx/plan.toml
  hint: enter the attainment in percent from which each grade is due under [audit] in plan.toml, such as \"A\" = 100 and \"B\" = 95

";
        assert_eq!(text(&problems(), words.voice(Language::En), Ink::Plain), expected);
    }

    #[test]
    fn japanese() {
        let words = Words::embedded();
        let expected = "\
エラー: 評価「E」は評価区分にありません（使える評価: A, B）
  --> plans/dx/2023.csv 12行目 D列「評価」
  対処: セルの評価を直すか、plan.toml の [[scale]] にこの評価を加えてください。（暫定）や（自己評価）のような言葉が添えてあると、その年度の評価かどうかを決められません。評価だけを残すか、書かれたとおりの文字を、その評価の aliases に加えてください

";
        assert_eq!(text(&problems()[..1], words.voice(Language::Ja), Ink::Plain), expected);
    }

    #[test]
    fn colours_add_nothing_but_colour() {
        let words = Words::embedded();
        let coloured = text(&problems(), words.voice(Language::En), Ink::Coloured);
        for (ink, word) in [("31", "error"), ("33", "warning"), ("32", "note")] {
            assert!(coloured.contains(&format!("\u{1b}[{ink}m\u{1b}[1m{word}")), "{coloured:?}");
        }
        let mut plain = String::new();
        for (at, piece) in coloured.split("\u{1b}[").enumerate() {
            plain.push_str(if at == 0 { piece } else { piece.split_once('m').unwrap_or_default().1 });
        }
        assert_eq!(plain, text(&problems(), words.voice(Language::En), Ink::Plain));
    }

    #[test]
    fn a_problem_without_a_place_has_no_arrow() {
        let words = Words::embedded();
        let problem = Problem { case: Case::NoPlan {}, origin: Origin::default() };
        assert!(!text(&[problem], words.voice(Language::En), Ink::Plain).contains("-->"));
    }
}
