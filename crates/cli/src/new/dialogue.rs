//! Questions and answers, a line each: what was typed as an option is not asked, what cannot be is told at once with the
//! reason. Knows no terminal, and no question.

use std::io::{BufRead, Write};

use super::wishes::Wishes;
use crate::visible;
use crate::words::Voice;

/// Columns of the terminal that an answer may take in a message.
const ANSWER: usize = 160;

/// Somebody who can be asked.
pub(crate) struct Person<'a> {
    /// What they type.
    pub(crate) types: &'a mut dyn BufRead,
    /// What they see.
    pub(crate) sees: &'a mut dyn Write,
}

/// A dialogue: with a person, or with what was typed alone.
pub(crate) struct Dialogue<'a> {
    /// What was typed.
    pub(crate) wishes: &'a Wishes,
    /// Who is asked for the rest.
    pub(crate) person: Option<Person<'a>>,
    /// In which language.
    pub(crate) voice: Voice<'a>,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// What was typed cannot be.
    Wrong {
        /// The name of the question.
        name: &'static str,
        /// What was typed; nothing where nothing was, and there is no default.
        value: Option<String>,
        /// What can be.
        why: String,
    },
    /// The person has left.
    Left,
}

/// The answer to a question that nothing is typed for.
pub(crate) struct Fallback {
    /// The answer.
    pub(crate) value: String,
    /// What the person sees of it, if it is not the answer itself.
    pub(crate) shown: Option<String>,
}

impl Fallback {
    /// An answer that is shown as it is.
    pub(crate) fn of(value: impl Into<String>) -> Self {
        Self { value: value.into(), shown: None }
    }

    /// No answer, which has a word.
    pub(crate) fn none(shown: String) -> Self {
        Self { value: String::new(), shown: Some(shown) }
    }
}

impl Dialogue<'_> {
    /// The answer to a question, as `read` understands it; its error says what can be.
    pub(crate) fn ask<T>(
        &mut self,
        name: &'static str,
        fallback: Option<&Fallback>,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, Stop> {
        let wrong = |value: Option<&str>, why| Stop::Wrong { name, value: value.map(str::to_owned), why };
        if let Some(text) = self.wishes.of(name) {
            return read(text.trim()).map_err(|why| wrong(Some(text), why));
        }
        let voice = self.voice;
        let value = fallback.map(|fallback| fallback.value.as_str());
        let Some(person) = &mut self.person else {
            return read(value.unwrap_or_default()).map_err(|why| wrong(value, why));
        };
        let shown = fallback.map(|fallback| fallback.shown.as_ref().unwrap_or(&fallback.value));
        let shown = shown.map(|shown| format!(" [{}]", visible::line(shown, ANSWER))).unwrap_or_default();
        let question = format!("{}{shown}: ", voice.word(&format!("ask-{name}")));
        loop {
            let text = person.answer(&question).ok_or(Stop::Left)?;
            let text = if text.is_empty() { value.unwrap_or_default() } else { &text };
            match read(text) {
                Ok(value) => return Ok(value),
                Err(why) => person.tell(&format!("  {}: {why}\n", voice.word("hint"))),
            }
        }
    }
}

impl Person<'_> {
    /// Shows a text, be it that nobody sees it.
    pub(crate) fn tell(&mut self, text: &str) {
        let _ = self.sees.write_all(text.as_bytes()).and_then(|()| self.sees.flush());
    }

    /// A line without what surrounds it; nothing where no more will come.
    fn answer(&mut self, question: &str) -> Option<String> {
        self.tell(question);
        let mut line = Vec::new();
        match self.types.read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => None,
            Ok(_) => Some(String::from_utf8_lossy(&line).trim().to_owned()),
        }
    }
}
