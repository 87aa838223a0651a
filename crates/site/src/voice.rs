//! One language speaking: texts, numbers and years as a page of that language says them.

use fixed_decimal::Decimal as FormattedDecimal;
use fluent_bundle::{FluentArgs, FluentValue};
use icu_calendar::Date;
use nendo_model::{Bound, Decimal, FiscalYear, Quantity, Wording};

use crate::config::YearStyle;
use crate::phrase::{Asked, Phrase};
use crate::words::{Language, Words};

/// The words, in one of their languages.
#[derive(Clone, Copy)]
pub(crate) struct Voice<'a> {
    pub(crate) words: &'a Words,
    pub(crate) language: &'a Language,
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

impl Voice<'_> {
    /// The tag of the language.
    #[must_use]
    pub(crate) fn tag(&self) -> &str {
        &self.language.tag
    }

    /// Whether this is the language of the progress tables.
    pub(crate) fn is_source(&self) -> bool {
        self.tag() == self.words.source_tag()
    }

    /// A word of the theme without arguments.
    pub(crate) fn word(&self, id: &str) -> Option<String> {
        self.format(id, &FluentArgs::new())
    }

    /// Every message that stands without arguments, with its text.
    pub(crate) fn plain_words(&self) -> impl Iterator<Item = (&str, String)> {
        self.language.ids.iter().filter_map(|id| {
            let mut errors = Vec::new();
            let pattern = self.language.bundle.get_message(id)?.value()?;
            let text = self.language.bundle.format_pattern(pattern, None, &mut errors).into_owned();
            errors.is_empty().then_some((id.as_str(), text))
        })
    }

    /// A message of the theme with its names filled in, each text keeping its own language.
    pub(crate) fn fill<const N: usize>(&self, id: &str, args: [(&'static str, Arg); N]) -> Phrase {
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
        Some(self.language.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }

    /// A source text in this language, or marked as not translated.
    pub(crate) fn phrase(&self, source: &str) -> Phrase {
        if self.is_source() {
            return Phrase::plain(source);
        }
        match self.words.translation(source, self.tag()) {
            Some(text) => Phrase::translated(text, Asked::Text(source.to_owned())),
            None if has_words(source, self.words.source_tag()) => {
                Phrase::foreign(Asked::Text(source.to_owned()), self.words.source_tag())
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

    /// A number with the digit grouping of the language.
    pub(crate) fn number(&self, value: Decimal) -> String {
        match value.to_string().parse::<FormattedDecimal>() {
            Ok(decimal) => self.language.numbers.format(&decimal).to_string(),
            Err(_) => value.to_string(),
        }
    }

    /// A fiscal year in short: 2023年度, FY2023.
    pub(crate) fn year(&self, year: FiscalYear) -> String {
        self.fill("year", [("year", year.to_string().into())]).text()
    }

    /// A fiscal year as a page titles it: 2023年度（令和5年度）.
    pub(crate) fn year_in_full(&self, year: FiscalYear) -> String {
        let id = match self.words.year_style {
            YearStyle::Western => "year-in-full",
            YearStyle::Era => "year-in-full-era",
        };
        // The era in force at the end of the calendar year names the fiscal year: 2019 is 令和元年度.
        let era = Date::try_new_iso(i32::from(year.number()), 12, 31)
            .map(|date| self.language.eras.format(&date).to_string())
            .unwrap_or_default();
        self.fill(id, [("year", year.to_string().into()), ("era", era.into())]).text()
    }

    /// The months that a fiscal year runs from and to: April 2023 – March 2024.
    pub(crate) fn year_span(&self, year: FiscalYear, start: u8) -> String {
        let month = |year: i32, month: u8| {
            Date::try_new_iso(year, month, 1)
                .map(|date| self.language.months.format(&date).to_string())
                .unwrap_or_default()
        };
        let first = i32::from(year.number());
        let (last, end) = if start > 1 { (first + 1, start - 1) } else { (first, 12) };
        self.fill("year-span", [("from", month(first, start).into()), ("to", month(last, end).into())]).text()
    }

    /// A quantity in the fewest words: its number and unit, and whether it is a bound.
    pub(crate) fn amount(&self, quantity: &Quantity) -> Phrase {
        let amount = self.value(quantity);
        match bound_word(quantity.bound) {
            Some(id) => self.fill(id, [("amount", amount.into())]),
            None => amount,
        }
    }

    /// The number and unit of a quantity alone, in the magnitude that the city wrote it in.
    pub(crate) fn value(&self, quantity: &Quantity) -> Phrase {
        let Quantity { value, unit, magnitude, .. } = quantity;
        if !self.is_source() {
            return self.counted(*value, unit);
        }
        match value.in_units_of(magnitude.power()) {
            Some(shown) => Phrase::plain(format!("{}{}{unit}", self.number(shown), magnitude.kanji())),
            None => self.counted(*value, unit),
        }
    }

    /// A value in a unit, with the plural that the language wants.
    pub(crate) fn counted(&self, value: Decimal, unit: &str) -> Phrase {
        let number = self.number(value);
        let (counter, period) = match unit.split_once('/') {
            Some((counter, period)) => (counter, Some(period)),
            None => (unit, None),
        };
        let counter = self.counter(value, counter);
        let spaced = counter.text().chars().next().is_some_and(char::is_alphanumeric);
        let amount = Phrase::plain(number)
            .then(Phrase::plain(if spaced && !self.is_source() { " " } else { "" }))
            .then(counter);
        match period {
            Some(period) => {
                let period = self.counter(Decimal::from(1), period);
                self.fill("per", [("amount", amount.into()), ("period", period.into())])
            }
            None => amount,
        }
    }

    /// The name of a unit by itself, as it stands at an axis.
    pub(crate) fn unit_name(&self, unit: &str) -> Phrase {
        let many = Decimal::from(100);
        match unit.split_once('/') {
            Some((counter, period)) => {
                let (amount, period) = (self.counter(many, counter), self.counter(Decimal::from(1), period));
                self.fill("per", [("amount", amount.into()), ("period", period.into())])
            }
            None => self.counter(many, unit),
        }
    }

    /// The name of a counter for a value; a symbol such as % is its own name.
    pub(crate) fn counter(&self, value: Decimal, counter: &str) -> Phrase {
        if self.is_source() {
            return Phrase::plain(counter);
        }
        let asked = Asked::Unit(counter.to_owned());
        let Some(forms) = self.words.unit(counter, self.tag()) else {
            return match self.words.translation(counter, self.tag()) {
                Some(name) => Phrase::translated(name, asked),
                None if has_words(counter, self.words.source_tag()) => {
                    Phrase::foreign(asked, self.words.source_tag())
                }
                None => Phrase::plain(counter),
            };
        };
        let category = value.to_string().parse::<FormattedDecimal>().ok().map(|decimal| {
            format!("{:?}", self.language.plurals.category_for(&decimal)).to_ascii_lowercase()
        });
        let form = category.and_then(|category| forms.get(&category)).or_else(|| forms.get("other"));
        match form {
            Some(form) => Phrase::translated(form, asked),
            None => Phrase::foreign(asked, self.words.source_tag()),
        }
    }
}

/// The word for a bound that a quantity sets.
fn bound_word(bound: Bound) -> Option<&'static str> {
    match bound {
        Bound::Exact => None,
        Bound::AtLeast => Some("at-least"),
        Bound::AtMost => Some("at-most"),
        Bound::MoreThan => Some("more-than"),
        Bound::LessThan => Some("less-than"),
        Bound::About => Some("about-amount"),
    }
}

/// Whether a text has anything to translate. In a Japanese text the letters of ASCII are names and
/// units (LINE, km) that every language writes so.
fn has_words(text: &str, source: &str) -> bool {
    let in_ascii = !source.starts_with("ja");
    text.chars()
        .any(|letter| letter.is_alphabetic() && (in_ascii || !letter.is_ascii()) && !is_unit_symbol(letter))
}

fn is_unit_symbol(letter: char) -> bool {
    matches!(letter, '\u{3300}'..='\u{33FF}' | '\u{2100}'..='\u{214F}' | '°' | 'µ' | 'Ω' | '①'..='⓿')
}
