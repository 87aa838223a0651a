//! What a column or a cell was understood as, in words.

use fluent_bundle::FluentValue;
use nendo_ingest::{Meaning, Purpose};
use nendo_model::{Bound, Decimal, FiscalYear, Magnitude, Part, Quantity, Reading};

use crate::visible;
use crate::words::Voice;

/// The most columns of a terminal that a text inside a reading takes.
const PIECE: usize = 30;

/// What a column or a cell is for: `target, FY2023`.
pub(super) fn purpose(purpose: Purpose, year: Option<FiscalYear>, voice: Voice<'_>) -> String {
    let level = match purpose {
        Purpose::Level(level) => level,
        _ => 0,
    };
    let what = voice.say(&format!("purpose-{}", purpose.name()), &[("level", level.into())]);
    match year {
        Some(year) if purpose == Purpose::Values => {
            voice.say("purpose-values-of-year", &[("year", year.to_string().into())])
        }
        Some(year) => {
            voice.say("purpose-of-year", &[("year", year.to_string().into()), ("purpose", what.into())])
        }
        None => what,
    }
}

/// What was understood of a cell, after an arrow; nothing where its purpose says all.
pub(super) fn meaning(meaning: &Meaning, voice: Voice<'_>) -> String {
    let said = match meaning {
        Meaning::Reading(read) => reading(read, voice),
        Meaning::Grade(Some(code)) => voice.say("read-grade", &[("value", code.clone().into())]),
        Meaning::Grade(None) => voice.word("read-no-grade"),
        Meaning::Plain => return String::new(),
        Meaning::Unused => voice.word("read-unused"),
    };
    format!("→ {said}")
}

fn reading(reading: &Reading, voice: Voice<'_>) -> String {
    let with = |id: &str, text: String| voice.say(id, &[("value", text.into())]);
    match reading {
        Reading::Quantity(read) => quantity(read, voice),
        Reading::Range(range) => {
            let (low, high) = (quantity(&range.lowest, voice), quantity(&range.highest, voice));
            voice.say("read-range", &[("low", low.into()), ("high", high.into())])
        }
        Reading::Change => voice.word("read-change"),
        Reading::Several(several) => {
            let named = several.quantities.iter().enumerate().map(|(at, one)| {
                let said = quantity(one, voice);
                if several.total == Some(at) { with("read-total", said) } else { said }
            });
            with("read-several", named.collect::<Vec<String>>().join(" / "))
        }
        Reading::Text => voice.word("read-text"),
        Reading::List(items) => voice.say("read-list", &[("items", items.len().into())]),
        Reading::NotSet { reason: None } => voice.word("read-not-set"),
        Reading::NotSet { reason: Some(reason) } => {
            with("read-not-set-because", visible::line(reason, PIECE))
        }
        Reading::Closed { year: None } => voice.word("read-closed"),
        Reading::Closed { year: Some(year) } => with("read-closed-in", year.to_string()),
        Reading::Broken => voice.word("read-broken"),
        Reading::Unread => voice.word("read-unread"),
    }
}

/// `455,000 人 (written in 万), cumulative`.
fn quantity(quantity: &Quantity, voice: Voice<'_>) -> String {
    let Quantity { value, magnitude, unit, bound, cumulative, revision, label, tail, notes, breakdown } =
        quantity;
    let with = |id: &str, text: &str| voice.say(id, &[("value", visible::line(text, PIECE).into())]);
    let mut said = vec![bounded(*bound, format!("{} {unit}", grouped(*value)).trim_end().to_owned(), voice)];
    said.extend((*magnitude != Magnitude::One).then(|| with("read-magnitude", magnitude.kanji())));
    said.extend(cumulative.then(|| voice.word("read-cumulative")));
    said.extend(revision.map(|revision| voice.word(&format!("read-revised-{}", revision.name()))));
    said.extend(label.iter().map(|label| with("read-label", label)));
    said.extend(tail.iter().map(|tail| with("read-tail", tail)));
    said.extend(breakdown.iter().map(|part| part_said(part, voice)));
    said.extend(notes.iter().map(|note| with("read-note", note)));
    said.join(&voice.word("read-joint"))
}

fn part_said(Part { name, value, unit }: &Part, voice: Voice<'_>) -> String {
    let told: [(&str, FluentValue<'_>); 2] = [
        ("name", visible::line(name, PIECE).into()),
        ("value", format!("{} {unit}", grouped(*value)).trim_end().to_owned().into()),
    ];
    voice.say("read-part", &told)
}

fn bounded(bound: Bound, value: String, voice: Voice<'_>) -> String {
    match bound.name() {
        Some(name) => voice.say(&format!("read-{name}"), &[("value", value.into())]),
        None => value,
    }
}

/// The value with a comma between thousands.
fn grouped(value: Decimal) -> String {
    let text = value.to_string();
    let (whole, fraction) =
        text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let digits = whole.trim_start_matches('-');
    let mut grouped = whole[..whole.len() - digits.len()].to_owned();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    fraction.map_or(grouped.clone(), |fraction| format!("{grouped}.{fraction}"))
}

#[cfg(test)]
mod tests {
    use nendo_model::Decimal;

    use super::grouped;

    #[test]
    fn thousands_are_parted() {
        for (value, expected) in
            [("0", "0"), ("999", "999"), ("1000", "1,000"), ("1234567.89", "1,234,567.89")]
        {
            let value = Decimal::parse(value).expect("a number");
            assert_eq!(grouped(value), expected);
            let negative = if value.is_zero() { expected.to_owned() } else { format!("-{expected}") };
            assert_eq!(grouped(value.negated()), negative);
        }
    }
}
