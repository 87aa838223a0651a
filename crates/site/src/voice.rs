//! One language speaking: texts, numbers and years as a page of that language says them.

mod amount;
mod date;

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};
use nendo_model::{Decimal, ERAS, FiscalYear, Wording};

use crate::config::YearStyle;
use crate::inert::inert;
use crate::language::{Language, NUMBER};
use crate::message::{Message, Piece};
use crate::phrase::{Asked, Phrase};
use crate::spelling::normal;
use crate::words::Words;

/// The words, in one of their languages.
#[derive(Clone, Copy)]
pub(crate) struct Voice<'a> {
    pub(crate) words: &'a Words,
    language: &'a Language,
}

/// What stands for a name in a message.
pub(crate) enum Arg {
    /// A number that the message may choose its words by.
    Count(usize),
    /// A text put in as it is.
    Phrase(Phrase),
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<Phrase> for Arg {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Phrase(Phrase::plain(text))
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Phrase(Phrase::plain(text))
    }
}

/// Marks the places of texts in a message while Fluent puts it together: private-use characters,
/// which only ever stand in the message, never in the texts.
const FIRST_MARK: u32 = 0xF_0000;

impl<'a> Voice<'a> {
    /// Every language, that of the tables first.
    pub(crate) fn all(words: &'a Words) -> impl Iterator<Item = Self> {
        words.languages.iter().map(move |language| Self { words, language })
    }

