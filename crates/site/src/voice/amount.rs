//! Numbers and their units, as a page of a language writes them.

use icu_decimal::input::Decimal as Digits;
use icu_plurals::PluralCategory;
use nendo_model::{Decimal, Quantity};

use super::Voice;
use crate::phrase::{Asked, Phrase};

impl Voice<'_> {
    /// A number with the digit grouping of the language.
    pub(crate) fn number(&self, value: Decimal) -> String {
        let written = value.to_string();
        if self.language.plain_digits && written.len() <= 3 && written.bytes().all(|b| b.is_ascii_digit()) {
            return written;
        }
        match written.parse::<Digits>() {
            Ok(digits) => self.language.numbers.format(&digits).to_string(),
            Err(_) => written,
        }
    }

    /// How many there are of something.
    pub(crate) fn count(&self, count: usize) -> String {
        i128::try_from(count)
            .ok()
            .and_then(|count| Decimal::new(count, 0))
            .map_or_else(String::new, |count| self.number(count))
    }

    /// A percentage as the language writes it.
    pub(crate) fn percent(&self, percent: Decimal) -> String {
        self.line("percent", [("value", &self.number(percent))])
    }

    /// A quantity in the fewest words: its number and unit, and whether it is a bound.
    pub(crate) fn amount(&self, quantity: &Quantity) -> Phrase {
        let amount = self.value(quantity);
        match quantity.bound.name() {
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
        self.per_period(unit, |counter| {
            let counter = self.counter(value, counter);
            let is_word =
                counter.runs().first().is_some_and(|run| run.text.starts_with(char::is_alphanumeric));
            let mut said = Phrase::plain(self.number(value));
            if is_word && !self.is_source() {
                said.push_inert(" ");
            }
            said.then(counter)
        })
    }

    /// The unit of the distance between two values: percentages are apart by points, which other languages tell from the
    /// points of a score.
    pub(crate) fn distance_unit<'u>(&self, unit: &'u str) -> &'u str {
        match unit {
            "%" if self.is_source() => "ポイント",
            "%" => "パーセントポイント",
            unit => unit,
        }
    }

    /// The name of a unit by itself, as it stands at an axis.
    pub(crate) fn unit_name(&self, unit: &str) -> Phrase {
        self.per_period(unit, |counter| self.counter(Decimal::from(100), counter))
    }

    /// What is said of a counter, and of the period that the unit counts in: 3 people per year.
    fn per_period(&self, unit: &str, said: impl Fn(&str) -> Phrase) -> Phrase {
        let Some((counter, period)) = unit.split_once('/') else { return said(unit) };
        let period = self.counter(Decimal::from(1), period);
        self.fill("per", [("amount", said(counter).into()), ("period", period.into())])
    }

    /// The plural categories of the language, from the fewest to the most.
    pub(crate) fn plurals(&self) -> Vec<String> {
        const ALL: [PluralCategory; 6] = [
            PluralCategory::Zero,
            PluralCategory::One,
            PluralCategory::Two,
            PluralCategory::Few,
            PluralCategory::Many,
            PluralCategory::Other,
        ];
        let known: Vec<PluralCategory> = self.language.plurals.categories().collect();
        ALL.into_iter()
            .filter(|category| known.contains(category))
            .map(|category| name_of(category).to_owned())
            .collect()
    }

    /// The name of a counter for a value; a symbol such as % is its own name.
    fn counter(&self, value: Decimal, counter: &str) -> Phrase {
        let Some(forms) = self.words.unit(counter, self.tag()).filter(|_| !self.is_source()) else {
            return self.looked_up(counter, Asked::Unit);
        };
        let category = |digits| name_of(self.language.plurals.category_for(&digits));
        let form = digits(value).and_then(|digits| forms.get(category(digits)));
        let asked = Asked::Unit(counter.to_owned());
        match form.or_else(|| forms.get("other")) {
            Some(form) => Phrase::translated(form, asked),
            None => Phrase::foreign(asked, self.words.source_tag()),
        }
    }
}

fn name_of(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

fn digits(value: Decimal) -> Option<Digits> {
    value.to_string().parse().ok()
}