    /// The tag of the language.
    pub(crate) fn tag(&self) -> &'a str {
        &self.language.tag
    }

    /// Whether this is the language of the progress tables.
    pub(crate) fn is_source(&self) -> bool {
        self.tag() == self.words.source_tag()
    }

    /// A word of the theme without arguments.
    pub(crate) fn word(&self, id: &str) -> String {
        match self.language.messages.get(id).and_then(Message::text) {
            Some(text) => text.to_owned(),
            None => self.format(id, &FluentArgs::new()).unwrap_or_default(),
        }
    }

    /// Sentences one after another; an empty one is none.
    pub(crate) fn paragraph(&self, sentences: impl IntoIterator<Item = Phrase>) -> Phrase {
        let said = sentences.into_iter().filter(|sentence| !sentence.is_empty());
        Phrase::join(said, &self.word("sentence-separator"))
    }

    /// Every message that stands without arguments, with its text.
    pub(crate) fn plain_words(&self) -> impl Iterator<Item = (&str, String)> {
        self.language.ids.iter().filter_map(|id| {
            let mut errors = Vec::new();
            let pattern = self.language.bundle.get_message(id)?.value()?;
            let text = self.language.bundle.format_pattern(pattern, None, &mut errors);
            errors.is_empty().then(|| (id.as_str(), self.with_numbers(&text)))
        })
    }

    /// A message of the theme with its names filled in, each text keeping its own language.
    pub(crate) fn fill<const N: usize>(&self, id: &str, args: [(&'static str, Arg); N]) -> Phrase {
        match self.language.messages.get(id) {
            Some(message) => self.put_together(message, args),
            None => self.chosen(id, args),
        }
    }

    /// The text of a message of the theme with texts filled in.
    pub(crate) fn line<const N: usize>(&self, id: &str, args: [(&'static str, &str); N]) -> String {
        let given = |place: &str| args.iter().find(|(name, _)| *name == place).map(|(_, text)| *text);
        let piece = |piece: &'a Piece| match piece {
            Piece::Text(text) => Some(Cow::Borrowed(text.as_str())),
            Piece::Place(place) => given(place).map(inert),
        };
        let message = self.language.messages.get(id);
        let line: Option<String> = message.and_then(|message| message.0.iter().map(piece).collect());
        line.unwrap_or_else(|| self.fill(id, args.map(|(name, text)| (name, text.into()))).text())
    }

    /// A message that has nothing to choose; a name that is not given stands as Fluent writes it.
    fn put_together<const N: usize>(&self, message: &Message, mut args: [(&'static str, Arg); N]) -> Phrase {
        let mut filled = Phrase::default();
        for piece in &message.0 {
            let place = match piece {
                Piece::Text(text) => {
                    filled.push_inert(text);
                    continue;
                }
                Piece::Place(place) => place,
            };
            match args.iter_mut().find(|(name, _)| name == place) {
                Some((_, Arg::Count(count))) => filled.push_inert(&self.count(*count)),
                Some((_, Arg::Phrase(phrase))) => filled = filled.then(std::mem::take(phrase)),
                None => filled.push_inert(&["{$", place, "}"].concat()),
            }
        }
        filled
    }

    /// A message whose words Fluent chooses.
    fn chosen<const N: usize>(&self, id: &str, args: [(&'static str, Arg); N]) -> Phrase {
        let mut fluent = FluentArgs::new();
        let mut texts = Vec::new();
        for (name, arg) in args {
            match arg {
                Arg::Count(count) => fluent.set(name, FluentValue::from(count)),
                Arg::Phrase(phrase) => {
                    let mark = u32::try_from(texts.len()).ok().and_then(|at| char::from_u32(FIRST_MARK + at));
                    fluent.set(name, mark.map(String::from).unwrap_or_default());
                    texts.push(phrase);
                }
            }
        }
        let message = self.format(id, &fluent).unwrap_or_else(|| id.to_owned());
        let mut filled = Phrase::default();
        let mut rest = message.as_str();
        while let Some((at, mark)) = rest.char_indices().find(|(_, letter)| u32::from(*letter) >= FIRST_MARK)
        {
            filled = filled.then(Phrase::plain(&rest[..at]));
            let text = usize::try_from(u32::from(mark) - FIRST_MARK).ok().and_then(|at| texts.get(at));
            filled = filled.then(text.cloned().unwrap_or_default());
            rest = &rest[at + mark.len_utf8()..];
        }
        filled.then(Phrase::plain(rest))
    }

    fn format(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.language.bundle.get_message(id)?.value()?;
        Some(self.with_numbers(&self.language.bundle.format_pattern(pattern, Some(args), &mut Vec::new())))
    }

    /// A message with its numbers written as the language does.
    fn with_numbers(&self, message: &str) -> String {
        let written = |number: &str| Decimal::parse(number).map(|number| self.number(number));
        let parts = message.split(NUMBER).enumerate();
        let parts = parts.map(|(at, part)| match written(part).filter(|_| at % 2 == 1) {
            Some(number) => Cow::Owned(number),
            None => Cow::Borrowed(part),
        });
        parts.collect()
    }

    /// A source text in this language, or marked as not translated.
    pub(crate) fn phrase(&self, source: &str) -> Phrase {
        self.looked_up(source, Asked::Text)
    }

    fn looked_up(&self, source: &str, asked: fn(String) -> Asked) -> Phrase {
        if self.is_source() {
            return Phrase::plain(source);
        }
        match self.words.translation(source, self.tag()) {
            Some(text) => Phrase::translated(text, asked(source.to_owned())),
            None if has_words(source, self.words.source_tag()) => {
                Phrase::foreign(asked(source.to_owned()), self.words.source_tag())
            }
            None => Phrase::plain(source),
        }
    }

    /// A text of the settings in this language.
    pub(crate) fn wording(&self, wording: &Wording) -> Phrase {
        let given = match wording {
            Wording::Source(source) => return self.phrase(source),
            Wording::Given(given) => given,
        };
        if let Some(text) = given.get(self.tag()) {
            return Phrase::plain(text);
        }
        if let Some(source) = given.get(self.words.source_tag()) {
            return self.phrase(source);
        }
        match given.0.iter().next() {
            Some((tag, text)) => Phrase::foreign(Asked::Text(text.clone()), tag),
            None => Phrase::default(),
        }
    }

    /// A text of the settings that may be absent.
    pub(crate) fn optional(&self, wording: Option<&Wording>) -> Phrase {
        wording.map(|wording| self.wording(wording)).unwrap_or_default()
    }

    /// A fiscal year in short: 2023年度, FY2023.
    pub(crate) fn year(&self, year: FiscalYear) -> String {
        self.line("year", [("year", &year.to_string())])
    }

    /// A fiscal year as a page titles it: 2023年度（令和5年度）.
    pub(crate) fn year_in_full(&self, year: FiscalYear) -> String {
        let Some(era) = era_year(year) else { return self.year(year) };
        let id = match self.words.year_style {
            YearStyle::Western => "year-in-full",
            YearStyle::Era => "year-in-full-era",
        };
        self.line(id, [("year", &year.to_string()), ("era", &era)])
    }

    /// The months that a fiscal year runs from and to: April 2023 – March 2024.
    pub(crate) fn year_span(&self, year: FiscalYear, start: u8) -> String {
        let month = |year: u16, month: u8| {
            self.fill("month", [("year", year.to_string().into()), ("month", usize::from(month).into())])
                .into()
        };
        let first = year.number();
        let (last, end) = if start > 1 { (first + 1, start - 1) } else { (first, 12) };
        self.fill("year-span", [("from", month(first, start)), ("to", month(last, end))]).text()
    }
}

/// A year as Japanese offices count it: 令和5年. The era in force at the end of the calendar year names the fiscal year,
/// so that 2019 is 令和元年度.
fn era_year(year: FiscalYear) -> Option<String> {
    let era = ERAS.iter().find(|era| era.first <= year.number())?;
    Some(match year.number() - era.first + 1 {
        1 => format!("{}元年", era.name),
        number => format!("{}{number}年", era.name),
    })
}

/// Whether a text has anything to translate. In a Japanese text the letters of ASCII are names and
/// units (LINE, km) that every language writes so.
fn has_words(text: &str, source: &str) -> bool {
    let in_ascii = !source.starts_with("ja");
    // ㈱ is a word as (株) is, and Ｌ none as L is none.
    normal(text)
        .chars()
        .any(|letter| letter.is_alphabetic() && (in_ascii || !letter.is_ascii()) && !is_unit_symbol(letter))
}

fn is_unit_symbol(letter: char) -> bool {
    matches!(letter, '\u{3300}'..='\u{33FF}' | '\u{2100}'..='\u{214F}' | '°' | 'µ' | 'μ' | 'Ω' | '①'..='⓿')
}

#[cfg(test)]
mod tests {
    use super::{FiscalYear, Voice, Words, YearStyle, era_year};
    use crate::theme::Theme;

    #[test]
    fn counts_are_written_as_the_language_writes_numbers() {
        let theme = Theme::load(None).value;
        let languages = ["ja", "en"].map(str::to_owned);
        let words = Words::load(&theme, &languages, YearStyle::Western, &[], &[]).value.expect("words");
        let said: Vec<String> = Voice::all(&words)
            .map(|voice| voice.fill("behind-some", [("count", 1234.into())]).text())
            .collect();
        assert_eq!(said[0], "目標より遅れていると評価されたKPIが1,234件あります。");
        assert_eq!(said[1], "1,234 KPIs are evaluated as behind target.");
        assert!(Voice::all(&words).all(|voice| voice.count(1_234_567) == "1,234,567"));
        assert!(Voice::all(&words).all(|voice| voice.count(0) == "0"));
    }

    #[test]
    fn a_line_is_the_text_of_what_is_filled_in() {
        let theme = Theme::load(None).value;
        let words =
            Words::load(&theme, &["en".to_owned()], YearStyle::Western, &[], &[]).value.expect("words");
        let voice = Voice::all(&words).next().expect("a language");
        for (id, name) in [("year", "year"), ("year", "other"), ("behind-some", "count"), ("no such", "year")]
        {
            let filled = voice.fill(id, [(name, "20\u{202e}23".into())]).text();
            assert_eq!(voice.line(id, [(name, "20\u{202e}23")]), filled, "{id} {name}");
        }
        assert_eq!(voice.line("year", [("year", "2023")]), "FY2023");
    }

    #[test]
    fn the_era_at_the_end_of_the_calendar_year_names_the_fiscal_year() {
        let era = |year| FiscalYear::new(year).and_then(era_year);
        let named = ["令和5年", "令和元年", "平成30年", "平成元年", "昭和元年"];
        assert_eq!([2023, 2019, 2018, 1989, 1926].map(era), named.map(|name| Some(name.to_owned())));
        assert_eq!(era(1911), None);
    }
}
